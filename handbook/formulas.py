"""Formulas: TeX to MathML while the site is built, so that readers run no script."""

from __future__ import annotations

import html
import re
from functools import cache

from math_core import LatexError, LatexToMathML

# What pymdownx.arithmatex writes in its generic mode.
FORMULA = re.compile(r'<(span|div) class="arithmatex">\\([(\[])(.*?)\\[)\]]</\1>', re.DOTALL)

# Chromium misplaces the combining characters that math-core writes for \overline and \vec;
# their spacing twins stand where they should.
SPACING = str.maketrans({"\u0332": "\u00af", "\u20d7": "\u2192"})


class FormulaError(ValueError):
    """A formula that does not parse; `tex` is its source."""

    def __init__(self, tex: str, reason: str) -> None:
        super().__init__(f"the formula `{tex}` does not parse: {reason}")
        self.tex = tex


@cache
def mathml(tex: str, display: bool) -> str:
    """MathML for the TeX source `tex`.

    Raises:
        FormulaError: `tex` does not parse, or uses a command math-core does not know.
    """
    try:
        markup = LatexToMathML().convert_with_local_state(tex, displaystyle=display)
    except LatexError as error:
        raise FormulaError(tex, str(error)) from None
    return markup.translate(SPACING)


def render(page: str) -> str:
    """The HTML `page` with each formula that arithmatex marked turned into MathML.

    Raises:
        FormulaError: at the first formula that does not parse.
    """

    def one(found: re.Match[str]) -> str:
        display = found[2] == "["
        markup = mathml(html.unescape(found[3]).strip(), display)
        if display:  # it may be wider than a phone: it scrolls, and the keyboard must reach it
            return f'<div class="formula" tabindex="0">{markup}</div>'
        return markup

    return FORMULA.sub(one, page)
