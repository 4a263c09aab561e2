"""The files of the blog that aren't pages, and the options that the checks of all languages use."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from mkdocs.structure.files import File

from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage

from ...blog import paths, posts
from ...blog.checks import BlogFiles, data_files
from ...blog.options import BlogOptions
from ...blog.post_settings import settings_of
from ...blog.posts import Drafts
from ...blog.rules import BlogRules, plain_address, shown_title
from .config import MultilingualBlogConfig


def rules(config: MultilingualBlogConfig, options: BlogOptions, site: Site, directories: bool) -> BlogRules:
    """The options that the checks use; `directories`: MkDocs' `use_directory_urls`."""
    return BlogRules(
        place=options.place,
        authors=options.has_authors,
        categories=options.has_categories,
        allowed_categories=tuple(config.categories_allowed),
        separator=options.separator,
        excerpt_required=config.post_excerpt == "required",
        address=lambda page, slug: _address(page, slug, options, site, directories),
    )


def read(rules: BlogRules, site: Site, docs: Path) -> BlogFiles:
    """The authors and categories of each language that has such files."""
    uris = data_files(rules.place, site)
    found = {uri: path.read_bytes() for uri in uris if (path := docs / uri).is_file()}
    return BlogFiles(rules, found)


def former_path(page: SourcePage, slug: str, options: BlogOptions) -> str:
    """The path that decides a former address of a post."""
    settings = settings_of(page)
    assert settings is not None
    return paths.of_post(page.key, shown_title(page), settings, options, page.locale, slug)


def _address(page: SourcePage, slug: str | None, options: BlogOptions, site: Site, directories: bool) -> str:
    """Address of a post, or the one it would have with another slug."""
    post = posts.read(page, options, Drafts(shown=True))
    if post is None:
        return plain_address(page, slug)
    path = former_path(page, slug, options) if slug else post.path
    url = File(path, None, "", directories).url
    return f"/{site.address_prefix(page.locale)}{unquote(url)}"
