"""Reads a questionnaire of levels: under each dimension a numbered list, or a table, of names and descriptions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field
from typing import Any

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.values import dataclass

from ...band_names import without_name
from ...conditions.texts import ConditionalText
from ...elements import Band
from ...inline import after, guarded
from ...problem_codes import ProblemCode
from ...reading import attributes
from ...reading.attributes import Attributes
from ...reading.blocks import Block, ListItem
from ...reading.body import Body
from ...reading.results import RANGE, divided
from ...reading.section import Section
from ...reading.settings import Settings, Vocabulary, check_attributes, check_id, flags
from ...reading.statements import empty, has_checkbox, shorten
from ...saying import say
from .model import Level, LevelBand, LevelDimension

FLAGS = ("by",)
"""Flags of a heading with {.results}."""
EXAMPLE = say("1. **Reactive** We answer when the phone rings.")
_NAME = pattern(r"^\*\*\s*(?P<name>.+?)\s*\*\*\s*[:.]?\s*", re.DOTALL)
_LEVELS = pattern(r"(\d{1,2})(?:\s*(?:[–—‒−‑-]|\.\.+)\s*(\d{1,2}))?")


@dataclass
class LadderSection(Section):
    """A dimension that is being read."""

    levels: list[Level] = field(default_factory=list)
    texts: list[Band] = field(default_factory=list)
    by: str | None = None

    @property
    def has_questions(self) -> bool:
        """Whether a level has been read."""
        return bool(self.levels)


class MaturityBody(Body):
    """Reads dimensions with their levels."""

    kind = "maturity"
    groups_items = False
    result_flags = FLAGS

    def __init__(self, outline: Sequence[Block], level: int, uri: str, vocabulary: Vocabulary) -> None:
        """Read the blocks under a title of the given heading level."""
        self.whole: list[Band] = []
        super().__init__(outline, level, uri, vocabulary)

    def fields(self, id: str, title: str, location: Location) -> dict[str, Any]:
        """The fields of the questionnaire."""
        sections = [s for s in self.dimensions if isinstance(s, LadderSection)]
        dimensions = tuple(
            LevelDimension(
                id=s.id,
                title=s.title,
                introduction=s.text,
                scale=None,
                minimum=None,
                target=None,
                good=None,
                bands=tuple(s.texts),
                conditional=tuple(s.conditional),
                first_step=s.passages.get("first-step"),
                questions=s.passages.get("questions"),
                location=s.location,
                levels=tuple(s.levels),
                by=s.by,
            )
            for s in sections
        )
        own = {"dimensions": dimensions, "items": (), "bands": tuple(self.whole)}
        return super().fields(id, title, location) | own

    def read_list(self, block: Block) -> bool:
        """Take levels from a numbered list or a table; `False` if it is prose."""
        if any(has_checkbox(entry) for entry in block.items):
            self.report(
                ProblemCode.WRONG_KIND,
                block.line,
                say("Statements belong to another kind of self-assessment."),
                shorten(f"- {block.items[0].text}"),
                say("levels in a numbered list: {example}", example=EXAMPLE),
                say("Describe the levels of the dimension, or remove kind: maturity from the settings."),
            )
            return True
        if not holds_levels(block):
            return False
        if not isinstance(self.section, LadderSection):
            self.report(
                ProblemCode.OUTSIDE_DIMENSION,
                block.line,
                say("Levels are before the first dimension."),
                shorten(block.items[0].text),
                say("levels under the heading of a dimension: ## Customers {#customers}"),
                say("Write a heading with an id above them."),
            )
            return True
        for entry in block.items:
            level, problems = _read_level(entry, len(self.section.levels) + 1, self.uri)
            self.section.levels.append(level)
            self.problems += problems
        return True

    def begin_section(self, title: str, given: Attributes, location: Location) -> None:
        """Begin a dimension."""
        id, problems = check_id(
            given, say('The dimension "{title}" has no id.', title=title), "{#customers}", location, self.vocabulary
        )
        settings = Settings(flags(given, self.vocabulary), (), lambda _: location)
        section = LadderSection(id or f"dimension-{location.line}", title, location)
        self.problems += [*problems, *settings.problems]
        self.dimensions.append(section)
        self.section = section

    def results_of(self, settings: Settings, given: Attributes, location: Location) -> list[Band]:
        """Take the result texts of a dimension or of the whole; those of the whole are chosen by the lowest level."""
        by = settings.choice("by", ("level", "distance"))
        if isinstance(self.section, LadderSection):
            self.section.by = by
            return self.section.texts if by or "by" not in given.values else []
        if by == "distance":
            self.report(
                ProblemCode.BAD_VALUE,
                location.line,
                say("The texts for the whole can't be chosen by distance."),
                verbatim("by=distance"),
                say("by=distance under a dimension; the whole goes by its lowest level"),
                say("Remove by=distance here."),
            )
        return self.whole

    def conditional_results(self) -> list[ConditionalText] | None:
        """The list of conditional result texts of a dimension or of the whole."""
        return self.section.conditional

    def read_result(self, entry: ListItem) -> tuple[Band | None, list[Problem]]:
        """The text for one or several levels; `None` where they can't be read."""
        location = Location(self.uri, entry.line)
        match = RANGE.match(entry.markdown)
        range, name, problems = divided(match, entry, self.uri) if match else ("", "", [])
        numbers = _LEVELS.fullmatch(range)
        low = int(numbers[1]) if numbers else 1
        high = int(numbers[2] or numbers[1]) if numbers else 0
        if not match or low > high:
            return None, [
                Problem(
                    ProblemCode.BAD_RANGE,
                    location,
                    say("A result text doesn't begin with a level or a range of levels."),
                    shorten(range if match else entry.markdown),
                    say("**1** or **2–3** : whole numbers in bold, the lower one first"),
                    say('Begin the line with the level in bold, such as "- **1** Begin with …".'),
                )
            ]
        text = after(match[0], entry.markdown[match.end() :])
        if not text:
            problems.append(
                empty(say("A result text has no words."), verbatim(entry.markdown), verbatim("- **1** Text."), location)
            )
        return LevelBand(low, high, text, location, name=name), problems

    def is_question(self, block: Block) -> bool:
        """Whether a list holds levels."""
        return holds_levels(block)

    def is_result(self, entry: ListItem) -> bool:
        """Whether a list item begins with levels in bold."""
        match = RANGE.match(entry.markdown)
        return bool(match and _LEVELS.fullmatch(without_name(match["range"])))

    def misread_questions(self, block: Block) -> list[tuple[int, str]]:
        """None: nothing in prose looks like a level."""
        return []


