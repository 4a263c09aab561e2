"""Parts of the menu, made once for all pages for which they are the same.

A menu lists the whole site on each page, so making it is most of a build without `navigation.prune`. The template is
made to ask for each item whether another page has its HTML already. `menus.rules` reads in the template whether
that can be done, so a changed template is followed or left as it is, whoever it is by.

Points of contact, all public: `Environment.loader` and `globals` of Jinja; the macros `render` of Material's
`partials/nav-item.html` and `partials/tabs-item.html`. `tests/plugin/test_menus.py` fails when Material's
templates can't be read in this way any more: pages then make their menus as without this.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Mapping
from dataclasses import field
from inspect import getclosurevars, isfunction
from typing import Any, TypeVar
from weakref import WeakSet

from jinja2 import BaseLoader, Environment, Undefined, UndefinedError, pass_context
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS
from jinja2.runtime import Context, Macro
from jinja2.tests import TESTS
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import url_filter

from ...caching import page_reads
from ...caching.page_reads import Reads
from ...menus.expressions import FromContext, UnfitError
from ...menus.rules import MenuTemplate, asking
from ...templates.compiled import CompiledTemplates
from ...values import dataclass
from ..incremental import Share, share_of
from . import words
from .menu_items import Found, Menu, folder, frozen

log = logging.getLogger("mkdocs.plugins.menus")

TEMPLATES = ("partials/nav-item.html", "partials/tabs-item.html")
KEPT = 32_000_000
"""Characters of HTML that are kept at most for a menu."""
_ICONS = ".icons/"
_CODE = ("{{", "{%", "{#")
_BLOG = ".plugins.blog.plugin"
"""Module of the blog of Material, or of MaterialX."""
_OF_LISTS: WeakSet[Any] = WeakSet()
"""Filters of other blogs; see `of_lists`."""
_QUIET_PLUGINS = frozenset({"blog", "i18n", "incremental", "meta", "privacy", "search", "social", "tags"})
"""Plugins, without the theme in front of the name, that change nothing of the menu between two pages."""

Filter = TypeVar("Filter", bound=Callable[..., Any])
Part = Callable[..., Any]
"""The macro that makes a part of the menu of an item and further arguments."""


def install(env: Environment, config: MkDocsConfig, compiled: CompiledTemplates | None = None) -> None:
    """Let pages of a language take over parts of its menu; called at `on_env`, by any number of plugins.

    `compiled` is where the code of templates is kept, unless another plugin has said where.
    Beside plugins that may change the menu between two pages all of it is looked at for each page. With
    `navigation.prune` that would take as long as making what is shown.
    """
    env.bytecode_cache = env.bytecode_cache or compiled
    if env.loader is None or not env.loader.has_source_access or isinstance(env.loader, _Loader):
        return
    is_known = are_known(config.plugins)
    if not is_known and "navigation.prune" in (config.theme.get("features") or ()):
        return
    menus = {template: _Menus(env, is_known) for template in TEMPLATES}
    env.loader = _Loader(env.loader, menus)
    for template in TEMPLATES:
        env.globals[_function(template)] = _asked_by_templates(menus[template])
    if env.cache is not None:
        env.cache.clear()
    words.remember(env, config)


def are_known(plugins: Mapping[str, object]) -> bool:
    """Whether no plugin or hook may change items of the menu from one page to the next, but the page it is given."""
    return all(
        name.rpartition("/")[2] in _QUIET_PLUGINS or isinstance(share_of(plugin), Share)
        for name, plugin in plugins.items()
        if hasattr(plugin, "on_page_context") or hasattr(plugin, "on_post_page")
    )


def _function(template: str) -> str:
    """Name of the global function that a template asks."""
    return f"parts_of_menu_{TEMPLATES.index(template)}"


def _asked_by_templates(menus: _Menus) -> Callable[[Context], Part]:
    @pass_context  # which takes no method
    def of_page(context: Context) -> Part:
        return menus.of_page(context)

    return of_page


def of_lists(url: Filter) -> Filter:
    """Mark a filter around another one, its `url_filter`, that changes the own address of lists with `pages` alone."""
    _OF_LISTS.add(url)
    return url


def _is_url_of_mkdocs(given: Any) -> bool:
    """Whether a filter is that of MkDocs, but for what a blog makes of the own address of lists with `pages`."""
    while given is not url_filter:
        if not isfunction(given):
            return False
        is_of_blog = getattr(given, "__module__", "").endswith(_BLOG) or given in _OF_LISTS
        if not is_of_blog:
            return False
        given = getclosurevars(given).nonlocals.get("url_filter")
    return True


class _Loader(BaseLoader):
    """The loader of an environment, with templates of the menu that ask."""

    def __init__(self, given: BaseLoader, menus: Mapping[str, _Menus]) -> None:
        self._given, self._menus = given, menus

    def __getattr__(self, name: str) -> Any:
        if name == "_given":
            raise AttributeError(name)
        return getattr(self._given, name)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        source, path, is_current = found = self._given.get_source(environment, template)
        if template in self._menus and _function(template) in environment.globals:
            try:
                asked = asking(source, environment, _function(template))
            except UnfitError as reason:
                log.debug(f"Each page makes its own menu, because of {reason} in {template}.")
                return found
            self._menus[template].use(asked)
            return asked.source, path, is_current
        if template.startswith(_ICONS) and any(code in source for code in _CODE):
            for menus in self._menus.values():
                menus.end()
        return found

    def list_templates(self) -> list[str]:
        return self._given.list_templates()


class _Menus:
    """What a template has made of the menu under way."""

    def __init__(self, env: Environment, are_known: bool) -> None:
        self._env, self._are_known = env, are_known
        self._template: MenuTemplate | None = None
        self._menu: Menu | None = None
        self._kept: dict[Hashable, _Kept] = {}
        self._has_ended = False
        self._url: Any = None
        """The filter, and whether it makes addresses of items as MkDocs does."""
        self._is_url_of_mkdocs = False

    def use(self, template: MenuTemplate) -> None:
        """Take the template that asks."""
        if template != self._template:
            self._template, self._menu = template, None

    def end(self) -> None:
        """Let each page make its own menu from now on."""
        self._has_ended = True

    def of_page(self, context: Context) -> Part:
        """What gives the parts on the page under way."""
        page, nav, template = context.get("page"), context.get("nav"), self._template
        if template is None or not isinstance(page, Page) or not isinstance(nav, Navigation):
            return _make
        if self._has_ended or not self._is_own(template) or not isinstance(page.url, str) or hasattr(page, "pages"):
            return _make
        menu = self._menu
        with page_reads.apart():  # to compare is not to show
            if menu is None or menu.nav is not nav or menu.has_changed(page, all_items=not self._are_known):
                menu = self._menu = Menu(self._env, nav, template)
                self._kept.clear()
        if sum(kept.size for kept in self._kept.values()) > KEPT:
            self._kept.clear()
        try:
            values = tuple(self._value(context, wanted, menu) for wanted in template.context)
        except (TypeError, UndefinedError):
            return _make
        beginning = folder(page.url)
        kept = self._kept.setdefault((values, len(beginning)), _Kept())
        active = menu.places(page, all_items=not self._are_known)
        return _Parts(self, menu, kept, beginning, active, template.parent)

    def has_ended(self) -> bool:
        """Whether each page makes its own menu."""
        return self._has_ended

    def _is_own(self, template: MenuTemplate) -> bool:
        """Whether filters, tests and functions are those that the template was read with."""
        env = self._env
        if (given := env.filters.get("url")) is not self._url:
            self._url, self._is_url_of_mkdocs = given, _is_url_of_mkdocs(given)
        return (
            self._is_url_of_mkdocs
            and env.globals.get("namespace") is DEFAULT_NAMESPACE["namespace"]
            and all(env.filters.get(name) is FILTERS[name] for name in template.filters)
            and all(env.tests.get(name) is TESTS[name] for name in template.tests)
        )

    def _value(self, context: Context, wanted: FromContext, menu: Menu) -> Hashable:
        value = context.resolve(wanted.parts[0])
        for part in wanted.parts[1:]:
            value = self._env.getattr(value, part)
        if wanted.arguments is not None:
            if not isinstance(value, Macro):
                raise TypeError(wanted.parts)
            value = context.call(value, *wanted.arguments)
        return id(value) if wanted.is_compared and id(value) in menu.found else frozen(value)


@dataclass
class _Kept:
    """Parts for pages that read the same of the context and are as deep."""

    parts: dict[Hashable, tuple[Any, Reads]] = field(default_factory=dict)
    """HTML, and what was read to make it."""
    size: int = 0
    """Characters."""


class _Parts:
    """The parts on one page."""

    def __init__(
        self,
        menus: _Menus,
        menu: Menu,
        kept: _Kept,
        beginning: tuple[str, ...],
        active: frozenset[int],
        above: int | None,
    ) -> None:
        self._menus, self._menu, self._kept, self._active, self._above = menus, menu, kept, active, above
        self._beginnings = [beginning[:length] for length in range(len(beginning), -1, -1)]
        self._making: Found | None = None
        self._is_lost = False

    def __call__(self, make: Part, item: object, *arguments: Any) -> Any:
        """The part of an item: that of another page, or what the macro makes."""
        found = self._menu.found.get(id(item))
        if self._making:
            if found is None or found.first < self._making.first or found.last > self._making.last:
                self._is_lost = True  # an item from elsewhere
            return make(item, *arguments)
        if found is None or not found.is_quiet or getattr(item, "active", False) or self._is_open(found):
            return make(item, *arguments)
        try:
            further = self._further(arguments)
        except TypeError:
            return make(item, *arguments)
        key = (found.first, self._common(found), further)
        if (kept := self._kept.parts.get(key)) is None:
            self._making = found
            try:
                with page_reads.apart() as reads:
                    kept = make(item, *arguments), reads
            finally:
                self._making = None
            if not self._is_lost and not self._menus.has_ended():
                self._kept.parts[key] = kept
                self._kept.size += len(kept[0])
        html, reads = kept
        page_reads.add(reads)  # which this page shows too
        return html

    def _is_open(self, found: Found) -> bool:
        return any(found.first <= place <= found.last for place in self._active)

    def _common(self, found: Found) -> tuple[str, ...]:
        """With what addresses of the item and those below begin as those of the page do: at least one does so far."""
        for beginning in self._beginnings:
            if beginning in found.beginnings:
                return beginning
        return ()

    def _further(self, arguments: tuple[Any, ...]) -> Hashable:
        """What the macro reads of further arguments; raises `TypeError` for what can't be compared."""
        found: list[Hashable] = []
        for position, given in enumerate(arguments, start=1):
            if isinstance(given, Undefined):
                found.append(None)
            elif position == self._above and isinstance(given, StructureItem):
                found.append(bool(getattr(given, "active", False)))
            elif position != self._above and type(given) in (str, int):
                found.append(given)
            else:
                raise TypeError(type(given))
        return tuple(found)


def _make(make: Part, *arguments: Any) -> Any:
    """A part, where none can be taken over."""
    return make(*arguments)
