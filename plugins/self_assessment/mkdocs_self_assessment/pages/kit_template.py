"""The template of workshop kits: in its text `(kit=title)` and the like stand for what each kit has of its own.

Values are within a text, or in the settings `title` and `description`; a part has a line to itself. Code is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, suggest
from mkdocs_foundation.sources.pages import read_source
from mkdocs_foundation.values import dataclass

from ..presenting.pieces import marker
from ..problem_codes import ProblemCode
from ..reading.counts import lines_with_code, replaced, without_code
from ..saying import say

VALUES = ("title", "questions", "minutes", "address")
"""What a text can take: the title, the number of questions in words, the minutes, the address of the published page."""
PARTS = ("invitation", "forms", "points", "scale", "team")
"""What the plugin makes: invitation with QR code, form, how to add up, lines for dots, link to the page of a team."""
_FIELD = pattern(r"\((?<!\]\()kit=([^\s()]*)\)")


@dataclass(frozen=True)
class KitPage:
    """The page of a kit, as a template gives it."""

    title: str
    """Title of the page, plain; "" where only its heading has one."""
    description: str
    """Description of the page; may be empty."""
    markdown: str
    """Its text, with a marker for each part."""
    parts: frozenset[str]
    """Names of the parts that it has, of `PARTS`."""


def page(content: str | bytes, uri: str, values: Mapping[str, str], plain: Mapping[str, str]) -> KitPage:
    """The page that a template makes; `values` are Markdown, and `plain` are those for its settings."""
    source = read_source(content, uri)[0]
    settings = source.matter.values if source else {}
    parts: set[str] = set()

    def value(found: re.Match[str]) -> str:
        if found[1] in PARTS:
            parts.add(found[1])
            return f"\n\n{marker('kit', found[1])}\n\n"
        return values.get(found[1], found[0])

    def setting(name: str) -> str:
        return _FIELD.sub(lambda found: plain.get(found[1], found[0]), str(settings.get(name) or ""))

    markdown = replaced(source.body if source else "", _FIELD, value)
    return KitPage(setting("title"), setting("description"), markdown, frozenset(parts))


def check(text: str, uri: str) -> list[Problem]:
    """Problems of what a template can't have: an unknown value or part, and a part within a text."""
    problems: list[Problem] = []
    for number, (line, is_code) in enumerate(lines_with_code(text), start=1):
        for found in [] if is_code else _FIELD.finditer(without_code(line)):
            name, location = found[1], Location(uri, number)
            if name not in (*VALUES, *PARTS):
                names = listed(f"(kit={known})" for known in (*VALUES, *PARTS))
                remedy = suggest(name, (*VALUES, *PARTS), say("Write one of these."))
                message = say('A workshop kit has nothing that is called "{name}".', name=name)
                problems.append(Problem(ProblemCode.KIT, location, message, verbatim(found[0]), names, remedy))
            elif name in PARTS and line.strip() != found[0]:
                message = say('The part "{name}" of a workshop kit is within a text.', name=name)
                allowed = say("a line that has nothing else: {line}", line=found[0])
                remedy = say("Give it a line to itself, with an empty line above and below.")
                problems.append(Problem(ProblemCode.KIT, location, message, verbatim(line.strip()), allowed, remedy))
    return problems


def missing(uri: str, shown: str) -> Problem:
    """The option names a template that the source language doesn't have, at `shown`; `uri` is that of another's."""
    return Problem(
        ProblemCode.NO_KIT,
        Location(uri, 1),
        say("The template of workshop kits isn't there."),
        say("no file {file}", file=shown),
        say("a page in the folder of the language, from which the kits are made"),
        say("Write the page, or leave out `kit` in the options of self-assessment."),
    )
