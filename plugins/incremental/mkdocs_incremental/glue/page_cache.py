"""The pages of one language under way: which are taken again, which are made, and what is kept of those."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.caching.page_reads import Reads
from mkdocs_foundation.caching.store import Held, digest
from mkdocs_foundation.glue.incremental import Share

from ..page_store import EVERYWHERE, Finished, Made, PageStore, Read, pages_key
from .clock import watch
from .disk import Disk
from .log_recorder import LogRecorder
from .markdown import Converter, anchors, of_files
from .page_states import PageStates, outcome
from .pages import ATTRIBUTES, KNOWN, LATER, KeptPage, Lookups, forget, give


class PageCache:
    """The pages of one language. `page_store` and `converter` are `None` where all pages, or all HTML, must be made."""

    def __init__(
        self,
        config: MkDocsConfig,
        page_store: PageStore | None,
        converter: Converter | None,
        shares: Mapping[str, Share],
        recorder: LogRecorder,
        disk: Disk,
    ) -> None:
        """Begin without pages."""
        self._config, self._page_store, self._converter = config, page_store, converter
        self._shares, self._recorder, self.disk = shares, recorder, disk
        self._taken: dict[str, bytes] = {}
        self._titles: dict[str, str | None] = {}
        self._again: dict[str, Read] = {}
        self._made: dict[str, tuple[Held, Held]] = {}
        self._texts: dict[str, bytes] = {}
        self._finished: dict[str, Held] = {}
        self._outcomes: dict[str, bytes] = {}
        self._spoken_of: set[str] = set()
        self._count = 0
        self._page: Page | None = None
        self._is_read, self._reads = False, Reads()
        self._outside, self._looked_up = Reads(), dict[str, Reads]()
        self._shown: dict[str, set[str]] = {}
        self._states = PageStates(config, shares.values())
        # Pages that are taken again until they are put into their templates, which show what has changed.
        self._unfinished: set[str] = set()
        self._reading: Page | None = None
        self._heard = (0, 0)
        # Of the page that is being read: its attributes and text at first, and the key of the HTML of its Markdown.
        self._attributes, self._source = frozenset[str](), ""
        self._html: bytes | None = None

    def choose(self, page: Page) -> None:
        """Take a page again where it can be."""
        if not all(share.is_kept(page) for share in self._shares.values()):
            self._spoken_of.add(_uri(page))
        elif self._page_store and (key := self._page_store.find(_uri(page))):
            self._taken[_uri(page)] = key
            self._titles[_uri(page)] = vars(page).get("title")

    @property
    def keeps_pages(self) -> bool:
        """Whether pages can be taken again."""
        return self._page_store is not None

    @property
    def taken(self) -> int:
        """How many pages are taken again as they were written."""
        return len(self._taken) - len(self._unfinished)

    def begin(self) -> None:
        """Notice from now on which pages are read."""
        page_reads.begin(self._outside, self._looked_up)

    # --- the events of a page -----------------------------------------------------------------------------------

    def begin_reading(self, page: Page, **_: Any) -> None:
        """MkDocs begins to read a page."""
        self._begin(page)
        self._reading, self._html = page, None

    def end_reading(self, html: str, *, page: Page, **_: Any) -> None:
        """A page has been read: `html` is what all plugins have made of it."""
        uri = _uri(page)
        reads, self._outcomes[uri] = self._reads, outcome(page)
        if self.is_taken:
            for name, left in self._again.pop(uri).left.items():
                self._shares[name].read_again(page, left)
        elif self._page_store:
            self._page_store.readers.begin(uri)
            self._page_store.readers.note(uri, (reads.texts | reads.settings) - {uri})
            if isinstance(page, KeptPage) and self._can_be_kept(page):
                self._keep_read(page, html, self._page_store)
        self._end()

    def begin_page(self, context: TemplateContext, *, page: Page, **_: Any) -> None:
        """MkDocs begins to put a page into its template."""
        self._begin(page, is_read=True)
        if not self.is_taken:
            self._count += 1
            watch(context, lambda: self._spoken_of.add(_uri(page)))

    def finish(self, output: str, *, page: Page, **_: Any) -> str | None:
        """The whole page, where it is taken again."""
        if self._page_store is None or not self.is_taken:
            return None
        found = self._page_store.finished(self._taken[_uri(page)])
        for name, left in found.left.items():
            self._shares[name].finish_again(page, left)
        return found.html

    def end_page(self, output: str, *, page: Page, **_: Any) -> None:
        """A page is finished."""
        uri, reads = _uri(page), self._reads
        reads.add(self._looked_up.get(uri, Reads()))
        if self._page_store and (uri in self._made or uri in self._unfinished) and not self._has_spoken(page):
            left = {name: found for name, share in self._shares.items() if (found := share.after_finishing(page))}
            self._finished[uri] = self._page_store.hold(Finished(output, left))
            self._shown[uri] = reads.settings | {uri}  # a copy: other plugins may still read of it
            self._page_store.readers.note(uri, reads.texts - {uri})
        self._end()

    @property
    def is_taken(self) -> bool:
        """Whether the page under way is taken again, in the part of its way that it is on."""
        if self._page is None or (uri := _uri(self._page)) not in self._taken:
            return False
        return not (self._is_read and uri in self._unfinished)

    def begin_template(self, *_: Any, **__: Any) -> None:
        """An event of a template that isn't a page: what plugins read in it may be shown on all pages that follow."""
        page_reads.begin(self._outside)

    def end_template(self, *_: Any, **__: Any) -> None:
        """Its end: what the template reads is shown by itself."""
        page_reads.begin(Reads())

    # --- what pages ask -----------------------------------------------------------------------------------------

    def is_reading_again(self, page: Page) -> bool:
        """Whether MkDocs reads a page that has its text already, until it sets this."""
        return page is self._reading and _uri(page) in self._taken

    def has_read_again(self, page: Page) -> None:
        """MkDocs has set the text of such a page."""
        self._reading = None

    def content(self, page: Page) -> str:
        """The HTML of a page that is taken again."""
        assert self._page_store is not None
        return self._page_store.content(self._taken[_uri(page)])

    def read_source(self, page: Page) -> bool:
        """Give a page that is taken again its text and settings; false for one that has to be read."""
        if self._page_store is None or not self.is_taken:
            return False
        read = self._again[_uri(page)] = self._page_store.read(self._taken[_uri(page)])
        give(page, {**read.own, "markdown": read.markdown, "content": LATER})
        page.meta = read.meta
        return True

    def remember_source(self, page: Page) -> None:
        """A page has been read from its file."""
        self._source, self._attributes = vars(page)["markdown"] or "", frozenset(vars(page))
        self.disk.has_read(page)

    def render(self, page: Page, files: Files) -> bool:
        """Give a page the HTML that it had, or that was made of the same Markdown; false where there is none."""
        if read := self._again.get(_uri(page)):
            page.links_to_anchors = of_files(read.links_to_anchors, files)
            if read.html and self._converter:
                self._converter.use(read.html)
            return True
        if self._converter is None:
            return False
        self._html = self._converter.key(page)
        return self._converter.find(self._html, page, files)

    def rendering(self, page: Page, files: Files) -> Lookups | Files:
        """Files for MkDocs to look up links in, while it makes HTML of a page's Markdown."""
        return self._converter.watch(files) if self._converter else files

    def rendered(self, page: Page) -> None:
        """Keep the HTML that MkDocs has just made, unless something was said about the page."""
        if self.disk.has_opened_others():
            self._spoken_of.add(_uri(page))
        if self._converter and self._html and not self._has_spoken(page):
            self._converter.keep(page, self._html)

    # --- the whole language -------------------------------------------------------------------------------------

    def check(self, pages: Iterable[Page], files: Files) -> None:
        """Make those pages where the text of another one has changed its title or its settings, which they have read.

        Called when all pages have been read. A title in the settings or as a heading is known before.
        """
        changed = self._page_store.changed(self._outcomes) if self._page_store else None
        if self._page_store is None or not changed:
            return
        before = self._page_store.readers.before
        again = {uri: self._taken.pop(uri) for uri in list(self._taken) if not changed.isdisjoint(before(uri))}
        plugins, config = self._config.plugins, self._config
        for page in pages:
            if _uri(page) in again:
                forget(page, self._titles[_uri(page)])
                page = plugins.on_pre_page(page, config=config, files=files)
                page.read_source(config)
                page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
                page.render(config, files)
                page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)

    def settle(self, pages: Iterable[Page]) -> None:
        """Choose the pages that are put into their templates again, when nothing more is done to all of them."""
        if self._page_store is None:
            return
        self._states.settle(pages, self._outside.settings, self._text)
        self._outside.settings.clear()
        page_reads.begin(Reads())  # MkDocs itself asks for the template of each page
        for uri, taken in self._taken.items():
            shown = self._page_store.shown(taken)
            if shown.state != self._states.of(uri, shown.pages, partial(self._page_store.paths, shown.pages)):
                self._unfinished.add(uri)

    def save(self) -> int:
        """Keep what has been made; how many pages were."""
        page_reads.end()
        self.disk.save()
        converter, self._converter = self._converter, None  # pages that are made after the build are not kept
        if self._page_store and self.disk.is_edited:
            self._page_store.discard()
        elif self._page_store is None and converter:
            converter.save()
        elif self._page_store:
            self._page_store.readers.note(EVERYWHERE, self._outside.texts)
            done = [uri for uri in sorted(self._finished) if uri not in self._spoken_of]
            self._page_store.save(map(self._done, done), self._taken, self._outcomes)
        return self._count

    def _done(self, uri: str) -> Made:
        shown = tuple(sorted(self._shown[uri] | self._outside.settings))
        state = self._states.of(uri, pages_key(shown), lambda: shown)
        return Made(uri, self._made.get(uri), self._finished[uri], shown, state)

    def _text(self, page: Page) -> bytes | None:
        """The digest of the HTML of a page when it had been read."""
        return digest(self.content(page)) if _uri(page) in self._taken else self._texts.get(_uri(page))

    def discard(self) -> None:
        """Keep nothing of a build that has ended with an error."""
        page_reads.end()
        for kept in (self._page_store, self._converter):
            if kept:
                kept.discard()

    def _keep_read(self, page: Page, html: str, page_store: PageStore) -> None:
        left = {name: found for name, share in self._shares.items() if (found := share.after_reading(page))}
        own = {name: vars(page)[name] for name in ATTRIBUTES if name in vars(page)}
        read = Read(self._source, dict(page.meta), own, anchors(page.links_to_anchors), self._html, left)
        try:
            self._made[_uri(page)] = (page_store.hold(read), page_store.hold(html))
            self._texts[_uri(page)] = digest(html)
        except (pickle.PicklingError, TypeError, AttributeError):
            return  # settings that can't be kept

    def _can_be_kept(self, page: Page) -> bool:
        if not frozenset(vars(page)) <= self._attributes | KNOWN:
            self._outside.settings.add(_uri(page))  # who reads these attributes isn't noticed
            return False
        return not self._has_spoken(page)

    def _begin(self, page: Page, *, is_read: bool = False) -> None:
        self._page, self._is_read, self._heard = page, is_read, self._recorder.heard
        self._reads = Reads()
        page_reads.begin(self._reads)

    def _end(self) -> None:
        self._page = None
        page_reads.begin(Reads() if self._is_read else self._outside)

    def _has_spoken(self, page: Page) -> bool:
        if self._recorder.heard != self._heard or not self._recorder.hears_all:
            self._spoken_of.add(_uri(page))
        return _uri(page) in self._spoken_of


def _uri(page: Page) -> str:
    return page.file.src_uri
