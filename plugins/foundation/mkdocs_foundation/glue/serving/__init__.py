"""`mkdocs serve`: what an edit touches is built beside the site, its language first, and mistakes show in the browser.

Points of contact with MkDocs, all public: `on_startup`, `on_serve`, `on_build_error` and `on_shutdown`; of the server
`builder`, `root`, `mount_path`, `get_app` and `set_app`; `site_dir`, set at `on_config`. MkDocs goes on watching the
files and asking for builds.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ... import background
from .. import static_i18n
from . import staging, startup
from .built_language import BuiltLanguage
from .hooks import ServedPlugin, is_on

__all__ = ["BuiltLanguage", "ServedPlugin", "begin_build", "end_language"]

_MOST = 2000
"""Pages of a site, in all languages, up to which all are kept: together they take half a megabyte a page or more."""


def begin_build(config: MkDocsConfig) -> None:
    """A build of the site or of a language begins; called at `on_config` by one of the plugins."""
    if not is_on(config):
        startup.end()
    elif static_i18n.is_first_build(config):
        startup.build(config)
        staging.enter(config)


def end_language(made: BuiltLanguage) -> None:
    """A language has been built: show it, if a server runs, and keep it for the next edits.

    Of a large site only the language in hand is kept.
    """
    current = staging.CURRENT.get()
    site = static_i18n.site(made.config)
    locale = static_i18n.current_locale(made.config, site)
    is_shown = current.show(Path(made.config.site_dir), locale) if current else startup.is_under_way()
    if not is_shown or background.reason_against_copies():
        return
    from . import kept_language  # what serves is loaded where something is served
    from .build_process import LanguageKept

    is_large = len(made.files.documentation_pages()) * len(site.languages) > _MOST
    if is_large and (not current or locale != current.locale):
        return
    folder = current.site if current else startup.site_dir()
    if (address := kept_language.keep(made, locale, folder)) and current:
        current.tell(LanguageKept(locale, address, is_large))
