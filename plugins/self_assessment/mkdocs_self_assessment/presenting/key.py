"""The scoring key: what a reader needs to work out a result by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mkdocs_foundation.sources.catalogue import Catalogue

from ..conditions.texts import ConditionalText
from ..conditions.words import Wording, in_words
from ..elements import Band, Dimension, Outcome
from ..model import Questionnaire, passages_of
from ..numbers import UNITS, Sums, exact, sums_of, units
from ..reading.blocks import plain_text
from .pieces import Pieces, words_of
from .views import BandView, ConditionalView, ItemView, OutcomeView, PassageView, PointsRowView, PointsView, SumView


def points_tables(items: Sequence[ItemView]) -> tuple[PointsView, ...]:
    """The points of all items; items with the same points share a line."""
    tables: dict[tuple[str, ...], dict[tuple[float | None, ...], list[ItemView]]] = {}
    for item in sorted(items, key=lambda item: item.number):
        rows = tables.setdefault(tuple(o.label for o in item.options), {})
        rows.setdefault(tuple(o.points for o in item.options), []).append(item)
    return tuple(
        PointsView(labels, tuple(PointsRowView(tuple(alike), points) for points, alike in rows.items()))
        for labels, rows in tables.items()
    )


def to_add_up(q: Questionnaire, items: Mapping[str, ItemView], has_whole: bool) -> tuple[SumView, ...]:
    """What is added up for each score: each dimension with a heading of its own, and the whole if it has a score."""
    groups = [(plain_text(d.title), q.scored_in(d.id)) for d in q.dimensions if d.id != q.id]
    if q.items and has_whole:
        groups.append(("", q.items))
    return tuple(
        SumView(title, number_ranges(items[i.id].number for i in group), *sums(items[i.id] for i in group))
        for title, group in groups
    )


def number_ranges(numbers: Iterable[int]) -> str:
    """Numbers with runs of three and more joined: "1–3, 5, 6"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


def sums(items: Iterable[ItemView]) -> tuple[float, float]:
    """The lowest and the highest sum that all items together can give."""
    bounds = [(item.points_min, item.points_max) for item in items]
    return exact(sum(low for low, _ in bounds)), exact(sum(high for _, high in bounds))


def possible_sums(items: Iterable[ItemView]) -> Sums:
    """The sums that answers to all items can give."""
    return sums_of([o.points for o in item.options if o.points is not None] for item in items)


def band_texts(dimension: str, bands: Sequence[Band], pieces: Pieces, sums: Sums | None) -> tuple[BandView, ...]:
    """Result texts with the printed sums that fall in them; without `sums` none."""
    return tuple(
        BandView(
            band.low,
            band.high,
            pieces.block("band", dimension, index),
            *_sums_in(band, sums),
            bool(band.points),
            plain_text(band.name),
        )
        for index, band in enumerate(bands)
    )


def passage_texts(id: str, owner: Questionnaire | Dimension | Outcome, pieces: Pieces) -> tuple[PassageView, ...]:
    """The passages of a result; `id` is that of the result, "" for the whole."""
    return tuple(
        PassageView(name, plain_text(passage.title), pieces.block(name, id)) for name, passage in passages_of(owner)
    )


def outcome_text(outcome: Outcome, pieces: Pieces) -> OutcomeView:
    """The view of a result that has a name and a text of its own."""
    html = pieces.block("outcome", outcome.id)
    return OutcomeView(outcome.id, plain_text(outcome.title), html, passage_texts(outcome.id, outcome, pieces))


def conditional_texts(
    owner: str, texts: Sequence[ConditionalText], pieces: Pieces, words: Catalogue, wordings: Mapping[str, Wording]
) -> tuple[ConditionalView, ...]:
    """Result texts with their conditions in words."""
    return tuple(
        ConditionalView(
            in_words(text.condition, words, wordings), pieces.block("band", owner, index), plain_text(text.name)
        )
        for index, text in enumerate(texts)
    )


def wordings(q: Questionnaire, items: Iterable[ItemView]) -> dict[str, Wording]:
    """Names of the subjects of conditions for readers: numbers of statements, titles of dimensions."""
    answers = {
        item.id: Wording(
            str(item.number), tuple((o.value, words_of(o.label)) for o in item.options if o.value is not None)
        )
        for item in items
    }
    levels = {id: wording.labels for id, wording in answers.items()}
    return answers | {d.id: Wording(plain_text(d.title), levels.get(d.id, ())) for d in q.dimensions}


def _sums_in(band: Band, sums: Sums | None) -> tuple[float | None, float | None]:
    """The lowest and the highest sum in a half-open band; `None` for both if there is none."""
    if band.points:
        return band.low, band.high
    if sums is None:
        return None, None
    reach = sums.high - sums.low
    # In whole numbers, as a sum on a limit must be on the right side of it.
    first, end = (-(-units(limit) * reach // (100 * UNITS * sums.step)) for limit in (band.low, band.high))
    last = reach // sums.step if band.high == 100 else end - 1
    if last < first:
        return None, None
    return exact((sums.low + first * sums.step) / UNITS), exact((sums.low + last * sums.step) / UNITS)
