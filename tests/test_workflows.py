"""The workflows: valid, pinned, of few rights, thin; and nothing is published untested.

Nobody runs them before they are on GitHub, so everything that can be read off them is.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.files import ROOT, Problem, report

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
DEPENDABOT = ROOT / ".github" / "dependabot.yml"
GUIDES = [ROOT / f"{name}{end}" for name in ("README", "CONTRIBUTING") for end in (".md", ".zh.md")]

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")
HERE = "$/.github/workflows/"  # a workflow of this repository, at this very commit
TESTS = HERE + "test.yml"
DEPLOY = "actions/deploy-pages@"
MAKE = re.compile(r"\bmake ([a-z][a-z-]*)")

Check = Callable[[Path], Iterator[Problem]]


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool that is installed beside this Python."""
    program = shutil.which(name, path=Path(sys.executable).parent)
    assert program, f"{name} is not installed: pip install -r requirements.txt"
    return subprocess.run(
        [program, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8"
    )


def load(path: Path) -> dict[str, Any]:
    """The workflow at `path`, every value a string; so `on` is not true."""
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return data


def problem(path: Path, line: int, message: str, mend: str) -> Problem:
    """A problem in a file under .github/, of this repository or of a test's."""
    return Problem("/".join(path.parts[path.parts.index(".github") :]), line, message, mend)


def at(path: Path, text: str, message: str, mend: str) -> Problem:
    """A problem at the first line of `path` that holds `text`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next((n for n, line in enumerate(lines, start=1) if text in line), 1)
    return problem(path, line, message, mend)


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """The steps of all jobs."""
    for job in load(path)["jobs"].values():
        yield from job.get("steps", [])


def schema(path: Path, name: str = "github-workflows") -> Iterator[Problem]:
    """GitHub's own schema; check-jsonschema brings a copy of it."""
    done = tool("check-jsonschema", "--builtin-schema", f"vendor.{name}", path)
    if done.returncode:
        yield problem(path, 1, done.stdout + done.stderr, "as the schema says")


def attackable(path: Path) -> Iterator[Problem]:
    """What zizmor knows of ways to attack a workflow."""
    done = tool("zizmor", "--offline", "--no-progress", "--quiet", "--strict-collection", path)
    if done.returncode:
        yield problem(path, 1, done.stdout + done.stderr, "as the linked page says")


def unpinned(path: Path) -> Iterator[Problem]:
    """Actions by commit, and which version that is: a tag can be moved to other code."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        found = re.match(r"\s*(?:- )?uses: (.*)", line)
        if found and not found[1].startswith(HERE) and not PINNED.match(found[1]):
            mend = "write `uses: owner/action@<40 hexadecimal digits> # v1.2.3`"
            yield problem(path, number, f"not pinned: {found[1]}", mend)


def unbounded(path: Path) -> Iterator[Problem]:
    """Jobs that may run or do more than they need."""
    workflow = load(path)
    if workflow.get("permissions") != {"contents": "read"}:
        yield problem(path, 1, "may do more than read", "`permissions: {contents: read}`")
    for name, job in workflow["jobs"].items():
        if "uses" not in job and "timeout-minutes" not in job:  # a call has its callee's limits
            yield at(path, f"  {name}:", f"{name} has no time limit", "add `timeout-minutes`")
        if "permissions" not in job:
            yield at(path, f"  {name}:", f"{name} does not say what it may do", "`permissions:`")
        rights = job.get("permissions", {})
        deploys = any(DEPLOY in step.get("uses", "") for step in job.get("steps", []))
        writes = "write" in str(rights if isinstance(rights, str) else list(rights.values()))
        if writes and (not deploys or len(job["steps"]) > 1):
            mend = f"only a job that does nothing but {DEPLOY[:-1]} writes"
            yield at(path, f"  {name}:", f"{name} may write", mend)


def targets() -> set[str]:
    """What `make` can make."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):", text, re.MULTILINE))


def thick(path: Path) -> Iterator[Problem]:
    """Steps that do by themselves what `make` or .ci/run should do, here and anywhere."""
    for step in steps(path):
        command = step.get("run", "").strip()
        first = command.split("\n")[0]
        if "\n" in command:
            yield at(path, first, "a step of several lines", "make it a target of the Makefile")
        for name in MAKE.findall(command):
            if name not in targets():
                yield at(path, first, f"`make {name}` is no target", f"{sorted(targets())}")


