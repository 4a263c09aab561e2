"""The structure of the code; the rules of imports are contracts in .importlinter, which `make check` runs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import mkdocs_foundation

PLUGINS = Path(mkdocs_foundation.__file__).parents[2]
OVERRIDES = PLUGINS.parent / "overrides"

LONGEST = 310
"""Lines of a module."""
GLUE_ENDS = {"plugin", "config"}
"""Last parts of the names of modules that know MkDocs, besides those in `glue`."""
IMPORT_ALL = """
import importlib, sys
import tests.without_mkdocs
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def modules() -> dict[str, Path]:
    """Every module of the plugins by its name; packages are left out."""
    return {
        ".".join(path.relative_to(PLUGINS).with_suffix("").parts[1:]): path
        for path in sorted(PLUGINS.glob("*/mkdocs_*/**/*.py"))
        if path.name != "__init__.py"
    }


def test_modules_stay_small() -> None:
    lines = {name: len(path.read_text("utf-8").splitlines()) for name, path in modules().items()}
    assert lines, "no module was found"
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


def is_glue(module: str) -> bool:
    """Return whether a module may import MkDocs."""
    *folders, last = module.split(".")
    return "glue" in folders or last in GLUE_ENDS


def test_the_core_can_be_imported_where_mkdocs_is_not_installed() -> None:
    """`make fast` runs all tests of the core so."""
    core = [name for name in modules() if not is_glue(name)]
    assert core
    run = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *core], cwd=PLUGINS.parent, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr


def places_of(pattern: str, allowed: str | tuple[str, ...]) -> list[str]:
    """Where code of the plugins and of the site's hook matches a pattern, outside the module that may."""
    paths = [*modules().values(), *sorted(OVERRIDES.rglob("*.py"))]
    return [
        f"{path.relative_to(PLUGINS.parent)}: {match[0]}"
        for path in paths
        if not path.as_posix().endswith(allowed)
        for match in re.finditer(pattern, path.read_text("utf-8"))
    ]


def test_hooks_have_numbers_in_the_module_of_phases_only() -> None:
    assert places_of(r"\bevent_priority\b", "mkdocs_foundation/glue/phases.py") == []


def test_one_module_touches_what_static_i18n_does_not_promise() -> None:
    internals = (
        r"\bconfig\.plugins(?:\.get\(|\[)\"i18n\"|\"i18n\" (?:not )?in config\b"
        r"|\bmkdocs_static_i18n\b(?=[.\s]import|\.)|\bi18n_files_per_language\b"
        r"|\bnorm_src_uri\b|\blocale_alternate_of\b|(?<!\bstatic_i18n)\.alternates\b|\"alternates\""
    )
    adapter = ("mkdocs_foundation/glue/static_i18n.py", "mkdocs_foundation/glue/static_i18n_files.py")
    assert places_of(internals, adapter) == []


def test_one_module_of_a_distribution_adds_attributes_to_what_isnt_its_own() -> None:
    assert (
        places_of(
            r"\bvars\([^)]*\)(?:\[[^\]]*\] *=[^=]|\.(?:update|pop|setdefault)\()|\bsetattr\(",
            ("glue/static_i18n.py", "mkdocs_incremental/glue/pages.py", "mkdocs_foundation/patterns.py"),
        )
        == []
    )


def hook_classes() -> list[ast.ClassDef]:
    """Every class with hooks of MkDocs."""
    trees = [ast.parse(path.read_text("utf-8")) for name, path in modules().items() if is_glue(name)]
    return [
        node
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any("BasePlugin" in ast.unparse(base) for base in node.bases)
    ]


def assigned(body: list[ast.stmt]) -> set[str]:
    """The attributes of itself that code sets."""
    return {
        node.attr
        for statement in body
        for node in ast.walk(statement)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and ast.unparse(node.value) == "self"
    }


def test_a_hook_replaces_values_that_its_class_declares() -> None:
    classes = hook_classes()
    assert classes, "no plugin was found"
    for plugin in classes:
        functions = [node for node in plugin.body if isinstance(node, ast.FunctionDef)]
        declared = {
            node.target.id
            for node in plugin.body
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        }
        for function in functions:
            if function.name == "__init__":
                declared |= assigned(function.body)
        for function in functions:
            assert assigned(function.body) <= declared, f"{plugin.name}.{function.name} sets what isn't declared"
