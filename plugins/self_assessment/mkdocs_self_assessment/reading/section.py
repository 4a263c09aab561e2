"""The content under one heading of a self-assessment while it is being read."""

from __future__ import annotations

from dataclasses import field

from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.values import dataclass

from ..conditions.texts import ConditionalText
from ..elements import NOWHERE, Band, Item, Passage, Scale


@dataclass
class Section:
    """A dimension, or a kind's own section such as a situation."""

    id: str
    title: str
    location: Location
    scale: Scale | None = None
    minimum: int | None = None
    target: int | None = None
    good: str | None = None
    is_part: bool = False
    """Whether the heading has no id, so that each item names the dimensions that it counts in."""
    shuffle: bool = False
    lead: list[str] = field(default_factory=list)
    """Headings and text below them, for the next item."""
    prose: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)
    conditional: list[ConditionalText] = field(default_factory=list)
    passages: dict[str, Passage] = field(default_factory=dict)
    """Texts with a heading of their own, by the class of the heading."""
    is_outcome: bool = False
    """Whether it is a result of its own, such as a style."""

    @property
    def text(self) -> str:
        """The prose of the section as one Markdown text."""
        return "\n\n".join(self.prose)

    @property
    def dimension(self) -> str:
        """Id of the dimension that its items count in; one that begins with `NOWHERE` where they must name it."""
        return f"{NOWHERE}dimension-{self.location.line}" if self.is_part else self.id

    @property
    def may_have(self) -> tuple[str, ...]:
        """Classes of the passages that may be under it."""
        if self.is_part:
            return ()
        return ("first-step",) if self.is_outcome else ("first-step", "questions")

    @property
    def has_questions(self) -> bool:
        """Whether anything to answer has been read, after which prose is not allowed."""
        return bool(self.items)
