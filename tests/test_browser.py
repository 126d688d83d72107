"""The site as a reader meets it, in Chromium, served from a sub-path as GitHub Pages does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Locator, Page, expect

from handbook import built, snippets
from handbook.files import LANGUAGES, ROOT, report
from handbook.listings import WORDS
from handbook.runner import Runner
from tests.test_site import PAGES, address

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
LOCALES = {"zh": "zh-CN", "en": "en-US"}
SITE_PAGES = [*PAGES, *((language, "404.html") for language in LANGUAGES)]
each_page = pytest.mark.parametrize(
    "language, page", SITE_PAGES, ids=["/".join(it) for it in SITE_PAGES]
)
each_width = pytest.mark.parametrize("width", [1280, 360])


def url(home: str, language: str, page: str) -> str:
    """Where a page, or a language's 404 page, is served."""
    if page == "404.html":
        return home + ("en/" if language == "en" else "") + page
    return home + address(language, page)


@contextmanager
def reader(
    browser: Browser,
    home: str,
    language: str,
    width: int,
    scheme: Literal["light", "dark"] = "light",
) -> Iterator[tuple[Page, list[str]]]:
    """A new reader's page, and the list to which what goes wrong on it is added."""
    context = browser.new_context(
        locale=LOCALES[language],
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page, faults = context.new_page(), list[str]()
    page.on("console", lambda it: faults.append(f"console: {it.text}"))
    page.on("pageerror", lambda it: faults.append(f"error: {it}"))
    page.on(
        "requestfailed",  # what was under way when the reader left is no fault
        lambda it: None if "ABORTED" in str(it.failure) else faults.append(f"failed: {it.url}"),
    )
    page.on(
        "response", lambda it: faults.append(f"{it.status}: {it.url}") if it.status >= 400 else None
    )
    page.on(
        "request",
        lambda it: None if it.url.startswith((home, "data:")) else faults.append(f"asks {it.url}"),
    )
    try:
        yield page, faults
    finally:
        context.close()


def settled(page: Page, address: str) -> None:
    """Open a page, and wait until its scripts and fonts are through."""
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")


# Every page, in both languages, schemes and widths.

DRAW = """() => document.querySelectorAll("pre > code").forEach(it => {
  const type = "contentvisibilityautostatechange"
  it.dispatchEvent(new ContentVisibilityAutoStateChangeEvent(type, { bubbles: true }))
})"""


def drawn(page: Page) -> None:
    """Have drawn what handbook.css leaves until it comes near, as a reader finds it there."""
    page.add_style_tag(content="* { content-visibility: visible !important }")
    page.evaluate(DRAW)


@each_width
@each_page
def test_page(browser: Browser, home: str, language: str, page: str, width: int) -> None:
    """No message, no failed request or one elsewhere, no sideways scroll, nothing for axe."""
    with reader(browser, home, language, width) as (tab, faults):
        settled(tab, url(home, language, page))
        drawn(tab)
        faults += formulas(tab)
        faults += violations_by_scheme(tab)
        if width == 360:
            tab.set_viewport_size({"width": 320, "height": 800})
        wide = tab.evaluate("document.documentElement.scrollWidth")
        if wide > min(width, width if width > 360 else 320):
            faults.append(f"{wide} px wide")
    assert not faults, "\n".join(faults)


def violations_by_scheme(page: Page) -> list[str]:
    """What axe finds, light and dark."""
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {it}" for it in violations(page)]
    return found


def violations(page: Page, within: str | None = None) -> list[str]:
    """What axe finds, on the page or `within` a selector: every rule, none switched off."""
    drawn(page)
    axe = Axe().run(page, within, {"resultTypes": ["violations"]})
    found = axe.response["violations"]
    return [
        f"axe {rule['id']} ({rule['impact']}): {[node['target'] for node in rule['nodes']][:3]}"
        for rule in found
    ]


def unfound(part: Locator, script: str, styles: dict[str, str]) -> list[str]:
    """What `script`, which tells what is wrong with a part of a page, does not tell.

    Each of the `styles` is put into the page for a moment; the values begin what should be told.
    """
    found = [f"without a fault: {it}" for it in part.evaluate(script)]
    for style, message in styles.items():
        added = part.page.add_style_tag(content=style)
        told = part.evaluate(script)
        found += [] if any(it.startswith(message) for it in told) else [f"{style}: {told}"]
        added.evaluate("it => it.remove()")
    return found


FORMULAS = """() => [...document.querySelectorAll("main math")]
  .filter(it => it.checkVisibility()).map(it => {
    const box = it.getBoundingClientRect()
    const scroller = it.closest(".formula, .md-typeset__scrollwrap")
    const size = parseFloat(getComputedStyle(it).fontSize)
    const outer = parseFloat(getComputedStyle(it.parentElement).fontSize)
    const room = parseFloat(it.parentElement.style.getPropertyValue("--height"))
    return {
      text: it.textContent.slice(0, 40), width: box.width / size, height: box.height / size,
      off: room ? room - box.height / outer : 0,
      inside: Boolean(scroller) || box.left >= 0 && box.right <= innerWidth,
    }
  })"""


def formulas(page: Page) -> list[str]:
    """Formulas without extent, blown up, cut off, or not as tall as their room; in em."""
    found = [f"formula {it}" for it in page.evaluate(FORMULAS) if not sane(**it)]
    drawn = "[...document.fonts].some(it => it.family.includes('STIX') && it.status === 'loaded')"
    if page.locator("main math >> visible=true").count() and not page.evaluate(drawn):
        found.append("the formulas' font is not loaded")
    return found


def sane(text: str, width: float, height: float, off: float, inside: bool) -> bool:
    """Whether a formula of that extent is one a reader can read, and in its place."""
    return (
        inside
        and abs(off) < 1.2
        and 0.3 <= height <= 16
        and 0.25 <= width <= 60
        and width > 0.1 * len(text)
    )


def test_a_formula_gone_wrong_is_found() -> None:
    good = {"text": "y=x", "width": 2.5, "height": 1.2, "off": 0.1, "inside": True}
    assert sane(**good)  # type: ignore[arg-type]
    for fault in (
        {"width": 0.0},
        {"height": 0.0},
        {"height": 40.0},
        {"off": 2.0},
        {"inside": False},
    ):
        assert not sane(**good | fault)  # type: ignore[arg-type]


def test_faults_of_a_page_are_found(browser: Browser, home: str) -> None:
    """Each kind that `test_page` looks for, put into a page while it runs."""
    with reader(browser, home, "en", 1280) as (tab, faults):
        settled(tab, home + "en/appendix/notation/")
        drawn(tab)
        assert not faults and not formulas(tab) and not violations(tab)
        tab.evaluate("console.error('so'); setTimeout(() => { throw new Error('oh') })")
        tab.evaluate("Promise.allSettled(['https://example.org/', 'none.js'].map(it => fetch(it)))")
        style = """math { width: 0; overflow: hidden } .md-typeset p { color: #bbb }
          @media (prefers-color-scheme: dark) { .md-typeset p { color: #444 } }"""
        tab.add_style_tag(content=style)
        told = "\n".join([*faults, *formulas(tab), *violations_by_scheme(tab)])
    for message in ("console: so", "error: oh", "asks https://example.org/", "404: "):
        assert message in told
    assert "formula {" in told
    assert all(f"{scheme}: axe color-contrast" in told for scheme in SCHEMES)


# The keyboard alone.


@dataclass(frozen=True)
class Stop:
    """What has the focus after a press of Tab, and where it is drawn, in pixels of the page."""

    name: str
    top: float
    visible: bool
    covered: bool
    ring: bool
    article: bool


STOP = """() => {
  const focused = document.activeElement
  if (!focused || focused === document.body) return null
  const box = focused.getBoundingClientRect(), style = getComputedStyle(focused)
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2
  const front = document.elementFromPoint(x, y)
  return {
    name: `${focused.tagName} ${focused.className} ${focused.textContent.trim().slice(0, 30)}`,
    top: box.top + scrollY,
    visible: box.width > 0 && box.height > 0 && Boolean(front)
      && focused.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    covered: Boolean(front) && !focused.contains(front) && !front.contains(focused),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    article: Boolean(focused.closest("article")),
  }
}"""


def stops(page: Page, most: int = 1000) -> list[Stop]:
    """All that Tab leads to, from where the focus is until it leaves the page."""
    found = list[Stop]()
    for _ in range(most):
        page.keyboard.press("Tab")
        if found and "md-search__input" in found[-1].name:
            page.wait_for_timeout(1000)  # a phone's search closes, and scrolls back meanwhile
        stop = page.evaluate(STOP)
        for _ in range(10):  # a search that opens, or a busy machine that scrolls, takes a moment
            if stop is None or stop["visible"]:
                break
            page.wait_for_timeout(500)
            stop = page.evaluate(STOP)
        if stop is None:
            return found
        found.append(Stop(**stop))
    return found


def lost(found: list[Stop]) -> list[str]:
    """Where a reader would lose sight of the focus, or be led back up the article."""
    faults = [f"not to be seen: {stop.name}" for stop in found if not stop.visible or stop.covered]
    faults += [f"no ring around it: {stop.name}" for stop in found if not stop.ring]
    inside = [stop for stop in found if stop.article]
    faults += [
        f"further up than the stop before: {after.name}"
        for before, after in pairwise(inside)
        if after.top < before.top - 40  # a button stands beside its title
    ]
    return faults


@each_width
@each_page
def test_keyboard_alone(browser: Browser, home: str, language: str, page: str, width: int) -> None:
    """Tab leads through the page in the order of reading, and one sees where one is."""
    with reader(browser, home, language, width) as (tab, faults):
        settled(tab, url(home, language, page))
        found = stops(tab)
        faults += lost(found)
    if page != "404.html":  # which is short
        assert found[0].name.startswith("A md-skip"), "the first stop is the link to the content"
    assert any(stop.article for stop in found) and len(found) < 1000
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "fault, message",
    [
        (":focus-visible { outline: none !important }", "no ring around it"),
        ("body > div { position: fixed; inset: 0; z-index: 999 }", "not to be seen"),
    ],
)
def test_a_focus_that_one_does_not_see_is_found(
    browser: Browser, home: str, fault: str, message: str
) -> None:
    with reader(browser, home, "en", 1280) as (tab, _):
        settled(tab, home + "en/appendix/notation/")
        assert lost(stops(tab, 8)) == []
        tab.evaluate("document.body.append(document.createElement('div'))")
        tab.add_style_tag(content=fault)
        assert any(it.startswith(message) for it in lost(stops(tab, 2)))


