"""A self-assessment as it was checked, and as it is once other plugins and hooks have changed its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from mkdocs_foundation.problems import Location, Problem

from ..marks import Role, key_of, marked
from ..model import Questionnaire
from ..problem_codes import ProblemCode
from .parity import inherit_scoring

_REMEDY = (
    "A plugin or hook that runs before self-assessment changes this page. Let it leave these lines as they are, or let "
    "it run later: below self-assessment in mkdocs.yml, and without a higher priority."
)
TEMPLATES = (
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
        f"Changed by another plugin or hook, the page has a mistake. {problem.message}",
        problem.found,
        problem.allowed,
    )


def gone(checked: Questionnaire) -> Problem:
    """The whole self-assessment is gone."""
    section = "no heading with {.assessment #" + checked.id + "}"
    problem = _problem(
        checked.location,
        f'The self-assessment "{checked.id}" is gone from the Markdown that is to be rendered.',
        "none of its questions" if checked.whole_page else section,
        f"the {'page' if checked.whole_page else 'section'} as it is in the file",
    )
    return replace(problem, remedy=f"{_REMEDY} {TEMPLATES}")


def unchecked(new: Questionnaire, known: Sequence[str]) -> Problem:
    """A self-assessment that is not in the file."""
    return _problem(
        Location(new.uri, 1),
        f'The Markdown that is to be rendered has a self-assessment "{new.id}" that was never checked.',
        "{.assessment #" + new.id + "}",
        f"only the self-assessments of the file: {', '.join(known) or 'none'}",
    )


def _object(checked: Any, now: Any, location: Location, owner: str) -> Iterator[Problem]:
    """Differences between two objects of a model; `owner` is what their result texts are for."""
    for name, mark in marked(checked):
        there, here = getattr(checked, name), getattr(now, name, ())
        if mark.role is Role.MEMBERS:
            yield from _members(mark.name or name.removesuffix("s"), there, here, location)
        elif mark.role in (Role.RANGES, Role.CONDITIONS):
            yield from _texts(mark.name or owner, there, here, location)


def _members(what: str, there: Sequence[Any], here: Sequence[Any], location: Location) -> Iterator[Problem]:
    before, after = {key_of(member): member for member in there}, {key_of(member): member for member in here}
    new = [id for id in after if id not in before]
    for id, member in before.items():
        if id in after:
            yield from _object(member, after[id], member.location, f'the {what} "{id}"')
            continue
        yield _problem(
            member.location,
            f'The {what} "{id}" is gone from the Markdown that is to be rendered.',
            f"no #{id}" + (f"; new: {', '.join(f'#{n}' for n in new)}" if new else ""),
            f"every {what} of the file",
        )
    for id in new if len(after) > len(before) else ():
        yield _problem(
            location,
            f'The Markdown that is to be rendered has a {what} "{id}" that was never checked.',
            f"#{id}",
            f"only what is in the file: {', '.join(f'#{n}' for n in before) or 'none'}",
        )


def _texts(owner: str, there: Sequence[Any], here: Sequence[Any], location: Location) -> Iterator[Problem]:
    expected, found = [str(text) for text in there], [str(text) for text in here]
    if expected != found:
        yield _problem(
            there[0].location if there else location,
            f"The result texts for {owner} are not those that were checked.",
            ", ".join(found) or "no result texts",
            ", ".join(expected) or "no result texts, as in the file",
        )


def _problem(location: Location, message: str, found: str, allowed: str) -> Problem:
    return Problem(ProblemCode.CHANGED_MARKDOWN, location, message, found, allowed, _REMEDY)
