"""Advice on a page whose text is in another language than its folder says, by the small words of each language."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import repeat
from pathlib import Path

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.locales import base_language
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say
from .lines import prose, seen

LEAST = 40
"""Words from which on the language of a text is told."""
_SHARE, _TIMES = 0.18, 3
"""Share of the other language's small words in the text, and how often it must be that of its own."""
_WORD = pattern(r"[^\W\d_]+")
_GONE = pattern(r"\]\([^()]*\)|<[^<>]*>|\{[^{}]*\}|https?://\S+")
_OF_GONE = ("](", "<", "{", "://")
"""One of these is in whatever that finds."""


def check(page: SourcePage, site_locales: Iterable[str]) -> Iterator[Problem]:
    """The problem of a text that is certainly in another language; languages that resemble each other aren't told."""
    own = base_language(page.locale)
    shares = _shares(page.body)
    if own not in shares or not shares:
        return
    other = max(shares, key=lambda language: shares[language])
    if shares[other] < _SHARE or shares[other] < _TIMES * shares[own]:
        return
    folder = next((locale for locale in site_locales if base_language(locale) == other), other)
    yield Problem(
        ProblemCode.TEXT_LANGUAGE,
        Location(page.uri, next((number for number, line in prose(page.body) if _WORD.search(line)), 1)),
        say("The text is in another language than the page."),
        verbatim(folder),
        verbatim(page.locale),
        say("Write the text in the language of the page, or move the file to the folder of its language."),
    )


def likely(body: str, site_locales: Iterable[str]) -> str | None:
    """The language of a site that a text is in, as far as its small words tell."""
    shares = _shares(body)
    own = {locale: shares.get(base_language(locale), 0.0) for locale in site_locales}
    first, *others = sorted(own, key=lambda locale: -own[locale]) or [""]
    is_told = own.get(first, 0.0) >= _SHARE and all(own[locale] < own[first] for locale in others)
    return first if is_told else None


@kept()
def _shares(body: str) -> Mapping[str, float]:
    """The share of each language's small words; nothing for a short text."""
    words = _WORD.findall("\n".join(seen(line, _GONE, _OF_GONE) for _, line in prose(body)))
    if len(words) < LEAST:
        return {}
    found = Counter(map(str.lower, words)).get
    return {language: sum(map(found, small, repeat(0))) / len(words) for language, small in _small_words().items()}


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    written = tomllib.loads((Path(__file__).parent / "stop_words.toml").read_text(encoding="utf-8"))
    return {language: frozenset(words.split()) for language, words in written.items()}
