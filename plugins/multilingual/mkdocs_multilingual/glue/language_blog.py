"""Material's blog in one language at a time."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from material.plugins.blog.config import BlogConfig
from material.plugins.blog.plugin import BlogPlugin
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..site import Site
from .localized import localize


class MultilingualBlogConfig(BlogConfig):  # type: ignore[misc]
    """Material's options; `blog_dir` is a folder in each language's folder."""

    feeds = option.Type(bool, default=True)
    """Whether each language gets a feed in RSS and one in JSON."""
    feeds_posts = option.Type(int, default=20)
    """How many posts a feed has, the newest."""


class LanguageBlog(BlogPlugin):  # type: ignore[misc]
    """What Material asks itself, answered for the language that is spoken."""

    config_class = MultilingualBlogConfig
    config_scheme = MultilingualBlogConfig._schema
    folder: str
    """Of the blog, within each language's folder."""
    blog: Any
    """Its front page in the language of the build."""
    _locale: str
    _multilingual: Any

    def load_config(self, options: Any, config_file_path: str | None = None) -> Any:
        """Keep the options that each language sets anew."""
        outcome = super().load_config(options, config_file_path)
        self.folder = posixpath.normpath(self.config.blog_dir)
        self._enabled = bool(self.config.enabled)
        return outcome

    @contextmanager
    def _speaking(self, locale: str) -> Iterator[None]:
        """Do what Material does for a language as if it were being built."""
        before = self._locale, self.config.blog_dir
        self._locale, self.config.blog_dir = locale, f"{locale}/{self.folder}"
        try:
            yield
        finally:
            self._locale, self.config.blog_dir = before

    def _resolve_authors(self, config: MkDocsConfig) -> dict[str, Any]:
        """None yet: Material asks before the files have been checked."""
        return {}

    def _authors(self, config: MkDocsConfig) -> dict[str, Any]:
        """Those of the language."""
        authors: dict[str, Any] = super()._resolve_authors(config)
        return authors

    def _resolve_posts(self, files: Files, config: MkDocsConfig) -> Iterator[Any]:
        """Material would make the folder of the posts where there is none."""
        posts_dir = self.config.post_dir.format(blog=self.config.blog_dir)
        return super()._resolve_posts(files, config) if Path(config.docs_dir, posts_dir).is_dir() else iter(())

    def _generate_archive(self, config: MkDocsConfig, files: Files) -> list[Any]:
        """The newest month first; Material begins with that of a pinned post."""
        views = list(super()._generate_archive(config, files))
        return sorted(views, key=lambda view: max(post.config.date.created for post in view.posts), reverse=True)

    def _path_to_file(self, path: str, config: MkDocsConfig, *, temp: bool = True) -> File:
        file: File = super()._path_to_file(path, config, temp=temp)
        localize(file, self._locale, self._site, config)
        return file

    def _format_date(self, date: datetime, format: str, config: MkDocsConfig) -> str:
        """In the language that is spoken, which need not be the theme's yet."""
        theme = config.theme["language"]
        config.theme["language"] = self._locale
        try:
            return str(super()._format_date(date, format, config))
        finally:
            config.theme["language"] = theme

    def _format_date_for_archive(self, date: datetime, config: MkDocsConfig) -> str:
        """A heading, which begins with a capital letter where a month within a sentence has none."""
        name = str(super()._format_date_for_archive(date, config))
        return name[:1].upper() + name[1:]

    def _translate(self, key: str, config: MkDocsConfig) -> str:
        """The heading of a part of the menu; Material lacks some in some languages."""
        own: str | None = self._multilingual.word(self._locale, key)
        return own or str(super()._translate(key, config))

    @property
    def _site(self) -> Site:
        site: Site = self._multilingual.site
        return site

    def _has_blog(self, locale: str, config: MkDocsConfig) -> bool:
        return Path(config.docs_dir, locale, self.folder, "index.md").is_file()
