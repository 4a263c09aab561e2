"""Checks of the text of a page: its parts, its length, its punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say
from ..typography import marks
from . import prose
from .rules import PageRules, matches

_DOUBLE = set("»«”“„")
_DECIMAL_POINT = pattern(r"(?<![\d.])\d+\.\d(?![\d.])")
"""A number with one decimal: with two it may be a time of day."""
_POINT = pattern(r"\d\.\d")
_SPACED_PERCENT = pattern(r"\d[ \N{NO-BREAK SPACE}]%")


@kept()
def check(page: SourcePage, rules: PageRules) -> tuple[Problem, ...]:
    """Length and required parts of a page, then its signs."""
    return (*_check_parts(page, rules), *_check_signs(page, rules))


def _check_parts(page: SourcePage, rules: PageRules) -> Iterator[Problem]:
    if rules.words and (count := prose.words(page)) not in rules.words:
        yield Problem(
            ProblemCode.TEXT_LENGTH,
            Location(page.uri, _first_line(page)),
            say("The text is shorter or longer than texts of its kind."),
            say("{span} words", span=count),
            say("{span} words", span=rules.words.text()),
            (
                say("Leave out what the reader can do without.")
                if count > rules.words.least
                else say("Add what is still missing.")
            ),
        )
    if rules.opening and not _opens_with(page, rules.opening):
        yield _missing(
            page,
            say("no such box below the title"),
            say("`!!! {opening}` right below the title", opening=rules.opening),
        )
    there = prose.headings(page)
    for id in rules.headings:
        if id not in there:
            yield _missing(page, say("no heading with the id `{id}`", id=id), say("a heading with `{#{id}}`", id=id))
    for id, span in rules.section_links.items():
        in_section = prose.links(page, prose.section(page, id)) if id in there else None
        if in_section is not None and len(in_section) not in span:
            yield _links(
                page,
                there[id][0],
                say("{number} in the section `{id}`", number=len(in_section), id=id),
                say("{span} in this section", span=span.text()),
            )
    others = set(prose.links(page)) - {page.key}
    if rules.links and len(others) not in rules.links:
        yield _links(
            page,
            _first_line(page),
            say("links to {number} other pages", number=len(others)),
            say("{span} other pages", span=rules.links.text()),
        )
    for wanted in rules.links_to:
        if not any(matches(wanted, key) for key in others):
            yield _links(
                page,
                _first_line(page),
                say("none to {pattern}", pattern=wanted),
                say("at least one link to a page of {pattern}", pattern=wanted),
            )
    for line, text, address in prose.images(page):
        if len(text) < rules.image_text:
            yield Problem(
                ProblemCode.IMAGE_TEXT,
                Location(page.uri, line),
                say("The alternative text of the image is short: readers who can't see it learn little."),
                say('"{text}" for {address}', text=text, address=address),
                say("at least {image_text} characters between the brackets", image_text=rules.image_text),
                say("Write in words what the image shows."),
            )


def _check_signs(page: SourcePage, rules: PageRules) -> Iterator[Problem]:
    """Exclamation marks, and punctuation of another language."""
    own = marks.LANGUAGES.get(page.locale.replace("_", "-").split("-")[0])
    opening, closing = own.double if own else ("", "")
    foreign = _DOUBLE - set(own.double + own.single) if own else set()
    for number, line in prose.lines(page):
        if "!" in line and not rules.exclamation_marks:
            yield _sign(
                page,
                number,
                ProblemCode.EXCLAMATION_MARK,
                say("The text has an exclamation mark."),
                verbatim(line),
                say("none"),
            )
        if not own:
            continue
        uneven = opening != closing and line.count(opening) != line.count(closing)
        if rules.quotation_marks and (uneven or any(map(line.__contains__, foreign))):
            message = say("A quotation has marks of another language, or has one only.")
            allowed = say(
                "{opening}…{closing}, or straight marks, which the build replaces", opening=opening, closing=closing
            )
            yield _sign(page, number, ProblemCode.QUOTATION_MARK, message, verbatim(line), allowed)
        if rules.numbers and (wrong := _decimal_point(line) if own.percent else _SPACED_PERCENT.search(line)):
            message = say("A number is written as in another language.")
            allowed = say("a comma before decimals") if own.percent else say("a percent sign right after the number")
            yield _sign(page, number, ProblemCode.NUMBER_SIGN, message, verbatim(wrong[0]), allowed)


def _decimal_point(line: str) -> re.Match[str] | None:
    """The first number with a point that isn't the version of something with a name, such as WCAG 2.2 or Python 3.1."""
    found = _DECIMAL_POINT.finditer(line) if _POINT.search(line) else ()
    return next((number for number in found if not _has_name(line[: number.start()])), None)


def _has_name(before: str) -> bool:
    """Whether a text ends with a name: a word in capitals, or with a capital within a sentence."""
    words = [word.lstrip("([*_") for word in before.split()]
    if not words or len(words[-1]) < 2:
        return False
    within = len(words) > 1 and words[-2][-1:] not in ".:!?"
    return words[-1].isupper() or (within and words[-1][0].isupper())


def _first_line(page: SourcePage) -> int:
    """The line of the title, or the first one with any text."""
    return next((number for number, _ in prose.body_lines(page)), 1)


def _opens_with(page: SourcePage, kind: str) -> bool:
    shown = [line for _, line in prose.body_lines(page)][:2]
    return len(shown) == 2 and re.match(rf"(?:!!!|\?\?\?\+?)\s+{re.escape(kind)}\b", shown[1]) is not None


def _missing(page: SourcePage, found: Message, allowed: Message) -> Problem:
    return Problem(
        ProblemCode.MISSING_PART,
        Location(page.uri, _first_line(page)),
        say("The page lacks a part that pages of its kind have."),
        found,
        allowed,
        say("Add it, or leave it out on purpose."),
    )


def _links(page: SourcePage, line: int, found: Message, allowed: Message) -> Problem:
    return Problem(
        ProblemCode.LINK_COUNT,
        Location(page.uri, line),
        say("The text links to fewer or more pages than texts of its kind."),
        found,
        allowed,
        say("Add or remove links."),
    )


def _sign(
    page: SourcePage, line: int, code: ProblemCode, message: Message, found: Message, allowed: Message
) -> Problem:
    shown = found if len(found) <= 80 else f"{found[:79].rstrip()}…"
    return Problem(code, Location(page.uri, line), message, verbatim(shown), allowed, say("Correct the sign."))
