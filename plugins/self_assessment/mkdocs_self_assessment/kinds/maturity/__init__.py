"""Levels described in prose: a staircase for each dimension, today and in a year."""

from __future__ import annotations

from pathlib import Path

from ...kind import QuestionnaireKind
from . import checking, presenting, reading
from .model import LadderData, LevelData, LevelDimension, LevelItemData, Maturity

MATURITY = QuestionnaireKind(
    "maturity",
    Path(__file__).parent,
    Maturity,
    reading.MaturityBody,
    check=checking.check,
    nothing_asked=checking.no_dimensions,
    compare=checking.compare,
    compose=presenting.compose,
    checklist=presenting.checklist,
    sections=presenting.sections,
    view=presenting.view,
    data=presenting.data,
    types=(
        ("Item", LevelItemData),
        ("Dimension", LevelDimension),
        ("Dimension", LadderData),
        ("Level", LevelData),
    ),
    flags=reading.FLAGS,
    recognize=reading.recognize,
    count="page.areas",
    has_whole=False,
    high_is_good=True,
    needs_results=False,
)
