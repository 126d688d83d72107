"""Recordings of backward passes: torch records the same again, and the numbers fit together.

Nothing here takes a recording's word: gradients are held against finite differences in float64
of the snippet's own code, and each sum and product against arithmetic of its own.
"""

from __future__ import annotations

import ast
import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from handbook import recorder, recordings
from handbook.files import ROOT, report
from handbook.recorder import RecorderError, record
from handbook.recordings import Call, Recording, Step, Value

WANTED = recordings.wanted()
each_run = pytest.mark.parametrize("name", WANTED)
STEP = 2.0**-17


@pytest.fixture(scope="module")
def fresh() -> dict[str, Recording]:
    """Each recording that a page asks for, made now."""
    return recorder.record_all(WANTED)


@each_run
def test_torch_records_what_the_file_says(name: str, fresh: dict[str, Recording]) -> None:
    problems = recordings.compare(name, fresh[name])
    assert not problems, report(problems)


@each_run
def test_a_file_is_read_as_it_was_written(name: str, fresh: dict[str, Recording]) -> None:
    text = recordings.path_of(name).read_text(encoding="utf-8")
    assert recordings.dumps(recordings.loads(text)) == text
    assert recordings.loads(text) == fresh[name]


def test_each_recording_has_its_figure() -> None:
    problems = recordings.check()
    assert not problems, report(problems)
    assert len(WANTED) >= 6


def test_recording_again_gives_the_same() -> None:
    path = ROOT / "snippets/basics/chain-rule/vector_rule.py"
    assert record(path) == record(path)


# Sums, products and order


def flat(value: Value) -> torch.Tensor:
    """The entries of a recorded value, exactly as torch had them."""
    return torch.tensor(value, dtype=torch.float32).reshape(-1)


def faults(call: Call) -> list[str]:
    """Where the numbers of a call do not fit together, or nodes ran too early."""
    found = []
    for edge in call.edges:
        node = call.nodes[edge.consumer]
        if edge.sent is None:
            continue
        where = f"{node.fn} {edge.consumer} -> {edge.producer}"
        if call.order.index(edge.consumer) > call.order.index(edge.producer):
            found.append(f"{where}: ran after what it sends to")
        if edge.local is not None and not node.opaque:
            local = torch.tensor(edge.local, dtype=torch.float64).reshape(
                flat(node.received).numel(), -1
            )
            product = flat(node.received).double() @ local
            if not torch.allclose(product, flat(edge.sent).double(), rtol=1e-6):
                found.append(f"{where}: {edge.sent} is not {node.received} times {edge.local}")
    seeds = dict(call.roots)
    for number, node in enumerate(call.nodes):
        parts = [flat(it.sent) for it in call.into(number)]
        parts += [flat(seeds[number])] if number in seeds else []
        if node.received is None or node.hooked or not parts:
            continue
        total = sum(parts[1:], parts[0])
        if not torch.equal(total, flat(node.received)):
            found.append(f"{node.fn} {number}: {node.received} is not the sum of {parts}")
        if node.leaf and call.asked == "backward":
            total = total if node.before is None else flat(node.before) + total
            if not torch.equal(total, flat(node.after)):
                found.append(f"{node.name}.grad is {node.after}, not {total}")
    return found


@each_run
def test_numbers_fit_together_at_each_position(name: str, fresh: dict[str, Recording]) -> None:
    recording = fresh[name]
    for _, calls in [(0.0, recording.calls), *recording.positions]:
        for call in calls:
            assert faults(call) == []


FAULTS: dict[str, tuple[Callable[[Call], Any], str]] = {
    "another edge": (lambda it: vars(it.edges[1]).update(producer=2), "is not"),
    "two edges exchanged": (
        lambda it: (vars(it.edges[0]).update(sent=1101.0), vars(it.edges[1]).update(sent=1468.0)),
        "1101.0 is not 367.0 times 4.0",
    ),
    "another order": (lambda it: it.order.reverse(), "ran after what it sends to"),
    "another sum": (lambda it: vars(it.nodes[4]).update(received=368.0), "is not the sum"),
    "another .grad": (lambda it: vars(it.nodes[0]).update(after=2568.0), "x.grad is 2568.0"),
    "another derivative": (lambda it: vars(it.edges[5]).update(local=362.0), "times 362.0"),
}


@pytest.mark.parametrize("fault, message", FAULTS.values(), ids=FAULTS.keys())
def test_finds(fault: Callable[[Call], Any], message: str, fresh: dict[str, Recording]) -> None:
    call = copy.deepcopy(fresh["basics/chain-rule/along_the_graph"].calls[0])
    fault(call)
    assert any(message in it for it in faults(call)), faults(call)


