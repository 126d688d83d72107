"""Contract 2 on one page: its front matter, headings, includes and words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from handbook.files import LANGUAGES, ROOT, Problem, pages, relative
from handbook.recordings import KINDS, grid
from handbook.snippets import INCLUDE

FENCE = re.compile(r"^\s*(`{3,}|~{3,})\s*(.*?)\s*$")
HEADING = re.compile(r"^#{1,6} ")
HEADING_ID = re.compile(r"\{ #[a-z0-9]+(-[a-z0-9]+)* \}$")
ANY_INCLUDE = re.compile(r"-{1,}8<-{1,}\s*(.*)")
SECTION = re.compile(r"--8<-- \[start:([-\w]+)\]")
LINK = re.compile(r"\]\(([^)\s]+)\)")
# PyTorch's documentation and sources, each of one version.
PYTORCH = re.compile(r"docs\.pytorch\.org/docs/([^/]+)|github\.com/pytorch/pytorch/blob/([^/]+)")
TEX = re.compile(r"\$[^$\s][^$]*\$")
# What a reader does not read as prose: code, formulas, addresses; and a term between
# quotation marks is spoken of, not used.
NOT_PROSE = re.compile(r"`[^`]*`|\$\$.*?\$\$|\$[^$\n]*\$|\]\([^)]*\)|「[^」]*」", re.DOTALL)
DESCRIPTION = {"zh": 80, "en": 155}

Finding = tuple[int, str, str]


def check(path: Path, root: Path = ROOT) -> list[Problem]:
    """All that contract 2 finds wrong with the source of the page at `path`.

    The words and links of a notebook stand in its JSON line by line, and are checked there;
    its headings and code are checked in test_notebooks.py.
    """
    language = path.relative_to(root / "docs").parts[0]
    lines = path.read_text(encoding="utf-8").splitlines()
    found = []
    if path.suffix == ".md":
        found += [
            *of_front_matter(lines, language),
            *of_headings(lines),
            *of_fences(lines, root / "snippets"),
        ]
    found += [
        *of_links(path, lines),
        *of_terms(path, lines, root),
    ]
    return [Problem(relative(path, root), line, message, mend) for line, message, mend in found]


def of_front_matter(lines: list[str], language: str) -> Iterator[Finding]:
    """Title and description, for the browser's tab, search engines and previews."""
    mend = "begin the page with `---`, `title: …`, `description: …`, `---`"
    if "---" not in lines[1:] or lines[0] != "---":
        yield 1, "no front matter", mend
        return
    try:
        meta = yaml.safe_load("\n".join(lines[1 : lines.index("---", 1)])) or {}
    except yaml.YAMLError as error:
        yield 1, f"front matter that is no YAML: {getattr(error, 'problem', error)}", mend
        return
    for key in ("title", "description"):
        if not meta.get(key):
            yield 1, f"no {key}", mend
    length = len(str(meta.get("description", "")))
    if length > DESCRIPTION[language]:
        message = f"a description of {length} characters"
        yield 1, message, f"say it in {DESCRIPTION[language]}: previews cut the rest"


def of_headings(lines: list[str]) -> Iterator[Finding]:
    """One title, and an English id on each heading, the same in both languages."""
    titles = 0
    for number, line in outside_fences(lines):
        if HEADING.match(line):
            titles += line.startswith("# ")
            if not HEADING_ID.search(line):
                mend = "end it in an English id: `{ #kernel-flip }`"
                yield number, f"a heading without id: {line}", mend
            if TEX.search(line):
                mend = "say it in words: TeX shows raw in the tab and the contents"
                yield number, f"a formula in a heading: {line}", mend
    if titles != 1:
        yield 1, f"{titles} titles", "exactly one heading with one #"


