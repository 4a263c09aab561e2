"""Options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import config_options as option
from mkdocs.config.base import Config


class IncrementalConfig(Config):
    """Every option has a default that suits most sites."""

    enabled = option.Type(bool, default=True)
    """Whether anything is taken from the last build."""
    folder = option.Type(str, default=".cache/incremental")
    """Folder of what is kept, from the folder of `mkdocs.yml`."""
    safe = option.ListOfItems(option.Type(str), default=[])
    """Plugins, hooks and Markdown extensions whose work on a page depends on the page and the settings alone."""
    inputs = option.ListOfItems(option.Type(str), default=[])
    """Patterns of further files that pages depend on, from the folder of `mkdocs.yml`."""
