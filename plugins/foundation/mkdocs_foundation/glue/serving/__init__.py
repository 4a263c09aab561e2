"""`mkdocs serve`: what an edit touches is built beside the site, its language first, and mistakes show in the browser.

Points of contact with MkDocs, all public: `on_startup`, `on_serve`, `on_build_error` and `on_shutdown`; of the server
`builder`, `root`, `mount_path`, `get_app` and `set_app`; `site_dir`, set at `on_config`. MkDocs goes on watching the
files and asking for builds.
"""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from .. import static_i18n
from . import stage, starting
from .hooks import ServedPlugin

__all__ = ["ServedPlugin", "begin_build"]


def begin_build(config: MkDocsConfig) -> None:
    """A build of the site or of a language begins; called at `on_config` by one of the plugins."""
    if static_i18n.is_first_build(config):
        starting.build(config)
        stage.enter(config)
