"""A recorded run as HTML: the code, the graph with its numbers, a table of them, and what the
stepper (docs/assets/figures/stepper.js) needs to play it.

Without the script the figure is complete: it shows the end of the run, and the panel with the
buttons stays hidden. The script computes no number and formats none: it gets them all as text.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from handbook import drawing
from handbook.drawing import DrawingError, text
from handbook.listings import fault
from handbook.phrases import FIGURE, PANEL, STEPPER
from handbook.recordings import Call, Node, Recording, Value


@dataclass(frozen=True)
class Figure:
    """What a stepper shows.

    Attributes:
        name: of the snippet, below snippets/, without its ending.
        source: its code.
        recording: its run.
        slider: whether the reader may move the input.
        language: `zh` or `en`.
    """

    name: str
    source: str
    recording: Recording
    slider: bool
    language: str

    @property
    def id(self) -> str:
        """Its id on the page, with which links to a step begin; no heading's has such a line."""
        return f"run_{Path(self.name).name}"


def label(node: Node) -> str:
    """How a sentence calls the tensor of a node."""
    return node.name or node.code or node.fn


def whole(node: Node) -> str:
    """The code that made a node's tensor, with the name it was given, if any."""
    return " = ".join(it for it in (node.name, node.code) if it)


# HTML


def render(figure: Figure) -> str:
    """The figure as HTML: code, picture, table.

    Raises:
        DrawingError: the graph does not fit the picture, or there are several.
    """
    calls = figure.recording.calls
    if any(plan(it) != plan(calls[0]) for it in calls):
        raise DrawingError("the calls of this run go through different graphs")
    words = FIGURE[figure.language]
    last = calls[-1]
    others = [it for _, run in figure.recording.positions for it in run] if figure.slider else []
    title = words["title"].format(
        count=len(last.nodes),
        leaves=listed([it.name or it.fn for it in last.nodes if it.leaf], figure.language),
        root=listed([label(last.nodes[it]) for it, _ in last.roots], figure.language),
    )
    picture = drawing.svg(last, [*calls, *others], title)
    data = json.dumps(payload(figure), ensure_ascii=False, separators=(",", ":"))
    for character in "&<>'":
        data = data.replace(character, f"&#{ord(character)};")
    return (
        f'<div class="trace"><trace-stepper id="{figure.id}" data-run=\'{data}\'>'
        f"{listing(figure)}"
        f"<figure data-search-exclude>{picture}<figcaption>{words['legend']}</figcaption></figure>"
        f"{panel(figure)}"
        f'<details class="numbers" data-search-exclude><summary>{words["table"]}</summary>'
        f"{table(figure)}</details></trace-stepper></div>"
    )


def panel(figure: Figure) -> str:
    """What a reader plays it with. It is part of the page so that nothing moves for it later.

    A section, since the search ends an exclusion with the first end of a tag of its name.
    """
    words, recording = PANEL[figure.language], figure.recording
    rest = coded(STEPPER[figure.language]["rest"])

    def button(name: str, sign: str = "") -> str:
        more = f' aria-label="{words[name]}" title="{words[name]}"' if sign else ""
        if name == "previous":
            more = ' aria-disabled="true"'
        return f'<button type="button" class="{name}"{more}>{sign or words[name]}</button>'

    slider = ""
    if figure.slider:
        runs = [run for _, run in recording.positions]
        start = runs.index(recording.calls)
        named = words["input"].format(leaf=recording.leaf)
        slider = (
            f"<label><code>{recording.leaf} = {text(recording.positions[start][0])}</code>"
            f'<input type="range" max="{len(runs) - 1}" value="{start}" aria-label="{named}"'
            ' autocomplete="off"></label>'
        )
    return (
        '<section class="panel" data-search-exclude>'
        f'<div class="says" aria-live="polite" aria-atomic="true"><p>{rest}</p></div>'
        '<form class="bar quiz" hidden></form><div class="bar">'
        f"{button('first', '⇤')}{button('previous')}{button('next')}"
        f'{button("backward", "∇")}{button("last", "⇥")}</div><div class="bar">{slider}'
        f'<label><input type="checkbox" autocomplete="off">{words["guess"]}</label></div></section>'
    )


def plan(call: Call) -> list[Any]:
    """What must be the same in each call for one picture to show them all."""
    return [
        [(it.fn, label(it), it.opaque, it.hooked) for it in call.nodes],
        [(it.producer, it.consumer) for it in call.edges],
        call.order,
    ]


def listed(names: list[str], language: str) -> str:
    """Names as a list in a sentence."""
    return {"zh": "、", "en": ", "}[language].join(names)


def listing(figure: Figure) -> str:
    """The code, highlighted as elsewhere, each line in an element of its own."""
    marked = highlight(figure.source, PythonLexer(stripnl=False), HtmlFormatter(nowrap=True))
    lines = marked.rstrip("\n").split("\n")
    code = "\n".join(f'<span class="line">{it}</span>' for it in lines)
    kinds = f"language-python {fault(figure.source)} highlight".replace("  ", " ")
    return (
        f'<div class="{kinds}"><span class="filename">{figure.name}.py</span>'
        f"<pre><span></span><code>{code}\n</code></pre></div>"
    )


