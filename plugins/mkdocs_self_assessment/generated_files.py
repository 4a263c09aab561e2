"""Files that the plugin adds to a build, with the attributes that static-i18n expects on each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_foundation.scripts import published

ASSETS = Path(__file__).parent / "assets"
ASSETS_URI = "assets/self-assessment"
"""Where the scripts and styles are in the built site."""
STYLE_URI = f"{ASSETS_URI}/self-assessment.css"
"""The one style sheet."""


def asset_files(config: MkDocsConfig) -> list[File]:
    """The scripts without their comments, the schemas as they are, and the styles of all components as one file."""
    styles = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.rglob("*.css")))
    contents = {
        path: published(path.read_text(encoding="utf-8")) if path.suffix == ".js" else path.read_text(encoding="utf-8")
        for path in sorted([*ASSETS.rglob("*.js"), *ASSETS.rglob("*.schema.json")])
    }
    files = [
        File.generated(config, f"{ASSETS_URI}/{path.relative_to(ASSETS).as_posix()}", content=content)
        for path, content in contents.items()
    ]
    return [File.generated(config, STYLE_URI, content=styles), *files]


def page_file(config: MkDocsConfig, uri: str, content: str, i18n: Any, uris: Mapping[str, str]) -> File:
    """A page made of a section.

    `i18n` is the static-i18n plugin or `None`; `uris` gives the path of the page in each language that has it.
    """
    if i18n is None:
        return File.generated(config, uri, content=content)
    from mkdocs_static_i18n.folder import create_i18n_file

    def localized(source: str, language: str) -> File:
        file: File = create_i18n_file(
            File.generated(config, source, content=""),
            language,
            i18n.default_language,
            i18n.all_languages,
            config,
        )
        return file

    current = i18n.current_language or i18n.default_language
    file = localized(uri, current)
    file.content_string = content
    file.generated_by = "self-assessment"
    for language in i18n.build_languages:
        if language in uris:
            file.alternates[language] = localized(uris[language], language)  # type: ignore[attr-defined]
    file.alternates[current] = file  # type: ignore[attr-defined]
    i18n.i18n_files_per_language[current].append(file)
    return file
