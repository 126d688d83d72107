"""The stepper in Chromium: at each step and position it shows what torch recorded, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from handbook import drawing, recorder, recordings, typography
from handbook.files import LANGUAGES, ROOT
from handbook.phrases import PANEL, STEPPER
from handbook.recordings import Call, Marker, Recording
from tests.test_browser import reader, settled, unfound, violations
from tests.test_figures import PLACES
from tests.test_site import address

pytestmark = pytest.mark.browser

each_place = pytest.mark.parametrize(
    "language, page, marker", PLACES, ids=[f"{it[0]}/{it[2].name}" for it in PLACES]
)
each_language = pytest.mark.parametrize("language", LANGUAGES)
GRAPH = "#run_along_the_graph"  # the article's example
PAGE = "basics/chain-rule.md"


@pytest.fixture(scope="module")
def fresh() -> dict[str, Recording]:
    """Each recording that a page asks for, made by torch now: no file is trusted here."""
    return recorder.record_all(recordings.wanted())


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One page for all tests that only look."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def there(tab: Page, address: str) -> None:
    """Have the tab at that address, without loading it again."""
    if tab.url != address:
        tab.goto(address, wait_until="networkidle")


# All positions and all steps in one go: what is to be seen, as text. A number that is hidden
# is not there.
PLAY = """(stepper) => {
  const seen = (it) => getComputedStyle(it).visibility === "visible"
  const texts = (box, kind) =>
    [...box.querySelectorAll(kind)].filter(seen).map((it) => it.textContent)
  const step = () => ({
    nodes: [...stepper.querySelectorAll("[data-n]")].map((it) => ({
      value: texts(it, ".v"), gradient: texts(it, ".g"), waits: texts(it, ".w").join(""),
      off: it.classList.contains("off"), now: it.classList.contains("now"),
    })),
    edges: [...stepper.querySelectorAll("[data-e]")].map((it) => ({
      sent: texts(it, "text").join(""), off: it.classList.contains("off"),
      now: it.classList.contains("now"), yet: it.classList.contains("yet"),
    })),
    lines: [...stepper.querySelectorAll(".line")]
      .flatMap((it, number) => it.matches(".now") ? [number + 1] : []),
    says: [...stepper.querySelectorAll(".says p")].map((it) =>
      it.innerHTML.replace(/<\\/?code>/g, "`").replace(/<[^>]+>/g, "").replace(/&gt;/g, ">")),
  })
  const range = stepper.querySelector("[type=range]")
  const played = []
  for (let position = 0; position <= (range ? +range.max : 0); position++) {
    if (range) { range.value = position; range.dispatchEvent(new Event("input")) }
    stepper.querySelector(".first").click()
    const steps = [step()]
    const next = stepper.querySelector(".next")
    while (next.ariaDisabled === "false") { next.click(); steps.push(step()) }
    played.push(steps)
  }
  return played
}"""


class Moment(NamedTuple):
    """A step: the number of the call, whether it is backward, the number of the node."""

    call: int
    backward: bool
    node: int


def moments(calls: list[Call]) -> list[Moment]:
    """The steps that a run has, leaves only with its first call."""
    found = []
    for number, call in enumerate(calls):
        made = [it for it, node in enumerate(call.nodes) if not (number and node.leaf)]
        found += [Moment(number, False, it) for it in made]
        found += [Moment(number, True, it) for it in call.order]
    return found


def cells(value: Any) -> list[str]:
    """The entries of a value as they are drawn."""
    return [it for row in drawing.rows(value) for it in row]


def wrong(played: list[dict[str, Any]], calls: list[Call]) -> list[str]:
    """Where what was seen, step by step, is not what the run did."""
    plan = moments(calls)
    if len(played) != len(plan):
        return [f"{len(played)} steps, not {len(plan)}"]
    found = []
    for number, (seen, (which, backward, now)) in enumerate(zip(played, plan, strict=True), 1):
        call = calls[which]
        past = [it for it in plan[:number] if it.call == which]
        ran = {it.node for it in past if it.backward}
        made = {it.node for it in past if not it.backward}
        made |= {it for it, node in enumerate(call.nodes) if backward or (which and node.leaf)}
        say = f"step {number}: {call.nodes[now].fn} {now}"
        for it, (box, node) in enumerate(zip(seen["nodes"], call.nodes, strict=True)):
            coming = call.into(it)
            here = [edge for edge in coming if edge.consumer in ran]
            whole = it in ran or (coming and len(here) == len(coming))
            parts = [drawing.text(edge.sent) for edge in here]
            waits = (
                f"{len(parts)}/{len(coming)}"
                if "[" in "".join(parts)
                else f"{' + '.join(parts)} + …"
            )
            expected = {
                "value": cells(node.value) if it in made else [],
                "gradient": cells(node.received) if whole else [],
                "waits": waits if here and not whole else "",
                "off": it not in made,
                "now": it == now,
            }
            found += [f"{say}: node {it}: {k}: {box[k]}" for k in box if box[k] != expected[k]]
        for it, (line, edge) in enumerate(zip(seen["edges"], call.edges, strict=True)):
            text = drawing.text(edge.sent)
            expected = {
                "sent": text if edge.consumer in ran and len(text) <= 10 else "",
                "off": edge.consumer not in made,
                "now": backward and edge.consumer == now,
                "yet": edge.consumer not in ran,
            }
            found += [f"{say}: edge {it}: {k}: {line[k]}" for k in line if line[k] != expected[k]]
        first, _, last, _ = call.nodes[now].at
        lines = [call.line] if backward else list(range(first, last + 1))
        if seen["lines"] != lines:
            found.append(f"{say}: lines {seen['lines']}, not {lines}")
        found += [
            f"{say}: says nothing of {it}"
            for it in told(call, backward, now)
            if it not in " ".join(seen["says"])
        ]
    return found


def told(call: Call, backward: bool, now: int) -> list[str]:
    """What a sentence must say at a step, in either language."""
    node = call.nodes[now]
    name, number = node.name or node.code, drawing.text
    if not backward:
        saved = [f"`{key}` = {number(it)}" for key, it in node.saved.items() if it is not None]
        code = name if node.leaf else f"{node.name} = {node.code}" if node.name else node.code
        return [
            f"`{code}`",
            number(node.value),
            f"`{node.fn}`",
            *(it for it in saved if "alpha" not in it),
        ]
    parts = [number(it.sent) for it in call.into(now)]
    words = [
        f"`{node.fn}`",
        f"{' + '.join(parts)} = {number(node.received)}" if parts[1:] else number(node.received),
    ]
    if node.leaf:
        before = "None" if node.before is None else number(node.before)
        return [*words, f"`{name}.grad`", before, number(node.after)]
    for edge in call.out_of(now):
        goal = call.nodes[edge.producer]
        words.append(f"`{goal.name or goal.code}`")
        scalar = not isinstance(edge.local, list)
        product = f"{number(node.received)} × {number(edge.local)} = {number(edge.sent)}"
        words += [product] if scalar else [number(edge.local), number(edge.sent)]
        coming = call.into(edge.producer)
        here = [it for it in coming if call.order.index(it.consumer) <= call.order.index(now)]
        if len(coming) > 1:
            sums = " + ".join(number(it.sent) for it in here)
            words.append(
                f"{sums} = {number(goal.received)}" if len(here) == len(coming) else f"{sums} + …"
            )
    return words + [
        f"`{op.partition('.')[0]}({', '.join(map(number, args))}) = {number(out)}`"
        for op, args, out in node.ran
    ]


@each_place
def test_each_step_at_each_position(
    tab: Page, home: str, fresh: dict[str, Recording], language: str, page: str, marker: Marker
) -> None:
    there(tab, home + address(language, page))
    recording = fresh[marker.name]
    runs = [calls for _, calls in recording.positions] if marker.slider else [recording.calls]
    played = tab.locator(f"#run_{marker.name.rpartition('/')[2]}").evaluate(PLAY)
    assert len(played) == len(runs)
    for at, (seen, calls) in enumerate(zip(played, runs, strict=True)):
        faults = wrong(seen, calls)
        assert not faults, f"position {at}\n" + "\n".join(faults[:9])
    says = [it for seen in played for step in seen for it in step["says"]]
    assert not [it for it in says if "undefined" in it or "{" in it]
    chinese = [bool(re.search(f"[{typography.HAN}]", re.sub("`.*?`", "", it))) for it in says]
    assert all(chinese) if language == "zh" else not any(chinese)
    if language == "zh":
        prose = "\n\n".join(dict.fromkeys(says))
        assert [it for it in typography.faults(prose)] == []


SCRIPT_FAULTS = {
    "another edge": ("edges[edge][1])", "edges[edge][0])", "node"),
    "another order": ("before.filter((it) => it[1])", "before.filter((it) => !it[1])", "node"),
    "another position": ("runs[this.run]", "runs[0]", "value"),
    "another number": ("numbers.got[number]", "numbers.value[number]", "gradient"),
    "no waiting": ("arrived.length === into[number].length", "true", "gradient"),
    "another line": ("number + 1 >= first", "number >= first", "lines"),
    "another product": ("received, local, sent:", "received: local, local, sent:", "says nothing"),
}


@pytest.mark.parametrize("old, new, message", SCRIPT_FAULTS.values(), ids=SCRIPT_FAULTS.keys())
def test_finds_a_fault_of_the_script(
    browser: Browser, home: str, fresh: dict[str, Recording], old: str, new: str, message: str
) -> None:
    source = (ROOT / "docs/assets/figures/stepper.js").read_text(encoding="utf-8")
    assert old in source
    context = browser.new_context()
    page = context.new_page()

    def faulty(route: Route) -> None:
        route.fulfill(body=source.replace(old, new), content_type="text/javascript")

    page.route("**/stepper.js", faulty)
    page.goto(home + address("en", PAGE))
    played = page.locator(GRAPH).evaluate(PLAY)
    context.close()
    runs = [calls for _, calls in fresh["basics/chain-rule/along_the_graph"].positions]
    faults = [it for seen, calls in zip(played, runs, strict=True) for it in wrong(seen, calls)]
    assert any(message in it for it in faults), faults[:9]


# The article's example, on a phone


ARRIVALS = {
    "zh": ["`u` 要等 2 份，才到 1 份：4 + ……", "`u` 的 2 份到齐了：4 + 363 = 367。"],
    "en": ["`u` waits for 2 parts and has 1: 4 + …", "`u` now has its 2 parts: 4 + 363 = 367."],
}


@each_language
def test_1_367_and_2569_arrive_on_a_phone(browser: Browser, home: str, language: str) -> None:
    with reader(browser, home, language, 360) as (tab, faults):
        settled(tab, home + address(language, PAGE))
        stepper = tab.locator(GRAPH)
        stepper.locator(".backward").click()
        says = []
        for step in range(9):
            if step:
                stepper.locator(".next").click()
            says.append(stepper.locator(".says").inner_text())
            box = stepper.locator("[data-n].now").bounding_box()
            panel = stepper.locator(".panel").bounding_box()
            assert box and panel and box["y"] >= 48, "under the header"
            assert box["y"] + box["height"] <= panel["y"] + 1, "under the panel"
            assert panel["y"] + panel["height"] <= 801, "the panel is below the screen"
        story = "\n".join(says)
        for text in ("4 + 363 = 367", "1101 + 1468 = 2569", *ARRIVALS[language]):
            assert text.replace("`", "") in story
        assert [stepper.locator(f"[data-n='{it}'] .g").inner_html() for it in (8, 4, 0)] == [
            "1",
            "367",
            "2569",
        ]
    assert not faults, "\n".join(faults)


# Guessing


@each_language
def test_guess_first(browser: Browser, home: str, language: str) -> None:
    words = STEPPER[language]
    with reader(browser, home, language, 360) as (tab, faults):
        settled(tab, home + address(language, PAGE))
        stepper = tab.locator(GRAPH)
        stepper.get_by_label(PANEL[language]["guess"]).check()
        stepper.locator(".backward").click()
        for _ in range(2):  # past y, whose answer the second press shows first
            stepper.locator(".next").click()
        stepper.locator(".next").click()
        stepper.locator(".next").click()
        quiz, answer = stepper.locator(".quiz"), stepper.get_by_label(words["answer"])
        hidden = stepper.locator("[data-e='6'] text")
        expect(stepper.locator(".says")).to_contain_text("MulBackward0")
        expect(hidden).not_to_be_visible()
        faults += violations(tab)
        answer.fill("5")
        answer.press("Enter")
        expect(quiz.get_by_role("status")).to_have_text(words["wrong"])
        expect(hidden).not_to_be_visible()
        answer.fill("4")
        quiz.get_by_role("button", name=words["check"]).click()
        expect(stepper.locator(".says")).to_contain_text(words["right"])
        expect(hidden).to_be_visible()
        expect(stepper.locator(".next")).to_be_focused()
        stepper.locator(".next").click()
        quiz.get_by_role("button", name=words["reveal"]).click()
        expect(stepper.locator(".says")).to_contain_text("1 × 363 = 363")
        stepper.locator(".last").click()
        expect(stepper.locator(".says")).to_contain_text("1101 + 1468")
        assert "2569" not in stepper.locator(".says").inner_text()
        expect(stepper.locator("[data-n='0'] .g")).not_to_be_visible()
        answer.fill("2569")
        answer.press("Enter")
        expect(stepper.locator("[data-n='0'] .g")).to_be_visible()
    assert not faults, "\n".join(faults)


# The keyboard, links, other readers


def test_by_keyboard_alone(tab: Page, home: str) -> None:
    there(tab, home + address("zh", PAGE))
    stepper = tab.locator(GRAPH)
    stepper.locator(".first").focus()
    tab.keyboard.press("Enter")
    expect(stepper).to_have_attribute("data-step", "0")
    for key, step in (("ArrowRight", "1"), ("ArrowRight", "2"), ("ArrowLeft", "1")):
        tab.keyboard.press(key)
        expect(stepper).to_have_attribute("data-step", step)
    for _ in range(2):
        tab.keyboard.press("Tab")
    expect(stepper.locator(".next")).to_be_focused()
    for _ in range(20):  # the button keeps the focus at the end
        tab.keyboard.press("Space")
    expect(stepper).to_have_attribute("data-step", "17")
    expect(stepper.locator(".next")).to_be_focused()
    stepper.locator("[type=range]").focus()
    tab.keyboard.press("End")
    expect(stepper).to_have_attribute("data-step", "17")
    expect(stepper.locator("[data-n='0'] .v")).to_have_text("3")


def test_the_arrows_scroll_what_scrolls(browser: Browser, home: str) -> None:
    """Beside the panel they are the browser's: code and tables are wider than a phone."""
    with reader(browser, home, "en", 320) as (tab, faults):
        settled(tab, f"{home}{address('en', PAGE)}{GRAPH}.5")
        stepper = tab.locator(GRAPH)
        stepper.locator("summary").click()
        table = stepper.locator(".md-typeset__scrollwrap")
        for part in (stepper.locator("pre > code"), table):
            part.evaluate("it => it.style.width = '100px'")
            part.focus()
            tab.keyboard.press("ArrowRight")
            expect(stepper).to_have_attribute("data-step", "4")
        tab.wait_for_function("it => it.scrollLeft > 0", arg=table.element_handle())
    assert not faults, "\n".join(faults)


