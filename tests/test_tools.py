"""`make new` and `make outputs`, in a tree of their own."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from handbook import lint
from handbook.files import ROOT, report
from handbook.new import create
from handbook.outputs import record
from handbook.pages import check_all
from handbook.snippets import orphans


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """An empty handbook."""
    shutil.copytree(ROOT / "handbook", tmp_path / "handbook")
    for name in ("docs/zh", "docs/en", "snippets"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


def test_new_makes_what_passes_the_checks(tree: Path) -> None:
    snippet, chinese, english = create("mechanics/hooks", "hook_order", tree)
    assert record(["mechanics/hooks"], tree) == []
    assert snippet.with_suffix(".out").read_text(encoding="utf-8") == "tensor(4.)\n"
    assert chinese == tree / "docs/zh/mechanics/hooks.md"
    assert english == tree / "docs/en/mechanics/hooks.md"
    problems = lint.check(snippet, tree) + check_all(tree) + orphans(tree)
    assert not problems, report(problems)


def test_new_adds_to_a_page_that_stands(tree: Path) -> None:
    create("mechanics/hooks", "first", tree)
    _, *both = create("mechanics/hooks", "second", tree)
    for page in both:
        text = page.read_text(encoding="utf-8")
        assert text.count("---\n") == 2
        assert text.index("first.out") < text.index("second.py")


@pytest.mark.parametrize(
    "page, name", [("../out", "a"), ("Mechanics", "a"), ("a/b", "A"), ("a/b", "a.py"), ("", "a")]
)
def test_new_refuses_other_names(page: str, name: str, tree: Path) -> None:
    with pytest.raises(ValueError, match="write it in lower case"):
        create(page, name, tree)


def test_new_overwrites_nothing(tree: Path) -> None:
    create("a/b", "c", tree)
    with pytest.raises(ValueError, match=r"snippets/a/b/c\.py exists"):
        create("a/b", "c", tree)


def test_outputs_are_rewritten_and_the_change_shown(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    snippet, *_ = create("a/b", "c", tree)
    record([], tree)
    snippet.write_text(snippet.read_text("utf-8").replace("2.0", "3.0"), encoding="utf-8")
    capsys.readouterr()
    record(["a/b"], tree)
    assert "-tensor(4.)\n+tensor(6.)" in capsys.readouterr().out
    assert snippet.with_suffix(".out").read_text(encoding="utf-8") == "tensor(6.)\n"


def test_a_snippet_that_fails_keeps_its_output(tree: Path) -> None:
    snippet, *_ = create("a/b", "c", tree)
    record([], tree)
    snippet.write_text("x = 1  # raises ValueError\n", encoding="utf-8")
    (problem,) = record([], tree)
    assert "does not raise ValueError" in problem.message
    assert snippet.with_suffix(".out").read_text(encoding="utf-8") == "tensor(4.)\n"


def test_the_makefile_lists_its_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?m)^([a-z-]+):", makefile))
    described = set(re.findall(r"(?m)^([a-z-]+):.*## ", makefile))
    assert named == described
