"""`make site-diff`, `make properdocs`, `make zensical`: every kind of change is told, once."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook import successors
from handbook.files import ROOT
from handbook.sitediff import SiteError, compare, cut, run, since
from handbook.successors import GENERATOR, properdocs, summary, zensical

PAGE = """\
<!doctype html>
<html lang="en"><head>
<meta name="generator" content="mkdocs-1.6.1">
<meta name="description" content="About paths.">
<meta property="og:title" content="Paths">
<link rel="canonical" href="https://example.org/paths/">
<link rel="alternate " hreflang="zh" href="https://example.org/paths/">
<link rel="stylesheet" href="../style.css">
<title>Paths - Handbook</title>
</head><body>
<header><nav class="md-nav"><ul><li class="md-nav__item"><a href="../">Start</a></li></ul></nav>
<nav class="md-nav md-nav--secondary"><a href="#two">Two paths</a></nav></header>
<main><article>
<h1 id="paths">Paths<a class="headerlink" href="#paths">&para;</a></h1>
<p>Gradients add up. Take <strong>two</strong> paths, see <a href="../rule/#sum">the rule</a>.</p>
<ul><li>First item</li><li>Second item</li></ul>
<h2 id="two">Two paths</h2>
<table><tr><th>Path</th><th>Gradient</th></tr><tr><td>left</td><td><code>3</code></td></tr></table>
<div class="highlight"><pre><span></span><code>x = 1
print(x)
</code></pre></div>
<div class="output highlight"><span class="filename">Output</span><pre><code>1
</code></pre></div>
<div class="formula"><math><mfrac><mi>d</mi><mrow><mi>d</mi><mi>x</mi></mrow></mfrac>\
<msup><mi>x</mi><mn>2</mn></msup></math></div>
<div class="admonition rule"><p class="admonition-title">Rule</p><p>Sum over paths.</p></div>
<p>After the box.</p>
<details class="answer"><summary>Answer</summary><p>Seven.</p></details>
<p><img src="../graph.png" alt="A graph"></p>
<figure><svg viewBox="0 0 1 1"><path d="M0 0"/></svg></figure>
</article></main>
<footer><p>CC BY</p></footer>
</body></html>
"""

# What is put in for what, and the lines that then go and come, in the order of reading.
CHANGES = {
    "title": ("Paths - H", "Ways - H", ["-title: Paths - Handbook", "+title: Ways - Handbook"]),
    "description": ("About p", "On p", ["-description: About paths.", "+description: On paths."]),
    "og": ('t="Paths"', 't="Ways"', ["-og:title: Paths", "+og:title: Ways"]),
    "canonical": (
        'l" href="https://example.org/paths/',
        'l" href="https://example.org/',
        ["-canonical: https://example.org/paths/", "+canonical: https://example.org/"],
    ),
    "hreflang": (
        'hreflang="zh"',
        'hreflang="fr"',
        [
            "-alternate zh: https://example.org/paths/",
            "+alternate fr: https://example.org/paths/",
        ],
    ),
    "language": ('lang="en"><head', 'lang="zh"><head', ["-lang: en", "+lang: zh"]),
    "style": ("style.css", "print.css", ["-stylesheet: /style.css", "+stylesheet: /print.css"]),
    "heading": (">Two paths</h2>", ">2 paths</h2>", ["-h2 #two: Two paths", "+h2 #two: 2 paths"]),
    "heading id": ('id="two"', 'id="2"', ["-h2 #two: Two paths", "+h2 #2: Two paths"]),
    "heading level": (
        '<h2 id="two">Two paths</h2>',
        '<h3 id="two">Two paths</h3>',
        ["-h2 #two: Two paths", "+h3 #two: Two paths"],
    ),
    "sentence": ("add up.", "multiply.", ["-p: Gradients add up.", "+p: Gradients multiply."]),
    "paragraph added": ("<ul><li>F", "<p>And?</p><ul><li>F", ["+p: And?"]),
    "paragraph split": (
        "up. Take",
        "up.</p><p>Take",
        [
            "-…: Take **two** paths, see [the rule](/rule/#sum).",
            "+p: Take **two** paths, see [the rule](/rule/#sum).",
        ],
    ),
    "link": (
        "#sum",
        "#product",
        [
            "-…: Take **two** paths, see [the rule](/rule/#sum).",
            "+…: Take **two** paths, see [the rule](/rule/#product).",
        ],
    ),
    "emphasis": (
        "<strong>two</strong>",
        "two",
        [
            "-…: Take **two** paths, see [the rule](/rule/#sum).",
            "+…: Take two paths, see [the rule](/rule/#sum).",
        ],
    ),
    "item": ("Second item", "Last item", ["-li: Second item", "+li: Last item"]),
    "item gone": ("<li>First item</li>", "", ["-li: First item"]),
    "cell": ("<td>left", "<td>right", ["-tr: left | `3`", "+tr: right | `3`"]),
    "code": ("print(x)", "print(-x)", ["-code: print(x)", "+code: print(-x)"]),
    "output": ("<code>1\n", "<code>2\n", ["-output: 1", "+output: 2"]),
    "code that fails": (
        'div class="highlight"><pre>',
        'div class="fails highlight"><span class="filename">x.py</span><pre>',
        ["+div.fails.highlight: x.py"],
    ),
    "formula": (
        "<mn>2</mn></msup>",
        "<mn>3</mn></msup>",
        [r"-div.formula: $\frac{d}{dx}x^{2}$", r"+div.formula: $\frac{d}{dx}x^{3}$"],
    ),
    "box": (
        "admonition rule",
        "admonition note",
        ["-div.admonition.rule:", "+div.admonition.note:"],
    ),
    "into the box": (
        "</div>\n<p>After the box.</p>",
        "<p>After the box.</p></div>",
        ["-p: After the box.", "+  p: After the box."],
    ),
    "answer": (
        "details",
        "section",
        [
            *("-details.answer:", "-  summary: Answer", "-  p: Seven."),
            *("+summary: Answer", "+p: Seven."),
        ],
    ),
    "image": ("graph.png", "g.png", ["-p: ![A graph](/graph.png)", "+p: ![A graph](/g.png)"]),
    "text of an image": (
        "A graph",
        "A tree",
        ["-p: ![A graph](/graph.png)", "+p: ![A tree](/graph.png)"],
    ),
    "drawing": ("M0 0", "M1 1", ["-figure: [svg ~]", "+figure: [svg ~]"]),
    "footer": ("CC BY", "CC0", ["-  p: CC BY", "+  p: CC0"]),
}
# What no reader sees is told too, letter for letter.
MARKUP = {
    "class": ("<article>", '<article class="a">'),
    "white space": ("Gradients add", "Gradients  add"),
    "contents": ('"#two">Two', '"#two">2'),
}

Trees = Callable[[dict[str, str], dict[str, str]], tuple[Path, Path]]


@pytest.fixture
def trees(tmp_path: Path) -> Trees:
    """Writes two built sites, given as names and texts of their files."""

    def write(*sites: dict[str, str]) -> tuple[Path, Path]:
        for path in tmp_path.iterdir():
            shutil.rmtree(path)
        for name, site in zip(("old", "new"), sites, strict=True):
            for file, text in site.items():
                path = tmp_path / name / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
        return tmp_path / "old", tmp_path / "new"

    return write


def told(part: str) -> list[str]:
    """What a part of a report says went and came."""
    lines = [line for line in part.splitlines() if line[:1] in ("-", "+")]
    return [re.sub("svg [0-9a-f]{8}", "svg ~", line) for line in lines]


@pytest.mark.parametrize("old, new, lines", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_told(trees: Trees, old: str, new: str, lines: list[str]) -> None:
    assert old in PAGE
    changed = PAGE.replace(old, new)
    overview, part = compare(*trees({"paths/index.html": PAGE}, {"paths/index.html": changed}))
    assert "- zh: pages 1 changed, 0 added, 0 removed" in overview
    assert overview.splitlines()[2:] == ["- changed: /paths/"]
    assert told(part) == lines


@pytest.mark.parametrize("old, new", MARKUP.values(), ids=MARKUP.keys())
def test_a_change_of_markup_is_told(trees: Trees, old: str, new: str) -> None:
    assert old in PAGE
    changed = PAGE.replace(old, new)
    overview, part = compare(*trees({"paths/index.html": PAGE}, {"paths/index.html": changed}))
    assert overview.endswith("\n- changed: /paths/ (markup only)")
    gone, come = told(part)
    assert old in gone and new in come


def test_nothing_is_told_of_what_is_the_same(trees: Trees) -> None:
    site = {"index.html": PAGE, "en/index.html": PAGE, "style.css": "a{}"}
    assert compare(*trees(site, site)) == []


def test_the_place_of_a_change_is_told(trees: Trees) -> None:
    changed = PAGE.replace("Seven.", "Eight.").replace("First", "1st")
    _, part = compare(*trees({"index.html": PAGE}, {"index.html": changed}))
    assert re.findall("(?m)^@@.*", part) == ["@@ h1 #paths: Paths", "@@ h2 #two: Two paths"]
    assert "\n `" not in part  # a line that would end the block


def test_pages_that_come_and_go(trees: Trees) -> None:
    old = {"index.html": PAGE, "a/index.html": PAGE, "en/b/index.html": PAGE}
    overview, part = compare(*trees(old, {"index.html": PAGE, "en/c/index.html": PAGE}))
    assert overview.splitlines() == [
        "- zh: pages 0 changed, 0 added, 1 removed",
        "- en: pages 0 changed, 1 added, 1 removed",
        "- added: /en/c/ Paths - Handbook",
        "- removed: /a/ Paths - Handbook",
        "- removed: /en/b/ Paths - Handbook",
    ]
    assert part.startswith("### /en/c/ (new)")
    assert told(part)[:2] == ["+lang: en", "+generator: mkdocs-1.6.1"]
    assert told(part)[-1] == "+figure: [svg ~]" and "+li: [Start](/en/)" not in told(part)


@pytest.mark.parametrize("name", ["a.css", "a.js", "a.xml", "a.txt", "a/search.json", "a.png"])
def test_other_files_are_named_with_their_sizes(trees: Trees, name: str) -> None:
    both = {"index.html": PAGE}
    for old, new, line in (
        ({}, {name: "x" * 1234}, f"- added: {name}, 1,234 bytes"),
        ({name: "x" * 1234}, {}, f"- removed: {name}, 1,234 bytes"),
        ({name: "x" * 1234}, {name: "y" * 2000}, f"- changed: {name}, 1,234 → 2,000 bytes"),
    ):
        (overview,) = compare(*trees(both | old, both | new))
        assert overview.splitlines()[2:] == [line]


def test_a_change_of_all_pages_is_told_once(trees: Trees) -> None:
    """Also where addresses are relative to each page, and where a page has changes of its own."""
    names = ["index.html", *(f"{name}/index.html" for name in "abc")]
    old = {name: PAGE for name in names}
    old["index.html"] = PAGE.replace("../", "")
    new = {
        name: page.replace("</ul></nav>", f'<li><a href="{up}new/">New</a></li></ul></nav>')
        for (name, page), up in zip(old.items(), ["", "../", "../", "../"], strict=True)
    }
    new["b/index.html"] = new["b/index.html"].replace("Seven.", "Eight.")
    overview, once, rest = compare(*trees(old, new))
    assert "zh: pages 4 changed" in overview
    assert overview.splitlines()[2:] == ["- changed: /b/"]
    assert once.startswith("### On 4 pages, such as /\n")
    assert told(once) == ["+li: [New](/new/)"]
    assert rest.startswith("### /b/") and told(rest) == ["-  p: Seven.", "+  p: Eight."]


def test_only_the_generator_may_differ(trees: Trees) -> None:
    other = PAGE.replace("mkdocs-1.6.1", "mkdocs-ProperDocs 1.6.7")
    both = trees({"index.html": PAGE}, {"index.html": other})
    assert compare(*both, ignore=GENERATOR) == []
    assert told(compare(*both)[1]) == [
        "-generator: mkdocs-1.6.1",
        "+generator: mkdocs-ProperDocs 1.6.7",
    ]


@pytest.mark.parametrize("old, new", [*(it[:2] for it in CHANGES.values()), *MARKUP.values()])
def test_another_difference_than_the_generator_is_found(trees: Trees, old: str, new: str) -> None:
    other = PAGE.replace("mkdocs-1.6.1", "mkdocs-ProperDocs 1.6.7").replace(old, new)
    both = trees({"index.html": PAGE}, {"index.html": other})
    assert len(compare(*both, ignore=GENERATOR)) == 2


def test_a_report_that_is_too_long_is_cut_between_its_parts() -> None:
    parts = ["overview", "一" * 40, "x" * 10, "y" * 200]
    text = cut(parts, 100)
    assert text == f"overview\n\n{'x' * 10}\n\nToo long to be shown here: 2 more.\n"
    assert cut(parts).count("\n\n") == 4 and "Too long" not in cut(parts)


# Real builds, of a site of one page.


def git(root: Path, *arguments: str) -> str:
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *name, *arguments], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def commit(root: Path) -> None:
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "first")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit; what is built from it lies apart, and is tidied up."""
    root, scratch = tmp_path / "tree", tmp_path / "scratch"
    (root / "docs").mkdir(parents=True)
    scratch.mkdir()
    (root / "mkdocs.yml").write_text("site_name: Small\ntheme: mkdocs\n", encoding="utf-8")
    (root / "mkdocs.en.yml").write_text("INHERIT: mkdocs.yml\n", encoding="utf-8")
    (root / "docs" / "index.md").write_text("# Small\n\nOne line.\n", encoding="utf-8")
    commit(root)
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    return root


