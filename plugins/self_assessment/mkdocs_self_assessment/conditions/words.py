"""A condition in the reader's words, for paper."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_foundation.values import dataclass

from .tree import AllOf, Comparison, Condition, Measure, Operator

SCORE_WORDS = {
    Operator.EQUAL: "score-equal",
    Operator.UNEQUAL: "score-unequal",
    Operator.BELOW: "score-below",
    Operator.AT_MOST: "score-at-most",
    Operator.ABOVE: "score-above",
    Operator.AT_LEAST: "score-at-least",
}
"""The string of the catalogue for each way to compare a score."""


@dataclass(frozen=True)
class Wording:
    """Name and labels of a subject of a condition, for readers."""

    name: str
    """Plain title of a dimension; number of a statement."""
    labels: tuple[tuple[float, str], ...] = ()
    """The value and the label of each answer or level, in the order of the page; none for a score."""


def in_words(condition: Condition | None, words: Catalogue, wordings: Mapping[str, Wording]) -> str:
    """The condition in words, as the line above a text; `None` is "otherwise"."""
    if condition is None:
        return words("conditions.otherwise")
    return words("conditions.when", condition=_phrase(condition, words, wordings))


def _phrase(condition: Condition, words: Catalogue, wordings: Mapping[str, Wording]) -> str:
    if isinstance(condition, Comparison):
        return _comparison(condition, words, wordings[condition.subject])
    phrases = []
    for part in condition.operands:
        phrase = _phrase(part, words, wordings)
        phrases.append(phrase if isinstance(part, Comparison) else f"({phrase})")
    return _joined(phrases, "and" if isinstance(condition, AllOf) else "or", words)


def _comparison(comparison: Comparison, words: Catalogue, wording: Wording) -> str:
    limit = comparison.value or 0
    if comparison.measure is Measure.SCORE:
        name = words("conditions.quoted", text=wording.name)
        return words(f"conditions.{SCORE_WORDS[comparison.operator]}", name=name, value=limit)
    passing = [label for value, label in wording.labels if comparison.operator.passes(value, limit)]
    labels = _joined([words("conditions.quoted", text=label) for label in passing], "or", words)
    if comparison.measure is Measure.LEVEL:
        return words("conditions.level", name=words("conditions.quoted", text=wording.name), levels=labels)
    return words("conditions.answer", number=wording.name, answers=labels)


def _joined(phrases: list[str], word: str, words: Catalogue) -> str:
    joined = phrases[0]
    for phrase in phrases[1:]:
        joined = words(f"conditions.{word}", first=joined, second=phrase)
    return joined
