"""One type for everything that can be wrong with an author's input, and its one text form."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """An error always ends the build, a warning ends it only under `--strict`, advice never does."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Code(Enum):
    """A kind of problem; each plugin has its own enumeration of them, with this as its base."""

    @property
    def severity(self) -> Severity:
        """Whether it ends every build, only a strict one, or none."""
        return Severity.ERROR


@dataclass(frozen=True, order=True)
class Location:
    """A place in an author's file."""

    path: str
    """Path relative to the docs folder, with forward slashes."""
    line: int
    """1-based line."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True)
class Problem:
    """One thing that an author must fix."""

    code: Code
    """Its kind."""
    location: Location
    """Where it was found."""
    message: str
    """What is wrong, in one sentence that a reader of the file understands."""
    found: str
    """What is written there."""
    allowed: str
    """What is allowed there."""
    remedy: str
    """How to fix it."""

    @property
    def severity(self) -> Severity:
        """Whether it ends every build, only a strict one, or none."""
        return self.code.severity

    def format(self, docs_dir: str = "docs") -> str:
        """The text that the build and the command line print; `docs_dir` leads every path."""
        prefix = f"{docs_dir}/" if docs_dir else ""
        return (
            f"{prefix}{self.location}: {self.severity.value} [{self.code.value}] {self.message}\n"
            f"    found:   {self.found}\n"
            f"    allowed: {self.allowed}\n"
            f"    do:      {self.remedy}"
        )


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name that `name` was most likely meant to be, if any is close; 1 is the same but for capitals."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    matches = difflib.get_close_matches(name.lower(), list(by_lower), n=1, cutoff=cutoff)
    return by_lower[matches[0]] if matches else None


def suggest(name: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy that offers the nearest right name, or `otherwise` where none is near."""
    near = nearest(name, known)
    return f'Did you mean "{near}"? {otherwise}' if near else otherwise
