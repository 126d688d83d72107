"""What several tests share: a runner, the built site, a browser, a copy to put faults into."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from handbook.files import ROOT
from handbook.hosting import hosted
from handbook.runner import Runner

# Addresses as a fork's workflow would set them: under a sub-path, on another host.
ADDRESSES = {
    "SITE_URL": "https://example.org/handbook/",
    "REPO_URL": "https://github.com/example/handbook",
}


def mkdocs_build(root: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """`mkdocs build --strict` of the tree at `root` into `target`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=root,
        env=os.environ | ADDRESSES | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    """Runs snippets; one server for all tests."""
    with Runner() as it:
        yield it


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built once, strictly."""
    target = tmp_path_factory.mktemp("built") / "site"
    done = mkdocs_build(ROOT, target)
    if done.returncode:
        pytest.fail(f"mkdocs build --strict failed\n{done.stdout}{done.stderr}", pytrace=False)
    return target


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of everything the site is built from, to put a fault into."""
    for name in ("docs", "snippets", "handbook", "hooks", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("mkdocs.yml", "mkdocs.en.yml", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MISSING = "no Chromium: `apt install chromium`, or CHROMIUM=/path/to/chrome make test-browser"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; where there is none a failure in CI, a skip elsewhere."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the served site, under a sub-path."""
    with hosted(site) as host:
        yield host.home


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a new reader, whose browser speaks Chinese."""
    with_locale = browser.new_context(locale="zh-CN")
    yield with_locale.new_page()
    with_locale.close()
