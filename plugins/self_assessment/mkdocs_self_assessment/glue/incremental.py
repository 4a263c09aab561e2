"""What pages depend on beside their own source, for the plugin `incremental`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_foundation import environment
from mkdocs_foundation.glue.incremental import Share

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
    """Articles show cards of self-assessments, so the files with these count for every page."""

    def __init__(self, plugin: _Plugin) -> None:
        """Take the plugin."""
        self._plugin = plugin

    def inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """The files with self-assessments, and the site's own words."""
        for uri, content in sorted(self._plugin.read_sources.items()):
            yield uri
            yield content
        yield from self.site_inputs(config)

    def page_inputs(self, config: MkDocsConfig) -> Mapping[str, str]:
        """The titles of the articles that a self-assessment leads to."""
        current = self._plugin.current
        if current is None:
            return {}
        pages = current.library.pages
        return {
            shown.page_uri: repr(
                [pages[uri].title for uri in (*shown.articles, shown.questionnaire.uri) if uri in pages]
            )
            for shown in current.shown.values()
        }

    def site_inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """The site's own words."""
        if self._plugin.own_words:
            yield environment.of_files(sorted(self._plugin.own_words.rglob("*.toml")))

    def after_reading(self, page: Page) -> Any:
        """Questionnaires in an article as other plugins have left their texts, which have pages of their own."""
        current = self._plugin.current
        return current.handed_by(page.file.src_uri) if current else None

    def read_again(self, page: Page, left: Any) -> None:
        """Keep them for these pages."""
        if self._plugin.current:
            self._plugin.current.rendered.update(left)
