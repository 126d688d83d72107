"""What `make lighthouse` makes of Lighthouse's reports; the stored one keeps to the limits."""

from __future__ import annotations

import pytest

from handbook import lighthouse

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
