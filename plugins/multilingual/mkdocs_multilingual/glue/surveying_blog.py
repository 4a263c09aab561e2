"""Material's blog in all languages, looked at before the first is built."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..blog import categories
from ..blog.views import Key, Kind, Listing, category_key, pages
from .blog_survey import Blog, Survey
from .language_blog import LanguageBlog


class SurveyingBlog(LanguageBlog):
    """Knows which pages the blog has in each language, and where they are."""

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

    def _category_names(self, locale: str, config: MkDocsConfig) -> Mapping[str, str]:
        uri = f"{locale}/{self.folder}/{categories.FILE}"
        path = Path(config.docs_dir, uri)
        return categories.read(path.read_bytes(), uri)[0].names if path.is_file() else {}

    def _listings(self, posts: list[Any], locale: str, config: MkDocsConfig) -> list[Listing]:
        authors = self._authors(config)
        names = self._category_names(locale, config)
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
