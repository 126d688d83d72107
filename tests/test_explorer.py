"""The explorer: its sums against the recording, and that against arithmetic without autograd."""

from __future__ import annotations

import gzip
import itertools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page, Route, expect

from handbook import drawing, explorer, recorder, recordings
from handbook.files import LANGUAGES, ROOT
from handbook.phrases import EXPLORER
from handbook.recordings import Call, Edge, Marker, Recording
from handbook.stepper import Figure
from tests.test_browser import reader, settled, unfound, violations
from tests.test_figures import FIGURES, PER_FIGURE, figure, read, recording
from tests.test_site import address

PLACES = [it for it in FIGURES if it[2].kind == "explorer"]
NAMES = sorted({it[2].name for it in PLACES})
CONVOLUTION = "operations/convolution/each_share"
each_name = pytest.mark.parametrize("name", NAMES)
each_place = pytest.mark.parametrize(
    "language, page, marker", PLACES, ids=[f"{it[0]}/{it[2].name}" for it in PLACES]
)

# What each snippet computes, in float64; its inputs in the order of the edges. At a tie the
# first entry is to win, so a slope is taken where it is a little larger than those after it.
FIRST_WINS = -1e-3 * torch.arange(9, dtype=torch.float64).reshape(1, 1, 3, 3)
FUNCTIONS: dict[str, Callable[..., torch.Tensor]] = {
    CONVOLUTION: F.conv2d,
    "operations/pooling/overlap_adds_up": lambda x: F.max_pool2d(x, 2, stride=1),
    "operations/pooling/first_of_the_largest": lambda x: F.max_pool2d(x + FIRST_WINS, 2, stride=1),
    "operations/pooling/average_by_hand": lambda x: F.avg_pool2d(x, 2, stride=1),
    "operations/softmax-and-cross-entropy/softmax_by_hand": lambda z: z.softmax(0),
    "operations/linear-and-matmul/linear_by_hand": F.linear,
    "operations/normalization/three_paths": lambda direct, mean, variance: (
        (direct - mean.mean()) / variance.var(correction=0).sqrt()
    ),
}


def shown(name: str, it: Recording | None = None, language: str = "en") -> Figure:
    """The figure of a snippet, of another recording if there is one."""
    source = (ROOT / f"snippets/{name}.py").read_text(encoding="utf-8")
    return Figure(name, source, it or recording(name), False, language)


def inputs(call: Call, edges: list[Edge]) -> list[torch.Tensor]:
    """The tensors the operation took, in float64."""
    return [torch.tensor(call.nodes[it.producer].value, dtype=torch.float64) for it in edges]


def moved(tensor: torch.Tensor, entry: int, by: float) -> torch.Tensor:
    """The tensor with one entry changed."""
    other = tensor.clone().flatten()
    other[entry] += by
    return other.reshape(tensor.shape)


def test_where_explorers_stand() -> None:
    assert len(NAMES) == 7 and len(PLACES) == 14
    assert FUNCTIONS.keys() == set(NAMES)


# The recording, without autograd


@each_name
def test_local_derivatives_are_slopes(name: str) -> None:
    call, edges = explorer.operation(shown(name))
    function, tensors = FUNCTIONS[name], inputs(call, edges)
    for slot, edge in enumerate(edges):
        assert edge.local is not None
        for entry in explorer.entries(edge):
            ends = []
            for by in (1e-5, -1e-5):
                args = list(tensors)
                args[slot] = moved(args[slot], entry, by)
                ends.append(function(*args))
            slopes = (ends[0] - ends[1]).flatten() / 2e-5
            column = torch.tensor([row[entry] for row in edge.local], dtype=torch.float64)
            torch.testing.assert_close(slopes, column, rtol=1e-5, atol=1e-7)


def wrong_sums(call: Call, edges: list[Edge]) -> list[str]:
    """Entries that are not, exactly, the sum of their terms."""
    found = []
    for edge in edges:
        for entry, value in enumerate(explorer.flat(edge.sent)):
            products = [g * d for _, g, d in explorer.terms(call, edge, entry)]
            if abs(sum(products) - value) > 1e-7:  # softmax: rounded to float32; else exact
                found.append(explorer.written(call, edge, entry))
            if float(value).is_integer() and sum(products) != value:
                found.append(explorer.written(call, edge, entry))
    return found