def test_a_lost_focus_is_found() -> None:
    good = Stop("A", 100, visible=True, covered=False, ring=True, article=True)
    assert lost([good, good]) == []
    for fault in ({"visible": False}, {"covered": True}, {"ring": False}, {"top": 20}):
        values: dict[str, Any] = vars(good) | fault
        assert len(lost([good, Stop(**values)])) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_navigation_on_a_phone_by_keyboard(browser: Browser, home: str, language: str) -> None:
    with reader(browser, home, language, 360) as (tab, faults):
        settled(tab, home + address(language, "operations/convolution.md"))
        drawer = tab.locator("#__drawer")
        tab.locator(".md-header label[for=__drawer]").focus()
        tab.keyboard.press("Enter")
        expect(drawer).to_be_checked()
        faults += violations(tab)
        found = stops(tab)
        assert found and not any(stop.article for stop in found), "behind the open drawer"
        faults += lost(found)
        # Up from the open section to all of them, into another, and along a link.
        tab.locator(".md-nav__title[for=__nav_4]").focus()
        tab.keyboard.press("Enter")
        tab.locator(".md-nav__link[for=__nav_2]").focus()
        tab.keyboard.press("Enter")
        faults += lost(stops(tab))
        tab.keyboard.press("Escape")
        expect(drawer).not_to_be_checked()
        expect(tab.locator(".md-header label[for=__drawer]")).to_be_focused()
        assert any(stop.article for stop in stops(tab))
    assert not faults, "\n".join(faults)


