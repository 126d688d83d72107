"""A recorded operation as HTML: the code, a panel for each tensor, and for each entry of the
gradients it sent the sum that entry is.

The sums stand in a folded list; docs/assets/figures/explorer.js shows the one whose cell a reader
chooses, and marks the cells it is made of. All it knows is in that list:

    <li data-of="X.4" data-from="0 1 2 3" data-with="W.3 W.2 W.1 W.0">…</li>

Entries are counted row by row. `data-with` names the entries of another input that serve as local
derivatives, as torch's mixed second derivatives say (`recordings.Edge.partners`). Most operations
have none.
"""

from __future__ import annotations

import html
from typing import Any

from handbook.drawing import DrawingError, number, rows
from handbook.phrases import EXPLORER
from handbook.recordings import Call, Edge, Value
from handbook.stepper import Figure, coded, label, listing

SEPARATOR = {"zh": "、", "en": ", "}


def render(figure: Figure) -> str:
    """The figure as HTML: code, panels, sums.

    Raises:
        DrawingError: there is no one operation to explore, or a tensor is no matrix.
    """
    words = EXPLORER[figure.language]
    call, edges = operation(figure)
    root = call.nodes[call.roots[0][0]]
    panels = [
        panel(words["input"], label(call.nodes[it.producer]), call.nodes[it.producer].value)
        for it in edges
    ]
    panels.append(panel(words["received"], label(root), root.received, "from"))
    panels += [panel(words["sent"], sent(call, it), it.sent, "sent") for it in edges]
    dashed = words["dashed"] if any(it.partners for it in edges) else ""
    legend = words["legend"] + dashed
    names = SEPARATOR[figure.language].join(f"`{sent(call, it)}`" for it in edges)
    sums = "".join(item(figure, call, it, entry) for it in edges for entry in entries(it))
    return (
        f'<div class="trace"><trace-explorer id="{figure.id}">{listing(figure)}'
        f'<figure data-search-exclude><div class="panels">{"".join(panels)}</div>'
        f'<div class="says" aria-live="polite">'
        f"{coded(words['choose'].format(names=names))}</div>"
        f"<figcaption>{legend}</figcaption></figure>"
        f'<details class="sums" data-search-exclude><summary>{words["sums"]}</summary>'
        f"<ul>{sums}</ul></details></trace-explorer></div>"
    )


def operation(figure: Figure) -> tuple[Call, list[Edge]]:
    """The first call of the engine, and the edges over which its root sent gradients.

    Where several operations lie between root and leaves, they count as one.

    Raises:
        DrawingError: it has several roots, or the root's derivatives are unknown.
    """
    call = figure.recording.calls[0]
    edges = call.whole or call.out_of(call.roots[0][0])
    if len(call.roots) != 1 or not edges:
        raise DrawingError("an explorer shows one operation, the root of the first call")
    if any(it.local is None or it.sent is None for it in edges):
        raise DrawingError("an explorer needs the Jacobian, which is not in this recording")
    return call, edges


def sent(call: Call, edge: Edge) -> str:
    """How the gradient sent over an edge is called: `X.grad` if that is where it is."""
    node = call.nodes[edge.producer]
    alone = node.leaf and node.before is None and node.after == edge.sent
    return f"{label(node)}.grad" if alone else f"∇{label(node)}"


# Panels


def panel(caption: str, name: str, value: Value, kind: str = "input") -> str:
    """The entries of a tensor as a table under its name.

    Raises:
        DrawingError: it has more than two dimensions other than 1.
    """
    table = rows(value)
    if any(it.startswith("[") for row in table for it in row):
        raise DrawingError(f"{name} is no matrix")
    body = "".join(f"<tr>{''.join(f'<td>{it}</td>' for it in row)}</tr>" for row in table)
    of = name.removesuffix(".grad").removeprefix("∇")
    head = coded(caption.format(name=name))
    return (
        f'<table class="{kind}" data-of="{html.escape(of)}"><caption>{head}</caption>'
        f"<tbody>{body}</tbody></table>"
    )


