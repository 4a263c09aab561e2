"""Reads a questionnaire of two factors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.values import dataclass

from ...conditions.texts import ConditionalText
from ...reading.attributes import Attributes
from ...reading.blocks import Block
from ...reading.body import Body
from ...reading.section import Section
from ...reading.settings import NUMBERS, Settings, Vocabulary, check_id
from ...saying import say
from .model import DEFAULT_CUT, Quadrant, Square

SETTINGS = ("x", "y", "cut")
"""Settings of the self-assessment."""
CLASS = "quadrant"
"""Class of the heading of a square."""
FLAGS = ("x", "y")
"""Flags of the heading of a square."""


@dataclass
class QuadrantSection(Section):
    """A square that is being read."""

    x: str | None = None
    y: str | None = None


class TwoFactorBody(Body):
    """Reads statements, and the texts of the squares."""

    kind = "two-factor"

    def __init__(self, outline: Sequence[Block], level: int, uri: str, vocabulary: Vocabulary) -> None:
        """Read the blocks under a title of the given heading level."""
        self.quadrants: list[QuadrantSection] = []
        super().__init__(outline, level, uri, vocabulary)

    def fields(self, id: str, title: str, location: Location) -> dict[str, Any]:
        """The fields of the questionnaire."""
        quadrants = tuple(
            Quadrant(q.id, q.title, q.text, q.passages.get("first-step"), q.location, q.x, q.y) for q in self.quadrants
        )
        return super().fields(id, title, location) | {"quadrants": quadrants}

    def settings(self, settings: Settings) -> dict[str, Any]:
        """The fields of the questionnaire that only this kind's settings give."""
        x, y, cut = settings.text("x"), settings.text("y"), settings.number("cut", *NUMBERS["cut"])
        return {"square": Square(x, y, cut or DEFAULT_CUT) if x and y else None}

    def conditional_results(self) -> list[ConditionalText] | None:
        """The list of result texts of an axis; the whole has no score, but a square."""
        return super().conditional_results() if self.section is not self.root else None

    def begin_outcome(self, name: str, title: str, given: Attributes, location: Location) -> None:
        """Begin a square."""
        id, problems = check_id(
            given,
            say('The square "{title}" has no id.', title=title),
            f"{{.{CLASS} #instruct}}",
            location,
            self.vocabulary,
        )
        settings = Settings(given.values, FLAGS, lambda _: location)
        x, y = (settings.choice(axis, ("low", "high")) for axis in FLAGS)
        quadrant = QuadrantSection(id or f"{CLASS}-{location.line}", title, location, is_outcome=True, x=x, y=y)
        self.quadrants.append(quadrant)
        self.section = quadrant
        self.problems += [*problems, *settings.problems]
