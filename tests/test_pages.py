"""Contract 2 on the sources: each page, each pair of pages; each rule is shown to catch a fault.

That the pairs of real pages match is checked by the strict build, in test_site.py.
"""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
import yaml
from markdown_it import MarkdownIt

from conftest import AsRead
from handbook import parity
from handbook.files import LANGUAGES, ROOT, pages, report
from handbook.pages import check, check_all, forbidden, twins
from handbook.snippets import INCLUDE

MARKDOWN_PAGES = [
    path for language in LANGUAGES for path in pages(language) if path.suffix == ".md"
]


def test_all_pages_keep_to_the_contract() -> None:
    problems = check_all()
    assert not problems, report(problems)


@pytest.mark.parametrize(
    "path", MARKDOWN_PAGES, ids=lambda p: p.relative_to(ROOT / "docs").as_posix()
)
def test_every_snippet_on_a_page_is_run_as_a_block_of_it(path: Path) -> None:
    """Blocks inside admonitions too, which plain Markdown would not see as code."""
    source = path.read_text(encoding="utf-8")
    shown = [name for name in INCLUDE.findall(source) if name.endswith(".py")]
    fences = [token for token in AsRead("commonmark").parse(source) if token.type == "fence"]
    run = [token for token in fences if token.info == "python"]
    assert len(run) == len(shown)
    for token, name in zip(run, shown, strict=True):
        text = (ROOT / "snippets" / name).read_text(encoding="utf-8")
        assert token.content.strip() == text.strip()


def test_navigation_is_the_same_in_both_languages() -> None:
    def leaves(item: object) -> list[str]:
        if isinstance(item, dict):
            item = list(item.values())
        return (
            [leaf for it in item for leaf in leaves(it)] if isinstance(item, list) else [str(item)]
        )

    navs = {}
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (ROOT / name).read_text(encoding="utf-8").replace("!ENV", "")
        navs[name] = leaves(yaml.safe_load(text)["nav"])
    assert navs["mkdocs.yml"] == navs["mkdocs.en.yml"]


def test_the_glossary_forbids_something() -> None:
    assert ("反卷积", "转置卷积") in forbidden()


# Faults in one page.

GOOD = """\
---
title: Title
description: Says {language} what it is about.
---

# Title {{ #title }}

Words and `code`, see [above](#title).

```python
--8<-- "a/b/shown.py"
```

```text
--8<-- "a/b/shown.out"
```

```sh
make test
```
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with one good page in each language, one snippet and a glossary."""
    for language in LANGUAGES:
        page = tmp_path / "docs" / language / "a" / "b.md"
        page.parent.mkdir(parents=True)
        page.write_text(GOOD.format(language=language), encoding="utf-8")
    glossary = tmp_path / "docs" / "zh" / "appendix" / "glossary.md"
    glossary.parent.mkdir()
    glossary.write_text(
        "| English | 中文 | 不用 |\n|---|---|---|\n| pooling | 池化 | 汇聚、下池 |\n",
        encoding="utf-8",
    )
    snippets = tmp_path / "snippets" / "a" / "b"
    snippets.mkdir(parents=True)
    (snippets / "shown.py").write_text("# --8<-- [start:one]\nprint(1)\n# --8<-- [end:one]\n")
    (snippets / "shown.out").write_text("1\n")
    return tmp_path


def test_a_good_page_is_accepted(tree: Path) -> None:
    assert check(tree / "docs/zh/a/b.md", tree) == []


