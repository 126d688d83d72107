"""`mkdocs serve`, as `make serve` calls it: both languages, reloaded when a file changes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

WAIT = 300.0  # seconds; a build takes twenty, on a loaded machine longer


@pytest.fixture
def served(copy: Path) -> Iterator[str]:
    """The address at which a copy of the tree is served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=copy,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://{address}/"
    finally:
        server.terminate()
        server.wait()


def seen(url: str, text: bytes | str) -> bool:
    """Whether what is at `url` comes to hold `text` before the wait is over."""
    text = text.encode() if isinstance(text, str) else text
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if text in answer.read():
                    return True
        except (urllib.error.URLError, TimeoutError):
            pass
        time.sleep(0.3)
    return False


def test_edits_of_pages_and_of_snippets_reach_both_languages(served: str, copy: Path) -> None:
    pages = {"docs/zh/index.md": served, "docs/en/index.md": served + "en/"}
    for url in pages.values():
        assert seen(url, "tensor(7.)")
    # A paragraph in one language only: serving goes on, and says so.
    for name, url in pages.items():
        page = copy / name
        page.write_text(page.read_text(encoding="utf-8") + f"\nedited {name}\n", encoding="utf-8")
        assert seen(url, f"edited {name}")
        assert seen(url + "index.html.md", f"edited {name}")
        assert seen(url + "llms.txt", f"({url}index.html.md)")
        assert seen(url + "assets/cards/index.png", b"\x89PNG")
    (copy / "snippets/index/thirty_seconds.out").write_text("tensor(8.)\n", encoding="utf-8")
    for url in pages.values():
        assert seen(url, "tensor(8.)")
