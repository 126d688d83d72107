"""The theme's scripts, published with what they would do on each visit left out.

For none of this the theme has a setting:

- It asks for the search index with every page. The script on each page waits for
  docs/assets/handbook.js to hand it over instead; and in the place of the search worker stand
  a few lines that load it with its first message, which is the index.
- It measures each block of code, and wraps each table, which has the browser lay out the page
  again and again. Here docs/assets/handbook.js does what is left of the one, `wrapped` the other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from handbook.files import ROOT, Problem, line_with

SCRIPTS = re.compile(r"assets/javascripts/(bundle|workers/search)\.\w+\.min\.js")

# In the theme's sources: index$ = document.forms.namedItem("search") ? fetchSearchIndex() : NEVER
ASKS = re.compile(r'(?<=document\.forms\.namedItem\("search"\)\?)\w+\(\)(?=:)')
CHANGES = [
    (ASKS, "new Promise(it=>window.searchIndexArrived=it)"),
    # The elements it goes through.
    (re.compile(r'"pre:not\(\.mermaid\) > code"(?=,)'), '":not(*)"'),
    (re.compile(r'"table:not\(\[class\]\)"(?=,)'), '":not(*)"'),
]

LOADS = """\
onmessage = (message) => {
  importScripts("%s")
  onmessage = null
  dispatchEvent(new MessageEvent("message", { data: message.data }))
}
"""

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
WRAP = (
    '<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table">%s</div></div>'
)


class ThemeError(ValueError):
    """The theme's scripts are not those that this module knows; `problem` tells."""

    def __init__(self) -> None:
        self.problem: Problem = line_with(
            ROOT / "requirements.txt",
            "mkdocs-material",
            "handbook/theme.py does not find in this theme's scripts what it changes",
            "adapt handbook/theme.py to them, or go back to the theme's last version",
        )
        super().__init__(str(self.problem))


def published(scripts: Mapping[str, str]) -> dict[str, str]:
    """The scripts to publish in the place of the theme's `scripts`, each by its path.

    Raises:
        ThemeError: they are not the two that are expected, or what is to be changed is not
            there exactly once.
    """
    try:
        (page, script), (worker, whole) = sorted(scripts.items())
    except ValueError:
        raise ThemeError() from None
    for theirs, ours in CHANGES:
        script, count = theirs.subn(lambda _, ours=ours: ours, script)  # type: ignore[misc]
        if count != 1:
            raise ThemeError()
    renamed = worker.replace(".min.js", ".whole.js")
    return {page: script, worker: LOADS % PurePosixPath(renamed).name, renamed: whole}


def wrapped(html: str) -> str:
    """The HTML of a page with its tables in what lets them scroll, by keyboard too."""
    return TABLE.sub(lambda it: WRAP % it[0], html)
