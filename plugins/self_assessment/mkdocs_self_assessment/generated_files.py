"""Files that the plugin adds to a build, with the attributes that static-i18n expects on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from mkdocs_foundation import styles
from mkdocs_foundation.joining import join_modules
from mkdocs_foundation.problems import Location
from mkdocs_foundation.scripts import without_whitespace

ASSETS = Path(__file__).parent / "assets"
ASSETS_URI = "assets/self-assessment"
"""Where the scripts and styles are in the built site."""
STYLE_URI = f"{ASSETS_URI}/self-assessment.css"
"""The one style sheet."""
ENTRY = "self-assessment/self-assessment.js"
"""The script that `templates/assessment.html` names."""


def asset_files(config: MkDocsConfig) -> list[File]:
    """The scripts joined and without blanks, the schemas as they are, and the styles as one."""
    scripts, breaches = join_modules(_texts("*.js"), ENTRY)
    if breaches:
        lines = ["self-assessment: the scripts cannot be joined.", *(f"assets/{breach}" for breach in breaches)]
        raise PluginError("\n".join(lines))
    # Names stay, so that an error in a browser can be read.
    scripts = {path: without_whitespace(text) for path, text in scripts.items()}
    contents = {f"{ASSETS_URI}/{path}": text for path, text in {**_texts("*.schema.json"), **scripts}.items()}
    contents[STYLE_URI] = styles.published(styles.beneath(ASSETS))
    return [File.generated(config, uri, content=content) for uri, content in contents.items()]


def _texts(pattern: str) -> dict[str, str]:
    """By path below the assets; read at each build, since `mkdocs serve` builds again after an edit."""
    return {path.relative_to(ASSETS).as_posix(): path.read_text("utf-8") for path in sorted(ASSETS.rglob(pattern))}


@dataclass(frozen=True)
class PageVersion:
    """A page made of a section, in one language."""

    uri: str
    """Path of the Markdown file that it is taken for."""
    content: str
    """Its settings."""
    written_in: Location
    """Where the section is."""


def page_file(config: MkDocsConfig, version: PageVersion, i18n: Any, versions: Mapping[str, PageVersion]) -> File:
    """A page made of a section; `i18n` is the static-i18n plugin or `None`, `versions` are those of each language."""
    if i18n is None:
        return File.generated(config, version.uri, content=version.content)
    from mkdocs_static_i18n.folder import create_i18n_file

    def localized(version: PageVersion, language: str) -> File:
        file: File = create_i18n_file(
            File.generated(config, version.uri, content=""),
            language,
            i18n.default_language,
            i18n.all_languages,
            config,
        )
        file.content_string = version.content
        file.generated_by = "self-assessment"
        file.written_in = version.written_in  # type: ignore[attr-defined]
        return file

    current = i18n.current_language or i18n.default_language
    file = localized(version, current)
    for language in i18n.build_languages:
        if language in versions:
            file.alternates[language] = localized(versions[language], language)  # type: ignore[attr-defined]
    file.alternates[current] = file  # type: ignore[attr-defined]
    i18n.i18n_files_per_language[current].append(file)
    return file
