"""What must hold for levels, in the source language and in a translation."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_foundation.problems import Problem

from ...problem_codes import ProblemCode
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
                f'The dimension "{dimension.id}" has {dimension.count or "no"} levels.',
                f"{dimension.count} lines such as {EXAMPLE}" if dimension.count else f"no line such as {EXAMPLE}",
                f"{FEWEST} to {MOST} levels, in a numbered list or a table, each with its name in bold",
                "Describe more levels." if few else "Join levels that readers could not distinguish.",
            )
        yield from _ids(dimension)


def no_dimensions(q: Maturity) -> Problem:
    """A questionnaire that asks nothing."""
    return Problem(
        ProblemCode.LEVELS,
        q.location,
        f'The self-assessment "{q.id}" has no dimensions.',
        "no heading such as ## Customers {#customers}",
        f"a heading with an id for each dimension, and its levels below: {EXAMPLE}",
        "Write the dimensions with their levels, or remove the assessment setting.",
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
                f'The dimension "{here.id}" doesn\'t have the levels of the original.',
                _levels(here),
                f"{_levels(there)}, as in {docs_dir}/{there.location}",
                "Translate each level of the original, in its order.",
            )


def _ids(dimension: LevelDimension) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for level in dimension.levels:
        if level.id in seen:
            yield Problem(
                ProblemCode.DUPLICATE_ID,
                level.location,
                f'Two levels have the same id "{level.id}".',
                f"#{level.id} here and in line {seen[level.id]}",
                "an id of its own for each level of a dimension, or none",
                "Give one of them another id, or remove both.",
            )
        seen.setdefault(level.id, level.location.line)


def _levels(dimension: LevelDimension) -> str:
    return f"{dimension.count} level{'' if dimension.count == 1 else 's'}"
