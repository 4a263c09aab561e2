"""The files of the blog that aren't pages, and the options that the checks of all languages use."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_foundation.pages import SourcePage

from ...blog import paths, posts
from ...blog.checks import BlogFiles
from ...blog.options import BlogOptions
from ...blog.post_settings import settings_of
from ...blog.posts import Drafts
from ...blog.rules import BlogRules, plain_address, shown_title
from .config import MultilingualBlogConfig


def rules(
    config: MultilingualBlogConfig, options: BlogOptions, site: MkDocsConfig, docs_dir: str, has_language_folders: bool
) -> BlogRules:
    """The options that the checks use; `docs_dir` is the name of the docs folder in messages."""
    return BlogRules(
        folder=options.folder,
        posts=options.posts_folder,
        authors_file=options.authors_file,
        authors=options.has_authors,
        categories=options.has_categories,
        allowed_categories=tuple(config.categories_allowed),
        separator=options.separator,
        excerpt_required=config.post_excerpt == "required",
        address=lambda page, slug: _address(page, slug, options, site, has_language_folders),
        docs_dir=docs_dir,
        has_language_folders=has_language_folders,
    )


def read(rules: BlogRules, locales: Iterable[str], config: MkDocsConfig) -> BlogFiles:
    """The authors and categories of each language that has such files."""
    names = (rules.authors_file, rules.categories_file)
    uris = [rules.uri(locale, name) for locale in locales for name in names]
    found = {uri: path.read_bytes() for uri in uris if (path := Path(config.docs_dir, uri)).is_file()}
    return BlogFiles(rules, found)


def former_path(page: SourcePage, slug: str, options: BlogOptions, prefix: str) -> str:
    """The path that decides a former address of a post."""
    settings = settings_of(page)
    assert settings is not None
    return paths.of_post(page.uri, shown_title(page), settings, options, prefix, page.locale, slug)


def _address(
    page: SourcePage, slug: str | None, options: BlogOptions, config: MkDocsConfig, has_language_folders: bool
) -> str:
    """Address of a post, or the one it would have with another slug; the source language has its folder here too."""
    prefix = f"{page.locale}/" if has_language_folders else ""
    post = posts.read(page, options, prefix, Drafts(shown=True))
    if post is None:
        return plain_address(page, slug)
    path = former_path(page, slug, options, prefix) if slug else post.path
    return f"/{unquote(File(path, None, config.site_dir, config.use_directory_urls).url)}"
