"""Draws the graph of a recorded call as SVG: leaves on top, the root below.

The picture is as wide as the smallest phone has room for, so that it is shown in its own size
and its letters stay as large as they are here. Nothing in it depends on a script; classes and
`data-n`, `data-e` (the numbers of node and edge) let one show parts of it.
"""

from __future__ import annotations

import html
import math
from dataclasses import dataclass
from itertools import pairwise

from handbook.recordings import Call, Edge, Node, Value

WIDTH = 320  # of the picture, in pixels: the text column of a phone of 360
GAP, WIDE_GAP = 12, 40  # between boxes side by side: at least, at most
RISE = 36  # between rows, where the edges run
PAD = 8  # inside a box
LINE = 18  # height of a line of text
LETTER = 8  # width of a letter: monospaced, of 13 pixels
SMALL = 7.4  # the same for the name of a node, of 12 pixels
NABLA = 16  # room for the nabla before a gradient
THREAD = 16  # room for an edge that passes a row
APART = 30  # between two edges that join the same boxes


class DrawingError(ValueError):
    """A run that a kind of figure cannot show, or has no room for."""


def number(value: Value) -> str:
    """A number as a reader sees it, to six digits; whole ones in full; None as a dash."""
    if value is None:
        return "–"
    if isinstance(value, bool | str):
        return str(value).replace("-", "−")
    if value == int(value) and abs(value) < 1e9:
        return str(int(value)).replace("-", "−")
    digits, _, power = f"{value:.6g}".partition("e")
    return (digits + (f"e{int(power)}" if power else "")).replace("-", "−")


def text(value: Value) -> str:
    """A value on one line: a number, or the entries of a tensor in brackets."""
    if isinstance(value, list):
        return f"[{', '.join(map(text, value))}]"
    return number(value)


def shape(sizes: list[int]) -> str:
    """A shape as Python writes it: `(2,)`, `(2, 3)`."""
    return str(tuple(sizes))


def rows(value: Value) -> list[list[str]]:
    """The entries of a tensor in rows, for a panel; leading sizes of 1 are left out."""
    while isinstance(value, list) and len(value) == 1 and isinstance(value[0], list):
        value = value[0]
    if not isinstance(value, list):
        return [[number(value)]]
    if any(isinstance(it, list) for row in value if isinstance(row, list) for it in row):
        return [[text(it) for it in value]]
    return (
        [[number(it) for it in row] for row in value]
        if isinstance(value[0], list)
        else [[number(it) for it in value]]
    )


# Where things stand


@dataclass
class Panel:
    """The numbers of one tensor: its entries in rows, each in the middle of a cell."""

    entries: list[list[str]]
    cell: float = 0
    mark: float = 0  # room to its left, for the nabla of a gradient

    @property
    def width(self) -> float:
        """In pixels."""
        return self.mark + self.cell * len(self.entries[0])


@dataclass
class Box:
    """Where a node is drawn, and what is written in it.

    Attributes:
        label, fn: its two lines of text.
        value, gradient: its two panels, side by side or, if there is no room, stacked.
        width, height, left, top: of the box, in pixels.
    """

    label: str
    fn: str
    value: Panel
    gradient: Panel
    stacked: bool = False
    width: float = 0
    height: float = 0
    left: float = 0
    top: float = 0

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return self.left + self.width / 2

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.top + self.height


def layers(call: Call) -> list[int]:
    """The row of each node: below all it is made of; a leaf right above its first use."""
    row = [0] * len(call.nodes)
    for edge in sorted(call.edges, key=lambda it: it.consumer):
        row[edge.consumer] = max(row[edge.consumer], row[edge.producer] + 1)
    for number, node in enumerate(call.nodes):
        uses = [row[it.consumer] for it in call.edges if it.producer == number]
        if node.leaf and uses:
            row[number] = min(uses) - 1
    return row


Place = tuple[int, int]  # row, and the node's number; or -1 - the edge's, where one passes by


