"""Labs: notebooks that the site shows as pages like any other.

Rendering needs nothing but the notebook. `python -m handbook.notebooks` runs each lab once
and writes what its cells print into both languages' copies.

Usage: python -m handbook.notebooks [LAB …]    LAB is such as labs/gradient-check
"""

from __future__ import annotations

import ast
import difflib
import html
import json
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from handbook import lint, plots
from handbook.files import LANGUAGES, ROOT, Problem, pages, relative, report
from handbook.listings import WORDS
from handbook.pages import of_front_matter, of_headings
from handbook.runner import normalise

TIME_LIMIT = 120  # seconds a cell may take; a lab takes seconds as a whole
DOWNLOAD = {"zh": "下载这个笔记本", "en": "Download this notebook"}
HEADING = re.compile(r"#{1,6} .+")
SVG = "image/svg+xml"
# Before a lab's first cell: pictures as SVG that is the same at each run, in any font.
SETTINGS = """\
import matplotlib
matplotlib.rcdefaults()
matplotlib.rcParams.update({
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "handbook",
})
%config InlineBackend.rc = {}
%config InlineBackend.figure_formats = ["svg"]
%config InlineBackend.print_figure_kwargs = {"bbox_inches": None, "metadata": {"Date": None}}
"""

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


def labs(root: Path = ROOT) -> list[str]:
    """Every lab of either language, such as `labs/gradient-check`."""
    found = {
        path.relative_to(root / "docs" / language).with_suffix("").as_posix()
        for language in LANGUAGES
        for path in pages(language, root)
        if path.suffix == ".ipynb"
    }
    return sorted(found)


def lab_path(name: str, language: str, root: Path = ROOT) -> Path:
    """Where the lab `name` of one language lies."""
    return root / "docs" / language / f"{name}.ipynb"


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


# Rendering


def to_markdown(path: Path) -> str:
    """The notebook at `path` as Markdown for this site.

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
            blocks += opening(cell, path, language) if number == 0 else prose(cell, path)
        else:
            raise LabError(path, cell["id"], "is neither code nor Markdown", "change its kind")
    return "\n\n".join(blocks) + "\n"


def opening(cell: Cell, path: Path, language: str) -> list[str]:
    """The first cell: title, question, the link to the notebook itself, and the rest."""
    title, question, *rest = "\n\n".join(prose(cell, path)).split("\n\n")
    href = html.escape(path.name)
    link = f'<p class="download"><a href="{href}" download>{DOWNLOAD[language]}</a></p>'
    return [title, f"{question}\n{{ .question }}", link, *rest]


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
    blocks = [fence("python", cell["source"])]
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


# Checking


def twins(name: str, root: Path = ROOT) -> list[Problem]:
    """Where the two languages' copies of a lab differ in more than their prose."""
    zh, en = (lab_path(name, language, root) for language in LANGUAGES)
    for path in (zh, en):
        if not path.exists():
            return [problem(path, "", "is missing: its twin is there", "write it")]
    left, right = load(zh)["cells"], load(en)["cells"]
    mend = f"make both as they should be, then {command(zh)}"
    for mine, theirs in zip(left, right, strict=False):
        kinds = [f"{cell['cell_type']} `{cell['id']}`" for cell in (mine, theirs)]
        if kinds[0] != kinds[1]:
            message = f"stands where its twin has {kinds[0]}; the cells run apart from here"
            return [problem(en, theirs["id"], message, mend)]
    if len(left) != len(right):
        return [problem(en, "", f"has {len(right)} cells, its twin {len(left)}", mend)]
    return [
        problem(
            en,
            mine["id"],
            "is not the code of its twin\n"
            + difference(mine["source"], theirs["source"], LANGUAGES),
            mend,
        )
        for mine, theirs in zip(left, right, strict=True)
        if mine["cell_type"] == "code" and mine["source"] != theirs["source"]
    ]