def untested(path: Path) -> Iterator[Problem]:
    """Jobs that publish something else than what the tests have passed on main."""
    workflow = load(path)
    jobs = workflow["jobs"]

    def before(name: str) -> set[str]:
        needs = jobs[name].get("needs", [])
        needs = [needs] if isinstance(needs, str) else needs
        return {name}.union(*map(before, needs))

    for name, job in jobs.items():
        if not any(DEPLOY in step.get("uses", "") for step in job.get("steps", [])):
            continue
        if TESTS not in {jobs[it].get("uses") for it in before(name)}:
            mend = f"let it need a job that has `uses: {TESTS}`"
            yield at(path, f"  {name}:", f"{name} does not wait for the tests", mend)
        events = workflow["on"]
        if not set(events) <= {"push", "workflow_dispatch"}:
            message = f"{name} can be started by others than who may push"
            yield at(path, "on:", message, "publish on push and workflow_dispatch only")
        if events.get("push") != {"branches": ["main"]}:
            message = f"{name} is not for main alone"
            yield at(path, "on:", message, "`push: {branches: [main]}`")
        if workflow.get("concurrency", {}).get("cancel-in-progress") != "false":
            message = f"{name} can be cut off, or overtaken by an older commit"
            yield at(path, f"  {name}:", message, "one group, `cancel-in-progress: false`")


CHECKS: list[Check] = [schema, attackable, unpinned, unbounded, thick, untested]


@pytest.mark.parametrize("check", CHECKS, ids=lambda it: it.__name__)
@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda it: it.name)
def test_workflow(path: Path, check: Check) -> None:
    problems = list(check(path))
    assert not problems, report(problems)


def test_all_are_there() -> None:
    assert [path.name for path in WORKFLOWS] == ["publish.yml", "test.yml", "weekly.yml"]
    deploying = [path.name for path in WORKFLOWS if DEPLOY in path.read_text(encoding="utf-8")]
    assert deploying == ["publish.yml"]


def test_dependabot() -> None:
    problems = [*schema(DEPENDABOT, "dependabot"), *attackable(DEPENDABOT)]
    assert not problems, report(problems)


def test_tested_where_readers_are() -> None:
    workflow = load(FOLDER / "test.yml")
    assert {"pull_request", "workflow_call"} <= set(workflow["on"])
    assert "schedule" not in workflow["on"]  # GitHub would switch all of it off in a quiet time
    assert load(FOLDER / "weekly.yml")["jobs"]["test"]["uses"] == TESTS
    systems = workflow["jobs"]["pinned"]["strategy"]["matrix"]["include"]
    assert [it["os"].partition("-")[0] for it in systems] == ["ubuntu", "macos", "windows"]
    assert "continue-on-error" not in workflow["jobs"]["pinned"]
    assert "continue-on-error" in workflow["jobs"]["upstream"]


def test_what_may_follow_mkdocs_is_tried() -> None:
    """ProperDocs must pass; Zensical, and what is for reviewers, hold nothing up."""
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8").split("\n")
    assert run.index("make properdocs") < run.index("make test") < run.index("make test-browser")
    jobs = load(FOLDER / "test.yml")["jobs"]
    for name in ("zensical", "site-diff"):
        assert jobs[name]["continue-on-error"] == "true"
        command = jobs[name]["steps"][-1]["run"]
        assert command == f'make {name} --silent 2>&1 | tee -a "$GITHUB_STEP_SUMMARY"'
    assert jobs["site-diff"]["if"] == "github.event_name == 'pull_request'"
    # What is merged into: the first parent of the merge that is checked out with it.
    assert jobs["site-diff"]["env"] == {"BASE": "HEAD^1"}
    assert jobs["site-diff"]["steps"][0]["with"]["fetch-depth"] == "2"


def commands(text: str) -> set[str]:
    """The targets that a guide names, in its shell blocks and in its inline code."""
    code = re.findall(r"^```sh\n(.*?)^```|`([^`\n]+)`", text, re.MULTILINE | re.DOTALL)
    return {name for pair in code for name in MAKE.findall(" ".join(pair))}


@pytest.mark.parametrize("path", GUIDES, ids=lambda it: it.name)
def test_commands_in_the_guides_exist(path: Path) -> None:
    named = commands(path.read_text(encoding="utf-8"))
    assert "test" in named
    assert named <= targets()


# What follows shows that the checks above can fail.

