"""The shape of the house; the rules of imports are contracts in .importlinter, which `make check` runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import mkdocs_foundation

PLUGINS = Path(mkdocs_foundation.__file__).parents[2]

LONGEST = 310
"""Lines of a module."""


def test_modules_stay_small() -> None:
    lines = {path.name: len(path.read_text("utf-8").splitlines()) for path in PLUGINS.rglob("*.py")}
    assert lines, "no module was found"
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


WITHOUT_MKDOCS = """
import sys
for name in ("mkdocs", "material", "mkdocs_static_i18n", "markdown"):
    sys.modules[name] = None  # any import of it raises ImportError
import pytest
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--deselect", sys.argv[2], sys.argv[1]]))
"""


def test_the_core_passes_its_tests_where_mkdocs_is_not_installed() -> None:
    here = Path(__file__)
    root = here.parents[2]
    this = f"{here.relative_to(root).as_posix()}::test_the_core_passes_its_tests_where_mkdocs_is_not_installed"
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_MKDOCS, str(here.parent), this],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
    assert " passed" in run.stdout
