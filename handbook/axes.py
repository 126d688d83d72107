"""Axes in an SVG picture: where numbers stand, the lines of a grid, curves, shaded zones.

The picture is as wide as that of a graph (handbook/drawing.py), so its letters stay as large as
they are here on the smallest phone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.drawing import WIDTH, number

LEFT, RIGHT = 38, 6  # beside the axes: room for the numbers, and for half a letter
BELOW = 20  # under them: room for the numbers
APART = 24  # between the numbers of an upright axis, at least
PAD = 6  # inside, so that a point on the edge is whole


@dataclass(frozen=True)
class Axes:
    """A rectangle of the picture that shows numbers.

    Attributes:
        left, right: the smallest and the largest number to the right.
        low, high: the smallest and the largest number upward.
        top, height: of the rectangle, in pixels; it is as wide as the picture allows.
    """

    left: float
    right: float
    low: float
    high: float
    top: float
    height: float

    @property
    def width(self) -> float:
        """In pixels."""
        return WIDTH - LEFT - RIGHT

    @property
    def across(self) -> float:
        """Pixels for 1 to the right."""
        return (self.width - 2 * PAD) / (self.right - self.left)

    @property
    def up(self) -> float:
        """Pixels for 1 upward."""
        return (self.height - 2 * PAD) / (self.high - self.low)

    @property
    def bottom(self) -> float:
        """The y under which the next thing may stand."""
        return self.top + self.height + BELOW

    def x(self, value: float) -> float:
        """Where a number stands to the right, in pixels, to a tenth."""
        return round(LEFT + PAD + (value - self.left) * self.across, 1)

    def y(self, value: float) -> float:
        """Where a number stands upward, in pixels from the top, to a tenth."""
        return round(self.top + PAD + (self.high - value) * self.up, 1)

    def grid(self) -> Iterator[str]:
        """The ground, and a line with its number at round places."""
        bottom, end = self.top + self.height, LEFT + self.width
        box = f'width="{self.width:g}" height="{self.height:g}"'
        yield f'<rect class="ground" x="{LEFT}" y="{self.top:g}" {box}/>'
        for value in ticks(self.left, self.right, 6):
            kind, x = "zero" if value == 0 else "grid", self.x(value)
            yield f'<path class="{kind}" d="M{x:g} {self.top:g}V{bottom:g}"/>'
            yield f'<text x="{x:g}" y="{bottom + 16:g}">{number(value)}</text>'
        for value in ticks(self.low, self.high, int(self.height // APART)):
            kind, y = "zero" if value == 0 else "grid", self.y(value)
            yield f'<path class="{kind}" d="M{LEFT} {y:g}H{end:g}"/>'
            yield f'<text class="up" x="{LEFT - 5}" y="{y + 4.5:g}">{number(value)}</text>'

    def clip(self, name: str) -> str:
        """A clip path of that id: what it is put on ends at the edge."""
        box = f'width="{self.width:g}" height="{self.height:g}"'
        rect = f'<rect x="{LEFT}" y="{self.top:g}" {box}/>'
        return f'<clipPath id="{name}">{rect}</clipPath>'

    def line(self, kind: str, right: Sequence[float], upward: Sequence[float]) -> str:
        """The points one after the other, joined by a line of that class."""
        pairs = zip(right, upward, strict=True)
        points = " ".join(f"{self.x(one):g},{self.y(other):g}" for one, other in pairs)
        return f'<polyline class="{kind}" points="{points}"/>'

    def zone(self, first: float, last: float) -> str:
        """What lies between two numbers to the right, shaded from bottom to top."""
        left = self.x(max(first, self.left - PAD / self.across))
        right = self.x(min(last, self.right + PAD / self.across))
        at = f'x="{left:g}" y="{self.top:g}" width="{right - left:.4g}" height="{self.height:g}"'
        return f'<rect class="flat" {at}/>'

    def tangent(self, slope: float, reach: float) -> str:
        """A line of that slope, to both sides of the origin of the group it is put in.

        It goes as far as a number of that size, `reach`, which is 1 inside: a script sets only
        the slope, as y1 and y2.
        """
        scale = f"scale({self.across * reach:.4f} {-self.up * reach:.4f})"
        return (
            f'<g transform="{scale}">'
            f'<line class="tangent" x1="-1" y1="{-slope:.6g}" x2="1" y2="{slope:.6g}"/></g>'
        )


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers from `low` to `high`, `most` at most: 1, 2 or 5 times a power of ten apart."""
    power = 10.0 ** (math.floor(math.log10(high - low)) - 1)
    for apart in (it * power for it in (1, 2, 5, 10, 20, 50, 100)):
        first, last = math.ceil(low / apart), math.floor(high / apart)
        if last - first < most:
            break
    return [it * apart for it in range(first, last + 1)]
