"""The picture shown where the address of a page is shared: a PNG of 1200 by 630 pixels.

It is drawn while the site is built, from words alone and with a font of its own: without a
browser, without the network, the same on every machine.
"""

from __future__ import annotations

import io
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageDraw, ImageFont

from handbook.files import ROOT

FONT = Path(__file__).parent / "fonts" / "noto-sans-sc-medium.woff"
CSS = ROOT / "docs" / "assets" / "handbook.css"

WIDTH, HEIGHT = 1200, 630
SCALE = 2  # drawn so much larger, then reduced: letters lose the traces of the pixel grid
MARGIN = 72
HEAD, BOTTOM = 108, 554  # the lines on which the first and the last words stand
TOP = 160  # of the capitals of a title, at the highest
TITLE_WIDTH = 750  # beside the graph
TITLE_SIZES = (104, 96, 88, 80, 74, 68), (92, 84, 76, 68), (76, 68, 60, 52)  # on 1, 2, 3 lines
TITLE_LEADING, TITLE_RISE = 1.24, 0.76  # in sizes
TEXT_SIZE, TEXT_LEADING = 34, 50
GAP = 26  # between title and description, more than the leading
SHADES = {"ink": 20, "quiet": 16, "accent": 64}  # how many of each colour

# The graph beside the title: a result, what it came from, the leaves. Centre and radius.
NODES = ((991, 102, 30), (911, 227, 17), (1071, 227, 17))
LEAVES = ((871, 352, 17), (991, 352, 17), (1111, 352, 17))
EDGES = ((0, 1), (0, 2), (1, 3), (1, 4), (2, 4), (2, 5))
BOX = (850, 70, 1130, 370)

# A line may end after a space, and beside a 汉字 or its punctuation.
WIDE = r"[\u2014\u2026\u3000-\u9fff\uff00-\uffef]"
BREAK = re.compile(rf"(?<=\s)(?=\S)|(?<={WIDE})(?=[^\s–-])|(?<=[^\s–-])(?={WIDE})")
PAUSES = frozenset("，。、；：？！）」』》〉】”’…—·％,.;:?!)]}%")
NOT_FIRST = PAUSES | frozenset("的了着吗呢")
NOT_LAST = frozenset("（「『《〈【“‘([{")
NO_PAUSE = 0.08  # what a line costs that ends within a phrase; its length costs its square

# The font draws these as wide as a 汉字, which Latin text does not want.
HAN = r"[\u3400-\u9fff]"
LATIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "…": "..."})


class CardError(ValueError):
    """Words of which no picture can be made; `text` is the one, `mend` says what helps."""

    def __init__(self, text: str, message: str, mend: str) -> None:
        super().__init__(message)
        self.text = text
        self.mend = mend


@cache
def card(site: str, section: str, title: str, description: str) -> bytes:
    """The picture of a page, as a PNG file; the same words give the same picture.

    Args:
        site: the name of the site.
        section: where the page stands in it; may be empty.
        title: the title of the page.
        description: what it is about.

    Raises:
        CardError: the font lacks a character, or the words do not fit.
    """
    site, section, title, description = map(checked, (site, section, title, description))
    rows = wrap(description, TEXT_SIZE, WIDTH - 2 * MARGIN)
    above = BOTTOM - len(rows) * TEXT_LEADING - GAP
    size, lines = fit(title, above - TOP)
    ink, quiet, accent = canvas(), canvas(), graph().copy()
    end = write(ink, MARGIN, HEAD, site, TEXT_SIZE)
    if write(accent, end + 28, HEAD, section, TEXT_SIZE) > MARGIN + TITLE_WIDTH:
        raise CardError(section, "a section too long for the preview picture", "shorten its name")
    for number, line in enumerate(reversed(rows)):
        write(quiet, MARGIN, BOTTOM - number * TEXT_LEADING, line, TEXT_SIZE)
    for number, line in enumerate(reversed(lines)):
        write(ink, MARGIN, above - number * size * TITLE_LEADING, line, size)
    return png(ink=ink, quiet=quiet, accent=accent)


def checked(text: str) -> str:
    """`text` as it is drawn.

    Raises:
        CardError: the font lacks one of its characters.
    """
    drawn = " ".join(text.split())
    if not re.search(HAN, drawn):
        drawn = drawn.translate(LATIN)
    for character in drawn:
        if character not in metrics()[0]:
            message = f"the preview picture's font has no {character} (U+{ord(character):04X})"
            raise CardError(text, message, "choose another word, or add it: `make card-font`")
    return drawn


@cache
def metrics() -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    """The width of each character of the font, and the kerning of pairs, in 1/1000 em.

    Pillow does not kern without a library that not every machine has.
    """
    with TTFont(FONT, lazy=True) as font:
        glyphs = font.getBestCmap()
        widths = {chr(code): font["hmtx"][name][0] for code, name in glyphs.items()}
        pairs = font["kern"].kernTables[0].kernTable.items()
    characters = {name: chr(code) for code, name in glyphs.items()}
    return widths, {(characters[a], characters[b]): kern for (a, b), kern in pairs}


