"""Recordings of backward passes: what is in one, how its file is written, what is wrong with it.

A recording is the JSON file beside a snippet, as `<name>.json` beside `<name>.py`. It is made
by `handbook/recorder.py`, which needs torch; nothing here does, so the site builds without it.

    {"calls": [{"line": 10, "asked": "backward", "roots": [[8, 1.0]], "order": [8, 7, …],
      "nodes": [{"fn": "PowBackward0", "name": "a", "code": "x**2", "value": 4.0, …}, …],
      "edges": [{"consumer": 1, "slot": 0, "producer": 0, "output": 0, "local": 4.0, …}, …]}],
     "grid": {"leaf": "x", "positions": [{"at": -2.0, "calls": [{"value": […], …}]}, …]}}

`calls` is the run of the snippet as it stands, with each call of the engine and the `steps` of
optimizers after it, if any. `grid` is there if a page asks for a slider: the numbers of the same
run with another value of one leaf. Floats are written so that they are read back exactly; nan
and inf, which JSON lacks, as text.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any

from handbook.files import LANGUAGES, ROOT, Problem, pages, relative

# A number; the entries of a tensor, nested as its shape; a word for what JSON cannot hold.
Value = Any

# The parts of nodes and edges that change with the input.
OF_NODES = ("value", "saved", "received", "before", "after", "ran")
OF_EDGES = ("local", "sent")


@dataclass
class Node:
    """A node of the backward graph.

    Attributes:
        fn: its name, as `grad_fn.name()` says, without the namespace.
        name: the variable that holds its tensor when the engine is called, or nothing.
        leaf: whether it is an AccumulateGrad node.
        op: the aten operation that made it, such as `pow.Tensor_Scalar`, or nothing.
        code: the expression of the snippet that was running then, or nothing.
        at: where that expression stands: line, column, last line, last column; lines count
            from 1, columns from 0. For a leaf, the line it is assigned at.
        shape: of its tensor; of each of them, if it has several outputs.
        value: its tensor. Several outputs: a list of them. Too large or unknown: None.
        saved: what it kept for its backward formula, by name.
        received: the gradient it received, after the engine added what came in; None if it
            did not run. Several outputs: a list.
        before, after: for a leaf, its `.grad` before the call and after it.
        ran: the aten operations it ran: name, arguments, result.
        opaque: why its local derivatives are unknown: `custom` (a Python autograd.Function),
            `outputs` (several of them), `large`; or nothing.
        hooked: whether a hook of the snippet changed the gradient that came in.
    """

    fn: str
    name: str = ""
    leaf: bool = False
    op: str = ""
    code: str = ""
    at: list[int] = field(default_factory=list)
    shape: list[Any] = field(default_factory=list)
    value: Value = None
    saved: dict[str, Value] = field(default_factory=dict)
    received: Value = None
    before: Value = None
    after: Value = None
    ran: list[Any] = field(default_factory=list)
    opaque: str = ""
    hooked: bool = False


@dataclass
class Edge:
    """An edge of the backward graph, from an operation to one that made its input.

    Attributes:
        consumer: the number of the node that sends a gradient over it.
        slot: which of the consumer's `next_functions` it is.
        producer: the number of the node that receives.
        output: which output of the producer it belongs to.
        local: the derivative of the consumer's output by this input: a number for scalars,
            else a Jacobian with a row for each entry of the output and a column for each
            entry of the input; None if unknown.
        sent: the gradient that went over it, or None.
        partners: for an explorer, the entries of another input of which the local derivative
            is made, if it is a sum of multiples of them. Each is five numbers: the entry of
            this input, the entry of the output, the node that made the other input, the entry
            of that, its factor, which is the mixed second derivative.
    """

    consumer: int
    slot: int
    producer: int
    output: int = 0
    local: Value = None
    sent: Value = None
    partners: list[Any] = field(default_factory=list)


@dataclass
class Step:
    """What a step of a `torch.optim` optimizer did to one parameter.

    Attributes:
        name: the variable that holds the parameter, or nothing.
        lr: the learning rate.
        before, after: the parameter's values before the step and after it.
        gradient: its `.grad` at the step.
    """

    name: str
    lr: float
    before: Value
    gradient: Value
    after: Value


@dataclass
class Call:
    """One call of the engine.

    Attributes:
        line: of the snippet, where it was called.
        asked: `backward` or `grad`.
        roots: for each root the number of its node, and its seed.
        nodes: leaves first, then operations as the forward pass made them.
        edges: by consumer and slot.
        order: the numbers of the nodes in the order in which they got their gradients.
            Those that `autograd.grad` only captures do not run; they come last.
        whole: for an explorer of several operations, an edge from the root to each leaf. It
            stands for all the paths between them.
        steps: of optimizers, between this call and the next.
    """

    line: int
    asked: str
    roots: list[Any]
    nodes: list[Node]
    edges: list[Edge]
    order: list[int]
    whole: list[Edge] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def into(self, node: int) -> list[Edge]:
        """The edges over which the node numbered `node` receives, in order of arrival."""
        coming = [it for it in self.edges if it.producer == node and it.sent is not None]
        return sorted(coming, key=lambda it: (self.order.index(it.consumer), it.slot))

    def out_of(self, node: int) -> list[Edge]:
        """The edges over which the node numbered `node` sends."""
        return [it for it in self.edges if it.consumer == node]

    def structure(self) -> list[Any]:
        """What must be the same wherever the slider stands."""
        kept = [
            {k: v for k, v in vars(it).items() if k not in OF_NODES + OF_EDGES}
            for it in [*self.nodes, *self.edges]
        ]
        return [self.line, self.asked, [number for number, _ in self.roots], self.order, kept]


@dataclass
class Recording:
    """A recorded run.

    Attributes:
        calls: of the engine, in order.
        leaf: the variable that a slider moves, or nothing.
        positions: for each of its values, the calls of that run.
    """

    calls: list[Call]
    leaf: str = ""
    positions: list[tuple[float, list[Call]]] = field(default_factory=list)


# The file


def dumps(recording: Recording) -> str:
    """The one form of a recording's file: a line for each node, edge and position."""

    def row(item: Any) -> str:
        return json.dumps(item, ensure_ascii=False, allow_nan=False)

    def table(name: str, rows: list[str]) -> str:
        return f'"{name}": [\n' + ",\n".join(rows) + "\n]"

    def lean(item: Node | Edge) -> dict[str, Any]:
        def says_nothing(key: str, value: Any) -> bool:
            empty = value is None or value is False or value in ("", [], {})
            return empty and key != "shape"

        return {k: v for k, v in vars(item).items() if not says_nothing(k, v)}

    calls = []
    for call in recording.calls:
        head = {k: getattr(call, k) for k in ("line", "asked", "roots", "order")}
        parts = [
            row(head)[1:-1],
            table("nodes", [row(lean(it)) for it in call.nodes]),
            table("edges", [row(lean(it)) for it in call.edges]),
        ]
        if call.whole:
            parts.append(table("whole", [row(lean(it)) for it in call.whole]))
        if call.steps:
            parts.append(table("steps", [row(vars(it)) for it in call.steps]))
        calls.append("{" + ",\n".join(parts) + "}")
    parts = [table("calls", calls)]
    if recording.leaf:
        rows = [
            row({"at": at, "calls": [columns(it) for it in run]}) for at, run in recording.positions
        ]
        parts.append(f'"grid": {{"leaf": "{recording.leaf}", {table("positions", rows)}}}')
    return "{" + ",\n".join(parts) + "}\n"


