"""What keeps a site from being built, collected from what the build logs and from the error that ended it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import Abort, BuildError, MkDocsException

from ...patterns import pattern
from ...reports.error_page import Mistake, of_problem
from ...reports.message import of_error
from ...reports.problems import Problem
from .. import unexpected
from ..languages.processes import LOGGER

_SETTING = pattern(r"Config value '(\w+)'")
"""How MkDocs begins what it says of a setting."""


class Records(logging.Handler):
    """Keeps warnings and errors of a build."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__(level=logging.WARNING)
        self.kept: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one."""
        self.kept.append(record)


@contextmanager
def records() -> Iterator[list[logging.LogRecord]]:
    """The warnings and errors that are logged while the context lasts."""
    handler = Records()
    logging.getLogger(LOGGER).addHandler(handler)
    try:
        yield handler.kept
    finally:
        logging.getLogger(LOGGER).removeHandler(handler)


def found(logged: Sequence[logging.LogRecord], error: BaseException, docs_dir: str, config_file: Path) -> list[Mistake]:
    """Everything that is wrong: the errors, else the warnings of a strict build, and what isn't known by name.

    `config_file` is `mkdocs.yml`; `docs_dir` leads the paths of problems.
    """
    errors = [record for record in logged if record.levelno >= logging.ERROR]
    shown = errors or list(logged)
    problems = [problem for record in shown if isinstance(problem := getattr(record, "problem", None), Problem)]
    mistakes = [of_problem(problem, docs_dir) for problem in problems]
    shown = [record for record in shown if not hasattr(record, "problem")]
    mistakes += [record.mistake for record in shown if hasattr(record, "mistake")]
    told = {line for mistake in mistakes for line in mistake.text.splitlines()}
    # What MkDocs logs of an error of a plugin is the sum of the problems, where there are any.
    others = [
        record for record in shown if not hasattr(record, "mistake") and not (problems and ".build" in record.name)
    ]
    texts = [text for text in dict.fromkeys(record.getMessage() for record in others) if text not in told]
    if isinstance(error, BuildError) and not problems:
        texts.append(of_error(error))
    if isinstance(error, Abort | BuildError) or (shown and isinstance(error, MkDocsException)):
        mistakes += [Mistake(text, _of_setting(text, config_file)) for text in texts]
        return mistakes or [Mistake(of_error(error))]
    return [*mistakes, unexpected.mistake(error, texts, config_file.parent)]


def _of_setting(text: str, config_file: Path) -> str:
    """File and line of the setting that MkDocs doesn't accept; "" for other messages, and for one set elsewhere."""
    named = _SETTING.match(text)
    if not named:
        return ""
    try:
        lines = config_file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    found = [number for number, line in enumerate(lines, 1) if line.startswith(f"{named[1]}:")]
    return f"{config_file.name}:{found[-1]}" if found else ""
