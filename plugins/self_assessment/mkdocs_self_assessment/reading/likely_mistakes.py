"""Likely mistakes that would silently lose a part of a self-assessment: how to recognize and report them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.front_matter import FrontMatter
from mkdocs_foundation.sources.source_files import lines_of

from .. import signs
from ..problem_codes import ProblemCode
from ..saying import say
from . import attributes
from .blocks import Block
from .settings import Vocabulary, check_classes
from .statements import has_checkbox, shorten

_GLUED_HEADING = pattern(r"^(#{1,6})[^# \t\n]")
_CONFLICT = pattern(r"^(?:<{7}|>{7}) ")


def with_headings(outline: Sequence[Block], uri: str) -> tuple[tuple[Block, ...], list[Problem]]:
    """The blocks of a page; a heading without the space that makes it one is reported, and taken for what was meant."""
    blocks: list[Block] = []
    problems = []
    for block in outline:
        glued = _GLUED_HEADING.match(block.text) if block.kind == "other" else None
        if not glued:
            blocks.append(block)
            continue
        first, *rest = block.text.split("\n")
        level = len(glued[1])
        problems.append(_glued_heading(first, Location(uri, block.line)))
        blocks.append(Block("heading", block.line, block.line + 1, first[level:].strip(), level))
        if rest:
            blocks.append(Block("other", block.line + 1, block.end, "\n".join(rest)))
    return tuple(blocks), problems


def _glued_heading(line: str, location: Location) -> Problem:
    """A heading without a space after its number signs, or with a non-breaking one."""
    signs = line[: len(line) - len(line.lstrip("#"))]
    return Problem(
        ProblemCode.HEADING_SPACE,
        location,
        say("A heading has a hard space after its # signs.")
        if "\u00a0" in line
        else say("A heading has no space after its # signs."),
        verbatim(line),
        say("one ordinary space between the # signs and the words"),
        say('Write "{heading}".', heading=f"{signs} {line.lstrip('#').strip()}"),
    )


def results_without_heading(location: Location) -> Problem:
    """Ranges of scores where statements are expected."""
    return Problem(
        ProblemCode.STRAY_CONTENT,
        location,
        say("Result texts are where statements are expected."),
        say("a range of scores without a heading that has {.results}"),
        say("a heading such as ### What the answers mean {.results} above the first range"),
        say("Add {.results} to the heading above, or write such a heading."),
    )


def between_results(text: str, location: Location) -> Problem:
    """Text in a list of result texts."""
    return Problem(
        ProblemCode.STRAY_CONTENT,
        location,
        say("Text between result texts belongs to none of them."),
        shorten(text),
        say("only lines such as - **0–40** Text"),
        say("Move it into a result text, or above the statements."),
    )


def after_statements(text: str, location: Location) -> Problem:
    """Text below statements that is no part of one."""
    return Problem(
        ProblemCode.STRAY_CONTENT,
        location,
        say("Text after the first statement has no place in the form."),
        shorten(text),
        say("only statements: - [ ] Statement. {#id}"),
        say(
            "Move it above the first statement of its dimension, below a sub-heading, or indent it below its statement."
        ),
    )


def below_passage(text: str, location: Location) -> Problem:
    """A heading within a first step or questions."""
    return Problem(
        ProblemCode.STRAY_CONTENT,
        location,
        say("A heading is below a first step or questions, which have none within."),
        shorten(text),
        say("the heading with {.first-step} or {.questions}, and one paragraph or list below it"),
        say("Remove the heading, or move it above the statements."),
    )


def statement_below_results(text: str, location: Location) -> Problem:
    """A statement in a list of result texts."""
    return Problem(
        ProblemCode.STRAY_CONTENT,
        location,
        say("A statement is below result texts."),
        shorten(text),
        say("only lines such as - **0–40** Text"),
        say("Move it above the results of its dimension, or give it a dimension's heading of its own."),
    )


def no_conditions(text: str, location: Location) -> Problem:
    """A condition where there is no score that its text could be of."""
    return Problem(
        ProblemCode.WRONG_KIND,
        location,
        say("These result texts can't have conditions."),
        shorten(text),
        say("ranges such as **0–50**; conditions are for a whole that has a score, and for dimensions"),
        say("Write ranges, or move the conditions to the results of a dimension."),
    )


def mixed(text: str, location: Location) -> Problem:
    """Ranges and conditions for one result."""
    return Problem(
        ProblemCode.CONDITION_MIXED,
        location,
        say("Result texts with ranges and with conditions are mixed."),
        shorten(text),
        say("either a range for each text, or a condition for each and **otherwise** for the last"),
        say("Write the range as a condition, such as **when trust<40**, or keep to ranges."),
    )


def heading_level(title: str, id: str, found: int, wanted: int, location: Location) -> Problem:
    """A dimension or situation on the wrong level."""
    return Problem(
        ProblemCode.HEADING_LEVEL,
        location,
        say("The heading of a dimension has the wrong level."),
        verbatim(f"{'#' * found} {title}"),
        say("{signs} for every dimension of this self-assessment", signs="#" * wanted),
        say('Write "{heading}".', heading=f"{'#' * wanted} {title} {{#{id}}}"),
    )


def second_title(title: str, found: int, wanted: int, location: Location) -> Problem:
    """A heading above the level of dimensions, below the title."""
    return Problem(
        ProblemCode.STRAY_CONTENT,
        location,
        say("There is a second title on the page of a self-assessment."),
        verbatim(f"{'#' * found} {title}"),
        say("headings of level {wanted} below one title", wanted=wanted),
        say("Write {signs} before the heading instead.", signs="#" * wanted),
    )


def wrong_kind(name: str, owner: str, kind: str, location: Location) -> Problem:
    """A heading that only another kind of self-assessment has."""
    return Problem(
        ProblemCode.WRONG_KIND,
        location,
        say("A heading with {.{name}} belongs to another kind of self-assessment.", name=name),
        say("{.{name}} on a page of the kind {kind}", name=name, kind=kind),
        say("{.{name}} where the settings say kind: {owner}", name=name, owner=owner),
        say("Add kind: {owner} to the settings, or remove {.{name}}.", owner=owner, name=name),
    )


def conflict(text: str, uri: str) -> Problem | None:
    """A merge that was not finished, if there is one."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    lines = lines_of(text)
    line = next((n for n, line in enumerate(lines, start=1) if _CONFLICT.match(line)), None)
    if line is None:
        return None
    return Problem(
        ProblemCode.CONFLICT,
        Location(uri, line),
        say("Two versions of the page were merged and not put together."),
        verbatim(lines[line - 1][:60]),
        say("one version: no line that begins with <<<<<<< or >>>>>>>"),
        say("Keep the right one of the two versions between these lines, and remove the lines themselves."),
    )


