"""The rules of the house: imports run downwards, and the core outlives MkDocs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import mkdocs_self_assessment

PACKAGE = Path(mkdocs_self_assessment.__file__).parent
NAME = PACKAGE.name

ROOMS = [
    "problems",
    "site",
    "parts",
    "model",
    "reading.attributes",
    "reading.blocks",
    "reading.front_matter",
    "reading.scales",
    "reading.settings",
    "reading.statements",
    "reading.slips",
    "reading.part",
    "reading.body",
    "reading.parsing",
    "checking.kinds",
    "checking.validation",
    "checking.parity",
    "checking.crosslinks",
    "checking.places",
    "presenting.views",
    "presenting.strings",
    "presenting.fragments",
    "presenting.data",
    "presenting.key",
    "presenting.rendering",
    "pipeline",
    "site_config",
    "cli",
    "config",
    "generated_files",
    "plugin",
]
"""From the ground up: each may import only those named before it."""

GLUE = {"config", "generated_files", "plugin"}
ONLY_IMPORTER = {
    "jinja2": {"presenting.rendering"},
    "markdown_it": {"reading.blocks"},
    "yaml": {"reading.front_matter", "site_config"},
    "mkdocs": GLUE,
    "mkdocs_static_i18n": GLUE,
}


def modules() -> dict[str, Path]:
    return {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.name != "__init__.py"
    }


def imports(path: Path) -> set[str]:
    """Absolute names of everything that a module imports."""
    above = [NAME, *path.relative_to(PACKAGE).parent.parts]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = above[: len(above) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            found |= {f"{origin}.{alias.name}" for alias in node.names}
    return found


def test_every_room_has_its_place() -> None:
    assert sorted(modules()) == sorted(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_imports_run_downwards(room: str) -> None:
    below = ROOMS[: ROOMS.index(room)]
    for name in imports(modules()[room]):
        if name.startswith(f"{NAME}."):
            inner = name.removeprefix(f"{NAME}.")
            assert any(inner == b or inner.startswith(f"{b}.") for b in below), f"{room} imports {inner}"


@pytest.mark.parametrize("room", ROOMS)
def test_each_dependency_has_its_only_importer(room: str) -> None:
    for name in imports(modules()[room]):
        package = name.split(".")[0]
        assert room in ONLY_IMPORTER.get(package, {room}), f"{room} imports {package}"


def test_modules_stay_small() -> None:
    long = {room: n for room, path in modules().items() if (n := len(path.read_text("utf-8").splitlines())) > 310}
    assert long == {}


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
