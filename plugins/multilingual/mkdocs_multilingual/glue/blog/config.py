"""Options of the plugin `multilingual-blog` in `mkdocs.yml`, named as those of Material's plugin `blog`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mkdocs.config import config_options as option
from mkdocs.config.base import BaseConfigOption, Config, ValidationError
from pymdownx.slugs import slugify

from ...addresses.blog_place import BlogPlace
from ...blog.lists import by_name
from ...blog.options import BlogOptions, ListOptions, Slugs
from ...blog.views import BlogPageKind


class Function(BaseConfigOption[Callable[..., Any]]):
    """A function, which YAML names by `!!python/name:` or makes by `!!python/object/apply:`."""

    def __init__(self, default: Callable[..., Any]) -> None:
        """Take the default."""
        super().__init__()
        self.default = default

    def run_validation(self, value: object) -> Callable[..., Any]:
        """Raises `ValidationError` for anything that can't be called."""
        if not callable(value):
            raise ValidationError(
                "Expected a function, such as `!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}`, "
                f"but found {value!r}."
            )
        return value


class MultilingualBlogConfig(Config):
    """What each option means is in the plugin's documentation, blog.md."""

    enabled = option.Type(bool, default=True)

    blog_dir = option.Type(str, default="blog")
    blog_toc = option.Type(bool, default=False)

    post_dir = option.Type(str, default="{blog}/posts")
    post_date_format = option.Type(str, default="long")
    post_url_date_format = option.Type(str, default="yyyy/MM/dd")
    post_url_format = option.Type(str, default="{date}/{slug}")
    post_url_max_categories = option.Type(int, default=1)
    post_slugify = Function(default=slugify(case="lower"))
    post_slugify_separator = option.Type(str, default="-")
    post_excerpt = option.Choice(["optional", "required"], default="optional")
    post_excerpt_max_authors = option.Type(int, default=1)
    post_excerpt_max_categories = option.Type(int, default=5)
    post_excerpt_separator = option.Type(str, default="<!-- more -->")
    post_readtime = option.Type(bool, default=True)
    post_readtime_words_per_minute = option.Type(int, default=265)

    archive = option.Type(bool, default=True)
    archive_name = option.Type(str, default="blog.archive")
    archive_date_format = option.Type(str, default="yyyy")
    archive_url_date_format = option.Type(str, default="yyyy")
    archive_url_format = option.Type(str, default="archive/{date}")
    archive_pagination = option.Optional(option.Type(bool))
    archive_pagination_per_page = option.Optional(option.Type(int))
    archive_toc = option.Optional(option.Type(bool))

    categories = option.Type(bool, default=True)
    categories_name = option.Type(str, default="blog.categories")
    categories_url_format = option.Type(str, default="category/{slug}")
    categories_slugify = Function(default=slugify(case="lower"))
    categories_slugify_separator = option.Type(str, default="-")
    categories_sort_by = Function(default=by_name)
    categories_sort_reverse = option.Type(bool, default=False)
    categories_allowed = option.Type(list, default=[])
    categories_pagination = option.Optional(option.Type(bool))
    categories_pagination_per_page = option.Optional(option.Type(int))
    categories_toc = option.Optional(option.Type(bool))

    authors = option.Type(bool, default=True)
    authors_file = option.Type(str, default="{blog}/.authors.yml")
    authors_profiles = option.Type(bool, default=False)
    authors_profiles_name = option.Type(str, default="blog.authors")
    authors_profiles_url_format = option.Type(str, default="author/{slug}")
    authors_profiles_pagination = option.Optional(option.Type(bool))
    authors_profiles_pagination_per_page = option.Optional(option.Type(int))
    authors_profiles_toc = option.Optional(option.Type(bool))

    pagination = option.Type(bool, default=True)
    pagination_per_page = option.Type(int, default=10)
    pagination_url_format = option.Type(str, default="page/{page}")
    pagination_format = option.Type(str, default="~2~")
    pagination_if_single_page = option.Type(bool, default=False)
    pagination_keep_content = option.Type(bool, default=False)

    draft = option.Type(bool, default=False)
    draft_on_serve = option.Type(bool, default=True)
    draft_if_future_date = option.Type(bool, default=False)

    feeds = option.Type(bool, default=True)
    feeds_posts = option.Type(int, default=20)

    pagination_template = option.Deprecated(moved_to="pagination_format")


PREFIXES = {
    BlogPageKind.ARCHIVE: "archive",
    BlogPageKind.CATEGORY: "categories",
    BlogPageKind.AUTHOR: "authors_profiles",
}
"""Prefix of the options of each kind of list."""


def options_of(config: MultilingualBlogConfig, place: BlogPlace) -> BlogOptions:
    """The options in the form that the modules without MkDocs use."""
    return BlogOptions(
        slugs=Slugs(config.post_slugify, config.post_slugify_separator),
        category_slugs=Slugs(config.categories_slugify, config.categories_slugify_separator),
        sort_categories_by=config.categories_sort_by,
        place=place,
        post_date_format=config.post_date_format,
        post_url_format=config.post_url_format,
        post_url_date_format=config.post_url_date_format,
        post_url_max_categories=config.post_url_max_categories,
        separator=config.post_excerpt_separator,
        excerpt_max_authors=config.post_excerpt_max_authors,
        excerpt_max_categories=config.post_excerpt_max_categories,
        words_per_minute=config.post_readtime_words_per_minute if config.post_readtime else 0,
        has_archive=config.archive,
        archive_date_format=config.archive_date_format,
        archive_url_date_format=config.archive_url_date_format,
        archive_url_format=config.archive_url_format,
        has_categories=config.categories,
        category_url_format=config.categories_url_format,
        reverse_categories=config.categories_sort_reverse,
        has_authors=config.authors,
        has_profiles=config.authors_profiles,
        profile_url_format=config.authors_profiles_url_format,
        further_url_format=config.pagination_url_format,
        lists={kind: _list_options(kind, config) for kind in BlogPageKind if kind is not BlogPageKind.POST},
    )


def _list_options(kind: BlogPageKind, config: MultilingualBlogConfig) -> ListOptions:
    """Options of a kind of list where they are set, else those of the front page."""

    def own(name: str, default: Any) -> Any:
        value = config.get(f"{PREFIXES[kind]}_{name}") if kind in PREFIXES else None
        return default if value is None else value

    is_split = own("pagination", config.pagination)
    per_page = int(own("pagination_per_page", config.pagination_per_page))
    return ListOptions(per_page if is_split else 0, bool(own("toc", config.blog_toc)))
