"""What several tests share: a runner, the built site, a copy to put faults into."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.files import ROOT
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
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path
