"""The languages of the site, as the options of this plugin have them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from mkdocs_foundation.site import Site

from .. import words
from ..config import MultilingualConfig
from ..fallback.mode import Fallback

log = get_plugin_logger("multilingual")

THEMES = ("material", "materialx")
"""Material for MkDocs, and MaterialX, which continues it; names of their own plugins begin with it and a slash."""


def fallbacks(site: Site, options: MultilingualConfig) -> dict[str, Fallback]:
    """What readers of each language are shown in place of a missing translation."""
    return {locale: Fallback(options.fallback.get(locale, Fallback.TEXT.value)) for locale in site.languages}


def strings(options: MultilingualConfig) -> Path | None:
    """Folder of the site's own catalogues."""
    return Path(options.strings) if options.strings else None


def has_theme_plugin(config: MkDocsConfig, name: str) -> bool:
    """Whether a plugin of the theme is in use, such as `tags`."""
    return any(f"{theme}/{name}" in config.plugins for theme in THEMES)


def report_missing_words(site: Site, site_strings: Path | None) -> None:
    """Report, once before the first language, languages with missing words."""
    for locale in site.languages:
        missing = words.load(locale, site_strings)[1]
        if missing and not words.is_english(locale):
            log.info(
                f'{len(missing)} words are missing in the language "{locale}": readers see English ones, such as '
                f"`{missing[0]}`. The plugin has {', '.join(words.built_in_languages())}. For another, copy its "
                f"locales/en.toml to {locale}.toml in a folder of the site, translate it, and name the folder in the "
                "option `strings`."
            )
