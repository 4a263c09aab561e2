"""Filters that Material's templates of the blog use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import wraps
from typing import Any

from mkdocs_foundation.glue.theme import menus

from ...blog.authors import Author
from ...typography.dates import formatted
from .pages import Post, View


def add_filters(env: Any, lists: Sequence[View], date_format: str, locale: str) -> None:
    """Add `date`, and a `url` that turns links of a list's further page to itself into links to the first page.

    `lists` are the first pages of all lists.
    """
    url_filter = env.filters["url"]
    further = {page.url for first in lists for page in first.pages if page is not first}

    @menus.of_lists
    @wraps(url_filter)  # so that it gets the context too
    def url(context: Any, address: str | None) -> Any:
        if address in further:  # few are, and a page has hundreds of links
            page = context.get("page")
            if isinstance(page, View) and page.url == address:
                address = page.first.url
        return url_filter(context, address)

    def date(moment: datetime) -> str:
        return formatted(moment, date_format, locale)

    env.filters["date"] = date
    env.filters["url"] = url


def add_posts(env: Any, posts: Sequence[Post], authors: Mapping[str, Author]) -> None:
    """Give every template the posts of the current locale, the newest first, and its authors by id."""
    env.globals["blog_posts"] = list(posts)
    env.globals["blog_authors"] = dict(authors)