def starts(text: str, size: float) -> list[float]:
    """Where each character of `text` begins, in pixels, and at the end where the last ends."""
    widths, kerning = metrics()
    places = [0.0]
    for pair in pairwise(text + "\0"):
        places.append(places[-1] + (widths[pair[0]] + kerning.get(pair, 0)) * size / 1000)
    return places


def wrap(text: str, size: float, width: float) -> list[str]:
    """`text` in as few lines of `width` as hold it, about equally long, ending at pauses.

    No line begins with a closing mark or ends with an opening one; Latin words stay whole,
    even one that is wider than the line.
    """
    across = starts(text, size)
    places = [0, *(at.start() for at in BREAK.finditer(text) if breakable(text, at.start()))]
    places.append(len(text))
    # The best way to each place: how many lines, how uneven, the lines themselves.
    best: list[tuple[int, float, list[str]]] = [(0, 0.0, [])]
    for number, end in enumerate(places[1:], start=1):
        last = text[:end].rstrip()
        ways = []
        for (count, cost, lines), start in zip(best, places, strict=False):
            filled = (across[len(last)] - across[start]) / width
            if filled <= 1 or start == places[number - 1]:
                cost += filled**2 + (0 if last[-1:] in PAUSES else NO_PAUSE)
                ways.append((count + 1, cost, [*lines, text[start:end].rstrip()]))
        best.append(min(ways))
    return best[-1][2]


def breakable(text: str, at: int) -> bool:
    """Whether a line may end before the character at `at`, and the next begin with it."""
    return text[at] not in NOT_FIRST and text[:at].rstrip()[-1:] not in NOT_LAST


def fit(title: str, room: float) -> tuple[int, list[str]]:
    """The size of the title and its lines, from the top of the first to the foot of the last.

    Raises:
        CardError: there is no room for them.
    """
    for count, sizes in enumerate(TITLE_SIZES, start=1):
        for size in sizes:
            lines = wrap(title, size, TITLE_WIDTH)
            narrow = all(starts(line, size)[-1] <= TITLE_WIDTH for line in lines)
            if (
                narrow
                and len(lines) <= count
                and size * (TITLE_RISE + (count - 1) * TITLE_LEADING) <= room
            ):
                return size, lines
    raise CardError(title, "no room for title and description on the picture", "shorten them")


def canvas() -> Image.Image:
    """An empty stencil."""
    return Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE))


@cache
def graph() -> Image.Image:
    """The graph beside the title, paler from the result to the leaves, as a stencil."""
    finer = 4 * SCALE  # Pillow's lines and circles have hard edges
    left, top, right, bottom = BOX
    shapes = Image.new("L", ((right - left) * finer, (bottom - top) * finer))
    draw = ImageDraw.Draw(shapes)
    nodes = [((x - left) * finer, (y - top) * finer, r * finer) for x, y, r in NODES + LEAVES]
    for one, other in EDGES:
        draw.line((nodes[one][:2], nodes[other][:2]), 255, 7 * finer)
    for x, y, radius in nodes:
        draw.circle((x, y), radius, 255)
    for x, y, radius in nodes[len(NODES) :]:
        draw.circle((x, y), radius - 8 * finer, 0)
    fade = Image.linear_gradient("L").point([255 - step // 2 for step in range(256)])
    shapes = ImageChops.multiply(shapes, fade.resize(shapes.size))
    stencil = canvas()
    stencil.paste(shapes.reduce(4), (left * SCALE, top * SCALE))
    return stencil


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The font at `size` pixels."""
    return ImageFont.truetype(FONT, size * SCALE, layout_engine=ImageFont.Layout.BASIC)


def write(stencil: Image.Image, x: float, y: float, text: str, size: int) -> float:
    """Cut `text` into the stencil, from `x`, on the base line `y`; return where it ends."""
    draw = ImageDraw.Draw(stencil)
    places = starts(text, size)
    for character, start in zip(text, places, strict=False):
        draw.text(((x + start) * SCALE, y * SCALE), character, 255, font(size), anchor="ls")
    return x + places[-1]


@cache
def colours() -> dict[str, tuple[int, ...]]:
    """The colours of the light site, by their names in handbook.css."""
    found = re.findall(r"--(\w+): light-dark\(#(\w{6})", CSS.read_text(encoding="utf-8"))
    return {name: tuple(bytes.fromhex(colour)) for name, colour in found}


def png(**stencils: Image.Image) -> bytes:
    """The ground with each stencil in the colour of its name; no two of them overlap."""
    ground = colours()["ground"]
    index, palette = Image.new("L", (WIDTH, HEIGHT)), list(ground)
    for name, stencil in stencils.items():
        first, steps = len(palette) // 3, SHADES[name]
        shades = [first - 1 + value * steps // 255 for value in range(256)]
        shades = [shade if shade >= first else 0 for shade in shades]
        index = ImageChops.lighter(index, stencil.reduce(SCALE).point(shades))
        for step in range(1, steps + 1):
            pairs = zip(ground, colours()[name], strict=True)
            palette += [low + (high - low) * step // steps for low, high in pairs]
    index.putpalette(palette)
    file = io.BytesIO()
    index.save(file, "PNG", compress_level=7)  # 8 takes five times as long for 4 % less
    return file.getvalue()
