"""What must hold within one questionnaire, whatever the language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mkdocs_foundation.problems import Location, Problem, suggest

from ..model import Questionnaire
from ..parts import Band
from ..problem_codes import ProblemCode
from ..reading.blocks import unclosed_html
from .kinds import validate_kind


def validate(questionnaire: Questionnaire, is_source: bool) -> list[Problem]:
    """Everything wrong within the questionnaire; scoring is judged only where it lives, in the source language."""
    return [
        *_ids(questionnaire),
        *_html(questionnaire),
        *(_scoring(questionnaire) if is_source else ()),
        *(validate_kind(questionnaire) if is_source else ()),
        *_bands(questionnaire.bands, "the whole result"),
        *_bands(questionnaire.flexibility, "the flexibility"),
        *_bands(questionnaire.effectiveness, "the effectiveness"),
        *(
            problem
            for dimension in questionnaire.dimensions
            for problem in _bands(dimension.bands, f'the dimension "{dimension.id}"')
        ),
    ]


def _html(questionnaire: Questionnaire) -> Iterator[Problem]:
    pieces = [
        (questionnaire.introduction, questionnaire.location),
        (questionnaire.closing, questionnaire.location),
        *((band.markdown, band.location) for band in questionnaire.bands),
        *((d.introduction, d.location) for d in questionnaire.dimensions),
        *((band.markdown, band.location) for d in questionnaire.dimensions for band in d.bands),
        *((item.text, item.location) for item in questionnaire.items),
        *((scenario.story, scenario.location) for scenario in questionnaire.scenarios),
        *((text, a.location) for s in questionnaire.scenarios for a in s.actions for text in (a.text, a.reason)),
        *((outcome.text, outcome.location) for outcome in (*questionnaire.styles, *questionnaire.quadrants)),
        *((band.markdown, band.location) for band in (*questionnaire.flexibility, *questionnaire.effectiveness)),
    ]
    for markdown, location in pieces:
        if stray := unclosed_html(markdown):
            yield Problem(
                ProblemCode.RAW_HTML,
                location,
                "HTML that isn't closed would swallow the rest of the self-assessment.",
                stray,
                "Markdown, or HTML whose every opening tag has its closing one in the same text",
                "Close it, or write it in Markdown.",
            )


def _ids(questionnaire: Questionnaire) -> Iterator[Problem]:
    named = [(d.id, d.location) for d in questionnaire.dimensions if d.id != questionnaire.id]
    yield from _duplicates(named, "dimensions")
    yield from _duplicates([(i.id, i.location) for i in questionnaire.items], "statements")
    yield from _duplicates([(s.id, s.location) for s in questionnaire.scenarios], "situations")
    yield from _duplicates([(o.id, o.location) for o in questionnaire.styles], "styles")
    yield from _duplicates([(o.id, o.location) for o in questionnaire.quadrants], "squares")
    known = [d.id for d in questionnaire.dimensions]
    for item in questionnaire.items:
        if item.dimension not in known:
            yield Problem(
                ProblemCode.UNKNOWN_DIMENSION,
                item.location,
                f'The statement "{item.id}" counts in a dimension that doesn\'t exist.',
                f"dimension={item.dimension}",
                ", ".join(known),
                suggest(item.dimension, known, "Use the id of a dimension on this page."),
            )


def _duplicates(ids: Iterable[tuple[str, Location]], what: str) -> Iterator[Problem]:
    seen: dict[str, Location] = {}
    for id, location in ids:
        if id in seen:
            yield Problem(
                ProblemCode.DUPLICATE_ID,
                location,
                f'Two {what} have the same id "{id}".',
                f"#{id} here and in line {seen[id].line}",
                "an id of its own for each",
                "Give the newer one another id. The older one keeps its id, for saved answers hang on it.",
            )
        seen.setdefault(id, location)


def _scoring(questionnaire: Questionnaire) -> Iterator[Problem]:
    if not questionnaire.count:
        yield Problem(
            ProblemCode.NO_STATEMENTS,
            questionnaire.location,
            f'The self-assessment "{questionnaire.id}" has no statements.',
            "no line that begins with - [ ]",
            "at least one statement: - [ ] Statement. {#id}",
            "Write the statements, or remove the assessment setting.",
        )
        return
    for dimension in questionnaire.dimensions:
        if not questionnaire.scored_in(dimension.id):
            yield Problem(
                ProblemCode.EMPTY_DIMENSION,
                dimension.location,
                f'The dimension "{dimension.id}" has no statements.',
                f"a heading with {{#{dimension.id}}} and no statement that counts in it",
                "at least one statement under each dimension",
                f"Write its statements, or remove {{#{dimension.id}}} from the heading if it is only text.",
            )
    without = next((i for i in questionnaire.items if questionnaire.scale_of(i) is None), None)
    if without:
        yield Problem(
            ProblemCode.MISSING_SCALE,
            questionnaire.location,
            f'The self-assessment "{questionnaire.id}" has no answer scale.',
            "no scale",
            "scale: agreement-5, another named scale, or one of your own",
            "Add a scale to the settings of the self-assessment.",
        )
    if questionnaire.styles or questionnaire.quadrants:
        return
    if not questionnaire.bands and not all(d.bands for d in questionnaire.dimensions):
        yield Problem(
            ProblemCode.NO_RESULTS,
            questionnaire.location,
            f'The self-assessment "{questionnaire.id}" has no text for its result.',
            "no section with {.results} for the whole, and not one for each dimension",
            "a heading with {.results} and a list of ranges below it",
            "Add one, so that the reader learns what the score means and what to do.",
        )


def _bands(bands: Sequence[Band], owner: str) -> Iterator[Problem]:
    """Half-open ranges that cover 0 to 100 exactly once."""
    reached, before = 0, None
    for band in sorted(bands, key=lambda b: (b.low, b.high)):
        if band.low > reached:
            yield _gap(reached, band.low, owner, band.location)
        elif band.low < reached and before:
            yield Problem(
                ProblemCode.BAND_OVERLAP,
                band.location,
                f"Two result texts for {owner} cover the same scores.",
                f"{before.low}–{before.high} in line {before.location.line} and {band.low}–{band.high} here",
                "ranges that meet, such as 0–40 and 40–70: a score of exactly 40 belongs to the second",
                f"Let this range begin at {reached}." if reached < band.high else "Remove one of the two.",
            )
        if band.high > reached:
            reached, before = band.high, band
    if before and reached < 100:
        yield _gap(reached, 100, owner, before.location)


def _gap(low: int, high: int, owner: str, location: Location) -> Problem:
    return Problem(
        ProblemCode.BAND_GAP,
        location,
        f"No result text for {owner} covers the scores from {low} to {high}.",
        f"nothing for {low}–{high}",
        "ranges that cover 0 to 100 without a gap, such as 0–40, 40–70 and 70–100",
        f"Add a text for {low}–{high}, or widen the range beside it.",
    )
