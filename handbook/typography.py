"""How Chinese is set and phrased, wherever a reader meets it.

A text is checked as it is read: without the marks of Markdown; code, formulas and addresses
are one sign each, which no rule looks into.
"""

from __future__ import annotations

import ast
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from handbook.files import ROOT, Problem, pages, relative
from handbook.notebooks import joined
from handbook.pages import outside_fences

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
OPENING = "（「『《"
CLOSING = "，。、；：？！）」』》"
WORD = rf"[^\W_{HAN}]"  # a letter or digit
SIGN = 0xF0000  # for private use: from here on, one for each piece of code, formula, address
SIGNS = "\U000f0000-\U000ffffd"
HALF = ",;:?!."
DASH = r"(?:-{2,}|(?<!—)—(?!—)| [-–] )"
CLAUSE = "[^，。；：？！…|\n]"
FEW = "[^的是，。；：？！、|\n]{1,6}"
OTHERS = "".join(c for c in map(chr, range(0x4E00, 0xA000)) if not c.encode("gb2312", "ignore"))


class Rule(NamedTuple):
    """A fault: what it is, where it stands, what to write for it."""

    message: str
    pattern: str
    instead: str | Callable[[re.Match[str]], str]


SETTING = [
    Rule(
        "no space between 汉字 and a word, number, code or formula",
        rf"(?<=[{HAN}])(?={WORD}|[{SIGNS}])|(?<={WORD})(?=[{HAN}])|(?<=[{SIGNS}%°])(?=[{HAN}])",
        " ",
    ),
    Rule("a space between 汉字", rf"(?<=[{HAN}]) +(?=[{HAN}])", ""),
    Rule(
        "a space beside full-width punctuation",
        rf"(?<=[^\s|]) +(?=[{OPENING}{CLOSING}])|(?<=[{OPENING}{CLOSING}]) +(?=[^\s|])",
        "",
    ),
    Rule(
        "a line that ends between 汉字, where browsers show a space",
        rf"(?<=[{HAN}{CLOSING}])\n *(?=[{HAN}{OPENING}])",
        "",
    ),
    Rule(
        "half-width punctuation",
        rf"(?<=[{HAN}）」』》{SIGNS}]) *(?:[,;:?!]|\.(?![A-Za-z.])) *"
        rf"|(?<={WORD})[{HALF}] *(?=[{HAN}{OPENING}])",
        lambda found: found[0].strip().translate(str.maketrans(HALF, "，；：？！。")),
    ),
    Rule(
        "half-width brackets",
        rf"(?<=[{HAN}]) *\([^()|\n]*\) *|\([^()|\n]*[{HAN}][^()|\n]*\)",
        lambda found: f"（{found[0].strip()[1:-1]}）",
    ),
    Rule(
        "doubled punctuation",
        r"[，。、；：？！][，。、；：]|[，。、；：][？！]|([？！])\1+",
        lambda found: found[0][0],
    ),
    Rule("quotation marks other than 「」", r'["“]([^"“”|\n]*)["”]', r"「\1」"),
    Rule("an ellipsis other than ……", r"\.{2,}|。{2,}|(?<!…)…(?!…)|…{3,}", "……"),
    Rule(
        "a dash other than ——",
        rf"(?<=[{HAN}{CLOSING}]) *{DASH} *| *{DASH} *(?=[{HAN}{OPENING}])| +—— *|—— +",
        "——",
    ),
    Rule(
        "full-width letters, digits or signs",
        r"[\u3000＂-＇＊＋－-９＜-＞＠-Ｚ＼＾-ｚ]+",
        lambda found: unicodedata.normalize("NFKC", found[0]),
    ),
]
# For these a person must find the words.
PHRASING = [
    Rule("当……时", rf"(?:(?<=[，。；：？！（「|])|(?m:^))当{CLAUSE}+?时(?:候，?|，)", "……时，"),
    Rule("被……所", rf"被{CLAUSE}{{1,12}}所(?![有以在谓])", "被……"),
    Rule("进行", rf"对{CLAUSE}{{1,20}}进行|进行(?:了|着|一次)?(?=[{HAN}]{{2}})", "the verb alone"),
    Rule("three 的 close together", f"的{FEW}的{FEW}的", "it in two clauses"),
    Rule("您", "您", "你, or nothing"),
    Rule("traditional or rare", f"[{OTHERS}]", "it in 简体"),
]

