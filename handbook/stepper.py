"""A recorded run as HTML: the code, the graph with its numbers, a table of them, and what the
stepper (docs/assets/stepper.js) needs to play it.

Without the script the figure is complete: it shows the end of the run. All text that the script
puts together is here, in both languages, and so are all numbers, as they are to be shown: the
script computes none and formats none.
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
from handbook.drawing import text
from handbook.recordings import Call, Node, Recording, Value

# In braces: what is filled in. Between backquotes: code. The keys are those of stepper.js.
WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "title": "{count} 个节点的计算图，从 {leaves} 到 {root}，标着值和梯度；同样的数字在图后的表里",
        "legend": "每框一个节点：上行是张量和算出它的代码，中行是节点的名字，下行左边是值，∇ 右边是收到的梯度。"
        "线上的数是送出的梯度，往上走。",
        "table": "图中的数字",
        "node": "节点",
        "tensor": "张量",
        "value": "值",
        "received": "收到",
        "sent": "送出",
        "unit": "个",
        "first": "回到开头",
        "previous": "上一步",
        "next": "下一步",
        "backward": "到反向",
        "last": "到最后",
        "reveal": "看答案",
        "guess": "先猜再看",
        "check": "核对",
        "answer": "你猜的数",
        "input": "{leaf} 的值",
        "link": "这一步的链接",
        "step": "第 {step} 步，共 {steps} 步",
        "forward phase": "前向",
        "backward phase": "反向",
        "call": "第 {call} 次调用",
        "rest": "图上是整个过程的结果。按「下一步」，从头走一遍。",
        "leaf": "`{name}` = {value} 是叶子张量，它的节点是 `{fn}`。",
        "made": "算出 `{name}` = {value}，记下节点 `{fn}`。",
        "saved": "存下 {saved}，反向时要用。",
        "seed": "调用 `{asked}`，把种子 {seed} 交给根 `{name}`。",
        "runs": "`{fn}` 收到 {received}。",
        "sends": "送给 `{name}`：{received} × 局部导数 {local} = {sent}。",
        "sends tensor": "送给 `{name}` 的是 {sent}，即 {received} 乘雅可比矩阵 {local}。",
        "sends unknown": "送给 `{name}`：{sent}。",
        "custom": "这是用 Python 写的自定义函数，没法单独求它的局部导数。",
        "outputs": "这个节点有几个输出，局部导数不在此列出。",
        "large": "雅可比矩阵太大，不在此列出。",
        "waits": "`{name}` 要等 {needed} 份梯度，现在到了 {arrived} 份：{parts} + ……",
        "adds": "`{name}` 的 {needed} 份到齐，相加：{parts} = {sum}。",
        "ran": "torch 运行了",
        "ran nothing": "没有做任何运算。",
        "accumulates": "`{fn}` 收到 {received}，加进 `{name}.grad`：原来是 {before}，现在是 {after}。",
        "captured": "`{asked}` 返回 `{name}` 的梯度 {received}，不写进 `grad`。",
        "hooked": "收到之前，钩子改过这个梯度。",
        "ask": "`{fn}` 收到 {received}，局部导数是 {local}。它送给 `{name}` 多少？",
        "ask entry": "`{fn}` 收到 {received}，雅可比矩阵是 {local}。它送给 `{name}` 的梯度，第一个元素是多少？",
        "ask leaf": "`{name}` 收到 {parts}，`{name}.grad` 原来是 {before}。现在是多少？",
        "right": "对了。",
        "wrong": "还不对，再想想。",
    },
    "en": {
        "title": "Graph of {count} nodes from {leaves} to {root}, with values and gradients; "
        "the same numbers are in the table after it",
        "legend": "Each box is a node: on top the tensor and the code that computed it, then the node's "
        "name, then the value and, after ∇, the gradient received. The number on a line is the gradient "
        "sent, which travels up.",
        "table": "The numbers in the picture",
        "node": "Node",
        "tensor": "Tensor",
        "value": "Value",
        "received": "Received",
        "sent": "Sent",
        "unit": "",
        "first": "To the start",
        "previous": "Back",
        "next": "Next",
        "backward": "To backward",
        "last": "To the end",
        "reveal": "Show it",
        "guess": "Guess first",
        "check": "Check",
        "answer": "Your guess",
        "input": "Value of {leaf}",
        "link": "Link to this step",
        "step": "Step {step} of {steps}",
        "forward phase": "forward",
        "backward phase": "backward",
        "call": "call {call}",
        "rest": "The picture shows the whole run, finished. Press Next to walk through it.",
        "leaf": "`{name}` = {value} is a leaf tensor. Its node is `{fn}`.",
        "made": "This computes `{name}` = {value} and records the node `{fn}`.",
        "saved": "It keeps {saved} for the backward pass.",
        "seed": "`{asked}` is called and hands the seed {seed} to the root `{name}`.",
        "runs": "`{fn}` receives {received}.",
        "sends": "To `{name}` it sends {received} × local derivative {local} = {sent}.",
        "sends tensor": "To `{name}` it sends {sent}, which is {received} times the Jacobian {local}.",
        "sends unknown": "To `{name}` it sends {sent}.",
        "custom": "It is a custom function written in Python; its local derivative cannot be asked for.",
        "outputs": "It has several outputs; its local derivatives are not listed.",
        "large": "Its Jacobian is too large to list.",
        "waits": "`{name}` needs {needed} gradients and has {arrived}: {parts} + …",
        "adds": "`{name}` now has all {needed}, and they add up: {parts} = {sum}.",
        "ran": "torch ran",
        "ran nothing": "Nothing had to be computed.",
        "accumulates": "`{fn}` receives {received} and adds it to `{name}.grad`, which was {before} "
        "and is now {after}.",
        "captured": "`{asked}` returns {received}, the gradient of `{name}`, and leaves `grad` alone.",
        "hooked": "A hook changed this gradient before it was received.",
        "ask": "`{fn}` receives {received}; its local derivative is {local}. What does it send to `{name}`?",
        "ask entry": "`{fn}` receives {received}; its Jacobian is {local}. What is the first entry of "
        "the gradient it sends to `{name}`?",
        "ask leaf": "`{name}` receives {parts}; `{name}.grad` was {before}. What is it now?",
        "right": "Right.",
        "wrong": "Not yet. Try again.",
    },
}
# What only Python uses; the rest goes to the script.
OF_FIGURE = {"title", "legend", "table", "node", "tensor", "value", "received", "sent", "unit"}


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
        """Its id on the page, with which links to a step begin."""
        return Path(self.name).name.replace("_", "-")

    @property
    def words(self) -> dict[str, str]:
        """Its texts."""
        return WORDS[self.language]


def label(node: Node) -> str:
    """How a sentence calls the tensor of a node."""
    return node.name or node.code or node.fn


# HTML


def render(figure: Figure) -> str:
    """The figure as HTML: code, picture, table.

    Raises:
        DrawingError: the graph does not fit the picture.
    """
    calls = figure.recording.calls
    words = figure.words
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
        f'<details class="numbers" data-search-exclude><summary>{words["table"]}</summary>'
        f"{table(figure)}</details></trace-stepper></div>"
    )


def listed(names: list[str], language: str) -> str:
    """Names as a list in a sentence."""
    return {"zh": "、", "en": ", "}[language].join(names)


def listing(figure: Figure) -> str:
    """The code, highlighted as elsewhere, each line in an element of its own."""
    marked = highlight(figure.source, PythonLexer(stripnl=False), HtmlFormatter(nowrap=True))
    lines = marked.rstrip("\n").split("\n")
    code = "\n".join(f'<span class="line">{it}</span>' for it in lines)
    return (
        f'<div class="language-python highlight"><span class="filename">{figure.name}.py</span>'
        f"<pre><span></span><code>{code}\n</code></pre></div>"
    )


def numbers(figure: Figure) -> list[list[str]]:
    """The table: a head, and a row for each node in the order of the backward pass."""
    words = figure.words
    call = figure.recording.calls[-1]
    table = [[words[it] for it in ("node", "tensor", "value", "received", "sent")]]
    for number in call.order:
        node = call.nodes[number]
        parts = [text(it.sent) for it in call.into(number)]
        total = f"{' + '.join(parts)} = " if len(parts) > 1 and not node.hooked else ""
        sent = [f"`{label(call.nodes[it.producer])}` {text(it.sent)}" for it in call.out_of(number)]
        if node.leaf and call.asked == "backward":
            sent = [f"`{node.name}.grad` {told(node.before)} → {told(node.after)}"]
        table.append(
            [
                f"`{node.fn}`",
                f"`{label(node)}`",
                text(node.value),
                total + text(node.received),
                ", ".join(sent) if figure.language == "en" else "，".join(sent),
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
    """The numbers as the lines of a Markdown table."""
    head, *body = numbers(figure)
    lines = [head, ["---"] * len(head), *body]
    return [f"| {' | '.join(it.replace('|', chr(92) + '|') for it in line)} |" for line in lines]


# What the script is given


def payload(figure: Figure) -> dict[str, Any]:
    """What stepper.js needs: the graph, the steps, all numbers as text, all words."""
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
            [label(it), it.fn, int(it.leaf), it.opaque, int(it.hooked)] for it in first.nodes
        ],
        "edges": [[it.producer, it.consumer] for it in first.edges],
        "into": [[first.edges.index(it) for it in first.into(n)] for n in range(len(first.nodes))],
        "steps": steps(calls),
        "runs": [[frame(it) for it in run] for run in runs],
        "words": {key: it for key, it in figure.words.items() if key not in OF_FIGURE},
    }


def steps(calls: list[Call]) -> list[list[Any]]:
    """Each step: the call, 0 forward or 1 backward, the node, where the code is that runs.

    That is a line, a column, a last line and a last column, as in `recordings.Node`.
    """
    found: list[list[Any]] = []
    for number, call in enumerate(calls):
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
