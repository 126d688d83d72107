"""Curves and descents: what was recorded against arithmetic without autograd, the pictures and
tables against what was recorded, the script at every position against both.
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page, Route, expect

from handbook import axes, curve, descent, figures
from handbook.drawing import DrawingError, number
from handbook.files import LANGUAGES, ROOT
from handbook.phrases import CURVE, DESCENT
from handbook.recordings import Marker, Recording
from handbook.stepper import Figure
from tests.test_browser import reader, settled, unfound, violations
from tests.test_figures import FIGURES, PER_FIGURE, figure, read, recording
from tests.test_site import address

PLACES = [it for it in FIGURES if it[2].kind in ("curve", "descent")]
SLOPES, RATES = "operations/activations/slopes", "basics/gradient-descent/four_rates"
PAGES = {SLOPES: "operations/activations.md", RATES: "basics/gradient-descent.md"}
WORDS = {SLOPES: CURVE, RATES: DESCENT}
each_name = pytest.mark.parametrize("name", [SLOPES, RATES])
each_place = pytest.mark.parametrize(
    "language, page, marker", PLACES, ids=[f"{it[0]}/{it[2].name}" for it in PLACES]
)
NUMBER = re.compile(r"−?\d[\d.]*(?:e−?\d+)?")


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


FUNCTIONS: dict[str, Callable[[float], float]] = {
    "sigmoid": sigmoid,
    "tanh": math.tanh,
    "relu": lambda x: max(x, 0.0),
    "gelu": lambda x: x * (1 + math.erf(x / math.sqrt(2))) / 2,
    "silu": lambda x: x * sigmoid(x),
}


def shown(name: str, it: Recording | None = None, language: str = "en") -> Figure:
    """The figure of a snippet, of another recording if there is one."""
    source = (ROOT / f"snippets/{name}.py").read_text(encoding="utf-8")
    return Figure(name, source, it or recording(name), name == SLOPES, language)


def draw(it: Figure) -> str:
    """The figure as it would be built."""
    return figures.draw(it, "curve" if it.slider else "descent")


def test_where_curves_stand() -> None:
    assert [it[1] for it in PLACES] == [PAGES[RATES], PAGES[SLOPES]] * 2
    assert {it[2].name for it in PLACES} == {SLOPES, RATES}


# The recordings, without autograd


def wrong_slopes(it: Recording) -> list[str]:
    """Where the values or slopes are not those of the functions, in float64."""
    found = []
    for at, calls in it.positions:
        for (name, function), call in zip(FUNCTIONS.items(), calls, strict=True):
            root, leaf = call.nodes[call.roots[0][0]], call.nodes[0]
            # Where ReLU has a corner, torch takes the slope on the left.
            right = at + 1e-6 if (name, at) != ("relu", 0.0) else at
            slope = (function(right) - function(at - 1e-6)) / (right - at + 1e-6)
            if root.op.partition(".")[0] != name or leaf.value != at:
                found.append(f"{name} at {at}: {root.op} at {leaf.value}")
            if root.value != pytest.approx(function(at), rel=1e-5, abs=1e-6):
                found.append(f"{name} at {at}: value {root.value}")
            if leaf.received != pytest.approx(slope, rel=1e-5, abs=1e-6):
                found.append(f"{name} at {at}: slope {leaf.received}")
    return found


def test_slopes_are_those_of_finite_differences() -> None:
    it = recording(SLOPES)
    assert len(it.positions) == 41 and wrong_slopes(it) == []


def test_a_wrong_slope_is_found() -> None:
    it = recording(SLOPES)
    it.positions[7][1][2].nodes[0].received = 1e-3
    it.positions[8][1][3].nodes[1].value = 0.1
    assert wrong_slopes(it) == ["relu at -3.25: slope 0.001", "gelu at -3.0: value 0.1"]


def wrong_steps(it: Recording) -> list[str]:
    """Where the steps are not those of w - lr * 2w on w**2."""
    found = []
    grid, *calls = it.calls
    for at, value, slope in zip(
        grid.nodes[0].value, grid.nodes[1].value, grid.nodes[0].after, strict=True
    ):
        if value != at * at or slope != 2 * at:
            found.append(f"grid at {at}")
    rates = [lr for lr in (0.0625, 0.25, 0.875, 1.0625) for _ in range(8)]
    for index, (lr, call) in enumerate(zip(rates, calls, strict=True)):
        if index % 8 == 0:
            w = 3.0
        (step,) = call.steps
        loss = call.nodes[call.roots[0][0]].value
        if (step.name, step.lr, step.before, step.gradient) != ("w", lr, w, 2 * w):
            found.append(f"step {index}: {step}")
        if loss != pytest.approx(w * w, rel=1e-6) or call.nodes[0].received != 2 * w:
            found.append(f"step {index}: loss {loss}")
        w -= lr * 2 * w  # exact in float32 but for the last of the eight
        if step.after != pytest.approx(w, rel=1e-7):
            found.append(f"step {index}: to {step.after}, not {w}")
    return found


def test_steps_are_those_worked_out_by_hand() -> None:
    assert wrong_steps(recording(RATES)) == []


@pytest.mark.parametrize("field", ["lr", "before", "gradient", "after"])
def test_a_wrong_step_is_found(field: str) -> None:
    it = recording(RATES)
    step = it.calls[11].steps[0]
    setattr(step, field, -getattr(step, field))
    assert len(wrong_steps(it)) == 1


# The pictures and the tables


def expected(name: str, it: Recording) -> list[tuple[str, list[list[float]]]]:
    """For each choice its name, and the numbers in each row of its table."""
    if name == SLOPES:
        return [
            (
                call.nodes[1].op.partition(".")[0],
                [
                    [at, run[which].nodes[1].value, run[which].nodes[0].received]
                    for at, run in it.positions
                ],
            )
            for which, call in enumerate(it.calls)
        ]
    found = []
    for lr, calls in groupby(it.calls[1:], lambda call: call.steps[0].lr):
        rows = []
        for index, call in enumerate(calls, 1):
            step, loss = call.steps[0], call.nodes[call.roots[0][0]].value
            computed = [step.before, lr, step.gradient, step.after]
            rows.append([index, step.before, loss, step.gradient, *computed])
        found.append((f"lr = {number(lr)}", rows))
    return found


def wrong_tables(here: Tag, name: str, it: Recording) -> list[str]:
    """Where the tables show other numbers than were recorded, or shade other rows."""
    found = []
    for table, (title, rows) in zip(here.select("table"), expected(name, it), strict=True):
        if table.caption is None or table.caption.get_text() != title:
            found.append(f"called {table.caption}")
        for tag, row in zip(table.select("tbody tr"), rows, strict=True):
            numbers = [
                one for cell in tag.find_all("td") for one in NUMBER.findall(cell.get_text())
            ]
            if numbers != [number(one) for one in row]:
                found.append(f"{title}: {numbers}, not {row}")
            if tag.has_attr("class") != (name == SLOPES and abs(row[2]) < curve.FLAT):
                found.append(f"{title}: {row[0]} shaded or not")
    return found


Scale = Callable[[float], float]


def scales(svg: Tag) -> Iterator[tuple[Scale, Scale]]:
    """For each axes of a picture, where numbers stand by what is written at its grid."""

    def scale(places: list[tuple[float, float]]) -> Scale:
        (one, first), (other, second) = places[0], places[-1]
        return lambda value: first + (value - one) * (second - first) / (other - one)

    parts = svg.find_all(True, recursive=False)
    starts = [index for index, it in enumerate(parts) if it.get("class") == ["ground"]]
    for start, end in zip(starts, [*starts[1:], len(parts)], strict=True):
        across: list[tuple[float, float]] = []
        up: list[tuple[float, float]] = []
        for line, text in zip(parts[start:end], parts[start + 1 : end], strict=False):
            if line.get("class") in (["grid"], ["zero"]) and text.name == "text":
                value = read([text.get_text()])[0]
                x, y = map(float, re.findall(r"[\d.]+", str(line["d"]))[:2])
                places, at = (up, y) if "H" in str(line["d"]) else (across, x)
                places.append((value, at))
        yield scale(across), scale(up)


def near(one: list[float], other: list[float]) -> bool:
    """Whether places are the same to what is rounded in the picture, a tenth of a pixel."""
    return one == pytest.approx(other, abs=0.25)


def points(line: Tag) -> list[list[float]]:
    """The points of a polyline."""
    return [[float(one) for one in it.split(",")] for it in str(line["points"]).split()]


def place(mark: Tag) -> list[float]:
    """Where a mark stands."""
    return [float(it) for it in re.findall(r"[\d.]+", str(mark["transform"]))]


def wrong_picture(svg: Tag, name: str, rows: list[list[float]], grid: Any, start: int) -> list[str]:
    """Where a picture shows something else than the numbers of a table, or than the `grid`."""
    found = []
    both = list(scales(svg))

    def at(which: int, x: float, y: float) -> list[float]:
        return [both[which][0](x), both[which][1](y)]

    lines = (
        {"f": [at(0, it[0], it[1]) for it in rows], "d": [at(1, it[0], it[2]) for it in rows]}
        if name == SLOPES
        else {
            "f": [at(0, x, y) for x, y in grid],
            "way": [at(0, it[1], it[2]) for it in rows],
        }
    )
    for kind, right in lines.items():
        (line,) = svg.select(f"polyline.{kind}")
        drawn = points(line)
        if len(drawn) != len(right) or not all(map(near, drawn, right)):
            found.append(f"line {kind}")
        mark = line.find_next_sibling(True)
        if kind != "f" or name == SLOPES:
            assert mark is not None and mark["class"] == ["mark"]
            if not near(place(mark), right[start]):
                found.append(f"mark on {kind}")
    tangent = svg.select_one("line.tangent")
    assert tangent is not None and tangent.parent is not None
    slope = rows[start][2 if name == SLOPES else 3]
    if float(str(tangent["y2"])) != pytest.approx(slope, rel=1e-5, abs=1e-6):
        found.append("tangent")
    x, y = map(float, re.findall(r"-?[\d.]+", str(tangent.parent["transform"])))
    if x / y != pytest.approx(
        (both[0][0](1) - both[0][0](0)) / (both[0][1](1) - both[0][1](0)), 0.02
    ):
        found.append("tangent, scaled")
    for k, row in enumerate(rows if name == RATES else []):
        (step,) = svg.select(f'[data-step="{k}"]')
        (tip,), (dot,) = step.select(".tip"), step.select("circle")
        to = [float(it) for it in re.findall(r"[-\d.]+", str(tip["d"]))[:2]]
        if not near(to, at(0, row[7], row[2])):
            found.append(f"arrow {k}")
        if not near([float(str(dot["cx"])), float(str(dot["cy"]))], at(0, row[1], row[2])):
            found.append(f"dot {k}")
    zones = [(float(str(it["x"])), float(str(it["width"]))) for it in svg.select("rect.flat")]
    for row in rows if name == SLOPES else []:
        inside = [left <= both[0][0](row[0]) <= left + width for left, width in zones]
        if sum(inside) != 2 * (abs(row[2]) < curve.FLAT):  # in both axes
            found.append(f"shaded or not at {row[0]}")
    return found


def shown_first(here: Tag) -> int:
    """The number of the row at which a figure starts."""
    return int(str(here.select("[type=range]")[0]["value"]))


def wrong(here: Tag, name: str, it: Recording) -> list[str]:
    """All that is wrong with the pictures and tables of a figure, held against its recording."""
    found = wrong_tables(here, name, it)
    start = shown_first(here)
    for svg, (_, rows) in zip(here.select("svg"), expected(name, it), strict=True):
        grid: list[tuple[float, float]] = []
        if name == RATES:
            leaf, made = it.calls[0].nodes[:2]
            far = max(abs(row[1]) for row in rows)
            edge = min(abs(one) for one in leaf.value if abs(one) >= far)
            grid = [
                pair for pair in zip(leaf.value, made.value, strict=True) if abs(pair[0]) <= edge
            ]
        found += wrong_picture(svg, name, rows, grid, start)
    return found


@each_place
def test_the_page_shows_the_recording(site: Path, language: str, page: str, marker: Marker) -> None:
    here = figure(site, language, page, marker)
    it = recording(marker.name)
    assert wrong(here, marker.name, it) == []
    start = shown_first(here)
    assert it.positions[start][1] == it.calls if it.positions else start == 7
    assert len(gzip.compress(str(here).encode())) <= PER_FIGURE


PAGE_FAULTS = {
    "another value": (SLOPES, "<td>0.731059<", "<td>0.731058<", "sigmoid: "),
    "another name": (SLOPES, "<caption>tanh<", "<caption>silu<", "called"),
    "a row not shaded": (SLOPES, "<tr class=flat>", "<tr>", "sigmoid: -5"),
    "a zone too wide": (SLOPES, '(class="flat" [^>]* width=")', r"\g<1>1", "shaded"),
    "another point": (SLOPES, '(class="f" points=")', r"\g<1>1", "line f"),
    "another derivative": (SLOPES, '(class="d" points=")', r"\g<1>1", "line d"),
    "a mark elsewhere": (SLOPES, '(class="mark" transform="translate.)', r"\g<1>1", "mark"),
    "another slope": (SLOPES, 'y2="0.25"', 'y2="0.52"', "tangent"),
    "another step": (RATES, "0.25 × 6 = 1.5<", "0.25 × 6 = 1<", "lr = 0.25"),
    "an arrow elsewhere": (RATES, '(class="tip" d="M)', r"\g<1>1", "arrow 0"),
    "another way": (RATES, '(class="way" points=")', r"\g<1>1", "line way"),
    "a dot elsewhere": (RATES, '<circle cx="', '<circle cx="1', "dot 0"),
}


@pytest.mark.parametrize("name, old, new, message", PAGE_FAULTS.values(), ids=PAGE_FAULTS.keys())
def test_finds_a_fault_of_the_page(name: str, old: str, new: str, message: str) -> None:
    page = draw(shown(name))
    assert re.search(old, page)
    for text, faulty in ((page, False), (re.sub(old, new, page, count=1), True)):
        here = BeautifulSoup(text, "html.parser").select("trace-curve")[0]
        found = wrong(here, name, recording(name))
        assert any(message in it for it in found) is faulty, found


def wrong_panel(here: Tag, name: str, language: str) -> list[str]:
    """Where the panel offers or says something else than what the first picture shows."""
    choices = expected(name, recording(name))
    found = []
    radios = here.select(".panel [type=radio]")
    if [it.parent and it.parent.get_text() for it in radios] != [title for title, _ in choices]:
        found.append("choices")
    if [it.has_attr("checked") for it in radios] != [it == 0 for it in range(len(radios))]:
        found.append("chosen")
    title, rows = choices[0]
    says, where = sentences(name, language, title, rows[shown_first(here)])
    slider = here.select("[type=range]")[0]
    label = slider.find_previous_sibling("code")
    if (label and label.get_text()) != where or slider["aria-valuetext"] != where:
        found.append("where")
    if int(str(slider["max"])) != len(rows) - 1:
        found.append("slider")
    if here.select(".says")[0].get_text() != says:
        found.append("says")
    return found


PANEL_FAULTS = {
    "another choice": (SLOPES, ">tanh</label>", ">silu</label>", "choices"),
    "two chosen": (SLOPES, '"off">tanh', '"off" checked>tanh', "chosen"),
    "another place": (RATES, "<code>Step 8<", "<code>Step 7<", "where"),
    "a step too few": (RATES, 'max="7"', 'max="6"', "slider"),
    "another number": (SLOPES, "value 0.5, ", "value 0.6, ", "says"),
}


@pytest.mark.parametrize("name, old, new, message", PANEL_FAULTS.values(), ids=PANEL_FAULTS.keys())
def test_finds_a_fault_of_the_panel(name: str, old: str, new: str, message: str) -> None:
    page = draw(shown(name))
    assert page.count(old) == 1, old
    for text, faulty in ((page, False), (page.replace(old, new), True)):
        here = BeautifulSoup(text, "html.parser").select("trace-curve")[0]
        assert (wrong_panel(here, name, "en") == [message]) is faulty


@each_place
def test_words_are_those_of_the_page(site: Path, language: str, page: str, marker: Marker) -> None:
    here = figure(site, language, page, marker)
    words = WORDS[marker.name][language]
    assert here.select("[role=radiogroup]")[0]["aria-label"] == words["choice"]
    assert wrong_panel(here, marker.name, language) == []
    caption, summary = here.select("figcaption")[0], here.select("summary")[0]
    assert caption.get_text() == words["legend"].replace("{bound}", "0.05")
    assert summary.get_text() == words["table"]
    for svg, (name, _) in zip(
        here.select("svg"), expected(marker.name, recording(marker.name)), strict=True
    ):
        assert svg["role"] == "img" and "{" not in str(svg["aria-label"])
        assert name.removeprefix("lr = ") in str(svg["aria-label"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_have_tables_and_the_search_has_not(site: Path, language: str) -> None:
    folder = site / ("en" if language == "en" else "")
    one, other = (
        (folder / page.replace(".md", "/index.html.md")).read_text(encoding="utf-8")
        for page in (PAGES[SLOPES], PAGES[RATES])
    )
    assert "| −5 | 0.00669285 | 0.00664806 |" in one and "gelu′(x)" in one
    assert "3 − 0.25 × 6 = 1.5 |" in other and "**lr = 1.0625**" in other
    for text in (one, other):
        assert not re.search("trace-curve|<svg|```curve|```descent", text)
    index = (folder / "search/search_index.json").read_text(encoding="utf-8")
    assert "0.00664806" not in index and "0.25 × 6" not in index


# What cannot be drawn


def test_other_runs_are_refused() -> None:
    fixed = replace(shown(SLOPES), slider=False)
    with pytest.raises(DrawingError, match="a curve needs a slider"):
        curve.render(fixed)
    it = recording(SLOPES)
    it.calls[2].edges *= 2
    with pytest.raises(DrawingError, match="call 3 is not one operation on x"):
        curve.render(shown(SLOPES, it))
    it = recording(SLOPES)
    it.positions[3][1][0].nodes[0].received = "nan"
    with pytest.raises(DrawingError, match="the slope of sigmoid is nan"):
        curve.render(shown(SLOPES, it))


def test_other_descents_are_refused() -> None:
    it = recording(RATES)
    for calls, message in (
        ([it.calls[1], *it.calls[1:]], "on a grid"),
        (it.calls[:1], "no optimizer"),
        (it.calls[:-1], "the same number of steps"),
        ([it.calls[0], replace(it.calls[1], steps=[])], "needs one step of one number"),
    ):
        with pytest.raises(DrawingError, match=message):
            descent.render(shown(RATES, Recording(calls)))


def test_numbers_at_axes_are_round() -> None:
    assert axes.ticks(-5, 5, 6) == [-4, -2, 0, 2, 4]
    assert axes.ticks(-0.13, 1.13, 4) == [0, 0.5, 1]
    assert axes.ticks(0, 49, 9) == [0, 10, 20, 30, 40]
    assert axes.ticks(-3, 3, 6) == [-2, 0, 2]
    for low, high in ((0, 1e-4), (-3e5, 2e5), (0.9, 1.1), (-7, 7)):
        for most in (3, 4, 6, 9):
            assert 2 <= len(axes.ticks(low, high, most)) <= most, (low, high, most)


# In the browser

PLAY = """(figure) => [...figure.querySelectorAll("[type=radio]")].flatMap((radio) => {
  radio.click()
  const drawn = (it) => getComputedStyle(it).display !== "none"
  const range = figure.querySelector("[type=range]")
  const plots = [...figure.querySelectorAll(".curve")]
  return [...Array(+range.max + 1).keys()].map((row) => {
    range.value = row
    range.dispatchEvent(new Event("input"))
    const shown = plots.flatMap((it, number) => it.checkVisibility() ? [number] : [])
    const plot = plots[shown[0]]
    return {
      shown, says: figure.querySelector(".says").textContent, where: range.ariaValueText,
      marks: [...plot.querySelectorAll(".mark")].map((it) => it.getAttribute("transform")),
      slope: plot.querySelector(".tangent").getAttribute("y2"),
      steps: [...plot.querySelectorAll("[data-step]")].filter(drawn).length,
    }
  })
})"""


def sentences(name: str, language: str, title: str, row: list[float]) -> tuple[str, str]:
    """What is said at a position, and what the slider is called there."""
    words = WORDS[name][language]
    one = [number(it) for it in row]
    where = words.get("where", "{leaf} = {at}")
    if name == SLOPES:
        gaps = {"name": title, "leaf": "x", "at": one[0], "value": one[1], "slope": one[2]}
        told = words["flat"].format(bound="0.05") if abs(row[2]) < 0.05 else ""
        says = words["says"].format(**gaps) + told
    else:
        minus = f"({one[6]})" if row[6] < 0 else one[6]
        way = f"{one[4]} − {one[5]} × {minus} = {one[7]}"
        gaps = {"name": title, "leaf": "w", "step": one[0], "at": one[1], "value": one[2]}
        gaps |= {"slope": one[3], "next": way}
        says = words["says"].format(**gaps)
    return says.replace("`", ""), where.format(**gaps)


def seen_wrong(
    seen: list[dict[str, Any]], name: str, language: str, it: Recording, here: Tag
) -> list[str]:
    """Where what was seen, choice by choice and position by position, is not what was recorded."""
    found = []
    played = iter(seen)
    pictures = here.select("svg")
    for which, (title, rows) in enumerate(expected(name, it)):
        for k, row in enumerate(rows):
            one = next(played)
            says, where = sentences(name, language, title, row)
            kinds = "polyline.f, polyline.d" if name == SLOPES else "polyline.way"
            lines = pictures[which].select(kinds)
            slope = row[2 if name == SLOPES else 3]
            right = {
                "shown": [which],
                "says": says,
                "where": where,
                "marks": [f"translate({x:g} {y:g})" for x, y in (points(it)[k] for it in lines)],
                "slope": number(slope).replace("−", "-"),
                "steps": k + 1 if name == RATES else 0,
            }
            one["marks"] = [shortened(it) for it in one["marks"]]
            found += [f"{title} {k} {key}: {one[key]}" for key in right if one[key] != right[key]]
    return found + [f"{it}, too many" for it in played]


def shortened(transform: str) -> str:
    """A place as Python writes it: the browser keeps numbers of 32 bits."""
    x, y = re.findall(r"[\d.]+", transform)
    return f"translate({float(x):g} {float(y):g})"


def opened(tab: Page, home: str, language: str, name: str) -> Any:
    """The figure of a snippet on its page."""
    settled(tab, home + address(language, PAGES[name]))
    return tab.locator(f"#run_{name.rpartition('/')[2]}")


@pytest.mark.browser
@each_place
def test_each_position(
    browser: Browser, home: str, site: Path, language: str, page: str, marker: Marker
) -> None:
    here = figure(site, language, page, marker)
    with reader(browser, home, language, 320) as (tab, faults):
        it = opened(tab, home, language, marker.name)
        seen = it.evaluate(PLAY)
        assert len(seen) == {SLOPES: 5 * 41, RATES: 4 * 8}[marker.name]
        faults += seen_wrong(seen, marker.name, language, recording(marker.name), here)
        faults += it.evaluate(SIZES)
        it.locator("summary").click()
        faults += violations(tab, "trace-curve")
        wide = tab.evaluate("document.documentElement.scrollWidth")
        faults += [f"{wide} px wide"] if wide > 320 else []
    assert not faults, "\n".join(faults)


SIZES = """(figure) => {
  const faults = []
  const screen = document.documentElement.clientWidth
  const svg = [...figure.querySelectorAll("svg")].find((it) => it.checkVisibility())
  const { width, height } = svg.getBoundingClientRect()
  if (width < 280 || height < 200 || height > 500) faults.push(`picture: ${width} x ${height}`)
  const boxes = [...svg.querySelectorAll("text")].map((it) => [it, it.getBoundingClientRect()])
  boxes.forEach(([text, box], number) => {
    const size = parseFloat(getComputedStyle(text).fontSize) * width / 320
    if (size < 12) faults.push(`small: ${text.textContent}, ${size}`)
    if (box.left < 0 || box.right > screen) faults.push(`outside: ${text.textContent}`)
    for (const [other, it] of boxes.slice(number + 1))
      if (box.left < it.right && it.left < box.right &&
          box.top < it.bottom - 4 && it.top < box.bottom - 4)
        faults.push(`overlap: ${text.textContent}, ${other.textContent}`)
  })
  for (const it of figure.querySelectorAll(".panel label, [type=range]")) {
    const box = it.getBoundingClientRect()
    if (box.height < 24 || box.right > screen) faults.push(`control: ${box.width} x ${box.height}`)
  }
  const says = figure.querySelector(".says").getBoundingClientRect()
  if (says.width < 250 || says.height < 30) faults.push(`says: ${says.width} x ${says.height}`)
  return faults
}"""

UNREADABLE = {
    "trace-curve svg { max-width: 100px !important }": "picture: ",
    "trace-curve svg text { font-size: 12px !important }": "small: ",
    "trace-curve svg text { font-size: 30px !important }": "overlap: ",
    "trace-curve .panel label { min-height: 0 !important; height: 9px }": "control: ",
    "trace-curve .says { width: 100px }": "says: ",
}


@pytest.mark.browser
def test_what_one_cannot_read_is_found(browser: Browser, home: str) -> None:
    with reader(browser, home, "zh", 320) as (tab, _):
        it = opened(tab, home, "zh", SLOPES)
        assert not unfound(it, SIZES, UNREADABLE)


SCRIPT_FAULTS = {
    "another point": (SLOPES, "getItem(this.row)", "getItem(0)", "marks"),
    "another slope": (SLOPES, '"y2", slope', '"y2", -slope', "slope"),
    "flat untold": (SLOPES, 'row.matches(".flat")', "false", "says"),
    "another number": (RATES, "row.cells[cell]", "row.cells[0]", "says"),
    "a step too many": (RATES, "> this.row", "> this.row + 1", "steps"),
    "another picture": (RATES, "other === number", "other === 0", "shown"),
    "another row": (RATES, "fill(this.words.where)", '""', "where"),
}


@pytest.mark.browser
def test_finds_faults_of_the_script(browser: Browser, home: str, site: Path) -> None:
    source = (ROOT / "docs/assets/figures/curve.js").read_text(encoding="utf-8")
    page = browser.new_page()
    for name, old, new, message in SCRIPT_FAULTS.values():
        assert old in source
        text = source.replace(old, new)
        page.route("**/curve.js", partial(served, text))
        seen = opened(page, home, "en", name).evaluate(PLAY)
        page.unroute("**/curve.js")
        (place,) = [it for it in PLACES if it[0] == "en" and it[2].name == name]
        found = seen_wrong(seen, name, "en", recording(name), figure(site, *place))
        assert any(f" {message}: " in it for it in found), (old, found[:5])
    page.close()


def served(text: str, route: Route) -> None:
    """Answer with that script."""
    route.fulfill(body=text, content_type="text/javascript", headers={"cache-control": "no-store"})


@pytest.mark.browser
def test_by_keyboard(browser: Browser, home: str) -> None:
    with reader(browser, home, "en", 320) as (tab, faults):
        it = opened(tab, home, "en", SLOPES)
        says, range_ = it.locator(".says"), it.locator("[type=range]")
        expect(says).to_have_text("sigmoid at x = 0: value 0.5, slope 0.25.")
        it.locator("summary").focus()
        tab.keyboard.press("Shift+Tab")
        expect(range_).to_be_focused()
        tab.keyboard.press("Shift+Tab")
        expect(it.locator("[type=radio]").first).to_be_focused()
        tab.keyboard.press("ArrowDown")
        expect(says).to_contain_text("tanh at x = 0: value 0, slope 1.")
        tab.keyboard.press("Tab")
        expect(range_).to_be_focused()
        tab.keyboard.press("ArrowRight")
        expect(says).to_contain_text("tanh at x = 0.25")
        tab.keyboard.press("Home")
        expect(says).to_contain_text("tanh at x = −5")
        expect(says).to_contain_text("hardly any")
        assert range_.get_attribute("aria-valuetext") == "x = −5"
        assert says.get_attribute("aria-live") == "polite"
        tab.emulate_media(media="print")
        expect(says).not_to_be_visible()
        assert it.locator("svg:visible").count() == 5
    assert not faults, "\n".join(faults)


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts(browser: Browser, home: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    tab = context.new_page()
    for name, pictures in ((SLOPES, 5), (RATES, 4)):
        tab.goto(home + address(language, PAGES[name]))
        it = tab.locator(f"#run_{name.rpartition('/')[2]}")
        assert it.locator("svg:visible").count() == pictures
        expect(it.locator(".panel")).not_to_be_visible()
        assert it.locator("[data-step]:visible").count() == (32 if name == RATES else 0)
        it.locator("summary").click()
        expect(it.locator("table").last).to_be_visible()
    context.close()


@pytest.mark.browser
@each_name
def test_axe_finds_nothing_in_the_dark(browser: Browser, home: str, name: str) -> None:
    with reader(browser, home, "zh", 1280, "dark") as (tab, faults):
        it = opened(tab, home, "zh", name)
        it.locator("[type=radio]").nth(2).check()
        faults += violations(tab, "trace-curve")
    assert not faults, "\n".join(faults)
