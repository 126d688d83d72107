"""Run a snippet the way a reader would, and say what the terminal shows."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.files import ROOT

TIME_LIMIT = 60.0  # seconds; a snippet takes milliseconds, a loaded machine takes longer
FORKS = sys.platform == "linux"


@dataclass(frozen=True)
class Run:
    """What one run of a script left behind.

    Attributes:
        output: stdout and stderr in the order of writing, normalised.
        raised: name of the exception that ended the script, or None.
        line: the line of the script that raised it, or None.
        died: how the process ended, if it did not end by itself ("timed out …"), or None.
    """

    output: str
    raised: str | None
    line: int | None
    died: str | None


def normalise(text: str, root: Path = ROOT) -> str:
    """Take out of `text` what differs from machine to machine and says nothing.

    Addresses of objects, paths of the installation and of the clone, and the place in
    torch's C++ sources that a warning was triggered at.
    """
    text = text.replace("\r\n", "\n").replace(str(root) + os.sep, "")
    text = re.sub(r"\bat 0x[0-9a-fA-F]+", "at 0x…", text)
    text = re.sub(r"(?:[A-Za-z]:)?[^\s\"'(]*[/\\]site-packages[/\\]", "site-packages/", text)
    return re.sub(r"\(Triggered internally at [^)]*\)", "(Triggered internally at …)", text)


class Runner:
    """Runs scripts, each in a process of its own; use it as a context manager.

    Args:
        limit: seconds a script may take.
        root: the folder scripts are run from, and named from.
    """

    def __init__(self, limit: float = TIME_LIMIT, root: Path = ROOT) -> None:
        self.limit = limit
        self.root = root
        self._server: subprocess.Popen[str] | None = None
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            assert self._server.stdin and self._server.stdout
            self._server.stdin.close()
            self._server.wait()
            self._server.stdout.close()
        self._folder.cleanup()

    def run_file(self, path: Path) -> Run:
        """Run the script at `path`, named as a reader in the clone would name it."""
        name = path.resolve().relative_to(self.root.resolve()).as_posix()
        return self.run(path.read_text(encoding="utf-8"), name)

    def run(self, source: str, filename: str) -> Run:
        """Run `source` as if it were the file `filename`."""
        output = Path(self._folder.name, "output")
        outcome = Path(self._folder.name, "outcome")
        outcome.unlink(missing_ok=True)
        output.write_text("", encoding="utf-8")
        request = {
            "filename": filename,
            "source": source,
            "output": str(output),
            "outcome": str(outcome),
            "limit": self.limit,
        }
        died = self._ask(request) if FORKS else self._fresh(request)
        text = output.read_text(encoding="utf-8", errors="replace")
        ending = {"raised": None, "line": None}
        if outcome.exists():
            ending = json.loads(outcome.read_text(encoding="utf-8"))
        elif died is None:
            died = "ended without a word (os._exit?)"
        return Run(normalise(text, self.root), ending["raised"], ending["line"], died)

    def _command(self, *options: str) -> list[str]:
        return [sys.executable, "-m", "handbook.server", *options]

    def _settings(self) -> dict[str, Any]:
        """A reader's environment: defaults for warnings, UTF-8, no colours."""
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONWARNINGS"}
        environment.update(PYTHONUTF8="1", NO_COLOR="1", PYTHONPATH=str(ROOT))
        return {"env": environment, "cwd": self.root, "text": True, "encoding": "utf-8"}

    def _ask(self, request: dict[str, Any]) -> str | None:
        if self._server is None:
            self._server = subprocess.Popen(
                self._command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                **self._settings(),
            )
        assert self._server.stdin and self._server.stdout
        self._server.stdin.write(json.dumps(request) + "\n")
        self._server.stdin.flush()
        answer = self._server.stdout.readline()
        if not answer:
            raise RuntimeError("the snippet server ended; its own error is printed above")
        code = json.loads(answer)["exit"]
        if code == 0:
            return None
        return f"timed out after {self.limit:g} s" if code == -14 else f"ended with code {code}"

    def _fresh(self, request: dict[str, Any]) -> str | None:
        try:
            done = subprocess.run(
                self._command("--once"),
                input=json.dumps(request) + "\n",
                timeout=self.limit,
                **self._settings(),
            )
        except subprocess.TimeoutExpired:
            return f"timed out after {self.limit:g} s"
        return None if done.returncode == 0 else f"ended with code {done.returncode}"