def columns(call: Call) -> dict[str, list[Any]]:
    """The numbers of a call, each kind as a list over its nodes or edges."""
    of_nodes = {key: [getattr(it, key) for it in call.nodes] for key in OF_NODES}
    return of_nodes | {key: [getattr(it, key) for it in call.edges] for key in OF_EDGES}


def loads(text: str) -> Recording:
    """The recording whose file holds `text`."""
    data = json.loads(text)
    calls = [
        Call(
            **{k: it[k] for k in ("line", "asked", "roots", "order")},
            nodes=[Node(**node) for node in it["nodes"]],
            edges=[Edge(**edge) for edge in it["edges"]],
            whole=[Edge(**edge) for edge in it.get("whole", [])],
            steps=[Step(**step) for step in it.get("steps", [])],
        )
        for it in data["calls"]
    ]
    grid = data.get("grid", {"leaf": "", "positions": []})
    positions = [
        (it["at"], [moved(*pair) for pair in zip(calls, it["calls"], strict=True)])
        for it in grid["positions"]
    ]
    return Recording(calls, grid["leaf"], positions)


def moved(call: Call, numbers: dict[str, list[Any]]) -> Call:
    """The call at another position, given its `numbers` as `columns` wrote them."""

    def put(items: list[Any], keys: tuple[str, ...]) -> list[Any]:
        return [
            type(it)(**vars(it) | {key: numbers[key][index] for key in keys})
            for index, it in enumerate(items)
        ]

    return Call(
        **{k: getattr(call, k) for k in ("line", "asked", "roots", "order")},
        nodes=put(call.nodes, OF_NODES),
        edges=put(call.edges, OF_EDGES),
    )


