"""What must be the same in every language, and what a translation takes from its source, by the marks of fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest, suggest

from ..conditions.comparing import inherit
from ..elements import Band, Scale
from ..kinds import kind_of
from ..marks import Mark, Role, fields_of, key_of, marked
from ..model import Questionnaire
from ..naming import WHOLE
from ..problem_codes import ProblemCode
from ..saying import say
from .names import compare_names

_NOTHING: Mapping[Role, Any] = {Role.MEMBERS: (), Role.RANGES: (), Role.CONDITIONS: ()}
"""What a translation of another kind has of what only the source's kind has."""


def compare(source: Questionnaire, translation: Questionnaire, docs_dir: str = "docs") -> list[Problem]:
    """Every way in which a translation disagrees with the source language about structure or scoring."""
    problems = list(_kind(source, translation, docs_dir))
    problems += _object(source, translation, WHOLE, None, docs_dir)
    problems += _headings(source, translation, docs_dir)
    problems += _passages(source, translation, docs_dir)
    if type(source) is type(translation):
        problems += kind_of(source).compare(source, translation, docs_dir)
    unknown = {p.found.removeprefix("#") for p in problems if p.code is ProblemCode.TRANSLATION_UNKNOWN}
    # What counts in a dimension that the original doesn't have follows from that.
    return [p for p in problems if p.code is not ProblemCode.TRANSLATION_SCORING or p.found not in unknown]


def inherit_scoring(source: Questionnaire, translation: Questionnaire) -> Questionnaire:
    """The translation with every scoring field of the source; call it only where `compare` found nothing."""
    values = _inherited(source, translation)
    values |= {"kind": source.kind, "minutes": translation.minutes or source.minutes}
    return type(source)(**values)


def _inherited(source: Any, translation: Any) -> dict[str, Any]:
    """The fields of an object: text of the translation, and everything else of the source."""
    found: dict[str, Any] = {}
    for name, mark in fields_of(source):
        there = getattr(source, name)
        here: Any = getattr(translation, name, _NOTHING.get(mark.role) if mark else there)
        if mark and mark.role is Role.SCORING:
            here = there.with_words_of(here) if isinstance(there, Scale) and here else there
        elif mark and mark.role is Role.MEMBERS:
            here = _inherited_members(there, here, mark.ordered)
        elif mark and mark.role is Role.CONDITIONS:
            here = inherit(there, here)
        found[name] = here
    return found


def _inherited_members(source: Sequence[Any], translation: Sequence[Any], ordered: bool) -> tuple[Any, ...]:
    there = {key_of(member): member for member in source}
    keys = ((key_of(member), member) for member in translation)
    here = {key: replace(m, **_inherited(there[key], m)) if key in there else m for key, m in keys}
    return tuple(here[key] for key in (there if ordered else here) if key in here)


def _kind(source: Questionnaire, translation: Questionnaire, docs_dir: str) -> Iterator[Problem]:
    expected, found = kind_of(source).name, translation.kind
    if found is not None and found != expected:
        mark = Mark(Role.SCORING, say("the kind"))
        yield _disagreement(mark, None, found, expected, source.location, translation.location, docs_dir)


def _object(source: Any, translation: Any, owner: Message, of: Message | None, docs_dir: str) -> Iterator[Problem]:
    """What a translation's object disagrees about with the source's; `of` names it after a field."""
    for name, mark in marked(source):
        there = getattr(source, name)
        here: Any = getattr(translation, name, _NOTHING.get(mark.role))
        if mark.role is Role.RANGES and not _has_conditions(source, translation):
            yield from _ranges(
                verbatim(mark.name or owner), there, here, source.location, translation.location, docs_dir
            )
        elif mark.role is Role.MEMBERS and mark.name:
            yield from _members(verbatim(mark.name), there, here, source.location, translation.location, docs_dir)
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
            say("The translation has another number of headings without an id above statements."),
            verbatim(here),
            say("{count}, as in {place}", count=there, place=f"{docs_dir}/{place if there else source.uri}"),
            say("Divide the statements as the original does."),
        )
        return
    for original, part in zip(source.parts, translation.parts, strict=True):
        yield from _object(
            original,
            part,
            verbatim(part.title),
            say("the statements in line {line}", line=part.location.line),
            docs_dir,
        )
    originals = {item.id: item for item in source.items}
    for item in translation.items:
        one = originals.get(item.id)
        if one and bool(one.lead) != bool(item.lead):
            yield Problem(
                ProblemCode.TRANSLATION_MISSING if one.lead else ProblemCode.TRANSLATION_UNKNOWN,
                item.location,
                say('A heading above the statement "{item}" is only in one of the two languages.', item=item.id),
                (say("a heading") if item.lead else say("no heading")),
                say("a heading, as in {place}", place=f"{docs_dir}/{one.location}")
                if one.lead
                else say("no heading, as in {place}", place=f"{docs_dir}/{one.location}"),
                (say("Write it, translated.") if one.lead else say("Remove it, or add it to the original first.")),
            )


