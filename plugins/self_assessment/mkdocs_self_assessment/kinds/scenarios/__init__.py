"""Situations with an action for each style: a style profile."""

from __future__ import annotations

from pathlib import Path

from ...elements import Outcome
from ...kind import QuestionnaireKind
from . import checking, presenting, reading
from .model import ActionData, Scenarios, SituationData

SCENARIOS = QuestionnaireKind(
    "scenarios",
    Path(__file__).parent,
    Scenarios,
    reading.ScenariosBody,
    check=checking.check,
    compare=checking.compare,
    compose=presenting.compose,
    checklist=presenting.checklist,
    sections=presenting.sections,
    view=presenting.view,
    sums=presenting.added_up,
    data=presenting.data,
    types=(("Item", SituationData), ("Action", ActionData), ("Style", Outcome)),
    classes=(reading.CLASS,),
    flags=reading.FLAGS,
    count="page.situations",
    has_whole=False,
    high_is_good=True,
    compares_people=False,
)
