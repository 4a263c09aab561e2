"""The state of translations: a notice for readers, and a page for authors and translators."""

from __future__ import annotations

from collections.abc import Mapping
from logging import LoggerAdapter
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url

from mkdocs_foundation.glue import edit_links, static_i18n
from mkdocs_foundation.glue.builds import SiteBuild
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.templates.titles import words

from ..fallback.marking import KEPT_OUT, below_heading
from ..language_names import language_name
from ..rendering import Renderer
from ..saying import say
from ..translations import changes
from ..translations.history import History
from ..translations.states import State, Translation, states
from ..translations.table import counts, unknown_by_history
from . import desk, pages
from .assets import script_uri
from .state import Build

TO_DO = (State.OUTDATED, State.UNKNOWN, State.UNTRANSLATED, State.MISSING)
"""The states that need work by a translator."""


def read(
    build: SiteBuild, config: MkDocsConfig, with_source: bool, log: LoggerAdapter[Any]
) -> tuple[list[Translation], list[Problem]]:
    """The state of every translation, and problems of their records."""
    found, problems = states(build.pages, build.site, History(Path(config.docs_dir)).together, with_source)
    if unknown := unknown_by_history(found):
        log.info(shown(unknown))
    return found, problems


def outdated(build: Build) -> dict[str, Translation]:
    """The outdated pages of the language under way, by path."""
    known = build.reading.translations
    return {x.uri: x for x in known if x.locale == build.locale and x.state is State.OUTDATED and x.source}


def add_notice(page: Page, known: Mapping[str, Translation], build: Build) -> None:
    """Put a notice below the heading of an outdated page, which is one of `outdated`, while that page is made."""
    translation = known.get(page.file.src_uri)
    if translation is None or translation.source is None:
        return
    origin = translation.source.locale
    source = pages.translations(page.file).get(origin)
    if source is None:
        return
    notice = build.renderer.render(
        "translation-outdated.html",
        locale=origin,
        language=language_name(origin, build.renderer.t.lang, build.site),
        source=get_relative_url(source.url, page.url),
        kept_out=KEPT_OUT,
    )
    page.content = below_heading(page.content or "", notice)


def status_file(path: str, files: Files, config: MkDocsConfig, renderer: Renderer) -> File:
    """The status page, still without its content. Raises `PluginError` where the site has a page there."""
    uri = desk.status_uri(path)
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    if any(other.dest_uri == file.dest_uri for other in files):
        raise PluginError(
            shown(
                say(
                    "multilingual: a page of the site is at {address}, which is needed for the status of the "
                    "translations: set `status_page` in the options of multilingual to another name, or to "
                    '"" for none.',
                    address=file.url,
                )
            )
        )
    t = renderer.t
    file.content_string = (
        f'---\ntitle: "{t("status.title")}"\ndescription: "{t("status.description")}"\nrobots: noindex\n'
        "search:\n  exclude: true\nhide: [toc, navigation]\n---\n"
    )
    return file


def fill_status(page: Page, build: Build, guide_key: str) -> None:
    """Give the page of the status its content; called when all pages of the source language have been read.

    `guide_key` is the path of the page for those who write, within a language; it may be empty.
    """
    site, config, translations = build.site, build.config, build.reading.translations
    renderer, past = build.renderers(site.source_locale), History(Path(config.docs_dir))
    at = {static_i18n.key(file, site): file for file in build.files.documentation_pages()}
    rows: dict[str, dict[str, Any]] = {}
    translating = desk.Translating(config)
    guide = pages.translations(at[guide_key]) if guide_key in at else {}
    guide_texts = build.library.versions(guide_key)
    for translation in translations:
        key = translation.key
        file = at.get(key)
        if key not in rows:
            rows[key] = {
                "key": key,
                "title": words(translation.source.title) if translation.source else key,
                "url": get_relative_url(file.url, page.url) if file else "",
                "cells": dict.fromkeys([*site.languages][1:]),
            }
        target = pages.translations(file).get(translation.locale) if file else None
        rows[key]["cells"][translation.locale] = {
            "state": translation.state.value,
            "uri": translation.uri,
            "locale": translation.locale,
            "url": get_relative_url(target.url, page.url) if target else "",
            "sections": _sections(translation, config, renderer, past),
            "edit": translating.address(translation),
        }
    example = next((x.key for x in translations if x.state in TO_DO), "index.md")
    page.content = renderer.render(
        "status.html",
        rows=[row | {"cells": list(row["cells"].values())} for row in rows.values()],
        languages=[(language.locale, language.name) for language in [*site.languages.values()][1:]],
        begin=desk.new_pages(build),
        guide=[
            {
                "title": words(guide_texts[locale].title),
                "url": get_relative_url(guide[locale].url, page.url),
                "locale": locale,
                "language": language.name,
            }
            for locale, language in site.languages.items()
            if locale in guide and locale in guide_texts
        ],
        script=get_relative_url(script_uri(desk.COMPONENT), page.url),
        counts=[(state.value, count) for state, count in counts(translations).items()],
        original=site.shown(site.uri(site.source_locale, example)),
        translated=site.shown(site.uri(list(site.languages)[1], example)),
    )
    page.toc = TableOfContents([])
    page.edit_url = None
    edit_links.lead_to(page, edit_links.option("status_page", config), config)


def _sections(translation: Translation, config: MkDocsConfig, renderer: Renderer, past: History) -> list[str]:
    """The headings under which the source of an outdated translation has changed; none where they aren't known."""
    source, record = translation.source, translation.record
    if translation.state is not State.OUTDATED or source is None or record is None:
        return []
    path = Path(config.docs_dir, source.uri)
    before = past.translated_text(source.uri, translation.uri, record.hash, translation.with_source)
    if before is None:
        return []
    names = changes.changed_sections(before, path.read_text(encoding="utf-8-sig"))
    return [renderer.t("status.top") if name == changes.TOP else name for name in names]
