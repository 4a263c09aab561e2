"""Numbers that texts take from the self-assessments: `(items=service-culture)` is shown as `24`.

In any page, in its text or in its `title` and `description`; code is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, suggest
from mkdocs_foundation.sources.source_files import lines_of

from ..model import Questionnaire
from ..problem_codes import ProblemCode
from ..saying import say
from ..signs import COUNTED

NAMES = COUNTED
Counts = Mapping[str, Mapping[str, int]]
"""Numbers by id of the self-assessment and by what is counted."""
_COUNT = pattern(rf"\((?<!\]\()({'|'.join(NAMES)})=([^\s()]*)\)")
_CUTOFF = 0.75
"""Similarity of two ids from which on one may be meant by the other."""
_FENCE = pattern(r"^\s*(`{3,}|~{3,})")
_CODE = pattern(r"(`+)(?!`).+?(?<!`)\1(?!`)")


def numbers(questionnaires: Iterable[Questionnaire]) -> Counts:
    """The numbers of some self-assessments."""
    return {
        q.id: {"items": q.count, "dimensions": len(q.dimensions)} | ({"minutes": q.minutes} if q.minutes else {})
        for q in questionnaires
    }


def has_any(text: str) -> bool:
    """Whether a text takes a number from a self-assessment."""
    return _COUNT.search(text) is not None


def filled(text: str, counts: Counts) -> str:
    """The text with its numbers; an unknown reference is left unchanged."""

    def number(found: re.Match[str]) -> str:
        known = counts.get(found[2], {}).get(found[1])
        return found[0] if known is None else str(known)

    if not has_any(text):
        return text
    return replaced(text, _COUNT, number)


def check(text: str, uri: str, counts: Counts) -> list[Problem]:
    """Problems of references to a self-assessment or a number that doesn't exist."""
    problems: list[Problem] = []
    if "`" not in text and all(name in counts.get(id, {}) for name, id in _COUNT.findall(text)):
        return problems  # nearly always: to tell what is code takes longer
    for number, (line, is_code) in enumerate(lines_with_code(text), start=1):
        found = [] if is_code or not has_any(line) else _COUNT.finditer(without_code(line))
        for name, id in (match.groups() for match in found):
            if name not in counts.get(id, {}):
                problems.append(_problem(Location(uri, number), name, id, counts))
    return problems


def named(problem: Problem) -> str:
    """The self-assessment that a problem of `check` names."""
    found = _COUNT.fullmatch(problem.found)
    return found[2] if found else ""


def _problem(location: Location, name: str, id: str, counts: Counts) -> Problem:
    if id in counts:
        return Problem(
            ProblemCode.UNKNOWN_COUNT,
            location,
            say('The self-assessment "{id}" has no number of {name}.', id=id, name=name),
            verbatim(f"({name}={id})"),
            say("({names})", names=listed(f"{there}={id}" for there in counts[id])),
            say("Write `{name}:` into the settings of the self-assessment, or the number here.", name=name),
        )
    ids = sorted(counts)
    return Problem(
        ProblemCode.UNKNOWN_COUNT,
        location,
        say("The text takes a number from a self-assessment that isn't there."),
        verbatim(f"({name}={id})"),
        say("the id of a self-assessment: {names}", names=listed(ids))
        if ids
        else say("the id of a self-assessment; there is none yet"),
        suggest(id, ids, say("Write the id as on its page."), _CUTOFF),
    )


def lines_with_code(text: str) -> list[tuple[str, bool]]:
    """Each line, and whether it is in a block of code."""
    found: list[tuple[str, bool]] = []
    fence = ""
    for line in lines_of(text):
        mark = _FENCE.match(line)
        if fence:
            found.append((line, True))
            fence = "" if mark and mark[1].startswith(fence) else fence
        else:
            fence = mark[1] if mark else ""
            found.append((line, bool(mark)))
    return found


def without_code(line: str) -> str:
    """A line without its pieces of code."""
    return _CODE.sub("", line)


def replaced(text: str, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> str:
    """The text in which `by` has replaced what matches outside code, line by line."""
    return "\n".join(line if is_code else _outside_code(line, pattern, by) for line, is_code in lines_with_code(text))


def _outside_code(line: str, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> str:
    if not pattern.search(line):
        return line
    pieces, end = [], 0
    for code in _CODE.finditer(line):
        pieces += [pattern.sub(by, line[end : code.start()]), code[0]]
        end = code.end()
    return "".join([*pieces, pattern.sub(by, line[end:])])
