"""What a command loads, and how Python looks for garbage while it runs."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest
from pagefind.service import get_executable

from mkdocs_foundation.glue import collector

PLUGINS = (
    "mkdocs_incremental.plugin",
    "mkdocs_multilingual.glue.blog.plugin",
    "mkdocs_multilingual.plugin",
    "mkdocs_self_assessment.plugin",
)
NOT_FOR_A_BUILD = ("PIL", "asyncio", "mkdocs.livereload", "multiprocessing", "watchdog", "wsgiref")


@pytest.fixture(autouse=True)
def _given() -> Iterator[None]:
    given = gc.get_threshold()
    collector.end()
    yield
    collector.end()
    gc.set_threshold(*given)


def test_a_build_loads_nothing_that_only_serves_or_draws() -> None:
    code = f"import sys, {', '.join(PLUGINS)}\nprint(sorted(set({NOT_FOR_A_BUILD!r}) & set(sys.modules)))"
    assert _printed(code) == "[]"


def test_the_program_of_the_search_is_found_without_what_runs_it() -> None:
    code = "import sys\nfrom mkdocs_multilingual.search import running\n"
    found = _printed(f"{code}print(running.program(), 'asyncio' in sys.modules)")
    assert found == f"{get_executable()} False"


def test_garbage_is_looked_for_more_seldom_while_a_command_runs() -> None:
    gc.set_threshold(700, 10, 10)
    collector.begin()
    collector.begin()  # by each plugin
    assert gc.get_threshold()[0] == 10_000
    assert gc.get_threshold()[1] == 10
    collector.end()
    collector.end()
    assert gc.get_threshold()[0] == 700


@pytest.mark.parametrize("youngest", [0, 50_000])
def test_what_somebody_has_set_is_left(youngest: int) -> None:
    gc.set_threshold(youngest, 10, 10)
    collector.begin()
    assert gc.get_threshold()[0] == youngest
    collector.end()
    assert gc.get_threshold()[0] == youngest


def test_nothing_is_looked_for_when_the_program_ends() -> None:
    code = (
        "from mkdocs_foundation.glue import collector\n"
        "class Found:\n    def __del__(self): print('looked')\n"
        "found = Found(); found.itself = found; del found\n"
    )
    assert _printed(code) == "looked"
    assert _printed(f"{code}collector.begin()\ncollector.end()") == ""


def _printed(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()
