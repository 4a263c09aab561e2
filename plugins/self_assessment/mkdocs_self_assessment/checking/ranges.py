"""Whether the ranges of a list of result texts cover every value exactly once, and only values that there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from mkdocs_foundation.reports.message import Message, any_of, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_foundation.values import dataclass

from ..conditions.subjects import folded
from ..elements import Band, ResultList
from ..model import Questionnaire
from ..numbers import UNITS, Sums, exact, units
from ..problem_codes import ProblemCode
from ..saying import say

_MEETING = say("ranges that meet, such as 0–40 and 40–70: a score of exactly 40 belongs to the second")
_UNITS = {
    "scores": say("scores"),
    "points": say("points"),
    "levels": say("levels"),
    "distances": say("distances"),
}
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
            say("Result texts in points and in percent are mixed."),
            say("points in every range of the list, or in none"),
            say("Write all ranges of the list in points, or all in percent."),
        )
        return
    if results.bands and results.bands[0].points and results.sums is None:
        yield _problem(
            results.bands[0],
            say("Result texts for {owner} can't be in points: nothing is added up for them.", owner=results.owner),
            say("ranges in percent, from 0 to 100"),
            say("Write the ranges in percent, such as **0–40**."),
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
            say("Result texts for {owner} are in points, but have no word for points.", owner=results.owner),
            say("points with the word, or percent from 0 to 100"),
            say("Write the word in each range of the list: **{range} points**.", range=f"{results.bands[0]}"),
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
    """The problems of a list; one range too many, and gaps of one as in 0–40 and 41–70, are one mistake."""
    if len(problems) > 1 and (many := _one_too_many(results)):
        yield many
        return
    bands = sorted(results.bands, key=lambda band: band.low)
    apart = [(a, b) for a, b in pairwise(bands) if results.unit == "scores" and b.low - a.high == 1]
    if len(apart) < 2 or len(apart) < len(problems):
        yield from problems
        return
    (before, after), location = apart[0], apart[0][1].location
    yield Problem(
        ProblemCode.BAND_GAP,
        location,
        say("Result texts for {owner} leave out the scores between whole numbers.", owner=results.owner),
        listed(say("nothing between {low} and {high}", low=a.high, high=b.low) for a, b in apart),
        _MEETING,
        say(
            "Let each range begin where the one below it ends: **{low}–{high}** here.",
            low=before.high,
            high=after.high,
        ),
    )


def _one_too_many(results: ResultList) -> Problem | None:
    """The problem of a range without which the others cover everything once."""
    for band in reversed(results.bands):
        others = [other for other in results.bands if other is not band]
        if others and not list(_covering(replace(results, bands=tuple(others)))):
            before = next((other for other in others if other.low < band.high and band.low < other.high), others[0])
            return _overlap(before, band, results, say("Remove one of the two."))
    return None


def check_words(q: Questionnaire, words: Catalogue) -> Iterator[Problem]:
    """Ranges with a word that doesn't mean points in the language of the page."""
    allowed = point_words(words)
    for results in q.results:
        wrong = next((b for b in results.bands if b.points and folded(b.points) not in allowed), None)
        if wrong:  # the same word in the other lines is the same mistake
            yield Problem(
                ProblemCode.BAD_RANGE,
                wrong.location,
                say('"{points}" after a range of scores has no meaning.', points=wrong.points),
                verbatim(f"{wrong.low}–{wrong.high} {wrong.points}"),
                say(
                    "nothing or % for percent; for points, {names}",
                    names=any_of(sorted(allowed - set(_ENGLISH)) or _ENGLISH),
                ),
                say(
                    "Write one of these words, or only the range in the bold part. A name has a dot before "
                    "it: **{low}–{high} · {points}**.",
                    low=wrong.low,
                    high=wrong.high,
                    points=wrong.points,
                ),
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
            starts_later = reached < span.end
            later = say("Let this range begin at {reached}.", reached=_value(reached, sums))
            yield _overlap(before, band, results, later if starts_later else say("Remove one of the two."))
        if span.end > reached:
            reached, before = span.end, span.band
    if before and reached < end:
        yield _gap(reached, end, results, before.location)


def _overlap(before: Band, band: Band, results: ResultList, remedy: Message) -> Problem:
    return Problem(
        ProblemCode.BAND_OVERLAP,
        band.location,
        say("Two result texts for {owner} cover the same {unit}.", owner=results.owner, unit=_UNITS[results.unit]),
        say(
            "{before} in line {line} and {band} here",
            before=f"{before}",
            line=before.location.line,
            band=f"{band}",
        ),
        _MEETING if results.unit == "scores" else say("each of them in one text"),
        remedy,
    )


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
        say(
            "A result text for {owner} is for {unit} that don't exist.", owner=results.owner, unit=_UNITS[results.unit]
        ),
        verbatim(band),
        say("{unit} from {low} to {high}", unit=_UNITS[results.unit], low=results.low, high=results.high),
        say("Correct the numbers in bold."),
    )


def _gap(first: float, end: float, results: ResultList, location: Location) -> Problem:
    sums = results.sums if results.unit == "points" else None
    scores = results.unit == "scores"
    low, high = _value(first, sums), end if scores else _value(end - 1, sums)
    lacking = str(low) if low == high else f"{low}–{high}"
    covered = say("ranges that cover 0 to 100 without a gap, such as 0–40, 40–70 and 70–100")
    return Problem(
        ProblemCode.BAND_GAP,
        location,
        say(
            "No result text for {owner} covers {unit} from {low} to {high}.",
            owner=results.owner,
            unit=_UNITS[results.unit],
            low=low,
            high=high,
        ),
        say("nothing for {lacking}", lacking=lacking),
        (
            covered
            if scores
            else say(
                "{unit} from {low} to {high}, each in one text",
                unit=_UNITS[results.unit],
                low=results.low,
                high=results.high,
            )
        ),
        say("Add a text for {lacking}, or widen the range beside it.", lacking=lacking),
    )


def _problem(band: Band, message: Message, allowed: Message, remedy: Message) -> Problem:
    return Problem(ProblemCode.BAD_RANGE, band.location, message, verbatim(band), allowed, remedy)
