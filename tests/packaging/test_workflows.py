"""What the workflows may do."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+(\.\d+)*")


def read(path: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def rights(workflow: dict[str, Any], job: dict[str, Any]) -> dict[str, str]:
    granted: dict[str, str] = job.get("permissions", workflow["permissions"])
    return granted


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_with_the_version_beside_it(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert used
    assert [name for name in used if not PINNED.fullmatch(name) and not name.startswith("./")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_that_may_write_runs_nothing_of_the_repository(path: Path) -> None:
    workflow = read(path)
    assert set(workflow["permissions"].values()) <= {"read"}
    for name, job in workflow["jobs"].items():
        if "write" in rights(workflow, job).values():
            actions = {step["uses"].split("@")[0] for step in job["steps"] if "uses" in step}
            commands = " ".join(step.get("run", "") for step in job["steps"])
            assert not actions & {"actions/checkout", "actions/setup-python"}, f"{path.name}: {name}"
            assert not re.search(r"\b(pip|make|python)\b", commands), f"{path.name}: {name}"


@pytest.mark.parametrize("name", ["pages.yml", "release.yml"])
def test_nothing_is_published_before_the_checks_have_passed(name: str) -> None:
    workflow = read(next(path for path in WORKFLOWS if path.name == name))
    jobs = workflow["jobs"]

    def waits_for(job: str) -> set[str]:
        needs = jobs[job].get("needs", [])
        direct = {needs} if isinstance(needs, str) else set(needs)
        return direct.union(*(waits_for(other) for other in direct))

    publishing = [job for job in jobs if "write" in rights(workflow, jobs[job]).values()]
    assert publishing
    for job in publishing:
        checks = [other for other in waits_for(job) if jobs[other].get("uses") == "./.github/workflows/check.yml"]
        assert checks, f"{name}: {job} doesn't wait for the tests"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_from_outside_is_part_of_a_script(path: Path) -> None:
    """A branch or an input can be named so that it is a command where it is written into a script."""
    for name, job in read(path)["jobs"].items():
        for step in job.get("steps", []):
            assert "${{" not in step.get("run", ""), f"{path.name}: {name}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_may_write_does_nothing_for_a_fork(path: Path) -> None:
    """A pull request of a fork never leads to a job that may write, and never runs with this repository's rights."""
    workflow = read(path)
    triggers = workflow[True]  # YAML reads `on` as a boolean
    assert "pull_request_target" not in triggers
    if "pull_request" not in triggers:
        return
    jobs = workflow["jobs"]

    def guarded(name: str) -> bool:
        needs = jobs[name].get("needs", [])
        before = [needs] if isinstance(needs, str) else needs
        return "head.repo.full_name == github.repository" in jobs[name].get("if", "") or any(map(guarded, before))

    for name, job in jobs.items():
        assert guarded(name) or "write" not in rights(workflow, job).values(), f"{path.name}: {name}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_the_commands_that_are_called_exist_and_have_the_options(path: Path) -> None:
    for call in re.findall(r"servicekompas ([\w-]+)([^\n|>]*)", path.read_text(encoding="utf-8")):
        command = import_module(f"mkdocs_multilingual.commands.{call[0].replace('-', '_')}").command
        known = {name for option in command.params for name in option.opts}
        assert set(re.findall(r"(?<= )--[\w-]+", call[1])) <= known, call
