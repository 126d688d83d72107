"""Contract 1 from the syntax tree; each rule is shown to catch a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.files import report, snippet_files
from handbook.lint import check


@pytest.mark.parametrize("path", snippet_files(), ids=lambda path: path.stem)
def test_keeps_to_the_contract(path: Path) -> None:
    problems = check(path)
    assert not problems, report(problems)


FAULTS = {
    "syntax": ("x = = 1\n", 1, "does not parse"),
    "too long": ("print(1)\n" * 41, 41, "41 lines"),
    "too wide": ("print(" + "1 + " * 20 + "1)\n", 1, "columns"),
    "sentence in a comment": ("x = 1  # here we build the graph\nprint(x)\n", 1, "a sentence"),
    "Chinese comment": ("x = 1  # 叶子\nprint(x)\n", 1, "a sentence"),
    "sentence in print": ("print('the gradient of the loss is', 7)\n", 1, "a sentence in a string"),
    "Chinese in print": ("print('梯度', 7)\n", 1, "a sentence in a string"),
    "docstring": ('def f(x):\n    """Double it."""\n    return x\nprint(f(1))\n', 2, "a sentence"),
    "unseeded": ("import torch\nprint(torch.rand(2))\n", 2, "unseeded `rand`"),
    "unseeded in place": (
        "import torch\nprint(torch.ones(2).normal_())\n",
        2,
        "unseeded `normal_`",
    ),
    "equal floats": ("x, y = 0.1 + 0.2, 0.3\nprint(x == y)\n", 2, "`==` between"),
    ".data": ("import torch\nprint(torch.ones(2).data)\n", 2, "`.data`"),
    "address": ("print(id(1))\n", 1, "an address"),
    "try": ("try:\n    print(1)\nexcept ValueError:\n    print(2)\n", 1, "an error caught"),
    "filter": ("import warnings\nwarnings.simplefilter('ignore')\nprint(1)\n", 2, "a warning"),
    "silent": ("x = 1\n", 1, "prints nothing"),
    "raises twice": ("int('a')  # raises ValueError\nint('b')  # raises ValueError\n", 2, "second"),
}


@pytest.mark.parametrize("source, line, message", FAULTS.values(), ids=FAULTS.keys())
def test_finds(source: str, line: int, message: str, tmp_path: Path) -> None:
    path = tmp_path / "snippet.py"
    path.write_text(source, encoding="utf-8")
    assert any(p.line == line and message in p.message for p in check(path, tmp_path))


FINE = {
    "terms": "x = 1  # leaf\ny = 2  # (2, 3)\nprint('x.grad:', x, 'cross-correlation')\n",
    "exact": "import torch\nx = torch.ones(2)\nprint(x.shape == (2,), len(x) == 2)\n",
    "seeded": "import torch\ntorch.manual_seed(0)\nprint(torch.rand(2))\n",
    "raising": "int('a')  # raises ValueError\n",
}


@pytest.mark.parametrize("source", FINE.values(), ids=FINE.keys())
def test_accepts(source: str, tmp_path: Path) -> None:
    path = tmp_path / "snippet.py"
    path.write_text(source, encoding="utf-8")
    assert check(path, tmp_path) == []
