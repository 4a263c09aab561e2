"""Search: which pages go into the index, the button in every header, and the files that a site publishes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.site import Site
from mkdocs_foundation.titles import plain

from ..page_html import into_header
from ..rendering import Renderers
from ..search.documents import Entry, SearchKind, kind_of
from ..search.indexing import Index, IndexingError
from ..topics import membership
from .assets import ASSETS_URI, script_uri
from .blog.pages import is_list
from .languages import has_theme_plugin
from .pages import base_path, is_fallback, is_public
from .state import Build

MARKER = "<!-- multilingual:search -->"
"""Marker in a site's own header for the position of the button."""
OVERVIEWS = (f"{membership.FOLDER}/index.md", "articles/index.md", "blog/index.md")
"""Targets of the link without JavaScript: the first of these that the language has, else its front page."""

_LANG = re.compile(r'<html\b[^>]*\blang="([^"]+)"', re.IGNORECASE)


class Search:
    """The search of one build of all languages."""

    def __init__(self, config: MkDocsConfig, site: Site, renderers: Renderers) -> None:
        """Begin without pages. Raises `PluginError` where the site can't have this search."""
        if "search" in config.plugins or has_theme_plugin(config, "search"):
            raise PluginError(
                "multilingual: `search: true` replaces the plugin `search`, which mixes the languages.\n"
                "    do:      remove `search` from `plugins` in mkdocs.yml."
            )
        try:
            self._index = Index()
        except IndexingError as error:
            raise PluginError(f"multilingual: {error}") from error
        self._site = site
        self._renderers = renderers
        self._html_lang = {locale: locale for locale in site.languages}
        self._texts: dict[str, str] = {}
        self._without_button: dict[str, None] = {}

    def hold(self, page: Page) -> None:
        """Keep the text of a page until it is finished, before other modules add lists and links."""
        self._texts[page.file.dest_uri] = page.content or ""

    def take(self, output: str, page: Page, build: Build) -> None:
        """Put a finished page into the index, if it is a page of the language."""
        locale = build.locale
        text = self._texts.pop(page.file.dest_uri, "")
        lang = _LANG.search(output)
        if lang:
            self._html_lang[locale] = lang[1].lower()
        if not is_public(page, locale) or _is_kept_out(page):
            return
        entry = Entry(
            path=page.file.dest_uri,
            lang=self._html_lang[locale],
            title=str(page.meta.get("title") or page.title or ""),
            html=text,
            description=str(page.meta.get("description") or ""),
            kind=_kind(page, build),
            topics=tuple(_topic(id, build) for id in membership.topics_of(page.meta.get("topics"))),
        )
        self._index.add(entry)

    def with_button(self, output: str, url: str | None, build: Build) -> str:
        """The page with a button for the search in its header; `url` is its own, `None` where it can be at any."""
        locale, files = build.locale, build.files

        def address(target: str) -> str:
            return base_path(build.site_url) + target if url is None else get_relative_url(target, url)

        candidates = (files.get_file_from_path(build.site.uri(locale, uri)) for uri in (*OVERVIEWS, "index.md"))
        page = next((file for file in candidates if file and not is_fallback(file, locale)), None)
        button = build.renderer.render(
            "search/button.html",
            script=address(script_uri("search")),
            overview=address(page.url if page else "."),
            locale=locale,
        )
        found = into_header(output, button, MARKER)
        if found is None:
            self._without_button[url if url is not None else "404.html"] = None
        return found if found is not None else output

    def write(self, config: MkDocsConfig) -> list[str]:
        """Write the index and the words after the last language; returns warnings. Raises `PluginError`."""
        folder = Path(config.site_dir, ASSETS_URI)
        try:
            self._index.write(folder / "pagefind", keep_index_html=not config.use_directory_urls)
        except IndexingError as error:
            raise PluginError(f"multilingual: {error}") from error
        for locale in self._site.languages:
            render = self._renderers(locale)
            data = {
                "pages": self._index.pages[self._html_lang[locale]],
                "html": render.render("search/dialog.html"),
                "words": render.t.table("search"),
                "lang": render.t.lang,
            }
            text = json.dumps(data, ensure_ascii=False, sort_keys=True)
            (folder / "search" / f"{locale}.json").write_text(text, encoding="utf-8")
        if not self._without_button:
            return []
        first, count = next(iter(self._without_button)), len(self._without_button)
        return [
            f"{count} pages have no header to put the search button in, such as {first}.\n"
            f"    do:      write `{MARKER}` into your own header template, where the button belongs."
        ]


def _kind(page: Page, build: Build) -> SearchKind | None:
    name = build.language.kind_of(page).name
    key = static_i18n.key(page.file, build.site)
    return kind_of(key, is_post=name == "post", is_assessment=name == "self-assessment")


def _topic(id: str, build: Build) -> str:
    """Name of a topic in a language: the title of its hub, or its id in words."""
    hub = build.files.get_file_from_path(build.site.uri(build.locale, f"{membership.FOLDER}/{id}.md"))
    if hub is None or hub.page is None or is_fallback(hub, build.locale):
        return id.replace("-", " ").capitalize()
    return plain(hub.page.title or "")


def _is_kept_out(page: Page) -> bool:
    """Lists of the blog, and pages excluded by Material's settings."""
    own: Any = page.meta.get("search")
    excluded = isinstance(own, dict) and bool(own.get("exclude"))
    return excluded or is_list(page)
