"""What has been read, put together: dimensions, parts without a dimension of their own, and items in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mkdocs_foundation.reports.problems import Location, Problem

from ..elements import Dimension, Part
from ..model import ENDS
from ..saying import say
from .attributes import Attributes
from .scales import parse_scale
from .section import Section
from .settings import DIMENSION, NUMBERS, PART, Settings, Vocabulary, check_id, flags, forgotten_hash

TITLE = "0"
"""Id of the part that is under the title; no author's id begins with a digit."""


def members(id: str, title: str, location: Location, root: Section, sections: Sequence[Section]) -> dict[str, Any]:
    """The fields for dimensions, parts and items; without dimensions there is one that has the questionnaire's id."""
    dimensions = [
        Dimension(
            id=s.id,
            title=s.title,
            introduction=s.text,
            scale=s.scale,
            minimum=s.minimum,
            target=s.target,
            good=s.good,
            bands=tuple(s.bands),
            conditional=tuple(s.conditional),
            first_step=s.passages.get("first-step"),
            questions=s.passages.get("questions"),
            location=s.location,
        )
        for s in sections
        if not s.is_part
    ]
    parts = [Part(s.id, s.title, s.text, s.scale, s.shuffle, s.location) for s in sections if s.is_part and s.items]
    items = [item for s in sections for item in s.items]
    if root.items and dimensions:
        parts.insert(0, Part(TITLE, "", "", None, False, root.items[0].location))
        items = [*(replace(item, section=TITLE) for item in root.items), *items]
    elif root.items:
        dimensions = [Dimension(id, title, "", None, None, None, None, (), (), None, None, location)]
        items = [*(replace(i, section=id, dimensions=i.dimensions or (id,)) for i in root.items), *items]
    return {"dimensions": tuple(dimensions), "parts": tuple(parts), "items": tuple(items)}


def begin(
    title: str, given: Attributes, location: Location, before: Sequence[Section], vocabulary: Vocabulary
) -> tuple[Section, list[Problem]]:
    """The section that a heading begins: a dimension, or without an id a part; `before` are those above it."""
    is_part = not given.ids and given.broken is None and not forgotten_hash(given, vocabulary)
    id: str | None = str(1 + sum(section.is_part for section in before))
    problems: list[Problem] = []
    if not is_part:
        id, problems = check_id(
            given, say('The dimension "{title}" has no id.', title=title), "{#trust}", location, vocabulary
        )
    settings = Settings(flags(given, vocabulary), PART if is_part else DIMENSION, lambda _: location)
    section = Section(id or f"dimension-{location.line}", title, location, is_part=is_part)
    section.shuffle = bool(settings.flag("shuffle"))
    if (scale := settings.text("scale")) is not None:
        section.scale, scale_problems = parse_scale(scale, location)
        problems += scale_problems
    section.minimum = settings.number("minimum", *NUMBERS["minimum"])
    section.target = settings.number("target", *NUMBERS["target"])
    section.good = settings.choice("good", ENDS)
    return section, [*problems, *settings.problems]


def make_dimension(section: Section) -> None:
    """Make a dimension of a section without an id, which is reported."""
    if section.is_part:
        section.is_part, section.id = False, f"dimension-{section.location.line}"
        section.items = [replace(item, section=section.id, dimensions=(section.id,)) for item in section.items]
