"""The adapter to mkdocs-static-i18n: the only module that reads or writes its attributes.

static-i18n builds one language after the other in one process. Each file of a build gets `locale` (the language of its
text), `localization`, `locale_alternate_of` (the language whose readers get it), `norm_src_uri` (the path without the
language) and `alternates` (the file that readers of each language get). An alternate whose `locale` isn't its key only
replaces a missing translation. On a site of one language, without static-i18n, every function returns what holds there.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from copy import copy
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section

from ..output.web_addresses import Bases, base
from ..reports.message import say, shown
from ..reports.problems import Location
from ..site import Language, Site, Structure, one_language
from ..sources.site_config import shown_docs_dir

PLUGIN = "i18n"
"""Name of the plugin in `mkdocs.yml`."""
USED_ATTRIBUTES = (
    "building",
    "build_languages",
    "current_language",
    "default_language",
    "extra_alternate",
    "i18n_files_per_language",
    "original_configs",
    "reconfigure_material_theme",
)
"""Attributes of static-i18n's plugin object that this module reads."""
USED_OPTIONS = ("docs_structure", "fallback_to_default", "languages", "reconfigure_material")
"""Options of static-i18n that this module reads."""
FILE_ATTRIBUTES = ("alternates", "locale", "locale_alternate_of", "localization", "norm_src_uri")
"""Attributes of files of static-i18n: read here, and set on files that plugins add."""

_clean_directory = utils.clean_directory
_KEPT = "_foundation_build"
_ORIGIN = "_foundation_origin"


def is_used(config: MkDocsConfig) -> bool:
    """Whether the site has static-i18n."""
    return PLUGIN in config.plugins


def missing_attributes(plugin: Any) -> list[str]:
    """Attributes that this module uses and the installed static-i18n doesn't have; empty where the version fits."""
    return [
        *(name for name in USED_ATTRIBUTES if not hasattr(plugin, name)),
        *(f"config.{name}" for name in USED_OPTIONS if name not in plugin.config),
    ]


def site(config: MkDocsConfig) -> Site:
    """The languages of the site, without those that aren't built. Raises `PluginError` for an unknown static-i18n."""
    url = config.site_url or ""
    docs_dir = shown_docs_dir(Path(config.docs_dir), Path(config.config_file_path or "").parent)
    plugin = config.plugins.get(PLUGIN)
    if plugin is None:
        locale = str(config.theme.get("language") or config.theme.get("locale") or "en")
        return one_language(locale, docs_dir, url)
    if missing := missing_attributes(plugin):
        raise PluginError(
            shown(
                say(
                    "This version of mkdocs-static-i18n no longer has {names}. Install the version that the plugin was "
                    "tested with: mkdocs-static-i18n 1.3.",
                    names=", ".join(missing),
                )
            )
        )
    options: Any = plugin.config
    entries = sorted((e for e in options.languages if e.build), key=lambda e: not e.default)
    languages = {entry.locale: Language(entry.locale, entry.name or entry.locale) for entry in entries}
    return Site(languages, Structure(options.docs_structure), docs_dir, url, bool(options.fallback_to_default))


def named_locales(config: MkDocsConfig, site: Site) -> list[str]:
    """The languages that the settings name, those that aren't built included."""
    plugin: Any = config.plugins.get(PLUGIN)
    return [entry.locale for entry in plugin.config.languages] if plugin else list(site.languages)


def bases(config: MkDocsConfig, site: Site) -> Bases:
    """The address of the site for each language, when every plugin and hook has had its say, in the first build.

    static-i18n has replaced that of the whole site where the first language has one of its own.
    """
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin is None:
        return Bases({site.source_locale: base(config.site_url)})
    common = base(plugin.original_configs.get("site_url", config.site_url))
    own = {entry.locale: base(entry.site_url) for entry in plugin.config.languages}
    return Bases({locale: own.get(locale) or common for locale in site.languages})


