"""What must hold within one questionnaire, in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, suggest

from ..inline import without_guards
from ..kinds import kind_of
from ..marks import Role, marked
from ..model import LOW, Questionnaire
from ..problem_codes import ProblemCode
from ..reading.blocks import unclosed_html
from ..reading.statements import no_box, quoted
from ..reading.unread_lines import pasted_bullets
from ..saying import say
from .follow_ups import subjects_of_follow_ups
from .membership import homeless
from .names import check_names
from .ranges import check_ranges
from .readers import check_readers


def validate(questionnaire: Questionnaire, is_source: bool) -> list[Problem]:
    """Everything wrong within the questionnaire; scoring is checked only in the source language, which defines it.

    Which levels there are is scoring, so texts for them are checked there too, and compared in a translation.
    """
    return [
        *_ids(questionnaire),
        *_html(questionnaire),
        *(homeless(questionnaire) if is_source else ()),
        *(_dimensions(questionnaire) if is_source else ()),
        *(_scoring(questionnaire) if is_source else ()),
        *(_good(questionnaire) if is_source else ()),
        *(subjects_of_follow_ups(questionnaire) if is_source else ()),
        *(kind_of(questionnaire).check(questionnaire) if is_source else ()),
        *check_names(questionnaire),
        *check_readers(questionnaire),
        *(p for found in questionnaire.results if is_source or found.unit == "scores" for p in check_ranges(found)),
    ]


def _html(questionnaire: Questionnaire) -> Iterator[Problem]:
    for markdown, location in questionnaire.texts:
        if stray := unclosed_html(markdown):
            yield Problem(
                ProblemCode.RAW_HTML,
                location,
                say("HTML that isn't closed would swallow the rest of the self-assessment."),
                verbatim(stray),
                say("Markdown, or HTML whose every opening tag has its closing one in the same text"),
                say("Close it, or write it in Markdown."),
            )


def _ids(questionnaire: Questionnaire) -> Iterator[Problem]:
    for name, mark in marked(questionnaire):
        if mark.role is Role.MEMBERS:
            found = [(member.id, member.location) for member in getattr(questionnaire, name)]
            if name == "dimensions":  # one that wasn't written has the id of the whole
                found = [(id, location) for id, location in found if id != questionnaire.id]
            yield from _duplicates(found)


def _dimensions(questionnaire: Questionnaire) -> Iterator[Problem]:
    known = [d.id for d in questionnaire.dimensions]
    for item in questionnaire.items:
        if unknown := next((id for id in item.dimensions if id not in known and not item.is_homeless), None):
            yield Problem(
                ProblemCode.UNKNOWN_DIMENSION,
                item.location,
                say('The statement "{item}" counts in a dimension that doesn\'t exist.', item=item.id),
                verbatim(f"dimension={unknown}"),
                listed(known),
                suggest(unknown, known, say("Use the id of a dimension on this page.")),
            )


def _good(questionnaire: Questionnaire) -> Iterator[Problem]:
    """A good end that contradicts the kind, or the dimensions that make up the whole."""
    kind = kind_of(questionnaire)
    dimensions = [d for d in questionnaire.dimensions if d.id != questionnaire.id]
    if questionnaire.good == LOW and kind.high_is_good:
        yield Problem(
            ProblemCode.BAD_VALUE,
            questionnaire.location,
            say('"good: low" has no meaning in a self-assessment of the kind {kind}.', kind=kind.name),
            verbatim("good: low"),
            say("no such setting: in {kind} a high result is always the good one", kind=kind.name),
            say("Remove it."),
        )
    elif kind.has_whole and questionnaire.good is None and dimensions and all(d.good == LOW for d in dimensions):
        yield Problem(
            ProblemCode.BAD_VALUE,
            questionnaire.location,
            say("A low score is good in each dimension, and a high one in the whole."),
            say("good=low in the braces of each dimension, and no good in the settings"),
            say("good: low in the settings, which then holds for each dimension"),
            say("Write good: low below assessment:, and remove good=low from the dimensions."),
        )


def _duplicates(ids: Iterable[tuple[str, Location]]) -> Iterator[Problem]:
    seen: dict[str, Location] = {}
    for id, location in ids:
        if id in seen:
            yield Problem(
                ProblemCode.DUPLICATE_ID,
                location,
                say('The id "{id}" is there twice.', id=id),
                say("#{id} here and in line {line}", id=id, line=seen[id].line),
                say("an id of its own for each"),
                say("Give the newer one another id. The older one keeps its id, for saved answers hang on it."),
            )
        seen.setdefault(id, location)


def _pasted(introduction: str, location: Location) -> Iterator[Problem]:
    """Lines with bullets of a word processor where statements are missing."""
    if lines := pasted_bullets(introduction):
        found = quoted(lines[0])
        if len(lines) > 1:
            found = say("{line}; {count} lines", line=found, count=len(lines))
        yield no_box(say("Lines with bullets from a word processor are no statements."), found, location)


def is_unwritten(text: str) -> bool:
    """Whether a text is the dots that stand for one to be written, as in an imported page."""
    return without_guards(text).strip() in ("…", "...")


def _scoring(questionnaire: Questionnaire) -> Iterator[Problem]:
    if not questionnaire.count:
        texts = [(d.introduction, d.location) for d in questionnaire.dimensions]
        texts.append((questionnaire.introduction, questionnaire.location))
        pasted = [p for text, location in texts for p in _pasted(text, location)]
        yield from pasted[:1] or [kind_of(questionnaire).nothing_asked(questionnaire)]
        return
    for dimension in questionnaire.dimensions:
        if not questionnaire.asks_in(dimension):
            if pasted := list(_pasted(dimension.introduction, dimension.location)):
                yield pasted[0]
                continue
            yield Problem(
                ProblemCode.EMPTY_DIMENSION,
                dimension.location,
                say('The dimension "{dimension}" has no statements.', dimension=dimension.id),
                say("a heading with {#{dimension}} and no statement that counts in it", dimension=dimension.id),
                say("at least one statement under each dimension"),
                (
                    say(
                        "Its statements count in other dimensions, by dimension=…: remove {#{dimension}} from "
                        "the heading.",
                        dimension=dimension.id,
                    )
                    if questionnaire.shown_in(dimension.id)
                    else say(
                        "Write its statements, or remove {#{dimension}} from the heading if it is only text.",
                        dimension=dimension.id,
                    )
                ),
            )
    without = next((i for i in questionnaire.items if questionnaire.scale_of(i) is None), None)
    if without:
        yield Problem(
            ProblemCode.MISSING_SCALE,
            questionnaire.location,
            say('The self-assessment "{questionnaire}" has no answer scale.', questionnaire=questionnaire.id),
            say("no scale"),
            say("scale: agreement-5, another named scale, or one of your own"),
            say("Add a scale to the settings of the self-assessment."),
        )
    if questionnaire.outcomes or not kind_of(questionnaire).needs_results:
        return
    if unwritten := [b for found in questionnaire.results for b in found.bands if is_unwritten(b.markdown)]:
        count = len(unwritten)
        yield Problem(
            ProblemCode.NO_RESULTS,
            unwritten[0].location,
            say(
                "{count} result texts are still to be written.",
                one="{count} result text is still to be written.",
                count=count,
            ),
            verbatim(f"**{unwritten[0]}** …"),
            say("a text for each range"),
            (
                say(
                    "Write what the score means and what to do, in place of the dots; also in line {lines}.",
                    lines=listed(str(b.location.line) for b in unwritten[1:]),
                )
                if count > 1
                else say("Write what the score means and what to do, in place of the dots.")
            ),
        )
    whole = questionnaire.bands or questionnaire.conditional
    if not whole and not all(d.bands or d.conditional for d in questionnaire.dimensions):
        yield Problem(
            ProblemCode.NO_RESULTS,
            questionnaire.location,
            say('The self-assessment "{questionnaire}" has no text for its result.', questionnaire=questionnaire.id),
            say("no section with {.results} for the whole, and not one for each dimension"),
            say("a heading with {.results} and a list of ranges below it"),
            say("Add one, so that the reader learns what the score means and what to do."),
        )