# Finite differences of the snippet's own code


class Nudge(ast.NodeTransformer):
    """Adds to the value of each variable what `nudges` holds under its name."""

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """Turn `a = x**2` into `a = x**2 + nudges.get("a", 0)`."""
        (target,) = node.targets
        if isinstance(target, ast.Name):
            extra = ast.parse(f'nudges.get("{target.id}", 0)', mode="eval").body
            node.value = ast.BinOp(node.value, ast.Add(), extra)
        return node


def differences(source: str, until: int, root: str, name: str) -> torch.Tensor:
    """The gradient of `root` with respect to the variable `name`, in float64, without autograd.

    Of the code only what is assigned before the line `until` runs, where it calls the engine.
    """
    body: list[ast.stmt] = []
    for statement in ast.parse(source).body:
        inner = statement.body if isinstance(statement, ast.For) else [statement]
        body += [
            it
            for it in inner
            if isinstance(it, ast.Import)
            or (isinstance(it, ast.Assign) and isinstance(it.targets[0], ast.Name))
            if it.lineno < until
        ]
    tree = ast.fix_missing_locations(Nudge().visit(ast.Module(body, [])))
    code = compile(tree, "nudged", "exec")

    def run(nudges: dict[str, torch.Tensor]) -> dict[str, Any]:
        variables: dict[str, Any] = {"nudges": nudges}
        torch.set_default_dtype(torch.float64)
        try:
            with torch.no_grad():
                exec(code, variables)
        finally:
            torch.set_default_dtype(torch.float32)
        return variables

    entries = run({})[name].numel()
    result = torch.zeros(entries, dtype=torch.float64)
    for entry in range(entries):
        step = torch.zeros(entries, dtype=torch.float64)
        step[entry] = STEP
        step = step.reshape(run({})[name].shape)
        up, down = run({name: step})[root], run({name: -step})[root]
        result[entry] = (up - down) / (2 * STEP)
    return result


# The differences of explorers are in tests/test_explorer.py, those of curves in test_curve.py.
@pytest.mark.parametrize("name", [it for it in WANTED if WANTED[it].kind == "stepper"])
def test_finite_differences_at_each_position(name: str, fresh: dict[str, Recording]) -> None:
    """Every gradient of a tensor with a name: that of the root by it, as the page defines it."""
    path = ROOT / "snippets" / f"{name}.py"
    source, recording = path.read_text(encoding="utf-8"), fresh[name]
    places = [(source, recording.calls)] + [
        (recorder.vary(source, path.name, recording.leaf, at), calls)
        for at, calls in recording.positions
    ]
    compared = 0
    for code, calls in places:
        call = calls[0]
        root = call.nodes[call.roots[0][0]].name
        for node in call.nodes:
            if node.name and node.name != root:
                numeric = differences(code, call.line, root, node.name)
                torch.testing.assert_close(
                    flat(node.received).double(), numeric, rtol=1e-5, atol=1e-6
                )
                compared += 1
    assert compared >= len(places)


def test_the_six_numbers(fresh: dict[str, Recording]) -> None:
    call = fresh["basics/chain-rule/along_the_graph"].calls[0]
    named = {it.name: number for number, it in enumerate(call.nodes) if it.name}
    assert [call.nodes[named[it]].value for it in "xuy"] == [2, 11, 1377]
    assert [call.nodes[named[it]].received for it in "yux"] == [1, 367, 2569]
    assert [it.sent for it in call.into(named["u"])] == [4, 363]
    assert [it.sent for it in call.into(named["x"])] == [1101, 1468]


# What the recorder can record


def calls(source: str) -> list[Call]:
    """The calls that the code makes."""
    return recorder.run(source, "snippets/tests/case.py")


X = "import torch\nx = torch.tensor(2.0, requires_grad=True)\n"


def test_where_the_code_is() -> None:
    (call,) = calls(X + "y = (x**2 +\n     3 * x)\ny.backward()\n")
    assert [(it.code, it.at) for it in call.nodes[1:]] == [
        ("x**2", [3, 5, 3, 9]),
        ("3 * x", [4, 5, 4, 10]),
        ("x**2 + 3 * x", [3, 5, 4, 10]),
    ]
    assert call.line == 5 and call.nodes[0].at == [2, 0, 2, 0]


