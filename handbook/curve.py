"""Functions of one number as HTML: the code, each function over its derivative, their values.

The snippet calls `autograd.grad` or `backward()` once for each function, and a slider of the page
moves its input (handbook/recordings.py). A position of the slider is a point of each curve.

A reader chooses a function and moves a point along it. docs/assets/figures/curve.js only moves
things: the places are the points of the drawn lines, the numbers are those of the folded tables.
Without it all pictures are shown, and the panel with the controls stays hidden.
"""

from __future__ import annotations

import html
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.axes import LEFT, Axes
from handbook.drawing import WIDTH, DrawingError, number
from handbook.phrases import CURVE
from handbook.recordings import Value
from handbook.stepper import Figure, coded, listing

FLAT = 0.05  # a slope smaller than this passes hardly anything on
TOP = 24  # above axes: room for a line of text
GIVEN = ("where", "says", "flat")  # phrases that the script puts together
UPPER, LOWER = 176, 96  # heights, in pixels


@dataclass
class Plot:
    """One of the pictures that a reader chooses among.

    Attributes:
        name: what it is called there.
        picture: as SVG.
        head: of its table.
        rows: of its table; the reader's slider goes from the first to the last.
        flat: the numbers of those that are shaded in the picture.
    """

    name: str
    picture: str
    head: list[str]
    rows: list[list[str]]
    flat: set[int] = field(default_factory=set)


# The functions


@dataclass(frozen=True)
class Function:
    """What was recorded of a function: at each `x` its value, and its slope."""

    name: str
    leaf: str
    x: list[float]
    value: list[float]
    slope: list[float]

    @property
    def head(self) -> list[str]:
        """The head of its table."""
        return [self.leaf, f"{self.name}({self.leaf})", f"{self.name}′({self.leaf})"]

    @property
    def rows(self) -> list[list[str]]:
        """Its table: where, the value, the slope."""
        points = zip(self.x, self.value, self.slope, strict=True)
        return [[number(it) for it in point] for point in points]

    @property
    def flat(self) -> set[int]:
        """The numbers of the positions at which it is nearly flat."""
        return {index for index, it in enumerate(self.slope) if abs(it) < FLAT}


def functions(figure: Figure) -> list[Function]:
    """The functions of a run, in the order of its calls.

    Raises:
        DrawingError: there is no slider, or a call is not that of one operation on the number
            that it moves, or gives no number somewhere.
    """
    recording = figure.recording
    if not figure.slider:
        raise DrawingError("a curve needs a slider, such as ```curve x=-5:5:0.25")
    found = []
    for index, call in enumerate(recording.calls):
        (root, _), inputs = call.roots[0], [call.nodes[it.producer] for it in call.edges]
        if [it.name for it in inputs] != [recording.leaf] or call.nodes[0].shape:
            raise DrawingError(f"call {index + 1} is not one operation on {recording.leaf}")
        name = call.nodes[root].op.partition(".")[0]
        runs = [run[index] for _, run in recording.positions]
        value = [finite(it.nodes[root].value, f"{name}({recording.leaf})") for it in runs]
        slope = [finite(it.nodes[0].received, f"the slope of {name}") for it in runs]
        at = [at for at, _ in recording.positions]
        found.append(Function(name, recording.leaf, at, value, slope))
    return found


def finite(value: Value, what: str) -> float:
    """A recorded value that is a number; nan and inf, which are text, are none.

    Raises:
        DrawingError: it is something else.
    """
    if not isinstance(value, float):
        raise DrawingError(f"{what} is {value}, no number that can be drawn")
    return value


# HTML


def render(figure: Figure) -> str:
    """The figure as HTML: code, pictures, tables.

    Raises:
        DrawingError: the run has no functions of one number, or no slider.
    """
    found, recording = functions(figure), figure.recording
    leaf, at = found[0].leaf, found[0].x
    start = [run for _, run in recording.positions].index(recording.calls)
    values = [it for one in found for it in one.value]
    slopes = [it for one in found for it in one.slope]
    low, high = math.floor(min(values)), math.ceil(max(values))
    upper = Axes(at[0], at[-1], low, high, TOP, UPPER)
    lower = Axes(at[0], at[-1], min(slopes), max(slopes), upper.bottom + TOP, LOWER)
    words = {
        key: it.replace("{bound}", number(FLAT)).replace("{leaf}", leaf)
        for key, it in CURVE[figure.language].items()
    }
    words["where"] = f"{leaf} = {{at}}"
    plots = [
        Plot(
            it.name,
            picture(it, upper, lower, start, words, f"{figure.id}_{index}"),
            it.head,
            it.rows,
            it.flat,
        )
        for index, it in enumerate(found)
    ]
    return page(figure, plots, words, ["at", "value", "slope"], start)


def zones(it: Function) -> Iterator[tuple[float, float]]:
    """From where to where a function is nearly flat: half a position around each that is, and
    to the edge of the picture from the first and the last.
    """
    half = (it.x[1] - it.x[0]) / 2
    for index in sorted(it.flat):
        if index - 1 not in it.flat:
            first = it.x[index] - half if index else -math.inf
        if index + 1 not in it.flat:
            yield first, it.x[index] + half if index + 1 < len(it.x) else math.inf


