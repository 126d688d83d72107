"""Runs a snippet, unmodified, and records what autograd did.

No derivative is computed here. Every number is the result of an operation that torch ran, an
argument that torch handed to a hook, or what a node of the graph returned when it was called:

- A dispatch mode sees each aten operation: in the forward pass those that made a node, in the
  backward pass those that a node asked for.
- The engine's entry is replaced by one that looks at the graph, puts hooks on its nodes, and
  calls the real one.
- The local derivative of a node is what the node itself returns for one-hot gradients.
- Hooks on all optimizers see the parameters before each step and after it.

Three things are verified while recording: the gradients sent to a node add up to what it
received, bit for bit; what was in `.grad` and what came add up to what is in it afterwards; and
the snippet prints what is in its `.out`. What cannot be known is left out: `recordings.Node`
says what and why.

This is the only module that uses what is private to torch. Where that is gone, or is of another
kind, `RecorderError` says so.
"""

from __future__ import annotations

import ast
import contextlib
import io
import itertools
import linecache
import math
import os
import sys
import types
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch.optim import optimizer
from torch.utils import _python_dispatch as dispatch

from handbook.files import ROOT, Problem, relative
from handbook.recordings import Call, Edge, Marker, Node, Recording, Step, Value, grid, make
from handbook.runner import normalise
from handbook.snippets import promised

LARGEST = 64  # entries of a tensor, or of a Jacobian, that a figure can show
NAMESPACE = "torch::autograd::"
ENTRY = "_engine_run_backward"  # what backward() and autograd.grad() call
# Operations that only look at memory, or hand it out: no arithmetic, and no result to show.
SILENT = ("detach", "empty", "alias", "lift_fresh", "is_same_size")


