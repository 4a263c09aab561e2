"""What the workflows may do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))
ANSWER = next(path for path in WORKFLOWS if path.name == "answer.yml")
PINNED = re.compile(r"[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")


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


def steps_that_build(job: dict[str, Any]) -> list[int]:
    """The places of a job's steps that build this site."""
    commands = [step.get("run", "") for step in job.get("steps", [])]
    return [n for n, command in enumerate(commands) if re.search(r"mkdocs build|make (build|editor test)", command)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_was_built_before_is_there_for_a_build(path: Path) -> None:
    """Main's builds, and a branch's own, which no other branch can read; a job that checks builds makes pages anew."""
    for name, job in read(path)["jobs"].items():
        building = steps_that_build(job)
        caches = {n: step for n, step in enumerate(job.get("steps", [])) if "actions/cache" in step.get("uses", "")}
        restoring = [step["with"] for n, step in caches.items() if "/save@" not in step["uses"] and n < min(building)]
        if not building:
            assert not caches, f"{path.name}: {name}"
            continue
        assert [(given["path"], given["restore-keys"].split()[-1]) for given in restoring] == [(".cache", "site-")]
        keys = {step["with"]["key"] for step in caches.values()}
        assert len(keys) == 1, f"{path.name}: {name}"
        (key,) = keys
        assert key.startswith(tuple(restoring[0]["restore-keys"].split()))
        assert key.endswith(("github.sha }}", "github.run_id }}")), "the next build has another key, so that it is kept"
        keeps = any("/restore@" not in step["uses"] for step in caches.values())
        assert keeps == (path.name != "check.yml")
        removes = any(".cache/incremental" in step.get("run", "") for step in job["steps"][: min(building)])
        assert removes == (path.name == "check.yml")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_build_of_the_site_has_its_whole_history(path: Path) -> None:
    """States of translations are those of commits; tests have histories of their own."""
    for name, job in read(path)["jobs"].items():
        commands = " ".join(step.get("run", "") for step in job.get("steps", []))
        if steps_that_build(job) and "make editor test" not in commands:
            checkout = next(step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@"))
            assert checkout["with"]["fetch-depth"] == 0, f"{path.name}: {name}"


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


@pytest.mark.skipif(shutil.which("jq") is None, reason="the workflow runs where jq is installed")
def test_a_pull_request_with_errors_is_answered_and_has_a_preview_of_the_rest(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    plugins = "[self-assessment, multilingual]"
    theme = "{name: material, font: false, language: da, features: [content.action.edit]}"
    settings = f"site_name: T\nsite_url: !ENV SITE_URL\nedit_uri: !ENV EDIT_URI\ntheme: {theme}\nplugins: {plugins}\n"
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# Hjem\n", encoding="utf-8")
    (tmp_path / "docs/a.md").write_text("# Før\n", encoding="utf-8")
    git("init")
    git("add", ".")
    git("commit", "-m", "1")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    wrong = "---\nassessment:\n  id: x\n  scale: agree\n---\n# Efter\n\n- [ ] X. {#x-1}\n"
    for name, text in {"index": "# Hjem igen\n", "a": wrong, "b c": wrong}.items():
        (tmp_path / f"docs/{name}.md").write_text(text, encoding="utf-8")
    git("add", ".")
    git("commit", "-m", "2")
    (tmp_path / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    steps = {step.get("name"): step["run"] for step in read(ANSWER)["jobs"]["look"]["steps"] if "run" in step}
    address = "https://github.com/acme/site/actions/runs/1/artifacts/2"
    given = {
        "BASE": "origin/main",
        "SITE_URL": "https://preview.invalid/",
        "EDIT_URI": "https://github.com/acme/site/edit/x/docs/",
        "PREVIEW": address,
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    for name in ("Build the preview", "Write the answer"):
        subprocess.run(["bash", "-e", "-c", steps[name]], cwd=tmp_path, env=os.environ | given, check=True)
    answer = (tmp_path / "answer.md").read_text(encoding="utf-8")
    assert answer.startswith("<!-- answer -->\n")
    assert all(f"**docs/{name}.md:4**" in answer for name in ("a", "b c"))
    assert "- `docs/index.md` ændret\n    - T (`index.html`)" in answer
    assert f"]({address})" in answer
    assert answer.endswith("\n- `docs/a.md`\n- `docs/b c.md`\n")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8") == answer
    assert "Hjem igen" in (tmp_path / "preview/index.html").read_text(encoding="utf-8")
    assert "Før" in (tmp_path / "preview/a/index.html").read_text(encoding="utf-8")
    assert 'href="index.html"' in (tmp_path / "preview/preview.html").read_text(encoding="utf-8")
