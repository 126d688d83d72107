"""Runs scripts as a terminal would, each in a process of its own.

Started by `handbook.runner`. A line that comes in is a JSON list of requests, the line
that goes out the list of their exit codes. On Linux this process imports torch once and
forks a child for each request, as many at a time as it has cores: importing starts no
thread pool of torch's, so the child is as good as a fresh interpreter, at a fraction of
its price. With `--once` it runs a single request itself; that is the way on systems where
forking is not safe (macOS) or not there (Windows).
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import json
import linecache
import os
import signal
import sys
import threading
import traceback
import types
from typing import Any

# torch, and what torch itself imports when it is first used, so that not every child pays for
# it: when a tensor is printed, for autograd.grad or torch.func, for forward mode.
MODULES = (
    "torch",
    "torch._subclasses.schema_check_mode",
    "torch._dynamo",
    "torch.func",
    "torch._decomp.decompositions_for_jvp",
)

Request = dict[str, Any]  # filename, source, output, outcome, limit


def terminal_traceback(error: BaseException, filename: str) -> str:
    """The traceback of `error` with only the frames of `filename`, without carets.

    Frames inside torch say nothing to a reader, and the carets differ between versions
    of Python.
    """

    def strip(part: traceback.TracebackException | None) -> None:
        if part is not None:
            frames = [
                (frame.filename, frame.lineno or 0, frame.name, frame.line)
                for frame in part.stack
                if frame.filename == filename
            ]
            part.stack = traceback.StackSummary.from_list(frames)
            strip(part.__cause__)
            strip(part.__context__)

    whole = traceback.TracebackException.from_exception(error)
    strip(whole)
    return "".join(whole.format())


def run_script(filename: str, source: str) -> dict[str, Any]:
    """Run `source` as `python filename` would; say which exception ended it, and where."""
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=filename, __builtins__=__builtins__)
    sys.modules["__main__"] = main
    sys.argv = [filename]
    sys.path.insert(0, os.path.dirname(os.path.abspath(filename)))
    # Tracebacks and warnings quote the line they name; a block of a page is in no file.
    linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
    try:
        exec(compile(source, filename, "exec", dont_inherit=True), main.__dict__)
    except BaseException as error:
        sys.stderr.write(terminal_traceback(error, filename))
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == filename]
        return {"raised": type(error).__name__, "line": lines[-1] if lines else None}
    return {"raised": None, "line": None}


def end() -> None:
    """What an interpreter does at its end: wait for threads, run what waits for exit."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()


def serve(request: Request) -> None:
    """Run one request in this process; its streams go to the file `output`."""
    stream = os.open(request["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
    null = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((null, 0), (stream, 1), (stream, 2)):
        os.dup2(source, target)
    # The two streams share one file: nothing may wait in a buffer of its own.
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(
            io.FileIO(number, "w", closefd=False),
            encoding="utf-8",
            newline="\n",
            write_through=True,
        )
        for number in (1, 2)
    )
    atexit._clear()  # what torch would tidy up at exit costs more than the snippet
    outcome = run_script(request["filename"], request["source"])
    end()
    with open(request["outcome"], "w", encoding="utf-8") as file:
        json.dump(outcome, file)


def fork(request: Request) -> int:
    """Start a child that runs one request; return its process number."""
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_REAL, request["limit"])
        serve(request)
        os._exit(0)
    return child


def fork_all(requests: list[Request], at_once: int) -> list[int]:
    """Run each request in a child of its own; return their exit codes.

    A child that a signal ended has the signal's number, negative.
    """
    codes = [0] * len(requests)
    running: dict[int, int] = {}  # which request, by process

    def wait() -> None:
        child, status = os.wait()
        codes[running.pop(child)] = os.waitstatus_to_exitcode(status)

    for number, request in enumerate(requests):
        if len(running) == at_once:
            wait()
        running[fork(request)] = number
    while running:
        wait()
    return codes


def main() -> None:
    """Answer requests until standard input closes."""
    if "--once" in sys.argv:
        serve(json.loads(sys.stdin.readline())[0])
        os._exit(0)
    for name in MODULES:
        importlib.import_module(name)
    gc.freeze()  # else a collection in a child would copy every page it looks at
    cores = len(os.sched_getaffinity(0))
    for line in sys.stdin:
        print(json.dumps(fork_all(json.loads(line), cores)), flush=True)


if __name__ == "__main__":
    main()
