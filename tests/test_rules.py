"""Each boxed VJP of an operation page is checked by a snippet; the cheat sheet repeats them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from handbook import rules
from handbook.files import LANGUAGES, report

PAGE = """\
# Pooling { #pooling }

```python
--8<-- "operations/pooling/check.py"
```

## Average { #average }

!!! vjp "Average `F.avg_pool1d`"

    $$
    y = \\frac{a + b}{2}
    $$

    $$
    \\begin{aligned}
    \\bar a &= \\bar y / 2 \\\\
    \\bar b &= \\bar y / 2
    \\end{aligned}
    $$

Prose.

$$
z
$$
"""
SNIPPET = """\
import torch
# checks #average
x.backward(g)
torch.testing.assert_close(x.grad, by_formula)
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """One page of operations in each language, and its snippet."""
    for language in LANGUAGES:
        folder = tmp_path / "docs" / language / "operations"
        folder.mkdir(parents=True)
        (folder / "pooling.md").write_text(PAGE, encoding="utf-8")
    snippets = tmp_path / "snippets/operations/pooling"
    snippets.mkdir(parents=True)
    (snippets / "check.py").write_text(SNIPPET, encoding="utf-8")
    return tmp_path


def test_every_rule_is_checked() -> None:
    problems = rules.check()
    assert not problems, report(problems)


def test_a_checked_rule_is_accepted(tree: Path) -> None:
    assert rules.check(tree) == []
    (rule,) = rules.rules(tree / "docs/en/operations/pooling.md")
    assert (rule.heading, rule.line, len(rule.formulas)) == ("average", 9, 2)
    assert rule.title == "Average `F.avg_pool1d`" and rule.formulas[1].startswith("\\begin")


PAGE_FAULTS = {
    "no box": ('!!! vjp "', '!!! rule "', 1, "no VJP on a page of operations"),
    "unchecked": ("{ #average }", "{ #mean }", 9, "no snippet here checks #mean"),
    "not shown": ("check.py", "other.py", 9, "no snippet here checks #average"),
    "bar": ("y = ", "|y| = ", 9, "a | in the VJP #average"),
    "one formula": ("    $$\n    y = \\frac{a + b}{2}\n    $$\n", "", 9, "lacks a formula"),
    "two boxes": ("Prose.", '!!! vjp "Twice"\n', 22, "two VJPs under #average"),
}


@pytest.mark.parametrize("old, new, line, message", PAGE_FAULTS.values(), ids=PAGE_FAULTS.keys())
def test_finds_in_a_page(old: str, new: str, line: int, message: str, tree: Path) -> None:
    page = tree / "docs/zh/operations/pooling.md"
    assert old in PAGE
    page.write_text(PAGE.replace(old, new), encoding="utf-8")
    problems = rules.check(tree)
    assert any(message in it.message and it.line == line for it in problems), report(problems)
    assert all(it.mend for it in problems)


SNIPPET_FAULTS = {
    "another id": ("#average", "#averege", 2, "checks #averege, which is no VJP"),
    "no comparison": ("torch.testing.assert_close", "print", 2, "without comparing anything"),
    "no autograd": ("x.backward(g)\n", "", 2, "without comparing anything"),
}


@pytest.mark.parametrize(
    "old, new, line, message", SNIPPET_FAULTS.values(), ids=SNIPPET_FAULTS.keys()
)
def test_finds_in_a_snippet(old: str, new: str, line: int, message: str, tree: Path) -> None:
    snippet = tree / "snippets/operations/pooling/check.py"
    assert old in SNIPPET
    snippet.write_text(SNIPPET.replace(old, new), encoding="utf-8")
    problems = rules.check(tree)
    assert any(message in it.message and it.line == line for it in problems), report(problems)


def test_the_sheet_repeats_the_boxes(tree: Path) -> None:
    text = rules.sheet("en", ["operations/pooling.md"], tree)
    heading, _, head, _, row = text.splitlines()
    assert heading == "## [Pooling](pooling.md) { #pooling }"
    assert head == "| Operation | Forward | Backward |"
    assert row.startswith(
        "| [Average `F.avg_pool1d`](pooling.md#average) | $y = \\frac{a + b}{2}$ |"
    )
    assert "\\bar a &= \\bar y / 2 \\\\ \\bar b &= \\bar y / 2" in row


def test_the_sheet_takes_its_pages_from_the_navigation(tree: Path) -> None:
    nav = [{"Start": "index.md"}, {"Rules": ["operations/pooling.md", "labs/a.ipynb"]}]
    sheet = rules.sheet("zh", ["operations/pooling.md"], tree)
    assert sheet.count("\n| [") == 1
    assert rules.expanded("A\n\n<!-- rules -->\n\nB", "zh", nav, tree) == f"A\n\n{sheet}\n\nB"
    assert rules.expanded("A", "zh", nav, tree) == "A"


def paper(page: Page, address: str, style: str = "") -> list[tuple[float, float]]:
    """The sizes in points of the sides that a page prints on."""
    page.goto(address, wait_until="networkidle")
    page.emulate_media(media="print")
    page.add_style_tag(content=style)
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(float(width), float(height)) for width, height in boxes]


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_prints_on_two_sides_of_a4(page: Page, home: str, language: str) -> None:
    address = home + ("en/" if language == "en" else "") + "operations/cheat-sheet/"
    sides = paper(page, address)
    assert len(sides) == 2
    assert all(abs(x - 842) < 1 and abs(y - 595) < 1 for x, y in sides)
    assert len(paper(page, address, "td { padding: 1cm !important }")) > 2
