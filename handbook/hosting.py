"""The built site as a host such as GitHub Pages serves it: under a sub-path, text compressed."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

# What is text and therefore compressed; pictures and woff2 are so by themselves.
TEXT = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
PREFIX = "/handbook/"


class Answer(NamedTuple):
    """What was sent for a request: its address, and the bytes of the body as sent."""

    url: str
    size: int


class Host(NamedTuple):
    """A site that is being served: its home's address, and what was asked of it so far."""

    home: str
    answers: list[Answer]


@cache
def compressed(text: bytes) -> bytes:
    """`text` as hosts compress it on the way."""
    return gzip.compress(text, compresslevel=6, mtime=0)


@contextmanager
def hosted(site: Path) -> Iterator[Host]:
    """Serves the folder `site` on this machine until the block ends."""
    answers: list[Answer] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"  # connections are kept, as everywhere

        def do_GET(self) -> None:
            """Answer with a file, the index of a folder, or the 404 page."""
            path = unquote(urlsplit(self.path).path)
            file = site / path.removeprefix(PREFIX)
            if file.is_dir() and not path.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", f"{path}/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            file = file / "index.html" if file.is_dir() else file
            found = path.startswith(PREFIX) and file.is_file()
            file = file if found else site / "404.html"
            body = file.read_bytes()
            self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
            self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "")
            if file.suffix in TEXT and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = compressed(body)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            self.end_headers()
            answers.append(Answer(self.path, len(body)))  # before the browser can act on it
            with suppress(ConnectionError):  # the browser left
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Host(f"http://127.0.0.1:{server.server_port}{PREFIX}", answers)
        finally:
            server.shutdown()
