r"""The boxed VJPs of the operation pages: each tied to a snippet that checks it, all on one sheet.

A box stands under a heading with an id, and holds the forward formula, then its VJPs:

    ## ReLU { #relu }

    !!! vjp "ReLU `torch.relu`"

        $$
        y = \max(x, 0)
        $$

        $$
        \bar x = \bar y \odot [x > 0]
        $$

A snippet of the page that says `# checks #relu` holds that formula against autograd.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.files import LANGUAGES, ROOT, Problem, relative
from handbook.snippets import INCLUDE

FOLDER = "operations"
SHEET = "cheat-sheet"
PLACE = "<!-- rules -->"
NO_RULES = {"index", SHEET}  # pages of the folder that state no rule of their own
HEADING = re.compile(r"#+ (.*?) \{ #([-a-z0-9]+) \}$")
BOX = re.compile(r'!!! vjp "(.+)"$')
FORMULA = re.compile(r"\$\$\n(.*?)\n\s*\$\$", re.DOTALL)
CHECKS = re.compile(r"^# checks((?: #[-a-z0-9]+)+)$", re.MULTILINE)
HEAD = {"zh": ("运算", "前向", "反向"), "en": ("Operation", "Forward", "Backward")}


@dataclass(frozen=True)
class Rule:
    """A boxed VJP.

    Attributes:
        title: the operation, as the box names it.
        heading: the id of the heading above.
        line: where the box begins.
        formulas: TeX of the forward formula and of its VJPs, in that order.
    """

    title: str
    heading: str
    line: int
    formulas: tuple[str, ...]


def rules(page: Path) -> list[Rule]:
    """The boxed VJPs of the page at `page`, in their order."""
    found, heading = [], ""
    lines = page.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if above := HEADING.match(line):
            heading = above[2]
        if box := BOX.match(line):
            rest = lines[number:]
            end = next((n for n, it in enumerate(rest) if it[:1].strip()), len(rest))
            body = textwrap.dedent("\n".join(rest[:end]))
            found.append(Rule(box[1], heading, number, tuple(FORMULA.findall(body))))
    return found


def checked(page: Path, root: Path = ROOT) -> dict[str, list[Path]]:
    """The snippets of the page at `page` that check a rule, by the heading of the rule."""
    found: dict[str, list[Path]] = {}
    for name in INCLUDE.findall(page.read_text(encoding="utf-8")):
        path = root / "snippets" / name
        if path.suffix == ".py" and path.is_file():
            for line in CHECKS.findall(path.read_text(encoding="utf-8")):
                for heading in line.split():
                    found.setdefault(heading.lstrip("#"), []).append(path)
    return found


def check(root: Path = ROOT) -> list[Problem]:
    """Rules without a check, and checks without a rule, on the pages of both languages."""
    return [
        problem
        for language in LANGUAGES
        for page in sorted((root / "docs" / language / FOLDER).glob("*.md"))
        if page.stem not in NO_RULES
        for problem in of_page(page, root)
    ]


def of_page(page: Path, root: Path) -> Iterator[Problem]:
    """What ties rules to their checks and does not hold, on one page."""
    name, boxes, checks = relative(page, root), rules(page), checked(page, root)
    if not boxes:
        yield Problem(name, 1, "no VJP on a page of operations", 'box one: `!!! vjp "…"`')
    for rule in boxes:
        if [it.heading for it in boxes].count(rule.heading) > 1:
            mend = "give each a heading with an id of its own"
            yield Problem(name, rule.line, f"two VJPs under #{rule.heading}", mend)
        if len(rule.formulas) < 2:
            mend = "write the forward formula and the VJP, each between lines of $$"
            yield Problem(name, rule.line, f"the VJP #{rule.heading} lacks a formula", mend)
        if any("|" in it for it in (rule.title, *rule.formulas)):
            mend = r"write \lvert … \rvert or \mid: | parts the cells of the cheat sheet"
            yield Problem(name, rule.line, f"a | in the VJP #{rule.heading}", mend)
        if rule.heading not in checks:
            mend = f"add the line `# checks #{rule.heading}` to the snippet that checks it"
            yield Problem(name, rule.line, f"no snippet here checks #{rule.heading}", mend)
    for heading, paths in checks.items():
        for path in paths:
            source = path.read_text(encoding="utf-8")
            line = source[: source.index("# checks")].count("\n") + 1
            if heading not in {rule.heading for rule in boxes}:
                message = f"checks #{heading}, which is no VJP on {name}"
                yield Problem(relative(path, root), line, message, "correct the id")
            if "assert_close" not in source or not re.search(r"\.backward\(|grad\(", source):
                message = f"checks #{heading} without comparing anything with autograd"
                mend = "compute the gradient both ways, then torch.testing.assert_close"
                yield Problem(relative(path, root), line, message, mend)


def pages(nav: Any) -> list[str]:
    """The pages of the folder that a site's `nav` lists, in its order: `operations/pooling.md`."""
    if isinstance(nav, str):
        return [nav] if nav.startswith(f"{FOLDER}/") else []
    return [page for it in (nav.values() if isinstance(nav, dict) else nav) for page in pages(it)]


def expanded(markdown: str, language: str, nav: Any, root: Path = ROOT) -> str:
    """A page's Markdown, all rules in the place that the cheat sheet marks for them."""
    return (
        markdown.replace(PLACE, sheet(language, pages(nav), root))
        if PLACE in markdown
        else markdown
    )


def sheet(language: str, pages: list[str], root: Path = ROOT) -> str:
    """All rules of the `pages`, such as `operations/pooling.md`, as Markdown: a table for each."""
    parts = []
    for name in pages:
        page = root / "docs" / language / name
        if boxes := rules(page):
            title = next(filter(None, map(HEADING.match, page.read_text("utf-8").splitlines())))
            parts.append(f"## [{title[1]}]({page.name}) {{ #{page.stem} }}")
            parts.append(table(boxes, page.name, language))
    return "\n\n".join(parts)


def table(boxes: list[Rule], page: str, language: str) -> str:
    """The rules of one page, a row each, the operation linked to where it is derived."""
    rows = [" | ".join(HEAD[language]), "--- | --- | ---"]
    for rule in boxes:
        forward, *backward = (" ".join(it.split()) for it in rule.formulas)
        vjps = "<br>".join(f"${it}$" for it in backward)
        rows.append(f"[{rule.title}]({page}#{rule.heading}) | ${forward}$ | {vjps}")
    return "\n".join(f"| {row} |" for row in rows)
