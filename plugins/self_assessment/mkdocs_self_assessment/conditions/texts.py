"""A result text with the condition under which it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest
from mkdocs_foundation.values import dataclass

from ..band_names import divide
from ..inline import after
from ..problem_codes import ProblemCode
from ..saying import say
from .parsing import SyntaxFault, parse
from .tree import Condition, as_written

WHEN, OTHERWISE = "when", "otherwise"
"""How a conditional text begins; English in every language, as ids are, and never shown."""

_HEAD = pattern(r"^\*\*\s*(?P<head>(?:[^*]|(?<!\*)\*(?!\*))*?)\s*\*\*\s*[:.]?\s*")
_WORD = pattern(r"^\*\*\s*(?P<word>[^\W\d_]+)")
_OPERATOR = pattern(r"[=<>≤≥≠]")
_NEAR = {"if": WHEN, "else": OTHERWISE}


@dataclass(frozen=True)
class ConditionalText:
    """A result text that is shown where its condition is the first of its list that holds."""

    condition: Condition | None
    """Condition under which the text is shown; `None` for "otherwise"."""
    markdown: str
    """The author's text, without the condition."""
    location: Location
    """File and line of the text."""
    name: str = ""
    """Inline Markdown of the name, such as "Something to build on"; "" without one."""

    def __str__(self) -> str:
        return described(self.condition)


def conditions_of(texts: Sequence[ConditionalText]) -> tuple[Condition | None, ...]:
    """The conditions of a list of texts, as scripts get them."""
    return tuple(text.condition for text in texts)


def begins_conditional(head: str) -> bool:
    """Whether the bold words at the beginning of a list item begin a conditional text correctly."""
    return head.split(" ")[0].lower().rstrip(":.") in (WHEN, OTHERWISE)


def is_conditional(markdown: str) -> bool:
    """Whether a list item begins like a conditional text, valid or not."""
    word = _WORD.match(markdown)
    if word and _meant(word["word"]):
        return True
    head = _HEAD.match(markdown)
    return bool(head and _OPERATOR.search(head["head"]))


def read_conditional(markdown: str, location: Location) -> tuple[ConditionalText | None, list[Problem]]:
    """The text that a list item holds; `None` where its condition can't be read."""
    match = _HEAD.match(markdown)
    if not match:
        return None, [
            _problem(
                location,
                say("The condition of a result text isn't closed."),
                verbatim(_short(markdown)),
                say("**when goal<40** Text, with the condition between two pairs of **"),
                say("Write ** behind the condition."),
            )
        ]
    text = after(match[0], markdown[match.end() :])
    head, name, problems = divide(match["head"], markdown[match.end() :], location)
    if not text:
        problems.append(_empty(markdown, location))
    head = head.rstrip(" :.,")
    first, _, rest = head.partition(" ")
    if head.lower() == OTHERWISE:
        return ConditionalText(None, text, location, name), problems
    if first.lower() != WHEN:
        return None, [_beginning(head, first, location)]
    found = parse(rest)
    if isinstance(found, SyntaxFault):
        return None, [unreadable(rest, found, location)]
    return ConditionalText(found, text, location, name), problems


def described(condition: Condition | None) -> str:
    """The condition as an author writes it, for a message."""
    return OTHERWISE if condition is None else f"{WHEN} {as_written(condition)}"


def _meant(word: str) -> str | None:
    return _NEAR.get(word.lower()) or nearest(word, (WHEN, OTHERWISE), 0.8)


def _beginning(head: str, first: str, location: Location) -> Problem:
    meant = _meant(first)
    return _problem(
        location,
        say("A conditional result text doesn't begin with when or otherwise."),
        verbatim(f"**{_short(head)}**"),
        say("**when goal<40**, or **otherwise** alone; both words are English in every language"),
        (say('Did you mean "{name}"?', name=meant) if meant else say('Write "when" before the condition.')),
    )


def unreadable(condition: str, fault: SyntaxFault, location: Location) -> Problem:
    """The problem of a condition that can't be read."""
    return _problem(
        location,
        say(
            'The condition can\'t be read at "{found}", its character {column}.', found=fault.found, column=fault.column
        )
        if fault.found
        else say("The condition can't be read to its end: something is missing."),
        verbatim(condition or WHEN),
        fault.allowed,
        fault.remedy,
    )


def _empty(markdown: str, location: Location) -> Problem:
    return Problem(
        ProblemCode.EMPTY_STATEMENT,
        location,
        say("A result text has no words."),
        verbatim(_short(markdown)),
        say("- **when goal<40** Text."),
        say("Write the words, or remove the line."),
    )


def _problem(location: Location, message: Message, found: Message, allowed: Message, remedy: Message) -> Problem:
    return Problem(ProblemCode.CONDITION_SYNTAX, location, message, found, allowed, remedy)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59] + "…"
