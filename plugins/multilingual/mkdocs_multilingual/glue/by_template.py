"""Pages that a template translates: one `index.md` with `template: home.html` is a page of each language."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.structure.files import File, Files

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.glue.builds import LanguageBuild

from ..editorial.rules import matches

SETTING = "translated"
"""Setting of such a page."""


def mark(files: Files, patterns: Iterable[str], build: LanguageBuild) -> None:
    """Take the pages that stand in for missing ones as pages of their readers' language.

    `patterns` are paths within a language; the setting `translated: true` says the same for one page.
    """
    patterns = list(patterns)
    for file in files.documentation_pages():
        if static_i18n.is_localized(file) and _is_translated(file, patterns, build):
            if static_i18n.is_fallback(file, build.locale):
                static_i18n.set_text_locale(file, build.locale)
            versions = {
                locale: version if version is file else static_i18n.stand_in(version, locale)
                for locale, version in static_i18n.alternates(file).items()
            }
            static_i18n.set_alternates(file, {**versions, build.locale: file})


def _is_translated(file: File, patterns: list[str], build: LanguageBuild) -> bool:
    key = build.key_of(file)
    if any(matches(pattern, key) for pattern in patterns):
        return True
    source = build.pages.page(build.site.source_locale, key)
    return source is not None and source.matter.values.get(SETTING) is True
