"""Whether something says of each item which dimensions it counts in: its heading, its braces, or the original."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_foundation.reports.problems import Problem

from ..elements import Item, Part
from ..model import Questionnaire
from ..problem_codes import ProblemCode
from ..reading.statements import shorten
from ..saying import say


def homeless(q: Questionnaire, original: Questionnaire | None = None) -> Iterator[Problem]:
    """Items that count nowhere; one problem for each heading. In a translation the original says where they count."""
    headed = {d.id for d in original.dimensions} if original else set()
    sections = {item.id: item.section for item in original.items} if original else {}
    for part in q.parts:
        items = q.shown_in(part.id)
        lacking = [item for item in items if item.is_homeless]
        if original:
            lacking = [item for item in lacking if sections.get(item.id) in headed]
        if part.title and lacking and len(lacking) == len(items):
            yield _no_id(part)
        elif lacking and not original:
            yield _outside(lacking[0])


def _outside(item: Item) -> Problem:
    return Problem(
        ProblemCode.OUTSIDE_DIMENSION,
        item.location,
        say("A statement is under no dimension's heading and names no dimension."),
        shorten(item.text),
        say("statements under a dimension's heading or with dimension=…, or no dimensions at all"),
        say(
            "Move it below the heading of its dimension, or write dimension=… with that dimension's id into its braces."
        ),
    )


def _no_id(part: Part) -> Problem:
    return Problem(
        ProblemCode.MISSING_ID,
        part.location,
        say('The dimension "{part}" has no id.', part=part.title),
        say("no id"),
        say("a short English name in lower case, the same in every language, such as {#trust}"),
        say(
            "Give it one, such as {#trust}; or dimension=… to each statement, if they belong to "
            "several dimensions. Saved answers hang on ids: don't change them later."
        ),
    )
