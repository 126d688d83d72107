"""Runs the Python blocks of README and docs as a reader sees them: includes expanded.

pytest-markdown-docs finds the blocks; here they get their text from pymdownx.snippets,
with the site's own settings, run in a process of their own, and must print the `text`
block that follows them.
"""

from __future__ import annotations

import functools
import itertools
from pathlib import Path
from typing import Any

import markdown
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mkdocs.config import load_config
from pytest_markdown_docs._runners import DefaultRunner, register_runner
from pytest_markdown_docs.definitions import FenceTestDefinition
from pytest_markdown_docs.plugin import MarkdownInlinePythonItem

from handbook.files import ROOT, relative
from handbook.pages import FENCE
from handbook.recordings import KINDS
from handbook.runner import Run, Runner
from handbook.snippets import INCLUDE, judge

# The plugin hands a runner the code of a block, and nothing of what stands around it.
blocks: dict[str, tuple[str, str | None]] = {}  # code: name of its file, expected output


@functools.cache
def includes() -> Any:
    """The preprocessor that expands `--8<--`, configured as in mkdocs.yml."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    md = markdown.Markdown(
        extensions=["pymdownx.snippets"],
        extension_configs={"pymdownx.snippets": config.mdx_configs["pymdownx.snippets"]},
    )
    return md.preprocessors["snippet"]


def outdent(source: str) -> str:
    """`source` with fences inside admonitions moved to the margin, line for line.

    To plain Markdown an indented fence is a code block of another kind.
    """
    lines, indent = [], None
    for line in source.splitlines():
        mark = FENCE.match(line)
        if mark and indent is None:
            indent = len(line) - len(line.lstrip())
            lines.append(line[indent:])
        else:
            lines.append(line[indent:] if indent else line)
            if mark and not mark[2]:
                indent = None
    return "\n".join(lines)


class AsRead(MarkdownIt):
    """Parses a page into tokens, each fence with the text a reader sees in it."""

    def parse(self, src: str, env: Any = None) -> list[Token]:
        """Tokens of the page `src`, includes expanded; notes what each block must print."""
        tokens = super().parse(outdent(src), env)
        fences = [token for token in tokens if token.type == "fence"]
        for fence in fences:
            found = INCLUDE.search(fence.content)
            if fence.info.partition(" ")[0] in KINDS:  # a figure shows its code, which is run too
                fence.info = "python"
            fence.meta["name"] = f"snippets/{found[1]}" if found else "block.py"
            fence.content = "\n".join(includes().run(fence.content.splitlines())) + "\n"
        return tokens


@functools.cache
def block(page: Path, line: int) -> tuple[str, str | None]:
    """File name and expected output of the block whose fence opens at `line` of `page`."""
    fences = [
        it for it in AsRead("commonmark").parse(page.read_text("utf-8")) if it.type == "fence"
    ]
    for code, output in itertools.zip_longest(fences, fences[1:]):
        if code.map and code.map[0] + 1 == line:
            expected = output.content if output and output.info == "text" else None
            return code.meta["name"], expected
    raise LookupError(f"{page}:{line}: no block begins here")


def pytest_markdown_docs_markdown_it() -> MarkdownIt:
    """The parser that pytest-markdown-docs is to use."""
    return AsRead("commonmark")


@register_runner(default=True)
class ShownOutput(DefaultRunner):
    """Compares what a block prints with the output below it."""

    def runtest(self, test: FenceTestDefinition, args: Any, **_: Any) -> None:
        """Check one block; fail if it ends or prints other than the page shows."""
        name, expected = block(test.source_path, test.start_line)
        source = test.source.strip() + "\n"
        run = ran(source, name)
        wrong = judge(source, name, run)
        if wrong:
            pytest.fail(str(wrong[0]), pytrace=False)
        if expected is not None and run.output.strip() != expected.strip():
            message = f"the block prints\n{run.output}\nbut the page shows\n{expected}"
            pytest.fail(message, pytrace=False)


# A snippet is run once for all tests of a session: for its `.out`, and for the pages of
# both languages, whose blocks are held against that run if their text is the same. The
# first test that asks has all of them run.
waiting: dict[tuple[str, str], None] = {}
runs: dict[tuple[str, str], Run] = {}


def ran(source: str, name: str) -> Run:
    """The run of `source` as the file `name`."""
    if (source, name) not in runs:
        waiting[source, name] = None
        scripts = list(waiting)
        with Runner() as runner:
            runs.update(zip(scripts, runner.run_all(scripts), strict=True))
        waiting.clear()
    return runs[source, name]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Note which snippets and blocks the collected tests will ask for."""
    for item in session.items:
        if isinstance(item, MarkdownInlinePythonItem):
            name, _ = block(item.path, item.start_line)
            waiting[item.code.strip() + "\n", name] = None
        elif "snippet" in getattr(item, "fixturenames", ()):
            path = item.callspec.params["snippet"]  # type: ignore[attr-defined]
            waiting[path.read_text(encoding="utf-8"), relative(path)] = None
