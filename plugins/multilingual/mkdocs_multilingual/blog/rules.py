"""The options of the blog that the checks use."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from posixpath import join, normpath

from mkdocs_foundation.pages import SourcePage, file_title

CATEGORIES_FILE = ".categories.yml"
"""File name of the categories, in the folder of the blog."""
_HEADING = re.compile(r"^#[ \t]+(\S.*?)[ \t]*#*[ \t]*(?:\{[^}]*\})?$|^(\S.*)\n=+[ \t]*$", re.MULTILINE)


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

    folder: str = "blog"
    """Folder of the blog, within each language's folder."""
    posts: str = "blog/posts"
    """Folder of the posts, within each language's folder."""
    authors_file: str = "blog/.authors.yml"
    """Path of the authors file, within each language's folder."""
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

    docs_dir: str = "docs"
    """Name of the docs folder in messages."""
    has_language_folders: bool = True
    """Whether each language has a folder of its own in the docs folder."""

    def uri(self, locale: str, key: str) -> str:
        """Path below the docs folder of a file within the folder of a language."""
        return f"{locale}/{key}" if self.has_language_folders else key

    def shown(self, uri: str) -> str:
        """A path below the docs folder as messages show it."""
        return f"{self.docs_dir}/{uri}"

    @property
    def index(self) -> str:
        """The front page of the blog, within each language's folder."""
        return normpath(join(self.folder, "index.md"))

    @property
    def categories_file(self) -> str:
        """The names of the categories, within each language's folder."""
        return normpath(join(self.folder, CATEGORIES_FILE))

    def is_post(self, page: SourcePage) -> bool:
        """Whether a page is a post."""
        return page.key.startswith(f"{self.posts}/")
