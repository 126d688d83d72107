"""Pictures that matplotlib drew, made fit for a page: light, dark, and in the page's font."""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree

# Drawn black on white; on the page they take its colours, in light and in dark.
# The names are set in docs/assets/handbook.css; the colours here serve where they are not.
COLOURS = {
    "#000000": "currentColor",
    "#ffffff": "none",
    "#b0b0b0": "var(--plot-grid, #b0b0b0)",
    "#1f77b4": "var(--plot-1, #1f77b4)",
    "#ff7f0e": "var(--plot-2, #ff7f0e)",
    "#2ca02c": "var(--plot-3, #2ca02c)",
    "#d62728": "var(--plot-4, #d62728)",
}
REFERENCE = re.compile(r"(?<=#)[A-Za-z_][\w.-]*")
FONT_FAMILY = re.compile(r"\bfont-family: [^;]*;?")
DECIMAL = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
IDLE = re.compile(r"rotate\(-?0 ")
# A number that stands alone; not the digits in `#1f77b4` or in `figure-1`.
NUMBER = re.compile(r"(?<![\w#.-])-?\d+(?:\.\d+)?(?![\w.])")
# In units of the picture, 346 wide: less than a line's width. Fonts and the last bit of a
# logarithm move a mark by a hundredth of a unit; another result moves it by more than this.
TOLERANCE = 0.5


def figure(svg: str, name: str, alt: str) -> str:
    """The picture `svg` as one line of HTML.

    Args:
        svg: what matplotlib wrote.
        name: prefix of the ids inside, unique on the page.
        alt: what the picture shows, in words, in the page's language.
    """
    drawing = clean(svg, name).replace(
        "<svg ", f'<svg role="img" aria-label="{html.escape(alt)}" ', 1
    )
    return f'<figure class="plot" data-search-exclude>{drawing}</figure>'


def clean(svg: str, name: str) -> str:
    """`svg` on one line, without a ground, fonts, remarks and ids of its own."""
    root = ElementTree.fromstring(svg)
    for parent in list(root.iter()):
        for child in list(parent):
            if local(child.tag) in {"metadata", "style"}:
                parent.remove(child)
    referred = {
        found
        for element in root.iter()
        for key, value in element.attrib.items()
        if "url(#" in value or local(key) == "href"
        for found in REFERENCE.findall(value)
    }
    ids: dict[str, str] = {}
    for element in root.iter():
        if element.get("id") in referred:
            ids[element.attrib["id"]] = f"{name}-{len(ids) + 1}"
    for element in root.iter():
        element.tag = local(element.tag)
        attributes = {local(key): value for key, value in element.attrib.items()}
        element.attrib.clear()
        for key, value in attributes.items():
            unused = key == "version" or (key == "id" and value not in ids)
            if not unused and not IDLE.match(value):
                element.set(key, attribute(key, value, ids))
        element.text = (element.text or "").strip() if element.tag == "text" else None
        element.tail = None
    root.set("fill", "currentColor")
    root.set("style", "stroke-linejoin: round; stroke-linecap: butt")
    return ElementTree.tostring(root, encoding="unicode")


def local(name: str) -> str:
    """`name` without its namespace."""
    return name.rpartition("}")[2]


def attribute(key: str, value: str, ids: dict[str, str]) -> str:
    """The value to write for `key`: its ids renamed, its colours the page's, its digits few."""
    if key == "id":
        return ids[value]
    value = REFERENCE.sub(lambda found: ids.get(found[0], found[0]), value)
    value = DECIMAL.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), value)
    if key == "style":
        value = FONT_FAMILY.sub("", value)
        for colour, replacement in COLOURS.items():
            value = value.replace(f": {colour}", f": {replacement}")
    return " ".join(value.split())


def same(first: str, second: str) -> bool:
    """Whether two pictures show the same: equal but for numbers too close to tell apart."""
    one, other = clean(first, "same"), clean(second, "same")
    if NUMBER.sub("0", one) != NUMBER.sub("0", other):
        return False
    pairs = zip(NUMBER.findall(one), NUMBER.findall(other), strict=True)
    return all(abs(float(a) - float(b)) <= TOLERANCE for a, b in pairs)
