"""One mistake, one message: what only follows from another problem of the same page is left out."""

from __future__ import annotations

from collections.abc import Sequence
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from mkdocs_foundation.reports.problems import Problem, Severity

_TEXT = frozenset(
    {"empty-page", "untranslated-copy", "text-language", "conflict", "encoding", "front-matter", "unclosed-code"}
    | {"file-name", "page-language", "no-assessment"}
)
"""With one of these, what else is advised on the page is about a text that isn't there as it was meant."""
_GONE = frozenset({"no-source", "post-title"})
"""What is said of a self-assessment or a post that is empty."""
_ANCHORS = frozenset({"empty-page", "conflict", "encoding", "unclosed-code", "untranslated-copy"})
"""With one of these, the headings of the page aren't there, or aren't read."""
_OF_ANCHORS = frozenset({"link-anchor", "broken-anchor"})
_SETTINGS = frozenset({"front-matter", "misread-line"})
"""What follows from two versions of a page that were not put together."""


def without(problems: Sequence[Problem]) -> list[Problem]:
    """The problems without those that follow from others."""
    codes: dict[str, set[str]] = {}
    for problem in problems:
        codes.setdefault(problem.location.path, set()).add(problem.code.value)
    texts = {path: found & (_TEXT | _GONE) for path, found in codes.items() if found & _TEXT}
    if not texts:
        return list(problems)
    gone = {path for path, found in texts.items() if found & _ANCHORS}
    return [problem for problem in problems if not _follows(problem, texts, gone)]


def _follows(problem: Problem, texts: dict[str, set[str]], gone: set[str]) -> bool:
    code, path = str(problem.code.value), problem.location.path
    if code in _OF_ANCHORS:
        return path in gone or _reached(problem) in gone
    roots = texts.get(path, set())
    if "conflict" in roots and code in _SETTINGS:
        return True
    if "empty-page" in roots and code == "missing-setting":
        return True
    if "file-name" in roots and code in _TEXT:
        return code != "file-name"
    if code == "empty-page" and roots & _GONE:
        return True
    if code in _TEXT:  # of a copy it is no news that its language is another
        return code == "text-language" and "untranslated-copy" in roots
    return bool(roots) and problem.severity is Severity.ADVICE


def _reached(problem: Problem) -> str:
    """The page that a link leads to; `found` is the link as it is written."""
    try:
        path = unquote(urlsplit(str(problem.found)).path)
    except ValueError:
        return ""
    here = problem.location.path
    return normpath(join(dirname(here), path)) if path else here
