"""Texts with a heading of their own that are shown with a result: the first step, and questions for a team."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from mkdocs_foundation.reports.message import Message
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.values import dataclass

from ..elements import Passage
from ..inline import guarded
from ..problem_codes import ProblemCode
from ..saying import say
from .blocks import Block
from .section import Section
from .statements import has_checkbox, shorten


@dataclass(frozen=True)
class _Form:
    """What a passage must look like."""

    code: ProblemCode
    """Code of every problem of such a passage."""
    allowed: Message
    """Its content, for messages."""
    owners: Message
    """What may have one, for messages."""


_FORMS = {
    "first-step": _Form(
        ProblemCode.FIRST_STEP,
        say("one paragraph, or a list of one item: the one thing to do this week"),
        say("{mark} under a dimension, a style, a square or the whole", mark="{.first-step}"),
    ),
    "questions": _Form(
        ProblemCode.QUESTIONS,
        say("one list, a question in each item"),
        say("{mark} under the results of a dimension or of the whole", mark="{.questions}"),
    ),
}


def read_passage(
    name: str, section: Section, title: str, following: Sequence[Block], location: Location
) -> Iterator[Problem]:
    """Read what is under a heading, up to the next one, into its section; yields what is wrong with it."""
    form = _FORMS[name]
    blocks = [b for b in takewhile(lambda block: block.kind != "heading", following) if not b.is_empty]
    before = section.passages.get(name)
    mark = f"{{.{name}}}"
    if name not in section.may_have:
        yield Problem(
            form.code,
            location,
            say("A heading with {mark} is where nothing is shown with a result.", mark=mark),
            say("{mark} under {heading}", mark=mark, heading=section.title)
            if section.title
            else say("{mark} under the title", mark=mark),
            form.owners,
            say("Move it below the statements or result texts that it belongs to."),
        )
    elif before:
        yield Problem(
            form.code,
            location,
            say("There is a second heading with {mark} for one result.", mark=mark),
            say("{mark} here and in line {line}", mark=mark, line=before.location.line),
            say("one {mark} for each result", mark=mark),
            say("Keep one of the two."),
        )
    elif (markdown := _content(name, blocks)) is None:
        yield Problem(
            form.code,
            location,
            say("What is below the heading with {mark} can't be read.", mark=mark),
            _described(blocks),
            form.allowed,
            say("Write only that below the heading, and anything else elsewhere."),
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


def _described(blocks: Sequence[Block]) -> Message:
    if not blocks:
        return say("nothing below the heading")
    if any(has_checkbox(entry) for block in blocks for entry in block.items):
        return say("statements")
    first, *more = blocks
    if first.kind == "list" and not more:
        return say("a list of {count} items", one="a list of {count} item", count=len(first.items))
    if more:
        return say("{text} and {count} more", text=shorten(first.text), count=len(more))
    return shorten(first.text)
