"""The menu of a language: one section for each folder, without pages that are a notice only.

static-i18n puts a language's own pages into one section and those that stand in for missing ones into another of the
same name, beside it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.site import Site

from . import pages


def merge_sections(nav: Navigation, locale: str, site: Site) -> None:
    """Make one section of those of one name, with the pages in the order of their files."""
    if any(pages.is_fallback(page.file, locale) for page in nav.pages):
        nav.items = _merged(nav.items, site)
        _link(nav)


def leave_out(nav: Navigation, left_out: Collection[Page]) -> None:
    """Take pages out of the menu, and sections that are empty then."""
    if left_out:
        nav.items = _without(nav.items, {id(page) for page in left_out})
        _link(nav)
        for page in left_out:
            page.previous_page = page.next_page = None


def _merged(items: list[Any], site: Site, parent: Section | None = None) -> list[Any]:
    found: dict[str, Section] = {}
    kept: list[Any] = []
    for item in items:
        item.parent = parent
        if not isinstance(item, Section):
            kept.append(item)
        elif item.title in found:
            found[item.title].children.extend(item.children)
        else:
            found[item.title] = item
            kept.append(item)
    for section in found.values():
        section.children = _merged(section.children, site, section)
    kept.sort(key=lambda item: _place(item, site, by_folder=parent is not None))
    return kept


def _place(item: Any, site: Site, by_folder: bool) -> tuple[int, str]:
    """Pages come before sections, as MkDocs has it; what plugins have added stays where it was, behind them.

    The sections of the whole are in the order of their titles, as static-i18n has them.
    """
    of = flat([item])
    if isinstance(item, Section) and not by_folder:
        return (2, "")
    if not of or any(page.file.generated_by for page in of):
        return (3, "")
    if isinstance(item, Section):
        return (2, min(static_i18n.key(page.file, site) for page in of))
    return (0 if item.is_index else 1, static_i18n.key(item.file, site))


def _without(items: list[Any], left_out: set[int]) -> list[Any]:
    kept: list[Any] = []
    for item in items:
        if isinstance(item, Section):
            item.children = _without(item.children, left_out)
            if not item.children:
                continue
        if id(item) not in left_out:
            kept.append(item)
    return kept


def _link(nav: Navigation) -> None:
    """Set previous and next page by the order of the menu."""
    nav.pages = list(flat(nav.items))
    for page, before, after in zip(nav.pages, [None, *nav.pages], [*nav.pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after


def flat(items: list[Any]) -> list[Page]:
    """The pages of a menu in its order."""
    return [
        page
        for item in items
        for page in ([item] if isinstance(item, Page) else flat(item.children) if isinstance(item, Section) else [])
    ]
