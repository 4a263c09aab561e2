"""Errors that no program has explained: what they say, and the last place that an author can change."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from ..reports.error_page import Mistake
from ..reports.message import of_error, say

_INSTALLED = ("site-packages", "dist-packages")


def mistake(error: BaseException, logged: Sequence[str], folder: Path) -> Mistake:
    """An error as a mistake, with what was logged of it; `folder` is that of `mkdocs.yml`."""
    if isinstance(error, MkDocsException):
        place = _marked(error, folder)
        if not place:
            return Mistake(of_error(error))
        remedy = say(
            "Correct the line that is named, or the one above it: often it is indentation, a colon or a quote."
        )
        return Mistake(of_error(error), place, allowed=say("settings in YAML"), remedy=remedy)
    place = _place(error, folder)
    text = "\n".join([*logged, *traceback.format_exception_only(error)]).strip()
    remedy = say("Correct the line that is named; the terminal has the whole traceback.")
    return Mistake(text, place, remedy=remedy)


def _marked(error: BaseException, folder: Path) -> str:
    """File and line of an error in YAML; "" where it has none."""
    for cause in _causes(error):
        if mark := getattr(cause, "problem_mark", None):
            return _shown(str(mark.name), int(mark.line) + 1, folder)
    return ""


def _place(error: BaseException, folder: Path) -> str:
    """File and line of a template or a module of the site, else of the last module."""
    own: list[str] = []
    last = ""
    for cause in _causes(error):
        frames = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(cause.__traceback__)]
        if (name := getattr(cause, "filename", None)) and (line := getattr(cause, "lineno", None)):
            frames.append((str(name), int(line)))
        own += [_shown(name, line, folder) for name, line in frames if _is_own(name, folder)]
        last = last or (_shown(*frames[-1], folder) if frames else "")
    return own[-1] if own else last


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _is_own(name: str, folder: Path) -> bool:
    path = Path(name)
    return path.is_relative_to(folder) and not set(_INSTALLED).intersection(path.parts)


def _shown(name: str, line: int, folder: Path) -> str:
    path = Path(name)
    return f"{path.relative_to(folder) if path.is_relative_to(folder) else path}:{line}"
