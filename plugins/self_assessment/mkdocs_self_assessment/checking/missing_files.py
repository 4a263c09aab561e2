"""Links to files and headings that don't exist: one problem for each, with every place in all languages."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from mkdocs_foundation.reports.problems import Location, Problem, nearest
from mkdocs_foundation.site import Site

from ..problem_codes import ProblemCode
from ..reading.blocks import links
from ..reading.counts import named
from ..saying import say
from .alike import and_in, in_order, others, shown_places
from .crosslinks import target

_CUTOFF = 0.75
"""Similarity of two names from which on one may be meant by the other."""
_CUTOFF_OF_SEVERAL = 0.85
"""The same for a file that several texts link to, and that was rather deleted or renamed than misspelt in all."""


def gathered(
    problems: Iterable[Problem], bodies: Mapping[str, str], files: Collection[str], site: Site
) -> list[Problem]:
    """The problems, those of links to one missing file, or one missing heading, as one.

    `bodies` are the Markdown texts of all pages by path: their links to such a file are named too, which MkDocs would
    report one by one, as far as it gets. `files` are the paths of all files, generated ones too.
    """
    kept: list[Problem] = []
    files_of: dict[str, list[Problem]] = {}
    anchors_of: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        is_link = problem.code in (ProblemCode.BROKEN_LINK, ProblemCode.BROKEN_ANCHOR)
        reached = target(problem.location.path, problem.found) if is_link else None
        if reached is None:
            kept.append(problem)
        elif problem.code is ProblemCode.BROKEN_LINK:
            files_of.setdefault(site.key_of(reached[0]), []).append(problem)
        else:
            anchors_of.setdefault((site.key_of(reached[0]), reached[1]), []).append(problem)
    gone = [_missing(key, found, bodies, files, site) for key, found in files_of.items()]
    return [*kept, *gone, *(_anchor(found, site) for found in anchors_of.values())]


def counts_gathered(problems: Iterable[Problem], site: Site) -> list[Problem]:
    """The problems of numbers in texts, those of one self-assessment that isn't there as one."""
    by_id: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        by_id.setdefault((problem.message, named(problem)), []).append(problem)
    return [_of_one(in_order(found, site), site) for found in by_id.values()]


def _of_one(found: list[Problem], site: Site) -> Problem:
    first, *more = found
    if not more:
        return first
    also = others(first, {problem.location for problem in more})
    return replace(
        first,
        remedy=and_in(first.remedy, say("Its numbers are also in {files}.", files=shown_places(also, site))),
        also=also,
    )


def _missing(key: str, found: list[Problem], bodies: Mapping[str, str], files: Collection[str], site: Site) -> Problem:
    first = in_order(found, site)[0]
    places = {problem.location for problem in found} | set(_elsewhere(key, bodies, site))
    texts = {site.key_of(location.path) for location in places}
    near = _near(first, files, site, _CUTOFF if len(texts) == 1 else _CUTOFF_OF_SEVERAL)
    did_you_mean = say('Did you mean "{name}"?', name=near) if near else None
    if len(places) == 1:
        return replace(first, remedy=did_you_mean or first.remedy)
    return replace(
        first,
        message=say("{count} lines link to a file that doesn't exist.", count=len(places)),
        remedy=and_in(
            did_you_mean or say("Change or remove all of them."),
            say("They are in {files}.", files=shown_places(places, site)),
        ),
        also=others(first, places),
    )


def _anchor(found: list[Problem], site: Site) -> Problem:
    first, *more = in_order(found, site)
    if not more:
        return first
    also = others(first, {problem.location for problem in more})
    return replace(
        first,
        remedy=and_in(first.remedy, say("The same link is in {files}.", files=shown_places(also, site))),
        also=also,
    )


def _elsewhere(key: str, bodies: Mapping[str, str], site: Site) -> Iterable[Location]:
    """Every place that links to a file, in any language."""
    name = posixpath.basename(key)
    for uri, body in bodies.items():
        if posixpath.splitext(name)[0] not in body:
            continue
        for href, line in links(body, 1):
            reached = target(uri, href)
            if reached and site.key_of(reached[0]) == key:
                yield Location(uri, line)


def _near(problem: Problem, files: Collection[str], site: Site, cutoff: float) -> str | None:
    """The path, from the page with the link, of the file that was most likely meant: its name is nearly the same."""
    page = problem.location.path
    reached = target(page, problem.found)
    wanted, ending = posixpath.splitext(posixpath.basename(reached[0] if reached else problem.found))
    names: dict[str, str] = {}
    folder = posixpath.dirname(reached[0]) if reached else ""
    # Of two files of one name, that in the page's language, and in the folder that the link leads to.
    for path in sorted(
        files, key=lambda path: (site.locale_of(path) == site.locale_of(page), posixpath.dirname(path) == folder)
    ):
        stem, own_ending = posixpath.splitext(posixpath.basename(path))
        if own_ending == (ending or ".md") and site.locale_of(path) in (None, site.locale_of(page)):
            names[stem] = path
    name = nearest(wanted, names, cutoff)
    return posixpath.relpath(names[name], posixpath.dirname(page) or ".") if name else None
