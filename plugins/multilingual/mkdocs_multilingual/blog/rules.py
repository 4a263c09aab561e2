"""The options of the blog that the checks use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.sources.pages import SourcePage, file_title
from mkdocs_foundation.values import dataclass

from ..addresses.blog_place import BlogPlace

_HEADING = pattern(r"^#[ \t]+(\S.*?)[ \t]*#*[ \t]*(?:\{[^}]*\})?$|^(\S.*)\n=+[ \t]*$", re.MULTILINE)


def title_of(page: SourcePage) -> str | None:
    """The title in a page's settings, or its first heading of the first level."""
    title = page.matter.values.get("title")
    if title is not None:
        return str(title)
    heading = _HEADING.search(page.body)
    return (heading[1] or heading[2]).strip() if heading else None


def shown_title(page: SourcePage) -> str:
    """The title of a post, as MkDocs has it: that of its file where its author wrote none."""
    return title_of(page) or file_title(page.key)


def plain_address(page: SourcePage, slug: str | None = None) -> str:
    """The last part of a post's address, from its slug or title, or what it is with another slug."""
    slug = slug or page.matter.values.get("slug")
    return str(slug) if slug else "-".join(re.findall(r"[^\W_]+", shown_title(page).lower()))


@dataclass(frozen=True)
class BlogRules:
    """The blog's options, and how Material makes an address."""

    place: BlogPlace = field(default_factory=BlogPlace)
    """Folders and files, as keys."""
    authors: bool = True
    """Whether posts have authors."""
    categories: bool = True
    """Whether posts have categories."""
    allowed_categories: tuple[str, ...] = ()
    """Allowed names of categories; empty for any."""
    separator: str = "<!-- more -->"
    """Separator between excerpt and rest."""
    excerpt_required: bool = False
    """Whether every post must have the separator."""
    address: Callable[[SourcePage, str | None], str] = plain_address
    """Function that gives the address of a post without problems, or the one it would have with another slug."""

    def is_post(self, page: SourcePage) -> bool:
        """Whether a page is a post."""
        return self.place.is_post(page.key)
