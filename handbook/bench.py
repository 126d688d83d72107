"""`make bench`: what the checks and the build cost, as ratios, for clocks differ and lie.

Snippets: the time to run and check all of them, each in a process of its own, over the
floor: one process that imports torch and runs them all, unchecked. The runs take turns,
so that a busy machine slows both; the median ratio counts.

Site: the time to build it, and to build one with ten times the pages.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from handbook.files import LANGUAGES, ROOT, pages, snippet_files
from handbook.runner import THREADS, Runner
from handbook.snippets import check

TURNS = 5
COPIES = 10
# What is allowed to these pages alone: words to avoid, no boxed rule.
SINGLE = {"glossary.md", "index.md", "cheat-sheet.md"}

FLOOR = """
import contextlib, io, runpy, sys
import torch
for path in sys.argv[1:]:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            runpy.run_path(path, run_name="__main__")
        except Exception:
            pass
"""


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def floor(paths: list[Path]) -> None:
    """Import torch once and run all snippets, one after another, in that process."""
    command = [sys.executable, "-c", FLOOR, *map(str, paths)]
    subprocess.run(command, check=True, cwd=ROOT, env=os.environ | THREADS)


def checked(paths: list[Path]) -> None:
    """Run and check all snippets as the tests do."""
    with Runner() as runner:
        runs = runner.run_files(paths)
    wrong = [it for path, run in zip(paths, runs, strict=True) for it in check(path, run)]
    if wrong:
        raise SystemExit(f"{wrong[0]}\nmend this first: `make test`")


def build(root: Path) -> None:
    """Build the site of the tree at `root`."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(root / "site")],
        cwd=root,
        capture_output=True,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
    )
    if done.returncode:
        raise SystemExit(f"{done.stderr}\nmend this first: `make build`")


def tree(folder: Path, copies: int) -> Path:
    """A copy of what the site is built from, with each page `copies` times."""
    for name in ("docs", "snippets", "handbook", "hooks", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("mkdocs.yml", "mkdocs.en.yml", "requirements.txt"):
        shutil.copy(ROOT / name, folder)
    for language in LANGUAGES:
        for path in pages(language, folder):
            text = path.read_text(encoding="utf-8")
            if path.name in SINGLE:
                continue
            for number in range(1, copies):
                twin = path.with_stem(f"{path.stem}-{number}")
                # A description is its page's own, and no longer than before.
                own = rf"\g<1>{number} "
                text_of_copy = re.sub(r'(?m)^(description: "?)..', own, text, count=1)
                twin.write_text(text_of_copy, encoding="utf-8")
    return folder


def main() -> None:
    """Measure and print."""
    paths = snippet_files()
    ratios = []
    for turn in range(1, TURNS + 1):
        low, ours = seconds(lambda: floor(paths)), seconds(lambda: checked(paths))
        ratios.append(ours / low)
        print(f"turn {turn}: floor {low:.2f} s, checked {ours:.2f} s, ratio {ours / low:.2f}")
    each = 1000 * (ours / len(paths))
    print(
        f"{len(paths)} snippets: {each:.0f} ms each, median ratio {statistics.median(ratios):.2f}"
    )
    for copies in (1, COPIES):
        with tempfile.TemporaryDirectory() as folder:
            root = tree(Path(folder), copies)
            count = sum(len(pages(language, root)) for language in LANGUAGES)
            took = seconds(functools.partial(build, root))
            print(f"site of {count} pages: {took:.1f} s, {took / count:.2f} s a page")


if __name__ == "__main__":
    main()
