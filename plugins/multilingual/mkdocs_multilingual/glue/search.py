"""Search: which pages go into the index, the button in every header, and the files that a site publishes."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.site import Site
from mkdocs_foundation.templates.titles import plain
from mkdocs_foundation.values import dataclass

from ..editorial.rules import matches
from ..page_html import into_header
from ..rendering import Renderers
from ..saying import say
from ..search.documents import Entry, SearchKind, kind_of
from ..search.indexing import Index, Part
from ..search.running import Document, IndexingError
from ..topics import membership
from .assets import ASSETS_URI, dialog_style, script_uri
from .blog.pages import is_list
from .languages import has_theme_plugin
from .pages import base_path, is_fallback, is_public
from .start_pages import Link, start_pages
from .state import Build

MARKER = "<!-- multilingual:search -->"
"""Marker in a site's own header for the position of the button."""
OVERVIEWS = (f"{membership.FOLDER}/index.md", "articles/index.md", "blog/index.md")
"""Targets of the link without JavaScript: the first of these that the language has, else its front page."""

KEPT = ".cache/search"
"""Folder of the indexes of the last build, from the folder of `mkdocs.yml`."""
LOW = 0.1
"""Weight of a page that comes last."""

_LANG = pattern(r'<html\b[^>]*\blang="([^"]+)"', re.IGNORECASE)


@dataclass(frozen=True)
class SearchPages:
    """What the search of a language needs of its pages: looked up once, since static-i18n goes through all for each."""

    overview: str
    """Address of the overview within the site."""
    topics: Mapping[str, str]
    """Name of each topic that has a hub."""


def search_pages(build: Build) -> SearchPages:
    """The pages of the current locale, when all have been read."""
    files = build.files.documentation_pages()
    own = {
        static_i18n.key(file, build.site): file
        for file in files
        if static_i18n.is_localized(file) and not is_fallback(file, build.locale)
    }
    page = next((own[key] for key in (*OVERVIEWS, "index.md") if key in own), None)
    topics = {
        hub: plain(file.page.title or "") for key, file in own.items() if file.page and (hub := membership.hub_of(key))
    }
    return SearchPages(page.url if page else ".", topics)


@dataclass(frozen=True)
class Found:
    """What the search keeps of a finished page."""

    html_lang: str
    """The language as the page names it; "" for a page that names none."""
    document: Document | None
    """The page in the index; `None` for one that isn't in it."""
    has_button: bool
    """Whether it has a place for the button."""


@dataclass(frozen=True)
class SearchState:
    """What the search keeps of a language's build, for the index and the words of all languages."""

    html_lang: str
    """The language as the pages name it."""
    starts: tuple[Link, ...]
    """Pages to begin with."""
    pages: int
    """How many pages are in the index."""
    part: Part | None
    """The index, whose files are in the folder of the built language; `None` without pages."""
    without_button: tuple[str, ...]
    """Pages without a place for the button."""


