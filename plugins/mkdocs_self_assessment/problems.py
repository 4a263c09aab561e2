"""One type for everything that can be wrong with an author's input, and its one text form."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """An error always ends the build; a warning ends it only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


class ProblemCode(Enum):
    """Every kind of problem. The catalogue in `docs/problems.md` explains each with an example."""

    # the file
    ENCODING = "encoding"
    FRONT_MATTER = "front-matter"
    CONFLICT = "conflict"
    NO_ASSESSMENT = "no-assessment"
    # settings, attributes and ids
    ATTRIBUTES = "attributes"
    UNKNOWN_SETTING = "unknown-setting"
    UNKNOWN_FLAG = "unknown-flag"
    BAD_VALUE = "bad-value"
    MISSING_ID = "missing-id"
    BAD_ID = "bad-id"
    DUPLICATE_ID = "duplicate-id"
    UNKNOWN_SCALE = "unknown-scale"
    BAD_SCALE = "bad-scale"
    MISSING_SCALE = "missing-scale"
    UNKNOWN_DIMENSION = "unknown-dimension"
    UNKNOWN_STATEMENT = "unknown-statement"
    UNKNOWN_STYLE = "unknown-style"
    # statements and structure
    TICKED = "ticked"
    CHECKBOX = "checkbox"
    EMPTY_STATEMENT = "empty-statement"
    STRAY_CONTENT = "stray-content"
    HEADING_SPACE = "heading-space"
    HEADING_LEVEL = "heading-level"
    OUTSIDE_DIMENSION = "outside-dimension"
    RAW_HTML = "raw-html"
    NESTED_ASSESSMENT = "nested-assessment"
    EMPTY_DIMENSION = "empty-dimension"
    NO_STATEMENTS = "no-statements"
    # scenarios and two factors
    WRONG_KIND = "wrong-kind"
    ACTION_STYLE = "action-style"
    SCENARIO_ACTIONS = "scenario-actions"
    MISSING_READINESS = "missing-readiness"
    AXES = "axes"
    SQUARES = "squares"
    # results
    BAD_RANGE = "bad-range"
    BAND_GAP = "band-gap"
    BAND_OVERLAP = "band-overlap"
    NO_RESULTS = "no-results"
    # translations
    NO_SOURCE = "no-source"
    TRANSLATION_PLACE = "translation-place"
    TRANSLATION_MISSING = "translation-missing"
    TRANSLATION_UNKNOWN = "translation-unknown"
    TRANSLATION_SCORING = "translation-scoring"
    TRANSLATION_BANDS = "translation-bands"
    # the site
    NO_CATALOGUE = "no-catalogue"
    ADDRESS_TAKEN = "address-taken"
    BROKEN_LINK = "broken-link"
    BROKEN_ANCHOR = "broken-anchor"


WARNINGS = frozenset({ProblemCode.NO_RESULTS, ProblemCode.BROKEN_ANCHOR})
"""The codes that harm no score and lose nothing."""


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
    """One thing that an author must mend."""

    code: ProblemCode
    """Its kind."""
    location: Location
    """Where it was found."""
    message: str
    """What is wrong, in one sentence that a reader of the file understands."""
    found: str
    """What stands there."""
    allowed: str
    """What may stand there."""
    remedy: str
    """What to do."""

    @property
    def severity(self) -> Severity:
        """Whether it ends every build or only a strict one."""
        return Severity.WARNING if self.code in WARNINGS else Severity.ERROR

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
