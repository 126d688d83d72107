"""Markdown extension: a snippet and its output become one unit, with the file's name.

On a page a listing is two plain fences with one include each,

    ```python
    --8<-- "basics/chain-rule/paths.py"
    ```

    ```text
    --8<-- "basics/chain-rule/paths.out"
    ```

so that GitHub, an editor and pytest-markdown-docs see ordinary Markdown. Before the
includes are expanded, this writes the file's name and its kind into the fences' headers;
when the HTML stands, it turns the name into a link.
"""

from __future__ import annotations

import re
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from handbook.snippets import INCLUDE, promised

WRONG = re.compile(r"(?m)# wrong$")
OPENING = re.compile(r"^(\s*)(`{3,})(python|text)\s*$")
TITLE = re.compile(r'<span class="filename">([^<]+\.(?:py|out))</span>')
# Marked or not, these look alike; names, operators and the rest would be half a page's elements.
PLAIN = re.compile(r'<span class="(?:n|o|p|w)">([^<]*)</span>')
CODE = re.compile(r"(<pre[^>]*><span></span><code)>(.*?)(?=</code>)", re.DOTALL)
WORDS = {
    "zh": {"output": "输出", "fails": "故意出错", "wrong": "故意写错"},
    "en": {"output": "Output", "fails": "fails on purpose", "wrong": "wrong on purpose"},
}


def fault(source: str) -> str:
    """How the code `source` is wrong on purpose.

    Returns:
        `fails` if a line ends in `# raises X`, `wrong` if one ends in `# wrong` (it runs, and
        gives what it should not), else nothing.
    """
    return "fails" if promised(source) else "wrong" if WRONG.search(source) else ""


class Mark(Preprocessor):
    """Name the file in the header of each fence that includes one."""

    def __init__(self, snippets: Path) -> None:
        super().__init__()
        self.snippets = snippets

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines, each opening fence before an include with title and classes."""
        marked = list(lines)
        for number, line in enumerate(lines[:-1]):
            fence = OPENING.match(line)
            include = INCLUDE.search(lines[number + 1])
            if fence and include:
                indent, ticks, language = fence.groups()
                kinds = f".{language}{self.kind(include[1])}"
                marked[number] = f'{indent}{ticks} {{{kinds} title="{include[1]}"}}'
        return marked

    def kind(self, name: str) -> str:
        """Extra class of the block that shows the file `name`."""
        if name.endswith(".out"):
            return " .output"
        path = self.snippets / name
        kind = fault(path.read_text(encoding="utf-8")) if path.is_file() else ""
        return f" .{kind}" if kind else ""


class Link(Postprocessor):
    """Turn the title of each listing into a link to its file, or the word for output."""

    def __init__(self, repository: str, words: dict[str, str], snippets: Path) -> None:
        super().__init__()
        self.repository = repository.rstrip("/")
        self.words = words
        self.snippets = snippets

    def run(self, text: str) -> str:
        """The page's HTML with its listings titled, their height told, and no marks unseen."""
        return CODE.sub(self.code, PLAIN.sub(r"\1", TITLE.sub(self.title, text)))

    def code(self, found: re.Match[str]) -> str:
        """A block with its number of lines: handbook.css keeps room for what is not drawn yet."""
        return f'{found[1]} style="--lines:{found[2].count(chr(10))}">{found[2]}'

    def title(self, found: re.Match[str]) -> str:
        """Markup for one title, whose text is a path under snippets/."""
        name = found[1]
        if name.endswith(".out"):
            return f'<span class="filename">{self.words["output"]}</span>'
        short = name.rpartition("/")[2]
        path = f"{self.snippets.name}/{name}"
        if self.repository:
            short = f'<a href="{self.repository}/blob/main/{path}" title="{path}">{short}</a>'
        kind = fault((self.snippets / name).read_text(encoding="utf-8"))
        badge = f'<span class="badge">{self.words[kind]}</span>' if kind else ""
        return f'<span class="filename">{short}{badge}</span>'


class ListingExtension(Extension):
    """Wires `Mark` before pymdownx.snippets and `Link` after the HTML is whole."""

    def __init__(self, snippets: Path, language: str, repository: str = "") -> None:
        super().__init__()
        self.mark = Mark(snippets)
        self.link = Link(repository, WORDS[language], snippets)

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Markdown: register both processors."""
        md.preprocessors.register(self.mark, "listing-mark", 40)  # pymdownx.snippets: 32
        md.postprocessors.register(self.link, "listing-link", 5)  # raw HTML is back at 30
