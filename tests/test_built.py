"""That `handbook.built` finds each way in which a built page can differ from its sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from handbook import built
from handbook.files import report

PAGE = """\
# Title { #title }

```python
--8<-- "a/b/shown.py"
```

```text
--8<-- "a/b/shown.out"
```

!!! note

    ```sh
    make test
    ```
"""
CODE = "# --8<-- [start:x]\nprint(x.grad_fn)\n# --8<-- [end:x]\nx.y()  # raises AttributeError\n"
OUTPUT = "<ConvolutionBackward0 object at 0x…>\n  indented\n"
BUILT = """\
<main><h1>Title</h1>
<div class="language-python fails highlight"><span class="filename"><a
href="https://example.org/blob/main/snippets/a/b/shown.py">shown.py</a><span
class="badge">fails on purpose</span></span><pre><span></span><code><span>print</span>(x.grad_fn)
x.y()  <span class="c1"># raises AttributeError</span>
</code></pre></div>
<div class="language-text output highlight"><span class="filename">Output</span><pre><code
>&lt;ConvolutionBackward0 object at 0x…&gt;
  indented
</code></pre></div>
<div class="highlight"><pre><code>make test
</code></pre></div>
</main>
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with a snippet that fails on purpose, its output and a command."""
    path = tmp_path / "docs/en/a/b.md"
    path.parent.mkdir(parents=True)
    path.write_text(PAGE, encoding="utf-8")
    folder = tmp_path / "snippets/a/b"
    folder.mkdir(parents=True)
    (folder / "shown.py").write_text(CODE, encoding="utf-8")
    (folder / "shown.out").write_text(OUTPUT, encoding="utf-8")
    return path


def test_a_faithful_page_is_accepted(page: Path, tmp_path: Path) -> None:
    problems = built.check(page, BUILT, tmp_path)
    assert not problems, report(problems)


FAULTS = {
    "a letter": ("(x.grad_fn)", "(x.grad_fm)", 3, "-print(x.grad_fn)\n+print(x.grad_fm)"),
    "not escaped": ("&lt;Conv", "<Conv", 7, "-<ConvolutionBackward0 object"),
    "escaped twice": ("&lt;", "&amp;lt;", 7, "+&lt;ConvolutionBackward0"),
    "indentation": ("\n  indented", "\nindented", 7, "-  indented"),
    "a line less": ("make test\n", "", 13, "-make test"),
    "a block less": (BUILT[BUILT.index('<div class="highlight">') :], "", 1, "3 blocks here, 2 on"),
    "a block left over": ("</main>", "<pre>typed</pre></main>", 1, "3 blocks here, 4 on"),
    "no badge": ("fails on purpose", "", 3, "titled `shown.py`"),
    "not marked": ("fails highlight", "highlight", 3, "not marked as code that is `fails`"),
    "another name": (">shown.py<", ">other.py<", 3, "titled `other.py"),
    "another file": ("/a/b/shown.py", "/a/b/other.py", 3, "its title leads to https://"),
    "output as code": ("output highlight", "highlight", 7, "output for code"),
    "not highlighted": ('<div class="highlight">', "<div>", 13, "is not highlighted"),
}


@pytest.mark.parametrize("old, new, line, message", FAULTS.values(), ids=FAULTS.keys())
def test_finds(old: str, new: str, line: int, message: str, page: Path, tmp_path: Path) -> None:
    assert old in BUILT
    problems = built.check(page, BUILT.replace(old, new), tmp_path)
    found = [it for it in problems if message in it.message and it.line == line]
    assert found, report(problems)
    assert found[0].file == "docs/en/a/b.md"


def test_cells_of_a_lab_are_compared(tmp_path: Path) -> None:
    path = tmp_path / "docs/en/labs/tiny.ipynb"
    path.parent.mkdir(parents=True)
    outputs = [{"output_type": "stream", "name": "stdout", "text": ["<A>\n", "1\n"]}]
    cell = {"cell_type": "code", "id": "one", "source": ["print(1)"], "outputs": outputs}
    path.write_text(json.dumps({"cells": [cell]}, indent=1), encoding="utf-8")
    good = (
        '<main><div class="highlight"><pre><code>print(1)\n</code></pre></div>'
        '<div class="output highlight"><span class="filename">Output</span>'
        "<pre><code>&lt;A&gt;\n1\n</code></pre></div></main>"
    )
    assert built.check(path, good, tmp_path) == []
    (problem,) = built.check(path, good.replace("\n1", "\n2"), tmp_path)
    assert "-1\n+2" in problem.message and problem.line == 5
