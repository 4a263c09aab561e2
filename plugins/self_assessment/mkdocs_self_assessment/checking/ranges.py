"""Whether the ranges of a list of result texts cover every value exactly once, and only values that there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from mkdocs_foundation.catalogue import Catalogue
from mkdocs_foundation.problems import Location, Problem

from ..conditions.subjects import folded
from ..elements import Band, ResultList
from ..model import Questionnaire
from ..numbers import UNITS, Sums, exact, units
from ..problem_codes import ProblemCode

_EXAMPLES = {"scores": "ranges that meet, such as 0–40 and 40–70: a score of exactly 40 belongs to the second"}
_ENGLISH = ("point", "points")


@dataclass(frozen=True)
class _Span:
    """A range in steps: those of points from the lowest sum on, else the numbers themselves."""

    first: float
    """First step."""
    end: float
    """First step above the range."""
    band: Band


def check_ranges(results: ResultList) -> Iterator[Problem]:
    """Problems of one list: half-open ranges of scores, and ranges of points or levels with both ends."""
    if results.high < results.low:  # reported where the values come from
        return
    odd = next((b for b in results.bands if bool(b.points) != bool(results.bands[0].points)), None)
    if odd:
        yield _problem(
            odd,
            "Result texts in points and in percent are mixed.",
            "points in every range of the list, or in none",
            "Write all ranges of the list in points, or all in percent.",
        )
        return
    if results.bands and results.bands[0].points and results.sums is None:
        yield _problem(
            results.bands[0],
            f"Result texts for {results.owner} can't be in points: nothing is added up for them.",
            "ranges in percent, from 0 to 100",
            "Write the ranges in percent, such as **0–40**.",
        )
        return
    outside = [band for band in results.bands if not results.low <= band.low <= band.high <= results.high]
    if outside:  # with it, a gap would be the same mistake
        yield from (_outside(band, results) for band in outside)
        return
    problems = list(_covering(results))
    if problems and results.unit == "scores" and _are_sums(results):
        yield _problem(
            results.bands[0],
            f"Result texts for {results.owner} are in points, but have no word for points.",
            "points with the word, or percent from 0 to 100",
            f"Write the word in each range of the list: **{results.bands[0]} points**.",
        )
        return
    yield from _merged(problems, results)


def _are_sums(results: ResultList) -> bool:
    """Whether ranges without a word are certainly meant as points: they cover each sum once."""
    if results.sums is None:
        return False
    low, high = (exact(sum / UNITS) for sum in (results.sums.low, results.sums.high))
    within = all(low <= band.low <= band.high <= high for band in results.bands)
    return within and not list(_covering(replace(results, low=low, high=high, unit="points")))


def _merged(problems: list[Problem], results: ResultList) -> Iterator[Problem]:
    """The problems of a list; gaps of one between whole numbers, as in 0–40 and 41–70, are one mistake."""
    bands = sorted(results.bands, key=lambda band: band.low)
    apart = [(a, b) for a, b in pairwise(bands) if results.unit == "scores" and b.low - a.high == 1]
    if len(apart) < 2 or len(apart) < len(problems):
        yield from problems
        return
    (before, after), location = apart[0], apart[0][1].location
    yield Problem(
        ProblemCode.BAND_GAP,
        location,
        f"Result texts for {results.owner} leave out the scores between whole numbers.",
        ", ".join(f"nothing between {a.high} and {b.low}" for a, b in apart),
        _EXAMPLES["scores"],
        f"Let each range begin where the one below it ends: **{before.high}–{after.high}** here.",
    )


def check_words(q: Questionnaire, words: Catalogue) -> Iterator[Problem]:
    """Ranges with a word that doesn't mean points in the language of the page."""
    allowed = point_words(words)
    for results in q.results:
        wrong = next((b for b in results.bands if b.points and folded(b.points) not in allowed), None)
        if wrong:  # the same word in the other lines is the same mistake
            yield Problem(
                ProblemCode.BAD_RANGE,
                wrong.location,
                f'"{wrong.points}" after a range of scores has no meaning.',
                f"{wrong.low}–{wrong.high} {wrong.points}",
                f"nothing or % for percent; for points, {' or '.join(sorted(allowed - set(_ENGLISH)) or _ENGLISH)}",
                f"Write one of these words, or only the range in the bold part. A name has a dot before it: "
                f"**{wrong.low}–{wrong.high} · {wrong.points}**.",
            )


def point_words(words: Catalogue) -> frozenset[str]:
    """The words for points in a language, folded: those that the scoring key uses, and the English ones."""
    forms = [text for key, text in words.entries.items() if key == "key.sum" or key.startswith("key.sum.")]
    return frozenset({folded(text.replace("{n}", "")) for text in forms} | set(_ENGLISH))


def _covering(results: ResultList) -> Iterator[Problem]:
    sums = results.sums if results.unit == "points" else None
    low, end = _steps(results.low, results.high, results)
    reached, before = low, None
    spans = [_Span(*_steps(band.low, band.high, results), band) for band in results.bands]
    for span in sorted(spans, key=lambda s: (s.first, s.end)):
        if span.first > reached:
            yield _gap(reached, span.first, results, span.band.location)
        elif span.first < reached and before:
            band = span.band
            yield Problem(
                ProblemCode.BAND_OVERLAP,
                band.location,
                f"Two result texts for {results.owner} cover the same {results.unit}.",
                f"{before} in line {before.location.line} and {band} here",
                _EXAMPLES.get(results.unit, "each of them in one text"),
                f"Let this range begin at {_value(reached, sums)}." if reached < span.end else "Remove one of the two.",
            )
        if span.end > reached:
            reached, before = span.end, span.band
    if before and reached < end:
        yield _gap(reached, end, results, before.location)


def _steps(low: float, high: float, results: ResultList) -> tuple[float, float]:
    """The first step of a range, and the first one above it."""
    if results.unit == "scores":
        return low, high
    if results.sums is None:
        return low, high + 1
    sums = results.sums
    return -(-(units(low) - sums.low) // sums.step), (units(high) - sums.low) // sums.step + 1


def _value(step: float, sums: Sums | None) -> float:
    return exact((sums.low + step * sums.step) / UNITS) if sums else step


def _outside(band: Band, results: ResultList) -> Problem:
    return Problem(
        ProblemCode.BAD_RANGE,
        band.location,
        f"A result text for {results.owner} is for {results.unit} that don't exist.",
        str(band),
        f"{results.unit} from {results.low} to {results.high}",
        "Correct the numbers in bold.",
    )


def _gap(first: float, end: float, results: ResultList, location: Location) -> Problem:
    sums = results.sums if results.unit == "points" else None
    scores = results.unit == "scores"
    low, high = _value(first, sums), end if scores else _value(end - 1, sums)
    lacking = str(low) if low == high else f"{low}–{high}"
    covered = "ranges that cover 0 to 100 without a gap, such as 0–40, 40–70 and 70–100"
    return Problem(
        ProblemCode.BAND_GAP,
        location,
        f"No result text for {results.owner} covers the {results.unit} from {low} to {high}.",
        f"nothing for {lacking}",
        covered if scores else f"each of the {results.unit} from {results.low} to {results.high} in one text",
        f"Add a text for {lacking}, or widen the range beside it.",
    )


def _problem(band: Band, message: str, allowed: str, remedy: str) -> Problem:
    return Problem(ProblemCode.BAD_RANGE, band.location, message, str(band), allowed, remedy)
