"""Advice on terms that a text writes in another way than the glossary: as one word, with a hyphen or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePages

from ..problem_codes import ProblemCode
from ..saying import say
from .terms import Glossary

SHORTEST = 6
"""Letters of a term from which on its parts are no other words that happen to follow each other."""
_PARTS = pattern(r"[\s‐‑-]+")
_GONE = pattern(r"`[^`]*`|\]\([^()]*\)|<[^<>]*>|\{[^{}]*\}|https?://\S+")
_OF_GONE = ("`", "](", "<", "{", "://")
"""One of these is in whatever that finds."""
_HYPHEN = pattern(r"[-‐‑](?<=[^\W\d_].)[^\W\d_]")
"""A hyphen between letters."""
_PLAIN = pattern("[\0-\u00b4\u00b6-\u012f\u2000-\u206f]*")
"""Letters of which nothing is the same without regard to capitals but what `lower` makes the same."""


def check(library: SourcePages, site: Site, glossaries: Mapping[str, Glossary], key: str) -> Iterator[Problem]:
    """The advice on the pages of each language that has a glossary, `key`."""
    for locale, glossary in glossaries.items():
        forms = tuple(sorted(form for form in glossary.terms if len(_PARTS.sub("", form)) >= SHORTEST))
        for page in library.in_language(locale) if forms else ():
            if page.key != key:
                for number, written, form in _found(page.body, forms):
                    yield Problem(
                        ProblemCode.TERM_SPELLING,
                        Location(page.uri, number),
                        say("The glossary spells the term in another way."),
                        verbatim(written),
                        say("{form}, as in {file}", form=form, file=site.shown(site.uri(locale, key))),
                        say("Write the term as the glossary does, or add this form to it."),
                    )


@kept()
def _found(body: str, forms: tuple[str, ...]) -> tuple[tuple[int, str, str], ...]:
    """Line, spelling and form of each term that is spelt otherwise; `forms` are in small letters."""
    known = {_PARTS.sub("", form): form for form in forms}
    written = {" ".join(form.split()) for form in forms}
    sought, several = _spellings(forms), _several(forms)
    lines = list(enumerate(body.split("\n"), start=1))
    if several is not None and _PLAIN.fullmatch(body):
        # Most texts have few of the terms, and most lines none.
        lowered = body.lower()
        several = [parts for parts in several if all(map(lowered.__contains__, parts))]
        likely = zip(lines, lowered.split("\n"), strict=True)
        lines = [place for place, line in likely if any(map(line.__contains__, "-‐‑")) or _has_one(line, several)]
    else:
        several = None
    found = []
    for number, line in lines:
        if any(map(line.__contains__, _OF_GONE)):
            line = _GONE.sub(lambda gone: " " * len(gone[0]), line)
        if several is not None and not _HYPHEN.search(line) and not _has_one(line.lower(), several):
            continue
        for match in sought.finditer(line):
            plain = re.sub("[‐‑]", "-", match[0].lower())
            form = known.get(_PARTS.sub("", plain))
            if form and plain not in written and _is_misspelt(plain, form):
                found.append((number, match[0], form))
    return tuple(found)


@lru_cache(maxsize=64)
def _spellings(forms: tuple[str, ...]) -> re.Pattern[str]:
    """All spellings of forms of several words, and any word with hyphens, which may be one of a form of one word."""
    several = [_PARTS.split(form) for form in sorted(forms, key=len, reverse=True) if _PARTS.search(form)]
    words = "|".join("[ ‐‑-]?".join(map(re.escape, parts)) for parts in several)
    hyphens = r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)+"
    return re.compile(rf"(?<![\w‐‑-])(?:{words + '|' if words else ''}{hyphens})(?![\w‐‑-])", re.IGNORECASE)


@lru_cache(maxsize=64)
def _several(forms: tuple[str, ...]) -> Sequence[Sequence[str]] | None:
    """The parts of the forms of several words; `None` where they have other letters than `_PLAIN` ones."""
    several = [_PARTS.split(form) for form in forms if _PARTS.search(form)]
    return several if all(map(_PLAIN.fullmatch, forms)) else None


def _has_one(line: str, several: Sequence[Sequence[str]]) -> bool:
    """Whether a line in small letters has all parts of one form."""
    return any(all(map(line.__contains__, parts)) for parts in several)


def _is_misspelt(written: str, form: str) -> bool:
    """Whether two spellings are those of one word: `hand over` is a verb, and `service-culture` may be an adjective."""
    if "-" in form:
        return True
    return " " not in written and (" " not in form or written.isalpha())