FAULTS = {
    "no front matter": ("---\ntitle: Title\n", "", 1, "no front matter"),
    "broken front matter": ("title: Title", "title: Title: more", 1, "that is no YAML"),
    "no description": ("description: Says zh what it is about.\n", "", 1, "no description"),
    "long description": ("about.", "about" + "." * 80, 1, "a description of"),
    "heading without id": ("# Title { #title }", "# Title", 6, "a heading without id"),
    "Chinese id": ("{ #title }", "{ #标题 }", 6, "a heading without id"),
    "formula in a heading": ("# Title {", "# Title $x$ {", 6, "a formula in a heading"),
    "two titles": ("Words", "# Words { #words }\n\n", 1, "2 titles"),
    "missing file": ('shown.py"', 'missing.py"', 11, "snippets/a/b/missing.py, which does not"),
    "missing section": ('shown.py"', 'shown.py:two"', 11, "has no section two"),
    "line numbers": ('shown.py"', 'shown.py:1:2"', 11, "an include that rots"),
    "typed code": ('--8<-- "a/b/shown.py"', "print(1)", 11, "python typed into the page"),
    "typed output": ('--8<-- "a/b/shown.out"', "1", 15, "text typed into the page"),
    "code after an include": ('shown.py"\n', 'shown.py"\nprint(2)\n', 11, "python typed"),
    "another language": ("```python", "```py", 10, "a fence of py"),
    "no language": ("```python", "```", 10, "a fence of no language"),
    "options on a fence": ("```python", '```python hl_lines="1"', 10, "options on a fence"),
    "no slider": ("```python", "```stepper x=0:1:0", 10, "no slider: `x=0:1:0`"),
    "output elsewhere": ('```python\n--8<-- "a/b/shown.py"\n```\n', "", 11, "an output away"),
    "include in prose": ("Words", '--8<-- "a/b/shown.py"', 8, "an include outside a fence"),
    "broken link": ("#title)", "missing.md)", 8, "a link to missing.md, which is no file"),
    "broken anchor": ("#title)", "b.md#missing)", 8, "which is no heading"),
    "another torch": ("#title)", "https://docs.pytorch.org/docs/stable/)", 8, "another version"),
    "other sources": ("#title)", "https://github.com/pytorch/pytorch/blob/main/)", 8, "another v"),
    "forbidden term": ("Words", "汇聚", 8, "the term 汇聚"),
}


@pytest.mark.parametrize("old, new, line, message", FAULTS.values(), ids=FAULTS.keys())
def test_finds(old: str, new: str, line: int, message: str, tree: Path) -> None:
    page = tree / "docs/zh/a/b.md"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = check(page, tree)
    found = [p for p in problems if message in p.message and p.line == line]
    assert found, report(problems)
    assert found[0].file == "docs/zh/a/b.md" and found[0].mend


def test_a_term_spoken_of_is_accepted(tree: Path) -> None:
    page = tree / "docs/zh/a/b.md"
    page.write_text(page.read_text("utf-8").replace("Words", "也叫「汇聚」，`汇聚`"), "utf-8")
    assert check(page, tree) == []


def test_a_page_in_one_language_only_is_found(tree: Path) -> None:
    (tree / "docs/zh/appendix/glossary.md").unlink()
    assert twins(tree) == []
    (tree / "docs/en/a/b.md").unlink()
    (problem,) = twins(tree)
    assert problem.file == "docs/zh/a/b.md" and "write docs/en/a/b.md" in problem.mend


def test_a_description_used_twice_is_found(tree: Path) -> None:
    text = (tree / "docs/zh/a/b.md").read_text(encoding="utf-8")
    (tree / "docs/en/a/b.md").write_text(text, encoding="utf-8")
    assert any("the same description" in p.message for p in check_all(tree))


# Faults between twins.

PAGE = """\
# {title} {{ #title }}

{paragraph} `x.grad` 7, $x^2$ [link](b.md#c).

- {item} one
    - {item} `inner`
- {item} 2.5

| a | b |
|---|---|
| {item} | `d` |
| {item} | 3 |

## {title} {{ #second }}

!!! rule "{title}"

    $$
    y = x
    $$

```text
output
```
"""


def outline(page: str) -> list[parity.Block]:
    extensions = ["admonition", "attr_list", "tables", "pymdownx.arithmatex", "pymdownx.highlight"]
    extensions += ["pymdownx.superfences", "pymdownx.details"]
    settings = {"pymdownx.arithmatex": {"generic": True}}
    return parity.outline(
        markdown.markdown(page, extensions=extensions, extension_configs=settings)
    )


