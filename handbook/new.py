"""`make new`: a snippet that runs, its output, and the page that shows it in both languages.

Usage: python -m handbook.new PAGE NAME, such as mechanics/hooks hook_order.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from handbook.files import LANGUAGES, ROOT, relative
from handbook.outputs import record

SNIPPET = """\
import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**2
y.backward()
print(x.grad)
"""

STUB = {
    "zh": """\
---
title: {page}
description: 用一句话写明 {page} 这一页讲什么。
---

# {page} {{ #{name} }}

用一句话写出这一页要回答的问题。
{{ .question }}

""",
    "en": """\
---
title: {page}
description: Say in one sentence what the page {page} is about.
---

# {page} {{ #{name} }}

The question this page answers, in one sentence.
{{ .question }}

""",
}

LISTING = """\
```python
--8<-- "{page}/{name}.py"
```

```text
--8<-- "{page}/{name}.out"
```
"""


def create(page: str, name: str, root: Path = ROOT) -> list[Path]:
    """Write the snippet `name` and show it on `page` in both languages.

    A page that stands already gets the listing at its end, a new one begins with a stub.

    Args:
        page: section and page, such as `mechanics/hooks`.
        name: the snippet's file name without suffix, such as `hook_order`.
        root: the folder that holds docs/ and snippets/.

    Returns:
        The snippet and the two pages.

    Raises:
        ValueError: a name is not of the form asked for, or the snippet exists.
    """
    if not re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)*", page):
        raise ValueError(f"PAGE={page}: write it in lower case, such as PAGE=mechanics/hooks")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise ValueError(f"NAME={name}: write it in lower case, such as NAME=hook_order")
    if (root / "docs" / LANGUAGES[0] / f"{page}.ipynb").exists():
        raise ValueError(f"PAGE={page} is a lab: its code stands in the notebook")
    snippet = root / "snippets" / page / f"{name}.py"
    if snippet.exists():
        raise ValueError(f"{relative(snippet, root)} exists; edit it, or choose another NAME")
    snippet.parent.mkdir(parents=True, exist_ok=True)
    snippet.write_text(SNIPPET, encoding="utf-8", newline="\n")
    written = [snippet]
    for language in LANGUAGES:
        path = root / "docs" / language / f"{page}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        stub = STUB[language].format(page=page, name=page.rpartition("/")[2])
        before = path.read_text(encoding="utf-8") + "\n" if path.exists() else stub
        text = before + LISTING.format(page=page, name=name)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def main() -> int:
    """Create what the command line names, record the output, say what is left to do."""
    try:
        page, name = sys.argv[1:]
        written = create(page, name)
    except ValueError as error:
        print(f"{error}\nusage: make new PAGE=mechanics/hooks NAME=hook_order", file=sys.stderr)
        return 2
    record([page])
    print("written: " + ", ".join(relative(path) for path in written))
    print(f"now: edit the snippet, `make outputs PAGE={page}`, write both pages,")
    print(f"     add {page}.md to the nav of mkdocs.yml and of mkdocs.en.yml, `make check`")
    return 0


if __name__ == "__main__":
    sys.exit(main())
