"""The languages of the site, as the options of this plugin have them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from mkdocs_foundation.glue import builds, static_i18n
from mkdocs_foundation.reports.message import listed, of_machine, shown
from mkdocs_foundation.reports.message import words as words_of
from mkdocs_foundation.reports.problems import labelled
from mkdocs_foundation.site import Site

from .. import words
from ..config import MultilingualConfig
from ..fallback.mode import Fallback
from ..saying import say

log = get_plugin_logger("multilingual")

THEMES = ("material", "materialx")
"""Material for MkDocs, and MaterialX, which continues it; names of their own plugins begin with it and a slash."""


def fallbacks(site: Site, options: MultilingualConfig, config: MkDocsConfig) -> dict[str, Fallback]:
    """What readers of each language are shown in place of a missing translation; warns of unknown languages."""
    known = static_i18n.named_locales(config, site)
    if unknown := [locale for locale in options.fallback if locale not in known]:
        log.warning(
            "\n".join(
                [
                    shown(
                        say("`fallback` in mkdocs.yml names a language that the site doesn't have: it has no effect.")
                    ),
                    *labelled(
                        [
                            listed(unknown),
                            listed(known),
                            say("Write the locale as in the plugin i18n, or remove it from `fallback`."),
                        ],
                        words_of(of_machine()),
                    ),
                ]
            )
        )
    return {locale: Fallback(options.fallback.get(locale, Fallback.TEXT.value)) for locale in site.languages}


def strings(options: MultilingualConfig) -> Path | None:
    """Folder of the site's own catalogues."""
    return Path(options.strings) if options.strings else None


def has_theme_plugin(config: MkDocsConfig, name: str) -> bool:
    """Whether a plugin of the theme is in use, such as `tags`."""
    return any(f"{theme}/{name}" in config.plugins for theme in THEMES)


def report_missing_words(site: Site, options: MultilingualConfig, config: MkDocsConfig) -> None:
    """Report, once before the first language and in one line, the languages that lack words which the site uses."""
    unused = _unused_tables(site, options, config)
    found: dict[str, list[str]] = {}
    for locale in site.languages:
        missing = words.load(locale, strings(options))[1]
        used = [key for key in missing if key.split(".")[0] not in unused]
        if used and not words.is_english(locale):
            found[locale] = used
    if found:
        counts = listed(
            say("{number} in {locale}", number=len(missing), locale=locale) for locale, missing in found.items()
        )
        locale, missing = next(iter(found.items()))
        told = say(
            "Some words are missing, and readers see English ones: {counts}, such as `{word}`. Copy the "
            "plugin's locales/en.toml to {file} in a folder of the site, translate it, and name it in the "
            "option `strings`.",
            counts=counts,
            word=missing[0],
            file=f"{locale}.toml",
        )
        log.info(shown(told))


def tell_missing_address(config: MkDocsConfig) -> None:
    """Tell, once before the first language, what a site without an address doesn't get."""
    if not any(builds.begin(config).bases.by_locale.values()):
        log.info(shown(say("Without `site_url` pages have no absolute addresses: no canonical, hreflang and sitemap.")))


def _unused_tables(site: Site, options: MultilingualConfig, config: MkDocsConfig) -> set[str]:
    """The tables of words that nothing asks for on this site."""
    is_used = {
        "blog": "multilingual-blog" in config.plugins,
        "search": options.search,
        "status": bool(options.status_page),
        "suggestion": options.suggestion,
        "fallback": site.falls_back,
        "translation": len(site.languages) > 1,
    }
    return {name for name, used in is_used.items() if not used}
