"""What the workflows may do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+(\.\d+)*")


def read(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
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