def arranged(call: Call) -> tuple[list[list[Place]], list[list[Place]]]:
    """The places in each row, from left to right, and those that each edge leads through."""
    row = layers(call)
    table: list[list[Place]] = [[] for _ in range(max(row) + 1)]
    for node, level in enumerate(row):
        table[level].append((level, node))
    ways = []
    for index, edge in enumerate(call.edges):
        passed = [(it, -1 - index) for it in range(row[edge.producer] + 1, row[edge.consumer])]
        for place in passed:
            table[place[0]].append(place)
        ends = (row[edge.producer], edge.producer), (row[edge.consumer], edge.consumer)
        ways.append([ends[0], *passed, ends[1]])
    steps = [step for way in ways for step in pairwise(way)]
    at = {it: column - (len(line) - 1) / 2 for line in table for column, it in enumerate(line)}
    for sweep in range(6):  # each place moves to the middle of its neighbours
        for line in table if sweep % 2 == 0 else table[::-1]:
            near = {it: [at[b if a == it else a] for a, b in steps if it in (a, b)] for it in line}
            line.sort(key=lambda it: sum(near[it]) / len(near[it]) if near[it] else at[it])
            at.update({it: column - (len(line) - 1) / 2 for column, it in enumerate(line)})
    return table, ways


def fitting(room: float, letter: float, *texts: str) -> str:
    """The first of `texts` that fits into `room`, else the last, cut."""
    most = int(room // letter)
    chosen = [it for it in texts if it]
    for it in chosen:
        if len(it) <= most:
            return it
    return chosen[-1][: max(most - 1, 1)] + "…" if chosen else ""


def boxes(call: Call, others: list[Call], table: list[list[Place]]) -> dict[Place, Box]:
    """A box for each place, wide enough for the numbers of the `others` too."""
    found = {}
    top = 1.0
    for line in table:
        threads = sum(node < 0 for _, node in line)
        count = len(line) - threads
        room = (WIDTH - 2 - threads * THREAD - GAP * (len(line) - 1)) / max(count, 1)
        for place in line:
            node = place[1]
            if node >= 0:
                found[place] = box(call.nodes[node], [it.nodes[node] for it in others], room)
            else:
                found[place] = Box("", "", Panel([]), Panel([]), width=THREAD)
        full = sum(found[it].width for it in line)
        gap = max(GAP, min(WIDE_GAP, (WIDTH - 2 - full) / max(len(line) - 1, 1)))
        width = full + gap * (len(line) - 1)
        if width > WIDTH:
            raise DrawingError(f"a row of {count} nodes is {width:.0f} wide, of {WIDTH} at most")
        left, height = (WIDTH - width) / 2, max(found[it].height for it in line)
        for place in line:
            it = found[place]
            if place[1] < 0:
                it.height = height
            it.left, it.top = left, top + (height - it.height) / 2
            left += it.width + gap
        top += height + RISE
    return found


def box(node: Node, others: list[Node], room: float) -> Box:
    """The box of a node, in `room` pixels; its panels find room for the `others` too."""
    inner = room - 2 * PAD
    whole = f"{node.name} = {node.code}" if node.name and node.code else ""
    label = fitting(inner, LETTER, whole, node.name or node.code or node.op.partition(".")[0])
    name = node.fn.removesuffix("Backward0").removesuffix("Backward")
    sizes = f" {shape(node.shape)}" if node.shape and isinstance(node.shape[0], int) else ""
    fn = fitting(inner, SMALL, node.fn + sizes, name + sizes, name)
    value = Panel(rows(node.value), cell([it.value for it in [node, *others]]))
    received = [it for node in [node, *others] for it in (node.received, node.after)]
    gradient = Panel(rows(node.received), cell(received), NABLA)
    side = value.width + PAD + gradient.width
    stacked = side > inner
    panels = max(value.width, gradient.width) if stacked else side
    counts = len(value.entries), len(gradient.entries)
    return Box(
        label,
        fn,
        value,
        gradient,
        stacked,
        width=max(len(label) * LETTER, len(fn) * SMALL, panels) + 2 * PAD,
        height=(2 + (sum(counts) if stacked else max(counts))) * LINE + PAD + 3,
    )


def cell(values: list[Value]) -> float:
    """The width of a cell that holds any entry of the `values`."""
    panels = [rows(it) for it in values if it is not None]
    longest = max((len(it) for panel in panels for row in panel for it in row), default=1)
    apart = any(len(row) > 1 for panel in panels for row in panel)
    return (longest + apart) * LETTER


# The picture


def svg(call: Call, others: list[Call], label: str) -> str:
    """The picture of a call.

    Args:
        call: whose numbers it shows.
        others: with the same graph; their numbers must find room too.
        label: what the picture shows, in words.

    Raises:
        DrawingError: too many nodes side by side.
    """
    table, ways = arranged(call)
    places = boxes(call, others, table)
    height = math.ceil(max(it.bottom for it in places.values()) + 1)
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img"'
        f' aria-label="{html.escape(label)}">'
    ]
    drawn = [[places[it] for it in way] for way in ways]
    for index, way in enumerate(drawn):
        shifts = shift(way, index, drawn, end=0), shift(way, index, drawn, end=-1)
        parts.append(line(index, call.edges[index], way, shifts))
    for place in sorted(places, key=lambda it: it[1]):
        if place[1] >= 0:
            parts.append(panel(place[1], call.nodes[place[1]], places[place]))
    return "".join([*parts, "</svg>"])