def test_slash_opens_the_search(page: Page, home: str) -> None:
    page.goto(home, wait_until="networkidle")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__input")).not_to_be_focused()


def test_scheme_and_answers_by_keyboard(page: Page, home: str) -> None:
    """The scheme is the system's until the reader chooses; the choice stays."""
    page.goto(home + "basics/chain-rule/", wait_until="networkidle")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(ground)
    assert dark != light
    page.locator(".scheme-switch").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(ground) == light
    page.reload(wait_until="networkidle")
    assert page.evaluate(ground) == light
    page.locator(".scheme-switch").press("Space")
    assert page.evaluate(ground) == dark
    answer = page.locator("details").first
    answer.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(answer).to_have_attribute("open", "")


def test_code_that_scrolls_is_reached_once_it_is_near(browser: Browser, home: str) -> None:
    with reader(browser, home, "en", 360) as (tab, _):
        settled(tab, home + "en/operations/convolution/")
        expect(tab.locator("article pre > code").first).to_have_attribute("tabindex", "0")
        code = tab.locator(".highlight", has_text="weight_gradient.py").locator("pre > code")
        expect(code).not_to_have_attribute("tabindex", "0")
        code.scroll_into_view_if_needed()
        expect(code).to_have_attribute("tabindex", "0")


# What a copy button yields.


