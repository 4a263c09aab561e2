"""What MkDocs would say of the plugins' options, for the command line, kept from one run to the next."""

from __future__ import annotations

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.reports.message import Message
from mkdocs_foundation.sources.site_config import SiteConfig


def refusals(config: SiteConfig) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """Why a build refuses the options in `mkdocs.yml`, and what it warns of; nothing where MkDocs isn't installed."""
    try:
        return _refusals(config)
    except ImportError:
        return (), ()


@kept()
def _refusals(config: SiteConfig) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    from .glue import plugin_options  # which imports MkDocs

    return plugin_options.refusals(config)
