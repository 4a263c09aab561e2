"""What the plugin keeps: of the whole site from the first language to the last, and of the language under way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs.structure.files import File

from mkdocs_foundation.site import Site

from ..editorial.rules import Rules
from ..fallback.mode import Fallback
from ..rendering import Renderers
from .fallback import Fallbacks
from .head import Head
from .search import Search
from .state import Build, Reading
from .topics import Topics


@dataclass(frozen=True)
class Whole:
    """What lasts from the first language to the last."""

    site: Site
    """The languages."""
    renderers: Renderers
    """What makes HTML of each language."""
    fallbacks: Mapping[str, Fallback]
    """What readers of each language are shown in place of a missing translation."""
    rules: Rules
    """What the site asks of its texts."""
    head: Head
    """Finishes the heads of pages, and knows what belongs into the sitemap."""
    search: Search | None
    """The search; `None` where the site has another or none."""
    reading: Reading
    """What was read of all languages."""


@dataclass(frozen=True)
class Current:
    """What is known of the language under way."""

    build: Build
    """Site, files, words."""
    status: File | None = None
    """The page of the state of the translations; `None` in the other languages' builds."""
    fallbacks: Fallbacks | None = None
    """Pages that the language lacks; known when the menu is built."""
    topics: Topics | None = None
    """Lists of topics; known when all pages have been read."""
