"""Advice on lines that look like a list, a link or a note, and that Markdown reads as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say
from . import slips

_BULLET = pattern(r"\s*[\u2022\u00b7\u25aa\u2023\u25e6\u25cf\u25cb\u25a0\uf0b7]\s*\w")
_HARD_SPACE = pattern(r"\s*(?:[-*+]|\d+[.)])[\u00a0\u2007\u202f\u3000]")
_ITEM = pattern(r"\s*[-*+][ \t]+\S")
_NO_SPACE = pattern(r"-[^\W\d_]")
_ROUND = pattern(r"\s*(?P<number>\d{1,2})\)[ \t]")
_BLOCK = pattern(r"\s*(?:[-*+>|:#<]|\d+[.)]|!!!|\?\?\?|===|\[)")
"""How a line begins that isn't one of a paragraph."""
_SPACED = pattern(r"\[[^\[\]]+\][ \t]+\((?:https?://|[^()\s]+\.(?:md|png|jpe?g|svg|pdf)\b)[^()\s]*\)")
_NAMED = pattern(r"(?<![\w\]])\[[^\[\]]+\]\[(?P<name>[^\[\]^]+)\]")
_NOTE = pattern(r"\[\^(?P<name>[^\]\s]+)\](?![ \t]*:)")
_DEFINED = pattern(r"^ *\[(?P<name>[^\[\]]+)\]:", re.MULTILINE)
_CONFLICT = "<<<<<<< "
_GLUED = pattern(r" {0,3}#{2,6}(?:[\u00a0\u2007\u202f\u3000]|[^\s#])")
_UNSEEN = pattern(r"\s*[\u00ad\u200b-\u200d\u2060\ufeff]+\s*(?:#{1,6}\s|[-*+][ \t]|\d+[.)][ \t]|>|!!!|\?\?\?|```|\|)")
_APART = pattern(
    r"(?![-*+|:#\s]|\d+[.)]).*(?P<apart>\]\([^()\n]+\)[ \t\u00a0]+\{:?[ ]*(?:[#.][\w-]+|[\w-]+=)[^{}\n]*\})"
)
"""Attributes that a link or a picture of a paragraph doesn't get; those of headings, items and cells have a space."""
_DASH = pattern(r"\s*[–—][ \t\u00a0]\s*\w")
_BOX_LIKE = pattern(
    r"\s*(?:!!(?!!)\s*[a-z][\w-]*|!{4,}\s*[a-z][\w-]*|(?:!!!|\?\?\?\+?)(?:[a-z]|\s+[a-z][\w-]*\s+[“”„«»]))"
)
_INSERTED = ("{{", "{%", "--8<--")
"""Signs of text that a plugin or an extension puts into a page, definitions perhaps."""

_Lines = Sequence[tuple[int, str]]
_Words = tuple[Message, Message, Message]
"""What is wrong, what is allowed, what to do."""
_PASTED = (
    say("The line looks like an item of a list, and is published as a line of text."),
    say("- and a space before each item"),
    say("Write - in place of the sign, here and in the lines below, with an empty line above the first."),
)
_NON_BREAKING = (
    say("There is a hard space behind the sign, so that this is no list."),
    say("- and an ordinary space before each item"),
    say("Type the space anew, here and in the lines below."),
)
_CLOSE = (
    say("There is no space behind the hyphen, so that this is no list."),
    say("- and a space before each item"),
    say("Write a space behind each hyphen, with an empty line above the first."),
)
_BRACKETS = (
    say("Markdown knows no numbers with a bracket, so that this is no list."),
    say("a number, a full stop and a space before each item"),
    say("Write 1. in place of 1), here and in the lines below, with an empty line above the first."),
)
_ATTACHED = (
    say("The list follows a line of text at once, so that it is published as text."),
    say("an empty line above a list"),
    say("Put an empty line above it."),
)
_NO_HEADING = (
    say("There is no ordinary space behind the # signs, so that this is no heading."),
    say("a space between the # signs and the words"),
    say("Write a space behind the # signs."),
)
_NO_BOX = (
    say("The line looks like the beginning of a box, and is published as text."),
    say('!!! note "Title" : three signs, a space, the kind of box, and a title in straight quotation marks or none'),
    say("Write the line so, and leave the lines below indented."),
)
_MERGE = (
    say("Two versions of the text are left from a merge."),
    say("one version"),
    say("Choose one of the two, and remove the lines with <<<<<<<, ======= and >>>>>>>."),
)
_INVISIBLE = (
    say("The line begins with a sign that can't be seen, so that its heading, list or box is published as text."),
    say("lines that begin with the sign of the heading, list or box"),
    say("Delete everything before the first sign that you see, and type the sign anew."),
)
_BESIDE = (
    say("There is a space before the curly brackets, so that they are published as text."),
    say("![what it shows](picture.png){ width=300 } without a space between ) and {"),
    say("Remove the space between ) and {."),
)
_GAP = (
    say("There is a space within the link, so that it is published as text."),
    say("[words](address) without a space between the brackets"),
    say("Remove the space between ] and (."),
)