def overlooked(
    matter: FrontMatter,
    headings: list[tuple[Block, str, attributes.Attributes]],
    outline: Sequence[Block],
    uri: str,
    vocabulary: Vocabulary,
) -> list[Problem]:
    """Signs of a self-assessment on a page that is none: with misspelt settings the whole page would be missing."""
    for key in matter.values:
        if signs.is_setting(str(key)):
            return [
                Problem(
                    ProblemCode.UNKNOWN_SETTING,
                    Location(uri, matter.line(str(key))),
                    say('"{key}" looks like a misspelt setting.', key=key),
                    verbatim(key),
                    verbatim("assessment"),
                    say('Did you mean "assessment"? Correct the spelling.'),
                )
            ]
    for block, _, given in headings:
        if misspelt := check_classes(given, Location(uri, block.line), vocabulary):
            return misspelt
    line = next((block.line for block, _, given in headings if "results" in given.classes), None)
    for block in outline:
        if block.kind == "list" and line is None:
            line = next((e.line for e in block.items if has_checkbox(e) and attributes.split(e.text)[1].ids), None)
    if line is None:
        return []
    return [
        Problem(
            ProblemCode.NO_ASSESSMENT,
            Location(uri, line),
            say("The page has statements or result texts, but is no self-assessment."),
            say("no settings with assessment: on the first lines, and no heading with {.assessment}"),
            say('settings between two lines of "---", the first in line 1; or {.assessment #id scale=…} on a heading'),
            say(
                "Write the settings, or correct how they begin; or remove {#id} and {.results} if it is "
                "an ordinary list."
            ),
        )
    ]
