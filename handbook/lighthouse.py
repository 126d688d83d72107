"""`make lighthouse`: what Lighthouse says of three pages in each language, as on a phone.

The site is served as a host serves it, under a sub-path and compressed. Each page is visited
five times, in turns, and the medians count, for its score of performance is a clock's. The
report is stored in lighthouse.json.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from handbook.files import LANGUAGES, ROOT
from handbook.hosting import hosted

VERSION = "12.8.2"  # newer ones need Node 22
PAGES = ("", "basics/chain-rule/", "operations/convolution/")
TURNS = 5
REPORT = ROOT / "lighthouse.json"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"
# The home page leads a reader of another language elsewhere: each comes with the page's own.
LOCALES = {"zh": "zh-CN", "en": "en-US"}
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}

Visit = dict[str, float]


def visit(url: str, language: str) -> Visit:
    """One visit of Lighthouse, in a browser that speaks `language`.

    Returns:
        Scores, 0 to 100, layout shift, bytes transferred, and ms until the largest paint.

    Raises:
        subprocess.CalledProcessError: Node or Lighthouse failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "report.json")
        chrome = f"{FLAGS} --accept-lang={LOCALES[language]}"
        command = ["npx", "--yes", f"lighthouse@{VERSION}", url, "--quiet"]
        command += ["--output=json", f"--output-path={file}", f"--chrome-flags={chrome}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return read(json.loads(file.read_text(encoding="utf-8")))


def read(report: dict[str, Any]) -> Visit:
    """What counts of a report of Lighthouse."""
    scores = {name: round(100 * report["categories"][name]["score"]) for name in LEAST}
    audits = report["audits"]
    return scores | {
        "layout-shift": round(audits["cumulative-layout-shift"]["numericValue"], 4),
        "bytes": round(audits["total-byte-weight"]["numericValue"]),
        "largest-paint-ms": round(audits["largest-contentful-paint"]["numericValue"]),
    }


def summary(visits: list[Visit]) -> dict[str, Any]:
    """The median of each figure; of the performance also the range."""
    medians: dict[str, Any] = {
        key: statistics.median(it[key] for it in visits) for key in visits[0]
    }
    scores = [it["performance"] for it in visits]
    return medians | {"performance-range": [min(scores), max(scores)]}


def shortfalls(pages: dict[str, dict[str, Any]]) -> list[str]:
    """Where a page is below what is asked of it."""
    found = []
    for page, medians in pages.items():
        for name, least in LEAST.items():
            if medians[name] < least:
                found.append(f"{page}: {name} {medians[name]}, not {least}")
        if medians["layout-shift"] > 0:
            found.append(f"{page}: things move by {medians['layout-shift']} while it loads")
    return found


def main() -> int:
    """Build, visit, store the report; fail where a page falls short."""
    visits: dict[str, list[Visit]] = {}
    with tempfile.TemporaryDirectory() as folder, hosted(Path(folder)) as host:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", folder]
        env = os.environ | {"SITE_URL": host.home, "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run(command, check=True, cwd=ROOT, env=env)
        for turn in range(TURNS):
            for language in LANGUAGES:
                for page in PAGES:
                    name = ("en/" if language == "en" else "") + page
                    visits.setdefault(f"/{name}", []).append(visit(host.home + name, language))
                    print(f"{turn + 1}/{TURNS} /{name}: {visits[f'/{name}'][-1]}", flush=True)
    pages = {page: summary(of_page) for page, of_page in visits.items()}
    report = {"lighthouse": VERSION, "settings": "mobile", "turns": TURNS, "pages": pages}
    REPORT.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    short = shortfalls(pages)
    print("\n".join([f"stored in {REPORT.name}", *short]))
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
