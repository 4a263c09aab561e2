"""A menu as it was when it was read: where its items are, and what the menu's template shows of them."""

from __future__ import annotations

import posixpath
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import Any

from jinja2 import Environment, Undefined, UndefinedError
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ...menus.rules import MenuTemplate


class Found:
    """An item of a menu: the places of itself and of what is below."""

    def __init__(self, first: int) -> None:
        """Begin with its own place."""
        self.first = self.last = first
        self.is_quiet = True
        """Whether what is shown of it and below can be compared, and no item there has further `pages`."""
        self.beginnings: set[tuple[str, ...]] = {()}
        """What the addresses of these items begin with."""


class Menu:
    """A menu as it was when it was read."""

    def __init__(self, env: Environment, nav: Navigation, template: MenuTemplate) -> None:
        """Read the menu."""
        self.nav = nav
        self._env, self._template = env, template
        self._items: list[StructureItem] = []
        self._places: dict[Hashable, list[int]] = {}
        self.found: dict[int, Found] = {}
        self._read: dict[int, Hashable] = {}
        self._page: StructureItem | None = None
        self._top = [id(item) for item in nav.items]
        for item in nav.items:
            self._find(item)

    def has_changed(self, page: Page, *, all_items: bool) -> bool:
        """Whether something that the menu shows has changed: of all items, or of this page and the one before."""
        before, self._page = self._page, page
        asked: Iterable[StructureItem | None] = self._items if all_items else (before, page)
        known = (item for item in asked if item is not None and id(item) in self._read)
        try:
            return [*map(id, self.nav.items)] != self._top or any(
                self._read[id(item)] != self._shown(item) for item in known
            )
        except (TypeError, UndefinedError):
            return True

    def places(self, page: Page, *, all_items: bool) -> frozenset[int]:
        """The places of the page, of what equals it, and of what is active."""
        found = set(self._places.get(page.file.src_uri, ()))
        for item in (page, *page.ancestors):
            found.update(self._places.get(id(item), ()))
        if all_items:
            found |= {place for place, item in enumerate(self._items) if getattr(item, "active", False)}
        return frozenset(found)

    def _find(self, item: StructureItem) -> Found:
        found = Found(len(self._items))
        self._items.append(item)
        self.found.setdefault(id(item), found)
        self._places.setdefault(id(item), []).append(found.first)
        if isinstance(item, Page):
            self._places.setdefault(item.file.src_uri, []).append(found.first)
        try:
            self._read[id(item)] = self._shown(item)
        except (TypeError, UndefinedError):
            found.is_quiet = False
        url = getattr(item, "url", None)
        if isinstance(url, str):
            found.beginnings.update(_beginnings(_parts(url.replace("\\", "/"))))
        found.is_quiet &= not getattr(item, "pages", None)
        for child in getattr(item, "children", None) or ():
            below = self._find(child)
            found.beginnings |= below.beginnings
            found.is_quiet &= below.is_quiet
        found.last = len(self._items) - 1
        return found

    def _shown(self, item: StructureItem) -> Hashable:
        values: list[Hashable] = [
            tuple(map(id, getattr(item, "children", None) or ())),
            bool(getattr(item, "pages", None)),
        ]
        for parts in self._template.items:
            value: Any = item
            for part in parts:
                value = self._env.getattr(value, part)
                if value is None or isinstance(value, Undefined):
                    break
            values.append(bool(value) if parts in (("meta",), ("typeset",)) else frozen(value))
        return tuple(values)


def folder(url: str) -> tuple[str, ...]:
    """Where MkDocs has addresses of a page begin."""
    folder, _, name = url.rpartition("/")
    return _parts(folder if "." in name else url)


def _parts(url: str) -> tuple[str, ...]:
    return tuple(part for part in posixpath.normpath(f"/{url}").split("/") if part)


def _beginnings(parts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (parts[:length] for length in range(1, len(parts) + 1))


def frozen(value: Any) -> Hashable:
    """A value that equals another one where both are shown in the same way; raises `TypeError`."""
    if value is None or isinstance(value, (bool, int, float, str, date)):
        return (type(value), value)
    if isinstance(value, Undefined):
        return Undefined
    if isinstance(value, (list, tuple)):
        return (type(value), *map(frozen, value))
    if isinstance(value, dict):
        return (type(value), *((frozen(name), frozen(each)) for name, each in value.items()))
    raise TypeError(type(value))