def write(root: Path, name: str, text: str) -> None:
    (root / name).write_text(text, encoding="utf-8")


def left(root: Path) -> list[str]:
    """What the comparison should have tidied up."""
    scratch = [path.name for path in (root.parent / "scratch").iterdir()]
    return (
        scratch
        + git(root, "worktree", "list").splitlines()[1:]
        + ["site"] * (root / "site").exists()
    )


def test_the_working_tree_is_held_against_a_revision(tree: Path) -> None:
    write(tree, "docs/index.md", "# Small\n\nAnother line.\n")
    write(tree, "docs/new.md", "# New\n")  # not even added
    before = git(tree, "status", "--porcelain")
    title, overview, *parts = since("HEAD", tree)
    assert re.fullmatch(r"## The site since HEAD \([0-9a-f]{7,}\)", title)
    assert "\n- added: /new/ New - Small\n" in overview
    (small,) = [it for it in parts if it.startswith("### /\n")]
    assert "-p: One line." in told(small) and "+p: Another line." in told(small)
    assert git(tree, "status", "--porcelain") == before and left(tree) == []


def test_nothing_changed(tree: Path) -> None:
    assert since("HEAD", tree)[1:] == ["Nothing differs."]


def test_other_pins_are_told_first(tree: Path) -> None:
    write(tree, "requirements.txt", "mkdocs==1.6.1\n")
    note, *_ = since("HEAD", tree)
    assert note.startswith("### requirements.txt differs; both")
    assert told(note) == ["+mkdocs==1.6.1"]


