"""Contract 1, read from a snippet's syntax tree: what every snippet keeps to.

The style of the code is ruff's business; here is what only this handbook asks for.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from handbook.files import ROOT, Problem, relative
from handbook.snippets import RAISES, promised

LINES = 40
COLUMNS = 72
RANDOM = {
    *("rand", "randn", "randint", "randperm", "rand_like", "randn_like", "randint_like"),
    *("normal", "bernoulli", "multinomial", "poisson"),
    *("normal_", "uniform_", "bernoulli_", "random_", "exponential_"),
}
# Both languages show the same file, so it holds names and terms, not sentences: neither
# 汉字, nor four plain words in a row, nor words that end in a full stop.
SENTENCE = re.compile(
    r"[\u3400-\u9fff]|(?:\b[A-Za-z][a-z]+\s+){3}[A-Za-z][a-z]+\b|[a-z]{2}\.(\s|$)"
)
# Comparing these with == is exact; comparing computed floats is luck.
EXACT = {"shape", "dtype", "ndim", "name", "size", "dim", "numel", "__name__", "_version"}


def check(path: Path, root: Path = ROOT) -> list[Problem]:
    """All that contract 1 finds wrong with the snippet at `path`, without running it."""
    source = path.read_text(encoding="utf-8")
    name = relative(path, root)
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        message = f"does not parse: {error.msg}"
        return [Problem(name, error.lineno or 1, message, "mend the syntax")]
    found = [*of_lines(source), *of_words(source, tree), *of_calls(tree), *of_whole(source, tree)]
    return sorted(Problem(name, line, message, mend) for line, message, mend in found)


Finding = tuple[int, str, str]


def of_lines(source: str) -> Iterator[Finding]:
    """Length of the file and of its lines."""
    lines = source.splitlines()
    if len(lines) > LINES:
        message = f"{len(lines)} lines; a snippet has at most {LINES}"
        yield LINES + 1, message, "split it: one idea a file"
    for number, line in enumerate(lines, start=1):
        if len(line) > COLUMNS:
            message = f"{len(line)} columns; a phone shows no more than {COLUMNS}"
            yield number, message, "break the line"


def of_words(source: str, tree: ast.Module) -> Iterator[Finding]:
    """Sentences in comments and strings."""
    mend = "move the words to the page; keep names, shapes and PyTorch's terms"
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        comment = token.type == tokenize.COMMENT and not RAISES.search(token.string)
        if comment and SENTENCE.search(token.string):
            yield token.start[0], f"a sentence in a comment: {token.string}", mend
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and SENTENCE.search(str(node.value)):
            yield node.lineno, f"a sentence in a string: {node.value!r}", mend


def of_calls(tree: ast.Module) -> Iterator[Finding]:
    """Calls, attributes and statements that a snippet does without."""
    seeded = any(called(node) == "manual_seed" for node in ast.walk(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "data":
            yield node.lineno, "`.data` hides the change from autograd", "detach() or no_grad()"
        elif isinstance(node, ast.Try):
            mend = "let it fail; end the line in `# raises X`"
            yield node.lineno, "an error caught is an error not shown", mend
        elif isinstance(node, ast.Compare) and inexact(node):
            mend = "torch.testing.assert_close, or torch.equal on exact values"
            yield node.lineno, "`==` between computed values", mend
        elif isinstance(node, ast.Call):
            name = called(node)
            if name in RANDOM and not seeded:
                mend = "torch.manual_seed(0) above it, or fixed numbers"
                yield node.lineno, f"unseeded `{name}`", mend
            elif name in {"id", "data_ptr"}:
                yield node.lineno, "an address differs from run to run", "compare with `is`"
            elif name in {"filterwarnings", "simplefilter", "catch_warnings"}:
                message = "a warning the reader would see is part of the output"
                yield node.lineno, message, "let it show"


def of_whole(source: str, tree: ast.Module) -> Iterator[Finding]:
    """What the file as a whole must do: show something, and fail at most once."""
    marks = promised(source)
    if len(marks) > 1:
        yield marks[1][0], "a second `# raises`: the script ends at the first", "split the file"
    if not marks and not any(called(node) == "print" for node in ast.walk(tree)):
        yield 1, "prints nothing and raises nothing", "print what it is about"


def called(node: ast.AST) -> str | None:
    """Name of the function that `node` calls: `rand` for `torch.rand(2)`."""
    if not isinstance(node, ast.Call):
        return None
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else None


def inexact(node: ast.Compare) -> bool:
    """Whether `node` compares two values with == or != that may be computed floats."""
    if not any(isinstance(operator, ast.Eq | ast.NotEq) for operator in node.ops):
        return False
    return not any(exact(side) for side in (node.left, *node.comparators))


def exact(side: ast.expr) -> bool:
    """Whether `side` can only be an exact value: an int, a string, a shape, a name."""
    if isinstance(side, ast.Constant):
        return not isinstance(side.value, float)
    if isinstance(side, ast.Call):
        return called(side) in EXACT | {"len", "type", "str", "quantize", "round"}
    return isinstance(side, ast.Attribute) and side.attr in EXACT
