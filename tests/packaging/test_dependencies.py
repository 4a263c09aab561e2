"""What the distributions require is what they import, and the locks have all of it."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import grimp
import pytest
from packaging.requirements import Requirement

from scripts import lock

ROOT = Path(__file__).parents[2]
PACKAGES = {
    "foundation": "mkdocs_foundation",
    "incremental": "mkdocs_incremental",
    "self_assessment": "mkdocs_self_assessment",
    "multilingual": "mkdocs_multilingual",
}


def _required(folder: str) -> set[str]:
    project = tomllib.loads((ROOT / "plugins" / folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project.get("optional-dependencies", {}).values()
    return {Requirement(entry).name for entries in (project["dependencies"], *extras) for entry in entries}


WITHOUT_IMPORT = {"multilingual": {"mkdocs-static-i18n"}}
"""Required, though no module imports it: multilingual works between its hooks."""
LEFT_TO_OTHERS = {
    "foundation": {"mkdocs", "markdown", "click", "mkdocs-static-i18n"},
    "multilingual": {"watchdog"},
}
"""Imported, though not required: by glue alone, which is for plugins that require it, or by the foundation."""


def _imported(package: str) -> set[str]:
    """Names of the distributions that a package's modules import."""
    graph = grimp.build_graph(package, include_external_packages=True, cache_dir=None)
    outside = {name for name in graph.modules if graph.is_module_squashed(name)} - sys.stdlib_module_names
    owners = metadata.packages_distributions()
    names = {owners[name][0] if name in owners else name for name in outside}
    return {re.sub(r"[._]", "-", name).lower() for name in names}


@pytest.mark.parametrize("folder", PACKAGES)
def test_a_distribution_requires_what_it_imports_and_nothing_else(folder: str) -> None:
    imported = _imported(PACKAGES[folder])
    left, without = LEFT_TO_OTHERS.get(folder, set()), WITHOUT_IMPORT.get(folder, set())
    assert left <= imported, "no longer imported: remove it above"
    assert imported - left == _required(folder) - without


def _locked(path: Path) -> dict[str, tuple[str, int]]:
    """Version, and number of hashes, by name."""
    found: dict[str, tuple[str, int]] = {}
    for entry in path.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        if match := re.match(r"([a-z0-9-]+)==([^\s;]+)", entry):
            found[match[1]] = (match[2], entry.count("--hash=sha256:"))
    return found


@pytest.mark.parametrize("materialx", [False, True])
def test_the_lock_has_every_requirement_with_hashes_and_names_no_host(materialx: bool) -> None:
    path = ROOT / ("requirements-materialx.lock" if materialx else "requirements.lock")
    locked = _locked(path)
    for entry in lock.wanted(materialx=materialx):
        requirement = Requirement(entry)
        version, _ = locked[lock.name_of(entry)]
        assert requirement.specifier.contains(version), f"{path.name} has {version}, {entry} is wanted: run `make lock`"
    assert [name for name, (_, hashes) in locked.items() if not hashes] == []
    assert "://" not in path.read_text(encoding="utf-8")


def test_both_locks_have_the_same_versions() -> None:
    usual, other = _locked(ROOT / "requirements.lock"), _locked(ROOT / "requirements-materialx.lock")
    shared = usual.keys() & other.keys()
    assert shared
    assert {name: usual[name][0] for name in shared} == {name: other[name][0] for name in shared}
    assert "mkdocs-material" not in other, "MaterialX installs a package `material` too"
