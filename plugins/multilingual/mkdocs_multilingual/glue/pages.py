"""What all matters must agree on about a page: whose text it shows, its translations, and who may find it.

static-i18n gives each file `locale` (the language of its text) and `alternates` (the file that readers of each language
get). An alternate whose `locale` isn't its key only stands in: a fallback, or a blog's index for an untranslated post.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from ..library import Library


def is_fallback(file: File, locale: str) -> bool:
    """Whether readers of a language are shown another language's text here."""
    return str(getattr(file, "locale", None) or locale) != locale


def is_unlisted(page: Page) -> bool:
    """Whether its author keeps it from being found, by `robots: noindex` or `draft: true` at the top of the page."""
    return _keeps_out(page.meta)


def is_public(page: Page, locale: str) -> bool:
    """Whether sitemap, feeds, hreflang and search may name it as a page of this language."""
    return page.file.inclusion.is_included() and not is_fallback(page.file, locale) and not is_unlisted(page)


def translations(file: File) -> dict[str, File]:
    """The real translations of a page by locale, itself included: no fallbacks, no stand-ins, no drafts."""
    alternates: dict[str, File] = getattr(file, "alternates", None) or {}
    return {
        locale: alternate
        for locale, alternate in alternates.items()
        if getattr(alternate, "locale", None) == locale and alternate.inclusion.is_included()
    }


def address(site_url: str, file: File) -> str:
    """Absolute address of a page; `site_url` ends with a slash."""
    return site_url + ("" if file.url in (".", "./") else file.url)


def base_path(site_url: str) -> str:
    """Path that the site is published at, such as `/` or `/servicekompas/`."""
    return urlsplit(site_url).path.rstrip("/") + "/"


def key_of(file: File, locale: str) -> str:
    """Path of a page below its language's folder: what pairs translations."""
    return str(getattr(file, "norm_src_uri", None) or file.src_uri.removeprefix(f"{locale}/"))


def findable_translations(file: File, library: Library) -> dict[str, File]:
    """The real translations that search engines may be told of, by locale; those of other languages aren't read yet."""
    found = translations(file)
    for locale, translation in list(found.items()):
        source = library.page(locale, key_of(translation, locale))
        if source and _keeps_out(source.matter.values):
            del found[locale]
    return found


def _keeps_out(settings: Mapping[str, Any]) -> bool:
    return "noindex" in str(settings.get("robots") or "").lower() or settings.get("draft") is True
