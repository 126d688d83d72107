"""`make site-diff BASE=main`: how the pages changed since a revision, as a reader sees them.

Both sites are built, that of the revision and that of the working tree as it stands. What
changed in the same way on many pages, as the navigation does, is told once. Of markup only
the pages are told on which a reader sees no change. The report is Markdown, for a pull
request; a terminal shows it as well.
"""

from __future__ import annotations

import difflib
import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from handbook.files import LANGUAGES, ROOT
from handbook.seen import seen

MANY = 3  # pages; what changed in the two twins is told with each
LIMIT = 1_000_000  # bytes; GitHub shows no more than 1 MiB
USAGE = "say since which revision: make site-diff BASE=main"
NOTHING = "(?!)"  # as a regular expression
TITLE = re.compile(r"<title>\s*(.*?)\s*</title>", re.DOTALL)

Hunk = tuple[tuple[str, ...], tuple[str, ...]]  # lines that went, lines that came


class SiteError(Exception):
    """A revision that is not there, or a tree that does not build."""


def markup(page: str, _: str) -> list[str]:
    """A page tag by tag, letter for letter."""
    return [repr(it) for it in re.split("(?=<)", page)]


VIEWS: dict[str, Callable[[str, str], list[str]]] = {"": seen, " (markup only)": markup}


