"""The kinds of questionnaires: a folder each, and a line each in `KINDS`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ..kind import QuestionnaireKind
from ..model import Questionnaire
from ..reading.blocks import Block
from ..reading.settings import ASSESSMENT, CLASSES, DIMENSION, ITEM, PART, Vocabulary
from .checklist import CHECKLIST
from .maturity import MATURITY
from .scenarios import SCENARIOS
from .statements import STATEMENTS
from .two_factor import TWO_FACTOR

KINDS: tuple[QuestionnaireKind[Any], ...] = (
    STATEMENTS,
    CHECKLIST,
    SCENARIOS,
    TWO_FACTOR,
    MATURITY,
)
"""All kinds; the first is the default of a page that shows no sign of another."""

BY_NAME: Mapping[str, QuestionnaireKind[Any]] = MappingProxyType({kind.name: kind for kind in KINDS})
"""Kinds by the name that authors write in `kind:`."""

_BY_MODEL = {kind.model: kind for kind in KINDS}

VOCABULARY = Vocabulary(
    (*ASSESSMENT, *(name for kind in KINDS for name in kind.settings)),
    MappingProxyType({**dict.fromkeys(CLASSES, ""), **{name: kind.name for kind in KINDS for name in kind.classes}}),
    frozenset({*ITEM, *DIMENSION, *PART, *(name for kind in KINDS for name in kind.flags)}),
)
"""The names that authors may write."""


def kind_of(questionnaire: Questionnaire) -> QuestionnaireKind[Any]:
    """The kind of a questionnaire."""
    return _BY_MODEL[type(questionnaire)]


def recognize(outline: Sequence[Block]) -> QuestionnaireKind[Any]:
    """The kind of a page whose settings don't name it, as those of a translation need not."""
    return next((kind for kind in KINDS[1:] if kind.has(outline)), KINDS[0])
