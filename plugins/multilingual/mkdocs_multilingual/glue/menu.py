"""The menu of a language: one section for each folder, without pages that are a notice only.

static-i18n puts a language's own pages into one section and those that stand in for missing ones into another of the
same name, beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.site import Site, Structure
from mkdocs_foundation.values import dataclass

from . import pages


def order(nav: Navigation, site: Site) -> dict[str, int]:
    """The place of each page in a menu, by the path without the language."""
    return {static_i18n.key(page.file, site): number for number, page in enumerate(flat(nav.items))}


def given_order(nav: Navigation, site: Site, locale: str) -> dict[int, int]:
    """The place of each item of a language's folder, by `id`, before static-i18n sorts these by their titles.

    Empty where the items are in the order of their files, which no author has set.
    """
    parts = [item for item in nav.items if isinstance(item, Section) and _is_of_language(item, site)]
    parts.sort(key=lambda part: all(pages.is_fallback(page.file, locale) for page in flat(part.children)))
    files = [sorted(part.children, key=lambda item: _place(item, site, by_folder=True)) for part in parts]
    if all(part.children == sorted_files for part, sorted_files in zip(parts, files, strict=True)):
        return {}
    return {id(item): number for number, item in enumerate(child for part in parts for child in part.children)}


def restore(nav: Navigation, given: Mapping[int, int]) -> None:
    """Put the items of a menu in the order that was given."""
    if given:
        nav.items.sort(key=lambda item: given.get(id(item), len(given)))
        _link(nav)


def merge_sections(nav: Navigation, locale: str, site: Site, order_of_source: Mapping[str, int]) -> None:
    """Put the pages that stand in for missing ones, and their sections, among a language's own.

    A menu in the order of its files stays so. In any other, set by an author with another plugin, a language's own
    pages keep their order, and each of the others follows the page that it follows in the menu of the source language.
    """
    if any(pages.is_fallback(page.file, locale) for page in nav.pages):
        nav.items = _Merging(locale, site, order_of_source).merged(nav.items)
        _link(nav)


def leave_out(nav: Navigation, left_out: Collection[Page]) -> Navigation:
    """Take pages out of the menu, and sections that are empty then."""
    if left_out:
        nav.items = _without(nav.items, {id(page) for page in left_out})
        _link(nav)
        for page in left_out:
            page.previous_page = page.next_page = None
    return nav


@dataclass(frozen=True)
class _Merging:
    """One menu of two."""

    locale: str
    site: Site
    order: Mapping[str, int]
    """The menu of the source language: the place of each page by its path without the language."""

    def merged(self, items: list[Any], parent: Section | None = None) -> list[Any]:
        """The items of the whole menu, or of a section; two sections that are pages themselves stay two."""
        found: dict[str, Section] = {}
        kept: list[Any] = []
        for item in items:
            item.parent = parent
            same = found.get(item.title) if isinstance(item, Section) else None
            if same and (self._stands_in(same) or self._stands_in(item)):
                first, second = (item, same) if self._stands_in(same) else (same, item)
                with_page = [section for section in (first, second) if isinstance(section, Page)]
                if len(with_page) < 2:
                    holder: Any = with_page[0] if with_page else same
                    holder.children = [*first.children, *second.children]
                    kept = [holder if one is same else one for one in kept]
                    found[holder.title] = holder
                    continue
            if isinstance(item, Section):
                found[item.title] = item
            kept.append(item)
        for section in (item for item in kept if isinstance(item, Section)):
            section.children = self.merged(section.children, section)
        return self._ordered(kept, by_folder=parent is not None)

    def _ordered(self, items: list[Any], by_folder: bool) -> list[Any]:
        own = [item for item in items if not self._stands_in(item)]

        def place(item: Any) -> tuple[int, str]:
            return _place(item, self.site, by_folder)

        if own == sorted(own, key=place):
            return sorted(items, key=place)
        others = [item for item in items if self._stands_in(item)]
        last = len(self.order)
        for other in sorted(others, key=lambda item: self._place(item, last)):
            at = self._place(other, last)
            before = [(self._place(item, -1), number) for number, item in enumerate(own)]
            known = [(found, number) for found, number in before if 0 <= found < at]
            first = 1 if own and isinstance(own[0], Page) and own[0].is_index else 0
            own.insert(max(known)[1] + 1 if known else first, other)
        return own

    def _place(self, item: Any, unknown: int) -> int:
        """The first place of an item's pages in the menu of the source language."""
        keys = (static_i18n.key(page.file, self.site) for page in flat([item]))
        return min((self.order[key] for key in keys if key in self.order), default=unknown)

    def _stands_in(self, item: Any) -> bool:
        """Whether all pages of an item stand in for missing ones."""
        found = flat([item])
        return bool(found) and all(pages.is_fallback(page.file, self.locale) for page in found)


def _is_of_language(section: Section, site: Site) -> bool:
    """Whether a section is the folder of a language, which static-i18n takes out of the menu."""
    folders = {page.file.src_uri.partition("/")[0] for page in flat(section.children)}
    return site.structure is Structure.FOLDER and len(folders) == 1 and folders <= set(site.languages)


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
    """The pages of a menu in its order; a section may be a page itself, by another plugin."""
    return [
        page for item in items for page in (*([item] if isinstance(item, Page) else []), *flat(item.children or []))
    ]
