"""Advice that an author has thought about and doesn't follow, with the reason: it isn't given again.

    <!-- check: ignore heading-order: the quotation has headings of its own -->

stands above the block that it is about, or above everything else on a page, which it then is about as a whole. Errors
and warnings can't be silenced.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..caching.results import kept
from ..patterns import pattern
from ..values import dataclass
from .problems import Problem, Severity

_COMMENT = pattern(r"\s*<!--\s*check:\s*ignore\b(?P<rest>.*?)-->\s*", re.DOTALL)
_BEGIN = pattern(r"\s*<!--\s*check:\s*ignore\b")
_FENCE = pattern(r"\s*(`{3,}|~{3,})")
_CODES = pattern(r"(?P<codes>[^:]*?)\s*(?::\s*(?P<reason>.*))?", re.DOTALL)
_LAST = 10**9
"""A line below all others."""


@dataclass(frozen=True)
class Silence:
    """One comment that silences advice."""

    line: int
    """Its line."""
    codes: tuple[str, ...]
    """Codes of the advice."""
    reason: str
    """Reason, as it is written; may be empty."""
    first: int
    """First line that it is about."""
    last: int
    """Last line that it is about."""

    def covers(self, problem: Problem) -> bool:
        """Whether it silences a problem of its page."""
        is_meant = problem.severity is Severity.ADVICE and problem.code.value in self.codes
        return is_meant and bool(self.reason) and self.first <= problem.location.line <= self.last


def read(body: str) -> tuple[Silence, ...]:
    """The silences in a page's Markdown, which has the line numbers of its file."""
    return _read(body) if "check:" in body else ()


def apply(
    problems: Iterable[Problem], body_of: Callable[[str], str | None]
) -> tuple[list[Problem], set[tuple[str, Silence, str]]]:
    """The problems that aren't silenced; and path, comment and code of each silence that silences something.

    `body_of` gives the Markdown of a page by the path of its file.
    """
    left: list[Problem] = []
    used: set[tuple[str, Silence, str]] = set()
    for problem in problems:
        body = body_of(problem.location.path) if problem.severity is Severity.ADVICE else None
        found = [silence for silence in read(body or "") if silence.covers(problem)]
        used |= {(problem.location.path, silence, str(problem.code.value)) for silence in found}
        if not found:
            left.append(problem)
    return left, used


@kept(8192)
def _read(body: str) -> tuple[Silence, ...]:
    return tuple(_silences(body.split("\n")))


def _silences(lines: Sequence[str]) -> Iterator[Silence]:
    at, fence, is_top = 0, "", True
    while at < len(lines):
        line, start = lines[at], at
        at += 1
        mark = _FENCE.match(line)
        if fence or mark:
            fence = ("" if mark and mark[1].startswith(fence) else fence) if fence else mark[1] if mark else ""
        elif _BEGIN.match(line):
            while "-->" not in lines[at - 1] and at < len(lines):
                at += 1
            if comment := _COMMENT.fullmatch("\n".join(lines[start:at])):
                first, last = (1, _LAST) if is_top else _block(lines, at)
                yield _silence(comment["rest"], start + 1, first, last)
                continue
        is_top = is_top and not line.strip()


def _silence(rest: str, line: int, first: int, last: int) -> Silence:
    written = _CODES.fullmatch(rest.strip())
    assert written is not None
    codes = tuple(re.findall(r"[\w-]+", written["codes"]))
    return Silence(line, codes, " ".join((written["reason"] or "").split()), first, last)


def _block(lines: Sequence[str], at: int) -> tuple[int, int]:
    """First and last line of the block below a comment, with the indented blocks that belong to it."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    end = at
    while end < len(lines):
        if not lines[end].strip():
            following = next((line for line in lines[end:] if line.strip()), "")
            if not following.startswith(("    ", "\t")):
                break
        end += 1
    return at + 1, end
