"""Each lab runs from top to bottom and prints what both its twins show."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import markdown
import nbformat
import pytest
from bs4 import BeautifulSoup

from handbook import labs, notebooks, plots
from handbook.files import LANGUAGES, ROOT, report
from handbook.labs import lab_path
from handbook.notebooks import LabError

LABS = labs.labs()
COPIES = [lab_path(name, language) for name in LABS for language in LANGUAGES]


def of_copy(path: Path) -> str:
    return path.relative_to(ROOT / "docs").as_posix()


def test_there_are_labs() -> None:
    assert "labs/gradient-check" in LABS


@pytest.mark.parametrize("name", LABS)
def test_puts_out_what_both_twins_show(name: str) -> None:
    """Text exactly; pictures to half a unit, see `plots.TOLERANCE`.

    What is drawn comes from additions and products, the same on any machine; where a tick
    or a letter stands depends on the build of the font library.
    """
    fresh = labs.run(lab_path(name, "zh"))
    problems = [it for lang in LANGUAGES for it in labs.stale(lab_path(name, lang), fresh)]
    assert not problems, report(problems)


@pytest.mark.parametrize("name", LABS)
def test_twins_share_cells_and_code(name: str) -> None:
    problems = labs.twins(name)
    assert not problems, report(problems)


@pytest.mark.parametrize("path", COPIES, ids=of_copy)
def test_keeps_to_the_contract(path: Path) -> None:
    problems = labs.contract(path)
    assert not problems, report(problems)


@pytest.mark.parametrize("path", COPIES, ids=of_copy)
def test_is_kept_in_its_one_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    nbformat.validate(json.loads(text))
    mend = f"an editor has left traces; {notebooks.command(path)} takes them out"
    assert text == labs.serialise(notebooks.load(path)), mend


def test_rendering_needs_neither_torch_nor_a_kernel() -> None:
    code = "import sys, handbook.notebooks; print({'torch', 'nbclient', 'zmq'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "set()", done.stderr


# What follows is about a tiny notebook: how it is shown, and that each check can fail.

DRAWING = """<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="72pt" height="36pt" viewBox="0 0 72 36"
 xmlns="http://www.w3.org/2000/svg" version="1.1">
 <metadata><creator>Matplotlib</creator></metadata>
 <defs><style type="text/css">*{stroke-linejoin: round}</style></defs>

 <!-- a remark -->
 <g id="figure_1">
  <path d="M 0 36 L 72 36 z" style="fill: #ffffff"/>
  <path d="M 1.000000 2.500000" clip-path="url(#p0a1b)" style="stroke: #1f77b4"/>
  <defs><path id="m3c4d" d="M 0 0 L 0 3.5" style="stroke: #000000"/></defs>
  <use xlink:href="#m3c4d" x="20.123456" y="30"/>
  <text style="font-size: 10px; font-family: 'DejaVu Sans', sans-serif" x="5" y="6">h32</text>
 </g>
 <defs><clipPath id="p0a1b"><rect x="1" y="1" width="70" height="34"/></clipPath></defs>