def clipboard(page: Page) -> str:
    """What is copied, as soon as it is there: the theme does not wait for it, nor say when."""
    for _ in range(100):
        if text := page.evaluate("navigator.clipboard.readText()"):
            return str(text)
        page.wait_for_timeout(20)
    return ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_copied_code_is_the_file_and_runs(browser: Browser, home: str, language: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab, scripts = context.new_page(), list[tuple[str, str]]()
    for name in [name for it, name in PAGES if it == language and name.endswith(".md")]:
        tab.goto(home + address(language, name), wait_until="networkidle")
        tab.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
        buttons = tab.locator("main [data-md-type=copy] >> visible=true").all()
        listings = built.of_fences(ROOT / "docs" / language / name, language, ROOT)
        expected = [it for it in listings if it.title != WORDS[language]["output"]]
        assert len(buttons) == len(expected), name
        for button, listing in zip(buttons, expected, strict=True):
            tab.evaluate("navigator.clipboard.writeText('')")
            button.click()
            if not (copied := clipboard(tab)):  # a busy machine may still be laying out
                button.click()
                copied = clipboard(tab)
            assert copied.strip("\n") == listing.text.strip("\n"), f"{name}: {listing.title}"
            if listing.title:
                scripts.append((copied, f"snippets/{listing.title}"))
    context.close()
    assert len(scripts) > 100
    with Runner() as runner:
        runs = runner.run_all(scripts)
    problems = [
        problem
        for (source, name), run in zip(scripts, runs, strict=True)
        for problem in (*snippets.judge(source, name, run), *snippets.compare(ROOT / name, run))
    ]
    assert not problems, report(problems)


# The two languages.


def test_first_visit_leads_to_the_language_of_the_browser(browser: Browser, home: str) -> None:
    for locale, lands in (("en-US", "en/"), ("zh-CN", ""), ("zh-TW", ""), ("fr-FR", "en/")):
        context = browser.new_context(locale=locale)
        page = context.new_page()
        page.goto(home)
        page.wait_for_url(home + lands)
        page.wait_for_load_state("networkidle")
        assert page.url == home + lands, "led away once more"
        context.close()


def test_a_choice_is_kept_and_deep_links_stay(browser: Browser, home: str) -> None:
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    page.goto(home + "basics/chain-rule/", wait_until="networkidle")
    assert page.url == home + "basics/chain-rule/"
    page.goto(home + "en/")
    page.click(".language-switch")
    page.wait_for_url(re.compile(re.escape(home) + r"(#.*)?$"))
    page.goto("about:blank")
    page.goto(home, wait_until="networkidle")
    assert page.url == home
    context.close()


def test_within_the_site_home_is_home(browser: Browser, home: str) -> None:
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    page.goto(home + "basics/chain-rule/")
    page.locator("a.md-logo >> visible=true").first.click()
    arrived = re.compile(re.escape(home) + "(index.html)?$")
    page.wait_for_url(arrived)
    page.wait_for_load_state("networkidle")
    assert arrived.match(page.url), "led away once more"
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_switch_keeps_page_and_heading(page: Page, home: str, language: str) -> None:
    other = "en" if language == "zh" else "zh"
    page.goto(home + address(language, "operations/convolution.md"))
    page.locator("#kernel-flip").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('kernel-flip').scrollIntoView()")
    page.click(".language-switch")
    expected = home + address(other, "operations/convolution.md") + "#kernel-flip"
    page.wait_for_url(expected)
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.locator("#kernel-flip")).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_switch_keeps_the_step_and_the_slider(page: Page, home: str, language: str) -> None:
    stepper = page.locator("#run_along_the_graph")
    start = home + address(language, "basics/chain-rule.md")
    other = home + address("en" if language == "zh" else "zh", "basics/chain-rule.md")
    page.goto(start)
    stepper.scroll_into_view_if_needed()
    page.click(".language-switch")
    page.wait_for_url(re.compile(re.escape(other) + "#(?!run)"))  # not played: the heading
    page.goto(start)
    stepper.locator("[type=range]").press("ArrowLeft")
    for name in ("first", "next", "next"):
        stepper.locator(f".{name}").click()
    page.click(".language-switch")
    page.wait_for_url(f"{other}#run_along_the_graph.3.4")
    expect(stepper).to_have_attribute("data-step", "2")
    expect(stepper.locator("label code")).to_have_text("x = 1")
    expect(stepper.locator(".now .v")).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")  # out of view it does not count
    page.click(".language-switch")
    page.wait_for_url(start)


