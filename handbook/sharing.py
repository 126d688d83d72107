"""What a page tells the machines that find, quote and show it."""

from __future__ import annotations

import posixpath
from typing import Any
from urllib.parse import urldefrag, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

# Beside index.html: what llmstxt.org asks for where an address ends in a slash.
PLAIN = "index.html.md"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def head(page: Page, language: str) -> dict[str, str]:
    """The front matter of the page's plain Markdown."""
    return {
        "title": page.meta["title"],
        "description": page.meta["description"],
        "url": str(page.canonical_url),
        "language": language,
        "translation": twin(page, language)["absolute"] + PLAIN,
        "license": "CC BY 4.0 (text), MIT (code)",
    }


def twin(page: Page, language: str) -> dict[str, str]:
    """Where the page stands in the other language."""
    there: list[dict[str, str]] = page.translations  # type: ignore[attr-defined]
    return next(it for it in there if it["lang"] != language)


def address(target: str, page: Page, files: Files) -> str:
    """What the link `target` in the source of `page` is in its plain Markdown.

    Another page is its own plain Markdown; a heading is on the web page, for plain Markdown
    has no ids. Whatever else is published, such as a notebook beside its page, is itself.
    """
    here = str(page.canonical_url)
    path, anchor = urldefrag(target)
    source = posixpath.normpath(posixpath.join(posixpath.dirname(page.file.src_uri), path))
    file = files.get_file_from_path(source) if path else page.file
    if file is None or (path and file is page.file):
        return urljoin(here, target)
    url = urljoin(here, file.url_relative_to(page.file))
    if anchor:
        return f"{url}#{anchor}"
    return url + PLAIN if file.is_documentation_page() else url


def robots(sites: list[str]) -> str:
    """robots.txt: everything may be read, and here is the sitemap of each of `sites`."""
    lines = ["User-agent: *", "Allow: /", "", *(f"Sitemap: {site}sitemap.xml" for site in sites)]
    return "\n".join(lines) + "\n"


def structured(page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """The page in the words of schema.org, for JSON-LD.

    No author and no date: the site knows none. Neither twin was translated from the other,
    but schema.org has no other word for that.
    """
    language = str(config.theme["language"])
    site = {"@type": "WebSite", "name": config.site_name, "url": config.site_url}
    about = {
        "description": page.meta["description"],
        "inLanguage": language,
        "image": page.card,  # type: ignore[attr-defined]
        "license": LICENSE,
    }
    other = twin(page, language)
    translation = {"inLanguage": other["lang"], "url": other["absolute"]}
    if page.is_homepage:
        about["workTranslation"] = {"@type": "WebSite", **translation}
        return {"@context": "https://schema.org", **site, **about}
    article = {
        "@type": "TechArticle",
        "headline": page.meta["title"],
        "url": page.canonical_url,
        **about,
        "workTranslation": {"@type": "TechArticle", **translation},
        "isPartOf": site,
    }
    if page.parent:
        article["articleSection"] = page.parent.title
    sections = [it for it in page.ancestors if isinstance(it, Section)]
    above = [it for section in sections[::-1] for it in section.children if isinstance(it, Page)]
    trail = [it for it in above if it.is_index and it is not page]
    crumbs = [(config.site_name, config.site_url)]
    crumbs += [(it.meta["title"], it.canonical_url) for it in [*trail, page]]
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": url}
        for position, (name, url) in enumerate(crumbs, start=1)
    ]
    breadcrumbs = {"@type": "BreadcrumbList", "itemListElement": items}
    return {"@context": "https://schema.org", "@graph": [article, breadcrumbs]}
