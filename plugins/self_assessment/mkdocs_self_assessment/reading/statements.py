"""One line of a questionnaire: a statement, and functions for all lines."""

from __future__ import annotations

import re
import textwrap

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem

from ..elements import Item
from ..problem_codes import ProblemCode
from ..saying import say
from . import attributes
from .blocks import Block, ListItem
from .scales import parse_scale
from .section import Section
from .settings import ITEM, Settings, Vocabulary, check_attributes, check_id, flags

CHECKBOX = pattern(r"^\[(?P<mark>[^\]\[]?)\](?:\s+|$)")
_LOOSE_CHECKBOX = pattern(r"^(?:\[\s*[xX]?\s*\]|\(\s?[xXo]?\s?\)(?=\s))")


def has_checkbox(entry: ListItem) -> bool:
    """Whether a list item looks like a statement, valid or not."""
    return bool(_LOOSE_CHECKBOX.match(entry.text))


def holds_items(block: Block) -> bool:
    """Whether a list is one of statements rather than prose."""
    return any(has_checkbox(entry) or attributes.split(entry.text)[1].ids for entry in block.items)


def no_box(message: Message, found: Message, location: Location) -> Problem:
    """A line that should be a statement and can't be read as one."""
    return Problem(
        ProblemCode.CHECKBOX,
        location,
        message,
        found,
        say("- [ ] Statement. {#id}"),
        say('Begin the line, without indentation, with "- [ ] ": hyphen, space, brackets with a space between, space.'),
    )


def read_item(entry: ListItem, section: Section, uri: str, vocabulary: Vocabulary) -> tuple[Item, list[Problem]]:
    """A statement in the list under a heading; takes the section's lead."""
    statement, explanation = _divided(entry)
    text, given = attributes.split(statement)
    location = Location(uri, entry.line)
    problems = check_attributes(given, location)
    box = CHECKBOX.match(text)
    if problem := ticked(box, location):
        problems.append(problem)
    elif not box or box["mark"] != " ":
        problems.append(
            no_box(say("A line in a list of statements has no empty box."), quoted(f"- {entry.text}"), location)
        )
    text = without_box(text)
    if not text:
        problems.append(
            empty(say("A statement has no words."), verbatim(entry.text), say("- [ ] Statement. {#id}"), location)
        )
    settings = Settings(flags(given, vocabulary), ITEM, lambda _: location)
    example = f"{{#{section.id}-…}}" if section.id and not section.is_part else "{#say-it-aloud}"
    id, id_problems = check_id(
        given, say('The statement "{text}" has no id.', text=shorten(text)), example, location, vocabulary
    )
    scale = None
    if (written := settings.text("scale")) is not None:
        scale, scale_problems = parse_scale(written, location)
        problems += scale_problems
    item = Item(
        id=id or f"statement-{entry.line}",
        text=text,
        section=section.id,
        dimensions=tuple(dict.fromkeys(re.findall(r"[^\s,;]+", settings.text("dimension") or section.dimension))),
        reverse=bool(settings.flag("reverse")),
        weight=settings.decimal("weight", 0.1, 10),
        not_relevant=settings.flag("not-relevant"),
        must=bool(settings.flag("must")),
        condition=settings.condition("if"),
        scale=scale,
        location=location,
        explanation=explanation,
        lead="\n\n".join(section.lead),
    )
    section.lead.clear()
    if "if" in given.values and {"and", "or"} & set(given.values):  # its words are no flags
        problems.append(
            Problem(
                ProblemCode.CONDITION_SYNTAX,
                location,
                say("A condition of several parts isn't in quotation marks."),
                verbatim(f"if={given.values['if']} …"),
                verbatim('if="one<=2 and two=yes"'),
                say("Put all that belongs to the condition between two quotation marks."),
            )
        )
        settings.problems = [p for p in settings.problems if p.code is not ProblemCode.UNKNOWN_FLAG]
    return item, [*problems, *id_problems, *settings.problems]


def _divided(entry: ListItem) -> tuple[str, str]:
    """A statement up to its braces, and its explanation, also where no empty line is between them."""
    lines = entry.markdown.split("\n")
    first = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    for number in range(1, first):
        statement = " ".join(lines[:number])
        if attributes.split(statement)[1].ids and attributes.split(entry.text)[1].broken:
            return statement, textwrap.dedent("\n".join(lines[number:])).strip()
    return entry.text, entry.rest


def shorten(text: str) -> Message:
    """A text for a message: one line of at most 60 characters, never empty."""
    words = " ".join(text.split())
    if not words:
        return say("nothing")
    return verbatim(words if len(words) <= 60 else words[:59] + "…")


def quoted(line: str) -> Message:
    """A line as a message shows it, which says so if there is a hard space in it."""
    return say("{line} (with a hard space)", line=shorten(line)) if "\u00a0" in line else shorten(line)


def without_box(text: str) -> str:
    """The text of a line without its box."""
    box = CHECKBOX.match(text) or _LOOSE_CHECKBOX.match(text)
    return text[box.end() :].strip() if box else text


def ticked(box: re.Match[str] | None, location: Location) -> Problem | None:
    """The problem of a box that is already ticked; `None` for an empty box."""
    if not box or box["mark"] not in ("x", "X"):
        return None
    return Problem(
        ProblemCode.TICKED,
        location,
        say("A statement is ticked, which other tools and readers take for the right answer."),
        verbatim(f"- [{box['mark']}]"),
        say("- [ ] with a space between the brackets"),
        say("Replace the x with a space. If the statement counts the other way round, add reverse to its braces."),
    )


def empty(message: Message, found: Message, allowed: Message, location: Location) -> Problem:
    """The problem of a line that has no text."""
    return Problem(
        ProblemCode.EMPTY_STATEMENT,
        location,
        message,
        shorten(found),
        allowed,
        say("Write the words, or remove the line."),
    )
