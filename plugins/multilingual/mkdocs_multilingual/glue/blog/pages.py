"""The pages of the blog, with the attributes that Material's templates and a site's own read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.glue import edit_links
from mkdocs_foundation.sources.page_kinds import PageKind
from mkdocs_foundation.values import dataclass

from ...blog.authors import Author
from ...blog.lists import BlogList
from ...blog.post_settings import PostSettings
from ...blog.posts import BlogPost
from ...blog.views import BlogPageKind

POST_TEMPLATE = "blog-post.html"
LIST_TEMPLATE = "blog.html"
POST = PageKind("post", lambda facts: facts.declared == "post")
POST_LIST = PageKind("post-list", lambda facts: facts.declared == "post-list")
PAGE_KINDS = (POST, POST_LIST)
"""Kinds of pages that the blog registers."""


class Post(Page):
    """A post."""

    kind = BlogPageKind.POST
    page_kind = POST.name

    def __init__(self, file: File, config: MkDocsConfig, post: BlogPost, authors: Iterable[Author]) -> None:
        """Make the page of a post at the address that its file has."""
        super().__init__(None, file, config)
        self._config: PostSettings = post.settings
        self.is_draft = post.is_draft
        self.authors: list[Author] = list(authors)
        self.categories: list[View] = []
        self._converted = ""

    @property
    def config(self) -> PostSettings:
        """Its settings as they have been checked."""
        page_reads.settings_of(self.file.src_uri)
        return self._config

    @config.setter
    def config(self, settings: PostSettings) -> None:
        self._config = settings

    @property
    def converted(self) -> str:
        """Its HTML as Markdown made it, before other plugins change it."""
        page_reads.text_of(self.file.src_uri)
        return self._converted

    @converted.setter
    def converted(self, html: str) -> None:
        self._converted = html

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the file as MkDocs does; its template is that of posts, whose menu is hidden."""
        super().read_source(config)
        self.meta.setdefault("template", POST_TEMPLATE)
        hidden = self.meta.get("hide") or []
        hidden = list(hidden) if isinstance(hidden, list) else [hidden]
        self.meta["hide"] = [*hidden, *(name for name in ("navigation",) if name not in hidden)]


class View(Page):
    """One page of a list of posts."""

    page_kind = POST_LIST.name

    def __init__(self, file: File, config: MkDocsConfig, shown: BlogList, posts: Sequence[Post], number: int) -> None:
        """Make a page of a list; each page shows its part of the same posts."""
        super().__init__(None, file, config)
        edit_links.lead_to(self, shown.origin, config)
        self.kind = shown.kind
        self.name = shown.name or None
        self.number = number
        self.posts: list[Post] = list(posts)
        self.views: list[View] = []
        self.pages: list[View] = []
        """All pages of the list, where it may be split into pages."""

    @property
    def first(self) -> View:
        """The first page of the list."""
        return self.pages[0] if self.pages else self

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the file as MkDocs does; its template is that of lists."""
        super().read_source(config)
        self.meta.setdefault("template", LIST_TEMPLATE)


@dataclass(frozen=True)
class Excerpt:
    """A post as a list shows it; other attributes are those of the post."""

    post: Post
    """The post."""
    content: str
    """HTML before the separator."""
    more: str | None
    """HTML after the separator; `None` for a post without separator."""
    toc: TableOfContents
    """The title of the post."""
    authors: list[Author]
    """Those that lists name."""
    categories: list[View]
    """Those that lists name."""

    def __getattr__(self, name: str) -> Any:
        if name == "post" or name.startswith("__"):  # looked up while an object is copied, before it has fields
            raise AttributeError(name)
        return getattr(self.post, name)


def is_post(page: Page) -> bool:
    """Whether a page is a post of the blog."""
    return isinstance(page, Post)


def is_list(page: Page) -> bool:
    """Whether a page is a list of posts."""
    return isinstance(page, View)
