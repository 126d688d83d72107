"""`make outputs`: record what the snippets print and what their figures show.

Usage: python -m handbook.outputs [PAGE …], where PAGE is such as basics/chain-rule, or a
lab, such as labs/gradient-check.
"""

from __future__ import annotations

import sys
from pathlib import Path

from handbook import labs, recordings
from handbook.files import ROOT, Problem, relative, report, snippet_files
from handbook.runner import Runner
from handbook.snippets import compare, judge


def record(pages: list[str], root: Path = ROOT) -> list[Problem]:
    """Run the snippets of `pages` (all, if empty), write their outputs, print what changed.

    A snippet that fails where it should not, or does not where it should, is reported and
    keeps the output it had.
    """
    problems, changed = [], 0
    paths = [path for page in pages or [""] for path in snippet_files(root, page)]
    with Runner(root=root) as runner:
        runs = runner.run_files(paths)
    for path, run in zip(paths, runs, strict=True):
        wrong = judge(path.read_text(encoding="utf-8"), relative(path, root), run)
        problems += wrong
        for difference in compare(path, run, root) if not wrong else ():
            path.with_suffix(".out").write_text(run.output, encoding="utf-8", newline="\n")
            changed += 1
            print(
                difference.message.partition("\n")[2]
                or f"new: {relative(path, root)}\n{run.output}"
            )
    print(f"{len(paths)} snippets run, {changed} outputs written")
    return problems or record_figures(pages, root)


def record_figures(pages: list[str], root: Path = ROOT) -> list[Problem]:
    """Record the runs that figures of `pages` (all, if empty) show; print what changed."""
    wanted = {
        name: marker
        for name, marker in recordings.wanted(root).items()
        if not pages or name.startswith(tuple(f"{page}/" for page in pages))
    }
    if not wanted:
        return []
    from handbook.recorder import RecorderError, record  # needs torch, in this process

    problems = []
    for name, marker in wanted.items():
        path = recordings.path_of(name, root)
        try:
            fresh = record(path.with_suffix(".py"), marker.slider, root, marker.kind == "explorer")
        except RecorderError as error:
            problems.append(error.problem)
            continue
        for stale in recordings.compare(name, fresh, root):
            path.write_text(recordings.dumps(fresh), encoding="utf-8", newline="\n")
            print(f"written: {relative(path, root)}\n{stale.message}")
    print(f"{len(wanted)} runs recorded for figures")
    return problems


def main() -> int:
    """Record the pages and labs named on the command line, or all."""
    names = sys.argv[1:]
    chosen = [name for name in names if name in labs.labs()]
    pages = [name for name in names if name not in chosen]
    for page in pages:
        if not snippet_files(page=page):
            print(f"snippets/{page} holds no snippets, and no lab is called so", file=sys.stderr)
            return 2
    problems = record(pages) if pages or not names else []
    problems += labs.record(chosen) if chosen or not names else []
    if problems:
        print(report(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
