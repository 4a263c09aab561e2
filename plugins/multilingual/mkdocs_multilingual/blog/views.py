"""The pages that a blog has besides its posts, and what pairs them across languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from math import ceil

from mkdocs_foundation.values import dataclass


class BlogPageKind(Enum):
    """Kinds of pages of the blog."""

    POST = "post"
    INDEX = "index"
    ARCHIVE = "archive"
    CATEGORY = "category"
    AUTHOR = "author"


@dataclass(frozen=True)
class Key:
    """The key of a page of the blog, which is the same in every language."""

    kind: BlogPageKind
    """Kind of the page."""
    name: str = ""
    """File name of a post, month of an archive, id of a category or an author."""
    number: int = 1
    """Number of the page of a list, from 1."""


@dataclass(frozen=True)
class Listing:
    """A post in a list: on the front page, in a month's archive, in a category, on an author's page."""

    kind: BlogPageKind
    """BlogPageKind of the page with the list."""
    name: str
    """Name of the page that is the same in every language."""
    path: str
    """Path of the page without the language, such as `blog/category/klagomål.md`."""


def category_key(name: str, names: Mapping[str, str]) -> str:
    """The id of a category where `.categories.yml` gives it one; else its name, which pairs with the same name."""
    return next((id for id, own in names.items() if own == name), name)


def pages(listings: Sequence[Listing], per_page: Callable[[BlogPageKind], int]) -> dict[Key, str]:
    """Every page with a list, and the path of its first page; `per_page` is 0 where a kind isn't split into pages."""
    counts = Counter((listing.kind, listing.name) for listing in listings)
    paths = {(listing.kind, listing.name): listing.path for listing in listings}
    found: dict[Key, str] = {}
    for (kind, name), count in counts.items():
        step = per_page(kind)
        numbers = range(1, ceil(count / step) + 1 if step else 2)
        found |= {Key(kind, name, number): paths[kind, name] for number in numbers}
    return found
