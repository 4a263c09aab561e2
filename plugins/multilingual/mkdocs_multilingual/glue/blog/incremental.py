"""What pages depend on beside their own source, for the plugin `incremental`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_foundation.glue.incremental import Share

from ...blog import posts
from .config import MultilingualBlogConfig
from .pages import Post, View


class _Plugin(Protocol):
    config: MultilingualBlogConfig

    @property
    def blog(self) -> View | None:
        """The front page in the language of the build, with the posts."""


class IncrementalShare(Share):
    """Lists and templates show posts, so their settings and their order count for every page of their language.

    Which pages show a post itself is noticed.
    """

    def __init__(self, plugin: _Plugin) -> None:
        """Take the plugin."""
        self._plugin = plugin

    def inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """The settings of the posts, in the order of the list; another title or text of one isn't among them."""
        for post in self._plugin.blog.posts if self._plugin.blog else []:
            yield post.file.src_uri
            yield repr(post.config)

    def shown_of(self, page: Page) -> str | None:
        """What lists show of a post beside title and text: its settings, its reading time and its related pages."""
        return f"{replace(page.config, links=None)} {page.config.links}" if isinstance(page, Post) else None

    def site_inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """The time, where a post waits for it."""
        return [str(posts.now())] if self._plugin.config.draft_if_future_date else []

    def language_inputs(self, config: MkDocsConfig, locale: str) -> Iterable[str | bytes | None]:
        """The time, where a post waits for it: posts are pages of their language."""
        return self.site_inputs(config)

    def after_reading(self, page: Page) -> Any:
        """What lists show of a post."""
        return (page.converted, page.config) if isinstance(page, Post) else None

    def read_again(self, page: Page, left: Any) -> None:
        """Show it."""
        if isinstance(page, Post):
            page.converted, page.config = left
