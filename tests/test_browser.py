"""The site as a reader meets it, in Chromium, served from a sub-path as GitHub Pages does."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    expect,
    sync_playwright,
)

from handbook.files import LANGUAGES
from tests.test_site import PAGES, address

pytestmark = pytest.mark.browser

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MISSING = "no Chromium: `apt install chromium`, or CHROMIUM=/path/to/chrome make test-browser"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; where there is none a failure in CI, a skip elsewhere."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the served site, under a sub-path."""
    link = site.parent / "handbook"
    link.symlink_to(site, target_is_directory=True)
    handler = functools.partial(Quiet, directory=str(site.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/handbook/"
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a new reader, whose browser speaks Chinese."""
    with_locale = browser.new_context(locale="zh-CN")
    yield with_locale.new_page()
    with_locale.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page(browser: Browser, home: str, language: str, width: int, scheme: str) -> None:
    """No error, no request elsewhere, no sideways scroll, nothing axe would mend."""
    context: BrowserContext = browser.new_context(
        locale={"zh": "zh-CN", "en": "en-US"}[language],
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page, faults = context.new_page(), []
    page.on(
        "console", lambda it: faults.append(f"console: {it.text}") if it.type != "log" else None
    )
    page.on("pageerror", lambda it: faults.append(f"error: {it}"))
    page.on("requestfailed", lambda it: faults.append(f"failed: {it.url}"))
    page.on(
        "request",
        lambda it: None if it.url.startswith((home, "data:")) else faults.append(f"asks {it.url}"),
    )
    urls = {name: home + address(language, name) for it, name in PAGES if it == language}
    urls["404"] = home + ("en/" if language == "en" else "") + "404.html"
    for name, url in urls.items():
        page.goto(url, wait_until="networkidle")
        for size in {width, 320 if width == 360 else width}:
            page.set_viewport_size({"width": size, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > size:
                faults.append(f"{name}: {wide} px wide on a screen of {size}")
        boxes = page.locator("main math >> visible=true").evaluate_all(
            "all => all.map(m => m.getBoundingClientRect()).map(b => [b.width, b.height])"
        )
        faults += [f"{name}: a formula of {w}×{h} px" for w, h in boxes if w < 3 or h < 6]
        for rule in Axe().run(page).response["violations"]:
            where = [node["target"] for node in rule["nodes"]][:3]
            faults.append(f"{name}: axe {rule['id']} {where}")
    context.close()
    assert not faults, "\n".join(faults)


def test_slash_opens_the_search(page: Page, home: str) -> None:
    page.goto(home, wait_until="networkidle")
    page.keyboard.press("/")
    expect(page.locator(".md-search__input")).to_be_focused()


def test_first_visit_leads_to_the_language_of_the_browser(browser: Browser, home: str) -> None:
    for locale, lands in (("en-US", "en/"), ("zh-CN", ""), ("zh-TW", ""), ("fr-FR", "en/")):
        context = browser.new_context(locale=locale)
        page = context.new_page()
        page.goto(home)
        page.wait_for_url(home + lands)
        context.close()


def test_a_choice_is_kept_and_deep_links_stay(browser: Browser, home: str) -> None:
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    page.goto(home + "basics/chain-rule/")
    assert page.url == home + "basics/chain-rule/"
    page.goto(home + "en/")
    page.click(".language-switch")
    page.wait_for_url(re.compile(re.escape(home) + r"(#.*)?$"))
    page.goto("about:blank")
    page.goto(home)
    assert page.url == home
    context.close()


def test_within_the_site_home_is_home(browser: Browser, home: str) -> None:
    context = browser.new_context(locale="en-US")
    page = context.new_page()
    page.goto(home + "basics/chain-rule/")
    page.locator("a.md-logo >> visible=true").first.click()
    page.wait_for_load_state()
    assert page.url == home or page.url == home + "index.html"
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


SEARCHES = [
    ("zh", "梯度"),
    ("zh", "叶子"),
    ("zh", "卷积核"),
    ("zh", "累加"),
    ("zh", "retain_grad"),
    ("zh", "second time"),
    ("en", "leaf"),
    ("en", "kernel"),
    ("en", "next_functions"),
]


def results(page: Page, words: str) -> Locator:
    """The links that the search finds for `words`, typed by hand on an open page."""
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(words, delay=50)
    page.keyboard.press("End")  # the theme listens to keys, and 汉字 are put in without one
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_visible(timeout=15_000)
    page.wait_for_timeout(500)  # results of the first letters come before those of the word
    return links


@pytest.mark.parametrize("language, words", SEARCHES)
def test_search_finds(page: Page, home: str, language: str, words: str) -> None:
    page.goto(home + address(language, "index.md"), wait_until="networkidle")
    links = results(page, words)
    for link in links.all():
        assert str(link.evaluate("it => it.href")).startswith(home + address(language, "index.md"))
    links.first.click()
    page.wait_for_load_state("networkidle")  # closing while it loads can hang
    expect(page.locator("main")).to_contain_text(words)


def test_search_keeps_to_its_language(page: Page, home: str) -> None:
    page.goto(home + "en/", wait_until="networkidle")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("卷积核", delay=50)
    page.keyboard.press("End")
    page.wait_for_timeout(2000)
    for link in page.locator(".md-search-result__link").all():
        assert "/en/" in str(link.evaluate("it => it.href"))


def test_without_scripts_everything_is_there(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(home + "operations/convolution/")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("main math").count() > 20
    page.locator(".language-switch").click()
    page.wait_for_url(home + "en/operations/convolution/")
    context.close()