@pytest.mark.parametrize("language", LANGUAGES)
def test_switch_keeps_the_cell(page: Page, home: str, language: str) -> None:
    other = home + address("en" if language == "zh" else "zh", "operations/convolution.md")
    page.goto(home + address(language, "operations/convolution.md"))
    explorer = page.locator("#run_each_share")
    explorer.locator(".sent button").nth(4).click()
    explorer.locator(".sent button").nth(4).press("ArrowRight")
    page.locator(".language-switch").dispatch_event("click")
    page.wait_for_url(f"{other}#run_each_share.6")
    expect(explorer.locator(".says")).to_contain_text("X.grad[0, 0, 1, 2] = 10×4 + 1000×2 = 2040")
    expect(explorer.locator("td.now")).to_be_in_viewport()
    expect(explorer.locator("td.now button")).to_be_focused()


@each_width
@pytest.mark.parametrize("language", LANGUAGES)
def test_back_and_forward(browser: Browser, home: str, language: str, width: int) -> None:
    """Back to the place one read at, forward again; over a link, an anchor and the switch."""
    with reader(browser, home, language, width) as (tab, faults):
        start = home + address(language, "operations/index.md")
        settled(tab, start)
        link = tab.locator("article a[href='convolution/'] >> visible=true").last
        link.scroll_into_view_if_needed()
        place = tab.evaluate("scrollY")
        assert place > 0
        link.click()
        tab.wait_for_url("**/operations/convolution/**")
        tab.evaluate("location.hash = 'kernel-flip'")
        expect(tab.locator("#kernel-flip")).to_be_in_viewport()
        tab.click(".language-switch")
        tab.wait_for_url("**/operations/convolution/#**")
        tab.go_back()
        expect(tab.locator("html")).to_have_attribute("lang", language)
        expect(tab.locator("#kernel-flip")).to_be_in_viewport()
        tab.go_back()
        tab.go_back()
        tab.wait_for_url(start)
        tab.wait_for_function(f"Math.abs(scrollY - {place}) < 100")
        tab.go_forward()
        tab.go_forward()
        tab.wait_for_url("**/operations/convolution/#kernel-flip")
        expect(tab.locator("#kernel-flip")).to_be_in_viewport()
    assert not faults, "\n".join(faults)