@each_name
def test_each_entry_is_the_sum_of_its_terms(name: str) -> None:
    assert wrong_sums(*explorer.operation(shown(name))) == []


def wrong_partners(name: str, call: Call, edges: list[Edge]) -> list[str]:
    """Where the recorded partners are not those that show when entries are moved by 1.

    Those are factors only if, with zeros in the place of their input, no move has an effect.
    """
    function, tensors = FUNCTIONS[name], inputs(call, edges)
    found = []
    for slot, edge in enumerate(edges):
        expected = []
        for other, entry in itertools.product(range(len(edges)), explorer.entries(edge)):
            args = list(tensors)
            args[other] = torch.zeros_like(args[other])
            still = function(*args)
            args[slot] = moved(args[slot], entry, 1)
            if other == slot or not torch.equal(function(*args), still):
                continue
            for place in range(tensors[other].numel()):
                corners = []
                for here, there in ((1, 1), (1, 0), (0, 1), (0, 0)):
                    args = list(tensors)
                    args[slot] = moved(args[slot], entry, here)
                    args[other] = moved(args[other], place, there)
                    corners.append(function(*args))
                both, one, another, none = corners
                mixed = (both - one - another + none).flatten().tolist()
                producer = edges[other].producer
                expected += [[entry, k, producer, place, it] for k, it in enumerate(mixed) if it]
        if sorted(edge.partners) != sorted(expected):
            found.append(f"edge {slot}")
    return found


@each_name
def test_partners_are_the_entries_that_change_a_derivative(name: str) -> None:
    assert wrong_partners(name, *explorer.operation(shown(name))) == []


def test_a_wrong_partner_and_a_wrong_sum_are_found() -> None:
    call, edges = explorer.operation(shown(CONVOLUTION))
    (first, *others), second = edges[0].partners, edges[1]
    flipped = [[*first[:3], 3 - first[3], first[4]], *others]
    for partners in (others, flipped):
        faulty = [replace(edges[0], partners=partners), second]
        assert wrong_partners(CONVOLUTION, call, faulty) == ["edge 0"]
    assert edges[0].local is not None
    turned = replace(edges[0], local=[row[::-1] for row in edges[0].local])
    assert wrong_sums(call, [turned])
    assert not wrong_sums(call, edges)


def test_recorded_again_it_is_the_same() -> None:
    wanted = {name: it for name, it in recordings.wanted().items() if it.kind == "explorer"}
    assert wanted.keys() == set(NAMES)
    for name, fresh in recorder.record_all(wanted).items():
        assert recordings.compare(name, fresh) == []
        assert recordings.loads(recordings.dumps(fresh)) == fresh


# The built page


SUM = re.compile(r"(\S+?)(?:\[([\d, ]*)\])? = (?:(.*) = )?(\S+)")


def wrong(there: Tag, call: Call, edges: list[Edge]) -> list[str]:
    """Where a figure in HTML shows other panels, sums or cells than the recording has."""
    found = []
    root = call.nodes[call.roots[0][0]]
    values = [call.nodes[it.producer].value for it in edges]
    expected = [*values, root.received, *(it.sent for it in edges)]
    panels = there.select("figure table")
    for panel, value in zip(panels, expected, strict=True):
        cells = [it.get_text() for it in panel.find_all("td")]
        if cells != [drawing.number(it) for it in explorer.flat(value)]:
            found.append(f"panel {panel.caption}: {cells}")
    items = iter(there.select("li"))
    for edge in edges:
        node = call.nodes[edge.producer]
        for entry, value in enumerate(explorer.flat(edge.sent)):
            item = next(items)
            here = f"{node.name}.{entry}"
            code = item.find("code")
            match = SUM.fullmatch(code.get_text() if code else "")
            if item["data-of"] != here or not match:
                found.append(f"{here}: {item}")
                continue
            products = [it.split("×") for it in (match[3] or "").split(" + ") if it]
            numbers = [read([part.strip("()") for part in it]) for it in products]
            received = explorer.flat(root.received)
            come = [k for k in range(len(received)) if (edge.local or [])[k][entry] != 0]
            terms = [[received[k], (edge.local or [])[k][entry]] for k in come]
            flat = [it for pair in terms for it in pair]
            if [it for pair in numbers for it in pair] != pytest.approx(flat, rel=1e-5):
                found.append(f"{here}: terms {match[0]}")
            if read([match[4]]) != pytest.approx([value], rel=1e-5):
                found.append(f"{here}: total {match[0]}")
            if str(item["data-from"]).split() != [str(it) for it in come]:
                found.append(f"{here}: from {item['data-from']}")
            second = [it for k in come for it in edge.partners if it[:2] == [entry, k]]
            named = [f"{call.nodes[it[2]].name}.{it[3]}" for it in second]
            if str(item["data-with"]).split() != named:
                found.append(f"{here}: with {item['data-with']}")
    return found + [f"{it}, too many" for it in items]


