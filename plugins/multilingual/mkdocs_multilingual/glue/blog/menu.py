"""The blog in the menu: archive, categories and authors as sections, and what comes before and after each page.

Previous and next page are set here for all pages of the blog, so that a list leads to lists of its own kind, a post to
the posts before and after it, and the front page to its neighbours in the menu.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from ...blog.options import BlogOptions
from ...blog.views import BlogPageKind
from ..menu import flat
from .building import LanguageBlog
from .host import Host
from .pages import Post, View

_SECTIONS = (BlogPageKind.ARCHIVE, BlogPageKind.CATEGORY, BlogPageKind.AUTHOR)
"""Kinds of lists, in the order of the menu."""


def attach(blog: LanguageBlog, nav: Navigation, titles: dict[BlogPageKind, str], options: BlogOptions) -> None:
    """Put the lists of a blog beside its front page, where the menu has that one in a section."""
    index: Any = blog.index
    is_in_menu = index.parent is not None or not options.place.folder
    level = InclusionLevel.INCLUDED if is_in_menu else InclusionLevel.NOT_IN_NAV
    for view in blog.lists:
        for page in (view, *view.pages):
            page.file.inclusion = level
    for post in blog.posts:
        _set_parent(post, index)  # so that the front page is marked in the menu of a post
    for kind in _SECTIONS:
        views = blog.of(kind)
        if views and is_in_menu:
            section = Section(titles[kind], list(views))
            _set_parent(section, index.parent)
            siblings = index.parent.children if isinstance(index.parent, Section) else nav.items
            siblings.append(section)
            nav.pages.extend(views)
            for view in views:
                _set_parent(view, section)
    for view in blog.lists:
        for page in view.pages[1:]:
            _set_parent(page, view.parent)


def _set_parent(item: Any, parent: Any) -> None:
    item.parent = parent


def title(key: str, host: Host, config: MkDocsConfig) -> str:
    """The title of a section: a word of the plugin or the site in the language, else of the theme."""
    own = host.word(key)
    if own:
        return own
    template = config.theme.get_env().get_template("partials/language.html", globals={"config": config})
    said: Any = template.module
    return str(said.t(key))


def join_neighbours(blog: LanguageBlog, nav: Navigation) -> None:
    """Set previous and next page of each page, when the menu is complete."""
    others = [page for page in flat(nav.items) if page is blog.index or not isinstance(page, View)]
    for before, page, after in zip([None, *others], others, [*others[1:], None], strict=False):
        if page is blog.index:
            _join(before, page)
            _join(page, after)
    for kind in _SECTIONS:
        _join_all(blog.of(kind))
    _join_all(by_day(blog.posts))
    for view in blog.lists:
        for page in view.pages[1:]:
            page.previous_page, page.next_page = view.previous_page, view.next_page


def by_day(posts: Sequence[Post]) -> list[Post]:
    """Posts from the oldest to the newest, pinned or not."""
    return sorted(posts, key=lambda post: post.config.date.created)


def _join_all(pages: Sequence[Page]) -> None:
    for one, other in pairwise([None, *pages, None]):
        _join(one, other)


def _join(one: Page | None, other: Page | None) -> None:
    if one:
        one.next_page = other
    if other:
        other.previous_page = one