# From what is written to what is read. A bar stands where one piece of text ends.
DISPLAYED = re.compile(r"\$\$.*?\$\$", re.DOTALL)
SOLID = re.compile(r"(`+).+?\1|\$[^$\n]+\$|https?://[!#-'*-;=?-~]+")
MARKS = [
    (re.compile(r"(?m)^ *#{1,6} (.*)$"), r"|\1|"),
    (re.compile(r'(?m)^ *(?:!{3}|\?{3}\+?) [\w ]+ "(.*)"$'), r"|\1|"),
    (re.compile(r'(?m)^ *(?:[-*+:>]|\d+\.|title:|description:) +"?'), "|"),
    (re.compile(r" *\| *"), "|"),
    (re.compile(rf"(?<=[{CLOSING}])\*\* |\*+"), ""),  # a bold beginning needs its space
    (re.compile(r"\]\([^)\n]*\)|\[\^[^]\n]*\]|!?\[|\]"), ""),
    (re.compile(r"</?[a-z][^>\n]*>|\{:? ?[#.][^}\n]*\}"), ""),
]
TAG = re.compile(r"\{[%#{].*?[%#}]\}", re.DOTALL)  # of a template
# Some words before and after a fault, to show it in.
BEFORE = re.compile(rf"(?:{WORD}+|[^|\n]){{0,6}}$")
AFTER = re.compile(rf"^(?:{WORD}+|[^|\n]){{0,6}}")


def as_read(text: str) -> tuple[str, list[str]]:
    """The Markdown `text` as it is read, line for line, and what each sign stands for."""
    prose = dict(outside_fences(text.split("\n")))
    text = "\n".join(prose.get(number, "") for number in range(1, text.count("\n") + 2))
    text = DISPLAYED.sub(lambda found: "\n" * found[0].count("\n"), text)
    signs: list[str] = []

    def sign(found: re.Match[str]) -> str:
        signs.append(found[0])
        return chr(SIGN + len(signs) - 1)

    text = SOLID.sub(sign, text)
    for written, read in MARKS:
        text = written.sub(read, text)
    return text, signs


def faults(text: str) -> Iterator[tuple[int, str, str]]:
    """The faults of the Chinese `text`: for each its line, what is wrong, how to mend it."""
    prose, signs = as_read(text)

    def quoted(part: str) -> str:
        part = re.sub(rf"[{SIGNS}]", lambda sign: signs[ord(sign[0]) - SIGN], part)
        return part.replace("\n", "⏎")

    for message, pattern, instead in SETTING + PHRASING:
        for found in re.finditer(pattern, prose):
            start, end = found.span()
            before = BEFORE.findall(prose[max(0, start - 40) : start])[0]
            after = AFTER.findall(prose[end : end + 40])[0]
            around = before + found[0] + after
            by_hand = (message, pattern, instead) in PHRASING
            new = instead if by_hand else quoted(re.sub(pattern, instead, around))
            line = prose.count("\n", 0, start) + 1
            yield line, f"{message}: {quoted(around)}", f"write {new}"


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The texts that readers of the file at `path` see, each with the line it begins at."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        yield 1, source
    elif path.suffix == ".ipynb":
        yield from of_notebook(source)
    elif path.suffix == ".yml":
        for event in yaml.parse(source):
            if isinstance(event, yaml.ScalarEvent) and event.start_mark:
                yield event.start_mark.line + 1, event.value
    elif path.suffix == ".py":
        yield from of_module(source)
    elif path.suffix == ".txt":
        yield 1, TAG.sub(lambda found: "\n" * found[0].count("\n"), source)
    else:
        for number, line in enumerate(source.splitlines(), start=1):
            yield from ((number, text) for text in re.findall(r'"([^"]*)"', line))


def of_notebook(source: str) -> Iterator[tuple[int, str]]:
    """Title, description, Markdown cells, and what is said of pictures."""
    notebook = json.loads(source)
    found = [notebook["metadata"].get(key, "") for key in ("title", "description")]
    for cell in notebook["cells"]:
        found.append(cell["source"] if cell["cell_type"] == "markdown" else "")
        found.append(cell["metadata"].get("alt", ""))
    for text in filter(None, found):
        first = json.dumps(text if isinstance(text, str) else text[0], ensure_ascii=False)
        yield source.partition(first)[0].count("\n") + 1, joined(text)


def of_module(source: str) -> Iterator[tuple[int, str]]:
    """What stands under the key `zh` of a dictionary."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "zh":
                    for it in ast.walk(value):
                        if isinstance(it, ast.Constant):
                            yield it.lineno, str(it.value)


def chinese_files(root: Path = ROOT) -> list[Path]:
    """Every file with Chinese for readers: of the site, of the guides, of the program."""
    others = ["*.zh.md", "mkdocs.yml", "handbook/*.py", "hooks/*.py"]
    others += ["overrides/**/*.html", "overrides/**/*.txt"]
    return pages("zh", root) + sorted(path for name in others for path in root.glob(name))


def check(path: Path, root: Path = ROOT) -> list[Problem]:
    """All that is wrong with how the Chinese in the file at `path` is set and phrased."""
    return [
        Problem(relative(path, root), start + line - 1, message, mend)
        for start, text in texts(path)
        if re.search(f"[{HAN}]", text)
        for line, message, mend in faults(text)
    ]