class Search:
    """The search of one build of all languages."""

    def __init__(
        self, config: MkDocsConfig, site: Site, renderers: Renderers, last: Collection[str], start: Collection[str]
    ) -> None:
        """Begin without pages; `last` and `start` are options. Raises `PluginError` where the site can't have it."""
        if "search" in config.plugins or has_theme_plugin(config, "search"):
            raise PluginError(
                shown(
                    say(
                        "multilingual: `search: true` replaces the plugin `search`, which mixes the languages.\n"
                        "    do:      remove `search` from `plugins` in mkdocs.yml."
                    )
                )
            )
        with _raising_plugin_errors():
            self._index = Index(Path(config.config_file_path or "").parent / KEPT)
        self._site = site
        self._renderers = renderers
        self._html_lang = {locale: locale for locale in site.languages}
        self._last = last
        self._start = start
        self._starts: dict[str, tuple[Link, ...]] = {}
        self._texts: dict[str, str] = {}
        self._without_button: dict[str, None] = {}
        self._buttons: dict[tuple[str, str, str], str] = {}

    def read(self, build: Build) -> SearchPages:
        """Look up the pages of the current locale, when all have been read."""
        self._starts[build.locale] = start_pages(build.locale, self._start, build)
        return search_pages(build)

    def hold(self, page: Page) -> None:
        """Keep the text of a page until it is finished, before other modules add lists and links."""
        self._texts[page.file.dest_uri] = page.content or ""

    def take(self, output: str, page: Page, build: Build, pages: SearchPages) -> Found:
        """Put a finished page, with its button, into the index, if it is a page of the language; what is kept of it."""
        locale = build.locale
        text = self._texts.pop(page.file.dest_uri, "")
        lang = _LANG.search(output)
        if lang:
            self._html_lang[locale] = lang[1].lower()
        made = None
        if is_public(page, locale) and not _is_kept_out(page):
            made = self._index.add(self._entry(text, page, build, pages), locale)
        return Found(lang[1].lower() if lang else "", made, page.url not in self._without_button)

    def find_again(self, found: Found, url: str, locale: str) -> None:
        """The same for a page that is taken again from an earlier build."""
        if found.html_lang:
            self._html_lang[locale] = found.html_lang
        if found.document:
            self._index.put(found.document, locale)
        if not found.has_button:
            self._without_button[url] = None

    def _entry(self, text: str, page: Page, build: Build, pages: SearchPages) -> Entry:
        return Entry(
            path=page.file.dest_uri,
            lang=self._html_lang[build.locale],
            title=str(page.meta.get("title") or page.title or ""),
            html=text,
            description=str(page.meta.get("description") or ""),
            kind=_kind(page, build),
            topics=tuple(
                pages.topics.get(id) or id.replace("-", " ").capitalize()
                for id in membership.topics_of(page.meta.get("topics"))
            ),
            weight=_weight(page, static_i18n.key(page.file, build.site), self._last),
        )

    def with_button(self, output: str, url: str | None, build: Build, pages: SearchPages) -> str:
        """The page with a button for the search in its header; `url` is its own, `None` where it can be at any."""

        def address(target: str) -> str:
            return base_path(build.site_url) + target if url is None else get_relative_url(target, url)

        key = (build.locale, address(script_uri("search")), address(pages.overview))
        if (button := self._buttons.get(key)) is None:
            locale, script, overview = key
            button = build.renderer.render("search/button.html", script=script, overview=overview, locale=locale)
            self._buttons[key] = button
        found = into_header(output, button, MARKER)
        if found is None:
            self._without_button[url if url is not None else "404.html"] = None
        return found if found is not None else output

    def begin_index(self, locale: str, config: MkDocsConfig) -> None:
        """Begin to write the index of a language when its pages are built. Raises `PluginError`."""
        with _raising_plugin_errors():
            self._index.begin(_folder(config), locale, keep_index_html=not config.use_directory_urls)

    def end_index(self) -> None:
        """Wait for the index that was begun. Raises `PluginError`."""
        with _raising_plugin_errors():
            self._index.end()

    def state(self, locale: str) -> SearchState:
        """What has been kept of the build of a language, which another process takes over with `take_over`.

        Raises `PluginError`.
        """
        lang = self._html_lang[locale]
        with _raising_plugin_errors():
            part = self._index.part(locale)
        starts, without_button = self._starts.get(locale, ()), tuple(self._without_button)
        return SearchState(lang, starts, self._index.pages[lang], part, without_button)

    def take_over(self, locale: str, state: SearchState) -> None:
        """Keep what another process has kept of the build of a language; its files are in the folder already."""
        self._html_lang[locale] = state.html_lang
        self._starts[locale] = state.starts
        self._index.pages[state.html_lang] = state.pages
        if state.part:
            self._index.take_over(locale, state.part)
        self._without_button |= dict.fromkeys(state.without_button)

    def stop(self) -> None:
        """End what runs, after an error."""
        self._index.stop()

    def write(self, config: MkDocsConfig) -> list[str]:
        """Finish the index and write the words after the last language; returns warnings. Raises `PluginError`."""
        with _raising_plugin_errors():
            self._index.write(_folder(config))
        folder = Path(config.site_dir, ASSETS_URI)
        style, content = dialog_style()
        Path(config.site_dir, style).write_text(content, encoding="utf-8")
        for locale in self._site.languages:
            render, lang = self._renderers(locale), self._html_lang[locale]
            start = [(link.title, link.url) for link in self._starts.get(locale, ())]
            data = {
                "pages": self._index.pages[lang],
                "html": render.render("search/dialog.html", start=start, style=style),
                "words": render.t.table("search"),
                "lang": render.t.lang,
            }
            text = json.dumps(data, ensure_ascii=False, sort_keys=True)
            (folder / "search" / f"{locale}.json").write_text(text, encoding="utf-8")
            words = self._index.vocabularies.get(lang, "")
            (folder / "search" / f"{locale}.vocabulary.txt").write_text(words, encoding="utf-8")
        if not self._without_button:
            return []
        first, count = next(iter(self._without_button)), len(self._without_button)
        return [
            f"{count} pages have no header to put the search button in, such as {first}.\n"
            f"    do:      write `{MARKER}` into your own header template, where the button belongs."
        ]


def _folder(config: MkDocsConfig) -> Path:
    return Path(config.site_dir, ASSETS_URI, "pagefind")


@contextmanager
def _raising_plugin_errors() -> Iterator[None]:
    try:
        yield
    except IndexingError as error:
        raise PluginError(f"multilingual: {error}") from error


def _kind(page: Page, build: Build) -> SearchKind | None:
    name = build.language.kind_of(page).name
    key = static_i18n.key(page.file, build.site)
    return kind_of(key, page.meta, is_post=name == "post", is_assessment=name == "self-assessment")


def _weight(page: Page, key: str, last: Collection[str]) -> float:
    """What the text of a page counts: as its setting `search: {boost: …}` says, which is Material's, else the site."""
    own: Any = page.meta.get("search")
    boost = own.get("boost") if isinstance(own, dict) else None
    if isinstance(boost, (int, float)):
        return min(1, max(float(boost), LOW / 10))
    return LOW if any(matches(pattern, key) for pattern in last) else 1


def _is_kept_out(page: Page) -> bool:
    """Lists of the blog, and pages excluded by Material's settings."""
    own: Any = page.meta.get("search")
    excluded = isinstance(own, dict) and bool(own.get("exclude"))
    return excluded or is_list(page)