def contract(path: Path) -> list[Problem]:
    """Where the lab at `path` breaks what all pages, and all code on them, keep to."""
    try:
        page = to_markdown(path).splitlines()
    except LabError as error:
        return [error.problem]
    found = [
        problem(path, "", message, mend)
        for _, message, mend in [
            *of_front_matter(page, of_language(path)[0]),
            *of_headings(page),
        ]
    ]
    for cell in code_cells(load(path)):
        source = cell["source"]
        try:
            tree = ast.parse(source)
        except SyntaxError as error:
            found.append(problem(path, cell["id"], f"does not parse: {error.msg}", "mend it"))
            continue
        for line, message, mend in [
            *lint.of_lines(source),
            *lint.of_words(source, tree),
            *lint.of_calls(tree),
        ]:
            found.append(problem(path, cell["id"], f"line {line}: {message}", mend))
    return found


def stale(path: Path, fresh: dict[str, list[Output]]) -> list[Problem]:
    """The cells of the lab at `path` whose stored outputs are not the `fresh` ones."""
    found = []
    for cell in code_cells(load(path)):
        if not equal(cell["outputs"], fresh[cell["id"]]):
            shown = difference(
                readable(cell["outputs"]), readable(fresh[cell["id"]]), ("stored", "now")
            )
            message = f"no longer puts out what is stored\n{shown}"
            mend = f"look at the difference; if it is right, {command(path)}"
            found.append(problem(path, cell["id"], message, mend))
    return found


def equal(stored: list[Output], fresh: list[Output]) -> bool:
    """Whether two lists of outputs are the same: text exactly, pictures to the eye."""

    def rest(outputs: list[Output]) -> list[Output]:
        return [output for output in outputs if SVG not in output.get("data", {})]

    ours, theirs = drawings(stored), drawings(fresh)
    if rest(stored) != rest(fresh) or len(ours) != len(theirs):
        return False
    return all(plots.same(a, b) for a, b in zip(ours, theirs, strict=True))


def drawings(outputs: list[Output]) -> list[str]:
    """The pictures among `outputs`."""
    return [output["data"][SVG] for output in outputs if SVG in output.get("data", {})]


def readable(outputs: list[Output]) -> str:
    """Outputs as text that a difference can be read from, pictures element by element."""
    parts = []
    for output in outputs:
        data = output.get("data", {})
        if SVG in data:
            parts.append(plots.clean(data[SVG], "plot").replace("><", ">\n<") + "\n")
        else:
            parts.append(output.get("text") or data.get("text/plain", "") + "\n")
    return "".join(parts)


def difference(old: str, new: str, names: tuple[str, str]) -> str:
    """The lines in which two texts of these names differ, at most thirty."""
    lines = list(difflib.unified_diff(old.splitlines(), new.splitlines(), *names, n=1, lineterm=""))
    more = [f"… {len(lines) - 30} lines more"] if len(lines) > 30 else []
    return "\n".join(lines[:30] + more)


# Running


def run(path: Path) -> dict[str, list[Output]]:
    """Run the lab at `path` from top to bottom; what each cell puts out, by the cell's id.

    Raises:
        LabError: a cell fails, takes too long, or puts out what cannot be kept.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    plain = load(path)
    settings = {"cell_type": "code", "id": "settings", "metadata": {}, "source": SETTINGS}
    plain["cells"].insert(0, settings)
    for cell in code_cells(plain):
        cell.update(outputs=[], execution_count=None)
    notebook: Any = nbformat.from_dict(plain)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=TIME_LIMIT,
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(ROOT)}},
    )
    mend = f"mend the cell, then {command(path)}"
    with tempfile.TemporaryDirectory() as folder, client.setup_kernel(env=environment(folder)):
        for number, cell in enumerate(notebook.cells):
            try:
                client.execute_cell(cell, number)
            except CellExecutionError as error:
                message = f"raises {error.ename}: {error.evalue}"
                raise LabError(path, cell.id, message, mend) from None
            except CellTimeoutError:
                message = f"took longer than {TIME_LIMIT} s"
                raise LabError(path, cell.id, message, mend) from None
            except DeadKernelError:
                raise LabError(path, cell.id, "ended the kernel", mend) from None
    return {cell["id"]: kept(cell, path) for cell in code_cells(notebook)[1:]}


def environment(folder: str) -> dict[str, str]:
    """A kernel's environment that no setting of the user's reaches."""
    own = {k: v for k, v in os.environ.items() if k not in {"PYTHONWARNINGS", "MATPLOTLIBRC"}}
    inline = "module://matplotlib_inline.backend_inline"
    return {**own, "IPYTHONDIR": folder, "MPLBACKEND": inline, "NO_COLOR": "1"}


def kept(cell: Cell, path: Path) -> list[Output]:
    """A cell's outputs as they are stored: no counts, no times, no places of this machine."""
    streams = {output["name"] for output in cell["outputs"] if output["output_type"] == "stream"}
    if len(streams) > 1:
        mend = "let it write to one of them: their order differs from run to run"
        raise LabError(path, cell["id"], "writes to both stdout and stderr", mend)
    outputs: list[Output] = []
    for output in cell["outputs"]:
        kind = output["output_type"]
        if kind == "stream":
            text = clear(output["text"])
            if outputs and outputs[-1].get("name") == output["name"]:
                outputs[-1]["text"] += text
            else:
                outputs.append({"name": output["name"], "output_type": kind, "text": text})
            continue
        data = output["data"]
        if SVG in data:
            data = {SVG: data[SVG]}
        elif "text/plain" in data:
            data = {"text/plain": clear(data["text/plain"])}
        new = {"data": dict(data), "metadata": {}, "output_type": kind}
        outputs.append({**new, "execution_count": None} if kind == "execute_result" else new)
    return outputs


