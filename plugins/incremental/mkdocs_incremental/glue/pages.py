"""Pages of which it is noticed who reads their text, title and settings, and that can be as they were before.

Point of contact with MkDocs: a page object gets a subclass of its class as its class, with other `read_source`,
`render`, `content`, `markdown`, `toc`, `meta` and `title`, and is compared by its file before its title. No event tells
when these are read, and MkDocs makes pages of its own class. Where it no longer calls or sets these, or has other
attributes, `test_the_class_of_a_page` and `test_the_attributes_of_a_page` fail, of
`tests/plugin/test_incremental_contacts.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_foundation.caching.page_reads import STATE

from .disk import Disk

ATTRIBUTES = (
    *("title", "toc", "_title_from_render", "present_anchor_ids"),
    *("edit_url", "canonical_url", "abs_url"),
)
"""Attributes of a page, beside text and settings, that are set when it has been read."""
KNOWN = frozenset(
    {*ATTRIBUTES, "file", "parent", "children", "previous_page", "next_page", "active", "_Page__active", "update_date"}
    | {"markdown", "content", "meta", "links_to_anchors", "_page_cache", "_uri", "_is_asked_for_title"}
)
"""All attributes that MkDocs' pages have."""


class Lookups(Protocol):
    """What MkDocs asks of files when it makes HTML of a page's Markdown."""

    def get_file_from_path(self, path: str) -> File | None:
        """The file that a link leads to."""


class PageCache(Protocol):
    """What pages ask."""

    disk: Disk
    """The files that pages are made of."""

    def is_reading_again(self, page: Page) -> bool:
        """Whether MkDocs reads a page that has its text already, until it sets this."""

    def has_read_again(self, page: Page) -> None:
        """MkDocs has set the text of such a page."""

    def content(self, page: Page) -> str:
        """The HTML of a page that is taken again."""

    def read_source(self, page: Page) -> bool:
        """Give a page that is taken again its text and settings; false for one that has to be read."""

    def remember_source(self, page: Page) -> None:
        """A page has been read from its file."""

    def render(self, page: Page, files: Files) -> bool:
        """Give a page the HTML that it had, or that was made of the same Markdown; false where there is none."""

    def rendering(self, page: Page, files: Files) -> Lookups | Files:
        """Files for MkDocs to look up links in, while it makes HTML of a page's Markdown."""

    def rendered(self, page: Page) -> None:
        """Keep the HTML that MkDocs has just made."""


class Later:
    """Stands for HTML that is read when it is asked for."""


LATER = Later()


class _Text:
    """An attribute of a page whose readers are noted; its value is where MkDocs puts it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, page: Any, owner: type | None = None) -> Any:
        if page is None:
            return None  # as the annotation of MkDocs' class
        values = page.__dict__
        if not page._is_asked_for_title:
            STATE.now.texts.add(values["_uri"])
        value = values.get(self._name)
        if isinstance(value, Later):
            cache: PageCache = page._page_cache
            if cache.is_reading_again(page):
                return ""
            value = values[self._name] = cache.content(page)
        return value

    def __set__(self, page: Any, value: Any) -> None:
        if isinstance(vars(page).get(self._name), Later) and page._page_cache.is_reading_again(page):
            page._page_cache.has_read_again(page)  # what MkDocs sets is the nothing that it was given
        else:
            vars(page)[self._name] = value


class _Settings:
    """The settings of a page, whose readers are noted."""

    def __get__(self, page: Any, owner: type | None = None) -> Any:
        if page is None:
            return None
        values = page.__dict__
        STATE.now.settings.add(values["_uri"])
        return values["meta"]

    def __set__(self, page: Any, value: Any) -> None:
        page.__dict__["meta"] = value


class _Title:
    """The title, whose readers are noted; MkDocs looks whether there is a text, which is no reading of that."""

    def __get__(self, page: Any, owner: type | None = None) -> Any:
        if page is None:
            return self
        values = page.__dict__
        STATE.now.settings.add(values["_uri"])
        if "title" in values:
            return values["title"]
        page._is_asked_for_title = True
        try:
            return super(KeptPage, page).title  # type: ignore[misc]
        finally:
            page._is_asked_for_title = False

    def __set__(self, page: Any, value: Any) -> None:
        page.__dict__["title"] = value


class KeptPage(Page):
    """What the class of a page gets in front."""

    title: Any = _Title()
    meta: Any = _Settings()
    _is_asked_for_title = False
    content: Any = _Text("content")
    markdown: Any = _Text("markdown")
    toc: Any = _Text("toc")
    _page_cache: PageCache

    def __eq__(self, other: object) -> bool:
        """As MkDocs compares pages, without reading the title of one that has another file."""
        if self is other:
            return True
        return isinstance(other, self.__class__) and bool(self.file == other.file and self.title == other.title)

    __hash__ = None  # type: ignore[assignment]  # as MkDocs' pages

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the file, unless the page is taken again."""
        if not self._page_cache.read_source(self):
            super().read_source(config)
            self._page_cache.remember_source(self)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make HTML of the Markdown, unless there is some of the last build."""
        if self._page_cache.render(self, files):
            return
        lookups: Any = self._page_cache.rendering(self, files)
        with self._page_cache.disk.opening():
            super().render(config, lookups)
        self._page_cache.rendered(self)


def give(page: Page, values: Mapping[str, Any]) -> None:
    """Set attributes of a page as MkDocs has set them before."""
    vars(page).update(values)


def forget(page: Page, title: str | None) -> None:
    """Let a page be as it was before it was read; `title` is that of the menu in the settings, if it has one."""
    give(page, {"meta": {}, "toc": [], "content": None, "markdown": None, "_title_from_render": None})
    vars(page).pop("title", None)
    if title is not None:
        page.title = title


def kept(page: Page, cache: PageCache) -> None:
    """Let a page ask a cache."""
    if not isinstance(page, KeptPage):
        page.__class__ = _kept_class(type(page))
    vars(page).update(_page_cache=cache, _uri=page.file.src_uri)


@cache
def _kept_class(given: type[Page]) -> type[Page]:
    return type(given.__name__, (KeptPage, given), {"__module__": given.__module__})