def current_locale(config: MkDocsConfig, site: Site) -> str:
    """The current locale: the language of the current build."""
    plugin: Any = config.plugins.get(PLUGIN)
    return str((plugin.current_language if plugin else None) or site.source_locale)


def is_first_build(config: MkDocsConfig) -> bool:
    """Whether no language has been built yet: the first build calls those of the other languages from its end."""
    plugin: Any = config.plugins.get(PLUGIN)
    return plugin is None or not plugin.building


def begin() -> None:
    """Before the first language: undo what static-i18n leaves behind where an error ended a later language.

    It replaces `mkdocs.utils.clean_directory`, and `mkdocs serve` would never again remove old files.
    """
    utils.clean_directory = _clean_directory


def reset_switcher(config: MkDocsConfig) -> None:
    """Point the language switcher to the front pages: static-i18n leaves it with the links of the previous page."""
    if is_used(config):
        vars(config.extra).pop("alternate", None)


def has_own_switcher(config: MkDocsConfig) -> bool:
    """Whether the site has written the links of the language switcher itself, in `extra.alternate`."""
    plugin: Any = config.plugins.get(PLUGIN)
    return plugin is None or not plugin.extra_alternate


def menu_words(config: MkDocsConfig, locale: str) -> frozenset[str]:
    """The titles of the menu that the site gives in a language, by `nav_translations`."""
    plugin: Any = config.plugins.get(PLUGIN)
    entries = plugin.config.languages if plugin else []
    found = next((entry.nav_translations for entry in entries if entry.locale == locale), None)
    return frozenset(map(str, (found or {}).values()))


def set_theme_language(config: MkDocsConfig, site: Site, themes: Collection[str]) -> None:
    """Set language and switcher of themes that continue Material: static-i18n does so by the name `material` only."""
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin and config.theme.name in themes and plugin.config.reconfigure_material:
        plugin.reconfigure_material_theme(config, current_locale(config, site))


def name_language_folders(nav: Navigation, config: MkDocsConfig, site: Site) -> Navigation:
    """Name the sections of language folders as static-i18n looks for them: MkDocs calls that of `pt-BR` `pt BR`."""
    if site.structure is Structure.FOLDER and is_used(config) and config.nav is None:
        names = {utils.dirname_to_title(locale): locale.capitalize() for locale in site.languages}
        for item in nav.items:
            if isinstance(item, Section) and item.title in names:
                item.title = names[item.title]
    return nav


def text_locale(file: File, otherwise: str) -> str:
    """The language of a file's text."""
    return str(getattr(file, "locale", None) or otherwise)


def set_text_locale(file: File, locale: str) -> None:
    """Set what `text_locale` returns."""
    vars(file)["locale"] = locale


def reader_locale(file: File) -> str | None:
    """The language whose readers get the file; `None` where static-i18n doesn't know it."""
    return getattr(file, "locale_alternate_of", None)


def key(file: File, site: Site) -> str:
    """The path of a file without its language, which pairs translations."""
    return str(getattr(file, "norm_src_uri", None) or site.key_of(file.src_uri))


def is_localized(file: File) -> bool:
    """Whether static-i18n, or `localize`, has given the file its languages."""
    return hasattr(file, "locale")


def is_fallback(file: File, locale: str) -> bool:
    """Whether readers of a language are shown another language's text here."""
    return text_locale(file, locale) != locale


def alternates(file: File) -> Mapping[str, File]:
    """The file that readers of each language get, by locale; empty on a site of one language."""
    return getattr(file, "alternates", None) or {}


def set_alternates(file: File, versions: Mapping[str, File]) -> None:
    """Set what `alternates` returns."""
    vars(file)["alternates"] = dict(versions)


def stand_in(file: File, locale: str) -> File:
    """A copy of a file for another language's `alternates`, with the locale of the page that it replaces."""
    found = copy(file)
    set_text_locale(found, locale)
    return found


