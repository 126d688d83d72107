"""What a first visit transfers: bytes and requests within a budget, the search only if used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from handbook import theme
from handbook.files import LANGUAGES
from handbook.hosting import Answer, Host, hosted
from tests.test_figures import FIGURES
from tests.test_site import PAGES, address

BYTES = 130_000
WITH_FIGURES = 150_000  # on pages whose figures a reader can play
REQUESTS = 12
INDEX = "search/search_index.json"
PLAYED = sorted({(language, page) for language, page, _ in FIGURES})
SITE_PAGES = [*PAGES, *((language, "404.html") for language in LANGUAGES)]


def faults(answers: list[Answer], most: int = BYTES) -> str:
    """What of a first visit's `answers` is over the budget, with the list of them, or nothing."""
    weight = sum(answer.size for answer in answers)
    wrong = [
        *([f"{weight} bytes, more than {most}"] if weight > most else []),
        *([f"{len(answers)} requests, more than {REQUESTS}"] if len(answers) > REQUESTS else []),
        *(f"{it.url}, unused" for it in answers if "/lunr" in it.url or it.url.endswith(INDEX)),
    ]
    heaviest = sorted(answers, key=lambda answer: -answer.size)
    return "\n".join([*wrong, *(f"{it.size:9} {it.url}" for it in heaviest)]) if wrong else ""


def test_what_is_over_the_budget_is_told() -> None:
    page = [Answer("/", 30_000), Answer("/a.js", 100_000)]
    small = [Answer(f"/{number}.svg", 1) for number in range(13)]
    index = Answer(f"/{INDEX}", 9)
    assert faults(page) == ""
    assert faults([*page, Answer("/b.css", 1)], WITH_FIGURES) == ""
    assert faults([*page, Answer("/b.css", 1)]).splitlines() == [
        "130001 bytes, more than 130000", "   100000 /a.js", "    30000 /", "        1 /b.css"
    ]  # fmt: skip
    assert faults(small).startswith("13 requests, more than 12\n")
    assert faults([*page[:1], index]).startswith(f"/{INDEX}, unused\n")


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    """The built site on a host that compresses, and what was asked of it."""
    with hosted(site) as it:
        yield it


@pytest.fixture
def page(browser: Browser, host: Host) -> Iterator[Page]:
    """A page of a new reader, with nothing in its cache."""
    context = browser.new_context(locale="zh-CN")
    host.answers.clear()
    yield context.new_page()
    context.close()


def url(host: Host, language: str, page: str) -> str:
    """Where a page, or a language's 404 page, is served."""
    if page == "404.html":
        return host.home + ("en/" if language == "en" else "") + page
    return host.home + address(language, page)


def indices(host: Host) -> list[str]:
    """The search indices that were asked for."""
    return [answer.url for answer in host.answers if answer.url.endswith(".json")]


@pytest.mark.browser
@pytest.mark.parametrize("language, name", SITE_PAGES, ids=["/".join(it) for it in SITE_PAGES])
def test_first_visit(page: Page, host: Host, language: str, name: str) -> None:
    page.goto(url(host, language, name), wait_until="networkidle")
    icon = page.locator("link[rel=icon]").evaluate("link => link.href")
    asked = {host.home[:-1].rpartition("/")[0] + answer.url for answer in host.answers}
    assert icon in asked, "without a window no icon is asked for: this one is not in the weight"
    figures = (language, name) in PLAYED
    scripts = 3 if figures else 2  # the theme's and ours, the figure's: none for formulas
    assert page.locator("script[src]").count() == scripts
    over = faults(host.answers, WITH_FIGURES if figures else BYTES)
    assert not over, over


SHIFTS = """window.shifts = []
new PerformanceObserver((list) => list.getEntries().forEach((it) => shifts.push(
  `${it.value.toFixed(4)} ${it.sources.map((of) => of.node?.parentNode?.outerHTML?.slice(0, 80))}`
))).observe({ type: "layout-shift", buffered: true })"""


