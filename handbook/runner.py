"""Run a snippet the way a reader would, and say what the terminal shows."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handbook.files import ROOT, relative

TIME_LIMIT = 60.0  # seconds; a snippet takes milliseconds, a loaded machine takes longer
FORKS = sys.platform == "linux"
TIMED_OUT = -14  # ended by SIGALRM
# Several snippets run at once, so each has one core; sums are then also taken in the same
# order on every machine.
THREADS = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
# The server's memory in pages of 2 MB: a fork copies the list of pages, and so takes a
# fourth of the time. Read by the C library of Linux alone, and of no other effect.
PAGES = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1", "PYTHONMALLOC": "malloc"}


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

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        if self._server:
            assert self._server.stdin and self._server.stdout
            self._server.stdin.close()
            self._server.wait()
            self._server.stdout.close()

    def run_file(self, path: Path) -> Run:
        """Run the script at `path`, named as a reader in the clone would name it."""
        return self.run_files([path])[0]

    def run_files(self, paths: list[Path]) -> list[Run]:
        """Run the scripts at `paths`."""
        return self.run_all(
            [(path.read_text("utf-8"), relative(path, self.root)) for path in paths]
        )

    def run(self, source: str, filename: str) -> Run:
        """Run `source` as if it were the file `filename`."""
        return self.run_all([(source, filename)])[0]

    def run_all(self, scripts: list[tuple[str, str]]) -> list[Run]:
        """Run pairs of source and file name, as many at a time as there are cores."""
        with tempfile.TemporaryDirectory() as folder:
            requests = []
            for number, (source, filename) in enumerate(scripts):
                streams = {key: f"{folder}/{number}.{key}" for key in ("output", "outcome")}
                request = {"filename": filename, "source": source, "limit": self.limit}
                requests.append(request | streams)
            ends = self._fork(requests) if FORKS else self._fresh(requests)
            return [self._read(request, end) for request, end in zip(requests, ends, strict=True)]

    def _read(self, request: dict[str, Any], died: str | None) -> Run:
        """What the files of one request tell after its process has ended."""
        output, outcome = Path(request["output"]), Path(request["outcome"])
        text = output.read_text("utf-8", "replace") if output.exists() else ""
        if not outcome.exists():
            return Run(normalise(text, self.root), None, None, died or "ended without a word")
        ending = json.loads(outcome.read_text("utf-8"))
        return Run(normalise(text, self.root), ending["raised"], ending["line"], died)

    def _command(self, *options: str) -> list[str]:
        return [sys.executable, "-P", str(ROOT / "handbook" / "server.py"), *options]

    def _settings(self) -> dict[str, Any]:
        """A reader's environment: defaults for warnings, UTF-8, no colours."""
        environment = {
            k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "TORCH", "PYTORCH"))
        }
        environment.update(PYTHONUNBUFFERED="1", PYTHONUTF8="1", NO_COLOR="1", **THREADS)
        return {"env": environment, "cwd": self.root, "text": True, "encoding": "utf-8"}

    def _fork(self, requests: list[dict[str, Any]]) -> list[str | None]:
        """Have the server fork a child for each request; say how each died, if it did."""
        if self._server is None:
            settings = self._settings()
            settings["env"] |= PAGES
            self._server = subprocess.Popen(
                self._command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, **settings
            )
        assert self._server.stdin and self._server.stdout
        self._server.stdin.write(json.dumps(requests) + "\n")
        self._server.stdin.flush()
        answer = self._server.stdout.readline()
        if not answer:
            raise RuntimeError("the snippet server ended; its own error is printed above")
        return [self._death(code) for code in json.loads(answer)]

    def _fresh(self, requests: list[dict[str, Any]]) -> list[str | None]:
        """Start a fresh interpreter for each request; say how each died, if it did."""

        def one(request: dict[str, Any]) -> str | None:
            try:
                done = subprocess.run(
                    self._command("--once"),
                    input=json.dumps([request]) + "\n",
                    timeout=self.limit,
                    **self._settings(),
                )
            except subprocess.TimeoutExpired:
                return self._death(TIMED_OUT)
            return self._death(done.returncode)

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return list(pool.map(one, requests))

    def _death(self, code: int) -> str | None:
        """An exit code in words, None for a natural end."""
        if code == TIMED_OUT:
            return f"timed out after {self.limit:g} s"
        return f"ended with code {code}" if code else None