def holds_levels(block: Block) -> bool:
    """Whether a numbered list or a table is one of levels rather than prose."""
    rows = block.kind == "table" or (block.kind == "list" and block.ordered)
    return rows and any(_NAME.match(entry.text) for entry in block.items)


def recognize(outline: Sequence[Block]) -> bool:
    """Whether a page without `kind:` describes levels, as a translation may: names in bold, and no statements."""
    lists = [block for block in outline if block.items]
    statements = any(has_checkbox(entry) for block in lists for entry in block.items)
    return not statements and any(holds_levels(block) for block in lists)


def _read_level(entry: ListItem, number: int, uri: str) -> tuple[Level, list[Problem]]:
    location = Location(uri, entry.line)
    text, given = attributes.split(entry.text)
    problems = check_attributes(given, location)
    settings = Settings(given.values, (), lambda _: location)
    match = _NAME.match(text)
    if not match:
        problems.append(
            Problem(
                ProblemCode.LEVELS,
                location,
                say("The level {number} has no name.", number=number),
                shorten(entry.text),
                EXAMPLE,
                say("Begin the line with a short name in bold, after the number."),
            )
        )
    prose = guarded(text[match.end() :].strip() if match else text)
    if match and not prose and not entry.rest:
        problems.append(empty(say("The description of a level has no words."), verbatim(entry.text), EXAMPLE, location))
    name = match["name"].rstrip(":.") if match else str(number)
    id = given.ids[0] if given.ids else f"l{number}"
    level = Level(id, name, "\n\n".join(filter(None, [prose, entry.rest])), location)
    return level, [*problems, *settings.problems]