def numbers(figure: Figure) -> list[list[str]]:
    """The table: a head, and a row for each node in the order of the backward pass."""
    words = FIGURE[figure.language]
    call = figure.recording.calls[-1]
    table = [[words[it] for it in ("node", "tensor", "value", "received", "sent")]]
    for number in call.order:
        node = call.nodes[number]
        parts = [text(it.sent) for it in call.into(number)]
        total = f"{' + '.join(parts)} = " if len(parts) > 1 and not node.hooked else ""
        sent = [f"`{label(call.nodes[it.producer])}` {text(it.sent)}" for it in call.out_of(number)]
        if node.leaf and call.asked == "backward":
            leaves = [it.nodes[number] for it in figure.recording.calls]
            sent = [f"`{node.name}.grad` {told(it.before)} → {told(it.after)}" for it in leaves]
        table.append(
            [
                f"`{node.fn}`",
                f"`{label(node)}`",
                text(node.value),
                total + text(node.received),
                {"zh": "，", "en": ", "}[figure.language].join(sent),
            ]
        )
    return table


def told(value: Value) -> str:
    """What is in `.grad`: a tensor's value, or None."""
    return "None" if value is None else text(value)


def coded(words: str) -> str:
    """Text with code between backquotes as HTML."""
    parts = html.escape(words).split("`")
    parts[1::2] = [f"<code>{it}</code>" for it in parts[1::2]]
    return "".join(parts)


def table(figure: Figure) -> str:
    """The numbers as an HTML table."""
    head, *body = numbers(figure)
    top = "".join(f"<th>{it}</th>" for it in head)
    rows = "".join(f"<tr>{''.join(f'<td>{coded(cell)}</td>' for cell in row)}</tr>" for row in body)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table>"


def markdown_table(figure: Figure) -> list[str]:
    """The numbers as the lines of a Markdown table, under its title."""
    head, *body = numbers(figure)
    lines = [head, ["---"] * len(head), *body]
    rows = [f"| {' | '.join(it.replace('|', chr(92) + '|') for it in line)} |" for line in lines]
    return [f"**{FIGURE[figure.language]['table']}**", "", *rows]


# What the script is given


def payload(figure: Figure) -> dict[str, Any]:
    """What stepper.js needs: the graph, the steps, all numbers as text, all words.

    Raises:
        DrawingError: a node has no place in the code.
    """
    recording = figure.recording
    calls = recording.calls
    first = calls[0]
    runs = [run for _, run in recording.positions] if figure.slider else [calls]
    return {
        "leaf": recording.leaf if figure.slider else "",
        "at": [text(at) for at, _ in recording.positions] if figure.slider else [],
        "start": runs.index(calls),
        "asked": "backward()" if first.asked == "backward" else "autograd.grad()",
        "roots": [it for it, _ in first.roots],
        "nodes": [
            [label(it), it.fn, int(it.leaf), it.opaque, int(it.hooked), whole(it)]
            for it in first.nodes
        ],
        "edges": [[it.producer, it.consumer] for it in first.edges],
        "into": [[first.edges.index(it) for it in first.into(n)] for n in range(len(first.nodes))],
        "steps": steps(calls),
        "runs": [[frame(it) for it in run] for run in runs],
        "words": STEPPER[figure.language],
    }


def steps(calls: list[Call]) -> list[list[Any]]:
    """Each step: the call, 0 forward or 1 backward, the node, where the code is that runs.

    That is a line, a column, a last line and a last column, as in `recordings.Node`.
    """
    found: list[list[Any]] = []
    for number, call in enumerate(calls):
        for node in call.nodes:
            if not node.at:
                raise DrawingError(f"no line of the snippet makes the {node.fn} of {label(node)}")
        new = [it for it, node in enumerate(call.nodes) if number == 0 or not node.leaf]
        found += [[number, 0, it, call.nodes[it].at] for it in new]
        found += [[number, 1, it, [call.line, 0, call.line, 0]] for it in call.order]
    return found


def frame(call: Call) -> dict[str, list[Any]]:
    """The numbers of one call, as text."""
    return {
        "seeds": [text(seed) for _, seed in call.roots],
        "value": [text(it.value) for it in call.nodes],
        "got": [text(it.received) for it in call.nodes],
        "saved": [kept(it) for it in call.nodes],
        "ran": [[operation(*it) for it in node.ran] for node in call.nodes],
        "before": [told(it.before) if it.leaf else "" for it in call.nodes],
        "after": [told(it.after) if it.leaf else "" for it in call.nodes],
        "local": [text(it.local) for it in call.edges],
        "sent": [text(it.sent) for it in call.edges],
    }


def kept(node: Node) -> str:
    """What a node saved, such as `self` = 2, for a sentence."""
    shown = {key: it for key, it in node.saved.items() if it is not None and key != "alpha"}
    return ", ".join(f"`{key}` = {text(it)}" for key, it in shown.items())


def operation(op: str, args: list[Value], out: Value) -> str:
    """An aten operation, such as `mul(121, 3) = 363`."""
    return f"{op.partition('.')[0]}({', '.join(map(text, args))}) = {text(out)}"