def picture(
    it: Function, upper: Axes, lower: Axes, at: int, words: dict[str, str], name: str
) -> str:
    """A function over its derivative, with a mark at the position numbered `at`."""
    label = words["title"].format(name=it.name, first=number(it.x[0]), last=number(it.x[-1]))
    height = lower.bottom + 2
    parts = [
        *(axes.zone(*zone) for axes in (upper, lower) for zone in zones(it)),
        title("f", f"{it.name}({it.leaf})", upper.top),
        title("d", f"{it.name}′({it.leaf})", lower.top),
        f'<g clip-path="url(#{name})">',
        upper.line("f", it.x, it.value),
        mark(upper, it.x[at], it.value[at], upper.tangent(it.slope[at], 1.5)),
        "</g>",
        lower.line("d", it.x, it.slope),
        mark(lower, it.x[at], it.slope[at]),
    ]
    ground = [*upper.grid(), *lower.grid()]
    return svg(height, label, [upper.clip(name), *ground, *parts])


def svg(height: float, label: str, parts: list[str]) -> str:
    """A picture of that height, in pixels; the `label` says what it shows."""
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}" role="img"'
        f' aria-label="{html.escape(label)}">{"".join(parts)}</svg>'
    )


def title(kind: str, words: str, top: float) -> str:
    """What stands over axes that begin at `top`."""
    return f'<text class="title {kind}" x="{LEFT}" y="{top - 7:g}">{html.escape(words)}</text>'


def mark(axes: Axes, right: float, upward: float, more: str = "") -> str:
    """The point that a script moves along the line before it."""
    at = f"translate({axes.x(right):g} {axes.y(upward):g})"
    return f'<g class="mark" transform="{at}">{more}<circle r="4.5"/></g>'


def page(
    figure: Figure, plots: list[Plot], words: dict[str, str], columns: list[str], start: int
) -> str:
    """The figure as HTML.

    Args:
        figure: whose code and id it has.
        plots: the pictures.
        words: its phrases.
        columns: how the phrase `says` calls the cells of a row.
        start: the number of the row that the pictures show.
    """
    given = {key: it for key, it in words.items() if key in GIVEN}
    data = json.dumps({"columns": columns, **given}, ensure_ascii=False, separators=(",", ":"))
    pictures = "".join(
        f'<div class="curve{" chosen" * (index == 0)}">{it.picture}</div>'
        for index, it in enumerate(plots)
    )
    tables = "".join(table(it) for it in plots)
    return (
        f'<div class="trace"><trace-curve id="{figure.id}" data-words="{html.escape(data)}">'
        f'{listing(figure)}<figure data-search-exclude><div class="curves">{pictures}</div>'
        f"{panel(figure, plots, words, columns, start)}"
        f"<figcaption>{coded(words['legend'])}</figcaption></figure>"
        f'<details class="numbers" data-search-exclude><summary>{words["table"]}</summary>'
        f"{tables}</details></trace-curve></div>"
    )


def panel(
    figure: Figure, plots: list[Plot], words: dict[str, str], columns: list[str], start: int
) -> str:
    """What a reader chooses and moves with, as the script leaves it for the first picture.

    It is part of the page so that nothing moves for it later.
    """
    choices = "".join(
        f'<label><input type="radio" name="{figure.id}" autocomplete="off"'
        f"{' checked' * (index == 0)}>{html.escape(it.name)}</label>"
        for index, it in enumerate(plots)
    )
    first = plots[0]
    gaps = {"name": first.name, **dict(zip(columns, first.rows[start], strict=True))}
    where = html.escape(words["where"].format(**gaps))
    says = words["says"] + words.get("flat", "") * (start in first.flat)
    return (
        '<section class="panel" data-search-exclude>'
        f'<div class="bar" role="radiogroup" aria-label="{words["choice"]}">{choices}</div>'
        f'<label class="bar"><code>{where}</code><input type="range" max="{len(first.rows) - 1}"'
        f' value="{start}" aria-label="{words["slider"]}" aria-valuetext="{where}"'
        ' autocomplete="off"></label>'
        f'<p class="says" aria-live="polite">{coded(says.format(**gaps))}</p></section>'
    )


def table(plot: Plot) -> str:
    """The rows of a plot as an HTML table under its name."""
    head = "".join(f"<th>{html.escape(it)}</th>" for it in plot.head)
    body = "".join(
        f"<tr{' class=flat' * (index in plot.flat)}>{''.join(f'<td>{it}</td>' for it in row)}</tr>"
        for index, row in enumerate(plot.rows)
    )
    caption = html.escape(plot.name)
    return (
        f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def markdown_table(figure: Figure) -> list[str]:
    """The values as the lines of Markdown tables, one for each function, under their title."""
    tables = [markdown(it.name, it.head, it.rows) for it in functions(figure)]
    return titled(CURVE[figure.language]["table"], tables)


def titled(title: str, tables: list[list[str]]) -> list[str]:
    """Markdown tables under a title of their own."""
    return [f"**{title}**", *(line for it in tables for line in ("", *it))]


def markdown(name: str, head: list[str], rows: list[list[str]]) -> list[str]:
    """A Markdown table under its name."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"**{name}**", "", *(f"| {' | '.join(it)} |" for it in lines)]
