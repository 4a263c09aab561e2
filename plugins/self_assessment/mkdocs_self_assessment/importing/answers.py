"""Answers of other programs as a scale: a named one where its words fit in any language, else one of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.sources import catalogue
from mkdocs_foundation.values import dataclass

from ..numbers import NUMBER, exact, read_number
from ..pages.strings import BUILT_IN
from ..reading.scales import NAMED
from .draft import Answer
from .vocabulary import folded, is_no_answer

_LABELLED = pattern(rf"\s*(?P<value>{NUMBER})\s*(?:[=:.)]|[–—-](?=\s)|\s)\s*(?P<label>[^\W\d].*?)\s*", re.DOTALL)
_LEGEND = pattern(
    rf"(?<![\w.,])(?P<value>{NUMBER})\s*(?:=|:|\s[–—-]\s)\s*(?P<label>[^\d;=|\n]+?)\s*(?=$|[;|\n]|,?\s*[(]?\d|\))"
)


@dataclass(frozen=True)
class Fit:
    """What answers become."""

    scale: str
    """A scale as authors write it; "" where they can't become one."""
    not_relevant: bool
    """Whether "not relevant" is offered."""
    named: bool = False
    """Whether the scale is one of the package's."""
    similar: str = ""
    """The named scale with the same ends and the same number of answers, where other words differ."""
    became_not_relevant: str = ""
    """The label that became "not relevant", where it has other words."""
    left_out: bool = False
    """Whether values that can't be those of a scale were replaced by 1, 2, 3 …"""


