"""The site as authors see it: its languages, and how the path of a file names the language of its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import PurePosixPath

from .locales import base_language, direction
from .patterns import pattern
from .values import dataclass

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
_LOCALE = pattern(r"[a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")
"""Suffix that static-i18n takes for a language; it drops such a file where the site has no such language."""


class Structure(Enum):
    """Where a file's path has its language; the first two are static-i18n's `docs_structure`."""

    FOLDER = "folder"
    """In the first folder: `sv/articles/trust.md`."""
    SUFFIX = "suffix"
    """Before the ending: `articles/trust.sv.md`; a file without one is in the source language."""
    SINGLE = "single"
    """Nowhere: the site has one language."""


@dataclass(frozen=True)
class Language:
    """One language of the site."""

    locale: str
    """Locale, such as `nb` or `en-GB`."""
    name: str = ""
    """Name in the language itself; may be empty."""

    @property
    def base(self) -> str:
        """The language without script or country: `en` for `en-GB`."""
        return base_language(self.locale)

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, as HTML's attribute `dir` takes it."""
        return direction(self.locale)


@dataclass(frozen=True)
class Site:
    """Languages, folders and paths of a site with one or many languages."""

    languages: Mapping[str, Language]
    """By locale, the source language first."""
    structure: Structure = Structure.FOLDER
    """How a path names its language."""
    docs_dir: str = "docs"
    """Name of the docs folder in messages."""
    url: str = ""
    """Address that the site is published at, with a slash at the end; "" where none is set."""
    falls_back: bool = True
    """Whether readers are shown the source language's page where a translation is missing."""

    @property
    def _is_alone(self) -> bool:
        return len(self.languages) == 1

    @property
    def source_locale(self) -> str:
        """The language that the others are translated from."""
        return next(iter(self.languages))

    def locate(self, uri: str) -> tuple[str, str] | None:
        """Locale and key of a file; `None` for one that belongs to no language.

        The key is the path without the language, which pairs translations.
        """
        if self.structure is Structure.SINGLE:
            return self.source_locale, uri
        if self.structure is Structure.FOLDER:
            first, _, rest = uri.partition("/")
            if rest and first in self.languages:
                return first, rest
            # The one language of a site needs no folder: static-i18n takes files outside for the source language's.
            return (self.source_locale, uri) if self._is_alone and not _LOCALE.fullmatch(first) else None
        path = PurePosixPath(uri)
        name, dot, locale = path.stem.rpartition(".")
        if dot and locale in self.languages:
            return locale, str(path.with_name(f"{name}{path.suffix}"))
        return None if dot and _LOCALE.fullmatch(locale) else (self.source_locale, uri)

    def locale_of(self, uri: str) -> str | None:
        """The language of a file; `None` for one that belongs to no language."""
        found = self.locate(uri)
        return found[0] if found else None

    def key_of(self, uri: str) -> str:
        """The path of a file without its language; of one that belongs to no language, its path."""
        found = self.locate(uri)
        return found[1] if found else uri

    def uri(self, locale: str, key: str) -> str:
        """The path of a file by locale and key: the reverse of `locate`."""
        if self.structure is Structure.FOLDER:
            return f"{locale}/{key}"
        if self.structure is Structure.SINGLE or locale == self.source_locale:
            return key
        path = PurePosixPath(key)
        return str(path.with_name(f"{path.stem}.{locale}{path.suffix}"))

    def folder(self, locale: str) -> str:
        """The folder of a language with a slash at the end; "" where languages have no folders."""
        return f"{locale}/" if self.structure is Structure.FOLDER else ""

    def below(self, locale: str, folder: str) -> str:
        """The path of a folder within a language, without a slash at the end, for messages."""
        return f"{self.folder(locale)}{folder}".rstrip("/")

    def shown(self, uri: str) -> str:
        """A path below the docs folder as messages show it."""
        return f"{self.docs_dir}/{uri}"

    def data_files(self, locale: str, key: str) -> tuple[str, ...]:
        """Every path that a file with data of a language may have: its own first, then one for all languages."""
        shared = (key,) if self.structure is Structure.SUFFIX else ()
        return tuple(dict.fromkeys([*self.candidates(locale, key), *shared]))

    def destination(self, uri: str, directories: bool) -> str:
        """Where MkDocs, and static-i18n, publish a file in the built site, unless another plugin moves it.

        `directories` is MkDocs' `use_directory_urls`.
        """
        found = self.locate(uri)
        path = PurePosixPath(found[1] if found else uri)
        if path.suffix.lower() in _MARKDOWN:
            is_index = path.stem in ("index", "README")
            folder = path.parent if is_index or not directories else path.with_suffix("")
            path = folder / ("index.html" if is_index or directories else f"{path.stem}.html")
        return f"{self.address_prefix(found[0]) if found else ''}{path}"

    def candidates(self, locale: str, key: str) -> tuple[str, ...]:
        """Every path that the file of a locale and key may have, the usual one first."""
        usual = self.uri(locale, key)
        if self.structure is Structure.FOLDER and self._is_alone:
            return (usual, key)
        if self.structure is not Structure.SUFFIX or locale != self.source_locale:
            return (usual,)
        path = PurePosixPath(key)
        return (usual, str(path.with_name(f"{path.stem}.{locale}{path.suffix}")))

    def in_language(self, uri: str, locale: str) -> str:
        """The path that a translation of the file at `uri` has in another language."""
        return self.uri(locale, self.key_of(uri)) if self.locate(uri) else uri

    def address_prefix(self, locale: str) -> str:
        """First part of every address in a language, with a slash at the end; "" for the source language."""
        return "" if locale == self.source_locale else f"{locale}/"


def one_language(locale: str, docs_dir: str = "docs", url: str = "") -> Site:
    """A site of one language."""
    return Site({locale: Language(locale)}, Structure.SINGLE, docs_dir, url, falls_back=False)


def several(locales: Iterable[str], structure: Structure = Structure.FOLDER) -> Site:
    """A site of several languages with the defaults, the source language first."""
    return Site({locale: Language(locale) for locale in locales}, structure)
