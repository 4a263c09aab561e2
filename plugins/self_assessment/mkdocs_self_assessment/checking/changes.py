"""A self-assessment as it was checked, and as it is once other plugins and hooks have changed its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem

from ..marks import Role, key_of, marked
from ..model import Questionnaire
from ..problem_codes import ProblemCode
from ..saying import say
from .parity import inherit_scoring

_REMEDY = say(
    "A plugin or hook that runs before self-assessment changes this page. Let it leave these lines as they are, or let "
    "it run later: below self-assessment in mkdocs.yml, and without a higher priority."
)
TEMPLATES = say(
    "A plugin for templates takes {# for the beginning of a comment, and puts its own message in place of the page: "
    'give comments another sign there (mkdocs-macros: j2_comment_start_string: "{##").'
)
"""The usual reason why a whole page is gone, and what to do."""


def with_texts(checked: Questionnaire, now: Questionnaire) -> Questionnaire:
    """The texts of `now` with the structure and scoring that were checked."""
    return replace(
        inherit_scoring(checked, now),
        uri=checked.uri,
        first_line=checked.first_line,
        last_line=checked.last_line,
        page_settings=checked.page_settings,
        location=checked.location,
    ).mixed()


def differences(checked: Questionnaire, now: Questionnaire) -> Iterator[Problem]:
    """What was checked and is gone, and what is there and was never checked."""
    yield from _object(checked, now, checked.location, "")


def caused(problem: Problem) -> Problem:
    """A mistake that is not in the file, but was made by another plugin or hook."""
    return _problem(
        problem.location,
        say("Changed by another plugin or hook, the page has a mistake. {message}", message=problem.message),
        problem.found,
        problem.allowed,
    )


def gone(checked: Questionnaire) -> Problem:
    """The whole self-assessment is gone."""
    problem = _problem(
        checked.location,
        say('The self-assessment "{checked}" is gone from the Markdown that is to be rendered.', checked=checked.id),
        say("none of its questions")
        if checked.whole_page
        else say("no heading with {.assessment #{id}}", id=checked.id),
        say("the page as it is in the file") if checked.whole_page else say("the section as it is in the file"),
    )
    return replace(problem, remedy=listed([_REMEDY, TEMPLATES], " "))


def unchecked(new: Questionnaire, known: Sequence[str]) -> Problem:
    """A self-assessment that is not in the file."""
    return _problem(
        Location(new.uri, 1),
        say('The Markdown that is to be rendered has a self-assessment "{new}" that was never checked.', new=new.id),
        verbatim("{.assessment #" + new.id + "}"),
        say("only the self-assessments of the file: {names}", names=listed(known or ["–"])),
    )


def _object(checked: Any, now: Any, location: Location, owner: str) -> Iterator[Problem]:
    """Differences between two objects of a model; `owner` is what their result texts are for."""
    for name, mark in marked(checked):
        there, here = getattr(checked, name), getattr(now, name, ())
        if mark.role is Role.MEMBERS:
            yield from _members(there, here, location)
        elif mark.role in (Role.RANGES, Role.CONDITIONS):
            yield from _texts(mark.name or owner, there, here, location)


def _members(there: Sequence[Any], here: Sequence[Any], location: Location) -> Iterator[Problem]:
    before, after = {key_of(member): member for member in there}, {key_of(member): member for member in here}
    new = [id for id in after if id not in before]
    for id, member in before.items():
        if id in after:
            yield from _object(member, after[id], member.location, f'"{id}"')
            continue
        yield _problem(
            member.location,
            say('"{id}" is gone from the Markdown that is to be rendered.', id=id),
            say("no #{id}; new: {names}", id=id, names=listed(f"#{n}" for n in new)) if new else say("no #{id}", id=id),
            say("everything with an id in the file"),
        )
    for id in new if len(after) > len(before) else ():
        yield _problem(
            location,
            say('The Markdown that is to be rendered has "{id}", which was never checked.', id=id),
            verbatim(f"#{id}"),
            say("only what is in the file: {names}", names=listed([f"#{n}" for n in before] or ["–"])),
        )


def _texts(owner: str, there: Sequence[Any], here: Sequence[Any], location: Location) -> Iterator[Problem]:
    expected, found = [str(text) for text in there], [str(text) for text in here]
    if expected != found:
        yield _problem(
            there[0].location if there else location,
            say("The result texts for {owner} are not those that were checked.", owner=owner),
            (listed(found) or say("no result texts")),
            (listed(expected) or say("no result texts, as in the file")),
        )


def _problem(location: Location, message: Message, found: Message, allowed: Message) -> Problem:
    return Problem(ProblemCode.CHANGED_MARKDOWN, location, message, found, allowed, _REMEDY)
