"""What must be the same in every language, and what a translation takes from its source, by the marks of fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from mkdocs_foundation.problems import Location, Problem, nearest, suggest

from ..conditions.comparing import inherit
from ..elements import Band, Scale
from ..kinds import kind_of
from ..marks import Mark, Role, key_of, marked, marks_of
from ..model import Questionnaire
from ..problem_codes import ProblemCode
from .names import compare_names

_NOTHING: Mapping[Role, Any] = {Role.MEMBERS: (), Role.RANGES: (), Role.CONDITIONS: ()}
"""What a translation of another kind has of what only the source's kind has."""


def compare(source: Questionnaire, translation: Questionnaire, docs_dir: str = "docs") -> list[Problem]:
    """Every way in which a translation disagrees with the source language about structure or scoring."""
    problems = list(_kind(source, translation, docs_dir))
    problems += _object(source, translation, "the questionnaire", "", docs_dir)
    problems += _headings(source, translation, docs_dir)
    problems += _passages(source, translation, docs_dir)
    if type(source) is type(translation):
        problems += kind_of(source).compare(source, translation, docs_dir)
    return problems


def inherit_scoring(source: Questionnaire, translation: Questionnaire) -> Questionnaire:
    """The translation with every scoring field of the source; call it only where `compare` found nothing."""
    values = _inherited(source, translation)
    values |= {"kind": source.kind, "minutes": translation.minutes or source.minutes}
    return type(source)(**values)


def _inherited(source: Any, translation: Any) -> dict[str, Any]:
    """The fields of an object: text of the translation, and everything else of the source."""
    found: dict[str, Any] = {}
    for declared in fields(source):
        there, mark = getattr(source, declared.name), marks_of(source).get(declared.name)
        here: Any = getattr(translation, declared.name, _NOTHING.get(mark.role) if mark else there)
        if mark and mark.role is Role.SCORING:
            here = there.with_words_of(here) if isinstance(there, Scale) and here else there
        elif mark and mark.role is Role.MEMBERS:
            here = _inherited_members(there, here, mark.ordered)
        elif mark and mark.role is Role.CONDITIONS:
            here = inherit(there, here)
        found[declared.name] = here
    return found


def _inherited_members(source: Sequence[Any], translation: Sequence[Any], ordered: bool) -> tuple[Any, ...]:
    there = {key_of(member): member for member in source}
    here = {key_of(m): replace(m, **_inherited(there[key_of(m)], m)) if key_of(m) in there else m for m in translation}
    return tuple(here[key] for key in (there if ordered else here) if key in here)


def _kind(source: Questionnaire, translation: Questionnaire, docs_dir: str) -> Iterator[Problem]:
    expected, found = kind_of(source).name, translation.kind
    if found is not None and found != expected:
        mark = Mark(Role.SCORING, "the kind")
        yield _disagreement(mark, "", found, expected, source.location, translation.location, docs_dir)


def _object(source: Any, translation: Any, owner: str, of: str, docs_dir: str) -> Iterator[Problem]:
    """What a translation's object disagrees about with the source's; `of` names it after a field."""
    for name, mark in marked(source):
        there = getattr(source, name)
        here: Any = getattr(translation, name, _NOTHING.get(mark.role))
        if mark.role is Role.RANGES and not _has_conditions(source, translation):
            yield from _ranges(mark.name or owner, there, here, source.location, translation.location, docs_dir)
        elif mark.role is Role.MEMBERS and mark.name:
            yield from _members(mark.name, there, here, source.location, translation.location, docs_dir)
        elif mark.role is Role.SCORING and mark.name:
            yield from _scoring(mark, name, source, translation, of, docs_dir)


def _headings(source: Questionnaire, translation: Questionnaire, docs_dir: str) -> Iterator[Problem]:
    """Headings without ids: those of items that count elsewhere, and those that group items within a dimension."""
    if len(source.parts) != len(translation.parts):
        there, here = len(source.parts), len(translation.parts)
        place = (source.parts or translation.parts)[-1].location
        yield Problem(
            ProblemCode.TRANSLATION_MISSING if here < there else ProblemCode.TRANSLATION_UNKNOWN,
            translation.parts[-1].location if translation.parts else translation.location,
            "The translation has another number of headings without an id above statements.",
            str(here),
            f"{there}, as in {docs_dir}/{source.uri}" + (f"; the last is in line {place.line}" if there else ""),
            "Divide the statements as the original does.",
        )
        return
    for original, part in zip(source.parts, translation.parts, strict=True):
        yield from _object(original, part, "the part", f" of the statements in line {part.location.line}", docs_dir)
    originals = {item.id: item for item in source.items}
    for item in translation.items:
        one = originals.get(item.id)
        if one and bool(one.lead) != bool(item.lead):
            yield Problem(
                ProblemCode.TRANSLATION_MISSING if one.lead else ProblemCode.TRANSLATION_UNKNOWN,
                item.location,
                f'A heading above the statement "{item.id}" is only in one of the two languages.',
                "a heading" if item.lead else "no heading",
                f"{'a heading' if one.lead else 'no heading'}, as in {docs_dir}/{one.location}",
                "Write it, translated." if one.lead else "Remove it, or add it to the original first.",
            )


