"""How tall a formula will be, so that a browser that lays it out late keeps the right room."""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree

# In em. Fitted to what Chromium measures on this site's formulas in STIX Two Math: 2 px off in
# the mean, and 15 px at most (tests/test_browser.py has the limit).
LETTER = (0.85, 0.2)
DIGIT = (0.85, 0.1)
OPERATOR = (1.12, 0.45)  # a sum or product in a displayed formula
AXIS = 0.33  # fraction bars and tables are centred this far above the baseline
BAR = 0.2  # what a fraction bar keeps apart
SCRIPT = 0.7  # size of what is above or below, of the size of its base
RAISED, LOWERED, OVERLAP = 0.36, 0.25, 0.47  # a tall base moves its scripts further out
LIMIT = 0.06  # between a sum and its bounds
ROOT = 0.55  # above what stands under a root
FENCE, FENCES = 0.1, tuple("()[]{}|‖⌊⌋⌈⌉")  # how far they reach beyond what they enclose
ROW, EQUATION = 0.36, 0.77  # between the rows of a matrix; between equations (handbook.css)


def height(markup: str) -> float:
    """The height of displayed MathML `markup`, in em of the text around it."""
    # XML knows five names of characters, HTML all.
    xml = re.sub(r"&(?!(?:lt|gt|amp);)\w+;", lambda it: html.unescape(it[0]), markup)
    return sum(extent(ElementTree.fromstring(xml), 1.0, True))


def extent(node: ElementTree.Element, size: float, display: bool) -> tuple[float, float]:
    """What `node`, set at `size` em, takes above and below the baseline."""
    children = list(node)
    display = node.get("displaystyle", str(display).lower()) == "true"
    match node.tag.rpartition("}")[2]:
        case "mfrac":
            small = size * (1 if display else SCRIPT)
            top, bottom = (sum(extent(child, small, False)) for child in children)
            return top + (BAR / 2 + AXIS) * size, bottom + (BAR / 2 - AXIS) * size
        case "mtable":
            gap = EQUATION if display else ROW
            rows = [across(list(row), size, display) for row in children]
            half = sum(above + below + gap * size for above, below in rows) / 2
            return half + AXIS * size, half - AXIS * size
        case "munder" | "mover" | "munderover" | "msub" | "msup" | "msubsup" as kind:
            return scripted(kind, node, size, display)
        case "msqrt":
            above, below = across(children, size, display)
            return above + ROOT * size, below
    if children:
        return across(children, size, display)
    text = (node.text or "").strip()
    if not text or text in "=+−⋅⊙→":  # lower than any letter
        return 0, 0
    above, below = OPERATOR if display and text in "∑∏∫" else LETTER
    above, below = DIGIT if text[0].isdigit() else (above, below)
    return above * size, below * size


def across(nodes: list[ElementTree.Element], size: float, display: bool) -> tuple[float, float]:
    """What stands side by side is as tall as the tallest of it, above and below."""
    extents = [extent(node, size, display) for node in nodes]
    above, below = max(above for above, _ in extents), max(below for _, below in extents)
    stretches = any(it.text in FENCES and it.get("stretchy") != "false" for it in nodes)
    if stretches and above + below > sum(LETTER) * size:
        return above + FENCE * size, below + FENCE * size
    return above, below


def scripted(
    kind: str, node: ElementTree.Element, size: float, display: bool
) -> tuple[float, float]:
    """A base with what stands above and below it."""
    base, *scripts = node
    above, below = extent(base, size, display)
    if node.get("accent") == "true":
        return max(above, LETTER[0] * size), below
    small = [extent(script, size * SCRIPT, False) for script in scripts]
    if kind in ("munder", "munderover"):
        below += sum(small[0]) + LIMIT * size
    if kind in ("mover", "munderover"):
        above += sum(small[-1]) + LIMIT * size
    if kind in ("msub", "msubsup"):
        below = max(below, small[0][1] + max(LOWERED * size, below - OVERLAP * size))
    if kind in ("msup", "msubsup"):
        above = max(above, small[-1][0] + max(RAISED * size, above - OVERLAP * size))
    return above, below
