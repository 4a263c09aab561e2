"""Statements with their answers, as the form shows them."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from itertools import groupby

from mkdocs_foundation.sources.catalogue import Catalogue, MissingStringError

from ..conditions.tree import Comparison, comparisons
from ..conditions.words import Wording, in_words
from ..elements import Dimension, Item, Part
from ..model import Questionnaire
from ..numbers import exact
from ..reading.scales import NAMED, POSITIVE_FIRST
from .pieces import Pieces, checklist_pieces, words_of
from .views import ItemView, OptionView, SectionView


def statement_sections(q: Questionnaire, pieces: Pieces, t: Catalogue) -> tuple[SectionView, ...]:
    """The statements of each dimension, under its heading."""
    numbers = {item.id: number for number, item in enumerate(q.items, start=1)}
    return tuple(
        section_view(s.id, tuple(_item(q, item, numbers, pieces, t) for item in q.shown_in(s.id)), pieces)
        for s in q.sections
    )


def section_view(id: str, items: tuple[ItemView, ...], pieces: Pieces) -> SectionView:
    """The view of the items under one heading."""
    return SectionView(id, pieces.heading("heading", id), pieces.block("about", id), items)


def statement_checklist(q: Questionnaire) -> list[str]:
    """The Markdown of the readable checklist: headings, introductions and statements."""
    found: list[str] = []
    for section in q.sections:
        found += [heading(q, section, q.level + 1), section.introduction]
        for _, group in groupby(q.shown_in(section.id), key=_Leads()):
            items = list(group)
            found += [items[0].lead, *checklist_pieces([_with_explanation(item) for item in items])]
    return found


def heading(q: Questionnaire, section: Dimension | Part, level: int) -> str:
    """The Markdown of a section's heading; "" where it has none of its own."""
    if section.id == q.id or not section.title:
        return ""
    anchor = f" {{#{section.id}}}" if isinstance(section, Dimension) else ""
    return f"{'#' * level} {section.title}{anchor}"


class _Leads:
    """Numbers the groups of items: a group begins where an item has a lead."""

    def __init__(self) -> None:
        self._number = 0

    def __call__(self, item: Item) -> int:
        self._number += bool(item.lead)
        return self._number


def _with_explanation(item: Item) -> str:
    return f"{item.text}\n\n{textwrap.indent(item.explanation, '    ')}\n" if item.explanation else item.text


def labels(words: Catalogue, scale: str) -> tuple[str, ...]:
    """Labels of a named scale, lowest value first. Raises `MissingStringError`."""
    found = words.lists.get(f"scales.{scale}", ())
    if len(found) != len(NAMED[scale].values):
        raise MissingStringError(f"{words.lang}: scales.{scale}")
    return found


def _item(q: Questionnaire, item: Item, numbers: Mapping[str, int], pieces: Pieces, t: Catalogue) -> ItemView:
    return ItemView(
        number=numbers[item.id],
        id=item.id,
        html=pieces.inline("item", item.id),
        options=_options(q, item, t),
        dimensions=item.dimensions,
        explanation_html=pieces.block("explanation", item.id) if item.explanation else "",
        lead_html=pieces.heading("lead", item.id) if item.lead else "",
        must=item.must,
        condition=_condition(q, item, numbers, t),
    )


def _condition(q: Questionnaire, item: Item, numbers: Mapping[str, int], t: Catalogue) -> str:
    condition = item.condition
    if condition is None:
        return ""
    named = {c.subject for c in comparisons(condition)}
    offered = {
        i.id: [(o.value, words_of(o.label)) for o in _options(q, i, t) if o.value is not None]
        for i in q.items
        if i.id in named
    }
    if named - set(offered):  # reported
        return ""
    if not isinstance(condition, Comparison):
        return in_words(condition, t, {id: Wording(str(numbers[id]), tuple(found)) for id, found in offered.items()})
    limit = condition.value or 0
    answers = [label for value, label in offered[condition.subject] if condition.operator.passes(value, limit)]
    return t("form.only-if", number=numbers[condition.subject], answers=" / ".join(answers))


def _options(q: Questionnaire, item: Item, t: Catalogue) -> tuple[OptionView, ...]:
    scale = q.scale_of(item)
    if scale is None:
        return ()
    turned = (scale.low + scale.high, -1) if item.reverse else (0, 1)
    options = [
        OptionView(
            value,
            label or t.number(value),
            exact((turned[0] + turned[1] * value) * (item.weight or 1)),
            number=t.number(value) if scale.has_numbers else "",
        )
        for value, label in zip(scale.values, scale.labels or labels(t, scale.name or ""), strict=True)
    ]
    if scale.name in POSITIVE_FIRST:
        options.reverse()
    if q.offers_not_relevant(item):
        options.append(OptionView(None, t("scales.not-relevant"), None))
    return tuple(options)