# Which snippets are recorded: those whose figure a page places.


@dataclass(frozen=True)
class Marker:
    """A place on a page where a figure is to stand.

    Attributes:
        page: the page's file, and `line` in it.
        kind: what is to stand there, such as `stepper`.
        slider: what its slider moves, such as `x=-2:4:0.5`, or nothing.
        name: the snippet, below snippets/, without its ending.
    """

    page: str
    line: int
    kind: str
    slider: str
    name: str


KINDS = ("stepper", "explorer", "curve", "descent")
OPENING = re.compile(rf"^\s*```(?P<kind>{'|'.join(KINDS)})(?: (?P<slider>\S+))?\s*$")
INCLUDED = re.compile(r'^\s*--8<-- "(?P<name>[^":]+)\.py"\s*$')
NUMBER = r"-?\d+(?:\.\d+)?"
SLIDER = re.compile(rf"(\w+)=({NUMBER}):({NUMBER}):({NUMBER})")


def markers(path: Path, root: Path = ROOT) -> list[Marker]:
    """The places for figures on the page at `path`."""
    if path.suffix != ".md":
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    found = []
    for number, (line, following) in enumerate(zip_longest(lines, lines[1:], fillvalue=""), 1):
        opening, included = OPENING.match(line), INCLUDED.match(following)
        if opening and included:
            kind, slider = opening["kind"], opening["slider"] or ""
            found.append(Marker(relative(path, root), number, kind, slider, included["name"]))
    return found


def wanted(root: Path = ROOT) -> dict[str, Marker]:
    """The recordings that pages ask for, by the name of the snippet, each with one marker.

    A marker with a slider, or of an explorer, goes before one that asks for less: the recording
    then serves both.
    """
    found: dict[str, Marker] = {}
    for language in LANGUAGES:
        for path in pages(language, root):
            for it in markers(path, root):
                if it.name not in found or it.slider or it.kind == "explorer":
                    found[it.name] = it
    return found


def grid(slider: str) -> tuple[str, list[float]]:
    """The leaf that a `slider` such as `x=-2:4:0.5` moves, and its values, both ends included.

    Raises:
        ValueError: it is not of that form, or has no positions.
    """
    form = SLIDER.fullmatch(slider)
    first, last, step = map(float, form.groups()[1:]) if form else (0, 0, 0)
    if form is None or step <= 0 or last < first:
        raise ValueError(f"no slider: `{slider}`; write leaf=first:last:step, as in x=-2:4:0.5")
    count = math.floor((last - first) / step) + 1
    return form[1], [first + step * number for number in range(count)]


def path_of(name: str, root: Path = ROOT) -> Path:
    """The file of the recording of the snippet `name`."""
    return root / "snippets" / f"{name}.json"


def check(root: Path = ROOT) -> list[Problem]:
    """Recordings that no page asks for, or that are asked for and are not there; odd sliders."""
    asked = wanted(root)
    problems = []
    for path in sorted((root / "snippets").rglob("*.json")):
        name = path.relative_to(root / "snippets").with_suffix("").as_posix()
        if name not in asked:
            file = relative(path, root)
            mend = f"`git rm {file}`, or place its figure: a fence ```stepper around the include"
            problems.append(Problem(file, 1, "a recording whose figure no page places", mend))
    for name, marker in asked.items():
        if not path_of(name, root).exists():
            message = f"places the figure of snippets/{name}.py, which is not recorded"
            problems.append(Problem(marker.page, marker.line, message, make(name)))
    return problems + [
        Problem(
            it.page,
            it.line,
            f"the slider {it.slider}, where another page has {one.slider}",
            "give the figures of one run the same slider, or none",
        )
        for language in LANGUAGES
        for path in pages(language, root)
        for it in markers(path, root)
        if it.slider and it.slider != (one := asked[it.name]).slider
    ]


def make(name: str) -> str:
    """The command that records the snippet `name`."""
    return f"`make outputs PAGE={name.rpartition('/')[0]}`"


def compare(name: str, fresh: Recording, root: Path = ROOT) -> list[Problem]:
    """What is wrong with the file of the recording `name`, held against a `fresh` one."""
    path = path_of(name, root)
    old = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    new = dumps(fresh).splitlines()
    if old == new:
        return []
    pairs = enumerate(zip_longest(old, new), 1)
    line, before, now = next((n, a, b) for n, (a, b) in pairs if a != b)
    message = f"no longer what the run records\n-{before}\n+{now}" if old else "is not there"
    mend = f"look at the difference; if it is right, {make(name)}"
    return [Problem(relative(path, root), line, message, mend)]
