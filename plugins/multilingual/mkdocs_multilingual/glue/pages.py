"""Facts of a page that several modules use: the language of its text, its translations, whether it may be found.

An alternate whose locale isn't its key only replaces a missing translation: a fallback, or a blog's index for an
untranslated post.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.output.web_addresses import Bases
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePages
from mkdocs_foundation.templates.titles import plain


def is_fallback(file: File, locale: str) -> bool:
    """Whether readers of a language are shown another language's text here."""
    return static_i18n.is_fallback(file, locale)


def title_locale(page: Page, locale: str, config: MkDocsConfig) -> str:
    """The language of a page's title: that of its text, except where the menu names it in the readers' language."""
    named = {_letters(word) for word in static_i18n.menu_words(config, locale)}
    return locale if _letters(plain(str(page.title or ""))) in named else static_i18n.text_locale(page.file, locale)


def _letters(title: str) -> str:
    """A title without the form of its quotation marks, which typography changes."""
    return re.sub("[\"'‘’‚‛“”„«»‹›]", "'", title)


def is_unlisted(page: Page) -> bool:
    """Whether the page is kept from search engines: by `robots: noindex`, or as a draft of the blog.

    `draft: true` on any other page means nothing to MkDocs, which publishes it.
    """
    return _keeps_out(page.meta) or bool(getattr(page, "is_draft", False))


def is_public(page: Page, locale: str) -> bool:
    """Whether sitemap, feeds, hreflang and search may contain it as a page of this language."""
    return page.file.inclusion.is_included() and not is_fallback(page.file, locale) and not is_unlisted(page)


def translations(file: File) -> dict[str, File]:
    """The real translations of a page by locale, itself included: no fallbacks, no stand-ins, no drafts."""
    return {
        locale: alternate
        for locale, alternate in static_i18n.alternates(file).items()
        if static_i18n.text_locale(alternate, "") == locale and alternate.inclusion.is_included()
    }


def address(bases: Bases, file: File, locale: str) -> str:
    """Absolute address of a page; "" without `site_url`. `locale` is the language of readers who get it."""
    return bases.address(locale, file.url)


def home(locale: str, site: Site, directories: bool) -> str:
    """Address of a language's front page within the site."""
    return f"{site.address_prefix(locale)}{'' if directories else 'index.html'}"


def base_path(site_url: str) -> str:
    """Path that the site is published at, such as `/` or `/servicekompas/`."""
    return urlsplit(site_url).path.rstrip("/") + "/"


def findable_translations(file: File, library: SourcePages, site: Site) -> dict[str, File]:
    """The real translations for search engines, by locale; pages of later languages aren't read yet."""
    found = translations(file)
    for locale, translation in list(found.items()):
        source = library.page(locale, static_i18n.key(translation, site))
        if source and _keeps_out(source.matter.values):
            del found[locale]
    return found


def _keeps_out(settings: Mapping[str, Any]) -> bool:
    return "noindex" in str(settings.get("robots") or "").lower()