def test_what_is_saved_and_what_ran() -> None:
    (call,) = calls(X + "y = x**3\ny.backward()\n")
    node = call.nodes[1]
    assert node.saved == {"exponent": 3, "self": 2.0} and node.op == "pow.Tensor_Scalar"
    assert [it[0] for it in node.ran] == ["pow.Tensor_Scalar", "mul.Scalar", "mul.Tensor"]
    assert [it[2] for it in node.ran] == [4.0, 12.0, 12.0]


def test_calls_accumulate() -> None:
    found = calls(X + "for _ in range(3):\n    (x**2).backward()\n")
    assert [(it.nodes[0].before, it.nodes[0].after) for it in found] == [(None, 4), (4, 8), (8, 12)]


def test_steps_of_optimizers() -> None:
    code = """\
w = torch.tensor([1.0, 2.0], requires_grad=True)
optimizer = torch.optim.SGD([{"params": [x]}, {"params": [w], "lr": 0.5}], lr=0.25, momentum=1)
for _ in range(2):
    optimizer.zero_grad()
    (x**2 + w.sum()).backward()
    optimizer.step()
"""
    first, second = calls(X + code)
    assert first.steps == [
        Step("x", 0.25, 2.0, 4.0, 1.0),
        Step("w", 0.5, [1.0, 2.0], [1.0, 1.0], [0.5, 1.5]),
    ]
    assert second.steps == [  # with momentum 1, what is subtracted is the sum of the gradients
        Step("x", 0.25, 1.0, 2.0, -0.5),
        Step("w", 0.5, [0.5, 1.5], [1.0, 1.0], [-0.5, 0.5]),
    ]
    again = recordings.loads(recordings.dumps(Recording([first, second])))
    assert again.calls == [first, second]


def test_retain_graph() -> None:
    first, second = calls(X + "y = x * x\ny.backward(retain_graph=True)\ny.backward()\n")
    assert first.nodes[1:] == second.nodes[1:] and first.edges == second.edges
    assert len(first.into(0)) == 2 and second.nodes[0].after == 8


def test_autograd_grad_writes_no_grad() -> None:
    (call,) = calls(
        X + "u = x**2\ny = u * x\ng = torch.autograd.grad(y, (u, x))\nassert x.grad is None"
    )
    assert call.asked == "grad" and call.nodes[0].received == 12 and call.nodes[0].after is None
    assert call.order[-1] == 0 and faults(call) == []


def test_double_backward() -> None:
    code = "y = x**3\n(g,) = torch.autograd.grad(y, x, create_graph=True)\ng.backward()\n"
    first, second = calls(X + code)
    assert first.nodes[0].received == 12 and second.nodes[0].after == 12
    assert second.nodes[second.roots[0][0]].name == "g" and faults(second) == []


def test_hooks_may_change_gradients() -> None:
    code = "u = x**2\nu.register_hook(lambda g: 10 * g)\ny = 3 * u\ny.backward()\n"
    (call,) = calls(X + code)
    u = call.nodes[1]
    assert (u.name, u.received, u.hooked) == ("u", 30, True) and call.nodes[0].after == 120
    assert [it[0] for it in u.ran] == ["pow.Tensor_Scalar", "mul.Scalar", "mul.Tensor"]


def test_a_sum_that_does_not_add_up_is_an_error() -> None:
    hidden = 'getattr(u, "regis" + "ter_hook")(lambda g: 10 * g)'
    with pytest.raises(
        RecorderError, match=r"case.py:6: what PowBackward0 received is not the sum"
    ):
        calls(X + f"u = x**2\n{hidden}\ny = 3 * u\ny.backward()\n")


def test_in_place() -> None:
    code = """\
import torch
x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 3
y[0].mul_(5)
y.sum().backward()
"""
    (call,) = calls(code)
    assert [it.fn for it in call.nodes[1:]] == ["MulBackward0", "CopySlices", "SumBackward0"]
    assert call.nodes[0].after == [15.0, 3.0] and faults(call) == []


CUSTOM = """\
import torch
class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x * x
    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return 2 * x * g
x = torch.tensor(3.0, requires_grad=True)
y = Square.apply(x)
y.backward()
"""


def test_of_a_custom_function_what_cannot_be_known_is_left_out() -> None:
    (call,) = calls(CUSTOM)
    node = call.nodes[1]
    assert (node.fn, node.opaque, node.op, node.code) == ("SquareBackward", "custom", "", "")
    assert node.value == 9 and node.saved == {"0": 3.0} and call.edges[0].local is None
    assert call.edges[0].sent == 6 and [it[2] for it in node.ran] == [6.0, 6.0]


