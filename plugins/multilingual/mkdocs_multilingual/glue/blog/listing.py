"""The variables of the template of a list: the posts of the page, and the links to the list's other pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markdown.extensions.toc import slugify as default_slugify
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url
from paginate import Page as Pagination

from ...blog import excerpts
from ...blog.excerpts import Headings, Place
from ...blog.options import BlogOptions
from .config import MultilingualBlogConfig
from .pages import Excerpt, Post, View

Pager = Callable[[Mapping[str, Any]], str]


def shown_posts(view: View, options: BlogOptions, config: MkDocsConfig) -> list[Excerpt]:
    """The posts of one page of a list; their titles are added to its table of contents where that is wanted."""
    step = options.of(view.kind).per_page
    posts = view.posts[(view.number - 1) * step : view.number * step] if step else view.posts
    shown = [_excerpt(post, view, options, config) for post in posts]
    items = list(view.toc)
    if options.of(view.kind).has_toc and items:
        items[0].children.extend(excerpt.toc.items[0] for excerpt in shown)
    return shown


def pager(view: View, options: BlogOptions, blog: MultilingualBlogConfig) -> Pager | None:
    """Writes the links to the pages of a list; `None` for one that isn't split into pages."""
    step = options.of(view.kind).per_page
    if not step:
        return None
    pagination = Pagination(
        view.posts,
        page=view.number,
        items_per_page=step,
        url_maker=lambda number: get_relative_url(view.pages[number - 1].url, view.url),
    )

    def links(settings: Mapping[str, Any]) -> str:
        return str(
            pagination.pager(
                format=blog.pagination_format, show_if_single_page=blog.pagination_if_single_page, **settings
            )
        )

    return links


def _excerpt(post: Post, view: View, options: BlogOptions, config: MkDocsConfig) -> Excerpt:
    toc: dict[str, Any] = config.mdx_configs.get("toc") or {}
    headings = Headings(
        int(toc.get("baselevel") or 1),
        str(toc.get("permalink_class") or Headings.permalink_class),
        str(toc.get("anchorlink_class") or Headings.link_class),
    )
    titles = _titles(post, headings, toc)
    title = titles[0]
    place = Place(post.url, view.url, get_relative_url)
    html = excerpts.in_list(post.converted, title.title, title.id, place, headings)
    cut = excerpts.cut(html, options.separator)
    return Excerpt(
        post,
        cut.shown,
        cut.more,
        TableOfContents(titles),
        post.authors[: options.excerpt_max_authors],
        post.categories[: options.excerpt_max_categories],
    )


def _titles(post: Post, headings: Headings, toc: Mapping[str, Any]) -> list[AnchorLink]:
    """The headings of the highest level as entries of a table of contents, the title of the post first."""
    found = [
        AnchorLink(anchor.title, anchor.id, excerpts.LEVEL) for anchor in post.toc if anchor.level == headings.level
    ]
    if excerpts.has_title(post.converted, headings) and found:
        return found
    slugify = toc.get("slugify") or default_slugify
    text = Markup(post.title or "").striptags()
    id = slugify(text, str(toc.get("separator") or "-"))
    return [AnchorLink(str(escape(text)), id, excerpts.LEVEL), *found]