class RecorderError(Exception):
    """A run that cannot be recorded; `problem` says where, why, and what to do."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def record(path: Path, slider: str = "", root: Path = ROOT, partners: bool = False) -> Recording:
    """Record the snippet at `path`.

    Args:
        path: the snippet.
        slider: what a page wants to vary, such as `x=-2:4:0.5`, or nothing.
        root: the folder that holds snippets/.
        partners: whether edges are to say on which entries their derivatives depend.

    Raises:
        RecorderError: the snippet calls no engine, prints other than its `.out`, cannot be
            varied so, or something does not add up.
    """
    source, name = path.read_text(encoding="utf-8"), relative(path, root)
    output = path.with_suffix(".out").read_text(encoding="utf-8")
    recording = Recording(run(source, name, output, partners))
    if not recording.calls:
        raise error(name, 1, "calls neither backward() nor autograd.grad()", "call one of them")
    if not slider:
        return recording
    try:
        recording.leaf, values = grid(slider)
    except ValueError as wrong:
        raise error(name, 1, str(wrong), "correct it on the page that places the figure") from None
    for value in values:
        calls = run(vary(source, name, recording.leaf, value), name, partners=partners)
        if [it.structure() for it in calls] != [it.structure() for it in recording.calls]:
            message = f"builds another graph at {recording.leaf} = {value:g}"
            raise error(name, 1, message, "choose a narrower slider, or none")
        recording.positions.append((value, calls))
    if recording.calls not in [calls for _, calls in recording.positions]:
        message = f"the slider {slider} does not stop at the value in the snippet"
        raise error(name, 1, message, "choose one that does")
    return recording


def record_all(markers: dict[str, Marker], root: Path = ROOT) -> dict[str, Recording]:
    """Record each snippet for which there is a marker, by name.

    Raises:
        RecorderError: the first that cannot be recorded.
    """
    return {
        name: record(root / "snippets" / f"{name}.py", it.slider, root, it.kind == "explorer")
        for name, it in markers.items()
    }


def error(name: str, line: int, message: str, mend: str) -> RecorderError:
    """The error for line `line` of the snippet whose file is `name`."""
    return RecorderError(Problem(name, line, message, mend))


def run(source: str, name: str, output: str | None = None, partners: bool = False) -> list[Call]:
    """The calls of the engine that `source` makes, run as the file `name`.

    Args:
        source: the code.
        name: how its file is called in tracebacks and warnings.
        output: what it must print, if that is known.
        partners: whether edges are to say on which entries their derivatives depend.
    """
    module = types.ModuleType("__main__")
    module.__dict__.update(__file__=name)
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)  # for warnings
    printed = io.StringIO()
    recorder = Recorder(source, name, module.__dict__, partners)
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(printed),
        torch.random.fork_rng(),
        recorder.watching(),
    ):
        warnings.simplefilter("default")
        warnings.simplefilter("ignore", DeprecationWarning)  # of modules imported on the way
        try:
            exec(compile(source, name, "exec", dont_inherit=True), module.__dict__)
        except RecorderError:
            raise
        except Exception as raised:
            if not promised(source):
                message = f"raises {type(raised).__name__} while it is recorded: {raised}"
                raise error(name, 1, message, "mend the snippet, or the recorder") from raised
    told = normalise(printed.getvalue())
    ended = output is None or (output.startswith(told) if promised(source) else output == told)
    if not ended:
        message = f"prints something else while it is recorded:\n{told}"
        raise error(name, 1, message, f"{make(name.removeprefix('snippets/'))}, or the recorder")
    return recorder.calls


def vary(source: str, name: str, leaf: str, value: float) -> str:
    """`source` with another number where `leaf = torch.tensor(2.0, …)` has one."""
    for statement in ast.walk(ast.parse(source)):
        match statement:
            case ast.Assign(
                targets=[ast.Name(id=found)],
                value=ast.Call(func=ast.Attribute(attr="tensor"), args=[number, *_]),
            ) if found == leaf and isinstance(ast.literal_eval(number), float):
                lines = source.splitlines(keepends=True)
                line = lines[number.lineno - 1]
                start, end = number.col_offset, number.end_col_offset
                lines[number.lineno - 1] = line[:start] + repr(value) + line[end:]
                return "".join(lines)
    message = f"has no line `{leaf} = torch.tensor(<a number>, …)` that a slider could change"
    raise error(name, 1, message, "write that line, or leave the slider out")


# Values


def values(item: Any) -> Value:
    """A tensor or an argument as JSON has it: numbers, nested lists, words; None if too large."""
    if isinstance(item, torch.Tensor):
        if item.numel() > LARGEST or item.layout != torch.strided:
            return None
        with dispatch._disable_current_modes(), torch.no_grad():
            return values(item.detach().tolist())
    if isinstance(item, list | tuple):
        return [values(it) for it in item]
    if isinstance(item, float) and not math.isfinite(item):
        return str(item)  # nan, inf, -inf
    return item if isinstance(item, int | float | bool | str | None) else str(item)


def same(one: torch.Tensor, other: torch.Tensor) -> bool:
    """Whether two tensors hold exactly the same numbers, nan being like nan."""
    return torch.allclose(one, other, rtol=0, atol=0, equal_nan=True)


# The graph


class Made:
    """What made a node in the forward pass: the operation, where it stands, what came out."""

    def __init__(self, op: str, out: Any, frame: types.FrameType | None, source: str) -> None:
        self.op = op
        self.value = values(out)
        self.several = isinstance(out, list | tuple)
        self.at: list[int] = []
        self.code = ""
        if frame is not None:
            spans = frame.f_code.co_positions()
            line, last, start, end = next(itertools.islice(spans, frame.f_lasti // 2, None))
            if None not in (line, last, start, end):
                self.at = [line or 0, start or 0, last or 0, end or 0]
                self.code = excerpt(source, self.at)


def excerpt(source: str, at: list[int]) -> str:
    """The code that stands `at` line, column, last line, last column, on one line."""
    line, start, last, end = at
    lines = source.splitlines()[line - 1 : last]
    lines[-1] = lines[-1][:end]
    lines[0] = lines[0][start:]
    return " ".join(it.strip() for it in lines)


class Recorder(dispatch.TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Sees each aten operation below autograd, and stands in for the engine's entry.

    Args:
        source: the snippet.
        name: the file it is run as.
        variables: its global variables.
        partners: whether edges are to say on which entries their derivatives depend.
    """

    def __init__(
        self, source: str, name: str, variables: dict[str, Any], partners: bool = False
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.source = source
        self.name = name
        self.variables = variables
        self.partners = partners
        self.aside = False  # while the recorder itself differentiates
        self.calls: list[Call] = []
        self.stepping: list[Step] = []  # the parameters of the step that is under way
        self.made: dict[int, Made] = {}  # by sequence number of the node
        self.next_number = private(torch.autograd, "_get_sequence_nr")
        self.sequence = self.next_number()
        self.running: Running | None = None

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Record what happens inside."""
        entry = private(torch.autograd, ENTRY)

        def replaced(roots: Any, seeds: Any, *args: Any, **settings: Any) -> Any:
            entered = entry if self.aside else partial(self.call, entry)
            return entered(roots, seeds, *args, **settings)

        setattr(torch.autograd, ENTRY, replaced)
        hooks = [
            optimizer.register_optimizer_step_pre_hook(self.before_step),
            optimizer.register_optimizer_step_post_hook(self.after_step),
        ]
        try:
            with self:
                yield
        finally:
            setattr(torch.autograd, ENTRY, entry)
            for hook in hooks:
                hook.remove()

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Run one operation; note what it made, or which node asked for it."""
        op = str(func).removeprefix("aten.")
        silent = op.startswith(SILENT)
        before = [] if silent else values(list(args))  # before an in-place operation changes them
        out = func(*args, **(kwargs or {}))
        if self.running is not None and not silent:
            self.running.ran(op, before, values(out))
        sequence = self.next_number()
        if sequence != self.sequence:  # autograd has made a node, for this operation
            self.made[sequence - 1] = Made(op, out, self.frame(), self.source)
            self.sequence = sequence
        return out

    def frame(self) -> types.FrameType | None:
        """The innermost frame of the snippet that is running."""
        frame: types.FrameType | None = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != self.name:
            frame = frame.f_back
        return frame

    def names(self) -> Iterator[tuple[str, torch.Tensor]]:
        """The tensors that the snippet has names for now: its variables, its parameters."""
        frame = self.frame()
        own = frame.f_locals if frame is not None else {}
        for name, item in [*self.variables.items(), *own.items()]:
            if isinstance(item, torch.Tensor):
                yield name, item
            elif isinstance(item, torch.nn.Module):
                yield from ((f"{name}.{own}", it) for own, it in item.named_parameters())

    def before_step(self, optimizer: Any, args: Any, kwargs: Any) -> None:
        """Note what each parameter is, before an optimizer changes it."""
        names = {it: name for name, it in self.names()}
        self.stepping = [
            Step(names.get(it, ""), float(group["lr"]), values(it), values(it.grad), None)
            for group in optimizer.param_groups
            for it in group["params"]
        ]

    def after_step(self, optimizer: Any, args: Any, kwargs: Any) -> None:
        """Note what each parameter has become."""
        parameters = [it for group in optimizer.param_groups for it in group["params"]]
        for step, parameter in zip(self.stepping, parameters, strict=True):
            step.after = values(parameter)
        if self.calls:
            self.calls[-1].steps += self.stepping

    def call(self, entry: Callable[..., Any], roots: Any, seeds: Any, *args: Any, **k: Any) -> Any:
        """Stand in for `entry`, the engine's: look at the graph, hook it, run it, verify."""
        frame = self.frame()
        line = frame.f_lineno if frame is not None else 1
        captured = args[2] if len(args) > 2 else k.get("inputs", ())
        asked = "backward" if k.get("accumulate_grad") else "grad"
        running = Running(self, list(roots), frame, line)
        self.running = running
        try:
            result = entry(roots, seeds, *args, **k)
        finally:
            self.running = None
            running.unhook()
        if asked == "grad":
            running.capture(captured, result)
        else:
            running.accumulated()
        call = running.call
        call.asked = asked
        for edge in call.whole:
            edge.sent = call.nodes[edge.producer].received
        call.roots = [
            [running.number[it], values(seed)]
            for it, seed in zip(running.roots, seeds, strict=True)
        ]
        self.calls.append(call)
        return result


def private(owner: Any, name: str) -> Any:
    """What `owner` holds under a private `name`."""
    if not hasattr(owner, name):
        message = f"torch {torch.__version__} has no {owner.__name__}.{name} any more"
        mend = "find what replaced it, and adapt this module"
        raise RecorderError(Problem("handbook/recorder.py", 1, message, mend))
    return getattr(owner, name)


def edge_of(tensor: Any) -> Any:
    """The node that a gradient with respect to `tensor` goes to."""
    if isinstance(tensor, torch.autograd.graph.GradientEdge):
        return tensor.node
    return torch.autograd.graph.get_gradient_edge(tensor).node


class Running:
    """One call of the engine while it runs.

    Args:
        recorder: what it is part of.
        roots: what the engine is to start from.
        frame: of the snippet, that calls it, at the `line` of that number.
    """

    def __init__(
        self, recorder: Recorder, roots: list[Any], frame: types.FrameType | None, line: int
    ) -> None:
        self.recorder = recorder
        self.frame = frame
        self.roots = [edge_of(it) for it in roots]
        found: list[Any] = []  # holding the nodes keeps torch from handing out new objects
        stack = [*self.roots]
        while stack:
            node = stack.pop()
            if node not in found:
                found.append(node)
                stack += [it for it, _ in node.next_functions if it is not None]
        names = list(recorder.names())
        self.leaf_names = {id(it): name for name, it in reversed(names)}
        leaves = [it for it in found if hasattr(it, "variable")]
        order = [id(it) for _, it in names]
        leaves.sort(key=lambda it: order.index(id(it.variable)) if id(it.variable) in order else 99)
        operations = [it for it in found if not hasattr(it, "variable")]
        operations.sort(key=lambda it: private(it, "_sequence_nr")())
        self.nodes = [*leaves, *operations]
        self.number = {it: number for number, it in enumerate(self.nodes)}
        self.call = Call(line, "", [], [self.node(it, names) for it in self.nodes], [], [])
        for node in self.nodes:
            rows = self.rows(node)
            for slot, (goal, output) in enumerate(node.next_functions):
                if goal is not None:
                    edge = Edge(self.number[node], slot, self.number[goal], output)
                    edge.local = local(rows, slot)
                    self.call.edges.append(edge)
        if recorder.partners:
            self.explore(roots[0])
        self.adding = False  # whether the engine is summing, rather than a node computing
        self.sums: dict[tuple[int, int], list[torch.Tensor]] = {}
        self.old = {it: it.variable.grad for it in leaves}
        self.old = {it: old.clone() if old is not None else None for it, old in self.old.items()}
        self.handles: list[Any] = []
        for node in self.nodes:
            self.handles.append(node.register_prehook(self.receives(node)))
            if not hasattr(node, "variable"):
                self.handles.append(node.register_hook(self.sends(node)))

    def node(self, node: Any, names: list[tuple[str, torch.Tensor]]) -> Node:
        """What is known of a node before the engine runs."""
        fn = node.name().removeprefix(NAMESPACE)
        if hasattr(node, "variable"):
            leaf = node.variable
            name = self.leaf_names.get(id(leaf), "")
            line = assigned(self.recorder.source, name)
            at = [line, 0, line, 0] if line else []
            before = values(leaf.grad) if leaf.grad is not None else None
            shape = list(leaf.shape)
            return Node(fn, name, True, at=at, shape=shape, value=values(leaf), before=before)
        named = [(name, it) for name, it in names if it.grad_fn is node]
        shapes = [list(it.shape) for it in private(node, "_input_metadata")]
        new = Node(fn, named[0][0] if named else "")
        new.shape = shapes[0] if len(shapes) == 1 else shapes
        new.opaque = "outputs" if len(shapes) != 1 else "" if callable(node) else "custom"
        made = self.recorder.made.get(node._sequence_nr())
        if made is not None and callable(node):  # a custom Function may run many operations
            new.op, new.at, new.code = made.op, made.at, made.code
            whole = made.several == (len(shapes) != 1)
            new.value = made.value if whole else made.value[0] if made.several else None
        if new.value is None and named and len(shapes) == 1:
            new.value = values(named[0][1])
        for key in sorted(it for it in dir(node) if it.startswith("_saved_")):
            new.saved[key.removeprefix("_saved_")] = values(getattr(node, key))
        for number, saved in enumerate(getattr(node, "saved_tensors", ())):
            new.saved[str(number)] = values(saved)
        return new

    def rows(self, node: Any) -> list[Any]:
        """What `node` returns for each one-hot gradient of its output; empty if unknown."""
        record = self.call.nodes[self.number[node]]
        if record.leaf or record.opaque:
            return []
        (meta,) = node._input_metadata
        count = math.prod(meta.shape)
        if count > LARGEST:
            record.opaque = "large"
            return []
        with dispatch._disable_current_modes(), torch.no_grad():
            ones = torch.eye(count, dtype=meta.dtype).reshape(count, *meta.shape)
            returned = [node(one.clone()) for one in ones]
            rows = [
                [fitted(*pair) for pair in zip(it, node.next_functions, strict=False)]
                for it in (it if isinstance(it, tuple) else (it,) for it in returned)
            ]
        sizes = [count * it.numel() for it in rows[0] if it is not None] if rows else []
        if max(sizes, default=0) > LARGEST:
            record.opaque = "large"
            return []
        return rows

    def explore(self, root: Any) -> None:
        """Differentiate `root`, which the engine is to start from, by each leaf, and once more.

        The edges of the graph that lead there get `partners`. If other operations lie between,
        `call.whole` gets an edge for each leaf, which stands for all the paths to it.
        """
        number = self.number[self.roots[0]]
        (meta,) = private(self.roots[0], "_input_metadata")
        count = math.prod(meta.shape)
        if len(self.roots) > 1 or count > LARGEST:
            return
        edges = self.call.out_of(number)
        if len({it.producer for it in edges}) < len(self.call.edges):
            leaves = [it for it, node in enumerate(self.call.nodes) if node.leaf]
            self.call.whole = edges = [Edge(number, slot, it) for slot, it in enumerate(leaves)]
        goals = [torch.autograd.graph.GradientEdge(self.nodes[it.producer], 0) for it in edges]
        grad = partial(torch.autograd.grad, retain_graph=True, allow_unused=True)
        self.recorder.aside = True
        with dispatch._disable_current_modes():
            ones = torch.eye(count, dtype=meta.dtype).reshape(count, *meta.shape)
            rows = [grad(root, goals, one, create_graph=True) for one in ones]
            for slot, edge in enumerate(self.call.whole):
                edge.local = local(rows, slot)
            for (slot, edge), (other, goal) in itertools.permutations(enumerate(edges), 2):
                leaf = self.nodes[goal.producer].variable
                for entry, row in enumerate(rows):
                    if row[slot] is None or not row[slot].requires_grad:
                        continue
                    for own, slope in enumerate(row[slot].flatten()):
                        (again,) = grad(slope, goals[other])
                        if again is not None and same((again * leaf).sum(), slope):
                            edge.partners += [
                                [own, entry, goal.producer, place, value]
                                for place, value in enumerate(again.flatten().tolist())
                                if value != 0
                            ]
        self.recorder.aside = False
        self.recorder.sequence = self.recorder.next_number()

    def receives(self, node: Any) -> Callable[[Any], None]:
        """A hook that notes what `node` received, after verifying the engine's sum."""
        number = self.number[node]
        record = self.call.nodes[number]

        def hook(incoming: Any) -> None:
            with dispatch._disable_current_modes(), torch.no_grad():
                for output, gradient in enumerate(incoming):
                    parts = self.sums.get((number, output), [])
                    total = sum(parts[1:], parts[0]) if parts else gradient
                    if gradient is not None and not same(total, gradient):
                        record.hooked = self.excused(f"what {record.fn} received")
            self.adding = False
            self.call.order.append(number)
            received = [values(it) for it in incoming]
            record.received = received[0] if len(received) == 1 else received

        return hook

    def excused(self, what: str) -> bool:
        """True if a hook of the snippet may be why something does not add up.

        Raises:
            RecorderError: the snippet has no hooks.
        """
        if "register_" in self.recorder.source:
            return True
        message = f"{what} is not the sum of what was sent"
        mend = "handbook/recorder.py does not understand this graph: mend it there"
        raise error(self.recorder.name, self.call.line, message, mend)

    def sends(self, node: Any) -> Callable[[Any, Any], None]:
        """A hook that notes what `node` sent over each edge."""
        edges = {it.slot: it for it in self.call.out_of(self.number[node])}

        def hook(outgoing: Any, _: Any) -> None:
            self.adding = True
            for slot, gradient in enumerate(outgoing):
                if gradient is not None and slot in edges:
                    edge = edges[slot]
                    with dispatch._disable_current_modes():
                        copy = fitted(gradient.detach().clone(), node.next_functions[slot])
                    edge.sent = values(copy)
                    self.sums.setdefault((edge.producer, edge.output), []).append(copy)

        return hook

    def ran(self, op: str, args: Value, out: Value) -> None:
        """Note an operation that the node at work asked for; not the engine's, nor a hook's."""
        node = private(torch._C, "_current_autograd_node")()
        hook = callable(node) and self.recorder.frame() is not self.frame
        if node in self.number and not self.adding and not hook:
            self.call.nodes[self.number[node]].ran.append([op, args, out])

    def unhook(self) -> None:
        """Take the hooks off the graph."""
        for handle in self.handles:
            handle.remove()

    def accumulated(self) -> None:
        """After `backward()`: note what is in each leaf's `.grad`, and verify that sum."""
        for node, old in self.old.items():
            record = self.call.nodes[self.number[node]]
            new = node.variable.grad
            record.after = values(new) if new is not None else None
            parts = self.sums.get((self.number[node], 0), [])
            if new is not None and parts and not record.hooked:
                with dispatch._disable_current_modes(), torch.no_grad():
                    total = sum(parts[1:], parts[0])
                    total = total if old is None else old + total
                    if not same(total, new):
                        record.hooked = self.excused(f"{record.name}.grad")

    def capture(self, inputs: Any, results: Any) -> None:
        """After `autograd.grad`: what it returned is what the nodes of its `inputs` received."""
        for tensor, result in zip(inputs, results, strict=True):
            number = self.number.get(edge_of(tensor))
            if number is not None and result is not None and number not in self.call.order:
                self.call.nodes[number].received = values(result)
                self.call.order.append(number)


def fitted(gradient: Any, edge: tuple[Any, int]) -> Any:
    """A gradient a node returned, as the engine sends it over the `edge`.

    Where an input was broadcast, the engine sums to the input's shape.
    """
    goal, output = edge
    if gradient is None or goal is None:
        return gradient
    shape = private(goal, "_input_metadata")[output].shape
    return gradient if gradient.shape == shape else gradient.sum_to_size(shape)


def local(rows: list[Any], slot: int) -> Value:
    """The local derivative for one input: a number, a Jacobian, or None."""
    if not rows or slot >= len(rows[0]) or rows[0][slot] is None:
        return None
    with dispatch._disable_current_modes(), torch.no_grad():
        parts = [row[slot].detach() for row in rows]
        if len(parts) == 1 and parts[0].dim() == 0:
            return values(parts[0])
        return values(torch.stack([it.reshape(-1) for it in parts]))


def assigned(source: str, name: str) -> int:
    """The line on which the variable of that `name`, or its module, is first assigned."""
    for statement in ast.walk(ast.parse(source)):
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                if isinstance(target, ast.Name) and target.id == name.partition(".")[0]:
                    return statement.lineno
    return 0


def main() -> None:
    """Print the recordings of the snippets named on the command line, without sliders."""
    from handbook.recordings import dumps

    for name in sys.argv[1:]:
        print(dumps(record(Path(os.path.abspath(name)))), end="")


if __name__ == "__main__":
    main()
