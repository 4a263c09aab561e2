"""The one page that answers for every address that isn't found, in every language of the site."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ..library import Library
from ..rendering import Renderers
from ..site import Site
from .assets import ASSETS_URI
from .head import has_own
from .pages import base_path, key_of, translations

TEMPLATE = "404.html"
_CONTENT = re.compile(r'(<article\b[^>]*\bclass="md-content__inner[^>]*>)(.*?)(</article\s*>)', re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]*>.*?</title\s*>", re.DOTALL)
_OVERVIEW = re.compile(r"[^/]+/index\.md")


def in_every_language(
    output: str, files: Files, config: MkDocsConfig, site: Site, library: Library, renderers: Renderers
) -> str:
    """The page, from the build of the source language, whose menu and switcher it has.

    Unchanged where the site has a page of its own, or a theme without Material's place for content.
    """
    content = _CONTENT.search(output)
    if has_own(config, TEMPLATE) or not content:
        return output
    sections = [
        {
            "locale": renderers(locale).t.lang,
            "prefix": "" if locale == site.source_locale else f"{locale}/",
            "home": _home(locale, config, site),
            "links": _overviews(locale, files, site, library),
            "t": renderers(locale).t,
        }
        for locale in site.languages
        if locale == site.source_locale or renderers.speaks(locale)
    ]
    own = renderers(site.source_locale)
    text = own.render(
        "not-found.html",
        base=base_path(config.site_url or ""),
        site_name=config.site_name,
        sections=sections,
        script=f"{ASSETS_URI}/not_found/not_found.js",
    )
    output = f"{output[: content.end(1)]}\n{text}\n{output[content.start(3) :]}"
    title = f"<title>{escape(own.t('not_found.title'))} - {escape(config.site_name)}</title>"
    return _TITLE.sub(lambda _: title, output, count=1)


def _home(locale: str, config: MkDocsConfig, site: Site) -> str:
    suffix = "" if config.use_directory_urls else "index.html"
    return suffix if locale == site.source_locale else f"{locale}/{suffix}"


def _overviews(locale: str, files: Files, site: Site, library: Library) -> list[tuple[str, str]]:
    """The names and addresses of a language's sections: the index page of each folder."""
    found: list[tuple[str, str]] = []
    for file in files.documentation_pages():
        key = key_of(file, site.source_locale)
        target: Any = translations(file).get(locale)
        source = library.page(locale, key)
        if _OVERVIEW.fullmatch(key) and target and source:
            found.append((source.title, target.url))
    return found
