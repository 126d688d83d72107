"""Figures in the built pages: their numbers, their geometry, their words, what they weigh."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from handbook import drawing, figures, recordings, stepper, typography
from handbook.files import LANGUAGES, ROOT, pages
from handbook.phrases import CURVE, DESCENT, EXPLORER, FIGURE, PANEL, STEPPER
from handbook.recordings import Call, Edge, Marker, Node, Recording, Value
from tests.test_site import address, page_html

FIGURES = [
    (language, path.relative_to(ROOT / "docs" / language).as_posix(), marker)
    for language in LANGUAGES
    for path in pages(language)
    for marker in recordings.markers(path)
]
PLACES = [it for it in FIGURES if it[2].kind == "stepper"]
each_place = pytest.mark.parametrize(
    "language, page, marker", PLACES, ids=[f"{it[0]}/{it[2].name}" for it in PLACES]
)
# The script and the styles of each kind.
LOADED = {"stepper": "stepper", "explorer": "explorer", "curve": "curve", "descent": "curve"}
PER_FIGURE, SCRIPTS = 6_000, 15_000  # bytes, compressed


def recording(name: str) -> Recording:
    """The recording of the snippet `name`."""
    return recordings.loads(recordings.path_of(name).read_text(encoding="utf-8"))


def figure(site: Path, language: str, page: str, marker: Marker) -> Tag:
    """The figure of the marker on its built page."""
    name = marker.name.rpartition("/")[2]
    found = page_html(site, language, page).select(f"#run_{name}")
    assert len(found) == 1
    return found[0]


def entries(value: Value) -> list[float | str]:
    """The entries of a recorded value in order, flat."""
    if isinstance(value, list):
        return [it for part in value for it in entries(part)]
    return [value]


def read(texts: list[str]) -> list[float]:
    """Numbers as a reader reads them."""
    return [float(it.replace("−", "-")) for it in texts]


def test_there_are_figures() -> None:
    assert len(PLACES) == 12
    assert {it[1] for it in PLACES} == {
        "index.md",
        "basics/computation-graph.md",
        "basics/chain-rule.md",
        "mechanics/backward-pass.md",
    }


# Numbers


@each_place
def test_the_picture_shows_the_recording(
    site: Path, language: str, page: str, marker: Marker
) -> None:
    svg = figure(site, language, page, marker).find("svg")
    assert svg is not None
    call = recording(marker.name).calls[-1]
    assert wrong(svg, call) == []


def wrong(svg: Tag, call: Call) -> list[str]:
    """Where the picture shows other numbers than the recorded call has."""
    found = []
    for number, node in enumerate(call.nodes):
        (box,) = svg.select(f'[data-n="{number}"]')
        for kind, value in (("v", node.value), ("g", node.received)):
            shown = read([it.get_text() for it in box.select(f".{kind}")])
            if shown != pytest.approx(entries(value), rel=1e-5):
                found.append(f"{node.fn} {kind}: {shown}, not {value}")
        if not box.get_text().startswith(node.name):
            found.append(f"{node.fn} is called {box.get_text()}")
    for number, edge in enumerate(call.edges):
        (line,) = svg.select(f'[data-e="{number}"]')
        sent = re.findall(r"[−\d.e]+", line.get_text())
        if sent and read(sent) != pytest.approx(entries(edge.sent), rel=1e-5):
            found.append(f"edge {number}: {sent}, not {edge.sent}")
    return found


def test_another_number_in_the_picture_is_found() -> None:
    call = recording("basics/chain-rule/along_the_graph").calls[0]
    page = BeautifulSoup(drawing.svg(call, [], ""), "html.parser")
    svg = page.find("svg")
    assert svg is not None and wrong(svg, call) == []
    for text in ("367", "1101"):
        place = svg.find(string=text)
        assert place is not None
        place.replace_with("368")
        assert len(wrong(svg, call)) == 1
        svg.find(string="368").replace_with(text)  # type: ignore[union-attr]


@each_place
def test_the_table_has_the_same_numbers(
    site: Path, language: str, page: str, marker: Marker
) -> None:
    rows = figure(site, language, page, marker).select("tbody tr")
    calls = recording(marker.name).calls
    call = calls[-1]
    assert len(rows) == len(call.order)
    for row, number in zip(rows, call.order, strict=True):
        node = call.nodes[number]
        cells = [it.get_text() for it in row.find_all("td")]
        assert cells[:2] == [node.fn, node.name or node.code]
        numbers = [re.findall(r"(?<![\w*])−?\d[\d.e]*", it) for it in cells]
        assert read(numbers[2]) == pytest.approx(entries(node.value), rel=1e-5)
        size = len(entries(node.received))
        assert read(numbers[3][-size:]) == pytest.approx(entries(node.received), rel=1e-5)
        sent = [entries(it.sent) for it in call.out_of(number)]
        if node.leaf:
            sent = [
                entries(it)
                for one in calls
                for it in (one.nodes[number].before, one.nodes[number].after)
            ]
        text = re.sub(r"<code>.*?</code>", "", str(row.find_all("td")[4]))
        shown = read(re.findall(r"−?\d[\d.e]*", text))
        assert shown == pytest.approx(
            [it for part in sent for it in part if it is not None], rel=1e-5
        )


@each_place
def test_the_script_is_given_the_recording(
    site: Path, language: str, page: str, marker: Marker
) -> None:
    """All numbers at all positions, as text; the same as the recording's to six digits."""
    data = json.loads(str(figure(site, language, page, marker)["data-run"]))
    whole = recording(marker.name)
    runs = [calls for _, calls in whole.positions] if marker.slider else [whole.calls]
    assert len(data["runs"]) == len(runs) == max(len(data["at"]), 1)
    assert runs[data["start"]] == whole.calls
    for frames, calls in zip(data["runs"], runs, strict=True):
        for frame, call in zip(frames, calls, strict=True):
            pairs = [
                *zip(frame["value"], [it.value for it in call.nodes], strict=True),
                *zip(frame["got"], [it.received for it in call.nodes], strict=True),
                *zip(frame["local"], [it.local for it in call.edges], strict=True),
                *zip(frame["sent"], [it.sent for it in call.edges], strict=True),
            ]
            for text, value in pairs:
                assert read(re.findall(r"[^\[\], ]+", text)) == pytest.approx(
                    entries(value), rel=1e-5
                )


