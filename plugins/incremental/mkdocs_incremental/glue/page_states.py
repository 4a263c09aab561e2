"""What pages are put into their templates with, known when all of a language have been read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.caching.store import digest
from mkdocs_foundation.glue.incremental import Share

from .. import settings
from .pages import Later


class PageStates:
    """Digests of titles and settings, and of what was changed of each page after it had been read."""

    def __init__(self, config: MkDocsConfig, shares: Iterable[Share]) -> None:
        """Begin without pages."""
        self._config, self._shares = config, list(shares)
        self._everywhere = b""
        self._own: dict[str, bytes] = {}
        self._outcomes: dict[str, bytes] = {}
        self._of_pages: dict[bytes, bytes] = {}

    def settle(self, pages: Iterable[Page], everywhere: Iterable[str], text: Callable[[Page], bytes | None]) -> None:
        """Take the pages as they are now.

        `everywhere` are the paths of those that every page may show; `text` tells the digest of the HTML of a page when
        it had been read.
        """
        with page_reads.apart():
            for page in pages:
                uri = page.file.src_uri
                shown = (share.shown_of(page) for share in self._shares)
                self._outcomes[uri] = digest(outcome(page), *shown)
                self._own[uri] = _own(page, text)
            late = [digest(*share.late_inputs(self._config)) for share in self._shares]
        self._everywhere = digest(*late, self._digest(sorted(everywhere)))

    def of(self, uri: str, key: bytes, shown: Callable[[], Iterable[str]]) -> bytes:
        """A digest of what counts for a page that shows some others, whose paths have a key."""
        if key not in self._of_pages:
            self._of_pages[key] = self._digest(shown())
        return digest(self._everywhere, self._own.get(uri), self._of_pages[key])

    def _digest(self, uris: Iterable[str]) -> bytes:
        return digest(*(part for uri in uris for part in (uri, self._outcomes.get(uri))))


def outcome(page: Page) -> bytes:
    """A digest of the title and the settings of a page."""
    with page_reads.apart():
        return digest(str(page.title), settings.plain(page.meta))


def _own(page: Page, text: Callable[[Page], bytes | None]) -> bytes:
    """A digest of what others than the page's own events have changed of it."""
    values: Mapping[str, object] = vars(page)
    content = values.get("content")
    now = None if isinstance(content, Later) else digest(str(content))
    changed = None if now is None or now == text(page) else now
    return digest(changed, str(page.toc), str(page.canonical_url), str(page.edit_url))