ZH = PAGE.format(title="标题", paragraph="一段话", item="条目")
EN = PAGE.format(title="Heading", paragraph="A paragraph", item="item")


def test_twins_in_other_words_are_accepted() -> None:
    assert parity.compare(outline(ZH), outline(EN), "zh") == []
    assert len(outline(ZH)) == 19


DIFFERENCES = {
    "heading": ("## Heading { #second }\n", "", "second", "the heading #second is not in en"),
    "order": (
        "# Heading { #title }",
        "## x { #second }\n\n# Heading { #title }",
        "",
        "another order",
    ),
    "heading without id": (
        "## Heading { #second }",
        "## Heading",
        "second",
        "#second is not in en",
    ),
    "heading level": ("## Heading", "### Heading", "second", "heading 2 #second here"),
    "paragraph": ("A paragraph", "New.\n\nA paragraph", "title", "numbers differ"),
    "missing paragraph": ("A paragraph `x.grad` 7, $x^2$ [link](b.md#c).\n", "", "title", "ul of"),
    "item": ("- item 2.5\n", "", "title", "ul of 2 here, ul of 1 in en"),
    "row": ("| item | `d` |\n", "", "title", "table of 3 rows here"),
    "inline code": ("`x.grad`", "`y.grad`", "title", "`x.grad` here, `y.grad` in en"),
    "inner code": ("`inner`", "`outer`", "title", "`inner` here, `outer` in en"),
    "number": (" 7,", " 8,", "title", "numbers differ: `7` here, `8` in en"),
    "number in an item": ("2.5", "2.4", "title", "numbers differ"),
    "formula": ("$x^2$", "$x^3$", "title", "formulas differ"),
    "displayed formula": ("y = x", "y = z", "second", "formulas differ"),
    "link": ("b.md#c", "b.md#d", "title", "links differ: `b.md#c` here, `b.md#d` in en"),
    "admonition": ("!!! rule", "!!! note", "second", "box admonition rule here"),
    "code block": ("output\n", "other\n", "second", "code differ"),
    "missing block": ("```text\noutput\n```\n", "", "second", "code here, nothing in en"),
}


@pytest.mark.parametrize("old, new, section, message", DIFFERENCES.values(), ids=DIFFERENCES.keys())
def test_parity_finds(old: str, new: str, section: str, message: str) -> None:
    assert old in EN
    found = parity.compare(outline(ZH), outline(EN.replace(old, new, 1)), "en")
    assert any(where == section and message in text for where, _, text in found), found


def test_links_to_the_twins_of_a_file_are_the_same() -> None:
    here, there = (
        outline(page.replace("b.md#c", f"https://example.org/docs/{language}/b.ipynb"))
        for language, page in (("zh", ZH), ("en", EN))
    )
    assert parity.compare(here, there, "en") == []


def test_a_difference_is_told_with_file_and_line(tree: Path) -> None:
    page = tree / "docs/zh/a/b.md"
    page.write_text(ZH, encoding="utf-8")
    here, there = outline(ZH), outline(EN.replace(" 7,", " 8,"))
    problems = parity.check({("zh", "a/b.md"): here, ("en", "a/b.md"): there}, tree)
    (problem,) = [p for p in problems if p.file.startswith("docs/zh")]
    assert (problem.file, problem.line) == ("docs/zh/a/b.md", 3)
    assert "docs/en/a/b.md" in problem.mend


def test_plain_markdown_alone_would_miss_indented_blocks() -> None:
    """Why conftest.py moves fences to the margin."""
    page = '??? answer "A"\n\n    ```python\n    print(1)\n    ```\n'
    assert [t.type for t in MarkdownIt("commonmark").parse(page)].count("fence") == 0
    assert [t.type for t in AsRead("commonmark").parse(page)].count("fence") == 1