# Sums


def flat(value: Value) -> list[Any]:
    """The entries of a value in order."""
    return [it for part in value for it in flat(part)] if isinstance(value, list) else [value]


def entries(edge: Edge) -> range:
    """The numbers of the entries of the gradient sent over an edge."""
    return range(len(flat(edge.sent)))


def terms(call: Call, edge: Edge, entry: int) -> list[tuple[int, float, float]]:
    """What an entry sent is the sum of: entry received, its value, the local derivative.

    Entries received on which it does not depend are left out.
    """
    received = flat(call.nodes[edge.consumer].received)
    local = edge.local if isinstance(edge.local, list) else [[edge.local]]
    return [
        (place, gradient, row[entry])
        for place, (gradient, row) in enumerate(zip(received, local, strict=True))
        if row[entry] != 0
    ]


def place(name: str, shape: list[int], entry: int) -> str:
    """An entry, counted row by row, as Python writes it: `X[0, 1]`."""
    subscripts: list[str] = []
    for size in reversed(shape):
        entry, subscript = divmod(entry, size)
        subscripts.insert(0, str(subscript))
    return f"{name}[{', '.join(subscripts)}]" if subscripts else name


def factor(value: float) -> str:
    """A number in a product: in parentheses, if it is negative."""
    written = number(value)
    return f"({written})" if written.startswith("−") else written


def written(call: Call, edge: Edge, entry: int) -> str:
    """The sum an entry is, such as `X.grad[1, 1] = 1×4 + 10×3 = 34`."""
    products = [f"{factor(g)}×{factor(d)}" for _, g, d in terms(call, edge, entry)]
    name = place(sent(call, edge), call.nodes[edge.producer].shape, entry)
    total = number(flat(edge.sent)[entry])
    return " = ".join([name, *([" + ".join(products)] if products else []), total])


def partners(call: Call, edge: Edge, entry: int) -> list[tuple[int, int]]:
    """The entries that the terms' local derivatives come from: their node, their number."""
    used = [it for it, _, _ in terms(call, edge, entry)]
    found = sorted(it[1:4] for it in edge.partners if it[0] == entry and it[1] in used)
    return [(node, other) for _, node, other in found]


def said(figure: Figure, call: Call, edge: Edge, entry: int) -> list[str]:
    """The sum of one entry, and in a line of its own where its local derivatives come from."""
    lines = [f"`{written(call, edge, entry)}`"]
    words = EXPLORER[figure.language]
    named = [(call.nodes[node], other) for node, other in partners(call, edge, entry)]
    if named:
        from_where = [f"`{place(label(node), node.shape, other)}`" for node, other in named]
        lines.append(words["factors"].format(factors=SEPARATOR[figure.language].join(from_where)))
    elif not terms(call, edge, entry):
        lines.append(words["nothing"])
    return lines


def item(figure: Figure, call: Call, edge: Edge, entry: int) -> str:
    """What is said of one entry, for the list, with the cells that it is made of."""
    own = label(call.nodes[edge.producer])
    come = [str(it) for it, _, _ in terms(call, edge, entry)]
    cells = [f"{label(call.nodes[node])}.{other}" for node, other in partners(call, edge, entry)]
    text = "<br>".join(coded(it) for it in said(figure, call, edge, entry))
    return (
        f'<li data-of="{html.escape(own)}.{entry}" data-from="{" ".join(come)}"'
        f' data-with="{html.escape(" ".join(cells))}">{text}</li>'
    )


def markdown_table(figure: Figure) -> list[str]:
    """What is said of each entry, as the lines of a Markdown list under its title."""
    call, edges = operation(figure)
    lines = [" ".join(said(figure, call, it, entry)) for it in edges for entry in entries(it)]
    title = EXPLORER[figure.language]["sums"]
    return [f"**{title}**", "", *(f"- {line}" for line in lines)]
