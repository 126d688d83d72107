"""A page as plain Markdown, for language models and for people in a terminal.

What only this site understands is put into common Markdown: included files stand in full
under their names, boxes are quotations, a picture is what it shows, a figure the table of its
numbers. Formulas stay TeX.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from markdown import Markdown

from handbook import figures
from handbook.files import ROOT
from handbook.listings import WORDS, Mark
from handbook.pages import FENCE

COLON = {"zh": "：", "en": ": "}
FIGURE = {"zh": "图", "en": "Figure"}

HEADER = re.compile(r'\{ ?\.(\w+)(.*?) title="([^"]*)" ?\}')
BOX = re.compile(r'( *)(?:!!!|\?\?\?\+?) +([\w -]+?)(?: +"(.*)")? *')
PICTURE = re.compile(r'.*<figure\b.*?\b(?:aria-label|alt)="([^"]*)".*</figure>.*')
ANCHOR = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>')
PARAGRAPH = re.compile(r"</?p\b[^>]*>")
TARGET = re.compile(r"(?<=\]\()[^)\s]+")
ATTRIBUTES = re.compile(r"\s*\{:? ?[#.][^{}]*\}")
VERBATIM = re.compile(r"(`+[^`]*`+|\$\$[^$]*\$\$|\$[^$]*\$)")  # code and formulas

Link = Callable[[str], str]


def page(
    source: str, head: dict[str, str], snippets: dict[str, Any], language: str, link: Link
) -> str:
    """A page as plain Markdown.

    Args:
        source: its Markdown, as written for this site, without front matter.
        head: what its front matter is to say.
        snippets: the settings of pymdownx.snippets.
        language: `zh` or `en`.
        link: gives the address to write for one that stands in the source.
    """
    reader = Markdown(
        extensions=["pymdownx.snippets"], extension_configs={"pymdownx.snippets": snippets}
    )
    lines = list(figures.as_plain(source.splitlines(), ROOT / "snippets", language))
    lines = Mark(ROOT / "snippets").run(lines)
    lines = reader.preprocessors["snippet"].run(lines)
    meta = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    return "\n".join(["---", *meta, "---", "", *plain(lines, language, link), ""])


def plain(lines: list[str], language: str, link: Link) -> Iterator[str]:
    """The lines of a page or of a box, their includes expanded, as common Markdown."""
    start = 0
    while start < len(lines):
        line, start = lines[start], start + 1
        if mark := FENCE.match(line):
            end = until(rf"\s*{mark[1]}+\s*", lines, start)
            yield opening(line, mark[2], language)
            yield from "\n".join(lines[start:end]).rstrip().split("\n")
            yield line.partition(mark[1])[0] + mark[1]
            start = end + 1
        elif re.fullmatch(r"\s*\$\$(?!.*\$\$).*", line):
            end = until(r".*\$\$\s*", lines, start) + 1
            yield from [line, *lines[start:end]]
            start = end
        elif box := BOX.fullmatch(line):
            inside = box[1] + "    "
            end = until(rf"(?!{inside}).*\S.*", lines, start)
            body = plain([it.removeprefix(inside) for it in lines[start:end]], language, link)
            title = box[2].capitalize() if box[3] is None else box[3]
            for quoted in [f"**{title}**", "", *"\n".join(body).strip("\n").split("\n")]:
                yield f"{box[1]}> {quoted}".rstrip()
            yield ""
            start = end
        elif picture := PICTURE.fullmatch(line):
            yield FIGURE[language] + COLON[language] + html.unescape(picture[1])
        elif not ATTRIBUTES.fullmatch(line):
            parts = VERBATIM.split(line)  # every second part is code or a formula
            parts[::2] = [prose(part, link) for part in parts[::2]]
            yield "".join(parts)


def until(pattern: str, lines: list[str], start: int) -> int:
    """The number of the first line from `start` on that is of `pattern`, else of lines."""
    found = (n for n in range(start, len(lines)) if re.fullmatch(pattern, lines[n]))
    return next(found, len(lines))


def opening(line: str, header: str, language: str) -> str:
    """The line that opens a fence, after the name of what stands in it."""
    named = HEADER.fullmatch(header)
    if named is None:
        return line
    kind, classes, title = named.groups()
    words = WORDS[language]
    if title.endswith(".out"):
        title = words["output"]
    elif title.endswith(".py"):
        faults = [word for name, word in words.items() if f".{name}" in classes]
        title = " – ".join([f"`snippets/{title}`", *faults])
    indent = line[: -len(line.lstrip())]
    ticks = line.strip().partition(" ")[0]
    return f"{indent}{title}{COLON[language].rstrip()}\n\n{indent}{ticks}{kind}"


def prose(text: str, link: Link) -> str:
    """Text without code and formulas: links lead to where `link` says, nothing has an id."""
    text = PARAGRAPH.sub("", ANCHOR.sub(r"[\2](\1)", text))
    text = TARGET.sub(lambda found: link(found[0]), text)
    return ATTRIBUTES.sub("", text)
