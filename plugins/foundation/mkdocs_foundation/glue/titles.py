"""What authors wrote in settings becomes text in every template: Material's, a site's own and those of plugins."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from ..caching import page_reads
from ..templates import titles
from . import phases
from .phases import at

_IN_TEXT = ("title", "subtitle")
"""Settings of a page that templates put into text only."""
_IN_ATTRIBUTES = ("description", "author", "status", "robots")
"""Settings of a page that templates put into attributes too."""
_OF_SITE = ("site_name", "site_description", "site_author", "repo_name")
_TAGS = "<>"


def of_tags(page: Page) -> None:
    """The tags of a page, before a plugin makes pages and headings of them."""
    written = page.meta.get("tags")
    if isinstance(written, list):
        page.meta["tags"] = [titles.as_html(tag, _TAGS) if isinstance(tag, str) else tag for tag in written]


@at(phases.MENU_TITLES)
def of_navigation(_plugin: object, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """The hook `on_nav` of a plugin: the titles of sections and links."""
    of_menu(nav.items)
    return nav


def of_menu(items: Iterable[StructureItem]) -> None:
    """The titles of sections and links, as the menu has them."""
    for item in items:
        if isinstance(item, Section | Link) and isinstance(item.title, str):
            item.title = titles.in_menu(item.title)
        if isinstance(item, Section):
            of_menu(item.children)


def of_site(files: Files, config: MkDocsConfig) -> None:
    """The names of the site, and titles and settings of all pages, when all have been read."""
    given: Any = config
    for name in _OF_SITE:
        if isinstance(written := given[name], str):
            given[name] = titles.as_html(written)
    with page_reads.apart():
        for file in files:
            if isinstance(page := file.page, Page):
                of_page(page)


def of_page(page: Page) -> None:
    """Title and settings of a page."""
    _set(page.meta, _IN_TEXT, _TAGS)
    _set(page.meta, _IN_ATTRIBUTES, '<>"')
    title = page.title
    if isinstance(title, str) and (shown := titles.in_menu(title)) != title:
        page.title = shown


def with_safe_head(output: str, page: Page, config: MkDocsConfig) -> str:
    """A finished page with title and description escaped in its head."""
    title = str(page.meta.get("title") or page.title or "")
    description = page.meta.get("description") or config.site_description or ""
    return titles.with_safe_head(output, title, str(description))


def _set(settings: MutableMapping[str, Any], names: Iterable[str], signs: str) -> None:
    for name in names:
        if isinstance(written := settings.get(name), str):
            settings[name] = titles.as_html(written, signs)
