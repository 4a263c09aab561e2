"""Slips within a line that are published so: stars with spaces, titles without quotation marks, lost letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say
from .lines import prose

_STARS = pattern(r"(?:^|(?<=\s))\*\*(?=\s)[^*]*\*\*|(?<!\*)\*\*[^\s*][^*]*\s\*\*(?=\s|$)")
"""Two stars, words, and two stars, of which one pair has spaces on both sides: Markdown leaves it as it is."""
_BARE_TITLE = pattern(r"\s*(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*[ \t]+(?P<title>[^\W\d_a-z][^\"\n]*)$")
"""The first line of a box with words that begin like a title, where only further kinds can stand."""
_ROW = pattern(r"\s{0,3}\|.*\|\s*$")
_RULE = pattern(r"\s{0,3}\|?[\s:|-]*-[\s:|-]*$")
_AFTER_ID = pattern(r" {0,3}#{1,6}[ \t].*(?P<rest>\{#[\w-]+\}[ \t]*[^\s#{].*)$")
_NO_HASH = pattern(r" {0,3}#{1,6}[ \t].*[ \t](?P<id>\{[ \t]*[a-z][\w-]*[ \t]*\})[ \t]*$")
_GARBLED = pattern(
    "\u00c3[\u0080-\u00bf\u2013-\u2030\u0152\u0153\u0160\u0161\u0178\u02dc\u2122]|\u00e2\u20ac[\u0080-\u00bf\u2013-\u2122\u0153]|\ufffd"
)
"""Letters of UTF-8 that were read in another encoding, such as those of å, and the sign for a lost letter."""

_Words = tuple[Message, Message, Message]
_SPACED = (
    say("There is a space inside the stars, so that they are published, and nothing is bold."),
    say("**bold words** with the stars right beside the words"),
    say("Remove the space between the stars and the words."),
)
_UNQUOTED = (
    say("The title of the box isn't in quotation marks, so that it isn't shown."),
    say('!!! note "Title" : the kind of box, and the title in straight quotation marks'),
    say('Put straight quotation marks (") around the title.'),
)
_NO_RULE = (
    say("The table has no line of hyphens below its first row, so that it is published as text."),
    say("| --- | --- | below the row with the headings"),
    say("Write a line with | --- | for each column below the first row, and an empty line above the table."),
)
_ID_WITHIN = (
    say("Something stands behind the id of the heading, so that the id is published as text."),
    say("the id in curly brackets at the end of the line"),
    say("Move the id to the end of the line, or remove what stands behind it."),
)
_ID_BARE = (
    say("The id of the heading has no #, so that links to it lead nowhere."),
    say("an id with #, such as {#trust}"),
    say("Write # before the id."),
)


def found(lines: Sequence[tuple[int, str]], body: str) -> Iterator[tuple[int, str, _Words]]:
    """Line, what is written there and what to say, for each slip; `lines` are those of a page that are no code.

    Beside stars, code that was left out of a line looks like a space: `body` has it.
    """
    texts, written = dict(lines), body.split("\n")
    for number, line in lines:
        if "**" in line and (stars := _STARS.search(line)) and stars[0] in written[number - 1]:
            yield number, stars[0], _SPACED
        if ("!!!" in line or "???" in line) and _BARE_TITLE.match(line):
            yield number, line, _UNQUOTED
        if "|" in line and _ROW.match(line):
            above, below = texts.get(number - 1, ""), texts.get(number + 1, "")
            if not above.strip() and _ROW.match(below) and not _RULE.match(below):
                yield number, line, _NO_RULE
        if "#" not in line or "{" not in line:
            continue
        if after := _AFTER_ID.match(line):
            yield number, after["rest"], _ID_WITHIN
        elif bare := _NO_HASH.match(line):
            yield number, bare["id"], _ID_BARE


@kept()
def garbled(page: SourcePage) -> tuple[Problem, ...]:
    """The first letters of a page that were lost when the text was saved or pasted in another encoding."""
    return tuple(_garbled(page))


def _garbled(page: SourcePage) -> Iterator[Problem]:
    if not _GARBLED.search(page.source.text):
        return
    lines = prose(page.body) if _GARBLED.search(page.body) else enumerate(page.source.text.split("\n"), 1)
    for number, line in lines:
        if letters := _GARBLED.search(line):
            yield Problem(
                ProblemCode.MISREAD_LINE,
                Location(page.uri, number),
                say("Letters were lost when the text was saved or pasted in another encoding."),
                verbatim(line[max(0, letters.start() - 20) : letters.end() + 20].strip()),
                say("the letters of the language, such as æ, ø and å"),
                say("Write the letters anew, here and in the lines below, or paste the text again."),
            )
            return