def shift(way: list[Box], index: int, ways: list[list[Box]], end: int) -> float:
    """How far from the middle of the box at its `end` an edge joins it, others being there too."""
    there = [number for number, it in enumerate(ways) if it[end] is way[end]]
    there.sort(key=lambda it: (ways[it][1 if end == 0 else -2].middle, it))
    apart = min(APART, way[end].width / len(there))
    return apart * (there.index(index) - (len(there) - 1) / 2)


def line(index: int, edge: Edge, way: list[Box], shifts: tuple[float, float]) -> str:
    """An edge: a curve up to a tip at the node that receives, and what was sent over it."""
    points = [(way[0].middle + shifts[0], way[0].bottom)]
    for passed in way[1:-1]:
        points += [(passed.middle, passed.top), (passed.middle, passed.bottom)]
    points.append((way[-1].middle + shifts[1], way[-1].top))
    x, y = points[0]
    path = f"M{x:.4g} {y + 5:.4g}"
    for (x1, y1), (x2, y2) in pairwise(points):
        half = (y1 + y2) / 2
        path += f"C{x1:.4g} {half:.4g} {x2:.4g} {half:.4g} {x2:.4g} {y2:.4g}"
    sent = text(edge.sent) if edge.sent is not None else ""
    sent = sent if len(sent) <= 10 else ""
    (x1, y1), (x2, y2) = points[:2]
    aside = math.copysign(len(sent) * LETTER / 2 + 3, (x2 - x1) or shifts[0]) if sent else 0
    aside = aside if abs(x2 - x1) < 2 * LETTER and shifts[0] else 0
    return (
        f'<g class="e" data-e="{index}"><path d="{path}"/>'
        f'<path class="t" d="M{x:.4g} {y:.4g}l-4 7h8z"/>'
        f'<text x="{(x1 + x2) / 2 + aside:.4g}" y="{(y1 + y2) / 2 + 5:.4g}">{sent}</text></g>'
    )


def panel(index: int, node: Node, box: Box) -> str:
    """A node: its box, the tensor it stands for, its name, the numbers."""
    kind = "n leaf" if node.leaf else "n"
    middle, low = box.width / 2, PAD + LINE - 5
    below = low + 2 * LINE + (len(box.value.entries) * LINE if box.stacked else 0)
    gap = (box.width - box.value.width - box.gradient.width) / 3
    left = (box.width - box.value.width) / 2 if box.stacked else gap
    right = (box.width - box.gradient.width) / 2 if box.stacked else 2 * gap + box.value.width
    words = [
        f'<rect width="{box.width:.4g}" height="{box.height:.4g}" rx="6"/>',
        f'<text class="l" x="{middle:.4g}" y="{low}">{html.escape(box.label)}</text>',
        f'<text class="f" x="{middle:.4g}" y="{low + LINE - 1}">{html.escape(box.fn)}</text>',
        *cells("v", box.value, left, low + 2 * LINE),
        f'<text class="d" x="{right + NABLA / 2:.4g}" y="{below}">∇</text>',
        *cells("g", box.gradient, right, below),
        f'<text class="w" x="{right + box.gradient.width / 2:.4g}" y="{below}"></text>',
    ]
    at = f"translate({box.left:.4g} {box.top:.4g})"
    return f'<g class="{kind}" data-n="{index}" transform="{at}">{"".join(words)}</g>'


def cells(kind: str, panel: Panel, left: float, top: float) -> list[str]:
    """The entries of a panel whose left edge, and first line, are there, on a ground."""
    found = []
    if len(panel.entries) > 1 or len(panel.entries[0]) > 1:
        width, height = panel.width - panel.mark, len(panel.entries) * LINE
        at = f"M{left + panel.mark:.4g} {top - LINE + 5:.4g}"
        found.append(f'<path class="p" d="{at}h{width:.4g}v{height}h-{width:.4g}z"/>')
    return found + [
        f'<text class="{kind}" x="{left + panel.mark + (column + 0.5) * panel.cell:.4g}"'
        f' y="{top + row * LINE:.4g}">{entry}</text>'
        for row, line in enumerate(panel.entries)
        for column, entry in enumerate(line)
    ]