def moved(browser: Browser, address: str, width: int, style: str = "") -> list[str]:
    """What moves while a new reader's page loads; `style` is added as soon as it is drawn."""
    context = browser.new_context(locale="zh-CN", viewport={"width": width, "height": 800})
    tab = context.new_page()
    tab.add_init_script(SHIFTS)
    tab.goto(address, wait_until="networkidle")
    if style:
        tab.add_style_tag(content=style)
        tab.wait_for_function("shifts.length")
    tab.evaluate("() => new Promise(it => requestAnimationFrame(() => setTimeout(it, 100)))")
    shifts: list[str] = tab.evaluate("shifts")
    context.close()
    return shifts


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("language, name", SITE_PAGES, ids=["/".join(it) for it in SITE_PAGES])
def test_nothing_moves(browser: Browser, host: Host, language: str, name: str, width: int) -> None:
    """Not in each of three visits: a busy machine may once draw before the styles are there."""
    visits = (moved(browser, url(host, language, name), width) for _ in range(3))
    assert not all(found := list(shifts) for shifts in visits), "\n".join(found)


# Figures are upgraded by scripts. Where everything on the page stands, in pixels:
BOXES = """() => [...document.querySelectorAll("article *:not(button, math *, svg *), footer")]
  .map((it) => {
    const { x, y, width, height } = it.getBoundingClientRect()
    const text = it.textContent.trim().slice(0, 30)
    return `${it.tagName} ${text}: ${[x, y, width, height].map((of) => of.toFixed(1))}`
  })"""


def upgraded(browser: Browser, address: str, width: int, style: str = "") -> list[str]:
    """What stands elsewhere once the scripts of figures have run; `style` is added to the page."""
    found = []
    for scripts in (False, True):
        context = browser.new_context(locale="zh-CN", viewport={"width": width, "height": 800})
        tab = context.new_page()
        if not scripts:
            tab.route("**/assets/figures/*.js", lambda route: route.abort())
        tab.goto(address, wait_until="networkidle")
        if style:
            tab.add_style_tag(content=style)
        defined = tab.locator(":is(trace-stepper, trace-explorer, trace-curve):defined")
        expect(defined.first).to_be_attached(attached=scripts)
        found.append(tab.evaluate(BOXES))
        context.close()
    return [f"{old} -> {new}" for old, new in zip(*found, strict=True) if old != new]


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("language, name", PLAYED, ids=["/".join(it) for it in PLAYED])
def test_nothing_moves_for_a_figure(
    browser: Browser, host: Host, language: str, name: str, width: int
) -> None:
    """However late its script comes."""
    found = upgraded(browser, url(host, language, name), width)
    assert not found, "\n".join(found[:5])


@pytest.mark.browser
@pytest.mark.parametrize(
    "name, style",
    [
        ("index.md", "trace-stepper:not(:defined) .panel { display: none !important }"),
        ("operations/pooling.md", "trace-explorer td:has(button) { height: 33px !important }"),
        (
            "operations/activations.md",
            "trace-curve:not(:defined) .curve { display: block !important }",
        ),
    ],
)
def test_a_figure_that_moves_is_told(browser: Browser, host: Host, name: str, style: str) -> None:
    assert upgraded(browser, url(host, "zh", name), 1280, style)


@pytest.mark.browser
def test_what_moves_is_told(browser: Browser, host: Host) -> None:
    shifts = moved(browser, host.home, 360, "article { margin-top: 20px !important }")
    assert any("<" in it for it in shifts), shifts


USES = {
    "a click": lambda page: page.locator(".md-search__input").click(),
    "/": lambda page: page.keyboard.press("/"),
    "f": lambda page: page.keyboard.press("f"),
    "s": lambda page: page.keyboard.press("s"),
}


def found(page: Page, words: str) -> None:
    """Wait until the search has found `words`."""
    expect(page.locator(".md-search-result__list")).to_contain_text(words, timeout=15_000)


