"""Notebooks as pages: what a lab holds, as Markdown that the site renders like any other.

This needs nothing but the notebook; what runs labs and checks them is in `handbook.labs`.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from handbook import plots
from handbook.files import LANGUAGES, ROOT, Problem, relative
from handbook.listings import WORDS, fault

DOWNLOAD = {"zh": "下载这个笔记本", "en": "Download this notebook"}
COLAB = {"zh": "在 Colab 中打开", "en": "Open in Colab"}
GITHUB = "https://github.com/"
HEADING = re.compile(r"#{1,6} .+")
SVG = "image/svg+xml"

Notebook = dict[str, Any]
Cell = dict[str, Any]
Output = dict[str, Any]


class LabError(ValueError):
    """A notebook that cannot be shown or run as it stands; says where, and how to mend it."""

    def __init__(self, path: Path, cell: str, message: str, mend: str) -> None:
        self.problem = problem(path, cell, message, mend)
        super().__init__(str(self.problem))


def problem(path: Path, cell: str, message: str, mend: str) -> Problem:
    """A problem with one cell; its line is that of the cell's id in the file."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    wanted = re.compile(rf'\s*"id": "{re.escape(cell)}"')
    line = next((n for n, text in enumerate(lines, start=1) if wanted.match(text)), 1)
    name = relative(path) if path.resolve().is_relative_to(ROOT.resolve()) else str(path)
    return Problem(name, line, f"cell `{cell}` {message}" if cell else message, mend)


def of_language(path: Path) -> tuple[str, str]:
    """The language of the lab at `path`, and its name."""
    index = max(n for n, part in enumerate(path.parts) if part in LANGUAGES)
    return path.parts[index], "/".join(path.with_suffix("").parts[index + 1 :])


def command(path: Path) -> str:
    """What writes the outputs of the lab at `path` anew."""
    return f"`make outputs PAGE={of_language(path)[1]}`"


def load(path: Path) -> Notebook:
    """The notebook at `path`, each text in one piece.

    Raises:
        LabError: it is not a notebook whose cells have ids.
    """
    try:
        notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = notebook["cells"]
        ids = [cell["id"] for cell in cells]
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        mend = "save it as nbformat 4.5 or later"
        raise LabError(path, "", f"is no notebook with cell ids: {error!r}", mend) from None
    for cell in cells:
        if ids.count(cell["id"]) > 1:
            raise LabError(path, cell["id"], "has the id of another cell", "rename one")
        cell["source"] = joined(cell["source"])
        for output in cell.get("outputs", []):
            output.update({key: joined(output[key]) for key in ("text",) if key in output})
            data = output.get("data", {})
            data.update({key: joined(value) for key, value in data.items()})
    return notebook


def joined(text: str | list[str]) -> str:
    """A text of a notebook, which may be kept as a list of lines."""
    return text if isinstance(text, str) else "".join(text)


def code_cells(notebook: Notebook) -> list[Cell]:
    """The cells that run."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def to_markdown(path: Path, repository: str = "") -> str:
    """The notebook at `path` as Markdown for this site, whose `repository` has that address.

    A cell that begins with a heading gives it its id; so the notebook itself holds nothing
    that Jupyter would show as braces. The paragraph under the first heading is the question.

    Raises:
        LabError: a part of it has no place on a page.
    """
    notebook = load(path)
    language, _ = of_language(path)
    head = []
    for key in ("title", "description"):
        if key not in notebook["metadata"]:
            raise LabError(path, "", f"has no {key}", f"add `{key}` to the notebook's metadata")
        head.append(f"{key}: {json.dumps(notebook['metadata'][key], ensure_ascii=False)}")
    blocks = ["\n".join(["---", *head, "---"])]
    for number, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "code":
            blocks += code(cell, path, language)
        elif cell["cell_type"] == "markdown":
            first = number == 0
            blocks += opening(cell, path, language, repository) if first else prose(cell, path)
        else:
            raise LabError(path, cell["id"], "is neither code nor Markdown", "change its kind")
    return "\n\n".join(blocks) + "\n"


def opening(cell: Cell, path: Path, language: str, repository: str) -> list[str]:
    """The first cell: title, question, the links to the notebook itself, and the rest."""
    title, question, *rest = "\n\n".join(prose(cell, path)).split("\n\n")
    links = [f'<a href="{html.escape(path.name)}" download>{DOWNLOAD[language]}</a>']
    if colab := in_colab(path, repository):
        links.append(f'<a href="{html.escape(colab)}">{COLAB[language]}</a>')
    return [
        title,
        f"{question}\n{{ .question }}",
        f'<p class="download">{" ".join(links)}</p>',
        *rest,
    ]


def in_colab(path: Path, repository: str) -> str:
    """Where Colab opens the lab at `path`; nowhere if the `repository` is not on GitHub.

    How such an address is made:
    https://github.com/googlecolab/colabtools/blob/main/notebooks/colab-github-demo.ipynb
    """
    if not repository.startswith(GITHUB):
        return ""
    language, name = of_language(path)
    project = repository.removeprefix(GITHUB).strip("/").removesuffix(".git")
    file = f"docs/{language}/{name}{path.suffix}"
    return f"https://colab.research.google.com/github/{project}/blob/main/{file}"


def prose(cell: Cell, path: Path) -> list[str]:
    """A Markdown cell, its heading with an id."""
    first, *rest = cell["source"].strip().split("\n")
    if any(HEADING.match(line) for line in rest):
        mend = "split the cell: a heading takes its id from the cell it begins"
        raise LabError(path, cell["id"], "has a heading after its first line", mend)
    if HEADING.match(first):
        first = f"{first.rstrip()} {{ #{cell['id']} }}"
    return ["\n".join([first, *rest])]


def code(cell: Cell, path: Path, language: str) -> list[str]:
    """A code cell as a listing: the code, what it printed, the picture it drew."""
    wrong = f'{{.python .wrong title="{WORDS[language]["wrong"]}"}}'
    blocks = [fence(wrong if fault(cell["source"]) else "python", cell["source"])]
    text, pictures = "", []
    for output in cell["outputs"]:
        if output["output_type"] == "error":
            message = f"has failed: {output['ename']}: {output['evalue']}"
            raise LabError(path, cell["id"], message, f"mend it, then {command(path)}")
        data = output.get("data", {})
        if SVG in data:
            pictures.append(data[SVG])
        elif "text" in output or "text/plain" in data:
            text += (output.get("text") or data["text/plain"]).rstrip("\n") + "\n"
        else:
            message = f"put out {', '.join(data)}, which pages do not show"
            raise LabError(path, cell["id"], message, "print text, or draw with matplotlib")
    if text:
        blocks.append(fence(f'{{.text .output title="{WORDS[language]["output"]}"}}', text))
    if not pictures:
        return blocks
    if len(pictures) > 1:
        raise LabError(path, cell["id"], "draws more than one picture", "split the cell")
    alt = cell["metadata"].get("alt", "").strip()
    if not alt:
        mend = "say in the cell's metadata, key `alt`, what the picture shows"
        raise LabError(path, cell["id"], "draws a picture without a text alternative", mend)
    return [*blocks, plots.figure(pictures[0], f"plot-{cell['id']}", alt)]


def fence(header: str, text: str) -> str:
    """`text` in a fence longer than any run of backticks in it."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    ticks = "`" * (longest + 1)
    space = " " if header.startswith("{") else ""
    return f"{ticks}{space}{header}\n{text.rstrip()}\n{ticks}"