NUMBERS = {
    2.0: "2",
    -0.0: "0",
    -3.5: "−3.5",
    0.1 + 0.2: "0.3",
    1 / 3: "0.333333",
    166597.0: "166597",
    12345678.0: "12345678",
    1e9: "1e9",
    -1.5e-7: "−1.5e-7".replace("-", "−"),
    True: "True",
}


def test_numbers_as_readers_see_them() -> None:
    assert {it: drawing.number(it) for it in NUMBERS} == NUMBERS
    assert drawing.number("nan") == "nan" and drawing.number("-inf") == "−inf"
    assert drawing.number(None) == "–"
    assert drawing.text([[1.0, -2.5], [0.0, 3.0]]) == "[[1, −2.5], [0, 3]]"


# Geometry


def shapes() -> Iterator[tuple[str, list[drawing.Box], list[list[drawing.Box]]]]:
    """For each picture its boxes, and the boxes that each edge leads through."""
    for name in dict.fromkeys(it[2].name for it in PLACES):
        call = recording(name).calls[-1]
        table, ways = drawing.arranged(call)
        places = drawing.boxes(call, [], table)
        boxes = [it for (_, node), it in places.items() if node >= 0]
        yield name, boxes, [[places[it] for it in way] for way in ways]


def astray(boxes: list[drawing.Box], ways: list[list[drawing.Box]]) -> list[str]:
    """Boxes that leave the picture, overlap or are too small for what stands in them."""
    found = []
    for number, box in enumerate(boxes):
        if box.left < 0 or box.left + box.width > drawing.WIDTH:
            found.append(f"{box.label} leaves the picture")
        if box.width < len(box.label) * drawing.LETTER or box.height < 3 * drawing.LINE:
            found.append(f"{box.label} is too small")
        for other in boxes[number + 1 :]:
            apart = box.bottom <= other.top or other.bottom <= box.top
            beside = box.left + box.width < other.left or other.left + other.width < box.left
            if not (apart or beside):
                found.append(f"{box.label} overlaps {other.label}")
    for way in ways:
        if any(upper.bottom >= lower.top for upper, lower in pairwise(way)):
            found.append(f"the edge from {way[0].label} does not lead down")
    return found


