"""A result worked out when the site is built, for a page that shows what one looks like.

Scores are calculated as the scripts do, of the statements that are answered: a test gives both the same vectors.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mkdocs_foundation.values import dataclass

from .elements import Band, Item
from .model import LOW, Questionnaire
from .numbers import sums_of, units
from .reading.blocks import plain_text

TONES = 5
"""Tones of result texts, from 1 for the worst to 5 for the best."""


@dataclass(frozen=True)
class ExampleScore:
    """A score, and the result text that it belongs to."""

    title: str
    """Plain title of the dimension, or of the self-assessment."""
    value: float
    """Score from 0 to 100, not rounded."""
    name: str
    """Plain name of the result text; "" without one."""
    tone: int
    """Place of the result text among the others: 1 for the worst to 5 for the best, 3 for the only one."""
    ranges: tuple[tuple[float, float, int], ...]
    """Beginning, end and tone of each result text's range."""


@dataclass(frozen=True)
class ExampleResult:
    """The scores of one result."""

    whole: ExampleScore
    """Score of all statements."""
    dimensions: tuple[ExampleScore, ...]
    """Scores of the dimensions, in the order of the page."""


def example_result(q: Questionnaire, answers: Mapping[str, float]) -> ExampleResult | None:
    """The result of answers, by the ids of statements; `None` where none of them fits.

    What isn't answered, or not with a value of its scale, is left out: authors may add and delete statements.
    """
    q = q.with_defaults()
    whole = _score(q.title, q.items, q.bands, q.good, answers)
    dimensions = (_score(d.title, q.scored_in(d.id), d.bands, d.good, answers) for d in q.dimensions)
    return ExampleResult(whole, tuple(filter(None, dimensions))) if whole else None


def percent(items: Iterable[Item], answers: Mapping[str, float]) -> float | None:
    """The score of some items in percent of the maximum possible; `None` without an answer."""
    total, points = 0, []
    for item in items:
        answer = answers.get(item.id)
        if item.scale is None or answer not in item.scale.values:
            continue
        scale, weight = item.scale, item.weight or 1
        total += units(weight * (scale.low + scale.high - answer if item.reverse else answer))
        points.append([weight * value for value in scale.values])
    sums = sums_of(points)
    return 100 * (total - sums.low) / (sums.high - sums.low) if points else None


def _score(
    title: str, items: Sequence[Item], bands: Sequence[Band], good: str | None, answers: Mapping[str, float]
) -> ExampleScore | None:
    value = percent(items, answers)
    if value is None:
        return None
    last = len(bands) - 1
    places = [(last - index if good == LOW else index) / last if last else 0.5 for index in range(len(bands))]
    tones = [1 + int((TONES - 1) * place + 0.5) for place in places]
    index = next((index for index, band in enumerate(bands) if value < band.high), last)
    return ExampleScore(
        plain_text(title),
        value,
        plain_text(bands[index].name) if bands else "",
        tones[index] if bands else (TONES + 1) // 2,
        tuple((band.low, band.high, tone) for band, tone in zip(bands, tones, strict=True)),
    )
