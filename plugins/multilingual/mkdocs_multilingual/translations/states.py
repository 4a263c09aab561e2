"""The state of every translation of a site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from mkdocs_foundation.pages import SourcePage, SourcePages
from mkdocs_foundation.problems import Location, Problem, suggest
from mkdocs_foundation.site import Site

from ..problem_codes import ProblemCode
from .fingerprint import LENGTH, fingerprint

_HASH = re.compile(rf"[0-9a-f]{{{LENGTH}}}")
_REMEDY = "Run `servicekompas mark-current {file}` once the translation has been compared with its source."


class State(Enum):
    """The state of a page in relation to its source."""

    CURRENT = "current"
    """Made from, or compared with, the source as it is."""
    OUTDATED = "outdated"
    """The source has changed since."""
    UNKNOWN = "unknown"
    """There is no record of the text that it was made from."""
    MISSING = "missing"
    """The source isn't translated."""
    LOCAL_ONLY = "local-only"
    """The page exists in this language alone, or is no translation of the source language's."""


@dataclass(frozen=True)
class Record:
    """The record of the text that a translation was made from."""

    source: str
    """Locale of that text."""
    hash: str
    """Fingerprint of the source at that time."""


@dataclass(frozen=True)
class Translation:
    """One page in one language, which isn't the source language."""

    key: str
    """Path without the language."""
    locale: str
    """The language."""
    uri: str
    """Path below the docs folder, of a missing page too."""
    state: State
    """State of the translation."""
    source: SourcePage | None = None
    """Source page, of a missing translation too."""
    record: Record | None = None
    """Record in its settings."""


def record_of(page: SourcePage, site: Site) -> tuple[Record | None, list[Problem]]:
    """The record in a page's settings, `None` where there is none or it can't be used."""
    written = page.matter.values.get("translation")
    if written is None:
        return None, []
    others = [locale for locale in site.languages if locale != page.locale]
    allowed = f'`source: {others[0]}` and `hash: "{"0" * LENGTH}"`, the hash in quotation marks'
    remedy = _REMEDY.format(file=f"{site.docs_dir}/{page.uri}")

    def problem(message: str, found: object, line: int, do: str = remedy) -> tuple[None, list[Problem]]:
        where = Location(page.uri, line)
        return None, [Problem(ProblemCode.TRANSLATION_RECORD, where, message, f"{found}", allowed, do)]

    line = page.matter.line("translation")
    if not isinstance(written, dict) or set(written) != {"source", "hash"}:
        return problem("The record of the translation's source can't be read.", written, line)
    source, digest = written["source"], written["hash"]
    if source not in others:
        do = suggest(str(source), others, f"Write one of: {', '.join(others)}.")
        at = page.matter.line("translation", "source")
        return problem("The translation's source is no other language of this site.", source, at, do)
    if not isinstance(digest, str) or not _HASH.fullmatch(digest):
        at = page.matter.line("translation", "hash")
        return problem(f"The hash of the translation's source isn't {LENGTH} digits in quotes.", digest, at)
    return Record(source, digest), []


def states(library: SourcePages, site: Site) -> tuple[list[Translation], list[Problem]]:
    """Every page in every language but the source language, sorted by page and by the order of the languages.

    Drafts are left out, in any language: they aren't ready to be translated, and the status page is public.
    """
    found: list[Translation] = []
    problems: list[Problem] = []
    for key in library.keys:
        original = _finished(library.page(site.source_locale, key))
        for locale in list(site.languages)[1:]:
            page = _finished(library.page(locale, key))
            if page is None:
                if original and not library.page(locale, key) and original.matter.values.get("translated") is not True:
                    found.append(Translation(key, locale, site.uri(locale, key), State.MISSING, original))
                continue
            record, wrong = record_of(page, site)
            problems += wrong
            source = library.page(record.source, key) if record else original
            found.append(Translation(key, locale, page.uri, _state(record, source), source, record))
    return found, problems


def _finished(page: SourcePage | None) -> SourcePage | None:
    return None if page and page.matter.values.get("draft") is True else page


def _state(record: Record | None, source: SourcePage | None) -> State:
    if source is None:
        return State.LOCAL_ONLY
    if record is None:
        return State.UNKNOWN
    return State.CURRENT if fingerprint(source.matter, source.body) == record.hash else State.OUTDATED
