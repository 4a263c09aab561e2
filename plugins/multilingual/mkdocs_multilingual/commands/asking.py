"""Answers to the questions of a new page: from options, else asked at a terminal, else the usual ones."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence

import click

from mkdocs_foundation.reports import message
from mkdocs_foundation.reports.message import listed
from mkdocs_foundation.reports.problems import nearest
from mkdocs_foundation.sources.new_pages import Question

from ..saying import say
from .calls import RefusedError
from .saying import tell


def is_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def gather(
    questions: Sequence[Question],
    given: Mapping[str, str | None],
    choices: Mapping[str, Sequence[str]],
    needed: Collection[str] = (),
) -> dict[str, str]:
    """The answer to each question. Raises `RefusedError` for one that is missing or isn't among the choices."""
    answers: dict[str, str] = {}
    for question in questions:
        offered = choices.get(question.name, ())
        usual = offered[0] if offered and question.takes_first else ""
        is_needed = question.is_needed or question.name in needed
        answer = given.get(question.name)
        if answer is None and question.is_asked and is_terminal():
            answer = _asked(question, offered, usual, is_needed)
        answer = usual if answer is None else answer
        if is_needed and not answer.strip():
            text = say("--{name} is needed: {question}.", name=question.name, question=question.text)
            raise RefusedError(text)
        answers[question.name] = _checked(answer, question, offered)
    return answers


def _asked(question: Question, offered: Sequence[str], usual: str, is_needed: bool) -> str:
    if offered:
        click.echo(f"  {', '.join(offered)}")
    default = usual or (None if is_needed else "")
    while True:
        answer = str(click.prompt(message.shown(question.text), default=default, show_default=bool(default)))
        try:
            return _checked(answer, question, offered)
        except RefusedError as error:
            tell(message.of_error(error), err=True)


def _checked(answer: str, question: Question, offered: Sequence[str]) -> str:
    """The answer in the spelling of the choices."""
    if not offered or question.is_free:
        return answer
    parts = [part.strip() for part in (answer.split(question.separator) if question.separator else [answer])]
    found = []
    for part in filter(None, parts):
        near = nearest(part, offered, 1.0)
        if near is None:
            meant = nearest(part, offered)
            raise RefusedError(
                say(
                    "--{name}: “{answer}” is none of these: {offered}. {hint}",
                    name=question.name,
                    answer=part,
                    offered=listed(offered),
                    hint=say("Did you mean “{name}”?", name=meant) if meant else "",
                )
            )
        found.append(near)
    return f"{question.separator} ".join(found)
