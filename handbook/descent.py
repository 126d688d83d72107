"""Gradient descent as HTML: the code, a picture for each learning rate, the steps in a table.

The snippet differentiates a function once on a grid, which gives the curve, and then takes steps
of a `torch.optim` optimizer on it, one number at several learning rates. An arrow goes from each
point to where the recorded step led, that is by −learning rate × gradient.

The page is that of handbook/curve.py, and so is the script.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from handbook.axes import Axes
from handbook.curve import Plot, finite, mark, markdown, page, svg, title, titled
from handbook.drawing import DrawingError, number
from handbook.explorer import factor
from handbook.phrases import DESCENT
from handbook.recordings import Step
from handbook.stepper import Figure

TOP, HEIGHT = 24, 220
HEAD = 7  # length of an arrow's head, in pixels


@dataclass(frozen=True)
class Path:
    """The steps taken with one learning rate, and the value of the function before each."""

    lr: float
    steps: list[Step]
    loss: list[float]


def curve(figure: Figure) -> tuple[list[float], list[float], str]:
    """The points of the function that the first call differentiates, and its code.

    Raises:
        DrawingError: that call has no vector to start from.
    """
    call = figure.recording.calls[0]
    leaf = call.nodes[0]
    made = next((call.nodes[it.consumer] for it in call.edges if it.producer == 0), leaf)
    if len(leaf.shape) != 1 or made.shape != leaf.shape:
        raise DrawingError("the first call must differentiate the function on a grid, a vector")
    return leaf.value, made.value, made.code


def paths(figure: Figure) -> list[Path]:
    """The steps by learning rate, in the order in which they were taken.

    Raises:
        DrawingError: a call is followed by no step, or not by one of a single number.
    """
    calls = figure.recording.calls[1:]
    for call in calls:
        if len(call.steps) != 1 or isinstance(call.steps[0].before, list):
            raise DrawingError("each call after the first needs one step of one number")
    if not calls:
        raise DrawingError("no optimizer takes a step")
    found = []
    for lr, group in groupby(calls, lambda it: it.steps[0].lr):
        own = list(group)
        loss = [finite(it.nodes[it.roots[0][0]].value, "the loss") for it in own]
        found.append(Path(lr, [it.steps[0] for it in own], loss))
    return found


def render(figure: Figure) -> str:
    """The figure as HTML: code, pictures, tables.

    Raises:
        DrawingError: the run is not of the form that this module asks for.
    """
    found = paths(figure)
    if len({len(it.steps) for it in found}) != 1:
        raise DrawingError("the learning rates need the same number of steps")
    words = {
        key: it.replace("{leaf}", found[0].steps[0].name)
        for key, it in DESCENT[figure.language].items()
    }
    plots = [
        Plot(
            f"lr = {number(it.lr)}",
            picture(figure, it, words, f"{figure.id}_{index}"),
            head(figure, it),
            rows(it),
        )
        for index, it in enumerate(found)
    ]
    columns = ["step", "at", "value", "slope", "next"]
    return page(figure, plots, words, columns, len(found[0].steps) - 1)


def head(figure: Figure, path: Path) -> list[str]:
    """The head of a path's table."""
    words, name = DESCENT[figure.language], path.steps[0].name
    return [words["step"], name, f"f({name})", words["gradient"], words["next"].format(leaf=name)]


def rows(path: Path) -> list[list[str]]:
    """The steps: their number, from where, the loss there, the gradient, to where."""
    return [
        [
            str(index),
            number(it.before),
            number(value),
            number(it.gradient),
            f"{number(it.before)} − {number(path.lr)} × {factor(it.gradient)} = {number(it.after)}",
        ]
        for index, (it, value) in enumerate(zip(path.steps, path.loss, strict=True), 1)
    ]


def picture(figure: Figure, path: Path, words: dict[str, str], name: str) -> str:
    """The function with the steps of one path; what belongs to step 3 has `data-step="3"`."""
    at, values, code = curve(figure)
    far = max(abs(it.before) for it in path.steps)
    reach = min((abs(it) for it in at if abs(it) >= far), default=max(at))
    drawn = [(one, other) for one, other in zip(at, values, strict=True) if abs(one) <= reach]
    right, upward = [it for it, _ in drawn], [it for _, it in drawn]
    axes = Axes(right[0], right[-1], min(upward), max(upward), TOP, HEIGHT)
    label = words["title"].format(
        code=code, lr=number(path.lr), steps=len(path.steps), start=number(path.steps[0].before)
    )
    points = [it.before for it in path.steps]
    parts = [
        axes.clip(name),
        *axes.grid(),
        title("f", f"{code}, lr = {number(path.lr)}", axes.top),
        f'<g clip-path="url(#{name})">',
        axes.line("f", right, upward),
        *(arrow(axes, path, index) for index in range(len(points))),
        axes.line("way", points, path.loss),
        mark(axes, points[-1], path.loss[-1], axes.tangent(path.steps[-1].gradient, 1)),
        "</g>",
    ]
    return svg(axes.bottom + 2, label, parts)


def arrow(axes: Axes, path: Path, index: int) -> str:
    """A step: the point it starts from, an arrow beside to where it leads, from there to the curve.

    The way from the arrow to the curve belongs to the next step, which evaluates the function.
    """
    step, value = path.steps[index], path.loss[index]
    x, y, end = axes.x(step.before), axes.y(value), axes.x(step.after)
    tip = max(-HEAD, min(HEAD, end - x))
    head = f"M{end:g} {y:g}l{-tip:.4g} 3.5v-7z"
    parts = f'<path class="step" d="M{x:g} {y:g}H{end - tip:g}"/><path class="tip" d="{head}"/>'
    if index:
        drop = f"M{x:g} {axes.y(path.loss[index - 1]):g}V{y:g}"
        parts += f'<path class="drop" d="{drop}"/>'
    return f'<g data-step="{index}">{parts}<circle cx="{x:g}" cy="{y:g}" r="3"/></g>'


def markdown_table(figure: Figure) -> list[str]:
    """The steps as the lines of Markdown tables, one for each learning rate, under their title."""
    tables = [markdown(f"lr = {number(it.lr)}", head(figure, it), rows(it)) for it in paths(figure)]
    return titled(DESCENT[figure.language]["table"], tables)
