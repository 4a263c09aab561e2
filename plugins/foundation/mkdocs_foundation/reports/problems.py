"""One type for everything that can be wrong with an author's input, and its one text form."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum

from ..values import dataclass
from .message import ENGLISH, Message, Words, say


class Severity(Enum):
    """An error always ends the build, a warning ends it only under `--strict`, advice never does."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


SEVERITIES = {Severity.ERROR: say("error"), Severity.WARNING: say("warning"), Severity.ADVICE: say("advice")}
"""The word for each severity."""
LABELS = (say("found"), say("allowed"), say("do"))
"""The words before what was found, what is allowed and what to do."""


class Checks(Enum):
    """The choices of the option `checks`."""

    USUAL = "usual"
    """Only what the plugins would publish wrong, and settings of theirs that have no effect."""
    STRICT = "strict"
    """Everything that is known to be better in another way, too."""


class Code(Enum):
    """A kind of problem; each plugin has its own enumeration of them, with this as its base."""

    @property
    def severity(self) -> Severity:
        """Whether it ends every build, only a strict one, or none, on a site with strict checks."""
        return Severity.ERROR

    @property
    def elsewhere(self) -> Severity | None:
        """The severity on a site with the usual checks; `None`: not reported there."""
        return self.severity


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
    message: Message
    """What is wrong, in one sentence that a reader of the file understands."""
    found: Message
    """What is written there."""
    allowed: Message
    """What is allowed there."""
    remedy: Message
    """How to fix it."""
    everywhere: bool = False
    """Whether it has the severity of its code whatever the checks: here the plugins would publish something wrong."""
    weight: Severity | None = None
    """Severity on this site, where that isn't its code's."""
    also: tuple[Location, ...] = ()
    """Further places of the same mistake, which the remedy names."""

    @property
    def places(self) -> tuple[Location, ...]:
        """Every place of the mistake, that of the message first."""
        return (self.location, *self.also)

    @property
    def severity(self) -> Severity:
        """Whether it ends every build, only a strict one, or none."""
        return self.weight or self.code.severity

    def format(self, docs_dir: str = "docs", words: Words = ENGLISH) -> str:
        """The text that the build and the command line print; `docs_dir` leads every path."""
        prefix = f"{docs_dir}/" if docs_dir else ""
        severity = words(SEVERITIES[self.severity])
        head = f"{prefix}{self.location}: {severity} [{self.code.value}] {words(self.message)}"
        return "\n".join([head, *labelled((self.found, self.allowed, self.remedy), words)])


def labelled(texts: Sequence[str], words: Words = ENGLISH) -> list[str]:
    """A line each for what was found, what is allowed and what to do."""
    labels = [words(label) for label in LABELS]
    width = max(map(len, labels)) + 1
    return [f"    {f'{label}:':{width}} {words(text)}" for label, text in zip(labels, texts, strict=True)]


def weighed(problems: Iterable[Problem], checks: Checks) -> list[Problem]:
    """The problems that a site with these checks is told, with their severity there."""
    if checks is Checks.STRICT:
        return list(problems)
    return [
        problem
        if problem.everywhere or problem.code.elsewhere is problem.severity
        else replace(problem, weight=problem.code.elsewhere)
        for problem in problems
        if problem.everywhere or problem.code.elsewhere is not None
    ]


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name that `name` was most likely meant to be, if any is close; 1 is the same but for capitals."""
    by_lower = {candidate.lower(): candidate for candidate in known}
    matches = difflib.get_close_matches(name.lower(), list(by_lower), n=1, cutoff=cutoff)
    return by_lower[matches[0]] if matches else None


def suggest(name: str, known: Iterable[str], otherwise: Message, cutoff: float = 0.6) -> Message:
    """A remedy that offers the nearest right name, or `otherwise` where none is near."""
    return offer(nearest(name, known, cutoff), otherwise)


def offer(near: str | None, otherwise: Message) -> Message:
    """A remedy that offers a name, where there is one."""
    if near:
        return say('Did you mean "{name}"? {otherwise}', name=near, otherwise=otherwise)
    return otherwise
