"""The site for everyone: on paper, without motion, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from handbook.files import LANGUAGES
from tests.conftest import ADDRESSES
from tests.test_site import PAGES, address

pytestmark = pytest.mark.browser

each_page = pytest.mark.parametrize("language, name", PAGES, ids=["/".join(it) for it in PAGES])
VISIBLE = """it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  && it.getBoundingClientRect().width > 0"""


@pytest.fixture
def paper(browser: Browser) -> Iterator[Page]:
    """What a reader prints on A4, who reads in the dark; 170 mm between the margins."""
    size: ViewportSize = {"width": 642, "height": 971}
    context = browser.new_context(locale="zh-CN", color_scheme="dark", viewport=size)
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


# Nothing that only a screen can use (a button in a table holds a number); answers unfolded;
# nothing cut off; dark on white.
ON_PAPER = """(visible) => {
  const faults = [], say = (what, it) => faults.push(`${what}: ${it.outerHTML.slice(0, 60)}`)
  visible = eval(visible)
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const known = new Map()
  const light = (colour) => {  // on white: 0 is black, 255 white
    if (!known.has(colour)) {
      for (context.fillStyle of ["white", colour]) context.fillRect(0, 0, 1, 1)
      const [red, green, blue] = context.getImageData(0, 0, 1, 1).data
      known.set(colour, (2 * red + 3 * green + blue) / 6)
    }
    return known.get(colour)
  }
  const controls = "header, footer, nav, button, input, label, .md-skip, .headerlink, .download"
  for (const it of document.querySelectorAll(`${controls}, .md-content__button`))
    if (visible(it) && !it.matches("td > button")) say("for screens only", it)
  for (const it of document.querySelectorAll("details > *"))
    if (!visible(it)) say("folded", it)
  for (const it of document.querySelectorAll("article, article *")) {
    if (it.closest("svg, math") && !it.matches("math") || !visible(it)) continue
    if (it.getBoundingClientRect().right > innerWidth + 1) say("wider than the paper", it)
    const style = getComputedStyle(it)
    if (it.scrollWidth > it.clientWidth + 1 && style.overflowX !== "visible") say("cut off", it)
    if (light(style.backgroundColor) < 230) say("a dark ground", it)
    if (light(style.color) > 150) say("pale ink", it)
  }
  for (const it of document.querySelectorAll("h2, h3, .highlight:has(+ .output)"))
    if (getComputedStyle(it).breakAfter !== "avoid") say("torn from what follows", it)
  return faults
}"""


@each_page
def test_on_paper(paper: Page, home: str, language: str, name: str) -> None:
    paper.goto(home + address(language, name))
    paper.evaluate("document.fonts.ready.then(() => true)")
    faults = paper.evaluate(ON_PAPER, VISIBLE)
    assert not faults, "\n".join(faults)
    printed = paper.locator("article .address >> visible=true")
    assert printed.inner_text() == ADDRESSES["SITE_URL"] + address(language, name)
    paper.emulate_media(media="screen")
    expect(printed).to_have_count(0)


PAPER_FAULTS = {
    ".md-header { display: block !important }": "for screens only: <header",
    ".md-typeset .headerlink { display: inline; opacity: 1 }": "for screens only: <a",
    "details::details-content { content-visibility: hidden !important }": "folded: ",
    ".md-typeset .highlight pre > code { white-space: pre !important }": "cut off: ",
    ".md-typeset .highlight { width: 900px }": "wider than the paper: <div",
    ":root { color-scheme: dark !important }": "pale ink: <h1",
    "article { background: #222 }": "a dark ground: <article",
    ".md-typeset h2 { break-after: auto !important }": "torn from what follows: <h2",
}


def test_finds_what_is_wrong_on_paper(paper: Page, home: str) -> None:
    paper.goto(home + "operations/convolution/")
    for style, message in PAPER_FAULTS.items():
        added = paper.add_style_tag(content=style)
        faults = paper.evaluate(ON_PAPER, VISIBLE)
        assert any(it.startswith(message) for it in faults), (style, faults)
        added.evaluate("it => it.remove()")
    assert paper.evaluate(ON_PAPER, VISIBLE) == []


# Without motion.

MOVING = """() => {
  const seconds = (times) => times.split(",").some((time) => parseFloat(time) > 0)
  const faults = document.getAnimations().map((it) => `runs: ${it.transitionProperty}`)
  for (const it of document.querySelectorAll("*"))
    for (const part of ["", "::before", "::after"]) {
      const style = getComputedStyle(it, part), name = `${it.tagName} ${it.className}${part}`
      if (style.transitionProperty !== "none" && seconds(style.transitionDuration))
        faults.push(`would move: ${name}`)
      if (style.animationName !== "none") faults.push(`moves: ${name}`)
      if (style.scrollBehavior === "smooth") faults.push(`scrolls smoothly: ${name}`)
    }
  return faults
}"""


def moving(
    browser: Browser, address: str, motion: Literal["reduce", "no-preference"], style: str = ""
) -> list[str]:
    """What moves on a page while a reader uses all there is to use."""
    context = browser.new_context(locale="zh-CN", reduced_motion=motion)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    page.add_style_tag(content=style or "/**/")
    found = page.evaluate(MOVING)
    page.locator("details summary").first.click()
    found += page.evaluate(MOVING)
    # In one go, before what it set going has come to rest.
    switched = f"() => {{ document.querySelector('.scheme-switch').click(); return ({MOVING})() }}"
    found += page.evaluate(switched)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("grad")
    found += page.evaluate(MOVING)
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    page.set_viewport_size({"width": 360, "height": 800})
    page.locator(".md-header label[for=__drawer]").click()
    found += page.evaluate(MOVING)
    context.close()
    return list(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_moves_for_who_wants_no_motion(browser: Browser, home: str, language: str) -> None:
    page = home + address(language, "basics/chain-rule.md")
    assert moving(browser, page, "reduce") == []


def test_motion_is_found(browser: Browser, home: str) -> None:
    style = """@keyframes turn { to { rotate: 1turn } }
      h1 { animation: turn 9s infinite; scroll-behavior: smooth }
      article { transition: color 9s }"""
    found = moving(browser, home + "basics/chain-rule/", "no-preference", style)
    kinds = {it.partition(":")[0] for it in found}
    assert kinds == {"runs", "would move", "moves", "scrolls smoothly"}


# Without scripts.


def text_of(page: Page) -> list[str]:
    """The lines of the article, answers unfolded, as a reader sees them, who plays no figure."""
    played = ".trace :is(.panel, .says)"
    page.evaluate(f"document.querySelectorAll('{played}').forEach(it => it.remove())")
    page.evaluate("document.querySelectorAll('.curve').forEach(it => it.classList.add('chosen'))")
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true })")
    # What is laid out only when it comes near is now and then left out of innerText. (Without
    # scripts add_style_tag would wait for ever.)
    show = "article * { content-visibility: visible !important }"
    page.evaluate(
        "it => document.head.appendChild(document.createElement('style')).append(it)", show
    )
    text = page.evaluate("document.querySelector('article').innerText")
    return [line.strip() for line in text.splitlines() if line.strip()]


def wide(page: Page) -> list[str]:
    """What makes a page of 360 px scroll sideways, or is cut off."""
    return list(
        page.evaluate(
            """() => [document.documentElement, ...document.querySelectorAll("article table")]
              .filter((it) => it.scrollWidth > it.clientWidth + 1)
              .filter((it) => !["auto", "scroll"].includes(getComputedStyle(it).overflowX))
              .map((it) => it.outerHTML.slice(0, 60))"""
        )
    )


def controls(page: Page) -> list[str]:
    """The controls that a reader sees, but for links, answers and the button of the drawer."""
    all_of_them = "button, input, select, [role=button], form label, label[for=__search]"
    seen = page.locator(all_of_them).filter(visible=True).all()
    return [name for it in seen if (name := outer(it)) and "__drawer" not in name]


def outer(it: Locator) -> str:
    return str(it.evaluate("it => it.outerHTML.slice(0, 80)"))


@each_page
def test_without_scripts(browser: Browser, home: str, language: str, name: str) -> None:
    """The same text, nothing cut off, no control that would do nothing."""
    size: ViewportSize = {"width": 360, "height": 800}
    texts = []
    for scripts in (True, False):
        context = browser.new_context(
            locale="zh-CN", viewport=size, java_script_enabled=scripts, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(home + address(language, name))
        texts.append(text_of(page))
        if not scripts:
            assert wide(page) == []
            assert controls(page) == []
        context.close()
    assert texts[0] == texts[1] and len(texts[0]) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_gets_about_without_scripts(browser: Browser, home: str, language: str) -> None:
    """Answers open; the drawer leads to any page on a phone; the switch to its twin."""
    size: ViewportSize = {"width": 360, "height": 800}
    context = browser.new_context(viewport=size, java_script_enabled=False)
    page = context.new_page()
    page.goto(home + address(language, "operations/convolution.md"))
    answer = page.locator("details", has=page.locator(".highlight")).first
    expect(answer.locator(".highlight").first).not_to_be_visible()
    answer.locator("summary").click()
    expect(answer.locator(".highlight").first).to_be_visible()
    page.locator(".md-header label[for=__drawer]").click()
    page.locator(".md-nav__title[for=__nav_4]").click()
    page.locator(".md-nav__link[for=__nav_2]").click()
    page.locator(".md-nav--primary a[href*='basics/chain-rule/']").click()
    page.wait_for_url(home + address(language, "basics/chain-rule.md"))
    other = "en" if language == "zh" else "zh"
    page.locator(".language-switch").click()
    page.wait_for_url(home + address(other, "basics/chain-rule.md"))
    context.close()


def test_what_lacks_without_scripts_is_found(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(home + "en/appendix/glossary/")
    before = text_of(page)
    assert wide(page) == controls(page) == []
    style = """article p { display: none } .md-search { display: block !important }
      .md-typeset__scrollwrap { overflow: visible } .md-typeset__table { width: 900px }"""
    page.evaluate(
        "it => document.head.append(Object.assign(document.createElement('style'), it))",
        {"textContent": style},
    )
    assert text_of(page) != before and wide(page) and "search" in controls(page)[0]
    context.close()
