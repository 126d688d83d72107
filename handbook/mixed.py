"""Markdown extension: passages in the other language say so, for voices, fonts and translators.

On English pages that is every run of 汉字. On Chinese pages it is English of two words or
more, as in the name of a paper, and code, whose words are English; a single word is a name
or a term, which a Chinese voice reads too.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from handbook.typography import CLOSING, HAN, OPENING

SIGN = f"{HAN}{OPENING}{CLOSING}…—"
WORD = r"(?<![\w.&@/_-])[A-Za-z]+(?:[-–'’][A-Za-z]+)*(?![\w(@/]|\.\w)"
NEXT = rf"(?:[,:;]? \(?{WORD}\)?)"
# What is in the other language, by the language of the page.
PASSAGE = {
    "en": re.compile(
        rf"[《「][^》」]*[{HAN}][^》」]*[》」]|[{SIGN}]*[{HAN}][{SIGN}]*(?:-[{SIGN}]+)*"
    ),
    "zh": re.compile(rf"{WORD}{NEXT}+"),
}

TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
# Elements whose text is no prose, or whose language is told already.
LEFT = re.compile(
    r"<(?:(code|pre|math|svg|script|style)\b"
    r"|(\w+)\b(?=[^>]* lang=)|(\w+)(?= class=\"arithmatex\"))"
)
SENTENCE = re.compile(rf"{WORD}{NEXT}{{2}}")


def mark(page: str, language: str) -> str:
    """The HTML `page`, whose `language` is zh or en, with what is in the other marked."""
    other = "en" if language == "zh" else "zh"
    parts = TAG.split(page)
    left, depth = "", 0
    for number, part in enumerate(parts):
        if number % 2 == 0:
            if not depth:
                parts[number] = PASSAGE[language].sub(rf'<span lang="{other}">\g<0></span>', part)
        elif depth:
            depth += bool(re.match(rf"<{left}\b", part)) - part.startswith(f"</{left}>")
        elif found := LEFT.match(part):
            left, depth = found[found.lastindex or 0], 1
            if language == "zh" and left in {"code", "pre"}:
                text = "".join(parts[number + 1 : parts.index(f"</{left}>", number)])
                english = left == "pre" or SENTENCE.search(text)
                if english and not re.search(f"[{HAN}]", text):
                    parts[number] = f'{part[:-1]} lang="en">'
    return "".join(parts)


class Mark(Postprocessor):
    """Marks the page's HTML."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def run(self, text: str) -> str:
        """The HTML `text`, marked."""
        return mark(text, self.language)


class MixedLanguages(Extension):
    """Wires `Mark` in, after the HTML is whole."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Markdown: register the postprocessor."""
        md.postprocessors.register(Mark(self.language), "mixed-languages", 3)  # listing-link: 5
