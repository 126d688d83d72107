"""What `make lighthouse` makes of Lighthouse's reports; the stored one keeps to the limits."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from handbook import lighthouse
from handbook.files import LANGUAGES, ROOT

SCORES = {"performance": 0.98, "accessibility": 1, "best-practices": 1, "seo": 1}
AUDITS = {
    "cumulative-layout-shift": 0,
    "total-byte-weight": 99_000.4,
    "largest-contentful-paint": 9,
}


def visit(**changed: float) -> lighthouse.Visit:
    """A visit, in the form of a report, with some scores changed."""
    scores = SCORES | changed
    return lighthouse.read(
        {
            "categories": {name: {"score": score} for name, score in scores.items()},
            "audits": {name: {"numericValue": value} for name, value in AUDITS.items()},
        }
    )


def test_medians_and_range() -> None:
    found = lighthouse.summary([visit(performance=it) for it in (0.9, 1, 0.97)])
    assert found["performance"] == 97 and found["performance-range"] == [90, 100]
    assert found["bytes"] == 99_000
    assert lighthouse.shortfalls({"/": found}) == []


FAULTS: list[tuple[str, float, str]] = [
    ("performance", 94, "performance 94, not 95"),
    ("seo", 99, "seo 99, not 100"),
    ("accessibility", 99, "accessibility 99, not 100"),
    ("layout-shift", 0.001, "things move by 0.001"),
]


@pytest.mark.parametrize("name, value, told", FAULTS)
def test_a_page_below_its_limit_is_told(name: str, value: float, told: str) -> None:
    (message,) = lighthouse.shortfalls({"/en/": lighthouse.summary([visit()]) | {name: value}})
    assert message.startswith("/en/: ") and told in message


# The stored report.


def stored() -> dict[str, dict[str, Any]]:
    """The pages of lighthouse.json."""
    pages: dict[str, dict[str, Any]] = json.loads(lighthouse.REPORT.read_text("utf-8"))["pages"]
    return pages


def test_the_stored_report_keeps_to_the_limits() -> None:
    folders = {"zh": "/", "en": "/en/"}
    assert set(stored()) == {folders[it] + page for it in LANGUAGES for page in lighthouse.PAGES}
    assert lighthouse.shortfalls(stored()) == []


def rows(language: str) -> list[str]:
    """KB and scores of this site's rows in a README's table."""
    name, ours = {"zh": ("README.zh.md", "本站，"), "en": ("README.md", "This site, ")}[language]
    lines = (ROOT / name).read_text("utf-8").splitlines()
    cells = [re.split(r" *\| *", it) for it in lines if it.startswith(f"| {ours}")]
    return [f"{it[2]} KB, {it[5]}" for it in cells]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_readme_has_the_stored_figures(language: str) -> None:
    """To write them anew: `make lighthouse`, then by hand."""
    pages = [it for page, it in stored().items() if page.startswith("/en/") == (language == "en")]
    assert rows(language) == [
        f"{it['bytes'] / 1000:.0f} KB, {' / '.join(f'{it[name]:g}' for name in lighthouse.LEAST)}"
        for it in pages
    ]
