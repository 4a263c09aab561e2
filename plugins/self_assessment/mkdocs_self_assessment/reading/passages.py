"""Texts with a heading of their own that are shown with a result: the first step, and questions for a team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from mkdocs_foundation.problems import Location, Problem

from ..elements import Passage
from ..inline import guarded
from ..problem_codes import ProblemCode
from .blocks import Block
from .section import Section
from .statements import has_checkbox, shorten


@dataclass(frozen=True)
class _Form:
    """What a passage must look like."""

    code: ProblemCode
    """Code of every problem of such a passage."""
    name: str
    """Name in messages."""
    allowed: str
    """Its content, for messages."""
    owners: str
    """What may have one, for messages."""


_WHOLE = "the results of a dimension or of the whole"
_FORMS = {
    "first-step": _Form(
        ProblemCode.FIRST_STEP,
        "first step",
        "one paragraph, or a list of one item: the one thing to do this week",
        "a dimension, a style, a square or the whole",
    ),
    "questions": _Form(ProblemCode.QUESTIONS, "list of questions", "one list, a question in each item", _WHOLE),
}


def read_passage(
    name: str, section: Section, title: str, following: Sequence[Block], location: Location
) -> Iterator[Problem]:
    """Read what is under a heading, up to the next one, into its section; yields what is wrong with it."""
    form = _FORMS[name]
    blocks = [b for b in takewhile(lambda block: block.kind != "heading", following) if not b.is_empty]
    before = section.passages.get(name)
    found = f"{{.{name}}}"
    if name not in section.may_have:
        yield Problem(
            form.code,
            location,
            f"A {form.name} is where nothing is shown with a result.",
            f"{found} under {section.title or 'the title'}",
            f"{found} under {form.owners}",
            "Move it below the statements or result texts that it belongs to.",
        )
    elif before:
        yield Problem(
            form.code,
            location,
            f"There is a second {form.name} for one result.",
            f"{found} here and in line {before.location.line}",
            f"one {form.name} for each result",
            "Keep one of the two.",
        )
    elif (markdown := _content(name, blocks)) is None:
        yield Problem(
            form.code,
            location,
            f"The {form.name} can't be read.",
            _described(blocks),
            form.allowed,
            "Write only that below the heading, and anything else elsewhere.",
        )
    else:
        section.passages[name] = Passage(title, markdown, location)


def _content(name: str, blocks: Sequence[Block]) -> str | None:
    if len(blocks) != 1 or any(has_checkbox(entry) for entry in blocks[0].items):
        return None
    (block,) = blocks
    if name == "questions":
        return block.text if block.kind == "list" else None
    if block.kind == "list" and len(block.items) == 1:
        return guarded(block.items[0].markdown)
    return block.text if block.kind == "other" else None


def _described(blocks: Sequence[Block]) -> str:
    if not blocks:
        return "nothing below the heading"
    if any(has_checkbox(entry) for block in blocks for entry in block.items):
        return "statements"
    first, *more = blocks
    if first.kind == "list" and not more:
        return f"a list of {len(first.items)} items"
    return shorten(first.text) + (f" and {len(more)} more" if more else "")
