"""The font of the formulas: what it is cut down to, and that no one can see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser

from handbook import formulas, mathfont
from handbook.hosting import hosted

SHEET = '<div class="md-typeset" style="columns: 4">%s</div>'


def test_characters_are_what_a_browser_draws() -> None:
    page = "<p>no</p><math><mi>x</mi><mi>h</mi><mi>sin</mi><mo>-</mo><mn>2</mn></math><b>nor</b>"
    assert mathfont.characters(page) == set("x𝑥hℎsin-−2")
    assert mathfont.characters('<math><mi mathvariant="normal">Δ</mi></math>') == {"Δ"}
    assert mathfont.characters("<math><msqrt><mi>∂</mi></msqrt></math>") == set("√∂𝜕")
    assert mathfont.characters("<math><mtext>a 梯度，</mtext><mo>&lt;</mo></math>") == set("a<")


def test_what_the_font_lacks_is_told() -> None:
    assert "♡" not in mathfont.covered()
    with pytest.raises(formulas.FormulaError, match=r"not have: ♡ \(U\+2661\)") as told:
        formulas.mathml(r"\heartsuit + 1", False)
    assert told.value.tex == r"\heartsuit + 1"
    assert "fonts/README.md" in told.value.mend


def test_the_font_is_cut_to_what_is_used(tmp_path: Path) -> None:
    cut = mathfont.cut(frozenset("x𝑥√"))
    mathfont.cut.cache_clear()
    assert cut == mathfont.cut(frozenset("x𝑥√"))
    (tmp_path / "cut.woff2").write_bytes(cut)
    with TTFont(tmp_path / "cut.woff2") as font:
        assert set(map(chr, font.getBestCmap())) == {*"x𝑥√", *mathfont.HEIGHTS}
        assert font["MATH"].table.MathVariants.VertGlyphCoverage.glyphs  # the root still grows
    assert len(cut) < len(mathfont.SOURCE.read_bytes()) / 4


@pytest.mark.browser
def test_formulas_look_as_with_the_whole_font(browser: Browser, site: Path) -> None:
    """All formulas of the site, to the pixel."""
    pages = [file.read_text(encoding="utf-8") for file in site.rglob("*.html")]
    every = sorted({formula for page in pages for formula in mathfont.FORMULA.findall(page)})
    published, whole = (site / mathfont.NAME).read_bytes(), mathfont.SOURCE.read_bytes()
    used = frozenset().union(*map(mathfont.characters, pages))
    without_x = mathfont.cut(used - {"𝑥"})

    def shot(font: bytes) -> bytes:
        page = browser.new_page()
        page.route("**/*.woff2", lambda route: route.fulfill(body=font))
        page.goto(host.home)
        page.evaluate("all => { document.body.innerHTML = all }", SHEET % " ".join(every))
        page.evaluate("document.fonts.ready")
        picture = page.screenshot(full_page=True)
        page.close()
        return picture

    with hosted(site) as host:
        assert shot(published) == shot(whole)
        assert shot(published) != shot(without_x)
