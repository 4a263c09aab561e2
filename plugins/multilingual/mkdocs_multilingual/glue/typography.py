"""Typography of the language of the text, which on a fallback page isn't the current locale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.templates import TemplateContext

from mkdocs_foundation.glue import static_i18n

from ..typography.marks import set_html, set_text
from . import pages
from .state import Build


def set_page(html: str, page: Page, build: Build) -> str:
    """The page's content; its title, description and table of contents are changed in place."""
    locale = static_i18n.text_locale(page.file, build.locale)
    named_in = pages.title_locale(page, build.locale, build.config)
    if isinstance(page.title, str) and (title := set_html(page.title, named_in)) != page.title:
        page.title = title
    for name in ("title", "description"):
        if isinstance(written := page.meta.get(name), str):
            page.meta[name] = set_text(written, locale)
    _set_headings(page.toc, locale)
    return set_html(html, locale)


def set_excerpts(context: TemplateContext, page: Page, build: Build) -> None:
    """The excerpts of posts on a list of the blog, which come from HTML without typography."""
    given: Any = context
    if posts := given.get("posts"):
        locale = static_i18n.text_locale(page.file, build.locale)
        given["posts"] = [replace(post, content=set_html(post.content, locale)) for post in posts]


def _set_headings(headings: Iterable[AnchorLink], locale: str) -> None:
    for heading in headings:
        heading.title = set_html(heading.title, locale)
        _set_headings(heading.children, locale)
