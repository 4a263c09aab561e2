"""One mistake that several files have is one problem, with all its places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mkdocs_foundation.reports.message import Message, listed
from mkdocs_foundation.reports.problems import Code, Location, Problem
from mkdocs_foundation.site import Site

from ..problem_codes import ProblemCode
from ..saying import say

_OF_TRANSLATIONS: frozenset[Code] = frozenset(
    {
        ProblemCode.NO_SOURCE,
        ProblemCode.TRANSLATION_MISSING,
        ProblemCode.TRANSLATION_UNKNOWN,
        ProblemCode.TRANSLATION_SCORING,
        ProblemCode.TRANSLATION_BANDS,
        ProblemCode.TRANSLATION_CONDITIONS,
    }
)


def gathered(problems: Iterable[Problem], site: Site) -> list[Problem]:
    """The problems, those that the translations of one page have alike as one: their original was changed."""
    kept: list[Problem] = []
    groups: dict[tuple[object, ...], list[Problem]] = {}
    for problem in problems:
        if problem.code in _OF_TRANSLATIONS:
            alike = (problem.code, site.key_of(problem.location.path), problem.message, problem.found)
            groups.setdefault(alike, []).append(problem)
        else:
            kept.append(problem)
    return [*kept, *(found for group in groups.values() for found in _of_languages(group, site))]


def _of_languages(group: list[Problem], site: Site) -> list[Problem]:
    if len({problem.location.path for problem in group}) < len(group) or len(group) == 1:
        return group
    first, *more = in_order(group, site)
    also = others(first, {problem.location for problem in more})
    where = say("The same is in {files}.", files=shown_places(also, site))
    return [replace(first, remedy=and_in(first.remedy, where), also=also)]


def and_in(remedy: Message, where: Message) -> Message:
    """A remedy, with where else it is to be done."""
    return listed([remedy, where], " ")


def others(first: Problem, places: Iterable[Location]) -> tuple[Location, ...]:
    """The places but for that of the first problem."""
    return tuple(sorted({*places} - {first.location}))


def in_order(found: Iterable[Problem], site: Site) -> list[Problem]:
    """The problems by place, the source language first."""
    return sorted(found, key=lambda problem: _place(problem.location, site))


def _place(location: Location, site: Site) -> tuple[int, Location]:
    """The order of places: the source language first."""
    return list(site.languages).index(site.locale_of(location.path) or site.source_locale), location


def shown_places(places: Iterable[Location], site: Site) -> str:
    """Files with their lines: `docs/da/a.md:3, 5; docs/sv/a.md:3`."""
    lines: dict[str, list[str]] = {}
    for location in sorted(places, key=lambda location: _place(location, site)):
        lines.setdefault(location.path, []).append(f"{location.line}")
    return "; ".join(f"{site.shown(path)}:{', '.join(numbers)}" for path, numbers in lines.items())
