"""What the core must know of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Site:
    """What the core must know of a site."""

    folders: Mapping[str, str]
    """Folder of each language with a slash at the end, "" for a site of one language; the source language first."""
    folder: str = "self-assessments"
    """Where the pages made of sections are put, within each language's folder."""
    docs_dir: str = "docs"
    """How the docs folder is called in messages."""
    strings: Path | None = None
    """Folder of the site's own catalogues."""

    @property
    def source_locale(self) -> str:
        """The language that structure and scoring live in."""
        return next(iter(self.folders))

    def locale_of(self, uri: str) -> str | None:
        """The language of a file, `None` for one that belongs to no language."""
        return next((locale for locale, folder in self.folders.items() if uri.startswith(folder)), None)
