"""Files that the plugin adds to a build: scripts, styles, and the pages generated from sections."""

from __future__ import annotations

import json
from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from mkdocs_foundation.glue import assets, static_i18n
from mkdocs_foundation.glue.builds import LanguageBuild

from .. import published
from ..pages.rendering import summary
from ..pipeline import Assessment
from ..reading.blocks import plain_text

ASSETS_URI = "assets/self-assessment"
"""Folder of the scripts and styles in the built site."""
STYLE = "self-assessment.css"
"""Path of the style sheet below `ASSETS_URI`."""
STYLE_URI = f"{ASSETS_URI}/{STYLE}"
"""Path of the style sheet in the built site."""
GENERATED_BY = "self-assessment"
"""Value of MkDocs' `File.generated_by`."""


def asset_files(config: MkDocsConfig) -> list[File]:
    """The joined scripts, the schemas and the style sheet. Raises `PluginError` where scripts can't be joined."""
    scripts, breaches = published.scripts()
    if breaches:
        lines = ["self-assessment: the scripts cannot be joined.", *(str(breach) for breach in breaches)]
        raise PluginError("\n".join(lines))
    contents = {**published.schemas(), **scripts, STYLE: published.style_sheet()}
    return assets.files(config, ASSETS_URI, contents)


def section_page(
    config: MkDocsConfig, build: LanguageBuild, shown: Assessment, versions: Mapping[str, Assessment]
) -> File:
    """The file of a page generated from a section, in the current locale.

    `shown` is what it shows, `versions` what the readers of each language get.
    """
    file = _page(config, build, shown, build.locale)
    others = {
        locale: file if locale == build.locale else _page(config, build, versions[locale], locale)
        for locale in static_i18n.build_locales(config, build.site)
        if locale in versions or locale == build.locale
    }
    if static_i18n.is_used(config):
        static_i18n.set_alternates(file, {build.locale: file, **others})
    return file


def _page(config: MkDocsConfig, build: LanguageBuild, assessment: Assessment, reader: str) -> File:
    file = File.generated(config, assessment.page_uri, content=_settings(assessment))
    file.generated_by = GENERATED_BY
    static_i18n.localize(file, assessment.locale, build.site, config, reader)
    static_i18n.set_origin(file, assessment.questionnaire.location)
    return file


def _settings(assessment: Assessment) -> str:
    """The page's front matter (JSON is YAML); its text is inserted later."""
    q = assessment.questionnaire
    settings = {"title": plain_text(q.title), "description": summary(q), **q.page_settings}
    head = "".join(f"{name}: {json.dumps(value)}\n" for name, value in settings.items())
    return f"---\n{head}---\n\n"
