"""What the core must know of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Fallback(Enum):
    """What readers of a language are shown in place of a page that isn't translated."""

    TEXT = "text"
    """The source language's text under a notice."""
    NOTICE = "notice"
    """A short page that says in which language it exists."""


@dataclass(frozen=True)
class Language:
    """One language of the site."""

    locale: str
    """Such as `nb`; also the name of its folder in the docs folder."""
    name: str
    """In the language itself."""
    fallback: Fallback = Fallback.TEXT
    """For pages that it lacks."""


@dataclass(frozen=True)
class Site:
    """What the core must know of a site."""

    languages: Mapping[str, Language]
    """By locale, the source language first."""
    url: str = ""
    """Address that the site is published at, with a slash at the end; "" where none is set."""
    docs_dir: str = "docs"
    """How the docs folder is called in messages."""
    blog: str | None = None
    """Folder of the blog within each language's folder, `None` for a site without one."""
    glossary: str = ""
    """Path of the glossary within each language's folder; "" for a site without one."""
    strings: Path | None = None
    """Folder of the site's own catalogues."""

    @property
    def source_locale(self) -> str:
        """The language that the others are translated from; it has no prefix in addresses."""
        return next(iter(self.languages))

    def locale_of(self, uri: str) -> str | None:
        """The language of a file below the docs folder, `None` for one that belongs to no language."""
        first = uri.split("/")[0]
        return first if first in self.languages and first != uri else None