def outside_fences(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines that are no part of a fenced block, with their numbers."""
    fence = ""
    for number, line in enumerate(lines, start=1):
        mark = FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and not mark[2]:
            fence = ""
        elif not fence:
            yield number, line


def of_fences(lines: list[str], snippets: Path) -> Iterator[Finding]:
    """Code and output come only by an include of a whole file or of a named section."""
    blocks = fences(lines)
    for index, (number, header, body) in enumerate(blocks):
        language = header.strip("{}. ").split(" ")[0]
        if language in KINDS and header != language:
            try:
                grid(header.removeprefix(language).strip())
            except ValueError as error:
                yield number, str(error), "correct it, or leave it out"
        elif header != language:
            yield number, f"options on a fence: {header}", "name the language and nothing else"
        if language not in {"python", "text", "sh", *KINDS}:
            mend = "say python, text or sh: what runs is included, commands are sh"
            yield number, f"a fence of {language or 'no language'}", mend
        includes = [ANY_INCLUDE.search(line) for line in body]
        if language in {"python", "text", *KINDS} and (len(body) != 1 or not includes[0]):
            mend = "write a snippet and include it: `make new PAGE=… NAME=…`"
            yield number + 1, f"{language} typed into the page", mend
        for offset, include in enumerate(includes, start=1):
            if include:
                yield from of_include(number + offset, include[1], snippets)
        previous = blocks[index - 1][2] if index else [""]
        if language == "text" and body and body[0].strip().endswith('.out"'):
            script = INCLUDE.findall(body[0].replace('.out"', '.py"'))
            if INCLUDE.findall(previous[0] if previous else "") != script:
                mend = "put it right below the code that prints it"
                yield number, "an output away from its snippet", mend
    for number, line in outside_fences(lines):
        if ANY_INCLUDE.search(line):
            yield number, "an include outside a fence", "put it between ``` lines"


def fences(lines: list[str]) -> list[tuple[int, str, list[str]]]:
    """The fenced blocks: number of the opening line, what follows its ticks, body."""
    inside = {number for number, _ in outside_fences(lines)}
    blocks: list[tuple[int, str, list[str]]] = []
    open_block = False
    for number, line in enumerate(lines, start=1):
        if number in inside:
            continue
        mark = FENCE.match(line)
        if mark and not open_block:
            blocks.append((number, mark[2], []))
            open_block = True
        elif mark and not mark[2]:
            open_block = False
        else:
            blocks[-1][2].append(line)
    return blocks


def of_include(number: int, target: str, snippets: Path) -> Iterator[Finding]:
    """A file or named section that exists, without line numbers."""
    name, _, section = target.strip().strip('"').partition(":")
    if not INCLUDE.search(f"--8<-- {target}") or re.match(r"\d|:", section):
        mend = 'write `--8<-- "section/page/name.py"`; name a section rather than line numbers'
        yield number, f"an include that rots or is not one: {target}", mend
        return
    path = snippets / name
    if not path.is_file():
        mend = f"write snippets/{name}, or correct the name"
        yield number, f"includes snippets/{name}, which does not exist", mend
    elif section and section not in SECTION.findall(path.read_text(encoding="utf-8")):
        mend = f"mark it in the file with `# --8<-- [start:{section}]` and `[end:{section}]`"
        yield number, f"snippets/{name} has no section {section}", mend


def of_links(path: Path, lines: list[str]) -> Iterator[Finding]:
    """Links to pages or headings that do not exist, or to another version of PyTorch."""
    for number, line in outside_fences(lines):
        for target in LINK.findall(re.sub(r"`[^`]*`", "", line)):
            if re.match(r"[a-z]+:", target):
                version = PYTORCH.search(target)
                if version and version[0] not in pinned():
                    mend = f"link to what the page was checked with: {' or '.join(pinned())}"
                    yield number, f"a link to another version of PyTorch: {target}", mend
                continue
            name, _, anchor = target.partition("#")
            page = (path.parent / name).resolve() if name else path
            if not page.is_file():
                mend = "link to a page by its path in docs/, such as ../basics/chain-rule.md"
                yield number, f"a link to {target}, which is no file", mend
            elif anchor and anchor not in anchors(page):
                mend = f"one of: {', '.join(anchors(page))}"
                yield number, f"a link to {target}, which is no heading of that page", mend


@cache
def pinned() -> tuple[str, str]:
    """Where the documentation and the sources of the torch in requirements.txt stand."""
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    version = re.findall(r"^torch==(\S+)", requirements, re.MULTILINE)[0]
    minor = version.rpartition(".")[0]
    return f"docs.pytorch.org/docs/{minor}", f"github.com/pytorch/pytorch/blob/v{version}"


def anchors(page: Path) -> list[str]:
    """The ids of a page's headings; in a notebook, those of its cells."""
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        return [str(cell["id"]) for cell in cells if "".join(cell["source"]).startswith("#")]
    return re.findall(r"\{ #([-a-z0-9]+) \}$", text, re.MULTILINE)


def of_terms(path: Path, lines: list[str], root: Path) -> Iterator[Finding]:
    """Terms that the glossary gives up for another, on any Chinese page but the glossary."""
    if path.name == "glossary.md" or path.relative_to(root / "docs").parts[0] != "zh":
        return
    for number, line in outside_fences(lines):
        prose = NOT_PROSE.sub("", line)
        for term, preferred in forbidden(root):
            if term in prose:
                mend = f"write {preferred} (appendix/glossary.md), or 「{term}」 if you speak of it"
                yield number, f"the term {term}", mend


@cache
def forbidden(root: Path = ROOT) -> tuple[tuple[str, str], ...]:
    """The terms to avoid and those to use, as the Chinese glossary page lists them."""
    glossary = root / "docs" / "zh" / "appendix" / "glossary.md"
    if not glossary.is_file():
        return ()
    terms = []
    for line in glossary.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) >= 3 and cells[2] not in {"", "不用", "–"} and not cells[2].startswith("-"):
            terms += [(term, cells[1]) for term in cells[2].split("、")]
    return tuple(terms)


def twins(root: Path = ROOT) -> list[Problem]:
    """Pages that stand in one language only."""
    problems = []
    names = {
        language: {path.relative_to(root / "docs" / language) for path in pages(language, root)}
        for language in LANGUAGES
    }
    for here, there in (LANGUAGES, LANGUAGES[::-1]):
        for name in names[here] - names[there]:
            file = f"docs/{here}/{name.as_posix()}"
            mend = f"write docs/{there}/{name.as_posix()}"
            problems.append(Problem(file, 1, f"has no {there} twin", mend))
    return problems


def of_description(path: Path, seen: dict[str, str], root: Path) -> list[Problem]:
    """A description that another page has too; adds this page's to those `seen`."""
    line = re.search(r"^description: .*$", path.read_text(encoding="utf-8"), re.MULTILINE)
    file = relative(path, root)
    if line and (other := seen.setdefault(line[0], file)) != file:
        message = f"the same description as {other}"
        return [Problem(file, 1, message, "say what this page is about")]
    return []


def check_all(root: Path = ROOT) -> list[Problem]:
    """What is wrong with the sources of all pages, both languages."""
    found = twins(root)
    descriptions: dict[str, str] = {}
    for language in LANGUAGES:
        for path in pages(language, root):
            found += check(path, root)
            found += of_description(path, descriptions, root)
    return found