def test_several_outputs() -> None:
    code = "import torch\nx = torch.tensor([1.0, 2.0], requires_grad=True)\na, b = x.unbind()\n"
    (call,) = calls(code + "y = a * b\ny.backward()\n")
    node = call.nodes[1]
    assert (node.opaque, node.value, node.received) == ("outputs", [1.0, 2.0], [2.0, 1.0])
    assert node.shape == [[], []] and [it.output for it in call.into(1)] == [0, 1]


def test_what_was_broadcast_is_summed_as_the_engine_does() -> None:
    code = "w = torch.tensor([1.0, 3.0], requires_grad=True)\ny = w + x\ny.backward(2 * w)\n"
    (call,) = calls(X + code)
    assert [(it.sent, it.local) for it in call.edges] == [
        ([2.0, 6.0], [[1.0, 0.0], [0.0, 1.0]]),
        (8.0, [[1.0], [1.0]]),
    ]
    assert faults(call) == []


def test_of_several_operations_the_whole_is_recorded() -> None:
    """Only for an explorer, and only where operations lie between the root and a leaf."""
    code = X + "w = torch.tensor([1.0, 3.0], requires_grad=True)\ny = w * x{}\ny.backward(2 * w)\n"
    for more, factor in (("", 1), (" * 5", 5)):
        source = code.format(more)
        (call,) = recorder.run(source, "snippets/tests/case.py", partners=True)
        edges = call.whole or call.edges
        assert bool(call.whole) == bool(more) and calls(source)[0].whole == []
        found = {call.nodes[it.producer].name: (it.local, it.sent) for it in edges}
        assert found == {
            "x": ([[1.0 * factor], [3.0 * factor]], 20.0 * factor),
            "w": ([[2.0 * factor, 0.0], [0.0, 2.0 * factor]], [4.0 * factor, 12.0 * factor]),
        }
        partners = {call.nodes[it.producer].name: it.partners for it in edges}
        assert [it.name for it in call.nodes[:2]] == ["x", "w"]
        assert partners == {
            "x": [[0, 0, 1, 0, factor], [0, 1, 1, 1, factor]],
            "w": [[0, 0, 0, 0, factor], [1, 1, 0, 0, factor]],
        }
        assert recordings.loads(recordings.dumps(Recording([call]))).calls == [call]


def test_a_leaf_used_twice_is_one_input() -> None:
    (call,) = recorder.run(X + "y = x * x\ny.backward()\n", "snippets/tests/case.py", partners=True)
    assert [(it.local, it.sent, it.partners) for it in call.whole] == [(4.0, 4.0, [])]


def test_what_is_not_linear_is_no_factor() -> None:
    code = "w = torch.tensor(4.0, requires_grad=True)\ny = w / x\ny.backward()\n"
    (call,) = recorder.run(X + code, "snippets/tests/case.py", partners=True)
    x, w = call.nodes[:2]
    assert (x.name, w.name) == ("x", "w")
    assert [(call.nodes[it.producer].name, it.partners) for it in call.edges] == [
        ("w", []),  # 1 / x
        ("x", [[0, 0, 1, 0, -0.25]]),  # -w / x**2
    ]


def test_large_tensors_are_left_out() -> None:
    code = "import torch\nx = torch.ones(65, requires_grad=True)\ny = (2 * x).sum()\ny.backward()\n"
    (call,) = calls(code)
    assert call.nodes[0].value is None and call.nodes[0].shape == [65]
    assert call.nodes[1].opaque == "large" and call.nodes[2].value == 130


def test_nan_and_infinity_are_text() -> None:
    (call,) = calls(X + "y = (x - 2).sqrt() * 0\ny.backward()\n")
    assert call.nodes[0].after == "nan" and call.edges[1].local == "inf"
    text = recordings.dumps(Recording([call]))
    assert json.loads(text)["calls"][0]["nodes"][0]["received"] == "nan"
    assert recordings.loads(text).calls == [call]


def test_floats_are_exact() -> None:
    (call,) = calls(X + "y = x / 3\ny.backward()\n")
    text = recordings.dumps(Recording([call]))
    exact = torch.tensor(2.0).div(3).item()
    assert recordings.loads(text).calls[0].nodes[1].value == exact != round(exact, 8)


def test_parameters_have_names() -> None:
    code = "import torch\ntorch.manual_seed(0)\nlayer = torch.nn.Linear(2, 1)\n"
    (call,) = calls(code + "y = layer(torch.ones(2)).sum()\ny.backward()\n")
    assert [(it.name, it.at[0]) for it in call.nodes if it.leaf] == [
        ("layer.weight", 3),
        ("layer.bias", 3),
    ]