def test_boxes_stand_where_they_can_be_read() -> None:
    for name, boxes, ways in shapes():
        assert astray(boxes, ways) == [], name


def test_boxes_astray_are_found() -> None:
    _, boxes, ways = next(shapes())
    for fault in ({"left": -1.0}, {"width": 4.0}, {"left": boxes[1].left, "top": boxes[1].top}):
        assert astray([replace(boxes[0], **fault), *boxes[1:]], ways)  # type: ignore[arg-type]
    assert astray(boxes, [way[::-1] for way in ways])


def test_an_edge_that_passes_rows_has_room() -> None:
    nodes = [Node("AccumulateGrad", "x", True, value=1.0)]
    nodes += [Node("MulBackward0", name, value=1.0) for name in "abc"]
    edges = [Edge(1, 0, 0), Edge(2, 0, 1), Edge(3, 0, 2), Edge(3, 1, 0)]
    table, ways = drawing.arranged(Call(1, "backward", [[3, 1.0]], nodes, edges, [3, 2, 1, 0]))
    assert [len(line) for line in table] == [1, 2, 2, 1] and len(ways[3]) == 4


def test_what_does_not_fit_is_refused() -> None:
    nodes = [Node("AccumulateGrad", f"a_long_name_{it}", True, value=123456.0) for it in range(5)]
    nodes.append(Node("AddBackward0", "y", value=1.0))
    edges = [Edge(5, it, it) for it in range(5)]
    call = Call(1, "backward", [[5, 1.0]], nodes, edges, [5, 0, 1, 2, 3, 4])
    with pytest.raises(drawing.DrawingError, match="a row of 5 nodes is"):
        drawing.svg(call, [], "")


# Words


def test_phrases_say_the_same_in_both_languages() -> None:
    for words in (FIGURE, PANEL, STEPPER, EXPLORER, CURVE, DESCENT):
        assert mismatched(words) == []


def mismatched(words: dict[str, dict[str, str]]) -> list[str]:
    """Phrases that are lacking, in the other language, or with other gaps than their twin."""
    found = sorted(words["zh"].keys() ^ words["en"].keys())
    for key in words["zh"].keys() & words["en"].keys():
        zh, en = words["zh"][key], words["en"][key]
        if not re.search(f"[{typography.HAN}]", zh) or re.search(f"[{typography.HAN}]", en):
            found.append(f"{key}: language")
        if sorted(set(re.findall(r"\{\w+\}", zh))) != sorted(set(re.findall(r"\{\w+\}", en))):
            found.append(f"{key}: gaps")
    return found


def test_a_swapped_language_is_found() -> None:
    swapped = {"zh": STEPPER["zh"] | {"check": "Check"}, "en": STEPPER["en"] | {"runs": "{fn}"}}
    assert sorted(mismatched(swapped)) == ["check: language", "runs: gaps"]
    assert len(mismatched({"zh": STEPPER["en"], "en": STEPPER["zh"]})) == len(STEPPER["en"])