def _passages(source: Questionnaire, translation: Questionnaire, docs_dir: str) -> Iterator[Problem]:
    """First steps and questions that only one of the two languages has; what is missing is one problem of each kind."""
    there, here = ({(name, id): p for name, id, p in q.passages} for q in (source, translation))
    for kind, what in (("first-step", "first step"), ("questions", "list of questions")):
        missing = [passage for key, passage in there.items() if key[0] == kind and key not in here]
        if missing:
            yield Problem(
                ProblemCode.TRANSLATION_MISSING,
                translation.location,
                f"The translation lacks a {what} of the original.",
                f"no {{.{kind}}} where the original has one",
                f"a {what} wherever {docs_dir}/{source.uri} has one; what is missing is there in line "
                + ", ".join(str(passage.location.line) for passage in missing),
                "Translate it, under the same dimension or heading.",
            )
        for passage in (passage for key, passage in here.items() if key[0] == kind and key not in there):
            yield Problem(
                ProblemCode.TRANSLATION_UNKNOWN,
                passage.location,
                f"Only the translation has this {what}.",
                passage.title,
                f"a {what} only where {docs_dir}/{source.uri} has one",
                "Remove it, or add it to the original first.",
            )


def _has_conditions(*owners: Any) -> bool:
    """Whether a list of result texts is one of conditions, in either language; `conditional` compares these."""
    return any(getattr(owner, "conditional", ()) for owner in owners)


def _members(
    what: str,
    source: Sequence[Any],
    translation: Sequence[Any],
    original: Location,
    location: Location,
    docs_dir: str,
) -> Iterator[Problem]:
    there = {key_of(member): member for member in source}
    here = {key_of(member): member for member in translation}
    missing = [key for key in there if key not in here]
    for key, member in here.items():
        if key in there:
            yield from _object(there[key], member, f'the {what} "{key}"', f' of "{key}"', docs_dir)
            continue
        near = nearest(key, missing)
        yield Problem(
            ProblemCode.TRANSLATION_UNKNOWN,
            member.location,
            f'The {what} "{key}" does not exist in the original.',
            f"#{key}",
            f"the ids of {docs_dir}/{original.path}"
            + (f"; not yet used here: {', '.join(missing)}" if missing else ", each of which is here already"),
            suggest(key, missing, f"Use the original's id, or add the {what} to the original first."),
        )
        if near:  # reported already: one mistake, one message
            missing.remove(near)
    if missing:
        one = len(missing) == 1
        yield Problem(
            ProblemCode.TRANSLATION_MISSING,
            location,
            f"The translation lacks {'a' if one else len(missing)} {what}{'' if one else 's'} of the original.",
            f"no {', '.join(f'#{key}' for key in missing)}",
            f"every {what} of {docs_dir}/{original.path}; what is missing is there in line "
            + ", ".join(str(there[key].location.line) for key in missing),
            f"Translate {'it and give it' if one else 'each and give it'} the original's id.",
        )


def _scoring(mark: Mark, name: str, source: Any, translation: Any, of: str, docs_dir: str) -> Iterator[Problem]:
    there, here = mark.value(source, name), getattr(translation, name, None)
    if isinstance(there, Scale) and there.labels and here is None:
        yield _without_labels(there, of, translation.location)
        return
    written = mark.written(translation, source) if mark.written else here
    if isinstance(mark.default, bool):  # a flag: only its presence has a meaning
        there, written = mark.name if there else f"no {mark.name}", mark.name if written else None
    if written is not None and _say(written) != _say(there):
        yield _disagreement(mark, of, written, there, source.location, translation.location, docs_dir)


def _disagreement(
    mark: Mark, of: str, found: object, expected: object, original: Location, location: Location, docs_dir: str
) -> Problem:
    return Problem(
        ProblemCode.TRANSLATION_SCORING,
        location,
        f"The translation disagrees with the original about {mark.name}{of}.",
        _say(found),
        f"{_say(expected)}, as in {docs_dir}/{original}",
        "Remove it here: scoring is written only in the original. If the original is wrong, change it there.",
    )


def _without_labels(scale: Scale, of: str, location: Location) -> Problem:
    example = " | ".join(f"{value} …" for value in scale.values)
    return Problem(
        ProblemCode.TRANSLATION_SCORING,
        location,
        f"The labels of the answer scale{of} are not translated.",
        "no scale",
        f'the original\'s scale with labels in this language: "{example}"',
        "Add it, with the same numbers.",
    )


def _ranges(
    owner: str,
    there: Sequence[Band],
    here: Sequence[Band],
    original: Location,
    location: Location,
    docs_dir: str,
) -> Iterator[Problem]:
    expected, found = [sorted((b.low, b.high, str(b)) for b in bands) for bands in (there, here)]
    if expected != found:
        yield Problem(
            ProblemCode.TRANSLATION_BANDS,
            here[0].location if here else location,
            f"The ranges of the result texts for {owner} are not those of the original.",
            _list(found),
            f"{_list(expected)}, as in {docs_dir}/{there[0].location if there else original}",
            "Use the original's ranges and translate the text of each.",
        )
        return
    yield from compare_names(owner, there, here, docs_dir)


def _list(bands: Sequence[tuple[float, float, str]]) -> str:
    return ", ".join(text for _, _, text in bands) or "no result texts"


def _say(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else "not set" if value is None else str(value)
