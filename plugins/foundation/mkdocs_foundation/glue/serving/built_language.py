"""What a build has made of a language, and single pages are made with."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from ...values import dataclass


@dataclass(frozen=True)
class BuiltLanguage:
    """What MkDocs has made of a language, and a page is made with."""

    config: MkDocsConfig
    """The settings."""
    files: Files
    """Its files."""
    nav: Navigation
    """Its menu."""
    env: Any
    """The templates."""