@each_place
def test_the_page_shows_the_recording(site: Path, language: str, page: str, marker: Marker) -> None:
    there = figure(site, language, page, marker)
    assert wrong(there, *explorer.operation(shown(marker.name))) == []
    assert len(gzip.compress(str(there).encode())) <= PER_FIGURE
    legend = there.find("figcaption")
    assert legend is not None and legend.get_text().startswith(EXPLORER[language]["legend"])


PAGE_FAULTS = {
    "another number": ("<td>103</td>", "<td>104</td>", "panel"),
    "another factor": ("10×3", "10×2", "terms"),
    "another total": ("= 1234<", "= 4321<", "total"),
    "another share": (
        'data-from="0 1 2 3" data-with="W.3',
        'data-from="0 1 2" data-with="W.3',
        "from",
    ),
    "not flipped": ('"W.3 W.2 W.1 W.0"', '"W.0 W.1 W.2 W.3"', "with"),
}


@pytest.mark.parametrize("old, new, message", PAGE_FAULTS.values(), ids=PAGE_FAULTS.keys())
def test_finds_a_fault_of_the_page(old: str, new: str, message: str) -> None:
    page = explorer.render(shown(CONVOLUTION))
    assert page.count(old) >= 1
    call, edges = explorer.operation(shown(CONVOLUTION))
    for text, faulty in ((page, False), (page.replace(old, new), True)):
        found = wrong(BeautifulSoup(text, "html.parser"), call, edges)
        assert any(message in it for it in found) is faulty, found


def test_the_flipped_kernel_can_be_read() -> None:
    lines = "\n".join(explorer.markdown_table(shown(CONVOLUTION)))
    kernel = ", ".join(f"`W[0, 0, {it}]`" for it in ("1, 1", "1, 0", "0, 1", "0, 0"))
    total = "`X.grad[0, 0, 1, 1] = 1×4 + 10×3 + 100×2 + 1000×1 = 1234`"
    assert f"- {total} The second factors, in order: {kernel}." in lines
    assert "- `W.grad[0, 0, 0, 0] = 1×1 + 10×2 + 100×4 + 1000×5 = 5421` The" in lines


def test_what_cannot_be_explored_is_refused() -> None:
    it = recording(CONVOLUTION)
    (call,) = it.calls
    large = replace(call, edges=[replace(edge, local=None) for edge in call.edges])
    with pytest.raises(drawing.DrawingError, match="needs the Jacobian"):
        explorer.render(shown(CONVOLUTION, Recording([large])))
    two = replace(call, roots=call.roots * 2)
    with pytest.raises(drawing.DrawingError, match="one operation"):
        explorer.render(shown(CONVOLUTION, Recording([two])))
    with pytest.raises(drawing.DrawingError, match="X is no matrix"):
        explorer.panel("{name}", "X", [[[1.0, 2.0]], [[3.0, 4.0]]])


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_have_sums_and_the_search_has_not(site: Path, language: str) -> None:
    folder = site / ("en" if language == "en" else "")
    page = "operations/convolution/index.html.md"
    text = (folder / page).read_text(encoding="utf-8")
    assert "X.grad[0, 0, 1, 1] = 1×4 + 10×3" in text and "trace-explorer" not in text
    index = json.loads((folder / "search/search_index.json").read_text(encoding="utf-8"))
    assert "10×3" not in json.dumps(index, ensure_ascii=False)


