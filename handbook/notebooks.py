"""Labs: notebooks that the site shows as pages like any other."""

from __future__ import annotations

from pathlib import Path


def to_markdown(path: Path) -> str:
    """The notebook at `path` as Markdown for this site."""
    raise NotImplementedError
