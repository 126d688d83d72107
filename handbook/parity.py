"""Contract 2 on two pages: the same blocks, holding the same code, formulas and links.

The outline is taken from the HTML that Markdown made, so that whatever the site can show
is compared, and a new extension needs nothing here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from handbook.files import ROOT, Problem, relative

NUMBER = re.compile(r"\d+(?:\.\d+)?")
TWIN = re.compile(r"(?<=/docs/)(zh|en)(?=/)")  # in the address of a file that each language has
CONTAINERS = {"ul", "ol", "dl", "blockquote"}
ITEMS = {"li", "dt", "dd"}


@dataclass
class Block:
    """One block of a page: what it is, and what must be the same in its twin.

    Attributes:
        kind: such as `paragraph`, `list of 3`, `heading 2 #kernel-flip`.
        text: its longest stretch without markup, to find its line in the source.
        code, formulas, links, numbers: what stands in its prose, in any order; for a code
            block or a displayed formula, its one content.
    """

    kind: str
    text: str = ""
    code: Counter[str] = field(default_factory=Counter)
    formulas: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)


def outline(html: str) -> list[Block]:
    """The blocks of a page, given the HTML that Markdown made, before MathML."""
    return list(blocks(BeautifulSoup(html, "html.parser")))


def blocks(parent: Tag) -> Iterator[Block]:
    """The blocks in `parent`, in the order of reading, containers before their content."""
    for tag in parent.find_all(True, recursive=False):
        classes = tag.get_attribute_list("class")
        if re.fullmatch(r"h[1-6]", tag.name):
            yield leaf(tag, f"heading {tag.name[1]} #{tag.get('id', '')}")
        elif tag.name == "p":
            yield leaf(tag, "paragraph")
        elif tag.name in ITEMS:
            yield leaf(tag, "item")
            yield from blocks(tag)
        elif tag.name in CONTAINERS:
            items = [child.name for child in tag.find_all(True, recursive=False)]
            yield Block(f"{tag.name} of {len(items)}")
            yield from blocks(tag)
        elif tag.name == "table":
            rows = tag.find_all("tr")
            yield Block(f"table of {len(rows)} rows")
            for cell in tag.find_all(["th", "td"]):
                yield leaf(cell, "cell")
        elif "highlight" in classes:
            yield Block("code", code=Counter([code_text(tag)]))
        elif "arithmatex" in classes:
            yield Block("formula", formulas=Counter([tag.get_text().strip()]))
        elif "admonition" in classes or tag.name == "details":
            kind = "folded" if tag.name == "details" else "box"
            yield Block(f"{kind} {' '.join(name for name in classes if name)}".strip())
            yield from blocks(tag)
        elif tag.name == "figure":
            yield Block("figure")
        elif tag.name == "summary":
            yield leaf(tag, "summary")
        elif tag.name in {"div", "section"} or "-" in tag.name:  # custom elements have a hyphen
            yield from blocks(tag)


def code_text(tag: Tag) -> str:
    """The text of a code block, without the title above it."""
    pre = tag.find("pre")
    return pre.get_text() if pre else tag.get_text()


def leaf(tag: Tag, kind: str) -> Block:
    """The block for a piece of prose; blocks inside it, as in an item, are not its own."""
    prose = BeautifulSoup(str(tag), "html.parser")
    own = f"{tag.name} > "
    inner = ", ".join(own + name for name in ("p", "ul", "ol", "table", "div", "details"))
    for other in prose.select(f"a.headerlink, {inner}"):
        other.decompose()
    links = Counter(TWIN.sub("*", str(a["href"])) for a in prose.find_all("a", href=True))
    links += Counter(str(image["src"]) for image in prose.find_all("img", src=True))
    code = Counter(code.get_text() for code in prose.find_all("code"))
    formulas = Counter(math.get_text() for math in prose.select(".arithmatex"))
    for taken in prose.select("code, .arithmatex"):
        taken.replace_with("\0")
    text = prose.get_text()
    phrases = [line.strip("\0 ") for line in prose.get_text("\n").split("\n")]
    numbers = Counter(NUMBER.findall(text))
    return Block(kind, max(phrases, key=len), code, formulas, links, numbers)


def sections(page: list[Block]) -> dict[str, list[Block]]:
    """The blocks of a page by the heading they stand under, the heading first."""
    found: dict[str, list[Block]] = {"": []}
    name = ""
    for block in page:
        if block.kind.startswith("heading"):
            name = block.kind.partition("#")[2]
        found.setdefault(name, []).append(block)
    return found


def compare(here: list[Block], there: list[Block], other: str) -> list[tuple[str, Block, str]]:
    """How the page `here` differs from its twin `there`, in the language `other`.

    Returns:
        For each difference the id of the heading it stands under, the block, a message.
        Only the first difference in structure under a heading is told: what follows it
        would be out of step.
    """
    mine, theirs = sections(here), sections(there)
    found = [
        (name, mine[name][0], f"the heading #{name} is not in {other}")
        for name in mine
        if name and name not in theirs
    ]
    common = [name for name in mine if name in theirs]
    if not found and common != [name for name in theirs if name in mine]:
        found.append(("", mine[common[-1]][0], f"the headings stand in another order in {other}"))
    for name in common:
        found += [(name, *it) for it in compare_section(mine[name], theirs[name], other)]
    return found


def compare_section(
    here: list[Block], there: list[Block], other: str
) -> Iterator[tuple[Block, str]]:
    """How the blocks under one heading differ from those of the twin."""
    for mine, theirs in zip(here, there, strict=False):
        if mine.kind != theirs.kind:
            yield mine, f"{mine.kind} here, {theirs.kind} in {other}"
            return
        for what in ("code", "formulas", "links", "numbers"):
            only = getattr(mine, what) - getattr(theirs, what)
            lack = getattr(theirs, what) - getattr(mine, what)
            if only or lack:
                yield mine, f"{what} differ: {listed(only)} here, {listed(lack)} in {other}"
    if len(here) > len(there):
        yield here[len(there)], f"{here[len(there)].kind} here, nothing in {other}"


def listed(items: Counter[str]) -> str:
    """Items as a short text."""
    return ", ".join(f"`{item.strip()[:60]}`" for item in items) or "nothing"


def line_of(source: str, section: str, block: Block) -> int:
    """The line of `source` where `block`, under the heading `section`, most likely stands."""
    lines = source.splitlines()
    start = next((i for i, line in enumerate(lines) if f"#{section} " in line), 0)
    text = block.text
    return 1 + next((i for i in range(start, len(lines)) if text and text in lines[i]), start)


def check(outlines: dict[tuple[str, str], list[Block]], root: Path = ROOT) -> list[Problem]:
    """What is wrong with all pages, held against their twins.

    Args:
        outlines: the blocks of each page, by language and path below that language's folder.
        root: the folder that holds docs/.
    """
    problems = []
    for (language, name), here in outlines.items():
        other = "en" if language == "zh" else "zh"
        path = root / "docs" / language / name
        mend = f"say the same in docs/{other}/{name}, or change it there too"
        source = path.read_text(encoding="utf-8")
        problems += [
            Problem(relative(path, root), line_of(source, section, block), message, mend)
            for section, block, message in compare(here, outlines.get((other, name), []), other)
        ]
    return problems
