"""What may build the site one day instead of MkDocs: `make properdocs`, `make zensical`.

ProperDocs must make the same site, but for the tag that names the builder. Of Zensical it
is only told how far it gets.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bs4 import BeautifulSoup

from handbook.files import ROOT
from handbook.seen import blocks, head, inline, target
from handbook.sitediff import SiteError, build, compare, cut, read, run, url

TOOLS = ROOT / ".cache"  # where the Makefile installs each, apart from .venv
GENERATOR = '<meta name="generator"[^>]*>'
FACETS = ("head", "headings", "text", "code", "formulas", "links")


def properdocs(root: Path = ROOT) -> list[str]:
    """How the site that ProperDocs makes of `root` differs from MkDocs' own: parts of a report.

    Raises:
        SiteError: one of the two does not build it, or warns.
    """
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor() as pool:
        old, new = Path(name).resolve() / "mkdocs", Path(name).resolve() / "properdocs"
        options = ("build", "--strict", "-f", "mkdocs.yml", "-d")
        was = pool.submit(build, "with MkDocs the site", root, "mkdocs", *options, str(old))
        command, path = ("properdocs", *options, str(new)), str(TOOLS / "properdocs")
        build("with ProperDocs the site", root, *command, path=path)
        was.result()
        return compare(old, new, ignore=GENERATOR)


def zensical(root: Path = ROOT) -> str:
    """How far Zensical makes the same site of `root`: a report in Markdown.

    Raises:
        SiteError: MkDocs does not build it, or Zensical makes no page.
    """
    with tempfile.TemporaryDirectory() as name:
        tree, site = Path(name).resolve() / "tree", Path(name).resolve() / "site"
        # Zensical writes into the tree that it builds.
        shutil.copytree(root, tree, ignore=shutil.ignore_patterns(".*", "site", "__pycache__"))
        build("with MkDocs the site", tree, "mkdocs", "build", "--site-dir", str(site))
        pin = re.search("zensical==.*", (root / "requirements-zensical.txt").read_text("utf-8"))
        lines = [f"## The site as Zensical makes it ({pin[0] if pin else 'not pinned'})\n"]
        for config in ("mkdocs.yml", "mkdocs.en.yml"):
            error = run(tree, "zensical", "build", "-f", config, path=str(TOOLS / "zensical"))
            lines.append(f"- {config}: {error.splitlines()[-1] if error else 'builds'}")
        if not (tree / "site").exists():
            raise SiteError(f"Zensical makes no site:\n{error}")
        return "\n".join([*lines, *summary(site, tree / "site")])


def summary(old: Path, new: Path) -> list[str]:
    """How much of the built site at `old` is in the one at `new`.

    Returns:
        Lines of Markdown: what is missing; for each page how many of its lines, links … are
        there too; for each kind, what is most often missing and what has come instead.
    """
    (pages, files), (new_pages, new_files) = read(old), read(new)
    missing = [url(name) for name in pages if name not in new_pages]
    others = Counter(Path(name).suffix for name in files if name not in new_files)
    kinds = [f"{count} {suffix}" for suffix, count in others.most_common()]
    lines = [
        f"- pages: {len(pages) - len(missing)} of {len(pages)}",
        *([f"- missing pages: {', '.join(missing)}"] if missing else []),
        f"- other files: {len(files) - others.total()} of {len(files)}",
        *([f"- missing files: {', '.join(kinds)}"] if kinds else []),
    ]
    lines += ["", f"| page | {' | '.join(FACETS)} |", "|---" * (len(FACETS) + 1) + "|"]
    gone: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    come: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for name in sorted(pages.keys() & new_pages):
        was, now = facets(pages[name], name), facets(new_pages[name], name)
        cells = []
        for facet in FACETS:
            gone[facet] += was[facet] - now[facet]
            come[facet] += now[facet] - was[facet]
            same, all_ = (was[facet] & now[facet]).total(), was[facet].total()
            cells.append("all" if same == all_ else f"{same} of {all_}")
        lines.append(f"| {url(name)} | {' | '.join(cells)} |")
    lines += ["", "What is missing most often, and what has come most often instead:", ""]
    for sign, found in (("−", gone), ("+", come)):
        top = ((facet, items.most_common(1)[0]) for facet, items in found.items() if items)
        lines += [f"- {sign} {count} × {facet}: `` {text[:90]} ``" for facet, (text, count) in top]
    return lines


def facets(page: str, address: str) -> dict[str, Counter[str]]:
    """What the page at `address` holds, whatever its order: for each of FACETS what, how often."""
    soup = BeautifulSoup(page, "html.parser")
    article = soup.find("article") or soup
    found: dict[str, list[str]] = {name: [] for name in FACETS}
    for kind, text in head(soup, address):
        if kind not in {"generator", "stylesheet", "script", "style"}:
            found["head"].append(f"{kind}: {text}")
    found["links"] = [target(tag, "href", address) for tag in article.select("a[href]")]
    for math in article.select("math, .arithmatex"):  # the latter is what hooks turn into math
        found["formulas"] += [inline(math, address)] if math.name == "math" else []
        math.decompose()
    for kind, text in blocks(article, address):
        name = kind.strip()
        if name in {"code", "output"}:
            found["code"].append(text)
        else:
            found["headings" if re.match(r"h\d", name) else "text"].append(f"{name}: {text}")
    return {name: Counter(items) for name, items in found.items()}


def main(root: Path = ROOT) -> int:
    """Compare what the tool named on the command line makes with what MkDocs makes."""
    try:
        if sys.argv[1:] == ["zensical"]:
            print(zensical(root))
            return 0
        parts = properdocs(root)
    except SiteError as error:
        print(error, file=sys.stderr)
        return 2
    if parts:
        print(cut(["## ProperDocs makes another site than MkDocs", *parts]), file=sys.stderr)
        return 1
    print("ProperDocs makes the same site as MkDocs, but for the name of the builder.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
