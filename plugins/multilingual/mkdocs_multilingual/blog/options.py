"""The options of the blog, independent of MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, Protocol

from mkdocs_foundation.values import dataclass

from ..addresses.blog_place import BlogPlace
from .views import BlogPageKind


class Slugify(Protocol):
    """Turns a text into a part of an address."""

    def __call__(self, text: str, separator: str, /) -> str:
        """The text in lower case, words joined by the separator."""


@dataclass(frozen=True)
class Slugs:
    """How a name becomes a part of an address."""

    slugify: Slugify
    """Function that makes the slug, such as `pymdownx.slugs.slugify(case="lower")`."""
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
    """The options that decide which pages exist, their addresses and their content."""

    slugs: Slugs
    """Of titles."""
    category_slugs: Slugs
    """Of categories."""
    sort_categories_by: Callable[[Any], Any]
    """What categories are sorted by; gets a list of the blog, with its `name` and `posts`."""
    place: BlogPlace = field(default_factory=BlogPlace)
    """Folders and files."""
    post_date_format: str = "long"
    """Format of the dates that readers see."""
    post_url_format: str = "{date}/{slug}"
    """Address of a post within the blog."""
    post_url_date_format: str = "yyyy/MM/dd"
    """Format of the date in that address."""
    post_url_max_categories: int = 1
    """How many categories there are at most in that address."""
    separator: str = "<!-- more -->"
    """Separator between excerpt and rest."""
    excerpt_max_authors: int = 1
    """Maximum number of authors that lists show for a post."""
    excerpt_max_categories: int = 5
    """Maximum number of categories that lists show for a post."""
    words_per_minute: int = 265
    """Words per minute for the reading time; 0 for no reading time."""
    has_archive: bool = True
    """Whether there is a list for each year, month or whatever the format of the archive says."""
    archive_date_format: str = "yyyy"
    """Format of the titles in the archive."""
    archive_url_date_format: str = "yyyy"
    """Format of the date in the addresses of the archive."""
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
    """Options of lists, by kind of list."""

    def of(self, kind: BlogPageKind) -> ListOptions:
        """The options of a kind of list."""
        return self.lists.get(kind, ListOptions())
