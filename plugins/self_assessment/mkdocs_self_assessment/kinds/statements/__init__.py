"""Rated statements: a score for each dimension, and one for the whole."""

from __future__ import annotations

from pathlib import Path

from mkdocs_foundation.values import dataclass

from ...kind import QuestionnaireKind
from ...model import Questionnaire
from ...reading.body import Body


@dataclass(frozen=True)
class Statements(Questionnaire):
    """A questionnaire of rated statements."""


STATEMENTS = QuestionnaireKind(
    "statements",
    Path(__file__).parent,
    Statements,
    Body,
    draws_radar=True,
)
