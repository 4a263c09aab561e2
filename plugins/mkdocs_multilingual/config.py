"""Options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import config_options as option
from mkdocs.config.base import Config

from .site import Fallback


class MultilingualConfig(Config):
    """Every option has a default that suits a site whose languages are all read by the same people."""

    fallback = option.DictOfItems(option.Choice([f.value for f in Fallback]), default={})
    """By locale: `text` (the default) or `notice`."""
    figures = option.Type(str, default="assets/figures")
    """Folder below the docs folder of the drawings that speak every language."""
    strings = option.Optional(option.Dir(exists=True))
    """Folder of the site's own catalogues, laid over the plugin's."""