@cache
def _labels() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The folded labels of each named scale in every language, lowest first."""
    found: dict[str, list[tuple[str, ...]]] = {name: [] for name in NAMED}
    for language in catalogue.languages(BUILT_IN[0]):
        words = catalogue.load(BUILT_IN[0], language)[0]
        for name, labels in found.items():
            labels.append(tuple(folded(label) for label in words.lists.get(f"scales.{name}", ())))
    return {name: tuple(labels) for name, labels in found.items()}


@cache
def _not_relevant() -> frozenset[str]:
    languages = catalogue.languages(BUILT_IN[0])
    return frozenset(folded(catalogue.load(BUILT_IN[0], code)[0]("scales.not-relevant")) for code in languages)


def offers_nothing(label: str) -> bool:
    """Whether a label means "not relevant", in any language."""
    return folded(label) in _not_relevant() or is_no_answer(label)


def is_known(labels: Sequence[str]) -> bool:
    """Whether labels are those of a named scale, in either order."""
    wanted = tuple(map(folded, labels))
    return any(wanted in (own, own[::-1]) for labels in _labels().values() for own in labels)


def holding(given: Sequence[str]) -> tuple[str, ...]:
    """The labels of the named scale that has all answers that were given; none where no scale has."""
    wanted = {folded(answer) for answer in given if not offers_nothing(answer)}
    for language in catalogue.languages(BUILT_IN[0]) if wanted else ():
        lists = catalogue.load(BUILT_IN[0], language)[0].lists
        for name in NAMED:
            labels = lists.get(f"scales.{name}", ())
            if wanted <= set(map(folded, labels)):
                return labels
    return ()


def fit(answers: Sequence[Answer]) -> Fit:
    """The scale of answers in the order of their source, whose numbers decide the order where it has them."""
    nothing = [a for a in answers if a.label and offers_nothing(a.label)]
    real = [a for a in answers if a not in nothing]
    other = next((a.label for a in nothing if folded(a.label) not in _not_relevant()), "")
    if len(real) < 2:
        return Fit("", bool(nothing))
    values = [a.value for a in real]
    complete = [exact(v) for v in values if v is not None]
    has_values = len(complete) == len(real) == len(set(complete)) and all(_writable(v) for v in complete)
    left_out = bool(complete) and not has_values
    if has_values:
        real = [a for _, a in sorted(zip(complete, real, strict=True), key=lambda pair: pair[0])]
        complete.sort()
    labels = tuple(folded(a.label) for a in real)
    even = not has_values or len({exact(b - a) for a, b in pairwise(complete)}) == 1
    for name, languages in _labels().items():
        for own in languages:
            if even and (labels == own or (labels == own[::-1] and not has_values)):
                return Fit(name, bool(nothing), True, became_not_relevant=other)
    similar = next((n for n, all in _labels().items() if any(_same_ends(labels, own) for own in all)), "")
    if not has_values:
        if any(_same_ends(labels[::-1], own) for all in _labels().values() for own in all):
            real, labels = real[::-1], labels[::-1]
            similar = next(n for n, all in _labels().items() if any(_same_ends(labels, own) for own in all))
        complete = list(range(1, len(real) + 1))
    if not (real[0].label and real[-1].label):
        return Fit("", bool(nothing), left_out=left_out)
    written = " | ".join(f"{v} {_label(a.label)}".strip() for v, a in zip(complete, real, strict=True))
    return Fit(written, bool(nothing), similar=similar, became_not_relevant=other, left_out=left_out)


def _same_ends(labels: tuple[str, ...], own: tuple[str, ...]) -> bool:
    return len(labels) == len(own) and len(own) > 2 and (labels[0], labels[-1]) == (own[0], own[-1])


def _writable(value: float) -> bool:
    return read_number(str(value)) is not None


def _label(text: str) -> str:
    """A label that can stand in a scale, whose answers are divided by `|`, and in quotation marks."""
    plain = " ".join(text.replace("|", "/").replace('"', "'").split())
    return plain.translate(str.maketrans("{}", "()")).lstrip("-–—‒:=.) ").strip()


def labelled(text: str) -> Answer:
    """An answer out of a heading such as `1`, `Never`, `1 = Never` or `Never (1)`."""
    text = " ".join(text.split())
    number = read_number(text)
    if number is not None:
        return Answer("", number)
    if match := _LABELLED.fullmatch(text):
        return Answer(match["label"], read_number(match["value"]))
    if match := re.fullmatch(rf"(?P<label>.*\S)\s*\(\s*(?P<value>{NUMBER})\s*\)", text):
        return Answer(match["label"], read_number(match["value"]))
    return Answer(text)


def legend(text: str) -> tuple[Answer, ...]:
    """Answers out of a sentence such as `1 = Never, 2 = Sometimes, 3 = Always`, or `1 = Never … 5 = Always`."""
    found = [Answer(m["label"].strip(" ,;.()…–-"), read_number(m["value"])) for m in _LEGEND.finditer(text)]
    values = [a.value for a in found if a.value is not None]
    if len(found) < 2 or len(set(values)) < len(found) or not all(a.label for a in found):
        return ()
    ends = sorted((a for a in found if a.value is not None), key=lambda a: a.value or 0)
    low, high = ends[0].value or 0, ends[-1].value or 0
    if len(found) == 2 and 2 < high - low + 1 <= 11:
        between = [Answer("", low + step) for step in range(1, int(high - low))]
        return (ends[0], *between, ends[-1])
    return tuple(ends)


def listed(text: str) -> tuple[Answer, ...]:
    """Answers in one cell, divided by lines, `|`, `;` or `/`, or commas; none where it holds no list."""
    if "|" not in text and (found := legend(text)):
        return found
    for sign in ("\n", "|", ";", "/", ","):
        parts = [part.strip() for part in text.split(sign) if part.strip()]
        if len(parts) > 1 and sign == "|" and all(len(part) <= 100 for part in parts):
            return tuple(_of_a_scale(part) for part in parts)
        if len(parts) > 1:
            return tuple(labelled(part) for part in parts) if all(len(p) <= 60 for p in parts) else ()
    return ()


def _of_a_scale(part: str) -> Answer:
    """An answer as authors write it in a scale, whose label may begin with a number of its own."""
    head, _, rest = part.partition(" ")
    value = read_number(head)
    return Answer(rest.strip(), value) if value is not None else labelled(part)
