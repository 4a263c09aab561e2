"""Rules across pages: each page is linked, and no two have the same title or the same passage."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from zlib import crc32

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import any_of, verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say
from . import prose
from .rules import PageRules, matches

_WORD = pattern(r"\w+")
Pages = Mapping[str, tuple[SourcePage, PageRules]]
"""The pages of one language with their rules, by key."""


def unlinked(pages: Pages) -> Iterator[Problem]:
    """Pages that no text links to."""
    into: dict[str, set[str]] = {}
    for page, _ in pages.values():
        for target in linked(page):
            into.setdefault(target, set()).add(page.key)
    for page, rules in pages.values():
        sources = into.get(page.key, set()) - {page.key}
        if rules.linked_from and not any(matches(pattern, key) for key in sources for pattern in rules.linked_from):
            yield Problem(
                ProblemCode.UNLINKED_PAGE,
                Location(page.uri, next((number for number, _ in prose.body_lines(page)), 1)),
                say("No text links to this page: readers find it in lists only."),
                say("no link from {names}", names=any_of(rules.linked_from)),
                say("at least one"),
                say("Link to it where a reader would want to go on."),
            )


def same_titles(pages: Pages, docs_dir: str) -> Iterator[Problem]:
    """Pages with the same title as another."""
    first: dict[str, SourcePage] = {}
    for page, rules in pages.values():
        if not rules.unique_title:
            continue
        other = first.setdefault(page.title.casefold(), page)
        if other is not page:
            yield Problem(
                ProblemCode.TITLE_TWICE,
                Location(page.uri, page.matter.line("title")),
                say("Two pages have the same title: readers can't tell them apart in lists and in the search."),
                say('"{page}", as {place}', page=page.title, place=f"{docs_dir}/{other.uri}"),
                say("a title of its own"),
                say("Write a title that sets this page apart from the other one."),
            )


@kept()
def linked(page: SourcePage) -> frozenset[str]:
    """Keys of the pages that a text links to."""
    return frozenset(prose.links(page))


def repeated(pages: Pages, docs_dir: str) -> tuple[Problem, ...]:
    """Texts that share a run of words: one report for each line."""
    asked = ((page, rules.passages) for page, rules in pages.values() if rules.passages)
    return _repeated_in(tuple(asked), docs_dir)


@kept()
def _repeated_in(pages: tuple[tuple[SourcePage, int], ...], docs_dir: str) -> tuple[Problem, ...]:
    return tuple(_all_repeated(pages, docs_dir))


def _all_repeated(pages: Sequence[tuple[SourcePage, int]], docs_dir: str) -> Iterator[Problem]:
    first: dict[str, tuple[SourcePage, int]] = {}
    for page, length in _sharing(pages):
        own: dict[str, int] = {}
        for number, line in prose.lines(page, names=False):
            is_reported = False
            for passage in _in_line(line, length):
                if passage in first and not is_reported:
                    is_reported = True
                    yield _repeated(page, number, passage, first[passage], docs_dir)
                own.setdefault(passage, number)
        first |= {passage: (page, number) for passage, number in own.items() if passage not in first}


def _sharing(pages: Sequence[tuple[SourcePage, int]]) -> list[tuple[SourcePage, int]]:
    """The pages that seem to share a passage with another one: in nearly all texts there is none."""
    digests = [set(_digests(page, length)) for page, length in pages]
    known: set[int] = set()
    twice: set[int] = set()
    for own in digests:
        if not known.isdisjoint(own):
            twice |= known & own
        known |= own
    return [pages[at] for at, own in enumerate(digests) if not twice.isdisjoint(own)] if twice else []


@kept()
def _digests(page: SourcePage, length: int) -> array[int]:
    """A number for each passage of a text."""
    lines = prose.lines(page, names=False)
    return array("L", (number for _, line in lines for part in line.split("·") for number in _numbers(part, length)))


def _numbers(text: str, length: int) -> Iterator[int]:
    """The number of each of the `passages` of a text."""
    words = [word.encode() for word in _words(text)]
    if len(words) >= length:
        written, begins = b" ".join(words), [0, *accumulate(len(word) + 1 for word in words)]
        for begin, end in zip(begins, begins[length:], strict=False):
            yield crc32(written[begin : end - 1])


def _in_line(line: str, length: int) -> Iterator[str]:
    return (found for part in line.split("·") for found in passages(part, length))


def passages(text: str, length: int) -> list[str]:
    """Every run of `length` words, in order, in lower case and without punctuation."""
    words = _words(text)
    return [" ".join(words[n : n + length]) for n in range(len(words) - length + 1)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _repeated(page: SourcePage, line: int, passage: str, other: tuple[SourcePage, int], docs_dir: str) -> Problem:
    return Problem(
        ProblemCode.REPEATED_PASSAGE,
        Location(page.uri, line),
        say("The same words are in {place}.", place=f"{docs_dir}/{Location(other[0].uri, other[1])}"),
        verbatim(passage),
        say("a sentence of its own"),
        say("Rephrase it, or link to the other text."),
    )
