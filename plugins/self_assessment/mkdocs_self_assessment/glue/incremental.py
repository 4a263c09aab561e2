"""What pages depend on beside their own source, for the plugin `incremental`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_foundation.caching import programs
from mkdocs_foundation.caching.store import digest
from mkdocs_foundation.glue.incremental import Share

from ..kinds import kind_of
from ..pages.rendering import minutes, summary
from . import kit, team
from .pages import Assessments


class _Plugin(Protocol):
    @property
    def own_words(self) -> Path | None:
        """Folder of the site's own words."""

    @property
    def read_sources(self) -> Mapping[str, bytes]:
        """The files with self-assessments."""

    @property
    def current(self) -> Assessments | None:
        """Self-assessments on the pages of the current locale."""


class IncrementalShare(Share):
    """Articles show cards of self-assessments, so what is on these counts for every page.

    The rest of a self-assessment counts for its own pages, and for those whose template reads it.
    """

    def __init__(self, plugin: _Plugin) -> None:
        """Take the plugin."""
        self._plugin = plugin

    def inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """What cards and lists have of self-assessments, the numbers in texts, and the site's own words."""
        current = self._plugin.current
        for assessment in current.shown.values() if current else ():
            q = assessment.questionnaire
            yield repr((q.id, q.version, assessment.locale, assessment.page_uri, q.uri, assessment.articles))
            yield repr((q.title, summary(q), minutes(q), kind_of(q).name, q.count))
        yield repr(current.library.counts if current else None)
        yield from self.site_inputs(config)

    def page_inputs(self, config: MkDocsConfig) -> Mapping[str, str]:
        """The files that pages of self-assessments are made of, and the titles of the articles that these lead to.

        Files are those in their language, and in the source language; the page of all results is made of all.
        """
        current = self._plugin.current
        if current is None:
            return {}
        site, options, read = current.build.site, current.options, self._plugin.read_sources
        found: dict[str, list[str | bytes]] = {}
        all_assessments = current.library.assessments
        files = {(a.questionnaire.id, a.locale): read[a.questionnaire.uri] for a in all_assessments}
        for own in all_assessments:
            q = own.questionnaire
            made_of = [files[q.id, own.locale], files.get((q.id, site.source_locale), b"")]
            below = [pages.uri(options, site, own.page_uri) for pages in (team.PAGES, kit.PAGES)]
            for uri in dict.fromkeys([q.uri, own.page_uri, *below]):
                found.setdefault(uri, []).extend(made_of)
        titles = {uri: page.title for uri, page in current.library.pages.items()}
        for shown in current.shown.values():
            named = (*shown.articles, shown.questionnaire.uri)
            found[shown.page_uri].append(repr([titles[uri] for uri in named if uri in titles]))
        found[options.my_results_uri(site, current.build.locale)] = list(files.values())
        return {uri: digest(*contents).hex() for uri, contents in found.items()}

    def site_inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """The site's own words."""
        if self._plugin.own_words:
            yield programs.of_files(sorted(self._plugin.own_words.rglob("*.toml")))

    def language_inputs(self, config: MkDocsConfig, locale: str) -> Iterable[str | bytes | None]:
        """The files with self-assessments, the titles of all articles that they lead to, and the site's own words."""
        for uri, content in sorted(self._plugin.read_sources.items()):
            yield uri
            yield content
        if current := self._plugin.current:
            library = current.library
            for uri in sorted({uri for assessment in library.assessments for uri in assessment.articles}):
                yield library.pages[uri].title if uri in library.pages else uri
        yield from self.site_inputs(config)

    def after_reading(self, page: Page) -> Any:
        """Questionnaires in an article as other plugins have left their texts, which have pages of their own."""
        current = self._plugin.current
        return current.handed_by(page.file.src_uri) if current else None

    def read_again(self, page: Page, left: Any) -> None:
        """Keep them for these pages."""
        if self._plugin.current:
            self._plugin.current.rendered.update(left)
