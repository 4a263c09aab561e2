"""Two dimensions as axes: their scores place a point in a named square."""

from __future__ import annotations

from pathlib import Path

from ...kind import QuestionnaireKind
from ..statements import STATEMENTS
from . import checking, presenting, reading
from .model import Quadrant, Square, SquareData, TwoFactor

TWO_FACTOR = QuestionnaireKind(
    "two-factor",
    Path(__file__).parent,
    TwoFactor,
    reading.TwoFactorBody,
    check=checking.check,
    view=presenting.view,
    data=presenting.data,
    types=(("Square", Square), ("Square", SquareData), ("Quadrant", Quadrant)),
    settings=reading.SETTINGS,
    classes=(reading.CLASS,),
    flags=reading.FLAGS,
    builds_on=STATEMENTS,
    has_whole=False,
)
