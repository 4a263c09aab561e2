"""What must hold for levels, in the source language and in a translation."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_foundation.reports.message import Message
from mkdocs_foundation.reports.problems import Problem

from ...problem_codes import ProblemCode
from ...saying import say
from .model import FEWEST, MOST, LevelDimension, Maturity
from .reading import EXAMPLE


def check(q: Maturity) -> Iterator[Problem]:
    """Everything wrong with the levels of its dimensions."""
    for dimension in q.ladders:
        if not FEWEST <= dimension.count <= MOST:
            few = dimension.count < FEWEST
            yield Problem(
                ProblemCode.LEVELS,
                dimension.location,
                say(
                    'The dimension "{dimension}" has {count} levels.',
                    one='The dimension "{dimension}" has {count} level.',
                    dimension=dimension.id,
                    count=dimension.count,
                )
                if dimension.count
                else say('The dimension "{dimension}" has no levels.', dimension=dimension.id),
                say(
                    "{count} lines such as {example}",
                    one="{count} line such as {example}",
                    count=dimension.count,
                    example=EXAMPLE,
                )
                if dimension.count
                else say("no line such as {example}", example=EXAMPLE),
                say(
                    "{fewest} to {most} levels, in a numbered list or a table, each with its name in bold",
                    fewest=FEWEST,
                    most=MOST,
                ),
                (say("Describe more levels.") if few else say("Join levels that readers could not distinguish.")),
            )
        yield from _ids(dimension)


def no_dimensions(q: Maturity) -> Problem:
    """A questionnaire that asks nothing."""
    return Problem(
        ProblemCode.LEVELS,
        q.location,
        say('The self-assessment "{id}" has no dimensions.', id=q.id),
        say("no heading such as ## Customers {#customers}"),
        say("a heading with an id for each dimension, and its levels below: {example}", example=EXAMPLE),
        say("Write the dimensions with their levels, or remove the assessment setting."),
    )


def compare(source: Maturity, translation: Maturity, docs_dir: str) -> Iterator[Problem]:
    """Every dimension that has other levels in the translation."""
    ladders = {d.id: d for d in source.ladders}
    for here in translation.ladders:
        there = ladders.get(here.id)
        if there and there.count != here.count:
            yield Problem(
                ProblemCode.TRANSLATION_SCORING,
                here.location,
                say('The dimension "{here}" doesn\'t have the levels of the original.', here=here.id),
                _levels(here),
                say("{levels}, as in {place}", levels=_levels(there), place=f"{docs_dir}/{there.location}"),
                say("Translate each level of the original, in its order."),
            )


def _ids(dimension: LevelDimension) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for level in dimension.levels:
        if level.id in seen:
            yield Problem(
                ProblemCode.DUPLICATE_ID,
                level.location,
                say('The id "{id}" is there twice.', id=level.id),
                say("#{id} here and in line {line}", id=level.id, line=seen[level.id]),
                say("an id of its own for each level of a dimension, or none"),
                say("Give one of them another id, or remove both."),
            )
        seen.setdefault(level.id, level.location.line)


def _levels(dimension: LevelDimension) -> Message:
    return say("{count} levels", one="{count} level", count=dimension.count)
