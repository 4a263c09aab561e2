"""The state of the plugin: of the whole site from the first language to the last, and of the current locale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.glue.builds import SiteBuild
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.catalogue import CatalogueError
from mkdocs_foundation.values import dataclass

from ..addresses.address_book import AddressBook
from ..blog.checks import BlogFiles
from ..checking import Asked
from ..config import MultilingualConfig
from ..editorial import rules
from ..editorial.rules import Rules, RulesError
from ..fallback.mode import Fallback
from ..rendering import Renderers
from ..translations.states import Translation
from . import addresses, advice, desk, editor, languages, share_images, translation_state
from .fallback import Fallbacks
from .head import Head
from .offline import write_worker
from .search import Search, SearchPages
from .state import Build, Reading
from .topics import Topics

log = get_plugin_logger("multilingual")


@dataclass(frozen=True)
class Whole:
    """State from the first language to the last."""

    site: Site
    """The languages."""
    renderers: Renderers
    """The renderers of all languages."""
    fallbacks: Mapping[str, Fallback]
    """What readers of each language are shown in place of a missing translation."""
    rules: Rules
    """The editorial rules of the site."""
    head: Head
    """The heads of finished pages, and the entries of the sitemap."""
    search: Search | None
    """The search; `None` where the site has another or none."""
    offline: bool | None
    """Whether pages that were opened work without a network; `False` removes that, `None` leaves it alone."""
    glossary_page: str
    """Path of the glossary within a language's folder."""
    reading: Reading
    """Data of all languages."""

    def unused(self, options: MultilingualConfig, config: MkDocsConfig) -> set[str]:
        """The components that the site has no use for: their scripts and styles aren't published."""
        used = {
            "search": self.search is not None,
            "suggestion": options.suggestion,
            "desk": desk.is_used(options.status_page, self.site, config),
            "offline": bool(self.offline),
            "glossary": any(glossary.terms for glossary in self.reading.glossaries.values()),
        }
        return {name for name, is_used in used.items() if not is_used}

    menu: Mapping[str, int] = field(default_factory=dict)
    """The menu of the source language: the place of each page by its path without the language."""


def before_first_language(
    config: MkDocsConfig, options: MultilingualConfig, site: Site, is_served: bool = False
) -> Whole:
    """The state before the first language. Raises `PluginError` for options that can't be used.

    `is_served` tells whether the site is built for its authors, whose browsers are to keep no page.
    """
    strings = languages.strings(options)
    renderers = Renderers(strings)
    share_images.check(options.share_images)
    editor.check(options.editor, config)
    try:
        languages.report_missing_words(site, options, config)
        site_rules = rules.read(options.editorial)
    except (CatalogueError, RulesError) as error:
        raise PluginError(f"multilingual: {error}") from None
    search = Search(config, site, renderers, options.search_last, options.start_pages) if options.search else None
    fallbacks = languages.fallbacks(site, options, config)
    reading = Reading(AddressBook(site))
    offline = False if options.offline and is_served else options.offline
    head = Head(options.image)
    return Whole(site, renderers, fallbacks, site_rules, head, search, offline, options.glossary.page, reading)


def write_shared(whole: Whole, config: MkDocsConfig) -> None:
    """Write what all languages share, after the last has been built."""
    whole.head.write_sitemap(config, whole.site.source_locale)
    for warning in whole.search.write(config) if whole.search else []:
        log.warning(warning)
    if whole.offline is not None:
        write_worker(config, whole.site, whole.offline)


def asked(whole: Whole, build: SiteBuild, files: Files, config: MkDocsConfig) -> Asked:
    """What is checked of all languages."""
    blog, sizes = _blog(build.site, config), advice.sizes(files, build.checks)
    return Asked(build.pages, build.site, blog, whole.glossary_page, whole.rules, sizes)


def editor_files(whole: Whole, option: str, build: Build) -> list[File]:
    """The files of the editor in the browser, if there is one; `option` is the option `editor`."""
    if not option:
        return []
    found = editor.files(option, whole.rules, _blog(whole.site, build.config), build)
    if not found:
        log.info(shown(editor.without_place()))
    return found


def _blog(site: Site, config: MkDocsConfig) -> BlogFiles | None:
    plugin: Any = config.plugins.get("multilingual-blog")
    return plugin.files_to_check(config, site) if plugin else None


@dataclass(frozen=True)
class Current:
    """State of the build of the current locale."""

    build: Build
    """Site, files, words."""
    status: File | None = None
    """The page of the state of the translations; `None` in the other languages' builds."""
    fallbacks: Fallbacks | None = None
    """Pages that are missing in the language; set when the menu is built."""
    given_menu: Mapping[int, int] = field(default_factory=dict)
    """The place of each item in the menu that another plugin has ordered; empty where none has."""
    nav: Navigation | None = None
    """The menu, when it is complete."""
    env: Any = None
    """The templates; set when all pages have been read, as what follows."""
    topics: Topics | None = None
    """Lists of topics; set when all pages have been read."""
    search_pages: SearchPages | None = None
    """What the search needs of the pages; set when all have been read, `None` without a search."""

    @cached_property
    def outdated(self) -> Mapping[str, Translation]:
        """Translations whose pages have a notice, by path."""
        return translation_state.outdated(self.build)


def show_others(current: Current, build: Build, options: MultilingualConfig) -> Topics:
    """Make what shows other pages, when all have been read: pages without text, redirects, pictures; the lists.

    Each is in a file of its own, or it is noticed on which pages it is shown.
    """
    with page_reads.apart():
        if current.fallbacks:
            current.fallbacks.show()
        if current.status and current.status.page:
            translation_state.fill_status(current.status.page, build, options.guide)
        addresses.add_redirects(build)
        share_images.add(options.share_images, build)
        return Topics(build, options.related)
