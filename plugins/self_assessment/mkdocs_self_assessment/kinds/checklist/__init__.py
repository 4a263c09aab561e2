"""A checklist: statements answered with yes, partly or no, which need no scale."""

from __future__ import annotations

from pathlib import Path

from mkdocs_foundation.values import dataclass

from ...elements import Item, Scale
from ...kind import QuestionnaireKind
from ...model import Questionnaire
from ...reading.body import Body
from ...reading.scales import NAMED
from ..statements import STATEMENTS


@dataclass(frozen=True)
class Checklist(Questionnaire):
    """A questionnaire whose answers are yes, partly and no unless its author writes others."""

    def scale_of(self, item: Item) -> Scale | None:
        """The scale that an item is answered on."""
        return super().scale_of(item) or NAMED["yes-partly-no"]


class ChecklistBody(Body):
    """Reads a checklist."""

    kind = "checklist"


CHECKLIST = QuestionnaireKind(
    "checklist",
    Path(__file__).parent,
    Checklist,
    ChecklistBody,
    builds_on=STATEMENTS,
    draws_radar=True,
)