def clear(text: str) -> str:
    """`text` without what differs from machine to machine."""
    return re.sub(r"\S*ipykernel_\d+[/\\]\d+\.py", "cell", normalise(text))


def serialise(notebook: Notebook) -> str:
    """The one form in which a lab is kept, that of Jupyter itself, whoever saved it last."""
    cells = []
    for cell in notebook["cells"]:
        kept = {key: cell[key] for key in ("cell_type", "id")}
        kept["source"] = lines(cell["source"])
        kept["metadata"] = {}
        if cell["cell_type"] == "code":
            kept["execution_count"] = None
            kept["metadata"] = {k: v for k, v in cell["metadata"].items() if k == "alt"}
            kept["outputs"] = [split(output) for output in cell["outputs"]]
        cells.append(kept)
    metadata = {
        **{key: notebook["metadata"].get(key, "") for key in ("description", "title")},
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def split(output: Output) -> Output:
    """`output` with its texts as lists of lines."""
    new = dict(output)
    if "text" in output:
        new["text"] = lines(output["text"])
    if "data" in output:
        new["data"] = {kind: lines(value) for kind, value in output["data"].items()}
    return new


def lines(text: str) -> list[str]:
    """The lines of `text`, each with its end, so that a change in one is a change of one."""
    return text.splitlines(keepends=True)


def record(names: list[str], root: Path = ROOT) -> list[Problem]:
    """Run the labs `names` (all, if empty) and write their outputs into both twins."""
    found: list[Problem] = []
    for name in names or labs(root):
        apart = twins(name, root)
        if apart:
            found += apart
            continue
        try:
            fresh = run(lab_path(name, LANGUAGES[0], root))
        except LabError as error:
            found.append(error.problem)
            continue
        paths = [lab_path(name, language, root) for language in LANGUAGES]
        for changed in stale(paths[0], fresh):
            print(changed.message)
        for path in paths:
            write(path, fresh)
    return found


def write(path: Path, fresh: dict[str, list[Output]]) -> None:
    """Put the `fresh` outputs where the stored ones differ, and the file into its one form."""
    notebook = load(path)
    for cell in code_cells(notebook):
        if not equal(cell["outputs"], fresh[cell["id"]]):
            cell["outputs"] = fresh[cell["id"]]
    text = serialise(notebook)
    if text != path.read_text(encoding="utf-8"):
        path.write_text(text, encoding="utf-8", newline="\n")
        print(
            f"written: {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}"
        )


def main() -> int:
    """Record the labs named on the command line."""
    names = sys.argv[1:]
    known = labs()
    for name in names:
        if name not in known:
            print(f"no such lab: {name}; there are {', '.join(known)}", file=sys.stderr)
            return 2
    found = record(names)
    if found:
        print(report(found), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
