"""What a site asks of its texts together: that something leads to each, and that none says what another says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mkdocs_foundation.pages import SourcePage
from mkdocs_foundation.problems import Location, Problem

from ..problem_codes import ProblemCode
from . import prose
from .rules import PageRules, matches

Pages = Mapping[str, tuple[SourcePage, PageRules]]
"""The pages of one language with what is asked of each, by key."""


def unlinked(pages: Pages) -> Iterator[Problem]:
    """Pages that no text leads to."""
    into: dict[str, set[str]] = {}
    for page, _ in pages.values():
        for target in prose.links(page):
            into.setdefault(target, set()).add(page.key)
    for page, rules in pages.values():
        sources = into.get(page.key, set()) - {page.key}
        if rules.linked_from and not any(matches(pattern, key) for key in sources for pattern in rules.linked_from):
            yield Problem(
                ProblemCode.UNLINKED_PAGE,
                Location(page.uri, next((number for number, _ in prose.body_lines(page)), 1)),
                "No text leads to this page: readers find it in lists only.",
                "no link from " + " or ".join(rules.linked_from),
                "at least one",
                "Link to it where a reader would want to go on.",
            )


def same_titles(pages: Pages, docs_dir: str) -> Iterator[Problem]:
    """Pages that are called as another one."""
    first: dict[str, SourcePage] = {}
    for page, rules in pages.values():
        if not rules.unique_title:
            continue
        other = first.setdefault(page.title.casefold(), page)
        if other is not page:
            yield Problem(
                ProblemCode.TITLE_TWICE,
                Location(page.uri, page.matter.line("title")),
                "Two pages have the same title: readers can't tell them apart in lists and in the search.",
                f'"{page.title}", as {docs_dir}/{other.uri}',
                "a title of its own",
                "Say in the title what this page is about and the other isn't.",
            )


def repeated(pages: Pages, docs_dir: str) -> Iterator[Problem]:
    """Texts that share a run of words: one report for each line."""
    first: dict[str, tuple[SourcePage, int]] = {}
    for page, rules in pages.values():
        if not rules.passages:
            continue
        own: dict[str, int] = {}
        for number, line in prose.lines(page, names=False):
            told = False
            for passage in (found for part in line.split("·") for found in passages(part, rules.passages)):
                if passage in first and not told:
                    told = True
                    yield _repeated(page, number, passage, first[passage], docs_dir)
                own.setdefault(passage, number)
        first |= {passage: (page, number) for passage, number in own.items() if passage not in first}


def passages(text: str, length: int) -> list[str]:
    """Every run of so many words, in order, without signs and capitals."""
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[n : n + length]) for n in range(len(words) - length + 1)]


def _repeated(page: SourcePage, line: int, passage: str, other: tuple[SourcePage, int], docs_dir: str) -> Problem:
    return Problem(
        ProblemCode.REPEATED_PASSAGE,
        Location(page.uri, line),
        f"{docs_dir}/{Location(other[0].uri, other[1])} says this in the same words.",
        passage,
        "a sentence of its own",
        "Say it in other words, or link to the other text.",
    )
