"""The font of the formulas, cut down to the characters that the pages use."""

from __future__ import annotations

import html
import io
import re
from functools import cache, lru_cache
from unicodedata import decomposition, east_asian_width

from fontTools import subset
from fontTools.ttLib import TTFont

from handbook.files import ROOT

NAME = "assets/fonts/stix-two-math.woff2"  # below docs/, and below each language's site
SOURCE = ROOT / "docs" / NAME

FORMULA = re.compile(r"<math\b.*?</math>", re.DOTALL)
ELEMENT = re.compile(r"<(m\w*)([^>]*)>([^<]*)")

# A browser draws the only letter of an <mi> in italics: as another character, for which the
# letter has a compatible one ("<font> 0078" is x). The italic h is older than the others.
ITALICS = [*range(0x1D434, 0x1D468), 0x1D6A4, 0x1D6A5, *range(0x1D6E2, 0x1D71C)]
ITALIC = {"h": "\u210e"} | {
    chr(int(plain, 16)): chr(number)
    for number in ITALICS
    if (plain := decomposition(chr(number)).removeprefix("<font> "))
}


# Where FreeType draws (Linux, Android), it fits the heights of letters to the pixels, and takes
# these heights from certain letters of the alphabet: without them others come out differently.
HEIGHTS = "0123456789 THEZOCQSLU fijkdbh uvxzoesc nr pqgy ΓΒΕΖΘΟΩΔΞ βθδζλξ αειοπστω γημρφχψ"


def characters(page: str) -> frozenset[str]:
    """The characters that a browser takes from the font to draw the MathML in `page`.

    汉字 and full-width punctuation are not among them: a system's Chinese font draws them.
    """
    drawn: set[str] = set()
    for formula in FORMULA.findall(page):
        for tag, attributes, content in ELEMENT.findall(formula):
            text = html.unescape(content)
            drawn |= set(text)
            if tag == "mi" and "mathvariant" not in attributes:
                drawn.add(ITALIC.get(text, " "))
            elif tag == "mo" and text == "-":
                drawn.add("\u2212")
            elif tag in {"msqrt", "mroot"}:
                drawn.add("\u221a")
    return frozenset(it for it in drawn if not it.isspace() and east_asian_width(it) not in "FW")


@cache
def covered() -> frozenset[str]:
    """The characters that the whole font has."""
    with TTFont(SOURCE) as font:
        return frozenset(map(chr, font.getBestCmap()))


@lru_cache(maxsize=1)
def cut(used: frozenset[str]) -> bytes:
    """The font with the characters `used`, and with what these grow into and are built of."""
    options = subset.Options(layout_features=["*"], hinting=False, flavor="woff2")
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, used | set(HEIGHTS))))
    file = io.BytesIO()
    with subset.load_font(SOURCE, options) as font:
        subsetter.subset(font)
        subset.save_font(font, file, options)
    return file.getvalue()
