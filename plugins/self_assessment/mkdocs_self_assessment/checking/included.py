"""Statements that come from a snippet or an include: they are never read, and readers would see their signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.source_files import lines_of

from ..model import Questionnaire
from ..problem_codes import ProblemCode
from ..reading.definitions import INCLUDE
from ..reading.statements import shorten
from ..saying import say

_CODE = pattern(r"<(pre|code|script|textarea)\b.*?</\1\s*>", re.DOTALL)
_RAW = pattern(
    r"(?:\[[ xX]\]|<input[^>]*type=\"checkbox\"[^>]*>)(?P<text>(?:(?!</li>|</p>|\[[ xX]\]).)*?)\{:?\s*#[a-z][^{}<>]*\}",
    re.DOTALL,
)


def unread(html: str, questionnaires: tuple[Questionnaire, ...], uri: str, source: str) -> Iterator[Problem]:
    """The first statement that is shown as text on a page with self-assessments, or with one that comes from elsewhere.

    `html` is the rendered page, `source` its file.
    """
    if "{" not in html or not (questionnaires or 'class="assessment"' in html):
        return
    found = _RAW.search(_CODE.sub("", html))
    if not found:
        return
    including = (n for n, line in enumerate(lines_of(source), start=1) if INCLUDE.search(line))
    line = next(including, questionnaires[0].location.line if questionnaires else 1)
    words = shorten(re.sub(r"<[^>]*>", "", found["text"]))
    yield Problem(
        ProblemCode.CHANGED_MARKDOWN,
        Location(uri, line),
        say("A statement comes from a snippet or include, so that it is shown as text and not asked."),
        words,
        say("every statement in the file of its self-assessment"),
        say(
            "Write the statements and their headings into this file. Introductions, explanations and "
            "result texts may come from snippets."
        ),
    )
