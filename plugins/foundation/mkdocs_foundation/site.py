"""The languages of a site, and the one way from a file's path to its language and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from posixpath import basename, dirname, join, splitext
from typing import NamedTuple

_LOCALE = re.compile(r"[a-z]{2}(-[A-Za-z]{4})?(-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")
"""What static-i18n takes for a locale, whether the site has that language or not."""
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "syrc", "thaa"})


class Structure(Enum):
    """How the docs folder keeps its languages apart."""

    FOLDER = "folder"
    """A folder for each language: `sv/articles/trust.md`."""
    SUFFIX = "suffix"
    """A suffix for each language: `articles/trust.sv.md`; without one it is the source language."""
    SINGLE = "single"
    """One language, in no folder of its own."""


@dataclass(frozen=True)
class Language:
    """One language of a site."""

    locale: str
    """Such as `nb` or `en-GB`."""
    name: str = ""
    """What the language calls itself."""

    @property
    def base(self) -> str:
        """The language without script and country: "en" for `en-GB`."""
        return base_language(self.locale)

    @property
    def direction(self) -> str:
        """The direction of its writing, as HTML's `dir` has it: "ltr" or "rtl"."""
        return text_direction(self.locale)


class Located(NamedTuple):
    """What a file is, seen from its path."""

    locale: str
    """Its language."""
    key: str
    """Its path without the language, which all translations of a page share."""


@dataclass(frozen=True)
class Site:
    """The languages of a site and where their files are.

    Options of a single plugin don't belong here: they are passed beside it.
    """

    languages: Mapping[str, Language] = field(default_factory=dict)
    """By locale, the source language first."""
    structure: Structure = Structure.FOLDER
    """How the docs folder keeps them apart."""
    docs_dir: str = "docs"
    """What messages call the docs folder."""

    @classmethod
    def of(cls, *locales: str, structure: Structure = Structure.FOLDER, docs_dir: str = "docs") -> Site:
        """A site of these languages, the source language first."""
        return cls({locale: Language(locale, locale) for locale in locales}, structure, docs_dir)

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales, the source language's first."""
        return tuple(self.languages)

    @property
    def source_locale(self) -> str:
        """The language that the others are translated from; its addresses have no prefix."""
        return next(iter(self.languages))

    @property
    def folders(self) -> dict[str, str]:
        """The folder of each language with a slash at the end, "" where languages have no folders."""
        return {locale: self.folder(locale) for locale in self.languages}

    def folder(self, locale: str) -> str:
        """The folder of a language below the docs folder with a slash at the end, "" where it has none."""
        return f"{locale}/" if self.structure is Structure.FOLDER else ""

    def prefix(self, locale: str) -> str:
        """What begins the addresses of a language: "" for the source language, else such as `sv/`."""
        return "" if locale == self.source_locale else f"{locale}/"

    def locate(self, uri: str) -> Located | None:
        """Language and key of a file below the docs folder, `None` for one that belongs to no language."""
        if self.structure is Structure.FOLDER:
            first, slash, rest = uri.partition("/")
            return Located(first, rest) if slash and first in self.languages else None
        if self.structure is Structure.SINGLE:
            return Located(self.source_locale, uri)
        stem, extension = splitext(uri)
        rest, suffix = splitext(stem)
        locale = suffix.removeprefix(".")
        if locale in self.languages:
            return Located(locale, rest + extension)
        return None if _LOCALE.fullmatch(locale) else Located(self.source_locale, uri)

    def locale_of(self, uri: str) -> str | None:
        """The language of a file below the docs folder, `None` for one that belongs to no language."""
        located = self.locate(uri)
        return located.locale if located else None

    def uri(self, locale: str, key: str) -> str:
        """The path below the docs folder of a page in a language, whether it exists or not."""
        if self.structure is Structure.SUFFIX and locale != self.source_locale:
            stem, extension = splitext(key)
            return f"{stem}.{locale}{extension}"
        return self.folder(locale) + key

    def counterpart(self, uri: str, locale: str) -> str | None:
        """The path that a file has in another language, `None` for one that belongs to no language."""
        located = self.locate(uri)
        return self.uri(locale, located.key) if located else None

    def shown(self, uri: str) -> str:
        """A path below the docs folder as messages show it."""
        return join(self.docs_dir, uri)


INDEXES = ("index.md", "README.md")
"""What a folder's own page may be called."""


def is_index(key: str) -> bool:
    """Whether a page is its folder's own."""
    return basename(key) in INDEXES


def is_home(key: str) -> bool:
    """Whether a page is the front page of its language."""
    return is_index(key) and not dirname(key)


def base_language(locale: str) -> str:
    """A locale's language without script and country: "en" for `en-GB` and `en_GB`."""
    return re.split("[-_]", locale, maxsplit=1)[0].lower()


def text_direction(locale: str) -> str:
    """The direction of a language's writing, as HTML's `dir` has it: "ltr" or "rtl"."""
    base, *rest = re.split("[-_]", locale.lower())
    scripts = [part for part in rest if len(part) == 4]
    is_rtl = scripts[0] in _RIGHT_TO_LEFT_SCRIPTS if scripts else base in _RIGHT_TO_LEFT
    return "rtl" if is_rtl else "ltr"