def localize(file: File, locale: str, site: Site, config: MkDocsConfig, reader: str | None = None) -> None:
    """Give a file that a plugin adds the attributes and the address that static-i18n gives to those it reads.

    `locale` is the language of its text, `reader` the language whose readers get it, by default the same.
    """
    reader = reader or locale
    plain = File(site.key_of(file.src_uri), None, config.site_dir, config.use_directory_urls)
    file.name = plain.name  # without a suffix for the language: MkDocs knows a folder's own page by it
    move(file, f"{site.address_prefix(reader)}{plain.dest_uri}", config)
    localize_at(file, locale, site, reader)


def localize_at(file: File, locale: str, site: Site, reader: str | None = None, key: str | None = None) -> None:
    """The same for a file whose address is right already; `key` is by default that of its path."""
    reader = reader or locale
    vars(file).update(
        locale=locale,
        localization=locale,
        locale_alternate_of=reader,
        norm_src_uri=key or site.key_of(file.src_uri),
        alternates={reader: file},
    )


def localize_all(files: Files, site: Site) -> None:
    """Give every page of a site of one language what static-i18n, which it doesn't have, would give it."""
    if site.structure is Structure.SINGLE:
        for file in files.documentation_pages():
            if not is_localized(file):
                localize_at(file, site.source_locale, site)


def move(file: File, dest_uri: str, config: MkDocsConfig) -> None:
    """Publish a file at another path of the built site."""
    moved = File(file.src_uri, None, config.site_dir, config.use_directory_urls, dest_uri=dest_uri)
    file.dest_uri, file.url, file.abs_dest_path = dest_uri, moved.url, moved.abs_dest_path


def build_locales(config: MkDocsConfig, site: Site) -> list[str]:
    """The languages that are built, in their order."""
    plugin: Any = config.plugins.get(PLUGIN)
    return [str(locale) for locale in plugin.build_languages] if plugin else [site.source_locale]


def build_language(config: MkDocsConfig, locale: str, site_dir: str) -> None:
    """Build a language as static-i18n does after the first, into a folder; for a process that builds only this one."""
    plugin: Any = config.plugins[PLUGIN]
    plugin.building, plugin.current_language = True, locale
    utils.clean_directory = lambda directory: None
    log = logging.getLogger(build.__module__)
    log.addFilter(lambda record: not str(record.msg).startswith(("Building documentation", "Documentation built in")))
    config.site_dir = site_dir
    build(config)


def set_others_built(config: MkDocsConfig, are_built: bool) -> None:
    """Whether static-i18n, which builds the other languages at the end of the first build, is to find them built."""
    plugin: Any = config.plugins[PLUGIN]
    plugin.building = are_built


def add_page(files: Files, file: File, locale: str, config: MkDocsConfig) -> None:
    """Add a localized page to the files of a language, for static-i18n's sitemap too."""
    files.append(file)
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin:
        plugin.i18n_files_per_language[locale].append(file)


def origin(file: File) -> Location | None:
    """Path of the author's file that a generated page is made from."""
    return getattr(file, _ORIGIN, None)


def set_origin(file: File, location: Location) -> None:
    """Set what `origin` returns."""
    vars(file)[_ORIGIN] = location


def register_pages(files: Files, locale: str, config: MkDocsConfig) -> None:
    """Register the pages of a language, added ones too, with static-i18n, whose sitemap lists them."""
    plugin: Any = config.plugins.get(PLUGIN)
    if plugin:
        plugin.i18n_files_per_language[locale] = files.documentation_pages()


def kept_build(config: MkDocsConfig) -> object:
    """What `keep_build` has stored on this configuration, which lives as long as one build of all languages."""
    return vars(config).get(_KEPT)


def keep_build(config: MkDocsConfig, build: object) -> None:
    """Store the state of the build on the configuration, which all plugins share."""
    vars(config)[_KEPT] = build
