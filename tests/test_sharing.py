"""How the built site is found, quoted and shown elsewhere: head, pictures, plain Markdown."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from urllib.robotparser import RobotFileParser

import pytest
import yaml
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from mkdocs.config import load_config
from PIL import Image
from playwright.sync_api import Browser

from handbook import notebooks, rules
from handbook.files import LANGUAGES, ROOT
from handbook.listings import WORDS, fault
from handbook.plain import page as plain
from handbook.snippets import INCLUDE
from tests.conftest import ADDRESSES, mkdocs_build
from tests.test_site import PAGES, SITE_URL, address, attribute, each_page, html, page_html

LOCALES = {"zh": "zh_CN", "en": "en_US"}
OTHER = {"zh": "en", "en": "zh"}
CONFIG = {
    "zh": load_config(str(ROOT / "mkdocs.yml")),
    "en": load_config(str(ROOT / "mkdocs.en.yml")),
}
PLAIN = "index.html.md"


def source(language: str, page: str) -> tuple[dict[str, str], str]:
    """Front matter and Markdown of a page, with the rules on the cheat sheet."""
    path = ROOT / "docs" / language / page
    text = notebooks.to_markdown(path) if path.suffix == ".ipynb" else path.read_text("utf-8")
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), rules.expanded(body, language, CONFIG[language]["nav"])


def nav(language: str) -> list[tuple[str, list[str]]]:
    """The sections of a site and their pages, as its configuration lists them."""
    entries = [next(iter(it.items())) for it in CONFIG[language]["nav"]]
    return [(title, [it] if isinstance(it, str) else it) for title, it in entries]


def published(site: Path, url: str) -> Path:
    """The file that answers at `url`."""
    url, anchor = urldefrag(url)
    assert url.startswith(SITE_URL), url
    path = site / unquote(url.removeprefix(SITE_URL))
    path = path / "index.html" if path.is_dir() else path
    assert path.is_file(), f"nothing at {url}"
    assert not anchor or html(path).find(id=anchor), f"no {anchor} at {url}"
    return path


def changed(text: str, old: str, new: str) -> str:
    """`text` with a fault put in, once."""
    assert old in text, old
    return text.replace(old, new, 1)


# The head.


def meta(here: BeautifulSoup) -> dict[str, str]:
    """Each <meta> by its name and by its property; none may come twice."""
    found: dict[str, str] = {}
    for tag in here.find_all("meta", content=True):
        for key in {str(tag[it]) for it in ("name", "property") if tag.get(it)} - {"theme-color"}:
            assert key not in found, f"{key} twice"
            found[key] = str(tag["content"])
    return found


def check_head(text: str, site: Path, language: str, page: str) -> None:
    """What the HTML of a page says of it, each time the same."""
    here = BeautifulSoup(text, "html.parser")
    head, _ = source(language, page)
    url, said, name = SITE_URL + address(language, page), meta(here), CONFIG[language].site_name
    assert here.title is not None and here.title.get_text() == f"{head['title']} - {name}"
    assert said["description"] == said["og:description"] == head["description"]
    assert said["og:title"] == head["title"] and said["og:site_name"] == name
    assert said["og:url"] == attribute(here.find("link", rel="canonical"), "href") == url
    assert said["og:type"] == ("website" if page == "index.md" else "article")
    assert said["og:locale"] == LOCALES[language]
    assert said["og:locale:alternate"] == LOCALES[OTHER[language]]
    assert said["twitter:card"] == "summary_large_image" and "robots" not in said
    assert head["title"] in said["og:image:alt"] == said["twitter:image:alt"]
    with Image.open(published(site, said["og:image"])) as picture:
        size = int(said["og:image:width"]), int(said["og:image:height"])
        assert (picture.format, picture.size) == ("PNG", size) == ("PNG", (1200, 630))
    markdown = here.find("link", type="text/markdown")
    assert published(site, urljoin(url, attribute(markdown, "href"))).name == PLAIN
    # The theme's script fetches a sitemap for each link without the space.
    assert text.count('rel="alternate "') == 4 and 'rel="alternate"' not in text
    check_structured(here, site, language, page)


def check_structured(here: BeautifulSoup, site: Path, language: str, page: str) -> None:
    """The same once more, as schema.org has it; nothing that the site cannot know."""
    (script,) = here.find_all("script", type="application/ld+json")
    data, said = json.loads(script.get_text()), meta(here)
    name, home = CONFIG[language].site_name, SITE_URL + address(language, "index.md")
    kind = "WebSite" if page == "index.md" else "TechArticle"
    about = {
        "@type": kind,
        "url": said["og:url"],
        "description": said["description"],
        "inLanguage": language,
        "image": said["og:image"],
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "workTranslation": {
            "@type": kind,
            "inLanguage": OTHER[language],
            "url": SITE_URL + address(OTHER[language], page),
        },
    }
    assert data.pop("@context") == "https://schema.org"
    if kind == "WebSite":
        assert data == {**about, "name": name}
        return
    article, breadcrumbs = data["@graph"]
    assert article == {
        **about,
        "headline": said["og:title"],
        "articleSection": next(title for title, pages in nav(language) if page in pages),
        "isPartOf": {"@type": "WebSite", "name": name, "url": home},
    }
    trail = ["index.md", page]
    if page.startswith("operations/") and page != "operations/index.md":  # has a page of its own
        trail.insert(1, "operations/index.md")
    names = [name, *(source(language, it)[0]["title"] for it in trail[1:])]
    assert breadcrumbs == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": SITE_URL + address(language, it),
            }
            for position, (name, it) in enumerate(zip(names, trail, strict=True), start=1)
        ],
    }


@each_page
def test_head(site: Path, language: str, page: str) -> None:
    path = site / address(language, page) / "index.html"
    check_head(path.read_text(encoding="utf-8"), site, language, page)


CONVOLUTION = "en/operations/convolution"
HEAD_FAULTS = {
    "title": ("<title>Convolution", "<title>Convolutions"),
    "og:title": ('og:title" content="Convolution', 'og:title" content="Convolutions'),
    "description": ('og:description" content="', 'og:description" content="More: '),
    "url": (f'og:url" content="{SITE_URL}en/', f'og:url" content="{SITE_URL}'),
    "locale": ('og:locale" content="en_US"', 'og:locale" content="en"'),
    "kind of card": ("summary_large_image", "summary"),
    "no such picture": ("/convolution.png", "/convolutions.png"),
    "picture of the twin": ("en/assets/cards/", "assets/cards/"),
    "size of the picture": ('og:image:height" content="630"', 'og:image:height" content="600"'),
    "hidden": ("<head>", '<head><meta name="robots" content="noindex">'),
    "said twice": ("<head>", '<head><meta name="description" content="Another">'),
    "sitemap fetched": ('rel="alternate " type', 'rel="alternate" type'),
    "no such Markdown": (f'href="{PLAIN}"', 'href="index.md"'),
    "headline": ('"headline": "', '"headline": "The '),
    "language": ('"inLanguage": "en"', '"inLanguage": "en-US"'),
    "date": ('"headline"', '"datePublished": "2026-01-01", "headline"'),
    "section": ('"articleSection": "', '"articleSection": "All '),
    "breadcrumbs": ('"position": 2', '"position": 3'),
    "no JSON": ('"@graph": [', '"@graph": ['[:-1]),
}


@pytest.mark.parametrize("old, new", HEAD_FAULTS.values(), ids=HEAD_FAULTS.keys())
def test_a_fault_in_the_head_is_found(site: Path, old: str, new: str) -> None:
    text = (site / CONVOLUTION / "index.html").read_text(encoding="utf-8")
    with pytest.raises((AssertionError, json.JSONDecodeError)):
        check_head(changed(text, old, new), site, "en", "operations/convolution.md")


def test_each_page_has_a_picture_of_its_own(site: Path) -> None:
    pictures = [it.read_bytes() for it in site.rglob("assets/cards/**/*.png")]
    assert len(pictures) == len(set(pictures)) == len(PAGES)
    assert max(map(len, pictures)) < 36_000
    assert sum(map(len, pictures)) < 30_000 * len(pictures)


def test_no_404_page_is_listed(site: Path) -> None:
    for language, path in (("zh", site / "404.html"), ("en", site / "en/404.html")):
        here, said = html(path), meta(html(path))
        assert said["robots"] == "noindex" and not any(key.startswith("og:") for key in said)
        assert here.find("link", rel="canonical") is None and here.title is not None
        first = here.select_one("h1")
        assert first is not None
        assert here.title.get_text() == f"{first.get_text()} - {CONFIG[language].site_name}"
        assert "404" not in (path.parent / "sitemap.xml").read_text(encoding="utf-8")


def test_robots_are_let_in_and_find_the_sitemaps(site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert all(robots.can_fetch("any", SITE_URL + address(*page)) for page in PAGES)
    sitemaps = robots.site_maps() or []
    assert [published(site, url) for url in sitemaps] == [
        site / "sitemap.xml",
        site / "en/sitemap.xml",
    ]
    assert not (site / "en/robots.txt").exists()  # nobody would look there


@pytest.mark.browser
@pytest.mark.parametrize(
    "crawler, stays", [("Googlebot/2.1", True), ("Baiduspider/2.0", True), ("", False)]
)
def test_a_crawler_is_not_led_away(browser: Browser, home: str, crawler: str, stays: bool) -> None:
    """Search engines run scripts in an English browser; the Chinese home page is theirs too."""
    agent = f"Mozilla/5.0 (compatible; {crawler}) Chrome/150.0 Safari/537.36"
    context = browser.new_context(locale="en-US", user_agent=agent)
    page = context.new_page()
    page.goto(home)
    page.wait_for_load_state("networkidle")
    assert page.url == (home if stays else home + "en/")
    context.close()


# llms.txt.


def check_llms(text: str, site: Path, language: str) -> None:
    """After llmstxt.org: a title, a summary, sections of links in the order of the site."""
    title, _, summary, _, *rest = text.split("\n")
    assert (title, summary) == (
        f"# {CONFIG[language].site_name}",
        f"> {CONFIG[language].site_description}",
    )
    expected: list[tuple[str, ...]] = []
    for section, pages in nav(language):
        expected.append((section,))
        for page in pages:
            head, _ = source(language, page)
            url = SITE_URL + address(language, page) + PLAIN
            expected.append((head["title"], url, head["description"]))
    entries = [re.fullmatch(r"## (.+)|- \[(.+)\]\((.+?)\): (.+)", line) for line in rest]
    found = [tuple(it for it in entry.groups() if it) for entry in entries if entry]
    assert found == expected
    assert all(published(site, entry[1]) for entry in found if len(entry) > 1)
    twin = f"{SITE_URL}{'' if language == 'en' else 'en/'}llms.txt"
    assert twin in text and published(site, twin)


@pytest.mark.parametrize("language", LANGUAGES)
def test_llms(site: Path, language: str) -> None:
    path = site / ("en" if language == "en" else "") / "llms.txt"
    check_llms(path.read_text(encoding="utf-8"), site, language)


LLMS_FAULTS = {
    "title": ("# The Autograd Handbook", "# Handbook"),
    "no summary": ("> ", ""),
    "page left out": ("- [Convolution]", "[Convolution]"),
    "web page": ("convolution/index.html.md", "convolution/"),
    "section": ("## Basics", "## Basic"),
    "description": ("): How PyTorch", "): Why PyTorch"),
    "twin": (f"{SITE_URL}llms.txt", f"{SITE_URL}zh/llms.txt"),
}


@pytest.mark.parametrize("old, new", LLMS_FAULTS.values(), ids=LLMS_FAULTS.keys())
def test_a_fault_in_llms_is_found(site: Path, old: str, new: str) -> None:
    text = (site / "en/llms.txt").read_text(encoding="utf-8")
    with pytest.raises(AssertionError):
        check_llms(changed(text, old, new), site, "en")


# The plain Markdown.

FENCED = re.compile(r"(?ms)^((?:    |> )*)(`{3,})[^`\n]*\n.*?^\1\2$")
CODE = re.compile(r"(`+)(.+?)\1")
TEX = re.compile(r"\$\$.*?\$\$|\$[^$]*\$", re.DOTALL)
LABEL = re.compile(r"(?m)^[ >]*`snippets/(.+?)`(?: – (.+?))?(?:：|:)$")
PICTURE = {"zh": "图：", "en": "Figure: "}
# What common Markdown does not have.
LEFT = re.compile(r"(?m)\{[ :]*[.#]|^\s*(?:!!!|\?\?\?)|-8<-|</?\w|\]\((?!https?://)")


def formulas(text: str) -> Counter[str]:
    """The formulas of a text without fences, whatever they are indented by."""
    text = re.sub(r"(?m)^[ >]+", "", text)
    return Counter("".join(it.split()) for it in TEX.findall(CODE.sub("", text)))


def code_blocks(language: str, page: str) -> list[str]:
    """Code and outputs of a page: its files, or the cells of its notebook."""
    path = ROOT / "docs" / language / page
    if path.suffix == ".ipynb":
        blocks = []
        for cell in notebooks.code_cells(notebooks.load(path)):
            shown = [it.get("text") or it["data"].get("text/plain") for it in cell["outputs"]]
            blocks += [cell["source"], "\n".join(it.rstrip() for it in shown if it)]
        return [block.strip("\n") for block in blocks if block.strip()]
    names = [ROOT / "snippets" / name for name in INCLUDE.findall(path.read_text("utf-8"))]
    marks = re.compile(r"(?m)^.*--8<-- \[.*\n")
    return [marks.sub("", name.read_text("utf-8")).strip("\n") for name in names]


def words(here: BeautifulSoup) -> str:
    """All text of a page, without blanks, code blocks, formulas and what only HTML needs."""
    hidden = "pre, .filename, math, .headerlink, figure, .download, .md-content__button"
    for tag in here.select(hidden):
        tag.decompose()
    return "".join(here.get_text().split())


def check_plain(text: str, site: Path, language: str, page: str) -> None:
    """Whole, right, and without what only this site understands."""
    head, body = source(language, page)
    url = SITE_URL + address(language, page)
    _, front, text = text.split("---\n", 2)
    assert yaml.safe_load(front) == {
        "title": head["title"],
        "description": head["description"],
        "url": url,
        "language": language,
        "translation": SITE_URL + address(OTHER[language], page) + PLAIN,
        "license": "CC BY 4.0 (text), MIT (code)",
    }
    reader = MarkdownIt("commonmark").enable("table")
    fences = [it for it in reader.parse(text) if it.type == "fence" and it.info != "sh"]
    assert {it.info for it in fences} <= {"python", "text"}
    assert [it.content.strip("\n") for it in fences] == code_blocks(language, page)
    named = []
    for name in [it for it in INCLUDE.findall(body) if it.endswith(".py")]:
        kind = fault((ROOT / "snippets" / name).read_text(encoding="utf-8"))
        named.append((name, WORDS[language][kind] if kind else ""))
    assert LABEL.findall(text) == named
    prose = FENCED.sub("", text)
    assert formulas(prose) == formulas(FENCED.sub("", body))
    for link in re.findall(r"\]\((https?://[^)\s]+)", prose):
        assert not link.startswith(SITE_URL) or published(site, link)
    assert not LEFT.findall(CODE.sub("", TEX.sub("", prose)))
    # The words are those of the web page.
    labels = {word + ("：" if language == "zh" else ":") for word in WORDS[language].values()}
    lines = [it for it in LABEL.sub("", prose).split("\n") if it.strip(" >") not in labels]
    lines = [it for it in lines if not it.startswith((PICTURE[language], "[下载", "[Download"))]
    rendered = BeautifulSoup(reader.render(TEX.sub("", "\n".join(lines))), "html.parser")
    main = BeautifulSoup(str(page_html(site, language, page).article), "html.parser")
    # The address is on paper only; the controls of a figure play it.
    for other in main.select(".address, .trace section.panel, .trace .says"):
        other.decompose()
    assert words(rendered) == words(main)


@each_page
def test_plain_markdown(site: Path, language: str, page: str) -> None:
    path = site / address(language, page) / PLAIN
    check_plain(path.read_text(encoding="utf-8"), site, language, page)


PLAIN_FAULTS = {
    "address": ("url: ", "url: x"),
    "code left out": ("print(", "# print("),
    "blank line in code left out": ("import torch\n\n", "import torch\n"),
    "name of the file": ("`snippets/operations/convolution/", "`snippets/operations/"),
    "wrong without saying so": (" – fails on purpose:", ":"),
    "formula": (r"\bar W", r"\bar V"),
    "backslash lost": (r"\bar W", "bar W"),
    "word": ("The smallest example", "The smaller example"),
    "paragraph": ("One channel first", "One channel last"),
    "id of a heading": ("## Forward", "## Forward { #forward }"),
    "box": ("> **Convolution", '!!! vjp "Convolution'),
    "HTML": ("## Forward", "<p>Forward</p>"),
    "link to nothing": ("operations/index.html.md", "operation/index.html.md"),
    "link to no heading": ("#kernel-flip", "#flip"),
    "link as in the source": (f"]({SITE_URL}en/operations/index.html.md", "](index.md"),
}


@pytest.mark.parametrize("old, new", PLAIN_FAULTS.values(), ids=PLAIN_FAULTS.keys())
def test_a_fault_in_plain_markdown_is_found(site: Path, old: str, new: str) -> None:
    text = (site / CONVOLUTION / PLAIN).read_text(encoding="utf-8")
    with pytest.raises(AssertionError):
        check_plain(changed(text, old, new), site, "en", "operations/convolution.md")


ODD = """\
# Title { #title }

