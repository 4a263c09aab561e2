"""Links for those who write: to files, to new ones that are begun, and what pages show of these at their foot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_foundation.glue import edit_links, static_i18n
from mkdocs_foundation.reports.editor_links import EditorLinks
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources import new_pages as kinds
from mkdocs_foundation.sources import site_config
from mkdocs_foundation.sources.new_pages import Kind, Wish
from mkdocs_foundation.sources.pages import SourcePage
from mkdocs_foundation.sources.site_config import SiteConfig

from .. import stubs
from ..page_html import at_content_end
from ..translations.states import State, Translation
from .assets import script_uri
from .state import Build

COMPONENT = "desk"
"""Component of the script and the style."""
NEW_PAGE = "new-page.md"
"""Name of a new file, which its author changes."""
_MOST_TEXT = 300_000
"""How long the texts of new translations are together at most on the status page."""


class Translating:
    """The addresses at which translations are written."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Take the settings of the site."""
        self._links = edit_links.of_site(config)
        self._left = _MOST_TEXT

    def address(self, translation: Translation) -> str:
        """The editor with a translation, or with a missing one that is begun; "" where the site has none."""
        if translation.state is not State.MISSING:
            return self._links.file(translation.uri)
        source = translation.source if self._left > 0 else None
        address = begun(self._links, translation.uri, source) if source else self._links.new(translation.uri)
        self._left -= len(address)
        return address


def begun(links: EditorLinks, uri: str, original: SourcePage) -> str:
    """The editor with a translation that is begun, at a path; "" where the site has no address for new files."""
    if not links.new(uri):
        return ""
    return links.new_from(uri, lambda longest: stubs.of_original(original, original.source.text, longest))


def new_pages(build: Build) -> list[dict[str, Any]]:
    """For each folder with several pages, the editor with a new one in each language; none without such addresses."""
    links = edit_links.of_site(build.config)
    if not links.new(NEW_PAGE):
        return []
    settings = site_config.read(Path(build.config.config_file_path))
    by_plugins = {locale: _begun_by_plugins(settings, build.site, locale) for locale in build.site.languages}

    def of_folder(folder: str) -> Iterator[tuple[str, str, str]]:
        for locale, language in build.site.languages.items():
            beside = stubs.siblings(build.library.in_language(locale), folder)
            text = stubs.of_folder(beside, locale, by_plugins[locale].get(folder, ""))
            yield locale, language.name, links.new(build.site.uri(locale, f"{folder}/{NEW_PAGE}"), text)

    folders = stubs.folders(build.library.in_language(build.site.source_locale))
    return [{"name": f"{folder}/", "links": [*of_folder(folder)]} for folder in folders]


def begun_by_plugins(build: Build) -> dict[str, str]:
    """The pages that plugins begin in the language of the build, by the path of the folder that they are for."""
    settings = site_config.read(Path(build.config.config_file_path))
    return _begun_by_plugins(settings, build.site, build.locale)


def _begun_by_plugins(config: SiteConfig, site: Site, locale: str) -> dict[str, str]:
    """The pages that plugins begin in a language, by the path of the folder that they are for."""
    found = {}
    for entry in kinds.of_plugins().values():
        kind: Kind = entry.load()
        if kind.plugin in config.plugins:
            answers = {"title": stubs.BLANK, "name": NEW_PAGE.removesuffix(".md")}
            page = kind.begin(Wish(config, locale, answers, is_compared=False))
            found[site.key_of(page.uri).rpartition("/")[0]] = page.text
    return found


def is_used(status_page: str, site: Site, config: MkDocsConfig) -> bool:
    """Whether the site has a status page, and an editor for new files; `status_page` is the option of that name."""
    return bool(status_page and len(site.languages) > 1 and edit_links.of_site(config).new(NEW_PAGE))


def with_foot(output: str, page: Page, status_page: str, build: Build) -> str:
    """A finished page that shows its part of the status page to who asks for it there; others load nothing."""
    config = build.config
    if not is_used(status_page, build.site, config):
        return output
    status = File(status_uri(status_page), None, config.site_dir, config.use_directory_urls)
    if page.url == status.url:
        return output
    script, address = (get_relative_url(url, page.url) for url in (script_uri(COMPONENT), status.url))
    key = static_i18n.key(page.file, build.site)
    ask = f'import("{script if script.startswith(".") else f"./{script}"}").then(d=>d.showFoot("{address}","{key}"))'
    return at_content_end(output, f'<script>try{{localStorage.getItem("ml-foot")&&{ask}}}catch{{}}</script>')


def status_uri(status_page: str) -> str:
    """Path of the status page below the docs folder, by the option of that name."""
    return f"{status_page.strip('/')}.md"