def _passages(source: Questionnaire, translation: Questionnaire, docs_dir: str) -> Iterator[Problem]:
    """First steps and questions that only one of the two languages has; what is missing is one problem of each kind."""
    there, here = ({(name, id): p for name, id, p in q.passages} for q in (source, translation))
    for kind in ("first-step", "questions"):
        mark = f"{{.{kind}}}"
        missing = [passage for key, passage in there.items() if key[0] == kind and key not in here]
        if missing:
            yield Problem(
                ProblemCode.TRANSLATION_MISSING,
                translation.location,
                say("The translation lacks a heading with {mark} that the original has.", mark=mark),
                say("no {mark} where the original has one", mark=mark),
                say(
                    "{mark} wherever {place} has it; what is missing is there in line {lines}",
                    mark=mark,
                    place=f"{docs_dir}/{source.uri}",
                    lines=listed(str(passage.location.line) for passage in missing),
                ),
                say("Translate it, under the same dimension or heading."),
            )
        for passage in (passage for key, passage in here.items() if key[0] == kind and key not in there):
            yield Problem(
                ProblemCode.TRANSLATION_UNKNOWN,
                passage.location,
                say("Only the translation has a heading with {mark} here.", mark=mark),
                verbatim(passage.title),
                say("{mark} only where {place} has it", mark=mark, place=f"{docs_dir}/{source.uri}"),
                say("Remove it, or add it to the original first."),
            )


def _has_conditions(*owners: Any) -> bool:
    """Whether a list of result texts is one of conditions, in either language; `conditional` compares these."""
    return any(getattr(owner, "conditional", ()) for owner in owners)


def _members(
    what: Message,
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
            yield from _object(there[key], member, _named(what, key), verbatim(f'"{key}"'), docs_dir)
            continue
        near, ids = nearest(key, missing), f"{docs_dir}/{original.path}"
        yield Problem(
            ProblemCode.TRANSLATION_UNKNOWN,
            member.location,
            say("The original doesn't have {what}.", what=_named(what, key)),
            verbatim(f"#{key}"),
            say("the ids of {place}; not yet used here: {names}", place=ids, names=listed(missing))
            if missing
            else say("the ids of {place}, each of which is here already", place=ids),
            suggest(key, missing, say("Use the original's id, or add it to the original first.")),
        )
        if near:  # reported already: one mistake, one message
            missing.remove(near)
    if missing:
        one = len(missing) == 1
        yield Problem(
            ProblemCode.TRANSLATION_MISSING,
            location,
            say("The translation lacks {what} of the original.", what=_named(what, missing[0]))
            if one
            else say(
                "The translation lacks {count} parts of the original, {what} among them.",
                count=len(missing),
                what=_named(what, missing[0]),
            ),
            say("no {names}", names=listed(f"#{key}" for key in missing)),
            say(
                "every id of {place}; what is missing is there in line {lines}",
                place=f"{docs_dir}/{original.path}",
                lines=listed(str(there[key].location.line) for key in missing),
            ),
            say("Translate it and give it the original's id.")
            if one
            else say("Translate each and give it the original's id."),
        )


def _scoring(
    mark: Mark, name: str, source: Any, translation: Any, of: Message | None, docs_dir: str
) -> Iterator[Problem]:
    there, here = mark.value(source, name), getattr(translation, name, None)
    if isinstance(there, Scale) and there.labels and here is None:
        yield _without_labels(there, of, translation.location)
        return
    written = mark.written(translation, source) if mark.written else here
    if isinstance(mark.default, bool):  # a flag: only its presence has a meaning
        there = verbatim(mark.name) if there else say("no {flag}", flag=mark.name)
        written = verbatim(mark.name) if written else None
    if written is not None and _said(written) != _said(there):
        yield _disagreement(mark, of, written, there, source.location, translation.location, docs_dir)


def _disagreement(
    mark: Mark,
    of: Message | None,
    found: object,
    expected: object,
    original: Location,
    location: Location,
    docs_dir: str,
) -> Problem:
    return Problem(
        ProblemCode.TRANSLATION_SCORING,
        location,
        say("The translation disagrees with the original about {what} of {part}.", what=mark.name, part=of)
        if of
        else say("The translation disagrees with the original about {what}.", what=mark.name),
        _said(found),
        say("{expected}, as in {place}", expected=_said(expected), place=f"{docs_dir}/{original}"),
        say("Remove it here: scoring is written only in the original. If the original is wrong, change it there."),
    )


def _without_labels(scale: Scale, of: Message | None, location: Location) -> Problem:
    example = " | ".join(f"{value} …" for value in scale.values)
    return Problem(
        ProblemCode.TRANSLATION_SCORING,
        location,
        say("The labels of the answer scale of {part} are not translated.", part=of)
        if of
        else say("The labels of the answer scale are not translated."),
        say("no scale"),
        say('the original\'s scale with labels in this language: "{example}"', example=example),
        say("Add it, with the same numbers."),
    )


def _ranges(
    owner: Message,
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
            say("The ranges of the result texts for {owner} are not those of the original.", owner=owner),
            _list(found),
            say(
                "{expected}, as in {place}",
                expected=_list(expected),
                place=f"{docs_dir}/{there[0].location if there else original}",
            ),
            say("Use the original's ranges and translate the text of each."),
        )
        return
    yield from compare_names(owner, there, here, docs_dir)


def _list(bands: Sequence[tuple[float, float, str]]) -> Message:
    return listed(text for _, _, text in bands) or say("no result texts")


def _said(value: object) -> Message:
    if isinstance(value, tuple):
        return listed(map(str, value), " ")
    if isinstance(value, bool):
        return verbatim("yes" if value else "no")  # as it is written
    return say("not set") if value is None else verbatim(value)


def _named(what: Message, key: str) -> Message:
    """What a part is, with its id: the statement "trust-ask"."""
    return listed([what, f'"{key}"'], " ")
