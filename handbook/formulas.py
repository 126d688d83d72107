"""Formulas: TeX to MathML while the site is built, so that readers run no script."""

from __future__ import annotations

import html
import re
from functools import cache

from math_core import LatexError, LatexToMathML

from handbook import mathfont, room

# What pymdownx.arithmatex writes in its generic mode, and the punctuation around it.
FORMULA = re.compile(
    r"(?P<opening>[(（「『《]*)"
    r'<(?P<tag>span|div) class="arithmatex">\\[(\[](?P<tex>.*?)\\[)\]]</(?P=tag)>'
    r"(?P<mark>[,.;:!?)，。、；：！？）」』》]*)",
    re.DOTALL,
)

NAME = r'(?:<mi>[^<]*</mi>|<mrow><mspace/><mi>[^<]*</mi></mrow>|<mo stretchy="false">\)</mo>)'
INDEX = r"(?:<(mi|mn|mtext)>[^<]*</\3>|<mrow>(?:(?!</?mrow>).)*</mrow>)"
PRIME = "<mo>([′″‴⁗])</mo>"
SET_PRIME = r'<mo lspace="0" rspace="0">\%d</mo>'

# What math-core writes -> what browsers draw well.
MENDED = [
    # The font draws the prime at its height already; as a superscript it would be raised twice.
    (rf"<msup>({NAME}){PRIME}</msup>", rf"<mrow>\1{SET_PRIME % 2}</mrow>"),
    (
        rf"<msubsup>({NAME})({INDEX}){PRIME}</msubsup>",
        rf"<msub><mrow>\1{SET_PRIME % 4}</mrow>\2</msub>",
    ),
    # Chromium misplaces combining characters: \overline and \vec get spacing ones.
    ("\u0332", "\u203e"),
    ('<mo stretchy="false">\u20d7', '<mo stretchy="false" mathsize="70%">\u2192'),
    # Firefox draws ⊙ ⊕ ⊗ as large as a sum in a displayed formula.
    ("<mo([^>]*)>([⊙⊕⊗])", r'<mo largeop="false"\1>\2'),
]


class FormulaError(ValueError):
    """A formula that cannot be shown; `tex` is its source, `mend` says what to do."""

    def __init__(self, tex: str, reason: str, mend: str) -> None:
        super().__init__(f"the formula `{tex}` {reason}")
        self.tex = tex
        self.mend = mend


@cache
def mathml(tex: str, display: bool) -> str:
    """MathML for the TeX source `tex`.

    Raises:
        FormulaError: `tex` does not parse, uses a command math-core does not know, or a
            character that the font does not have.
    """
    try:
        engine = LatexToMathML(fancy_error=False)
        markup = engine.convert_with_local_state(tex, displaystyle=display)
    except LatexError as error:
        mend = "correct the TeX; what is supported: https://github.com/tmke8/math-core"
        raise FormulaError(tex, f"does not parse: at {error}", mend) from None
    for written, drawn in MENDED:
        markup = re.sub(written, drawn, markup)
    if lacking := mathfont.characters(markup) - mathfont.covered():
        names = ", ".join(f"{it} (U+{ord(it):04X})" for it in sorted(lacking))
        mend = "write it otherwise, or add that to the font as docs/assets/fonts/README.md says"
        raise FormulaError(tex, f"needs what its font does not have: {names}", mend)
    return markup


def render(page: str) -> str:
    """The HTML `page` with each formula that arithmatex marked turned into MathML.

    Raises:
        FormulaError: at the first formula that cannot be shown.
    """

    def one(found: re.Match[str]) -> str:
        display = found["tag"] == "div"
        markup = mathml(html.unescape(found["tex"]).strip(), display)
        if display:  # it may be wider than a phone: it scrolls, and the keyboard must reach it
            size = f"--height:{room.height(markup):.1f}em"
            formula = f'<div class="formula" tabindex="0" style="{size}">{markup}</div>'
            return found["opening"] + formula + found["mark"]
        if found["opening"] or found["mark"]:  # no line may begin with the full stop
            return f'<span class="unbroken">{found["opening"]}{markup}{found["mark"]}</span>'
        return markup

    return FORMULA.sub(one, page)
