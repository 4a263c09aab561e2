"""One line of a questionnaire: a statement, an action, or a result text."""

from __future__ import annotations

import re

from mkdocs_foundation.problems import Location, Problem

from ..parts import Action, Band, Item
from ..problem_codes import ProblemCode
from . import attributes
from .blocks import Block, ListItem
from .settings import ITEM, Settings, check_attributes, check_id, flags

_CHECKBOX = re.compile(r"^\[(?P<mark>[^\]\[]?)\](?:\s+|$)")
_LOOSE_CHECKBOX = re.compile(r"^\[\s*[xX]?\s*\]")
_RANGE = re.compile(r"^\*\*\s*(?P<range>[^*]*?)\s*\*\*\s*[:.]?\s*")
_NUMBERS = re.compile(r"(\d{1,4})\s*%?\s*(?:[–—‒−-]|\.\.+)\s*(\d{1,4})\s*%?")
_EFFECT = re.compile(r"[+−-]?[12]")


def has_checkbox(entry: ListItem) -> bool:
    """Whether a list item looks like a statement, well written or not."""
    return bool(_LOOSE_CHECKBOX.match(entry.text))


def holds_items(block: Block) -> bool:
    """Whether a list is one of statements rather than prose."""
    return any(has_checkbox(entry) or attributes.split(entry.text)[1].ids for entry in block.items)


def holds_actions(block: Block) -> bool:
    """Whether a list is one of actions rather than prose."""
    for entry in block.items:
        given = attributes.split(entry.text)[1]
        if given.values or given.ids or given.broken or has_checkbox(entry):
            return True
    return False


def is_band(entry: ListItem) -> bool:
    """Whether a list item begins with a range in bold, as a result text does."""
    match = _RANGE.match(entry.markdown)
    return bool(match and _NUMBERS.fullmatch(match["range"]))


def no_box(message: str, found: str, location: Location) -> Problem:
    """A line that should be a statement and can't be read as one."""
    odd = " (with a non-breaking space)" if "\u00a0" in found else ""
    return Problem(
        ProblemCode.CHECKBOX,
        location,
        message,
        shorten(found) + odd,
        "- [ ] Statement. {#id}",
        'Begin the line, without indentation, with "- [ ] ": hyphen, space, brackets with a space between, space.',
    )


def read_item(entry: ListItem, section: str, uri: str) -> tuple[Item, list[Problem]]:
    """A statement in the list under a dimension's heading."""
    text, given = attributes.split(entry.text)
    location = Location(uri, entry.line)
    problems = check_attributes(given, location)
    box = _CHECKBOX.match(text)
    if ticked := _ticked(box, location):
        problems.append(ticked)
    elif not box or box["mark"] != " ":
        problems.append(no_box("A line in a list of statements has no empty box.", f"- {entry.text}", location))
    text = _without_box(text)
    if not text:
        problems.append(_empty("A statement", entry.text, "- [ ] Statement. {#id}", location))
    if entry.nested is not None:
        problems.append(
            Problem(
                ProblemCode.STRAY_CONTENT,
                Location(uri, entry.nested),
                "A statement has more than one paragraph.",
                "a paragraph or list inside a statement",
                "one statement of one paragraph",
                "Move the explanation to the text above the list, or remove the indentation.",
            )
        )
    settings = Settings(flags(given), ITEM, lambda _: location)
    example = f"{{#{section}-…}}" if section else "{#say-it-aloud}"
    id, id_problems = check_id(given, f'The statement "{shorten(text)}"', example, location)
    item = Item(
        id=id or f"statement-{entry.line}",
        text=text,
        section=section,
        dimension=settings.text("dimension") or section,
        reverse=bool(settings.flag("reverse")),
        weight=settings.number("weight", 1, 10),
        not_relevant=settings.flag("not-relevant"),
        must=bool(settings.flag("must")),
        follows=settings.follow_up("if"),
        location=location,
    )
    return item, [*problems, *id_problems, *settings.problems]


