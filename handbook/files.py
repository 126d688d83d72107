"""Where things lie, and the one shape in which every check reports what it found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, order=True)
class Problem:
    """Something a check found: which file and line, what is wrong, how to mend it."""

    file: str
    line: int
    message: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}\n    to mend: {self.mend}"


def report(problems: list[Problem]) -> str:
    """All problems as one text, in the order of file and line."""
    return "\n".join(str(problem) for problem in sorted(problems))


def line_with(path: Path, text: str, message: str, mend: str) -> Problem:
    """A problem at the line of the file `path` where `text` begins."""
    before, found, _ = path.read_text(encoding="utf-8").partition(text.strip().split("\n")[0])
    return Problem(relative(path), before.count("\n") + 1 if found else 1, message, mend)


def relative(path: Path, root: Path = ROOT) -> str:
    """`path` as a reader of the repository writes it: from `root`, with forward slashes."""
    return path.resolve().relative_to(root.resolve()).as_posix()


def snippet_files(root: Path = ROOT, page: str = "") -> list[Path]:
    """Every snippet script, or those of one page such as `basics/chain-rule`."""
    return sorted((root / "snippets" / page).rglob("*.py"))


def pages(language: str, root: Path = ROOT) -> list[Path]:
    """Every page of one language, Markdown and notebook."""
    folder = root / "docs" / language
    return sorted(path for path in folder.rglob("*") if path.suffix in {".md", ".ipynb"})
