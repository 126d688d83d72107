"""Each snippet prints exactly its recorded output, in a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from conftest import ran
from handbook.files import ROOT, relative, report, snippet_files
from handbook.runner import FORKS, Runner, normalise
from handbook.snippets import check, compare, judge, orphans

SNIPPETS = snippet_files()


@pytest.mark.parametrize(
    "snippet", SNIPPETS, ids=lambda path: path.relative_to(ROOT / "snippets").as_posix()
)
def test_prints_what_the_page_shows(snippet: Path) -> None:
    run = ran(snippet.read_text(encoding="utf-8"), relative(snippet))
    problems = check(snippet, run)
    assert not problems, report(problems)


def test_no_file_lies_alone() -> None:
    problems = orphans()
    assert not problems, report(problems)


def test_there_are_snippets() -> None:
    assert len(SNIPPETS) > 10


# What follows shows that the checks above can fail.


def test_snippets_do_not_leak_into_each_other(runner: Runner) -> None:
    leak = """
        import os, sys, warnings
        import torch
        torch.set_default_dtype(torch.float64)
        torch.manual_seed(7)
        torch.set_grad_enabled(False)
        warnings.simplefilter("ignore")
        sys.modules["leaked"] = torch
        os.environ["LEAKED"] = "1"
        torch.Tensor.leaked = True
    """
    look = """
        import os, sys, warnings
        import torch
        print(torch.tensor(1.0).dtype, torch.is_grad_enabled(), torch.initial_seed() == 7)
        print("leaked" in sys.modules, "LEAKED" in os.environ, hasattr(torch.Tensor, "leaked"))
        warnings.warn("shown")
    """
    before = runner.run(dedent(look), "look.py")
    assert runner.run(dedent(leak), "leak.py").raised is None
    after = runner.run(dedent(look), "look.py")
    assert before == after
    assert "torch.float32 True False\nFalse False False\n" in after.output
    assert "UserWarning: shown" in after.output


def dedent(source: str) -> str:
    return "\n".join(line.removeprefix(" " * 8) for line in source.strip("\n").splitlines()) + "\n"


def test_stdout_and_stderr_keep_their_order(runner: Runner) -> None:
    source = (
        'import os, sys\nprint("a")\nprint("b", file=sys.stderr)\nos.system("echo c")\nprint("d")\n'
    )
    assert runner.run(source, "order.py").output == "a\nb\nc\nd\n"


def test_same_output_as_python_itself(tmp_path: Path, runner: Runner) -> None:
    """The server's process is as good as a fresh interpreter, warnings included."""
    import subprocess

    path = next(p for p in SNIPPETS if "UserWarning" in p.with_suffix(".out").read_text("utf-8"))
    done = subprocess.run(
        [sys.executable, path.relative_to(ROOT).as_posix()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
    )
    assert normalise(done.stdout.decode()) == runner.run_file(path).output


@pytest.mark.skipif(not FORKS, reason="forks only on Linux; elsewhere each run is fresh anyway")
def test_fork_and_fresh_process_agree(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    path = next(p for p in SNIPPETS if "# raises" in p.read_text("utf-8"))
    forked = runner.run_file(path)
    monkeypatch.setattr("handbook.runner.FORKS", False)
    with Runner() as fresh:
        assert fresh.run_file(path) == forked


def test_time_limit() -> None:
    with Runner(limit=1) as short:
        run = short.run("while True: pass\n", "endless.py")
    assert run.died == "timed out after 1 s"
    assert "timed out" in judge("", "endless.py", run)[0].message


def test_sudden_death_is_told(runner: Runner) -> None:
    assert runner.run("import os; os._exit(3)\n", "dead.py").died == "ended with code 3"


FAULTS = {
    "stops raising": ("x = 1  # raises ValueError\n", 1, "does not raise ValueError any more"),
    "raises another": ("int('a')  # raises TypeError\n", 1, "raises ValueError, not TypeError"),
    "raises before": ("1 / 0\nint('a')  # raises ValueError\n", 2, "line 1 raised ZeroDivision"),
    "raises unannounced": ("x = 1\n1 / 0\n", 2, "raises ZeroDivisionError, unannounced"),
}


@pytest.mark.parametrize("source, line, message", FAULTS.values(), ids=FAULTS.keys())
def test_judge_finds(source: str, line: int, message: str, runner: Runner) -> None:
    problems = judge(source, "snippets/a/b.py", runner.run(source, "snippets/a/b.py"))
    assert [(p.file, p.line) for p in problems] == [("snippets/a/b.py", line)]
    assert message in str(problems[0])


def test_a_line_that_raises_as_promised_is_fine(runner: Runner) -> None:
    source = "int('a')  # raises ValueError\n"
    run = runner.run(source, "snippets/a/b.py")
    assert judge(source, "snippets/a/b.py", run) == []
    assert run.output == (
        "Traceback (most recent call last):\n"
        '  File "snippets/a/b.py", line 1, in <module>\n'
        "    int('a')  # raises ValueError\n"
        "ValueError: invalid literal for int() with base 10: 'a'\n"
    )


def test_traceback_has_no_frames_of_torch(runner: Runner) -> None:
    source = "import torch\ntorch.ones(2, requires_grad=True).backward()  # raises RuntimeError\n"
    output = runner.run(source, "snippets/a/b.py").output
    assert output.count("File ") == 1
    assert "^" not in output and "site-packages" not in output


def test_changed_output_is_shown_with_the_command_that_mends(tmp_path: Path) -> None:
    path = tmp_path / "snippets" / "a" / "b" / "c.py"
    path.parent.mkdir(parents=True)
    path.write_text("print('new')\nprint('same')\n")
    path.with_suffix(".out").write_text("old\nsame\n")
    with Runner(root=tmp_path) as here:
        run = here.run_file(path)
    (problem,) = compare(path, run, tmp_path)
    assert str(problem).startswith("snippets/a/b/c.out:1: ")
    assert "-old\n+new\n same" in str(problem)
    assert "make outputs PAGE=a/b" in str(problem)


def test_orphans_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "snippets" / "a" / "b"
    folder.mkdir(parents=True)
    for language in ("zh", "en"):
        page = tmp_path / "docs" / language / "a" / "b.md"
        page.parent.mkdir(parents=True)
        shown = ("shown.py", "shown.out") if language == "zh" else ("shown.py",)
        page.write_text("".join(f'```python\n--8<-- "a/b/{name}"\n```\n' for name in shown))
    for name in ("shown.py", "shown.out", "without_snippet.out", "without_output.py", "notes.txt"):
        (folder / name).write_text("")
    found = {f"{p.file.removeprefix('snippets/a/b/')}: {p.message}" for p in orphans(tmp_path)}
    assert "shown.out: no en page shows it" in found
    assert "shown.py: no en page shows it" not in found
    assert "without_snippet.out: an output without its snippet" in found
    assert "without_output.py: a snippet without a recorded output" in found
    assert "notes.txt: neither a snippet nor an output" in found


def test_normalise() -> None:
    torch = "site-packages/torch/_tensor.py:1:"
    raw = {
        "<AddBackward0 object at 0x7f00dead>": "<AddBackward0 object at 0x…>",
        f"File {ROOT / 'snippets'}": "File snippets",
        "(Triggered internally at /w/TensorBody.h:4.)": "(Triggered internally at …)",
        f"/usr/lib/python3.11/{torch}": torch,
        f"C:\\py\\Lib\\{torch}": torch,
        "a\r\nb": "a\nb",
    }
    assert {text: normalise(text) for text in raw} == raw
