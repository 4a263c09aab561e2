"""Files that the plugin adds to a build, with the attributes that static-i18n expects on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from mkdocs_foundation.problems import Location

from . import published

ASSETS_URI = "assets/self-assessment"
"""Where the scripts and styles are in the built site."""
STYLE_URI = f"{ASSETS_URI}/self-assessment.css"
"""The one style sheet."""


def asset_files(config: MkDocsConfig) -> list[File]:
    """The joined scripts, the schemas and the style sheet."""
    scripts, breaches = published.scripts()
    if breaches:
        lines = ["self-assessment: the scripts cannot be joined.", *(str(breach) for breach in breaches)]
        raise PluginError("\n".join(lines))
    contents = {f"{ASSETS_URI}/{path}": text for path, text in {**published.schemas(), **scripts}.items()}
    contents[STYLE_URI] = published.style_sheet()
    return [File.generated(config, uri, content=content) for uri, content in contents.items()]


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