def test_a_link_leads_to_a_step(browser: Browser, home: str) -> None:
    with reader(browser, home, "en", 1280) as (tab, faults):
        settled(tab, f"{home}{address('en', PAGE)}{GRAPH}.13.4")
        stepper = tab.locator(GRAPH)
        expect(stepper).to_have_attribute("data-step", "12")
        expect(stepper.locator("[data-n='0'] .v")).to_have_text("1")
        expect(stepper.locator("svg")).to_be_in_viewport()
        expect(stepper.locator(".where a")).to_have_attribute("href", f"{GRAPH}.13.4")
        stepper.locator(".next").click()
        stepper.locator(".where a").click()
        assert tab.url.endswith(f"{GRAPH}.14.4")
        tab.go_back()
        expect(stepper).to_have_attribute("data-step", "12")
    assert not faults, "\n".join(faults)


def test_without_scripts_all_numbers_are_there(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(home + address("en", PAGE))
    stepper = page.locator(GRAPH)
    shown = [it.text_content() for it in stepper.locator(".g").all() if it.is_visible()]
    assert shown == ["2569", "367", "367", "367", "367", "1", "1", "1", "1"]
    expect(stepper.locator(".panel")).not_to_be_visible()
    stepper.locator("summary").click()
    expect(stepper.locator("tbody tr").last).to_contain_text("1101 + 1468 = 2569")
    context.close()


def test_on_paper_the_whole_run_is_there(tab: Page, home: str) -> None:
    there(tab, home + address("zh", PAGE))
    stepper = tab.locator(GRAPH)
    stepper.locator(".first").dispatch_event("click")
    expect(stepper.locator("[data-n='0'] .g")).not_to_be_visible()
    tab.emulate_media(media="print")
    try:
        for numbers in (".g", ".v", ".e text"):
            for it in stepper.locator(numbers).all():
                expect(it).to_be_visible()
        expect(stepper.locator(".panel")).not_to_be_visible()
        expect(stepper.locator("table")).to_be_visible()
    finally:
        tab.emulate_media(media="screen")


# What can be read: sizes as rendered, in pixels.

SIZES = """(stepper) => {
  const svg = stepper.querySelector("svg"), box = svg.getBoundingClientRect()
  const scale = box.width / svg.viewBox.baseVal.width, faults = []
  const say = (what, it) => faults.push(`${what}: ${it.textContent}`)
  for (const text of svg.querySelectorAll("text")) {
    if (!text.textContent) continue
    const { left, right, top, bottom } = text.getBoundingClientRect()
    if (parseFloat(getComputedStyle(text).fontSize) * scale < 12) say("small", text)
    if (right - left < 4 || bottom - top < 8) say("collapsed", text)
    if (left < box.left - 1 || right > box.right + 1) say("outside the picture", text)
    const frame = text.closest("[data-n]")?.querySelector("rect").getBoundingClientRect()
    if (frame && (left < frame.left || right > frame.right || bottom > frame.bottom + 1))
      say("outside its box", text)
  }
  const texts = [...svg.querySelectorAll("text")].filter((it) => it.textContent)
    .map((it) => [it, it.getBoundingClientRect()])
  texts.forEach(([one, a], number) => texts.slice(number + 1).forEach(([other, b]) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    if (wide > 1 && high > 5) say(`over ${other.textContent}`, one)
  }))
  for (const part of [".highlight", "figure", ".panel", ".says"]) {
    const { width, height } = stepper.querySelector(part).getBoundingClientRect()
    if (width < 280 || height < 60) faults.push(`${part}: ${width} x ${height}`)
  }
  for (const button of stepper.querySelectorAll(".panel button")) {
    const { width, height } = button.getBoundingClientRect()
    if (width < 24 || height < 24 || height > 50) faults.push(`button: ${width} x ${height}`)
  }
  return faults
}"""


@pytest.mark.parametrize("width", [360, 1280])
@each_place
def test_one_can_read_it(
    tab: Page, home: str, language: str, page: str, marker: Marker, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    there(tab, home + address(language, page))
    stepper = tab.locator(f"#run_{marker.name.rpartition('/')[2]}")
    stepper.locator(".last").dispatch_event("click")
    assert stepper.evaluate(SIZES) == []


UNREADABLE = {
    "svg { width: 250px }": "small: ",
    ".md-typeset .trace figure { width: fit-content; container-type: inline-size }": "outside the ",
    ".trace svg text { font-size: 17px !important }": "outside its box: ",
    ".md-typeset .trace .says { width: 100px }": ".says: 100",
    ".trace button { height: 90px }": "button: ",
    ".trace svg text { font-size: 1px !important }": "collapsed: ",
    ".trace svg .v { translate: 0 -16px }": "over ",
}


def test_what_one_cannot_read_is_found(tab: Page, home: str) -> None:
    tab.set_viewport_size({"width": 360, "height": 800})
    there(tab, home + address("zh", PAGE))
    assert not unfound(tab.locator(GRAPH), SIZES, UNREADABLE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_half_way(browser: Browser, home: str, scheme: Any) -> None:
    with reader(browser, home, "zh", 360, scheme) as (tab, faults):
        settled(tab, home + address("zh", PAGE))
        tab.locator(GRAPH).locator(".backward").click()
        tab.locator("#run_vector_rule .backward").click()
        faults += violations(tab)
    assert not faults, "\n".join(faults)
