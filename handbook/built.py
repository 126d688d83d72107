"""The built HTML held against its sources: each block of code or output, letter for letter.

A block's text is what its copy button copies: the text of its `<pre>`, markup dropped. So a
character that was not escaped, a line that a highlighter lost, or a block that no file
stands behind shows here.
"""

from __future__ import annotations

import difflib
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from handbook import notebooks
from handbook.files import ROOT, Problem, relative
from handbook.listings import WORDS, fault
from handbook.pages import fences
from handbook.snippets import INCLUDE

MARKER = re.compile(r"(?m)^.*--8<-- \[(?:start|end):.*\n")
MEND = "build again; if it stays, what renders pages has lost or added text"


@dataclass(frozen=True)
class Listing:
    """A block as its source has it.

    Attributes:
        line: where it stands in the page's source.
        text: its letters.
        title: what stands above it: a path under `snippets/`, the word for output, or
            nothing, as above a shell command.
        fault: `fails` or `wrong` for code that is so on purpose, else nothing.
    """

    line: int
    text: str
    title: str = ""
    fault: str = ""


def check(path: Path, page: str, root: Path = ROOT) -> list[Problem]:
    """Where the blocks on a built page differ from their sources.

    Args:
        path: the page's source under `docs/`, Markdown or notebook.
        page: its built HTML.
        root: the folder that holds docs/ and snippets/.
    """
    language = path.relative_to(root / "docs").parts[0]
    of_notebook = path.suffix == ".ipynb"
    expected = of_cells(path, language) if of_notebook else of_fences(path, language, root)
    found = BeautifulSoup(page, "html.parser").select("main pre")
    name = relative(path, root)
    problems = []
    if len(found) != len(expected):
        message = f"{len(expected)} blocks here, {len(found)} on the built page"
        problems.append(Problem(name, 1, message, MEND))
    for listing, pre in zip(expected, found, strict=False):
        text = pre.get_text()
        if text.strip("\n") != listing.text.strip("\n"):
            message = f"the built page shows another text:\n{difference(listing.text, text)}"
            problems.append(Problem(name, listing.line, message, MEND))
        for message in titled(listing, pre, language):
            problems.append(Problem(name, listing.line, message, MEND))
    return problems


def of_fences(path: Path, language: str, root: Path) -> list[Listing]:
    """The blocks of a Markdown page, each include expanded."""
    listings = []
    for line, _, body in fences(path.read_text(encoding="utf-8").splitlines()):
        include = INCLUDE.search(body[0]) if body else None
        if include is None:
            listings.append(Listing(line, textwrap.dedent("\n".join(body))))
            continue
        text = (root / "snippets" / include[1]).read_text(encoding="utf-8")
        if include[1].endswith(".out"):
            listings.append(Listing(line, text, WORDS[language]["output"]))
        else:
            listings.append(Listing(line, MARKER.sub("", text), include[1], fault(text)))
    return listings


def of_cells(path: Path, language: str) -> list[Listing]:
    """The blocks of a lab: each code cell, and what it printed."""
    listings = []
    lines = path.read_text(encoding="utf-8").splitlines()
    for cell in notebooks.code_cells(notebooks.load(path)):
        line = next(n for n, text in enumerate(lines, 1) if f'"id": "{cell["id"]}"' in text)
        wrong = fault(cell["source"])
        listings.append(Listing(line, cell["source"], WORDS[language]["wrong"] if wrong else ""))
        texts = [it.get("text") or it.get("data", {}).get("text/plain") for it in cell["outputs"]]
        drawn = [notebooks.SVG in it.get("data", {}) for it in cell["outputs"]]
        printed = [text for text, picture in zip(texts, drawn, strict=True) if text and not picture]
        if printed:
            text = "\n".join(text.rstrip("\n") for text in printed)
            listings.append(Listing(line, text, WORDS[language]["output"]))
    return listings


def titled(listing: Listing, pre: Tag, language: str) -> list[str]:
    """What is wrong with what stands above a block: name, link, badge, kind."""
    block = pre.find_parent("div", class_="highlight")
    if block is None:
        return ["the block is not highlighted"]
    title = block.find(class_="filename")
    text = title.get_text() if title else ""
    badge = WORDS[language][listing.fault] if listing.fault else ""
    wanted = listing.title.rpartition("/")[2] + badge
    kinds = {"output", "fails", "wrong"} & set(block.get_attribute_list("class"))
    found = []
    if text != wanted:
        found.append(f"titled `{text}` on the built page, not `{wanted}`")
    if ("output" in kinds) != (listing.title == WORDS[language]["output"]):
        found.append("the built page takes code for output, or output for code")
    if listing.fault and listing.fault not in kinds:
        found.append(f"not marked as code that is `{listing.fault}`")
    link = title.find("a", href=True) if title else None
    if link is not None and not str(link["href"]).endswith(f"/snippets/{listing.title}"):
        found.append(f"its title leads to {link['href']}")
    return found


def difference(expected: str, found: str) -> str:
    """The lines in which two texts differ."""
    lines = difflib.unified_diff(
        expected.strip("\n").splitlines(),
        found.strip("\n").splitlines(),
        "the source",
        "the built page",
        lineterm="",
        n=1,
    )
    return "\n".join(lines)