def test_no_such_revision(tree: Path) -> None:
    for base in ("nosuch", "--help"):
        with pytest.raises(SiteError, match=f"no revision {base} here; .*make site-diff BASE="):
            since(base, tree)
    assert left(tree) == []


def test_a_tree_that_does_not_build(tree: Path) -> None:
    config = (tree / "mkdocs.yml").read_text(encoding="utf-8")
    write(tree, "mkdocs.yml", config + "plugins: [nosuch]\n")
    with pytest.raises(SiteError, match=r'working tree does not build:(\n.*)+"nosuch" plugin'):
        since("HEAD", tree)
    git(tree, "commit", "--quiet", "--all", "--message", "broken")
    write(tree, "mkdocs.yml", config)
    with pytest.raises(SiteError, match=r'revision HEAD does not build:(\n.*)+"nosuch" plugin'):
        since("HEAD", tree)
    assert left(tree) == []


def test_how_to_call_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "handbook.sitediff", ""], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip() == "say since which revision: make site-diff BASE=main"


def test_the_handbook_with_a_changed_paragraph(copy: Path) -> None:
    commit(copy)
    for language, sentence in (("zh", "看。"), ("en", "Look.")):
        page = copy / "docs" / language / "index.md"
        text = page.read_text(encoding="utf-8")
        changed = text.replace("\n{ .question }", f" {sentence}\n{{ .question }}", 1)
        page.write_text(changed, encoding="utf-8", newline="\n")
    _, overview, *parts = since("HEAD", copy)
    assert [re.sub(", .* bytes", "", line) for line in overview.splitlines()] == [
        "- zh: pages 1 changed, 0 added, 0 removed",
        "- en: pages 1 changed, 0 added, 0 removed",
        "- changed: /en/",
        "- changed: /",
        "- changed: en/index.html.md",
        "- changed: en/search/search_index.json",
        "- changed: index.html.md",
        "- changed: search/search_index.json",
    ]
    assert [told(part) for part in parts] == [["+…: Look."], ["+…: 看。"]]
    assert all("\n@@ h1 #autograd-handbook: " in part for part in parts)


