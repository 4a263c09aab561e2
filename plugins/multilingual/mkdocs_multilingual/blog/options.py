"""The options of the blog, as the pure rooms see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import Any, Protocol

from .views import BlogPageKind


class Slugify(Protocol):
    """Makes a part of an address of a text."""

    def __call__(self, text: str, separator: str, /) -> str:
        """The text in lower case, words joined by the separator."""


@dataclass(frozen=True)
class Slugs:
    """How a name becomes a part of an address."""

    slugify: Slugify
    """Such as `pymdownx.slugs.slugify(case="lower")`."""
    separator: str = "-"
    """Between words."""

    def __call__(self, name: str) -> str:
        """The part of an address."""
        return self.slugify(name, self.separator)


@dataclass(frozen=True)
class ListOptions:
    """The options of one kind of list."""

    per_page: int = 10
    """Posts on a page; 0 where the list isn't split into pages."""
    has_toc: bool = False
    """Whether the posts are in the table of contents of the list."""


@dataclass(frozen=True)
class BlogOptions:
    """Every option that decides what pages there are, where they are, and what is on them."""

    slugs: Slugs
    """Of titles."""
    category_slugs: Slugs
    """Of categories."""
    sort_categories_by: Callable[[Any], Any]
    """What categories are sorted by; gets a list of the blog, with its `name` and `posts`."""
    folder: str = "blog"
    """Of the blog, within the folder of each language."""
    posts_folder: str = "blog/posts"
    """Of the posts, within the folder of each language."""
    authors_file: str = "blog/.authors.yml"
    """Within the folder of each language."""
    post_date_format: str = "long"
    """Of the days that readers see."""
    post_url_format: str = "{date}/{slug}"
    """Address of a post within the blog."""
    post_url_date_format: str = "yyyy/MM/dd"
    """Of the day in that address."""
    post_url_max_categories: int = 1
    """How many categories there are at most in that address."""
    separator: str = "<!-- more -->"
    """What ends an excerpt."""
    excerpt_max_authors: int = 1
    """Authors of a post that lists name."""
    excerpt_max_categories: int = 5
    """Categories of a post that lists name."""
    words_per_minute: int = 265
    """For the reading time; 0 for none."""
    has_archive: bool = True
    """Whether there is a list for each year, month or whatever the format of the archive says."""
    archive_date_format: str = "yyyy"
    """Of the titles in the archive."""
    archive_url_date_format: str = "yyyy"
    """Of the date in the addresses of the archive."""
    archive_url_format: str = "archive/{date}"
    """Address of a list of the archive within the blog."""
    has_categories: bool = True
    """Whether posts have categories, and each category a list."""
    category_url_format: str = "category/{slug}"
    """Address of a category within the blog."""
    reverse_categories: bool = False
    """Whether categories are sorted backwards."""
    has_authors: bool = True
    """Whether posts have authors."""
    has_profiles: bool = False
    """Whether each author has a list."""
    profile_url_format: str = "author/{slug}"
    """Address of an author within the blog."""
    further_url_format: str = "page/{page}"
    """Address of a further page of a list, within that of the list."""
    lists: Mapping[BlogPageKind, ListOptions] = field(default_factory=dict)
    """By kind of list."""

    def home(self, prefix: str) -> str:
        """Path of the blog below the docs folder; `prefix` is the folder of the language and a slash, or ""."""
        return normpath(join(prefix, self.folder))

    def of(self, kind: BlogPageKind) -> ListOptions:
        """The options of a kind of list."""
        return self.lists.get(kind, ListOptions())