</svg>
"""


def code(cell_id: str, source: str, *outputs: dict[str, Any], **metadata: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": cell_id,
        "execution_count": None,
        "metadata": metadata,
        "outputs": list(outputs),
        "source": source.splitlines(keepends=True),
    }


def prose(cell_id: str, source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {}, "source": [source]}


def printed(text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": [text]}


def drawn(svg: str = DRAWING) -> dict[str, Any]:
    data = {"image/svg+xml": svg.splitlines(keepends=True)}
    return {"output_type": "display_data", "metadata": {}, "data": data}


CELLS = [
    prose("tiny", "# Tiny\n\nWhat is one and one?\n\nRead on."),
    code("one-and-one", "print(1 + 1)", printed("2\n")),
    prose("picture", "## A picture\n\nSee [here](../index.md)."),
    code("draw", "draw()", drawn(), alt='a "line"'),
]
METADATA = {"title": "Tiny: a lab", "description": "One and one."}


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    """The English copy of a tiny lab; its Chinese twin, of the same prose, stands beside it."""
    for language in LANGUAGES:
        save(lab_path("labs/tiny", language, tmp_path), CELLS)
    return lab_path("labs/tiny", "en", tmp_path)


def save(path: Path, cells: list[dict[str, Any]], **metadata: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = {"cells": cells, "metadata": METADATA | metadata, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(whole), encoding="utf-8")


def changed(path: Path, number: int, **values: Any) -> None:
    """Change the cell `number` of the notebook at `path`."""
    cells = copy.deepcopy(CELLS)
    cells[number].update(values)
    save(path, cells)


def root_of(path: Path) -> Path:
    return path.parents[3]


def test_markdown_of_a_notebook(lab: Path) -> None:
    text = notebooks.to_markdown(lab)
    head, figure, tail = text.partition('<figure class="plot"')
    assert head == (
        "---\n"
        'title: "Tiny: a lab"\n'
        'description: "One and one."\n'
        "---\n\n"
        "# Tiny { #tiny }\n\n"
        "What is one and one?\n"
        "{ .question }\n\n"
        '<p class="download"><a href="tiny.ipynb" download>Download this notebook</a></p>\n\n'
        "Read on.\n\n"
        "```python\nprint(1 + 1)\n```\n\n"
        '``` {.text .output title="Output"}\n2\n```\n\n'
        "## A picture { #picture }\n\n"
        "See [here](../index.md).\n\n"
        "```python\ndraw()\n```\n\n"
    )
    assert figure and "\n" not in tail.strip(), "a blank line would end the raw HTML"


def test_html_of_a_notebook(lab: Path) -> None:
    """The code and its output are one listing, as those of a snippet are."""
    html = markdown.markdown(
        notebooks.to_markdown(lab),
        extensions=["meta", "attr_list", "pymdownx.highlight", "pymdownx.superfences"],
        extension_configs={"pymdownx.highlight": {"pygments_lang_class": True}},  # as Material
    )
    soup = BeautifulSoup(html, "html.parser")
    heading, question, code_block, figure = (
        soup.select_one(selector) for selector in ("h1", ".question", ".highlight", "figure")
    )
    assert heading and heading["id"] == "tiny"
    assert question and question.name == "p"
    assert code_block and code_block["class"] == ["language-python", "highlight"]
    output = code_block.find_next_sibling()
    assert output and output["class"] == ["language-text", "output", "highlight"]
    assert output.select_one(".filename:-soup-contains(Output)")
    assert figure and figure.svg and figure.svg["role"] == "img"


def test_chinese_copy_speaks_chinese(lab: Path) -> None:
    text = notebooks.to_markdown(lab_path("labs/tiny", "zh", root_of(lab)))
    assert 'title="输出"' in text and "下载这个笔记本" in text


@pytest.mark.parametrize(
    "repository, language, opens",
    [
        ("https://github.com/me/it", "en", "me/it/blob/main/docs/en/labs/tiny.ipynb"),
        ("https://github.com/me/it.git/", "zh", "me/it/blob/main/docs/zh/labs/tiny.ipynb"),
        ("https://example.org/me/it", "en", None),
        ("", "zh", None),
    ],
)
def test_link_to_colab(lab: Path, repository: str, language: str, opens: str | None) -> None:
    text = notebooks.to_markdown(lab_path("labs/tiny", language, root_of(lab)), repository)
    words = {"zh": "在 Colab 中打开", "en": "Open in Colab"}[language]
    link = f'<a href="https://colab.research.google.com/github/{opens}">{words}</a></p>'
    assert (link in text) == bool(opens) == ("colab" in text.lower())


def test_results_follow_what_was_printed(lab: Path) -> None:
    result: dict[str, Any] = {
        "output_type": "execute_result",
        "metadata": {},
        "execution_count": None,
    }
    outputs = [printed("a"), {**result, "data": {"text/plain": ["```\n", "b"]}}]
    changed(lab, 1, outputs=outputs)
    assert '```` {.text .output title="Output"}\na\n```\nb\n````' in notebooks.to_markdown(lab)


UNSHOWABLE: dict[str, tuple[int, dict[str, Any], str]] = {
    "no alt": (3, {"metadata": {}}, "without a text alternative"),
    "an empty alt": (3, {"metadata": {"alt": " "}}, "without a text alternative"),
    "two pictures": (3, {"outputs": [drawn(), drawn()]}, "more than one picture"),
    "a table": (
        1,
        {"outputs": [{"output_type": "display_data", "data": {"text/html": ["<p>"]}}]},
        "put out text/html",
    ),
    "an error": (
        1,
        {"outputs": [{"output_type": "error", "ename": "NameError", "evalue": "x"}]},
        "has failed: NameError: x",
    ),
    "a late heading": (2, {"source": ["Text.\n\n", "## A picture"]}, "heading after its first"),
    "a raw cell": (2, {"cell_type": "raw"}, "neither code nor Markdown"),
    "an id twice": (2, {"id": "tiny"}, "has the id of another cell"),
}


@pytest.mark.parametrize("number, values, message", UNSHOWABLE.values(), ids=UNSHOWABLE.keys())
def test_what_cannot_be_shown_is_named(
    lab: Path, number: int, values: dict[str, Any], message: str
) -> None:
    changed(lab, number, **values)
    with pytest.raises(LabError, match=message) as raised:
        notebooks.to_markdown(lab)
    cell = values.get("id", CELLS[number]["id"])
    assert f"tiny.ipynb:1: cell `{cell}`" in str(raised.value)
    assert "to mend:" in str(raised.value)


def test_problems_name_the_line_of_the_cell(lab: Path) -> None:
    lab.write_text(json.dumps(json.loads(lab.read_text("utf-8")), indent=1), encoding="utf-8")
    lines = lab.read_text(encoding="utf-8").splitlines()
    found = notebooks.problem(lab, "draw", "is odd", "even it")
    assert '"id": "draw"' in lines[found.line - 1]


@pytest.mark.parametrize("key", METADATA)
def test_title_and_description_are_asked_for(lab: Path, key: str) -> None:
    whole = json.loads(lab.read_text(encoding="utf-8"))
    del whole["metadata"][key]
    lab.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(LabError, match=f"has no {key}"):
        notebooks.to_markdown(lab)


@pytest.mark.parametrize("text", ["{", "[]", '{"cells": [{"cell_type": "code"}]}'])
def test_what_is_no_notebook_is_named(lab: Path, text: str) -> None:
    lab.write_text(text, encoding="utf-8")
    with pytest.raises(LabError, match="is no notebook with cell ids"):
        notebooks.load(lab)


BREACHES: dict[str, tuple[int, dict[str, Any], str]] = {
    "a sentence": (1, {"source": ["# this line prints two"]}, "a sentence in a comment"),
    "汉字": (1, {"source": ["print('一')"]}, "a sentence in a string"),
    "a long line": (1, {"source": ["x = " + "1 + " * 20 + "1"]}, "85 columns"),
    "no Python": (1, {"source": ["%time 1"]}, "does not parse"),
    "a second title": (2, {"source": ["# A picture"]}, "2 titles"),
    "TeX in a heading": (2, {"source": ["## $x$ here"]}, "a formula in a heading"),
    "an id of another kind": (2, {"id": "A_picture"}, "a heading without id"),
}


@pytest.mark.parametrize("number, values, message", BREACHES.values(), ids=BREACHES.keys())
def test_breaches_of_the_contract_are_found(
    lab: Path, number: int, values: dict[str, Any], message: str
) -> None:
    assert labs.contract(lab) == []
    changed(lab, number, **values)
    assert message in report(labs.contract(lab))


def test_a_long_description_is_found(lab: Path) -> None:
    save(lab, CELLS, description="so on " * 30)
    assert "a description of 1" in report(labs.contract(lab))


APART: dict[str, tuple[list[dict[str, Any]], str]] = {
    "other code": (
        [CELLS[0], code("one-and-one", "print(2)"), *CELLS[2:]],
        "-print(1 + 1)\n+print(2)",
    ),
    "another id": ([CELLS[0], code("two", "print(1 + 1)"), *CELLS[2:]], "twin has code `one-and-"),
    "another order": ([CELLS[0], CELLS[2], CELLS[1], CELLS[3]], "the cells run apart from here"),
    "a cell less": (CELLS[:3], "has 3 cells, its twin 4"),
}


@pytest.mark.parametrize("cells, message", APART.values(), ids=APART.keys())
def test_twins_apart_are_found(lab: Path, cells: list[dict[str, Any]], message: str) -> None:
    assert labs.twins("labs/tiny", root_of(lab)) == []
    save(lab, cells)
    (found,) = labs.twins("labs/tiny", root_of(lab))
    assert message in str(found) and "make outputs PAGE=labs/tiny" in found.mend


def test_a_missing_twin_is_found(lab: Path) -> None:
    lab.unlink()
    (found,) = labs.twins("labs/tiny", root_of(lab))
    assert found.file.endswith("en/labs/tiny.ipynb") and "is missing" in found.message


def test_stale_outputs_are_found(lab: Path) -> None:
    fresh = {cell["id"]: cell["outputs"] for cell in notebooks.code_cells(notebooks.load(lab))}
    assert labs.stale(lab, fresh) == []
    changed(lab, 1, outputs=[printed("3\n")])
    (found,) = labs.stale(lab, fresh)
    assert "cell `one-and-one`" in found.message and "-3\n+2" in found.message
    assert "make outputs PAGE=labs/tiny" in found.mend
    changed(lab, 3, outputs=[drawn(DRAWING.replace("2.500000", "3.500000"))])
    (found,) = labs.stale(lab, fresh)
    assert '-<path d="M 1 3.5"' in found.message and '+<path d="M 1 2.5"' in found.message
    changed(lab, 3, outputs=[])
    assert len(labs.stale(lab, fresh)) == 1


def test_recording_writes_both_twins(lab: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plot = (
        "import matplotlib.pyplot as plt\n\nfig, ax = plt.subplots()\nax.plot([1, 2])\nplt.show()"
    )
    cells = [
        {**CELLS[0], "metadata": {"collapsed": True}},
        code("one-and-one", "print(1 + 1)", printed("3\n")),
        code("result", "1 + 2"),
        {**code("draw", plot, alt="a line"), "execution_count": 7},
    ]
    copies = [lab_path("labs/tiny", language, root_of(lab)) for language in LANGUAGES]
    for path in copies:
        save(path, cells, toc="odd")
    assert labs.record([], root_of(lab)) == []
    assert "-3\n+2" in capsys.readouterr().out
    for path in copies:
        text = path.read_text(encoding="utf-8")
        nbformat.validate(json.loads(text))
        assert '"collapsed"' not in text and '"toc"' not in text and ": 7" not in text
        _, one, result, draw = notebooks.load(path)["cells"]
        assert one["outputs"] == [{"name": "stdout", "output_type": "stream", "text": "2\n"}]
        assert result["outputs"][0]["data"] == {"text/plain": "3"}
        assert draw["metadata"] == {"alt": "a line"}
        (picture,) = labs.drawings(draw["outputs"])
        assert "<dc:date>" not in picture and ">1.0</text>" in picture
    assert copies[0].read_bytes() == copies[1].read_bytes()


def test_a_failing_cell_is_named(lab: Path) -> None:
    zh = lab_path("labs/tiny", "zh", root_of(lab))
    for path in (zh, lab):
        changed(path, 1, source=["1 / 0"])
    before = zh.read_bytes()
    (found,) = labs.record(["labs/tiny"], root_of(lab))
    assert "cell `one-and-one` raises ZeroDivisionError: division by zero" in found.message
    assert zh.read_bytes() == before


def test_an_endless_cell_is_named(lab: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labs, "TIME_LIMIT", 1)
    save(lab, [code("endless", "while True:\n    pass")])
    with pytest.raises(LabError, match="cell `endless` took longer than 1 s"):
        labs.run(lab)


def test_two_streams_in_a_cell_are_an_error(lab: Path) -> None:
    other = {**printed("b"), "name": "stderr"}
    with pytest.raises(LabError, match="both stdout and stderr"):
        labs.kept(code("both", "", printed("a"), other), lab)


def test_places_of_this_machine_are_taken_out() -> None:
    text = "/tmp/ipykernel_12/345.py:3: UserWarning\n/x/site-packages/torch/a.py:1: UserWarning"
    assert labs.clear(text) == "cell:3: UserWarning\nsite-packages/torch/a.py:1: UserWarning"


# Pictures.


def test_a_picture_takes_the_page_s_colours_and_font() -> None:
    html = plots.figure(DRAWING, "plot-draw", 'a "line"')
    assert html == (
        '<figure class="plot" data-search-exclude>'
        '<svg role="img" aria-label="a &quot;line&quot;" width="72pt" height="36pt"'
        ' viewBox="0 0 72 36" fill="currentColor"'
        ' style="stroke-linejoin: round; stroke-linecap: butt">'
        "<defs /><g>"
        '<path d="M 0 36 L 72 36 z" style="fill: none" />'
        '<path d="M 1 2.5" clip-path="url(#plot-draw-2)"'
        ' style="stroke: var(--plot-1, #1f77b4)" />'
        '<defs><path id="plot-draw-1" d="M 0 0 L 0 3.5" style="stroke: currentColor" /></defs>'
        '<use href="#plot-draw-1" x="20.12" y="30" />'
        '<text style="font-size: 10px;" x="5" y="6">h32</text></g>'
        '<defs><clipPath id="plot-draw-2"><rect x="1" y="1" width="70" height="34" /></clipPath>'
        "</defs></svg></figure>"
    )


@pytest.mark.parametrize(
    "old, new, equal",
    [
        ("2.500000", "2.510000", True),  # a hundredth of a unit
        ("m3c4d", "mffff", True),  # an id, made from the path's numbers
        ("2.500000", "3.500000", False),
        ("#1f77b4", "#ff7f0e", False),
        ("h32", "h64", False),
        (" 2.500000", " 2.500000 L 3.000000 4.000000", False),
    ],
)
def test_pictures_are_compared_to_the_eye(old: str, new: str, equal: bool) -> None:
    assert plots.same(DRAWING, DRAWING.replace(old, new)) is equal