GOOD = f"""\
name: good
on:
  push:
    branches: [main]
permissions:
  contents: read
concurrency:
  group: good
  cancel-in-progress: false
jobs:
  test:
    uses: {TESTS}
    permissions:
      contents: read
  build:
    needs: test
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@{"3d" * 20} # v7.0.1
        with:
          persist-credentials: false
      - run: make build
  deploy:
    needs: [build]
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
    steps:
      - uses: {DEPLOY}{"cd" * 20} # v5.0.0
"""

FAULTS: dict[str, tuple[Check, str, str, str]] = {
    "no such key": (schema, "runs-on: ubuntu-latest", "run-on: ubuntu-latest", "run-on"),
    "credentials kept": (
        attackable,
        "        with:\n          persist-credentials: false\n",
        "",
        "artipacked",
    ),
    "text of others run": (
        attackable,
        "make build",
        "echo ${{ github.event.head_commit.message }}",
        "template-injection",
    ),
    "dangerous event": (attackable, "on:\n", "on:\n  pull_request_target:\n", "dangerous-triggers"),
    "tag": (unpinned, f"@{'3d' * 20} # v7.0.1", "@v7", "not pinned: actions/checkout@v7"),
    "no version": (unpinned, " # v7.0.1", "", "not pinned"),
    "short commit": (unpinned, "3d" * 20, "3d3c42e", "not pinned"),
    "writes everywhere": (unbounded, "  contents: read\nconc", "  contents: write\nconc", "more"),
    "no rights said": (unbounded, "permissions:\n  contents: read\nconc", "conc", "more than"),
    "no time limit": (unbounded, "    timeout-minutes: 5\n", "", "build has no time limit"),
    "job without rights": (
        unbounded,
        "    permissions:\n      contents: read\n    steps",
        "    steps",
        "build does not say",
    ),
    "build writes": (
        unbounded,
        "      contents: read\n    steps",
        "      contents: write\n    steps",
        "build may write",
    ),
    "deploy does more": (
        unbounded,
        f"    steps:\n      - uses: {DEPLOY}",
        f"    steps:\n      - run: make build\n      - uses: {DEPLOY}",
        "deploy may write",
    ),
    "all rights": (
        unbounded,
        "    permissions:\n      contents: read\n    steps",
        "    permissions: write-all\n    steps",
        "build may write",
    ),
    "script in a step": (thick, "run: make build", "run: |\n          a\n          b", "several"),
    "no such target": (thick, "make build", "make biuld", "`make biuld` is no target"),
    "untested": (untested, "    needs: test\n", "", "deploy does not wait for the tests"),
    "other tests": (untested, "/test.yml", "/lint.yml", "deploy does not wait for the tests"),
    "on request": (untested, "on:\n", "on:\n  pull_request:\n", "can be started by others"),
    "any branch": (untested, "branches: [main]", "branches: [main, next]", "not for main alone"),
    "cut off": (untested, "progress: false", "progress: true", "can be cut off"),
}


@pytest.mark.parametrize("check, old, new, message", FAULTS.values(), ids=FAULTS.keys())
def test_fault_is_found(tmp_path: Path, check: Check, old: str, new: str, message: str) -> None:
    path = tmp_path / ".github" / "workflows" / "faulty.yml"
    path.parent.mkdir(parents=True)
    assert old in GOOD
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    problems = list(check(path))
    assert any(message in problem.message for problem in problems), report(problems)


def test_good_workflow_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / ".github" / "workflows" / "good.yml"
    path.parent.mkdir(parents=True)
    path.write_text(GOOD, encoding="utf-8")
    problems = [problem for check in CHECKS for problem in check(path)]
    assert not problems, report(problems)


def test_fault_in_dependabot_is_found(tmp_path: Path) -> None:
    path = tmp_path / ".github" / "dependabot.yml"
    path.parent.mkdir()
    text = DEPENDABOT.read_text(encoding="utf-8")
    path.write_text(text.replace("interval: monthly", "interval: never"), encoding="utf-8")
    assert list(schema(path, "dependabot"))
    path.write_text(re.sub(r"\n    cooldown:\n.*", "", text), encoding="utf-8")
    assert "cooldown" in report(list(attackable(path)))


def test_torch_of_the_guides_is_the_pinned_one() -> None:
    pin = re.compile(r"torch==[\d.]+")
    pinned = set(pin.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")))
    named = {name for path in GUIDES for name in pin.findall(path.read_text(encoding="utf-8"))}
    assert named == pinned


def test_command_that_does_not_exist_is_found() -> None:
    text = "Then `make serve`:\n\n```sh\nmake biuld\n```\n\nThis will make you think.\n"
    assert commands(text) == {"serve", "biuld"}
    assert commands(text) - targets() == {"biuld"}
