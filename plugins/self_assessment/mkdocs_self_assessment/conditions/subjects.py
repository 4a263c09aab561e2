"""What a name in a condition means, and which values it may be compared with."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from mkdocs_foundation.reports.message import Message, listed
from mkdocs_foundation.values import dataclass

from ..numbers import read_number
from ..saying import say
from .tree import Measure

ANSWER_NAMES: dict[str, tuple[str, ...]] = {
    "agreement-5": ("strongly-disagree", "disagree", "neutral", "agree", "strongly-agree"),
    "agreement-7": (
        "strongly-disagree",
        "disagree",
        "slightly-disagree",
        "neutral",
        "slightly-agree",
        "agree",
        "strongly-agree",
    ),
    "frequency-5": ("never", "rarely", "sometimes", "often", "always"),
    "extent-5": ("not-at-all", "small", "some", "great", "very-great"),
    "yes-no": ("no", "yes"),
    "yes-partly-no": ("no", "partly", "yes"),
}
"""What the answers of each named scale are called in conditions, in every language; lowest value first."""


@dataclass(frozen=True)
class Subject:
    """A dimension or statement that a condition may name."""

    id: str
    """Id of the dimension or statement."""
    measure: Measure
    """What the subject's number is: a score, an answer or a level."""
    values: tuple[float, ...] = ()
    """Every number that the subject can have, lowest first; empty for a score, which is any number from 0 to 100."""
    names: tuple[tuple[str, float], ...] = ()
    """Words for the values, those that work in every language first."""
    may_be_open: bool = True
    """Whether a result can be shown while the subject has no number: not answered, not shown, or not scored."""
    may_be_absent: bool = False
    """Whether the subject can have no number although the reader answers everything: not relevant, or not asked."""

    @property
    def low(self) -> float:
        """The lowest number of the subject."""
        return self.values[0] if self.values else 0

    @property
    def high(self) -> float:
        """The highest number of the subject."""
        return self.values[-1] if self.values else 100

    def number(self, written: str) -> float | None:
        """The number that a word or figure means, in range or not; `None` where it means nothing."""
        wanted = folded(written)
        for name, value in self.names:
            if folded(name) == wanted:
                return value
        return read_number(written.strip().removesuffix("%"))

    @property
    def allowed(self) -> Message:
        """The values that the subject may be compared with, for a message."""
        if not self.values:
            return say("a number from 0 to 100")
        figures = listed(str(value) for value in self.values)
        words = listed(f'"{name}"' if " " in name else name for name in self.offered)
        if words:
            return say("{words}; or the numbers {numbers}", words=words, numbers=figures)
        return say("one of the numbers {numbers}", numbers=figures)

    @property
    def offered(self) -> tuple[str, ...]:
        """One word for each value, for a message."""
        first: dict[float, str] = {}
        for name, value in self.names:
            first.setdefault(value, name)
        return tuple(first[value] for value in sorted(first))


Subjects = Mapping[str, Subject]


def folded(word: str) -> str:
    """A word without what doesn't distinguish two labels: capitals, surplus whitespace, the form of its accents."""
    return " ".join(unicodedata.normalize("NFC", word).casefold().split())
