"""Whether the marks of paragraphs for one reader or for a team are where they have a meaning."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem

from ..model import Questionnaire
from ..problem_codes import ProblemCode
from ..readers import SOLO, marks_in, reader_of, unread_marks
from ..reading.blocks import outline
from ..saying import say

_ALLOWED = say("{.solo} or {.team} at the end of a paragraph of a result text")


def check_readers(q: Questionnaire) -> Iterator[Problem]:
    """Marks that mean nothing where they are, and texts that one of the two readers would not see."""
    addressed = set(q.addressed_texts)
    for markdown, location in q.texts:
        if not (marks := marks_in(markdown)):
            continue
        if (markdown, location) not in addressed:
            yield _problem(
                location,
                say("A paragraph is marked for one reader or a team where every reader sees the same."),
                verbatim(marks[0]),
                say("Remove the mark, or move the paragraph to a result text."),
            )
        elif unread := unread_marks(markdown):
            yield _problem(
                location,
                say("A mark for one reader or a team can't be read."),
                verbatim(unread[0]),
                say("Write one mark, last in its paragraph."),
            )
        elif reader := _only_reader(markdown):
            other = say("a team") if reader == SOLO else say("a reader alone")
            yield _problem(
                location,
                say("The whole text is marked, so {other} would see nothing.", other=other),
                say("{.{reader}} on each paragraph", reader=reader),
                say("Remove the mark of one paragraph, or add one for {other}.", other=other),
            )


def _only_reader(markdown: str) -> str | None:
    readers = {reader_of(block.text) if block.kind == "other" else None for block in outline(markdown)}
    return readers.pop() if len(readers) == 1 else None


def _problem(location: Location, message: Message, found: Message, remedy: Message) -> Problem:
    return Problem(ProblemCode.READER, location, message, found, _ALLOWED, remedy)
