"""The state of the plugin: of the whole site from the first language to the last, and of the current locale."""

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
    """State from the first language to the last."""

    site: Site
    """The languages."""
    renderers: Renderers
    """The renderers of all languages."""
    fallbacks: Mapping[str, Fallback]
    """What readers of each language are shown in place of a missing translation."""
    rules: Rules
    """The editorial rules of the site."""
    head: Head
    """The heads of finished pages, and the entries of the sitemap."""
    search: Search | None
    """The search; `None` where the site has another or none."""
    reading: Reading
    """Data of all languages."""


@dataclass(frozen=True)
class Current:
    """State of the build of the current locale."""

    build: Build
    """Site, files, words."""
    status: File | None = None
    """The page of the state of the translations; `None` in the other languages' builds."""
    fallbacks: Fallbacks | None = None
    """Pages that are missing in the language; set when the menu is built."""
    topics: Topics | None = None
    """Lists of topics; set when all pages have been read."""
