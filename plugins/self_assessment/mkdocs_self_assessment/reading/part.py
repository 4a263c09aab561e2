"""What stands under one heading of a self-assessment, in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_foundation.problems import Location

from ..parts import Action, Band, Item, Scale


@dataclass
class Part:
    """A dimension, a situation, a style or a square; which of the fields matter depends on which it is."""

    id: str
    title: str
    location: Location
    scale: Scale | None = None
    minimum: int | None = None
    target: int | None = None
    readiness: int | None = None
    x: str | None = None
    y: str | None = None
    prose: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its prose as one piece of Markdown."""
        return "\n\n".join(self.prose)
