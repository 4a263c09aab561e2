"""Checks that plugins register: which are run, and what they find together."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources import site_checks, site_config
from mkdocs_foundation.sources.site_checks import Findings, Registered
from mkdocs_foundation.sources.site_config import SiteConfig
from mkdocs_foundation.sources.source_files import FileCode

TWICE = Problem(FileCode.ENCODING, Location("a.md", 1), "Both plugins read this file.", "x", "y", "z")


def first(config: SiteConfig) -> Findings:
    """Find one problem; make one page."""
    return Findings((TWICE,), frozenset({"made.md"}))


def second(config: SiteConfig) -> Findings:
    """Find the same, and one of its own."""
    return Findings((TWICE, Problem(FileCode.ENCODING, Location("b.md", 1), "", "", "", "")), frozenset({"more.md"}))


def fails(config: SiteConfig) -> Findings:
    """Can't be done."""
    raise ValueError("words.toml can't be read")


def of(tmp_path: Path, plugins: str, **checks: str) -> Findings:
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"plugins: {plugins}\n", encoding="utf-8")
    registered = [Registered(name, __name__, check) for name, check in checks.items()]
    return site_checks.of_plugins(site_config.read(file), registered)


def test_a_check_runs_where_its_plugin_is_used(tmp_path: Path) -> None:
    assert of(tmp_path, "[one]", one="first", two="second").problems == (TWICE,)
    assert of(tmp_path, "[one: {enabled: false}]", one="fails") == Findings()
    assert of(tmp_path, "{three: {}}", one="fails") == Findings()


def test_what_two_plugins_find_is_one_problem(tmp_path: Path) -> None:
    found = of(tmp_path, "[two: {x: 1}, one]", one="first", two="second")
    assert [problem.location.path for problem in found.problems] == ["a.md", "b.md"]
    assert found.generated == {"made.md", "more.md"}


def test_a_check_that_cannot_be_done_says_why(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"words\.toml"):
        of(tmp_path, "[one]", one="fails")
