"""The search, which comes when a reader first uses it; the theme loads it with every page.

The theme has no setting for this, so two of its scripts are published with a change. The one
on each page waits for docs/assets/handbook.js to hand it the index, where it would ask for it
at once; and in the place of its worker stand a few lines that load it with its first message,
which is the index.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from handbook.files import ROOT, Problem, line_with

SCRIPTS = re.compile(r"assets/javascripts/(bundle|workers/search)\.\w+\.min\.js")

# In the theme's sources: index$ = document.forms.namedItem("search") ? fetchSearchIndex() : NEVER
ASKS = re.compile(r'(?<=document\.forms\.namedItem\("search"\)\?)\w+\(\)(?=:)')
WAITS = "new Promise(it=>window.searchIndexArrived=it)"

LOADS = """\
onmessage = (message) => {
  importScripts("%s")
  onmessage = null
  dispatchEvent(new MessageEvent("message", { data: message.data }))
}
"""


class SearchError(ValueError):
    """The theme's search is not the one that this module knows; `problem` tells."""

    def __init__(self) -> None:
        self.problem: Problem = line_with(
            ROOT / "requirements.txt",
            "mkdocs-material",
            "this theme's scripts load the search in a way that handbook/search.py does not know",
            "adapt handbook/search.py to them, or go back to the theme's last version",
        )
        super().__init__(str(self.problem))


def on_first_use(scripts: Mapping[str, str]) -> dict[str, str]:
    """The scripts to publish in the place of the theme's `scripts`, each by its path.

    Raises:
        SearchError: they are not the two that are expected, or the one on each page does not
            ask for the index exactly once.
    """
    try:
        (page, asking), (worker, whole) = sorted(scripts.items())
        before, after = ASKS.split(asking)
    except ValueError:
        raise SearchError() from None
    renamed = worker.replace(".min.js", ".whole.js")
    loads = LOADS % PurePosixPath(renamed).name
    return {page: before + WAITS + after, worker: loads, renamed: whole}