def hunks(old: list[str], new: list[str]) -> Iterator[Hunk]:
    """The two texts cut where they begin or cease to be the same."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for _, i, j, k, m in matcher.get_opcodes():
        yield tuple(old[i:j]), tuple(new[k:m])


def difference(old: list[str], new: list[str]) -> list[str]:
    """A unified difference; not line numbers lead to a place, but the heading above it."""
    lines = list(difflib.unified_diff(old, new, n=2, lineterm=""))[2:]
    for number, line in enumerate(lines):
        if begin := re.match(r"@@ -\S+ \+(\d+)", line):
            above = [it for it in new[: int(begin[1])] if re.match(r"h\d|footer", it)]
            lines[number] = f"@@ {above[-1] if above else ''}".rstrip()
    return lines


def part(heading: str, lines: list[str]) -> str:
    """A difference under its heading, in Markdown."""
    return "\n".join([f"### {heading}\n", "`````diff", *lines, "`````"])


def read(root: Path, ignore: str = NOTHING) -> tuple[dict[str, str], dict[str, bytes]]:
    """The pages of a built site, without what `ignore` matches, and its other files."""
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    names = [name for name in files if name.endswith(".html")]
    return {name: re.sub(ignore, "", files.pop(name).decode()) for name in names}, files


def compare(old: Path, new: Path, ignore: str = NOTHING) -> list[str]:
    """How the built site at `new` differs from the one at `old`.

    Args:
        old: the folder of a built site.
        new: the folder of another.
        ignore: a regular expression; what it matches in a page is not compared.

    Returns:
        Parts of a report in Markdown: an overview, what changed alike on many pages, each
        changed page, each new one. No parts if nothing differs.
    """
    (pages, files), (new_pages, new_files) = read(old, ignore), read(new, ignore)
    added, removed = sorted(new_pages.keys() - pages), sorted(pages.keys() - new_pages)
    changed: dict[str, tuple[str, list[str], list[str]]] = {}
    for name in sorted(pages.keys() & new_pages):
        for how, view in VIEWS.items() if pages[name] != new_pages[name] else ():
            both = view(pages[name], name), view(new_pages[name], name)
            if both[0] != both[1]:
                changed[name] = (how, *both)
                break
    where: dict[Hunk, list[str]] = {}
    for name, (_, before, after) in changed.items():
        for hunk in {hunk for hunk in hunks(before, after) if hunk[0] != hunk[1]}:
            where.setdefault(hunk, []).append(name)
    many = {hunk: names for hunk, names in where.items() if len(names) >= MANY}

    counts = Counter(
        f"{'en' if name.startswith('en/') else 'zh'} {how}"
        for how, names in {"added": added, "removed": removed, "changed": changed}.items()
        for name in names
    )
    overview, parts = [], []
    for language in LANGUAGES:
        told = (f"{counts[f'{language} {how}']} {how}" for how in ("changed", "added", "removed"))
        overview.append(f"- {language}: pages {', '.join(told)}")
    for (gone, come), names in many.items():
        lines = [f"-{line}" for line in gone] + [f"+{line}" for line in come]
        parts.append(part(f"On {len(names)} pages, such as {url(names[-1])}", lines))
    for name, (how, before, after) in changed.items():
        # Where what was told of many pages has been done already, only the rest differs.
        rest = [line for hunk in hunks(before, after) for line in hunk[hunk in many]]
        if rest != after:
            overview.append(f"- changed: {url(name)}{how}")
            parts.append(part(url(name) + how, difference(rest, after)))
    for how, names, site in (("added", added, new_pages), ("removed", removed, pages)):
        titles = {name: TITLE.search(site[name]) for name in names}
        overview += [
            f"- {how}: {url(it)} {found[1] if found else ''}" for it, found in titles.items()
        ]
    for name in added:
        lines = [f"+{line}" for line in seen(new_pages[name], name, "article")]
        parts.append(part(f"{url(name)} (new)", lines))
    for name in sorted(files.keys() | new_files):
        if files.get(name) != new_files.get(name):
            how = "added" if name not in files else "changed" if name in new_files else "removed"
            sizes = [f"{len(it[name]):,}" for it in (files, new_files) if name in it]
            overview.append(f"- {how}: {name}, {' → '.join(sizes)} bytes")
    return ["\n".join(overview), *parts] if len(overview) > len(LANGUAGES) or parts else []


def url(name: str) -> str:
    """The address of a page, from the root of the site."""
    return "/" + name.removesuffix("index.html")


def cut(parts: list[str], limit: int = LIMIT) -> str:
    """The parts as one text of at most `limit` bytes or so: what is left out is counted."""
    text, left = "", 0
    for it in parts:
        fits = len((text + it).encode()) <= limit
        text, left = (f"{text}{it}\n\n", left) if fits else (text, left + 1)
    return text + (f"Too long to be shown here: {left} more.\n" if left else "")


def run(root: Path, *command: str, path: str = "") -> str:
    """Run a builder of sites in the tree at `root`, each in the same circumstances.

    Args:
        root: a tree with mkdocs.yml.
        command: a Python module such as `mkdocs`, and what it is to do.
        path: where that module is, if not beside this Python's.

    Returns:
        Nothing if all went well, else what it wrote.
    """
    fixed = {"SITE_URL": "https://example.org/", "REPO_URL": "https://github.com/example/handbook"}
    fixed |= {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env=os.environ | fixed | {"PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return done.stdout.strip() or f"exit code {done.returncode}" if done.returncode else ""


def build(what: str, root: Path, *command: str, path: str = "") -> None:
    """Build a site with `run`; `what` names it in an error.

    Raises:
        SiteError: it does not build.
    """
    if error := run(root, *command, path=path):
        raise SiteError(f"{what} does not build:\n{error}")


def unpack(base: str, folder: Path, root: Path) -> str:
    """Write the tree of the revision `base` into `folder`; return its short name.

    Raises:
        SiteError: there is no such revision.
    """

    def git(*arguments: str) -> bytes:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True)
        if done.returncode:
            raise SiteError(f"no revision {base} here; {USAGE}\n{done.stderr.decode()}")
        return done.stdout

    commit = git("rev-parse", "--verify", "--short", f"{base}^{{commit}}")
    with tarfile.open(fileobj=io.BytesIO(git("archive", commit.decode().strip()))) as archive:
        archive.extractall(folder, filter="data")
    return commit.decode().strip()


def since(base: str, root: Path = ROOT) -> list[str]:
    """How the site of the working tree at `root` differs from that of the revision `base`.

    Returns:
        Parts of a report: what was compared, then those of `compare`.

    Raises:
        SiteError: there is no such revision, or one of the two trees does not build.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        tree, old, new = (folder / it for it in ("tree", "old", "new"))
        commit = unpack(base, tree, root)
        command = ("mkdocs", "build", "--site-dir")
        with ThreadPoolExecutor() as pool:
            was = pool.submit(build, f"the revision {base}", tree, *command, str(old))
            build("the working tree", root, *command, str(new))
            was.result()
        parts = [f"## The site since {base} ({commit})"]
        pins = [it / "requirements.txt" for it in (tree, root)]
        lines = [it.read_text("utf-8").splitlines() if it.exists() else [] for it in pins]
        if lines[0] != lines[1]:
            note = "requirements.txt differs; both sites are built with what is installed now"
            parts.insert(0, part(note, difference(*lines)))
        return parts + (compare(old, new) or ["Nothing differs."])


def main() -> int:
    """Report how the site changed since the revision on the command line."""
    base = " ".join(sys.argv[1:]).strip()
    try:
        if not base:
            raise SiteError(USAGE)
        print(cut(since(base)))
    except SiteError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
