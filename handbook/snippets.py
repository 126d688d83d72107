"""A snippet and its recorded output: what a run must satisfy, and which files lie alone."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from handbook.files import LANGUAGES, ROOT, Problem, pages, relative
from handbook.runner import Run

RAISES = re.compile(r"# raises (\w+)\s*$")
INCLUDE = re.compile(r'--8<--\s+"([^"\s:]+)(?::[^"]*)?"')


def promised(source: str) -> list[tuple[int, str]]:
    """The lines of `source` that end in `# raises X`: line number and X."""
    lines = enumerate(source.splitlines(), start=1)
    return [(number, found[1]) for number, line in lines if (found := RAISES.search(line))]


def judge(source: str, name: str, run: Run) -> list[Problem]:
    """What is wrong with how `run`, of the script `source`, ended; no word on its output.

    A line marked `# raises X` must raise X, and nothing else may raise anything.
    """
    if run.died:
        return [Problem(name, 1, f"the snippet {run.died}", "make it end by itself, and soon")]
    marks = promised(source)
    if not marks:
        if run.raised is None:
            return []
        last = run.output.strip().rpartition("\n")[2]
        message = f"raises {run.raised}, unannounced: {last}"
        mend = f"mend the line, or end it in `# raises {run.raised}` if failing is its point"
        return [Problem(name, run.line or 1, message, mend)]
    line, expected = marks[0]
    if (run.line, run.raised) == (line, expected):
        return []
    if run.raised is None:
        message, mend = f"does not raise {expected} any more", "mend the line or drop its comment"
    elif run.line == line:
        message, mend = f"raises {run.raised}, not {expected}", "mend the line or its comment"
    else:
        message = f"should raise {expected}, but line {run.line} raised {run.raised} before it"
        mend = f"mend line {run.line}"
    return [Problem(name, line, message, mend)]


def compare(path: Path, run: Run, root: Path = ROOT) -> list[Problem]:
    """What is wrong with the `.out` beside the snippet `path`, held against `run`."""
    recorded = path.with_suffix(".out")
    page = path.parent.relative_to(root / "snippets").as_posix()
    mend = f"look at the difference; if it is right, `make outputs PAGE={page}`"
    if not recorded.exists():
        return [Problem(relative(path, root), 1, "has no recorded output", mend)]
    old = recorded.read_text(encoding="utf-8")
    if old == run.output:
        return []
    difference = list(
        difflib.unified_diff(
            old.splitlines(),
            run.output.splitlines(),
            relative(recorded, root),
            "what it prints now",
            lineterm="",
        )
    )
    first = next((int(m[1]) for d in difference if (m := re.match(r"@@ -(\d+)", d))), 1)
    message = "no longer what the snippet prints\n" + "\n".join(difference)
    return [Problem(relative(recorded, root), first, message, mend)]


def shown(root: Path = ROOT) -> dict[str, set[str]]:
    """For each language, the files under `snippets/` that its pages include."""
    return {
        language: {
            name
            for page in pages(language, root)
            for name in INCLUDE.findall(page.read_text(encoding="utf-8"))
        }
        for language in LANGUAGES
    }


def orphans(root: Path = ROOT) -> list[Problem]:
    """Snippets no page shows, outputs without a snippet, files that are neither."""
    included = shown(root)
    folder = root / "snippets"
    problems = []
    for path in sorted(file for file in folder.rglob("*") if file.is_file()):
        name = path.relative_to(folder).as_posix()
        if "__pycache__" in name or "/." in f"/{name}" or name == "ruff.toml":
            continue
        file = relative(path, root)
        page = name.rpartition("/")[0]
        if path.suffix == ".out":
            if not path.with_suffix(".py").exists():
                mend = f"`git rm {file}`, or write the snippet"
                problems.append(Problem(file, 1, "an output without its snippet", mend))
        elif path.suffix == ".json":
            pass  # a recording: handbook/recordings.py looks after them
        elif path.suffix != ".py":
            problems.append(Problem(file, 1, "neither a snippet nor an output", "move it"))
        elif not path.with_suffix(".out").exists():
            mend = f"`make outputs PAGE={page}`"
            problems.append(Problem(file, 1, "a snippet without a recorded output", mend))
        if path.suffix in {".py", ".out"}:
            for language in LANGUAGES:
                if name not in included[language]:
                    mend = f"include it in docs/{language}/{page}.md, or `git rm` it"
                    message = f"no {language} page shows it"
                    problems.append(Problem(file, 1, message, mend))
    return problems


def check(path: Path, run: Run, root: Path = ROOT) -> list[Problem]:
    """All that is wrong with the snippet `path` after `run`."""
    source = path.read_text(encoding="utf-8")
    return judge(source, relative(path, root), run) or compare(path, run, root)