def test_builders_are_run_without_notices(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Material prints its own on every build, unless it is told not to."""
    write(tree, "mkdocs.yml", "site_name: Small\ntheme: material\nplugins: [nosuch]\n")
    error = run(tree, "mkdocs", "build")
    assert "nosuch" in error and "Material" not in error


# Builders that stand in for ProperDocs and Zensical: MkDocs, and then something else.

STAND_IN = """\
import sys
from pathlib import Path
from mkdocs.__main__ import cli
cli(standalone_mode=False)
"""
RENAMED = """\
page = Path(sys.argv[-1], "index.html")
page.write_text(page.read_text("utf-8").replace("mkdocs-1", "mkdocs-ProperDocs 1"), "utf-8")
"""


def stand_in(folder: Path, name: str, program: str) -> None:
    (folder / name / name).mkdir(parents=True)
    write(folder / name / name, "__main__.py", program)


@pytest.mark.parametrize(
    "program, code, message",
    [
        (STAND_IN + RENAMED, 0, "the same site"),
        (STAND_IN + RENAMED.replace("mkdocs-1", "One"), 1, "+p: mkdocs-ProperDocs 1 line."),
        (STAND_IN + "Path(sys.argv[-1], 'a.txt').touch()", 1, "- added: a.txt, 0 bytes"),
        ("sys.exit('no such option')", 2, "with ProperDocs the site does not build:\n"),
        ("import nosuch", 2, "No module named 'nosuch'"),
    ],
    ids=["same", "other text", "other file", "ends in an error", "does not start"],
)
def test_properdocs(
    tree: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    program: str,
    code: int,
    message: str,
) -> None:
    stand_in(tree.parent, "properdocs", program)
    monkeypatch.setattr(successors, "TOOLS", tree.parent)
    monkeypatch.setattr(sys, "argv", ["successors", "properdocs"])
    assert successors.main(tree) == code
    printed = capsys.readouterr()
    assert message in (printed.err if code else printed.out)
    assert left(tree) == []


def test_mkdocs_itself_does_not_build(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tree.parent, "properdocs", "")
    monkeypatch.setattr(successors, "TOOLS", tree.parent)
    write(tree, "mkdocs.yml", "site_name: Small\nplugins: [nosuch]\n")
    with pytest.raises(SiteError, match="with MkDocs the site does not build:"):
        properdocs(tree)


def test_zensical(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = STAND_IN + "sys.exit('RuntimeError: stopped')"
    stand_in(tree.parent, "zensical", program)
    monkeypatch.setattr(successors, "TOOLS", tree.parent)
    write(tree, "requirements-zensical.txt", "# word\nzensical==1.2.3\n")
    report = zensical(tree)
    assert report.startswith("## The site as Zensical makes it (zensical==1.2.3)\n")
    assert "- mkdocs.en.yml: RuntimeError: stopped\n- pages: 2 of 2\n" in report
    assert left(tree) == []
    stand_in(tree.parent / "other", "zensical", "raise SystemExit('no page')")
    monkeypatch.setattr(successors, "TOOLS", tree.parent / "other")
    with pytest.raises(SiteError, match="Zensical makes no site:\nno page"):
        zensical(tree)


def test_summary_of_what_zensical_makes(trees: Trees) -> None:
    there = re.sub("<math>.*</math>", r"<span class=arithmatex>\\(x\\)</span>", PAGE)
    there = re.sub("<link rel=.alternate.*", "", there).replace("rule/#sum", "rule.md")
    there = there.replace("First item", "1").replace("Second item", "2").replace("(x)", "(y)", 1)
    old = {"a/index.html": PAGE, "b/index.html": PAGE, "s.css": "", "s.js": "", "t.js": ""}
    text = "\n".join(summary(*trees(old, {"a/index.html": there, "s.css": "other"})))
    assert "- pages: 1 of 2\n- missing pages: /b/\n" in text
    assert "- other files: 1 of 3\n- missing files: 2 .js\n" in text
    assert "| page | head | headings | text | code | formulas | links |" in text
    assert "| /a/ | 5 of 6 | all | 14 of 17 | 2 of 3 | 0 of 1 | 1 of 2 |" in text
    assert "- − 1 × formulas: `` $" in text and "- + 1 × links: `` /rule.md ``" in text
    same = summary(*trees(old, old))
    assert [line for line in same if line.startswith("| /")] == [
        f"| /{name}/ | all | all | all | all | all | all |" for name in "ab"
    ]


def test_pins() -> None:
    """Where Dependabot looks for them; and the job that reports reads one."""
    for tool in ("properdocs", "zensical"):
        text = (ROOT / f"requirements-{tool}.txt").read_text(encoding="utf-8")
        assert re.search(rf"(?m)^{tool}==[\d.]+$", text)


def test_no_way_to_build_leaves_the_notice_on() -> None:
    """Material prints one on each build, unless its switch is in the environment."""
    switch = "NO_MKDOCS_2_WARNING"
    assert f"\nexport {switch} := 1\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
    starts = [
        path
        for folder in ("handbook", "tests")
        for path in (ROOT / folder).glob("*.py")
        if re.search(r'"-m", ("mkdocs"|\*command)', path.read_text(encoding="utf-8"))
    ]
    assert {"bench.py", "conftest.py", "sitediff.py", "test_serve.py"} <= {it.name for it in starts}
    assert [it.name for it in starts if switch not in it.read_text(encoding="utf-8")] == []