# The search.

SEARCHES = {
    "zh": [
        "梯度",
        "叶子",
        "卷积核",
        "累加",
        "雅可比",
        "转置卷积",
        "有限差分",
        "链式法则",
        "retain_grad",
        "grad_fn",
        "torch.autograd.grad",
        "second time",
        "does not require grad",
    ],
    "en": [
        "leaf",
        "kernel",
        "accumulate",
        "finite differences",
        "next_functions",
        "retain_graph",
        "torch.autograd.grad",
        "backward through the graph a second time",
        "does not require grad",
    ],
}


def results(page: Page, words: str) -> Locator:
    """The links that the search finds for `words`, typed by hand on an open page."""
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(words, delay=50)
    page.keyboard.press("End")  # the theme listens to keys, and 汉字 are put in without one
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_visible(timeout=15_000)
    found, before = [""], list[str]()
    while found != before:  # results of the first letters come before those of the word
        page.wait_for_timeout(1000)
        found, before = links.evaluate_all("all => all.map(it => it.href)"), found
    return links


@pytest.mark.parametrize(
    "language, words", [(language, words) for language in LANGUAGES for words in SEARCHES[language]]
)
def test_search_finds(page: Page, site: Path, home: str, language: str, words: str) -> None:
    """One of the first three pages found holds the words, as they are."""
    start = home + address(language, "index.md")
    page.goto(start, wait_until="networkidle")
    links = results(page, words)
    found = [
        re.sub(r"[?#].*", "", it) for it in links.evaluate_all("all => all.map(it => it.href)")
    ]
    pages = list(dict.fromkeys(found))
    assert all(it.startswith(start) for it in pages)
    links.first.click()
    page.wait_for_load_state("networkidle")  # closing while it loads can hang
    page.go_back()
    page.wait_for_url(start)
    holding = [it for it in pages[:3] if words.lower() in text_of(site, it.removeprefix(home))]
    assert holding, f"none of {pages[:3]} holds the words"


def text_of(site: Path, address: str) -> str:
    """What stands on a page, in lower case."""
    page = (site / address / "index.html").read_text(encoding="utf-8")
    main = BeautifulSoup(page, "html.parser").main
    return main.get_text().lower() if main else ""


def test_search_keeps_to_its_language(page: Page, home: str) -> None:
    page.goto(home + "en/", wait_until="networkidle")
    found = results(page, "kernel").evaluate_all("all => all.map(it => it.href)")
    assert found and all(it.startswith(home + "en/") for it in found)
    page.locator(".md-search__input").fill("")
    page.locator(".md-search__input").press_sequentially("卷积核", delay=50)
    page.keyboard.press("End")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")


def test_without_scripts_everything_is_there(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(home + "operations/convolution/")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("main math").count() > 20
    page.locator(".language-switch").click()
    page.wait_for_url(home + "en/operations/convolution/")
    context.close()