@each_place
def test_the_words_are_those_of_the_page(
    site: Path, language: str, page: str, marker: Marker
) -> None:
    here = figure(site, language, page, marker)
    assert json.loads(str(here["data-run"]))["words"] == STEPPER[language]
    caption = here.find("figcaption")
    assert caption is not None and caption.get_text() == FIGURE[language]["legend"]
    svg = here.find("svg")
    assert svg is not None and svg["role"] == "img"
    assert str(svg["aria-label"]).endswith(FIGURE[language]["title"][-8:])


# The rest of the site


def test_only_pages_with_figures_load_what_figures_need(site: Path) -> None:
    kinds = {(language, page, LOADED[marker.kind]) for language, page, marker in FIGURES}
    for language in LANGUAGES:
        for path in pages(language):
            page = path.relative_to(ROOT / "docs" / language).as_posix()
            here = page_html(site, language, page)
            loaded = [str(it.get("src") or it.get("href")) for it in here.select("script, link")]
            found = sorted(it.rpartition("/")[2] for it in loaded if "assets/figures/" in it)
            here_are = sorted(it[2] for it in kinds if it[:2] == (language, page))
            wanted = [f"{it}.{end}" for it in here_are for end in ("css", "js")]
            assert found == wanted, page


@each_place
def test_weight(site: Path, language: str, page: str, marker: Marker) -> None:
    here = figure(site, language, page, marker)
    size = len(gzip.compress(str(here).encode()))
    assert size <= PER_FIGURE, f"{size} bytes"


def test_weight_of_the_scripts() -> None:
    scripts = [it.read_bytes() for it in (ROOT / "docs/assets/figures").glob("*.js")]
    assert sum(len(gzip.compress(it)) for it in scripts) <= SCRIPTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_index_has_no_figures(site: Path, language: str) -> None:
    folder = site / ("en" if language == "en" else "") / "search"
    found = json.loads((folder / "search_index.json").read_text(encoding="utf-8"))
    index = json.dumps(found, ensure_ascii=False)
    for words in (FIGURE[language]["legend"][:12], PANEL[language]["guess"], "∇ 2569"):
        assert words not in index.replace("\u200b", "")
    assert "along_the_graph" in index.replace("\u200b", "")  # the code is found


@each_place
def test_plain_markdown_has_a_table(site: Path, language: str, page: str, marker: Marker) -> None:
    text = (site / address(language, page) / "index.html.md").read_text(encoding="utf-8")
    assert not re.search("<svg|data-run|trace-stepper|```stepper", text)
    head = " | ".join(FIGURE[language][it] for it in ("node", "tensor", "value"))
    assert f"| {head} |" in text
    source = (ROOT / f"snippets/{marker.name}.py").read_text(encoding="utf-8")
    assert f"`snippets/{marker.name}.py`" in text and f"```python\n{source}```" in text


# What stops the build


def test_a_figure_without_its_recording_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "snippets"
    folder.mkdir()
    source = ROOT / "snippets/basics/chain-rule/along_the_graph"
    for ending in (".py", ".json"):
        (folder / f"a{ending}").write_text(source.with_suffix(ending).read_text("utf-8"), "utf-8")
    shown = figures.figure("a", "x=-3:3:1", folder, "en")
    assert shown.slider and figures.draw(shown, "stepper").startswith('<div class="trace">')
    with pytest.raises(figures.FigureError, match="recorded for another slider than x=0:1:1"):
        figures.figure("a", "x=0:1:1", folder, "en")
    (folder / "a.json").unlink()
    with pytest.raises(figures.FigureError, match=r"snippets/a.json:1: is not there.*\n.*make"):
        figures.figure("a", "", folder, "en")


def test_calls_with_different_graphs_cannot_share_a_picture() -> None:
    run = recording("mechanics/backward-pass/seven_fourteen_twenty_one")
    other = recording("basics/chain-rule/along_the_graph").calls
    shown = stepper.Figure("a/b", "", Recording([*run.calls, *other]), False, "en")
    with pytest.raises(drawing.DrawingError, match="different graphs"):
        stepper.render(shown)
