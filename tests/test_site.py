"""The built site, both languages: what stands in the HTML is what stands in the files."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag
from fontTools.ttLib import TTFont

from handbook import built, mathfont
from handbook.files import LANGUAGES, ROOT, pages, report
from tests.conftest import ADDRESSES, mkdocs_build

SITE_URL = ADDRESSES["SITE_URL"]
PAGES = [
    (language, path.relative_to(ROOT / "docs" / language).as_posix())
    for language in LANGUAGES
    for path in pages(language)
]
each_page = pytest.mark.parametrize("language, page", PAGES, ids=["/".join(it) for it in PAGES])


def address(language: str, page: str) -> str:
    """The address of a page below the site's, such as `en/basics/chain-rule/`."""
    name = re.sub(r"(index)?\.(md|ipynb)$", "", page)
    prefix = "en/" if language == "en" else ""
    return prefix + (name if name.endswith("/") or not name else f"{name}/")


@cache
def html(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def page_html(site: Path, language: str, page: str) -> BeautifulSoup:
    return html(site / address(language, page) / "index.html")


def attribute(tag: Tag | None, name: str) -> str:
    assert tag is not None
    return str(tag[name])


@each_page
def test_code_and_output_are_the_files(site: Path, language: str, page: str) -> None:
    """As many blocks as in the source, in their order, letter for letter."""
    path = ROOT / "docs" / language / page
    built_page = site / address(language, page) / "index.html"
    problems = built.check(path, built_page.read_text(encoding="utf-8"))
    assert not problems, report(problems)


def test_names_of_snippets_lead_to_their_files(site: Path) -> None:
    page = page_html(site, "en", "index.md")
    link = attribute(page.select_one(".filename a"), "href")
    assert link == ADDRESSES["REPO_URL"] + "/blob/main/snippets/index/thirty_seconds.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_labs_open_in_colab(site: Path, language: str) -> None:
    labs = sorted(ROOT.glob(f"docs/{language}/labs/*.ipynb"))
    assert len(labs) == 6
    for lab in labs:
        page = page_html(site, language, f"labs/{lab.name}")
        links = [attribute(it, "href") for it in page.select(".download a")]
        repository = ADDRESSES["REPO_URL"].removeprefix("https://github.com/")
        file = lab.relative_to(ROOT).as_posix()
        colab = f"https://colab.research.google.com/github/{repository}/blob/main/{file}"
        assert links == [lab.name, colab]


@each_page
def test_head(site: Path, language: str, page: str) -> None:
    here = page_html(site, language, page)
    assert attribute(here.find("html"), "lang") == language
    url = SITE_URL + address(language, page)
    assert attribute(here.find("link", rel="canonical"), "href") == url
    pairs = {
        str(link["hreflang"]): str(link["href"])
        for link in here.find_all("link", hreflang=True)
        if "alternate" in link.get_attribute_list("rel")
    }
    chinese, english = (SITE_URL + address(it, page) for it in LANGUAGES)
    assert pairs == {"zh": chinese, "en": english, "x-default": chinese}
    switch = here.select_one("a.language-switch")
    other = {"zh": english, "en": chinese}[language]
    assert urljoin(url, attribute(switch, "href")) == other
    assert here.select_one("main h1") is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_and_descriptions_differ(site: Path, language: str) -> None:
    heads = [page_html(site, language, page) for it, page in PAGES if it == language]
    titles = [head.title.get_text() for head in heads if head.title]
    texts = [
        attribute(head.find("meta", attrs={"name": "description"}), "content") for head in heads
    ]
    assert len(set(titles)) == len(set(texts)) == len(heads)
    chinese = [bool(re.search(r"[\u4e00-\u9fff]", text)) for text in texts]
    assert all(chinese) if language == "zh" else not any(chinese)


def test_links_and_anchors_lead_somewhere(site: Path) -> None:
    broken = []
    for file in sorted(site.rglob("*.html")):
        base = SITE_URL + file.relative_to(site).as_posix().removesuffix("index.html")
        for tag in html(file).select("[href], [src]"):
            url, anchor = urldefrag(urljoin(base, str(tag.get("href") or tag.get("src"))))
            if not url.startswith(SITE_URL):
                continue
            target = site / unquote(url.removeprefix(SITE_URL))
            target = target / "index.html" if target.is_dir() else target
            found = target.is_file() and (
                not anchor or target.suffix != ".html" or html(target).find(id=unquote(anchor))
            )
            if not found:
                broken.append(f"{file.relative_to(site)}: {tag.get('href') or tag.get('src')}")
    assert not broken, "\n".join(broken)


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loaded = []
    for file in site.rglob("*.html"):
        for tag in html(file).select("script[src], link[href], img[src], iframe, source, video"):
            if tag.name == "link" and not {"stylesheet", "icon", "preload"} & set(
                tag.get_attribute_list("rel")
            ):
                continue
            loaded.append(str(tag.get("src") or tag.get("href")))
    for file in site.rglob("*.css"):
        loaded += re.findall(r"(?:url\(|@import )[\"']?([^\"')]+)", file.read_text("utf-8"))
    hosts = {urlsplit(it).netloc for it in loaded if not it.startswith("data:")}
    assert hosts <= {"", urlsplit(SITE_URL).netloc}
    assert loaded


@each_page
def test_works_under_any_path(site: Path, language: str, page: str) -> None:
    for tag in page_html(site, language, page).select("[href], [src]"):
        assert not str(tag.get("href") or tag.get("src")).startswith("/"), tag


@each_page
def test_formulas_are_mathml(site: Path, language: str, page: str) -> None:
    here = page_html(site, language, page)
    assert not here.select(".arithmatex")
    main = BeautifulSoup(str(here.find("main")), "html.parser")
    for code in main.select("pre, code, math"):
        code.decompose()
    left = re.findall(r"\\\(|\\\[|\\frac|\$[^$\n]+\$", main.get_text())
    assert left == []


def test_the_font_has_every_character_of_the_formulas(site: Path) -> None:
    used = {
        character
        for language, page in PAGES
        for formula in page_html(site, language, page).find_all("math")
        for character in formula.get_text()
        if not character.isspace() and not "\u3400" <= character <= "\u9fff"
    }
    for folder in (site, site / "en"):
        with TTFont(folder / mathfont.NAME) as font:
            assert used <= set(map(chr, font.getBestCmap()))
    assert len(used) > 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_index(site: Path, language: str) -> None:
    folder = site / ("en" if language == "en" else "") / "search"
    index = json.loads((folder / "search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    expected = {address("zh", page) for it, page in PAGES if it == language}
    assert found == expected
    if language == "zh":
        # The segmenter puts a zero-width space between words; without it the search finds
        # no word inside a sentence, and nothing else would say so.
        words = {w for e in index["docs"] for w in re.split(r"[\u200b\W]+", e["text"] + e["title"])}
        assert {"梯度", "叶子", "卷积", "张量"} <= words


def test_sitemap(site: Path) -> None:
    for folder, language in ((site, "zh"), (site / "en", "en")):
        root = ElementTree.parse(folder / "sitemap.xml").getroot()
        found = {
            str(loc.text) for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
        }
        assert found == {SITE_URL + address(it, page) for it, page in PAGES if it == language}
        links = list(root.iter("{http://www.w3.org/1999/xhtml}link"))
        assert len(links) == 2 * len(found)
        assert all(str(link.get("href")).startswith(SITE_URL) for link in links)


def test_404_speaks_both_languages(site: Path) -> None:
    for name, first in (("404.html", "zh"), ("en/404.html", "en")):
        here = html(site / name)
        sections = here.select("main section[lang]")
        assert sections[0]["lang"] == first
        homes = {attribute(section.find("a"), "href") for section in sections}
        assert homes == {SITE_URL, SITE_URL + "en/"}


def test_only_the_home_page_may_redirect(site: Path) -> None:
    redirecting = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if "location.replace" in file.read_text(encoding="utf-8")
    }
    assert redirecting == {"index.html"}


def test_without_an_address_nothing_links_to_a_repository(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ADDRESSES, "REPO_URL", "")
    target = copy / "site"
    done = mkdocs_build(copy, target)
    assert done.returncode == 0, done.stdout + done.stderr
    text = (target / "index.html").read_text(encoding="utf-8")
    assert "blob/main/snippets" not in text and "md-source" not in text
    assert "thirty_seconds.py" in text


# Faults that must stop the build, with file, line and the way to mend them.

ZH = "docs/zh/basics/chain-rule.md"
EN = "docs/en/basics/chain-rule.md"
INTO = re.compile(r"(?m)^(?=## )")  # before the first section: a new paragraph there
FAULTS = {
    "missing file": (ZH, '```python\n--8<-- "a/b.py"\n```\n\n', "snippets/a/b.py, which does not"),
    "missing section": (
        EN,
        '```python\n--8<-- "basics/chain-rule/six_numbers.py:none"\n```\n\n',
        "has no section none",
    ),
    "formula": (EN, "Let $\\frac{a$ be.\n\n", "does not parse"),
    "unknown command": (ZH, "$$\n\\nosuchcommand x\n$$\n\n", "does not parse"),
    "character without a glyph": (EN, "Let $x \\heartsuit y$ be.\n\n", "not have: ♡ (U+2661)"),
    "paragraph in one language": (ZH, "只有中文。\n\n", "here, "),
    "heading in one language": (EN, "## More { #more }\n\n", "the heading #more is not in zh"),
    "broken link": (ZH, "[没有](nowhere.md)\n\n", "a link to nowhere.md, which is no file"),
    "broken anchor": (EN, "[no](#nowhere)\n\n", "which is no heading"),
    "forbidden term": (ZH, "反卷积\n\n", "the term 反卷积"),
}


@pytest.mark.parametrize("file, text, message", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_stops_the_build(file: str, text: str, message: str, copy: Path) -> None:
    page = copy / file
    source = page.read_text(encoding="utf-8")
    page.write_text(INTO.sub(lambda _: text, source, count=1), encoding="utf-8")
    line = source[: INTO.search(source).start()].count("\n") + 1  # type: ignore[union-attr]
    done = mkdocs_build(copy, copy / "site")
    assert done.returncode != 0
    told = re.search(rf"{file}:(\d+): (.*)\n\s+to mend: .+", done.stderr)
    assert told and message in done.stderr, done.stderr
    assert int(told[1]) - line in range(3) and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "fence, message",
    [
        ("```curve", "a curve needs a slider"),
        ("```stepper x=-5:5:0.25", "the calls of this run go through different graphs"),
    ],
)
def test_a_figure_that_cannot_be_drawn_stops_the_build(
    fence: str, message: str, copy: Path
) -> None:
    for language in LANGUAGES:
        page = copy / f"docs/{language}/operations/activations.md"
        text = page.read_text(encoding="utf-8")
        assert "```curve x=-5:5:0.25\n" in text
        page.write_text(text.replace("```curve x=-5:5:0.25\n", f"{fence}\n"), encoding="utf-8")
    done = mkdocs_build(copy, copy / "site")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert f"snippets/operations/activations/slopes.json:1: {message}" in done.stderr
    assert "to mend: correct the fence" in done.stderr


def test_a_page_in_one_language_stops_the_build(copy: Path) -> None:
    (copy / EN).unlink()
    done = mkdocs_build(copy, copy / "site")
    assert done.returncode != 0
    assert f"{ZH}:1: has no en twin\n    to mend: write {EN}" in done.stderr
