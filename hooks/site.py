"""What MkDocs needs from us; the logic is in handbook/, tested there."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Literal

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # `mkdocs` does not look for modules where it is called

from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.plugins import get_plugin_logger  # noqa: E402
from mkdocs.structure.files import File, Files  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.utils import write_file  # noqa: E402

from handbook import (  # noqa: E402
    bilingual,
    cards,
    figures,
    formulas,
    mathfont,
    notebooks,
    pages,
    parity,
    plain,
    recordings,
    rules,
    sharing,
    theme,
)
from handbook.files import Problem, line_with, report  # noqa: E402
from handbook.listings import ListingExtension  # noqa: E402
from handbook.mixed import MixedLanguages  # noqa: E402

ASSETS = ROOT / "docs" / "assets"
command: Literal["build", "gh-deploy", "serve"] = "build"

outlines: dict[tuple[str, str], list[parity.Block]] = {}  # by language and page
letters: dict[tuple[str, str], frozenset[str]] = {}  # what its formulas are written with
log = get_plugin_logger("handbook")


def language(config: MkDocsConfig) -> str:
    """`zh` or `en`."""
    return str(config.theme["language"])


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is a build or a serve, for the English build."""
    globals()["command"] = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add our Markdown extensions, which need the language and the repository."""
    listings = ListingExtension(ROOT / "snippets", language(config), config.repo_url or "")
    mixed = MixedLanguages(language(config))
    drawn = figures.FigureExtension(ROOT / "snippets", language(config))
    config.markdown_extensions += [listings, drawn, mixed]  # type: ignore[list-item]
    if not config.repo_url:  # no repository, no "edit this page"
        config.edit_uri = None
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Check the sources of both languages before either is built."""
    if language(config) == "zh":
        outlines.clear()  # while serving, a page may be gone since
        letters.clear()
        pages.forbidden.cache_clear()  # and the glossary another
        tell(pages.check_all() + rules.check() + recordings.check())


def tell(problems: list[Problem]) -> None:
    """Stop a build at the problems found; while serving, only print them."""
    if problems and command == "serve":
        log.warning(report(problems))
    elif problems:
        raise PluginError("\n" + report(problems))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish docs/assets, which both languages share, with each; and the theme's scripts."""
    for path in sorted(ASSETS.rglob("*")):
        if path.is_file() and path.suffix != ".md":
            name = f"assets/{path.relative_to(ASSETS).as_posix()}"
            files.append(File.generated(config, name, abs_src_path=str(path)))
    theirs = {it.src_uri: it for it in files if theme.SCRIPTS.fullmatch(it.src_uri)}
    try:
        ours = theme.published({name: it.content_string for name, it in theirs.items()})
    except theme.ThemeError as error:
        raise PluginError("\n" + report([error.problem])) from None
    for file in theirs.values():
        files.remove(file)
    for name, script in ours.items():
        files.append(File.generated(config, name, content=script))
    return files


def translations(url: str, config: MkDocsConfig) -> list[dict[str, str]]:
    """Where the page at `url` stands in each language."""
    return bilingual.translations(url, str(config.site_url), language(config))


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Note the page's addresses; take a notebook's rendering back from its plugin."""
    page.translations = translations(page.url, config)  # type: ignore[attr-defined]
    if page.file.src_uri.endswith(".ipynb"):
        del page.render
    return page


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """A notebook's cells and outputs, as Markdown."""
    if not page.file.src_uri.endswith(".ipynb"):
        return None
    try:
        return notebooks.to_markdown(Path(str(page.file.abs_src_path)), config.repo_url or "")
    except notebooks.LabError as error:
        raise PluginError("\n" + report([error.problem])) from None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the cheat sheet its rules; keep the page as plain Markdown."""
    markdown = rules.expanded(markdown, language(config), config.nav)
    page.meta["title"] = str(page.meta.get("title", page.title))  # while serving, a page may
    page.meta["description"] = str(page.meta.get("description", ""))  # lack them
    code = language(config)
    try:
        page.plain = plain.page(  # type: ignore[attr-defined]
            markdown,
            sharing.head(page, code),
            config.mdx_configs["pymdownx.snippets"],
            code,
            partial(sharing.address, page=page, files=files),
        )
    except figures.FigureError as error:
        raise PluginError("\n" + report([error.problem])) from None
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the page's outline for its twin; turn formulas into MathML; let tables scroll."""
    outlines[language(config), page.file.src_uri] = parity.outline(html)
    try:
        html = formulas.render(html)
    except formulas.FormulaError as error:
        path = Path(str(page.file.abs_src_path))
        problem = line_with(path, error.tex, str(error), error.mend)
        raise PluginError("\n" + report([problem])) from None
    letters[language(config), page.file.src_uri] = mathfont.characters(html)
    return theme.wrapped(html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> Any:
    """Tell the templates where this page stands in each language, and machines what it is."""
    context["translations"] = page.translations  # type: ignore[attr-defined]
    context["structured"] = sharing.structured(page, config)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Publish the page's plain Markdown beside its HTML."""
    path = Path(config.site_dir, page.file.dest_uri).with_name(sharing.PLAIN)
    write_file(page.plain.encode(), str(path))  # type: ignore[attr-defined]


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Now that all pages are read: their pictures, robots.txt, and what templates share."""
    home = {it["lang"]: it["absolute"] for it in translations("", config)}
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False}  # 汉字 as they are
    env.globals["home"] = home  # for the 404 page, which may be shown at any depth
    if language(config) == "zh":
        robots = sharing.robots(list(home.values()))
        files.append(File.generated(config, "robots.txt", content=robots))
    problems = []
    for page in [it.page for it in files.documentation_pages() if it.page]:
        section = page.parent.title if page.parent else ""
        words = config.site_name, section, page.meta["title"], page.meta["description"]
        name = PurePosixPath("assets/cards", page.file.src_uri).with_suffix(".png")
        page.card = f"{config.site_url}{name}"  # type: ignore[attr-defined]
        try:
            files.append(File.generated(config, str(name), content=cards.card(*words)))
        except cards.CardError as error:
            source = Path(str(page.file.abs_src_path))
            problems.append(line_with(source, error.text, str(error), error.mend))
    tell(problems)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """After the Chinese site, build the English one into its folder en/, and compare them.

    Then both are known, and so is what their font must hold.
    """
    if language(config) == "en":
        return
    english = load_config(
        str(ROOT / "mkdocs.en.yml"),
        site_dir=str(Path(config.site_dir, "en")),
        site_url=str(config.site_url).rstrip("/") + "/en/",
        strict=config.strict,
    )
    english.plugins.on_startup(command=command, dirty=False)
    build(english)
    tell(parity.check(outlines))
    font = mathfont.cut(frozenset().union(*letters.values()))
    for site in (config.site_dir, english.site_dir):
        Path(site, mathfont.NAME).write_bytes(font)