def read_action(entry: ListItem, uri: str) -> tuple[Action, list[Problem]]:
    """An action in the list of a situation: its braces hold its style, and perhaps its effect."""
    text, given = attributes.split(entry.text)
    location = Location(uri, entry.line)
    problems = check_attributes(given, location)
    if ticked := _ticked(_CHECKBOX.match(text), location):
        problems.append(ticked)
    text = _without_box(text)
    if not text:
        problems.append(_empty("An action", entry.text, "- What you do. {coach}", location))
    styles = [name for name, value in given.values.items() if value == "true"]
    effect = given.values.get("effect")
    others = [name for name in given.values if name not in (*styles, "effect")]
    if (len(styles) != 1 or others or given.ids) and given.broken is None:
        problems.append(
            Problem(
                ProblemCode.ACTION_STYLE,
                location,
                "An action doesn't name its style.",
                " ".join([*(f"#{id}" for id in given.ids), *given.values]) or "no braces",
                "one style in the braces, and perhaps an effect: {coach} or {coach effect=+1}",
                "Write the id of one style in the braces at the end of the line.",
            )
        )
    value = None
    if effect is not None:
        if _EFFECT.fullmatch(effect.strip()):
            value = int(effect.strip().replace("−", "-"))
        else:
            problems.append(
                Problem(
                    ProblemCode.BAD_VALUE,
                    location,
                    'The value of "effect" can\'t be used.',
                    effect or "nothing",
                    "-2, -1, +1 or +2",
                    "Write one of these, or remove it: then the distance from the style asked for decides.",
                )
            )
    style = styles[0] if styles else f"action-{entry.line}"
    return Action(style, value, text, entry.rest, location), problems


def read_band(entry: ListItem, uri: str) -> tuple[Band | None, list[Problem]]:
    """A result text with its range; `None` where the range can't be read."""
    location = Location(uri, entry.line)
    match = _RANGE.match(entry.markdown)
    numbers = _NUMBERS.fullmatch(match["range"]) if match else None
    low, high = (int(n) for n in numbers.groups()) if numbers else (0, 0)
    if not match or not 0 <= low < high <= 100:
        return None, [
            Problem(
                ProblemCode.BAD_RANGE,
                location,
                "A result text doesn't begin with a range of scores.",
                shorten(match["range"] if match else entry.markdown),
                "**0–40** : two whole numbers from 0 to 100 in bold, the lower one first",
                'Begin the line with the range in bold, such as "- **0–40** Begin with …".',
            )
        ]
    text = entry.markdown[match.end() :].strip()
    problems = [] if text else [_empty("A result text", entry.markdown, "- **0–40** Text.", location)]
    return Band(low, high, text, location), problems


def shorten(text: str) -> str:
    """A text for a message: one line of at most 60 characters, never empty."""
    words = " ".join(text.split()) or "nothing"
    return words if len(words) <= 60 else words[:59] + "…"


def _without_box(text: str) -> str:
    box = _CHECKBOX.match(text) or _LOOSE_CHECKBOX.match(text)
    return text[box.end() :].strip() if box else text


def _ticked(box: re.Match[str] | None, location: Location) -> Problem | None:
    if not box or box["mark"] not in ("x", "X"):
        return None
    return Problem(
        ProblemCode.TICKED,
        location,
        "A statement is ticked, which other tools and readers take for the right answer.",
        f"- [{box['mark']}]",
        "- [ ] with a space between the brackets",
        "Replace the x with a space. If the statement counts the other way round, add reverse to its braces.",
    )


def _empty(what: str, found: str, allowed: str, location: Location) -> Problem:
    return Problem(
        ProblemCode.EMPTY_STATEMENT,
        location,
        f"{what} has no words.",
        shorten(found),
        allowed,
        "Write the words, or remove the line.",
    )