def check(page: SourcePage, lines: _Lines) -> Iterator[Problem]:
    """What is misread in a page; `lines` are number and text of each line that is no code."""
    for number, found, (message, allowed, remedy) in (
        *_lists(lines),
        *_references(page.body, lines),
        *slips.found(lines, page.body),
    ):
        place = Location(page.uri, number)
        yield Problem(ProblemCode.MISREAD_LINE, place, message, verbatim(found.strip()[:60]), allowed, remedy)


def _lists(lines: _Lines) -> Iterator[tuple[int, str, _Words]]:
    """The first line of each list that is none, and of each heading or box."""
    texts, told = dict(lines), -1
    for number, line in lines:
        if told == number - 1 and line.strip():  # one message for the lines of one list
            told = number
        elif line.lstrip()[:1].isalpha():  # nothing that begins so
            continue
        elif words := _of_line(line) or _of_list(line, texts.get(number - 1, ""), texts.get(number + 1, "")):
            told = number
            yield number, line, words


def _of_line(line: str) -> _Words | None:
    if _UNSEEN.match(line):
        return _INVISIBLE
    return _NO_HEADING if _GLUED.match(line) else _NO_BOX if _BOX_LIKE.match(line) else None


def _of_list(line: str, above: str, below: str) -> _Words | None:
    if _BULLET.match(line) or (_DASH.match(line) and _DASH.match(below)):
        return _PASTED
    if _HARD_SPACE.match(line):
        return _NON_BREAKING
    if _NO_SPACE.match(line) and _NO_SPACE.match(below) and not above.strip():
        return _CLOSE
    first, second = _ROUND.match(line), _ROUND.match(below)
    if first and second and int(second["number"]) == int(first["number"]) + 1:
        return _BRACKETS
    is_below_text = above.strip() and not above.startswith((" ", "\t")) and not _BLOCK.match(above)
    if _ITEM.match(line) and is_below_text and (above.rstrip().endswith(":") or _ITEM.match(below)):
        return _ATTACHED
    return None


def _references(body: str, lines: _Lines) -> Iterator[tuple[int, str, _Words]]:
    """Links and footnotes that are none, and what is left of a merge."""
    defined = {found["name"].casefold() for found in _DEFINED.finditer(body)}
    is_whole = not any(sign in body for sign in _INSERTED)
    for number, line in lines:
        if line.startswith(_CONFLICT):
            yield number, line, _MERGE
        if "[" not in line:
            continue
        if gap := _SPACED.search(line):
            yield number, gap[0], _GAP
        if "{" in line and (apart := _APART.match(line)) and apart["apart"] in body:  # without code between them
            yield number, apart["apart"].removeprefix("]"), _BESIDE
        for named in _NAMED.finditer(line) if is_whole else ():
            if named["name"].casefold() not in defined:
                yield (
                    number,
                    named[0],
                    (
                        say("The link has no address, so that it is published with its brackets."),
                        say("a line `[{name}]: address` on the page, or [words](address)", name=named["name"]),
                        say("Write the address in round brackets behind the words."),
                    ),
                )
        for note in _NOTE.finditer(line) if is_whole else ():
            if f"^{note['name']}".casefold() not in defined:
                yield (
                    number,
                    note[0],
                    (
                        say("The footnote has no text, so that its mark is published with its brackets."),
                        say("a line `[^{name}]: text` on the page", name=note["name"]),
                        say("Write the text of the footnote at the end of the page, or remove the mark."),
                    ),
                )