@pytest.mark.browser
@pytest.mark.parametrize(
    "use, language, name",
    [*((use, "zh", "index.md") for use in USES), ("a click", "en", "404.html")],
)
def test_index_comes_with_first_use(
    page: Page, host: Host, use: str, language: str, name: str
) -> None:
    page.goto(url(host, language, name), wait_until="networkidle")
    assert indices(host) == []
    for _ in range(2):  # the second time it is there
        USES[use](page)
        page.keyboard.press("Control+a")
        page.keyboard.type("next_functions")
        found(page, "next_functions")
        page.keyboard.press("Escape")
    assert indices(host) == [f"/handbook/{'en/' if language == 'en' else ''}{INDEX}"]


@pytest.mark.browser
def test_a_small_screen_opens_the_search_by_its_button(page: Page, host: Host) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(host.home, wait_until="networkidle")
    page.locator(".md-header__button[for=__search]").click()
    page.keyboard.type("next_functions")
    found(page, "next_functions")


@pytest.mark.browser
def test_index_comes_for_words_in_the_address(page: Page, host: Host) -> None:
    page.goto(host.home + "en/?q=next_functions")
    found(page, "next_functions")
    assert len(indices(host)) == 1
    host.answers.clear()
    page.goto(host.home + "basics/computation-graph/?h=next_functions")
    expect(page.locator("main mark").first).to_have_text("next_functions")
    assert len(indices(host)) == 1
    host.answers.clear()
    page.goto(host.home + "basics/computation-graph/?others=1", wait_until="networkidle")
    assert indices(host) == []


@pytest.mark.browser
def test_words_typed_before_the_index_is_there_are_found(page: Page, host: Host) -> None:
    waiting: list[Route] = []
    page.route(f"**/{INDEX}", lambda route: waiting.append(route))
    page.goto(host.home, wait_until="networkidle")
    with page.expect_request(f"**/{INDEX}"):
        page.keyboard.press("/")
    page.keyboard.type("next_functions")
    page.wait_for_timeout(500)
    assert page.locator(".md-search-result__link").count() == 0
    (route,) = waiting
    route.continue_()
    found(page, "next_functions")


@pytest.mark.browser
@pytest.mark.parametrize("fault", ["no network", "an error of the host"])
def test_an_index_that_did_not_come_is_asked_for_again(page: Page, host: Host, fault: str) -> None:
    def fails(route: Route) -> None:
        route.abort() if fault == "no network" else route.fulfill(status=503)

    page.route(f"**/{INDEX}", fails, times=1)
    page.goto(host.home, wait_until="networkidle")
    failure = "requestfailed" if fault == "no network" else "response"
    with page.expect_event(failure, lambda it: it.url.endswith(INDEX)):
        page.keyboard.press("/")
    assert indices(host) == []
    page.keyboard.type("next_functions")
    found(page, "next_functions")


def test_other_scripts_of_the_theme_stop_the_build() -> None:
    page, worker = (
        "assets/javascripts/bundle.0a.min.js",
        "assets/javascripts/workers/search.1b.min.js",
    )
    asks = 'a=document.forms.namedItem("search")?ks():tt;'
    mounts = '...M("pre:not(.mermaid) > code",e).map(f),...M("table:not([class])",e).map(g)'
    ours = theme.published({page: asks + mounts, worker: "whole"})
    waits = 'a=document.forms.namedItem("search")?new Promise(it=>window.searchIndexArrived=it):tt;'
    assert ours[page] == waits + '...M(":not(*)",e).map(f),...M(":not(*)",e).map(g)'
    assert 'importScripts("search.1b.whole.js")' in ours.pop(worker)
    assert ours[worker.replace("min", "whole")] == "whole"
    for theirs in (
        {page: asks + mounts},
        {page: "", worker: ""},
        {page: asks, worker: ""},
        {page: mounts, worker: ""},
        {page: asks + asks + mounts, worker: ""},
        {page: asks + mounts.replace("table", "dl"), worker: ""},
    ):
        with pytest.raises(theme.ThemeError):
            theme.published(theirs)
    assert re.match(r"requirements.txt:[2-9]", str(theme.ThemeError()))
