"""The languages as static-i18n has them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from .. import words
from ..config import MultilingualConfig
from ..site import Fallback, Language, Site

log = get_plugin_logger("multilingual")

THEMES = ("material", "materialx")
"""Material for MkDocs, and MaterialX, which continues it; plugins that they bring have this name before a slash."""

_clean_directory = utils.clean_directory


def describe(config: MkDocsConfig, options: MultilingualConfig) -> Site:
    """The site as the core must know it. Raises `PluginError` where static-i18n isn't set up for it."""
    i18n: Any = config.plugins.get("i18n")
    if i18n is None or i18n.config.docs_structure != "folder":
        raise PluginError("multilingual: needs the plugin i18n (mkdocs-static-i18n) with `docs_structure: folder`.")
    entries = sorted(
        (entry for entry in i18n.config.languages if entry.locale != "null"), key=lambda entry: not entry.default
    )
    languages = {
        entry.locale: Language(entry.locale, entry.name, Fallback(options.fallback.get(entry.locale, "text")))
        for entry in entries
    }
    root = Path(config.config_file_path or "").parent.resolve()
    docs_dir = Path(config.docs_dir).resolve()
    shown = docs_dir.relative_to(root).as_posix() if docs_dir.is_relative_to(root) else docs_dir.name
    blog: Any = config.plugins.get("multilingual-blog")
    strings = Path(options.strings) if options.strings else None
    folder = blog.folder if blog else None
    return Site(languages, config.site_url or "", shown, folder, options.glossary.page, strings)


def begin() -> None:
    """Before the first language: an error in a later one left static-i18n's stand-in, and `serve` would never clean."""
    utils.clean_directory = _clean_directory


def current(config: MkDocsConfig) -> str:
    """The locale of the build under way; static-i18n builds one language after the other."""
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language or i18n.default_language)


def has_theme_plugin(config: MkDocsConfig, name: str) -> bool:
    """Whether a plugin that the theme brings is in use, such as `tags`."""
    return any(f"{theme}/{name}" in config.plugins for theme in THEMES)


def set_theme_language(config: MkDocsConfig) -> None:
    """Set the language and the switcher of MaterialX: static-i18n does so for Material, which it knows by its name."""
    i18n: Any = config.plugins["i18n"]
    if config.theme.name in THEMES[1:] and i18n.config.reconfigure_material:
        i18n.reconfigure_material_theme(config, current(config))


def falls_back(config: MkDocsConfig) -> bool:
    """Whether the source language's page is shown where a translation is missing."""
    i18n: Any = config.plugins["i18n"]
    return bool(i18n.config.fallback_to_default)


def reset_switcher(config: MkDocsConfig) -> None:
    """Let the language switcher lead to the front pages: static-i18n leaves it with the links of the page before."""
    vars(config.extra).pop("alternate", None)


def tell_of_missing_words(site: Site) -> None:
    """Say once, before the first language, for which languages there are no words or not all."""
    for locale in site.languages:
        missing = words.load(locale, site.strings)[1]
        if missing and not words.is_english(locale):
            log.info(
                f'{len(missing)} words are missing in the language "{locale}": readers see English ones, such as '
                f"`{missing[0]}`. The plugin has {', '.join(words.built_in_languages())}. For another, copy its "
                f"locales/en.toml to {locale}.toml in a folder of the site, translate it, and name the folder in the "
                "option `strings`."
            )
