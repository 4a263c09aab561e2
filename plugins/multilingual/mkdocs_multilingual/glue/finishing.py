"""What is put into a page that the theme has made: head, languages, suggestion, search, links for those who write."""

from __future__ import annotations

from mkdocs.structure.pages import Page

from ..config import MultilingualConfig
from . import desk, offline, suggestion
from .incremental import Left
from .whole import Current, Whole


def finish(output: str, page: Page, whole: Whole, current: Current, options: MultilingualConfig) -> tuple[str, Left]:
    """The finished page, and what it leaves for the files of the whole site."""
    output, entry = whole.head.finish(output, page, current.build)
    if current.fallbacks:
        output = current.fallbacks.with_languages(output, page)
    if options.suggestion:
        output = suggestion.with_suggestions(output, page, current.build)
    found = None
    if whole.search and current.search_pages:
        output = whole.search.with_button(output, page.url, current.build, current.search_pages)
        found = whole.search.take(output, page, current.build, current.search_pages)
    output = offline.with_script(output, page.url) if whole.offline else output
    return desk.with_foot(output, page, options.status_page, current.build), Left(entry, found)