The question, with `{ #code }` and $x^{ .5 }$ left alone: [heading](#a), [page](b.md).
{ .question }

1.  An item:

    ```python
    --8<-- "index/thirty_seconds.py"
    ```

    ??? answer "With an \"answer\""

        ```text
        --8<-- "index/thirty_seconds.out"
        ```

        !!! note

            Within, [code `[a](b)`](c.md){ .button }.

    Still the item.

$$
y = \\frac{ #a }{ .5 }
$$

```sh
make   test


make
```

<p class="download"><a href="a.ipynb" download>Download</a></p>

<figure class="plot"><svg aria-label="1 &lt; 2"><g/></svg></figure>
"""
PUT_PLAINLY = """\
---
title: "A \\"title\\""
---

# Title

The question, with `{ #code }` and $x^{ .5 }$ left alone: [heading](<#a>), [page](<b.md>).

1.  An item:

    `snippets/index/thirty_seconds.py`:

    ```python
    CODE
    ```

    > **With an "answer"**
    >
    > Output:
    >
    > ```text
    > tensor(7.)
    > ```
    >
    > > **Note**
    > >
    > > Within, [code `[a](b)`](<c.md>).

    Still the item.

$$
y = \\frac{ #a }{ .5 }
$$

```sh
make   test


make
```

[Download](<a.ipynb>)

Figure: 1 < 2
"""


def test_plain_markdown_of_all_that_a_page_may_hold() -> None:
    settings = {"base_path": [str(ROOT / "snippets")], "check_paths": True}
    found = plain(ODD, {"title": 'A "title"'}, settings, "en", lambda it: f"<{it}>")
    code = (ROOT / "snippets/index/thirty_seconds.py").read_text(encoding="utf-8").strip()
    expected = PUT_PLAINLY.replace("CODE", code.replace("\n", "\n    "))
    assert found == expected


@pytest.mark.parametrize("text", ["```python\nx = 1", "$$\nx", '!!! note "Title"', "$$x$$"])
def test_a_page_in_the_making_has_plain_markdown_too(text: str) -> None:
    assert text.splitlines()[-1].split('"')[-1] in plain(text, {}, {}, "en", str)


# Odd words in the sources.


def test_any_words_without_an_address_of_the_site(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title, description = 'A </script> "rule" & <more>', "Says 'what' & \"how\" <b>it</b> is."
    for language in LANGUAGES:
        path = copy / "docs" / language / "basics/chain-rule.md"
        text = path.read_text(encoding="utf-8")
        text = re.sub("(?m)^title: .*", f"title: '{title}'", text, count=1)
        quoted = json.dumps(f"{description} {language}")
        text = re.sub("(?m)^description: .*", lambda _: f"description: {quoted}", text, count=1)  # noqa: B023
        path.write_text(text, encoding="utf-8")
    monkeypatch.setitem(ADDRESSES, "REPO_URL", "")
    monkeypatch.delitem(ADDRESSES, "SITE_URL")
    monkeypatch.delenv("SITE_URL", raising=False)
    done = mkdocs_build(copy, copy / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    folder, local = copy / "site/en/basics/chain-rule", "http://127.0.0.1:8000/en/"
    here = html(folder / "index.html")
    said, (script,) = meta(here), here.find_all("script", type="application/ld+json")
    (article, _) = json.loads(script.get_text())["@graph"]
    assert said["og:title"] == article["headline"] == title
    assert said["og:description"] == said["description"] == f"{description} en"
    assert here.title is not None and here.title.get_text() == f"{title} - The Autograd Handbook"
    assert said["og:image"] == f"{local}assets/cards/basics/chain-rule.png"
    assert said["og:url"] == article["url"] == f"{local}basics/chain-rule/"
    front = (folder / PLAIN).read_text(encoding="utf-8").split("---\n")[1]
    assert yaml.safe_load(front)["title"] == title
    link = f"- [{title}]({local}basics/chain-rule/{PLAIN}): {description} en"
    assert link in (copy / "site/en/llms.txt").read_text(encoding="utf-8")


def test_a_character_without_a_picture_stops_the_build(copy: Path) -> None:
    path = copy / "docs/zh/basics/chain-rule.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(changed(text, "description: ", "description: 𠀀"), encoding="utf-8")
    done = mkdocs_build(copy, copy / "site")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert re.search(
        r"docs/zh/basics/chain-rule\.md:3: .* font has no 𠀀 \(U\+20000\)\n"
        r" +to mend: choose another word, or add it: `make card-font`",
        done.stderr,
    )