# In the browser

CHOOSE = """(figure) => [...figure.querySelectorAll(".sent button")].map((button) => {
  button.click()
  const marked = (kind) => [...figure.querySelectorAll("table")].flatMap((table, number) =>
    [...table.querySelectorAll("td")].flatMap((cell, entry) =>
      cell.classList.contains(kind) ? [`${number}.${entry}`] : []))
  return { says: figure.querySelector(".says").textContent, now: marked("now"), own: marked("own"),
    share: marked("share"), factor: marked("factor").sort() }
})"""


def expected(call: Call, edges: list[Edge]) -> Iterator[dict[str, Any]]:
    """What is to be seen for each cell, from the recording alone."""
    names = [it.producer for it in edges]
    for slot, edge in enumerate(edges):
        for entry in explorer.entries(edge):
            rows = edge.local or []
            partners = [it for it in edge.partners if it[0] == entry]
            yield {
                "sum": explorer.written(call, edge, entry),
                "now": [f"{len(edges) + 1 + slot}.{entry}"],
                "own": [f"{slot}.{entry}"],
                "share": [f"{len(edges)}.{k}" for k, row in enumerate(rows) if row[entry] != 0],
                "factor": sorted({f"{names.index(it[2])}.{it[3]}" for it in partners}),
            }


def seen_wrong(seen: list[dict[str, Any]], call: Call, edges: list[Edge]) -> list[str]:
    """Where what was seen, cell by cell, is not what the recording says."""
    found = []
    for one, right in zip(seen, expected(call, edges), strict=True):
        found += [f"{k}: {one[k]}" for k in ("now", "own", "share", "factor") if one[k] != right[k]]
        if not one["says"].startswith(right["sum"]):
            found.append(f"says: {one['says']}, not {right['sum']}")
    return found


def opened(tab: Page, home: str, language: str, page: str, name: str) -> Any:
    """The explorer of a snippet on its page."""
    settled(tab, home + address(language, page))
    return tab.locator(f"#run_{name.rpartition('/')[2]}")


@pytest.mark.browser
@each_place
def test_each_cell(browser: Browser, home: str, language: str, page: str, marker: Marker) -> None:
    fresh = recorder.record(ROOT / f"snippets/{marker.name}.py", partners=True)
    with reader(browser, home, language, 320) as (tab, faults):
        it = opened(tab, home, language, page, marker.name)
        seen = it.evaluate(CHOOSE)
        faults += seen_wrong(seen, *explorer.operation(shown(marker.name, fresh)))
        faults += it.evaluate(SIZES)
        faults += violations(tab)
    assert not faults, "\n".join(faults)


SIZES = """(figure) => {
  const faults = []
  const screen = document.documentElement.clientWidth
  for (const cell of figure.querySelectorAll("td")) {
    const { width, height, right } = cell.getBoundingClientRect()
    if (width < 30 || height < 24 || height > 60) faults.push(`cell: ${width} x ${height}`)
    if (right > screen) faults.push(`outside: ${cell.textContent}`)
    if (cell.scrollWidth > cell.clientWidth + 1) faults.push(`too narrow: ${cell.textContent}`)
    if (parseFloat(getComputedStyle(cell).fontSize) < 12) faults.push(`small: ${cell.textContent}`)
  }
  const { width, height } = figure.querySelector(".says").getBoundingClientRect()
  if (width < 250 || height < 30) faults.push(`says: ${width} x ${height}`)
  return faults
}"""

UNREADABLE = {
    ".md-typeset trace-explorer table { zoom: 0.5 }": "cell: ",
    ".md-typeset trace-explorer td { translate: 320px }": "outside: ",
    "trace-explorer td > button { translate: 40px }": "too narrow: ",
    ".md-typeset trace-explorer td { height: 90px }": "cell: ",
    ".md-typeset trace-explorer :is(td, button) { font-size: 9px }": "small: ",
    "trace-explorer .says { width: 100px }": "says: ",
}

