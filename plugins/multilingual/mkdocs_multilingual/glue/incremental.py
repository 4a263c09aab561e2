"""What pages depend on beside their own source, for the plugin `incremental`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_foundation.caching import programs
from mkdocs_foundation.glue.incremental import Share
from mkdocs_foundation.values import dataclass

from ..config import MultilingualConfig
from ..figures.drawing import Drawing
from ..head.sitemap import Entry
from .search import Found
from .whole import Current, Whole


@dataclass(frozen=True)
class Left:
    """What a finished page leaves for the files of the whole site."""

    entry: Entry | None
    """Its entry in the sitemap; `None` for none."""
    found: Found | None
    """What the search keeps of it; `None` on a site without this search."""


State = tuple[Whole, Current, Mapping[str, Drawing]]
"""State of the whole site and of the current locale, and the drawings that pages show."""


class IncrementalShare(Share):
    """Pages show the state of their translation and terms of the glossary; sitemap and search have all pages."""

    left: Left | None = None
    """Of the page that has been finished last."""

    def __init__(self, options: Callable[[], MultilingualConfig], state: Callable[[], State]) -> None:
        """Take what tells the options of the plugin, and its state when the language under way has its files."""
        self._options, self._state = options, state

    def inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """What was read of all languages, and the site's own words."""
        whole, current, drawings = self._state()
        yield repr(sorted(whole.reading.glossaries.items()))
        yield repr((current.build.bases, sorted(whole.fallbacks.items()), current.build.site))
        yield repr(sorted(drawings.items()))
        yield from self.site_inputs(config)

    def page_inputs(self, config: MkDocsConfig) -> Mapping[str, str]:
        """The state of each translation, of which its page has a notice."""
        whole, current, _ = self._state()
        return {
            translation.uri: f"{translation.state} {translation.source.locale if translation.source else ''}"
            for translation in whole.reading.translations
            if translation.locale == current.build.locale
        }

    def late_inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """The pages with topics; their titles are noticed where lists show them."""
        topics = self._state()[1].topics
        return [topics.order] if topics else []

    def site_inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """The site's own words, and the background of its share images."""
        options = self._options()
        if options.strings:
            yield programs.of_files(sorted(Path(options.strings).rglob("*.toml")))
        if options.share_images.background:
            yield programs.of_files([Path(options.share_images.background)])

    def language_inputs(self, config: MkDocsConfig, locale: str) -> Iterable[str | bytes | None]:
        """What was read of all languages, and the states of the language's translations; of all where it shows them."""
        whole, current, drawings = self._state()
        is_source, has_status = locale == whole.site.source_locale, current.status is not None
        shown = [x for x in whole.reading.translations if x.locale == locale or (is_source and has_status)]
        yield repr(sorted(whole.reading.glossaries.items()))
        yield repr((current.build.bases, sorted(whole.fallbacks.items()), whole.site, sorted(whole.menu.items())))
        yield repr(sorted(drawings.items()))
        for translation in shown:
            original = translation.source
            yield f"{translation.uri} {translation.state} {original.uri if original else ''}"
            if original and original.locale != locale and is_source:  # sections that have changed are named
                yield original.source.text
        if is_source and has_status:
            yield repr([(page.uri, page.title) for page in current.build.library])
        yield from self.site_inputs(config)

    def is_kept(self, page: Page) -> bool:
        """The page of the state of the translations shows what is missing of all others."""
        status = self._state()[1].status
        return status is None or page.file is not status

    def after_finishing(self, page: Page) -> Any:
        """What the page has left."""
        left, self.left = self.left, None
        return left

    def finish_again(self, page: Page, left: Any) -> None:
        """Give it to sitemap and search."""
        whole, current, _ = self._state()
        if left.entry:
            whole.head.entries.setdefault(current.build.locale, []).append(left.entry)
        if left.found and whole.search:
            whole.search.find_again(left.found, page.url, current.build.locale)
