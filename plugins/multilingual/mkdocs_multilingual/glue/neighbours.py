"""What the blog's pages call the previous and the next page.

Material hangs archive, categories and authors between the blog's front page and whatever follows it in the menu, each
in the place of the one before: the front page led to the last of them only, and so did the page behind the blog. And a
pinned post stood last among the posts, whatever its day.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from material.plugins.blog.structure import View
from mkdocs.structure.nav import Navigation

from .menu import flat


def mend(blog: Any, nav: Navigation) -> None:
    """Join the front page to the neighbours that the menu gives it, and lists only to those of their own kind."""
    views = [blog, *blog.views]
    others: list[Any] = [page for page in flat(nav.items) if page is blog or not isinstance(page, View)]
    for before, page, after in zip([None, *others], others, [*others[1:], None], strict=False):
        if page is blog:
            _join(before, blog)
            _join(blog, after)
    for kind in dict.fromkeys(type(view) for view in blog.views):
        alike = [None, *(view for view in blog.views if type(view) is kind), None]
        for one, other in pairwise(alike):
            _join(one, other)
    posts = sorted(blog.posts, key=lambda post: post.config.date.created)
    for one, other in pairwise([None, *posts, None]):
        _join(one, other)
    for view in views:
        for page in view.pages[1:]:
            page.previous_page, page.next_page = view.previous_page, view.next_page


def _join(one: Any, other: Any) -> None:
    if one:
        one.next_page = other
    if other:
        other.previous_page = one
