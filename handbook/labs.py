"""Labs as programs: run from top to bottom, their outputs recorded and checked.

Each lab is two notebooks, one a language, with the same code; what its cells put out is
recorded once and stands in both.
"""

from __future__ import annotations

import ast
import difflib
import json
import os
import re
import tempfile
from pathlib import Path
from typing import Any

from handbook import lint, plots
from handbook.files import LANGUAGES, ROOT, Problem, pages
from handbook.notebooks import (
    SVG,
    Cell,
    LabError,
    Notebook,
    Output,
    code_cells,
    command,
    load,
    of_language,
    problem,
    to_markdown,
)
from handbook.pages import of_front_matter, of_headings
from handbook.runner import normalise

TIME_LIMIT = 120  # seconds a cell may take; a lab takes seconds as a whole
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