SCRIPT_FAULTS = {
    "another sum": (
        "this.sums.get(`${table.dataset.of}.${entry}`)",
        "[...this.sums.values()][0]",
        "says",
    ),
    "no shares": ('number, "share")', '0, "share")', "share"),
    "another panel": ("|| it.dataset.of === of", "|| it.dataset.of !== of", "factor"),
    "not cleared": ('cell.className = ""', "cell", "now"),
}


@pytest.mark.browser
@pytest.mark.parametrize("old, new, message", SCRIPT_FAULTS.values(), ids=SCRIPT_FAULTS.keys())
def test_finds_a_fault_of_the_script(
    browser: Browser, home: str, old: str, new: str, message: str
) -> None:
    source = (ROOT / "docs/assets/figures/explorer.js").read_text(encoding="utf-8")
    assert old in source
    page = browser.new_page()

    def faulty(route: Route) -> None:
        route.fulfill(body=source.replace(old, new), content_type="text/javascript")

    page.route("**/explorer.js", faulty)
    seen = opened(page, home, "en", "operations/convolution.md", CONVOLUTION).evaluate(CHOOSE)
    page.close()
    found = seen_wrong(seen, *explorer.operation(shown(CONVOLUTION)))
    assert any(message in it for it in found), found[:5]


@pytest.mark.browser
def test_what_one_cannot_read_is_found(browser: Browser, home: str) -> None:
    with reader(browser, home, "zh", 320) as (tab, _):
        it = opened(tab, home, "zh", "operations/convolution.md", CONVOLUTION)
        assert not unfound(it, SIZES, UNREADABLE)


@pytest.mark.browser
def test_by_keyboard_touch_and_mouse(browser: Browser, home: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 320, "height": 800})
    tab = context.new_page()
    it = opened(tab, home, "zh", "operations/convolution.md", CONVOLUTION)
    says = it.locator(".says")
    expect(says).to_contain_text("方向键")
    cells, weights = it.locator("[data-of=X].sent button"), it.locator("[data-of=W].sent button")
    cells.first.focus()
    expect(says).to_contain_text("X.grad[0, 0, 0, 0] = 1×1 = 1")
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):  # the first two lead nowhere
        tab.keyboard.press(key)
    expect(cells.nth(4)).to_be_focused()
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):  # the second would leave the row
        tab.keyboard.press(key)
    expect(cells.nth(4)).to_be_focused()
    expect(says).to_contain_text("1×4 + 10×3 + 100×2 + 1000×1 = 1234")
    tab.keyboard.press("Tab")
    expect(weights.first).to_be_focused()
    expect(says).to_contain_text("= 5421")
    tab.keyboard.press("Shift+Tab")
    expect(cells.nth(4)).to_be_focused()
    weights.nth(3).tap()
    expect(says).to_contain_text("= 9865")
    cells.nth(8).hover()
    expect(says).to_contain_text("1000×4 = 4000")
    cells.nth(4).focus()
    before = tab.evaluate("scrollY")
    tab.mouse.wheel(0, -40)  # another cell comes under the pointer, which rests
    tab.wait_for_function("before => scrollY < before", arg=before)
    tab.wait_for_timeout(300)
    expect(says).to_contain_text("= 1234")
    assert says.get_attribute("aria-live") == "polite"
    tab.emulate_media(media="print")
    expect(says).not_to_be_visible()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts(browser: Browser, home: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    tab = context.new_page()
    tab.goto(home + address(language, "operations/convolution.md"))
    it = tab.locator("#run_each_share")
    assert it.locator("button").count() == 0 and it.locator("table").count() == 5
    expect(it.locator(".says")).not_to_be_visible()
    expect(it.locator("td").last).to_have_text("9865")
    it.locator("summary").click()
    expect(it.locator("li").nth(4)).to_contain_text("1×4 + 10×3 + 100×2 + 1000×1 = 1234")
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_the_dark(browser: Browser, home: str, language: str) -> None:
    with reader(browser, home, language, 1280, "dark") as (tab, faults):
        it = opened(tab, home, language, "operations/convolution.md", CONVOLUTION)
        it.locator(".sent button").nth(4).click()
        faults += violations(tab)
    assert not faults, "\n".join(faults)
