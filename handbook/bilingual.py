"""Which address a page has in the other language."""

from __future__ import annotations

from mkdocs.utils import get_relative_url

from handbook.files import LANGUAGES

PREFIX = {"zh": "", "en": "en/"}
NAMES = {"zh": "中文", "en": "English"}


def root_url(site_url: str, language: str) -> str:
    """The address of the whole site, both languages, given that of one language's site."""
    root = site_url.rstrip("/") + "/"
    return root.removesuffix(PREFIX[language]) if PREFIX[language] else root


def translations(url: str, site_url: str, language: str) -> list[dict[str, str]]:
    """How the page at `url` of the site in `language` is reached in each language.

    Returns:
        For each language: `lang`, its own `name`, `href` relative to this very page, and
        the `absolute` address.
    """
    here = PREFIX[language] + url
    root = root_url(site_url, language)
    return [
        {
            "lang": other,
            "name": NAMES[other],
            "href": get_relative_url(PREFIX[other] + url, here),
            "absolute": root + PREFIX[other] + url,
        }
        for other in LANGUAGES
    ]