def test_the_run_is_left_as_it_was() -> None:
    torch.manual_seed(7)
    before = torch.random.get_rng_state(), torch.autograd._engine_run_backward  # type: ignore[attr-defined]
    calls(X + "torch.manual_seed(1)\ny = x * torch.rand(())\ny.backward()\n")
    assert torch.equal(before[0], torch.random.get_rng_state())
    assert before[1] is torch.autograd._engine_run_backward  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["_engine_run_backward", "_get_sequence_nr"])
def test_what_is_gone_from_torch_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(torch.autograd, name)
    with pytest.raises(RecorderError, match=f"has no torch.autograd.{name} any more"):
        calls(X + "x.backward()\n")


# What it refuses, with file, line and what to do


def snippet(root: Path, source: str, output: str = "") -> Path:
    path = root / "snippets/a/b.py"
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf-8")
    path.with_suffix(".out").write_text(output, encoding="utf-8")
    return path


REFUSED = {
    "no call": ("y = x**2\n", "", "b.py:1: calls neither backward"),
    "another output": ("x.backward()\nprint(1)\n", "", "b.py:1: prints something else while"),
    "an error": ("x.backwards()\n", "", "b.py:1: raises AttributeError while"),
    "no such slider": ("x.backward()\n", "2:4", "b.py:1: no slider: `2:4`"),
    "no number": ("x.backward()\n", "x=1.2.3:4:1", "b.py:1: no slider: `x=1.2.3:4:1`"),
    "no step": ("x.backward()\n", "x=0:1:0", "b.py:1: no slider: `x=0:1:0`"),
    "no position": ("x.backward()\n", "x=5:1:1", "b.py:1: no slider: `x=5:1:1`"),
    "another leaf": ("x.backward()\n", "w=0:4:1", "has no line `w = torch.tensor"),
    "not at the value": ("x.backward()\n", "x=0:3:1.5", "does not stop at the value in"),
    "another graph": (
        "y = x**2 if x > 0 else 3 * x\ny.backward()\n",
        "x=-2:2:1",
        "b.py:1: builds another graph at x = -2",
    ),
}


@pytest.mark.parametrize("source, slider, message", REFUSED.values(), ids=REFUSED.keys())
def test_refuses(source: str, slider: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(RecorderError) as error:
        record(snippet(tmp_path, X + source), slider, tmp_path)
    assert message in str(error.value) and "to mend: " in str(error.value)


def test_a_stale_recording_is_told_with_file_line_and_command(tmp_path: Path) -> None:
    path = snippet(tmp_path, X + "y = x**2\ny.backward()\n")
    fresh = record(path, "", tmp_path)
    file = path.with_suffix(".json")
    (missing,) = recordings.compare("a/b", fresh, tmp_path)
    assert missing.message == "is not there"
    file.write_text(recordings.dumps(fresh), encoding="utf-8")
    assert recordings.compare("a/b", fresh, tmp_path) == []
    file.write_text(file.read_text("utf-8").replace('"sent": 4.0', '"sent": 5.0'), "utf-8")
    (problem,) = recordings.compare("a/b", fresh, tmp_path)
    assert (problem.file, problem.line) == ("snippets/a/b.json", 8)
    assert '-{"consumer": 1' in problem.message and "`make outputs PAGE=a`" in problem.mend


PLACED = '```stepper{slider}\n--8<-- "a/b.py"\n```\n'


def test_files_and_markers_that_lie_alone_are_found(tmp_path: Path) -> None:
    snippet(tmp_path, X).with_suffix(".json").write_text("{}", encoding="utf-8")
    for language in ("zh", "en"):
        (tmp_path / "docs" / language).mkdir(parents=True)
    (problem,) = recordings.check(tmp_path)
    assert problem.file == "snippets/a/b.json" and "no page places" in problem.message
    for language, slider in (("zh", " x=0:2:1"), ("en", "")):
        page = tmp_path / f"docs/{language}/a.md"
        page.write_text(PLACED.format(slider=slider), encoding="utf-8")
    assert recordings.check(tmp_path) == []
    page.write_text(PLACED.format(slider=" x=0:3:1"), encoding="utf-8")
    (problem,) = recordings.check(tmp_path)
    assert "the slider x=0:" in problem.message and problem.line == 1
    (tmp_path / "snippets/a/b.json").unlink()
    found = [it.message for it in recordings.check(tmp_path)]
    assert any("which is not recorded" in it for it in found)
