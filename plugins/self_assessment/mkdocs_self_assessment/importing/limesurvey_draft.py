"""What both forms of a LimeSurvey survey hold, and the draft of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.values import dataclass

from ..saying import say
from .draft import Answer, Draft, DraftArea, DraftResult, DraftStatement, Note
from .plain import line, plain

_ONE_OF_SEVERAL = frozenset("L!O")
_ARRAYS = frozenset("FH")
_FIXED = {
    "A": tuple(Answer("", n) for n in range(1, 6)),
    "B": tuple(Answer("", n) for n in range(1, 11)),
    "C": (Answer("No", 0), Answer("Uncertain", 1), Answer("Yes", 2)),
    "E": (Answer("Decrease", 0), Answer("Same", 1), Answer("Increase", 2)),
    "5": tuple(Answer("", n) for n in range(1, 6)),
    "Y": (Answer("No", 0), Answer("Yes", 1)),
}
"""Answers of types that bring their own; LimeSurvey translates their words, and the file hasn't them."""
_NAMES = {
    "1": say("array with two scales"),
    ";": say("array of texts"),
    ":": say("array of numbers"),
    "M": say("multiple choice"),
    "P": say("multiple choice with comments"),
    "S": say("short text"),
    "T": say("long text"),
    "U": say("huge text"),
    "Q": say("several short texts"),
    "N": say("number"),
    "K": say("several numbers"),
    "D": say("date"),
    "R": say("ranking"),
    "G": say("gender"),
    "I": say("language"),
    "*": say("equation"),
    "|": say("upload"),
    "X": say("text"),
}


@dataclass(frozen=True)
class Option:
    """An answer, or a row of an array."""

    code: str
    """Code in the survey."""
    text: str
    """Words, possibly HTML."""
    value: float | None = None
    """Points of an answer."""


@dataclass(frozen=True)
class Question:
    """A question with its rows and answers; texts are HTML."""

    group: str
    """Id of the group that it is in."""
    type: str
    """Letter of its type."""
    code: str
    """Code in the survey."""
    text: str
    """The question."""
    help: str
    """Text below it."""
    relevance: str
    """Condition under which it is asked; "" or "1" for always."""
    other: bool
    """Whether "other" with a text is offered."""
    rows: tuple[Option, ...]
    """Rows of an array."""
    answers: tuple[Option, ...]
    """Answers offered."""

    def with_option(self, option: Option, *, is_answer: bool) -> Question:
        """This question with one more answer or row."""
        return replace(self, answers=(*self.answers, option)) if is_answer else replace(self, rows=(*self.rows, option))


@dataclass(frozen=True)
class Group:
    """A group of questions."""

    id: str
    """Id, by which questions name it."""
    name: str
    """Title, possibly HTML."""
    description: str
    """Text below the title, possibly HTML."""
    relevance: str
    """Condition under which it is asked; "" or "1" for always."""


@dataclass(frozen=True)
class PointsText:
    """A text for a range of points."""

    minimum: str
    """Lowest sum."""
    maximum: str
    """Highest sum."""
    text: str
    """Text, possibly HTML."""
    name: str
    """Headline."""
    of_the_whole: bool
    """Whether it is for the sum of all groups rather than of one."""


@dataclass(frozen=True)
class Survey:
    """A survey in one language."""

    title: str
    """Title, possibly HTML."""
    opening: Sequence[str]
    """Texts before the first question, possibly HTML."""
    groups: Sequence[Group]
    """Groups in order."""
    questions: Sequence[Question]
    """Questions in order."""
    messages: Sequence[PointsText]
    """Texts for points."""
    other_languages: Sequence[str]
    """Codes of the languages that were left out."""


def draft_of(survey: Survey, notes: Sequence[Note]) -> Draft:
    """The draft of a survey, with notes of the reading before its own."""
    found = [*notes]
    areas = {g.id: DraftArea(line(g.name), plain(g.description)) for g in survey.groups}
    statements: list[DraftStatement] = []
    opening = [plain(text) for text in survey.opening if text]
    for group in survey.groups:
        _logic(group.relevance, say("group {name}", name=line(group.name)), found)
    for question in survey.questions:
        place = say("question {code}", code=question.code)
        area = areas[question.group].title if question.group in areas else ""
        _logic(question.relevance, place, found)
        if question.type == "X" and not statements:
            opening.append(plain(question.text))
            continue
        answers = _FIXED.get(question.type) or _answers(question)
        if question.type in _ONE_OF_SEVERAL or question.type in "5Y":
            help = plain(question.help)
            statements.append(
                DraftStatement(line(question.text), place, area, question.code, explanation=help, answers=answers)
            )
            if question.other:
                found.append(Note(place, say("The answer “other” with a text: not carried over.")))
            if question.type == "O":
                found.append(Note(place, say("The comment beside the answers: not carried over.")))
        elif question.type in _ARRAYS or question.type in "ABCE":
            if question.text.strip():
                found.append(
                    Note(
                        place,
                        say("The text above the rows, “{text}”: not carried over.", text=line(question.text)[:60]),
                    )
                )
            for row in question.rows:
                code = f"{question.code}-{row.code}"
                statements.append(
                    DraftStatement(
                        line(row.text),
                        say("{place}, row {row}", place=place, row=row.code),
                        area,
                        code,
                        answers=answers,
                    )
                )
        else:
            kind = _NAMES.get(question.type, verbatim(question.type))
            found.append(
                Note(
                    place,
                    say("A question of the type {type} ({kind}): not carried over.", type=question.type, kind=kind),
                )
            )
    results = [m for m in survey.messages if m.of_the_whole]
    if len(results) < len(survey.messages):
        found.append(Note(say("the assessments"), say("Texts for the points of single groups: not carried over.")))
    if survey.other_languages:
        others = ", ".join(survey.other_languages)
        found.append(
            Note(say("the survey"), say("Its texts in other languages ({others}): not carried over.", others=others))
        )
    return Draft(
        tuple(statements),
        tuple(area for area in areas.values() if area.title),
        title=line(survey.title),
        introduction="\n\n".join(text for text in opening if text),
        results=tuple(DraftResult(m.minimum, m.maximum, plain(m.text), line(m.name), in_points=True) for m in results),
        notes=tuple(found),
    )


def _answers(question: Question) -> tuple[Answer, ...]:
    """Answers with their points, or the numbers of their codes, where each has its own."""
    values = [answer.value for answer in question.answers]
    if len(set(values)) < len(values):
        values = [None] * len(values)
    return tuple(Answer(line(a.text), value) for a, value in zip(question.answers, values, strict=True))


def _logic(relevance: str, place: Message, notes: list[Note]) -> None:
    if relevance.strip() not in ("", "1"):
        condition = " ".join(relevance.split())[:60]
        notes.append(
            Note(place, say("The condition {condition}: write it as `if=` in the braces.", condition=condition))
        )
