"""Markdown extension: figures drawn from recordings, where a page places them.

On a page a figure is a fence, of the kind of the figure, around the include of its snippet:

    ```stepper x=-2:4:0.5
    --8<-- "basics/chain-rule/along_the_graph.py"
    ```

It shows the code too, so it stands where the code alone would stand; the output follows in a
fence of its own, as always. What a kind shows is made by a module named like it; `x=-2:4:0.5`
asks for a slider (handbook/recordings.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from handbook import curve, descent, explorer, recordings, stepper
from handbook.drawing import DrawingError
from handbook.files import Problem
from handbook.recordings import INCLUDED, OPENING

# What draws each kind of figure, and what says it in a text.
RENDER = {
    "stepper": stepper.render,
    "explorer": explorer.render,
    "curve": curve.render,
    "descent": descent.render,
}
PLAIN = {
    "stepper": stepper.markdown_table,
    "explorer": explorer.markdown_table,
    "curve": curve.markdown_table,
    "descent": descent.markdown_table,
}

SIGN = "\ufdd0figure "  # begins with what is no character, so no page holds it


class FigureError(ValueError):
    """A figure that cannot be made; `problem` tells where it is placed, and what to do."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def figure(name: str, slider: str, snippets: Path, language: str) -> stepper.Figure:
    """The figure of the snippet `name`, still to be drawn.

    Raises:
        FigureError: it is not recorded, or was recorded without that slider.
    """
    path = (snippets / name).with_suffix(".py")
    file = f"{snippets.name}/{name}.json"
    if not path.with_suffix(".json").exists():
        message = "is not there: a page places the figure of this run"
        raise FigureError(Problem(file, 1, message, recordings.make(name)))
    recording = recordings.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    if slider:
        values = [at for at, _ in recording.positions]
        if (recording.leaf, values) != recordings.grid(slider):
            message = f"was recorded for another slider than {slider}, which a page asks for"
            raise FigureError(Problem(file, 1, message, recordings.make(name)))
    source = path.read_text(encoding="utf-8")
    return stepper.Figure(name, source, recording, bool(slider), language)


def draw(shown: stepper.Figure, kind: str) -> str:
    """The figure as HTML, drawn by what its `kind` names.

    Raises:
        FigureError: its kind cannot show this run, or has no room for it.
    """
    with told(shown, kind):
        return RENDER[kind](shown)


@contextmanager
def told(shown: stepper.Figure, kind: str) -> Iterator[None]:
    """Tell what a kind cannot show with the file it is in, and what to do."""
    try:
        yield
    except DrawingError as error:
        mend = f"correct the fence, show a smaller or simpler run, or adapt handbook/{kind}.py"
        raise FigureError(Problem(f"snippets/{shown.name}.json", 1, str(error), mend)) from None


class Draw(Preprocessor):
    """Draws the figures: a sign for each stands where its fence stood, before includes expand."""

    def __init__(self, snippets: Path, language: str) -> None:
        super().__init__()
        self.snippets = snippets
        self.language = language
        self.drawn: list[str] = []

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines, a sign in the place of each figure's."""
        self.drawn = []
        return list(self.signed(lines))

    def signed(self, lines: list[str]) -> Iterator[str]:
        """The page's lines, one by one."""
        rest = iter(enumerate(lines))
        for number, line in rest:
            opening = OPENING.match(line)
            included = INCLUDED.match(lines[number + 1]) if opening else None
            if opening is None or included is None:
                yield line
                continue
            slider = opening["slider"] or ""
            name, kind = included["name"], opening["kind"]
            self.drawn.append(draw(figure(name, slider, self.snippets, self.language), kind))
            yield from ("", f"{SIGN}{len(self.drawn) - 1}", "")
            for _ in range(2):  # the include, and the end of the fence
                next(rest, None)


class Put(Preprocessor):
    """Puts the figures in the place of their signs, as HTML that Markdown leaves alone."""

    def __init__(self, md: Markdown, draw: Draw) -> None:
        super().__init__(md)
        self.draw = draw

    def run(self, lines: list[str]) -> list[str]:
        """The page's lines, with figures."""
        return [
            self.md.htmlStash.store(self.draw.drawn[int(line.removeprefix(SIGN))])
            if line.startswith(SIGN)
            else line
            for line in lines
        ]


class FigureExtension(Extension):
    """Wires `Draw` and `Put` in."""

    def __init__(self, snippets: Path, language: str) -> None:
        super().__init__()
        self.draw = Draw(snippets, language)

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Markdown: register both."""
        # pymdownx.snippets expands includes at 32; Markdown drops marks of the stash at 30.
        md.preprocessors.register(self.draw, "figures-draw", 41)
        md.preprocessors.register(Put(md, self.draw), "figures-put", 29)


def as_plain(lines: list[str], snippets: Path, language: str) -> Iterator[str]:
    """The lines of a page with each figure as what a text can say: its code, and a table.

    Raises:
        FigureError: a figure cannot be made, be it as a text or as a picture.
    """
    shown: stepper.Figure | None = None
    kind = ""
    for number, line in enumerate(lines):
        opening = OPENING.match(line)
        included = INCLUDED.match(lines[number + 1]) if opening else None
        if opening and included:
            name, slider, kind = included["name"], opening["slider"] or "", opening["kind"]
            shown = figure(name, slider, snippets, language)
            yield line.partition("`")[0] + "```python"
        elif shown and line.strip() == "```":
            draw(shown, kind)  # what it raises later, in the middle of Markdown, nothing catches
            with told(shown, kind):
                table = PLAIN[kind](shown)
            yield from (line, "", *table)
            shown = None
        else:
            yield line
