"""The scripts, styles and schemas of the plugin as they are published: the shared ones, and those of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_foundation.caching import results
from mkdocs_foundation.output import styles
from mkdocs_foundation.output.joining import Breach, join_modules
from mkdocs_foundation.output.scripts import without_whitespace
from mkdocs_foundation.patterns import pattern

from .kinds import KINDS

PACKAGE = Path(__file__).parent
SHARED = "assets/"
"""Folder of the assets that all kinds share; addresses on pages are relative to it."""
ENTRY = "self-assessment/self-assessment.js"
"""Path of the script that `templates/assessment.html` loads."""
MY_RESULTS = "my-results/my-results.js"
"""Path of the script that `templates/my-results.html` loads; it takes what it needs from the other's files."""
TEAM = "team/team.js"
"""Path of the script that `templates/team.html` loads; it takes what it needs from the others' files."""
BEGUN = "begun/begun.js"
"""Path of the script that `templates/begun.html` loads: joined by itself, as it is on pages without any other."""
RETURNING = "returning/returning.js"
"""Path of the script that `templates/assessment.html` loads before its content: no module, and small."""
NOT_A_KEY = "not-relevant"
"""An answer, which the form's script names; the text of this key is for results only."""
TEAM_STYLE, KIT_STYLE, MY_RESULTS_STYLE = OWN_STYLES = ("team/team.css", "kit/kit.css", "my-results/my-results.css")
"""Paths of the style sheets that only one page loads, below the assets."""
_STRING = pattern(r'"([a-z][a-z.-]+)"')
_OF_BEGUN = ("storage/keys.js", "storage/reading.js")
"""Modules that it has a copy of."""


def sources() -> dict[str, str]:
    """All modules by path below the package; read at each build, since `mkdocs serve` builds again after an edit."""
    return {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in _files("*.js")}


def scripts() -> tuple[dict[str, str], list[Breach]]:
    """The joined scripts without whitespace by path below the assets, and the rules of joining that are broken."""
    modules = sources()
    return results.keep(lambda: _joined(modules), f"{__name__}.scripts", tuple(modules.items()))


def _joined(modules: Mapping[str, str]) -> tuple[dict[str, str], list[Breach]]:
    shared = {path: text for path, text in modules.items() if path not in (SHARED + BEGUN, SHARED + RETURNING)}
    joined, breaches = join_modules(shared, SHARED + ENTRY, pages=[SHARED + TEAM, SHARED + MY_RESULTS])
    alone = {SHARED + path: modules[SHARED + path] for path in (BEGUN, *_OF_BEGUN)}
    small, more = join_modules(alone, SHARED + BEGUN)
    joined |= small
    breaches += more
    joined[SHARED + RETURNING] = modules[SHARED + RETURNING]
    breaches += [
        Breach(path, 1, f"a script that is loaded by itself is in {SHARED}: let one of those import it")
        for path in joined
        if not path.startswith(SHARED)
    ]
    # Whitespace is a tenth of what a phone would fetch; names are kept, so that an error in a browser is readable.
    return {path.removeprefix(SHARED): without_whitespace(text) for path, text in joined.items()}, breaches


def asked_for(script: str) -> frozenset[str]:
    """Whatever a script may ask for by key: its strings."""
    return frozenset(_STRING.findall(script)) - {NOT_A_KEY}


def schemas() -> dict[str, str]:
    """The schemas of files that readers save, by path below the assets."""
    return {path.relative_to(PACKAGE / SHARED).as_posix(): path.read_text("utf-8") for path in _files("*.schema.json")}


def style_sheet() -> str:
    """All styles as one sheet: those of kinds first, except print styles, which follow the shared print styles.

    Those of a single page are a sheet of their own, which no other page loads.
    """
    styles_of_all = (path for path in _files("*.css") if _published(path) not in OWN_STYLES)
    return styles.published(path.read_text("utf-8") for path in sorted(styles_of_all, key=_place))


def own_style_sheet(path: str) -> str:
    """One of `OWN_STYLES`."""
    return styles.published([(PACKAGE / SHARED / path).read_text("utf-8")])


def _published(style: Path) -> str:
    return style.relative_to(PACKAGE).as_posix().removeprefix(SHARED)


def _place(style: Path) -> tuple[str, str]:
    shared = PACKAGE / SHARED
    if style.is_relative_to(shared):
        return style.relative_to(shared).as_posix(), ""
    return "print/print.css" if style.stem == "print" else "", style.as_posix()


def _files(pattern: str) -> list[Path]:
    folders = [PACKAGE / SHARED, *(kind.folder / "assets" for kind in KINDS)]
    return [path for folder in folders for path in sorted(folder.rglob(pattern))]
