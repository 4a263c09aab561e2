"""The lists of hubs, and topics and related pages at the end of each page, put in when all pages have been read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from html import unescape
from urllib.parse import urljoin

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.templates.titles import plain

from ..editorial.rules import matches
from ..fallback.mode import Fallback
from ..topics import membership
from ..topics.lists import Lists
from ..topics.topic_pages import MOST_RELATED, Entry, HubSection, Topic, TopicPages
from . import pages
from .state import Build

_KINDS = {"post": HubSection.POST, "self-assessment": HubSection.ASSESSMENT}
"""By the name of a page kind; every other page is listed as an article."""
_MARKER = pattern(r"<!--\s*topics\s*-->")
_HREF = pattern(r"""<a\b[^>]*\shref=["']([^"'#?]+)""")


class Topics:
    """The topics of one language's build."""

    def __init__(self, build: Build, related: Mapping[str, int]) -> None:
        """Take the files of a language, all of them read, and the option `related`."""
        self._build, self._related = build, related
        files = build.files
        read = [f for f in files.documentation_pages() if f.page is not None and static_i18n.is_localized(f)]
        if build.fallback is Fallback.NOTICE:  # as in the menu, no list leads to pages that only say what they lack
            read = [file for file in read if not pages.is_fallback(file, build.locale)]
        self._entries = {file.src_uri: entry for file in read if (entry := self._entry(file))}
        hubs = [topic for file in read if (topic := self._topic(file))]
        listed = [entry for uri, entry in self._entries.items() if _is_listed(files, uri)]
        self._topic_pages = TopicPages(tuple(sorted(hubs, key=lambda topic: topic.title.casefold())), tuple(listed))
        self._uris = {_url(file): file.src_uri for file in read}

    @property
    def order(self) -> str:
        """What decides which pages a list has, but for their titles, by which only hubs sort all that they show."""
        pages = sorted(self._topic_pages.entries, key=lambda entry: entry.key)
        topics = sorted((topic.id, topic.url, topic.lang) for topic in self._topic_pages.topics)
        return repr((topics, [(e.key, e.url, e.kind.value, e.topics, e.lang, e.day) for e in pages]))

    def add_lists(self, page: Page) -> None:
        """Put the lists into a finished page."""
        build, content = self._build, page.content
        if not self._topic_pages.topics or content is None or not static_i18n.is_localized(page.file):
            return
        if pages.is_fallback(page.file, build.locale) and build.fallback is not Fallback.TEXT:
            return
        key = self._key(page.file)
        names = {locale: language.name for locale, language in build.site.languages.items()}
        lists = Lists(
            self._topic_pages,
            build.renderer,
            build.locale,
            lambda url: get_relative_url(url, page.url),
            names,
            lambda url: page_reads.settings_of(self._uris[url]),
        )
        hub = membership.hub_of(key)
        if hub is not None:
            page.content = _placed(content, lists.hub(hub) if hub else lists.index())
        elif _MARKER.search(content):
            page.content = _placed(content, lists.articles())
        elif entry := self._entries.get(page.file.src_uri):
            most = next((n for pattern, n in self._related.items() if matches(pattern, key)), MOST_RELATED)
            page.content = content + lists.after(entry, set(_linked(page.url, content)), most)

    def _entry(self, file: File) -> Entry | None:
        page = file.page
        topics = membership.topics_of(page.meta.get("topics")) if page else ()
        if page is None or not topics or membership.hub_of(self._key(file)) is not None:
            return None
        kind = self._kind(page)
        day = _day(page) if kind is HubSection.POST else None
        return Entry(self._key(file), _url(file), *_described(page), kind, topics, self._lang(file), day)

    def _topic(self, file: File) -> Topic | None:
        id = membership.hub_of(self._key(file))
        if not id or file.page is None:
            return None
        return Topic(id, _url(file), *_described(file.page), self._lang(file))

    def _kind(self, page: Page) -> HubSection:
        return _KINDS.get(self._build.language.kind_of(page).name, HubSection.ARTICLE)

    def _lang(self, file: File) -> str:
        is_fallback = pages.is_fallback(file, self._build.locale)
        return static_i18n.text_locale(file, "") if is_fallback else ""

    def _key(self, file: File) -> str:
        return static_i18n.key(file, self._build.site)


def _placed(content: str, lists: str) -> str:
    if _MARKER.search(content):
        return _MARKER.sub(lambda _: lists, content, count=1)
    return f"{content}\n{lists}"


def _url(file: File) -> str:
    return "" if file.url in (".", "./") else file.url


def _is_listed(files: Files, uri: str) -> bool:
    file = files.src_uris[uri]
    return bool(file.inclusion.is_included() and file.page and not pages.is_unlisted(file.page))


def _described(page: Page) -> tuple[str, str]:
    """Title and description as plain text."""
    return plain(page.title or ""), plain(str(page.meta.get("description") or ""))


def _day(page: Page) -> date | None:
    written = page.meta.get("date")
    written = written.get("created") if isinstance(written, dict) else written
    return written.date() if isinstance(written, datetime) else written if isinstance(written, date) else None


def _linked(url: str, content: str) -> Iterator[str]:
    """Targets of the links of a page, from the root of the site."""
    for href in _HREF.findall(content):
        reached = urljoin(f"/{url}", unescape(href))
        if reached.startswith("/"):
            yield reached[1:]
