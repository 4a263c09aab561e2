"""Material's blog, once for each language that static-i18n builds."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

from material.plugins.blog.config import BlogConfig
from material.plugins.blog.plugin import BlogPlugin
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_foundation import front_matter

from ..blog import categories
from ..blog.categories import Categories
from ..blog.views import Key, Kind, Listing, category_key, pages
from ..feeds.model import Feed
from ..page_html import into_head
from ..site import Site
from . import feeds, languages
from .blog_survey import Blog, Survey
from .localized import Elsewhere, localize, move


class MultilingualBlogConfig(BlogConfig):  # type: ignore[misc]
    """Material's options; `blog_dir` is a folder in each language's folder."""

    feeds = option.Type(bool, default=True)
    """Whether each language gets a feed in RSS and one in JSON."""
    feeds_posts = option.Type(int, default=20)
    """How many posts a feed has, the newest."""


class MultilingualBlogPlugin(BlogPlugin):  # type: ignore[misc]
    """Has a name of its own, since static-i18n rearranges what is called `material/blog`."""

    folder: str
    """Of the blog, within each language's folder."""
    blog: Any
    """Its front page in the language of the build."""
    _feed: Feed

    config_class = MultilingualBlogConfig
    config_scheme = MultilingualBlogConfig._schema

    def load_config(self, options: Any, config_file_path: str | None = None) -> Any:
        """Keep the options that each language sets anew."""
        outcome = super().load_config(options, config_file_path)
        self.folder = posixpath.normpath(self.config.blog_dir)
        self._enabled = bool(self.config.enabled)
        return outcome

    def on_config(self, config: MkDocsConfig) -> None:
        """Turn to the language of this build; one without a blog's front page has no blog."""
        i18n: Any = config.plugins.get("i18n")
        self._multilingual: Any = config.plugins.get("multilingual")
        if i18n is None or self._multilingual is None:
            raise PluginError("multilingual-blog: needs the plugins i18n (mkdocs-static-i18n) and multilingual.")
        self._locale = languages.current(config)
        self.config.blog_dir = f"{self._locale}/{self.folder}"
        self.config.enabled = self._enabled and self._has_blog(self._locale, config)
        super().on_config(config)

    @event_priority(-110)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Make the pages of the blog, after static-i18n has sorted the files of the language."""
        if not self._enabled:
            return
        i18n: Any = config.plugins["i18n"]
        if not i18n.building:
            self._survey = self._look_around(config)
        self._lead_elsewhere(files)
        if not self.config.enabled:
            return
        self.authors = super()._resolve_authors(config)
        super().on_files(files, config=config)
        for file in files.documentation_pages(inclusion=lambda level: True):
            if file.src_uri.startswith(f"{self.config.blog_dir}/"):
                self._survey.pair(file, self._locale)
        for file in files.media_files():
            self._publish_beside_posts(file, config)
        if self._has_feeds(config):
            feeds.add_files(files, self.blog, self._locale, self._site, config)

    @event_priority(-50)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Put the blog's pages into the menu, which then has no archive while there are no posts."""
        if self.config.enabled:
            archive, self.config.archive = self.config.archive, bool(self.config.archive and self.blog.posts)
            super().on_nav(nav, config=config, files=files)
            self.config.archive = archive
        if self._enabled:
            i18n: Any = config.plugins["i18n"]
            i18n.i18n_files_per_language[self._locale] = files.documentation_pages()

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """A blog without posts says so."""
        super().on_page_content(html, page=page, config=config, files=files)
        if self.config.enabled and page == self.blog and not self.blog.posts:
            word = self._multilingual.word(self._locale, "blog.empty")
            return f"{html}\n<p>{escape(word)}</p>" if word else None
        return None

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Write the feeds, when all posts have been read and the static files haven't been copied."""
        super().on_env(env, config=config, files=files)
        if self._has_feeds(config):
            separator = self.config.post_excerpt_separator
            posts = [post for post in self.blog.posts if not self._is_draft(post)]
            self._feed = feeds.make(self.blog, posts, self._locale, separator, self.config.feeds_posts, config)
            feeds.write(files, self._feed, self.config.blog_dir)
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Tell of the feeds on every page of the language."""
        return into_head(output, feeds.head_links(self._feed)) if self._has_feeds(config) else output

    def _has_feeds(self, config: MkDocsConfig) -> bool:
        """Whether this language has feeds; their addresses must be absolute."""
        return bool(self.config.enabled and self.config.feeds and config.site_url)

    def _is_draft(self, post: Any) -> bool:
        """Whether a post would be left out of the published site, though `mkdocs serve` shows it."""
        shown, self.config.draft = self.config.draft, False
        try:
            return bool(self._is_excluded(post))
        finally:
            self.config.draft = shown

    # --- all languages, before the first is built ---------------------------------------------------------------

    def _look_around(self, config: MkDocsConfig) -> Survey:
        survey = Survey()
        for locale in self._site.languages:
            if self._has_blog(locale, config):
                with self._speaking(locale):
                    survey.add(Blog(locale, self._published(locale, config)))
        return survey

    def _published(self, locale: str, config: MkDocsConfig) -> dict[Key, File]:
        posts_dir = posixpath.normpath(self.config.post_dir.format(blog=self.folder))
        posts: dict[Key, Any] = {}
        for page in self._multilingual.library.in_language(locale):
            if page.key.startswith(f"{posts_dir}/"):
                post = self._resolve_post(self._path_to_file(page.uri, config, temp=False), config)
                if not self._is_excluded(post):
                    posts[Key(Kind.POST, page.key)] = post
        found = pages(self._listings(list(posts.values()), locale, config), self._per_page)
        return {key: post.file for key, post in posts.items()} | {
            key: self._page_of_view(path, key.number, config) for key, path in found.items()
        }

    def _listings(self, posts: list[Any], locale: str, config: MkDocsConfig) -> list[Listing]:
        authors = super()._resolve_authors(config)
        names = self._categories(locale, config).names
        index = Listing(Kind.INDEX, "", f"{self.config.blog_dir}/index.md")
        listings = [] if posts else [index]
        for post in posts:
            listings.append(index)
            if self.config.archive:
                with self._speaking(self._site.source_locale):
                    month = self._format_date_for_archive_url(post.config.date.created, config)
                listings.append(Listing(Kind.ARCHIVE, month, self._format_path_for_archive(post, config)))
            if self.config.categories:
                listings += [
                    Listing(Kind.CATEGORY, category_key(name, names), self._format_path_for_category(name))
                    for name in post.config.categories
                ]
            if self.config.authors_profiles:
                listings += [
                    Listing(Kind.AUTHOR, id, self._format_path_for_profile(id, authors[id]))
                    for id in post.config.authors
                ]
        return listings

    def _per_page(self, kind: Kind) -> int:
        own = {Kind.ARCHIVE: "archive_", Kind.CATEGORY: "categories_", Kind.AUTHOR: "authors_profiles_"}.get(kind, "")
        split = self._config(f"{own}pagination", self.config.pagination)
        return int(self._config(f"{own}pagination_per_page", self.config.pagination_per_page)) if split else 0

    def _page_of_view(self, path: str, number: int, config: MkDocsConfig) -> File:
        if number == 1:
            return self._path_to_file(path, config)
        name = self.config.pagination_url_format.format(page=number).strip("/")
        is_index = posixpath.basename(path) == "index.md"
        base = posixpath.dirname(path) if is_index else posixpath.splitext(path)[0]
        return self._path_to_file(posixpath.join(base, name, "index.md") if is_index else f"{base}/{name}.md", config)

    @contextmanager
    def _speaking(self, locale: str) -> Iterator[None]:
        """Do what Material does for a language as if it were being built."""
        before = self._locale, self.config.blog_dir
        self._locale, self.config.blog_dir = locale, f"{locale}/{self.folder}"
        try:
            yield
        finally:
            self._locale, self.config.blog_dir = before

    # --- the language being built -------------------------------------------------------------------------------

    def _lead_elsewhere(self, files: Files) -> None:
        """Where static-i18n falls back on the source language, take its blog out: links lead to it where it is."""
        source = f"{self._site.source_locale}/{self.folder}/"
        if self._locale == self._site.source_locale:
            return
        for file in list(files.documentation_pages(inclusion=lambda level: True)):
            if file.src_uri.startswith(source):
                files.remove(file)
                blog = self._survey.blogs.get(self._site.source_locale)
                key = self._survey.keys.get(file.src_uri)
                if blog and key and key in blog.files:
                    files.append(Elsewhere(file, blog.files[key]))

    def _publish_beside_posts(self, file: File, config: MkDocsConfig) -> None:
        """Take the posts' folder out of their images' addresses; Material does where the language has a prefix."""
        posts_dir = posixpath.normpath(self.config.post_dir.format(blog=self.folder))
        if file.dest_uri.startswith(f"{posts_dir}/") and file.src_uri.startswith(f"{self._locale}/"):
            move(file, file.dest_uri.replace(posts_dir, self.folder, 1), config)

    # --- what Material asks itself ------------------------------------------------------------------------------

    def _resolve_authors(self, config: MkDocsConfig) -> dict[str, Any]:
        """None yet: Material asks before the files have been checked."""
        return {}

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

    def _categories(self, locale: str, config: MkDocsConfig) -> Categories:
        uri = f"{locale}/{self.folder}/{categories.FILE}"
        path = Path(config.docs_dir, uri)
        text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
        return categories.read(front_matter.read_file(text, uri)[0], uri)

    @property
    def _site(self) -> Site:
        site: Site = self._multilingual.site
        return site

    def _has_blog(self, locale: str, config: MkDocsConfig) -> bool:
        return Path(config.docs_dir, locale, self.folder, "index.md").is_file()
