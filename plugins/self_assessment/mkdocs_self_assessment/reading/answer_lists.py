"""Answers written as a list below their question: how to recognize and report them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.problems import Location, Problem

from ..problem_codes import ProblemCode
from ..saying import say
from . import attributes
from .blocks import Block, ListItem, outline
from .scales import begins_with_number
from .section import Section
from .statements import has_checkbox, no_box, quoted, shorten, without_box
from .unread_lines import misread_statements

OF_STATEMENTS = frozenset({ProblemCode.MISSING_ID, ProblemCode.TICKED, ProblemCode.CHECKBOX})
"""What is wrong with an answer only if it is taken for a statement."""
_QUESTION = pattern(r"[?？؟;]\W*$")
"""Matches the end of a question in any script."""


def asked(block: Block, section: Section) -> str | None:
    """The question that a list of boxes without ids gives answers to; `None` if it is a list of statements."""
    if len(block.items) < 2 or any(attributes.split(entry.text)[1] != attributes.Attributes() for entry in block.items):
        return None
    above = [*section.prose[-1:], *section.lead[-1:], section.title]
    return next((text.strip("#*_ \n") for text in above if is_question(text)), None)


def is_question(text: str) -> bool:
    """Whether a text ends as a question does."""
    return bool(_QUESTION.search(text.rstrip()))


def answers_of(block: Block) -> list[str]:
    """The words of the entries of a list, without boxes and braces."""
    return [attributes.split(without_box(entry.text))[0] for entry in block.items]


def nested(entry: ListItem, location: Location) -> Problem | None:
    """The problem of a list directly inside a statement: an indented statement, or answers; `None` if there is none."""
    inside = outline(entry.rest)
    boxed = [block for block in inside if block.kind == "list" and any(has_checkbox(e) for e in block.items)]
    first = next((block for block in (*boxed, *inside[:1]) if block.kind == "list"), None)
    message = say("A statement is indented, which makes it a part of the one above.")
    if first is None:
        lines = [text for block in inside if block.kind == "other" for _, text in misread_statements(block)]
        return no_box(message, quoted(lines[0]), location) if lines else None
    own = next((e for e in first.items if attributes.split(e.text)[1].ids), None)
    if own:
        return no_box(message, quoted(f"- {own.text}"), location)
    return options(without_box(attributes.split(entry.text)[0]), answers_of(first), location)


def options(question: str, answers: Sequence[str], location: Location) -> Problem:
    """The problem of a question whose answers are written as a list."""
    if not all(map(begins_with_number, answers)):
        answers = [f"{number} {answer}" for number, answer in enumerate(answers, start=1)]
    scale = " | ".join(map(shorten, answers[:3]))
    more = " | …" if len(answers) > 3 else ""
    return Problem(
        ProblemCode.OPTIONS,
        location,
        say("The answers to a question are written as a list."),
        say("{question} with {count} answers", question=shorten(question), count=len(answers)),
        say("one line for each question, with its answers as its scale, the lowest number first"),
        say(
            'Write "- [ ] {question} {#id scale="{scale}{more}"}" and so for every question.',
            question=shorten(question),
            scale=scale,
            more=more,
        ),
    )
