"""Advice on statements that are hard to answer: two denials, two things at once; and on areas with few of them.

One thing in each statement, and no two denials: J. Krosnick and S. Presser, "Question and Questionnaire Design", in the
*Handbook of Survey Research* (2010). Three statements an area at least: W. Velicer and J. Fava, "Effects of Variable
and Subject Sampling on Factor Pattern Recovery", *Psychological Methods* 3 (1998).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from mkdocs_foundation.locales import base_language
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.values import dataclass

from ..elements import Item
from ..model import Questionnaire
from ..problem_codes import ProblemCode
from ..saying import say

FEWEST = 3
"""Statements of an area from which on one odd answer doesn't decide its score."""
SEVERAL = 8
"""Statements in all from which on a self-assessment is no small one, of which each area has one or two on purpose."""
_WORD = pattern(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_CLAUSE = pattern(r"[,;:.!?–—()]")


@dataclass(frozen=True)
class _Words:
    negations: frozenset[str]
    joins: re.Pattern[str] | None


def check(questionnaire: Questionnaire, locale: str, is_source: bool) -> Iterator[Problem]:
    """The advice on the statements in a language; that on areas in the source language only, which decides them."""
    words = _words().get(base_language(locale))
    for item in questionnaire.items if words else ():
        assert words is not None
        yield from _statement(item, words)
    for dimension in questionnaire.dimensions if is_source else ():
        count = sum(dimension.id in item.dimensions for item in questionnaire.items)
        if 0 < count < FEWEST and questionnaire.count >= SEVERAL:
            yield Problem(
                ProblemCode.FEW_STATEMENTS,
                dimension.location,
                say("The area has few statements, so that one answer decides its score."),
                say("{count} statements", one="{count} statement", count=count),
                say("at least {count} statements an area", count=FEWEST),
                say("Write another statement for it, or join it with another area."),
            )


def _statement(item: Item, words: _Words) -> Iterator[Problem]:
    text = item.text.replace("’", "'")
    for clause in _CLAUSE.split(text):
        denials = [word for word in _WORD.findall(clause) if word.lower() in words.negations]
        if len(denials) > 1:
            yield Problem(
                ProblemCode.DOUBLE_NEGATION,
                item.location,
                say("The statement denies twice: to disagree with it means to deny a third time."),
                listed(map(verbatim, denials), " … "),
                say("one denial in a statement at most"),
                say("Say what happens instead, without one of the two words."),
            )
            return
    if words.joins and (joined := words.joins.search(text)):
        yield Problem(
            ProblemCode.DOUBLE_STATEMENT,
            item.location,
            say("The statement says two things: whoever agrees with one of them only has no answer."),
            verbatim(joined[0]),
            say("one thing in each statement"),
            say("Make two statements of it, or leave out the second thing."),
        )


@cache
def _words() -> Mapping[str, _Words]:
    written = tomllib.loads((Path(__file__).parent / "wording.toml").read_text(encoding="utf-8"))
    return {
        language: _Words(frozenset(lists.get("negations", "").split()), _joins(lists.get("joins", [])))
        for language, lists in written.items()
    }


def _joins(joins: list[str]) -> re.Pattern[str] | None:
    alternatives = "|".join(re.escape(words).replace("\\ ", r"\s+") for words in joins)
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE) if joins else None
