"""Passages in the other language: told on small pages, and on every page of the built site."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString

from handbook import parity
from handbook.mixed import MixedLanguages, mark
from tests.test_site import PAGES, page_html

EXTENSIONS = ["attr_list", "tables", "toc", "pymdownx.arithmatex", "pymdownx.highlight"]
EXTENSIONS += ["pymdownx.superfences"]
SETTINGS = {"pymdownx.arithmatex": {"generic": True}}

# What stands on a page of a language, and which of it is marked.
MARKED = {
    ("zh", "上游梯度（upstream gradient）"): ["upstream gradient"],
    ("zh", "见 <a>A guide to deep learning</a>。"): ["A guide to deep learning"],
    ("zh", "<td>kernel (of a convolution)</td>"): ["kernel (of a convolution)"],
    ("zh", "积（vector–Jacobian product，VJP）"): ["vector–Jacobian product"],
    ("zh", "用 autograd 和 f-string，a &lt; b，torch.nn functional"): [],
    ("zh", "<code>make test</code> 和 <math><mi>a b</mi></math>"): [],
    ("zh", '<span class="arithmatex">\\(\\text{a b c}\\)</span> <i lang="en">a b</i>'): [],
    ("zh", '<svg aria-label="a b"><svg></svg><text>a b</text></svg> a b'): ["a b"],
    ("en", "the adjoint, 伴随, and 卷积"): ["伴随", "卷积"],
    ("en", "called 《torch 中的梯度》, 「x」"): ["《torch 中的梯度》"],
    ("en", "<td>雅各比、雅克比</td><td>向量-雅可比积</td>"): ["雅各比、雅克比", "向量-雅可比积"],
    ("en", 'an upstream gradient <a lang="zh">中文</a>'): [],
}


@pytest.mark.parametrize("language, page", MARKED)
def test_marks(language: str, page: str) -> None:
    other = "en" if language == "zh" else "zh"
    marked = mark(page, language)
    found = re.findall(rf'<span lang="{other}">(.*?)</span>', marked)
    assert found == MARKED[language, page]
    assert re.sub(r'<span lang="..">(.*?)</span>', r"\1", marked) == page


def test_code_is_english_unless_it_holds_chinese() -> None:
    page = "<pre><span></span><code>{}</code></pre>"
    assert mark(page.format("print(1)"), "zh").startswith('<pre lang="en"><span></span><code>p')
    assert mark(page.format("ls # 列出"), "zh") == page.format("ls # 列出")
    assert mark(page.format("print(1)"), "en") == page.format("print(1)")
    assert (
        mark("<code>a leaf that fails</code>", "zh") == '<code lang="en">a leaf that fails</code>'
    )


PAGE = """\
# 关于 chain rule 的 梯度 { #about }

一段（upstream gradient），$x$，`make test`，[a long paper](b.md)。

| chain rule | 2 |
|---|---|
| b | 3 |

```text
a b c
```
"""


def test_outline_contents_and_ids_stay_as_they_are() -> None:
    plain = markdown.Markdown(extensions=EXTENSIONS, extension_configs=SETTINGS)
    marked = markdown.Markdown(
        extensions=[*EXTENSIONS, MixedLanguages("zh")], extension_configs=SETTINGS
    )
    before, after = plain.convert(PAGE), marked.convert(PAGE)
    assert after.count('lang="en"') == 5 and "lang" not in before
    assert parity.compare(parity.outline(before), parity.outline(after), "zh") == []
    keys = ("id", "name", "level")
    titles = [[{key: it[key] for key in keys} for it in md.toc_tokens] for md in (plain, marked)]  # type: ignore[attr-defined]
    assert titles[0] == titles[1]
    assert BeautifulSoup(before, "html.parser").get_text() == (
        BeautifulSoup(after, "html.parser").get_text()
    )


def language_of(text: NavigableString) -> str:
    """The language that a browser takes a text to be in."""
    return next(str(it["lang"]) for it in text.parents if it.get("lang"))


def unmarked(page: BeautifulSoup, language: str) -> list[str]:
    """Texts of a page in the other language that say they are in the page's own."""
    foreign = (
        r"[A-Za-z-]{2,}(?:[,:;]? [A-Za-z-]{2,}){2}" if language == "zh" else r"[\u3400-\u9fff]"
    )
    nodes = page.select_one("body") or page
    return [
        str(text)
        for text in nodes.find_all(string=re.compile(foreign))
        if language_of(text) == language
        and not any(it.name in {"script", "style", "svg", "math"} for it in text.parents)
    ]


@pytest.mark.parametrize("language, page", PAGES, ids=["/".join(it) for it in PAGES])
def test_every_passage_of_the_site_tells_its_language(site: Path, language: str, page: str) -> None:
    here = page_html(site, language, page)
    assert unmarked(here, language) == []
    if language == "zh":
        assert {str(pre.get("lang")) for pre in here.select("main pre")} <= {"en"}


def test_a_passage_without_its_language_is_found() -> None:
    page = '<html lang="{}"><body><p>{}<i lang="{}">{}</i></p></body></html>'
    for it, other, text in (("zh", "en", "an upstream gradient"), ("en", "zh", "伴随")):
        soup = BeautifulSoup(page.format(it, text, other, text), "html.parser")
        assert unmarked(soup, it) == [text]
