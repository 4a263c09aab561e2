"""The rules of the house: imports run downwards, and the core outlives MkDocs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import mkdocs_foundation

PLUGINS = Path(mkdocs_foundation.__file__).parents[2]

ROOMS = [
    "mkdocs_foundation.problems",
    "mkdocs_foundation.source_files",
    "mkdocs_foundation.front_matter",
    "mkdocs_foundation.catalogue",
    "mkdocs_foundation.site_config",
    "mkdocs_foundation.reporting",
    "mkdocs_foundation.scripts",
    "mkdocs_foundation.styles",
    "mkdocs_foundation.joining",
    "mkdocs_self_assessment.problem_codes",
    "mkdocs_self_assessment.site",
    "mkdocs_self_assessment.parts",
    "mkdocs_self_assessment.model",
    "mkdocs_self_assessment.reading.attributes",
    "mkdocs_self_assessment.reading.blocks",
    "mkdocs_self_assessment.reading.scales",
    "mkdocs_self_assessment.reading.settings",
    "mkdocs_self_assessment.reading.statements",
    "mkdocs_self_assessment.reading.slips",
    "mkdocs_self_assessment.reading.part",
    "mkdocs_self_assessment.reading.body",
    "mkdocs_self_assessment.reading.parsing",
    "mkdocs_self_assessment.reading.counts",
    "mkdocs_self_assessment.checking.kinds",
    "mkdocs_self_assessment.checking.validation",
    "mkdocs_self_assessment.checking.parity",
    "mkdocs_self_assessment.checking.crosslinks",
    "mkdocs_self_assessment.checking.places",
    "mkdocs_self_assessment.presenting.views",
    "mkdocs_self_assessment.presenting.strings",
    "mkdocs_self_assessment.presenting.fragments",
    "mkdocs_self_assessment.presenting.data",
    "mkdocs_self_assessment.presenting.key",
    "mkdocs_self_assessment.presenting.rendering",
    "mkdocs_self_assessment.pipeline",
    "mkdocs_self_assessment.cli",
    "mkdocs_self_assessment.config",
    "mkdocs_self_assessment.generated_files",
    "mkdocs_self_assessment.plugin",
    "mkdocs_multilingual.problem_codes",
    "mkdocs_multilingual.site",
    "mkdocs_multilingual.words",
    "mkdocs_multilingual.typography.dates",
    "mkdocs_multilingual.typography.marks",
    "mkdocs_multilingual.language_names",
    "mkdocs_multilingual.typography.link_notes",
    "mkdocs_multilingual.typography.reading_time",
    "mkdocs_multilingual.library",
    "mkdocs_multilingual.addresses.slugs",
    "mkdocs_multilingual.addresses.book",
    "mkdocs_multilingual.addresses.collisions",
    "mkdocs_multilingual.addresses.redirects",
    "mkdocs_multilingual.topics.membership",
    "mkdocs_multilingual.topics.shelf",
    "mkdocs_multilingual.glossary.terms",
    "mkdocs_multilingual.glossary.marking",
    "mkdocs_multilingual.tags",
    "mkdocs_multilingual.blog.views",
    "mkdocs_multilingual.blog.dates",
    "mkdocs_multilingual.blog.options",
    "mkdocs_multilingual.blog.rules",
    "mkdocs_multilingual.blog.authors",
    "mkdocs_multilingual.blog.categories",
    "mkdocs_multilingual.blog.settings",
    "mkdocs_multilingual.blog.links",
    "mkdocs_multilingual.blog.checks",
    "mkdocs_multilingual.blog.post_settings",
    "mkdocs_multilingual.blog.paths",
    "mkdocs_multilingual.blog.posts",
    "mkdocs_multilingual.blog.lists",
    "mkdocs_multilingual.blog.excerpts",
    "mkdocs_multilingual.blog.reading_time",
    "mkdocs_multilingual.editorial.rules",
    "mkdocs_multilingual.editorial.prose",
    "mkdocs_multilingual.editorial.settings",
    "mkdocs_multilingual.editorial.texts",
    "mkdocs_multilingual.editorial.across",
    "mkdocs_multilingual.editorial.checks",
    "mkdocs_multilingual.checking",
    "mkdocs_multilingual.feeds.model",
    "mkdocs_multilingual.feeds.content",
    "mkdocs_multilingual.feeds.rss",
    "mkdocs_multilingual.feeds.json_feed",
    "mkdocs_multilingual.translations.fingerprint",
    "mkdocs_multilingual.translations.states",
    "mkdocs_multilingual.translations.editing",
    "mkdocs_multilingual.translations.changes",
    "mkdocs_multilingual.translations.table",
    "mkdocs_multilingual.command_check",
    "mkdocs_multilingual.cli",
    "mkdocs_multilingual.figures.drawing",
    "mkdocs_multilingual.figures.placing",
    "mkdocs_multilingual.share_images.picture",
    "mkdocs_multilingual.head.open_graph_locales",
    "mkdocs_multilingual.head.facts",
    "mkdocs_multilingual.head.tags",
    "mkdocs_multilingual.head.structured",
    "mkdocs_multilingual.head.existing",
    "mkdocs_multilingual.head.sitemap",
    "mkdocs_multilingual.fallback.marking",
    "mkdocs_multilingual.page_html",
    "mkdocs_multilingual.rendering",
    "mkdocs_multilingual.topics.lists",
    "mkdocs_multilingual.search.documents",
    "mkdocs_multilingual.search.splitting",
    "mkdocs_multilingual.search.indexing",
    "mkdocs_multilingual.config",
    "mkdocs_multilingual.glue.languages",
    "mkdocs_multilingual.glue.pages",
    "mkdocs_multilingual.glue.assets",
    "mkdocs_multilingual.glue.figures",
    "mkdocs_multilingual.glue.glossary",
    "mkdocs_multilingual.glue.share_images",
    "mkdocs_multilingual.glue.addresses",
    "mkdocs_multilingual.glue.menu",
    "mkdocs_multilingual.glue.blog.config",
    "mkdocs_multilingual.glue.blog.host",
    "mkdocs_multilingual.glue.blog.localized",
    "mkdocs_multilingual.glue.blog.pages",
    "mkdocs_multilingual.glue.blog.building",
    "mkdocs_multilingual.glue.blog.feeds",
    "mkdocs_multilingual.glue.blog.listing",
    "mkdocs_multilingual.glue.blog.menu",
    "mkdocs_multilingual.glue.blog.related",
    "mkdocs_multilingual.glue.blog.sources",
    "mkdocs_multilingual.glue.blog.former",
    "mkdocs_multilingual.glue.blog.survey",
    "mkdocs_multilingual.glue.blog.templates",
    "mkdocs_multilingual.glue.blog.plugin",
    "mkdocs_multilingual.glue.topics",
    "mkdocs_multilingual.glue.tags",
    "mkdocs_multilingual.glue.typography",
    "mkdocs_multilingual.glue.search",
    "mkdocs_multilingual.glue.head",
    "mkdocs_multilingual.glue.fallback",
    "mkdocs_multilingual.glue.not_found",
    "mkdocs_multilingual.glue.suggestion",
    "mkdocs_multilingual.glue.translation_state",
    "mkdocs_multilingual.plugin",
]
"""From the ground up: each may import only those named before it, and of the other plugin none."""

GLUE = {
    "mkdocs_self_assessment.config",
    "mkdocs_self_assessment.generated_files",
    "mkdocs_self_assessment.plugin",
    *(room for room in ROOMS if room.startswith("mkdocs_multilingual.glue.")),
    "mkdocs_multilingual.config",
    "mkdocs_multilingual.plugin",
}
ONLY_IMPORTERS = {
    "jinja2": {
        "mkdocs_self_assessment.presenting.rendering",
        "mkdocs_multilingual.rendering",
        "mkdocs_multilingual.glue.blog.templates",  # filters of Material's templates
    },
    "markdown_it": {"mkdocs_self_assessment.reading.blocks"},
    "yaml": {"mkdocs_foundation.front_matter", "mkdocs_foundation.site_config"},
    "rcssmin": {"mkdocs_foundation.styles"},
    "PIL": {"mkdocs_multilingual.share_images.picture"},
    "pagefind": {"mkdocs_multilingual.search.indexing"},
    "mkdocs": GLUE,
    "material": set(),  # MaterialX has another package of this name, and other classes in it
    "mkdocs_static_i18n": GLUE,
}


def modules() -> dict[str, Path]:
    return {
        ".".join(path.relative_to(PLUGINS).with_suffix("").parts[1:]): path
        for path in sorted(PLUGINS.rglob("*.py"))
        if path.name != "__init__.py"
    }


def imports(path: Path) -> set[str]:
    """Absolute names of everything that a module imports."""
    above = path.relative_to(PLUGINS).parent.parts[1:]
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
    own = room.split(".")[0]
    below = [b for b in ROOMS[: ROOMS.index(room)] if b.split(".")[0] in (own, "mkdocs_foundation")]
    packages = {package.split(".")[0] for package in ROOMS}
    for name in imports(modules()[room]):
        if name.split(".")[0] in packages:
            assert any(name == b or name.startswith(f"{b}.") for b in below), f"{room} imports {name}"


@pytest.mark.parametrize("room", ROOMS)
def test_each_dependency_has_its_only_importers(room: str) -> None:
    for name in imports(modules()[room]):
        package = name.split(".")[0]
        assert room in ONLY_IMPORTERS.get(package, {room}), f"{room} imports {package}"


def test_modules_stay_small() -> None:
    long = {room: n for room, path in modules().items() if (n := len(path.read_text("utf-8").splitlines())) > 310}
    assert long == {}


GLUE_ENDS = {"plugin", "config", "generated_files"}
"""Last parts of the names of modules that know MkDocs, besides those in `glue`."""
IMPORT_ALL = """
import importlib, sys
import tests.without_mkdocs
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def is_glue(module: str) -> bool:
    """Whether a module may import MkDocs."""
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
