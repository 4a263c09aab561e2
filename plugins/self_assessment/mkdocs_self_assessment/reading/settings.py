"""The settings of an assessment, its dimensions and its items: their names and allowed values.

Front matter and attribute lists share one table, so that a page and a section can't differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest, suggest
from mkdocs_foundation.values import dataclass

from ..conditions.parsing import SyntaxFault, parse
from ..conditions.texts import unreadable
from ..conditions.tree import Condition
from ..numbers import read_number
from ..problem_codes import ProblemCode
from ..saying import say
from .attributes import Attributes

ASSESSMENT = ("id", "kind", "scale", "good", "minutes", "minimum", "not-relevant", "paging", "shuffle")
"""Settings of a self-assessment of any kind."""
SECTION = ("slug", "former-slugs")
"""Settings of the page generated from a section; any other page has them in its front matter."""
NUMBERS = {"minutes": (1, 240), "minimum": (1, 100), "target": (0, 100), "cut": (1, 100)}
"""The lowest and the highest number of each setting that is one."""
DIMENSION = ("scale", "minimum", "target", "good")
"""Flags of a dimension's heading."""
PART = ("scale", "shuffle")
"""Flags of a heading without an id, whose statements each name their dimensions."""
ITEM = ("reverse", "weight", "dimension", "scale", "not-relevant", "must", "if")
"""Flags of a statement."""
PASSAGES = ("first-step", "questions")
"""Classes of headings of texts that are shown with a result."""
CLASSES = ("assessment", "results", *PASSAGES)
"""Classes of headings that mean something in every kind."""


@dataclass(frozen=True)
class Vocabulary:
    """The names that authors may write, collected from all kinds."""

    settings: tuple[str, ...]
    """Settings of a whole self-assessment."""
    classes: Mapping[str, str]
    """Classes of headings that have a meaning, each with the name of the only kind that has it; "" for every kind."""
    flags: frozenset[str]
    """Flags of headings and statements."""


_LETTERS = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa"})
_CURLY = pattern(r"[“”„«»‘](?P<text>[^“”„«»‘’]*)[“”«»’]")
ID = pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Settings:
    """Reads typed values out of one author's settings and collects the problems in them."""

    def __init__(self, written: Mapping[str, Any], known: Collection[str], locate: Callable[[str], Location]) -> None:
        """Take the settings as written; `locate` gives the location of each."""
        self.problems: list[Problem] = []
        self._written = {str(key): value for key, value in written.items()}
        self._locate = locate
        for name in list(self._written):
            if name not in known:
                if meant := nearest(name, known):  # a misspelt name isn't reported as missing too
                    self._written.setdefault(meant, self._written[name])
                self.problems.append(
                    Problem(
                        ProblemCode.UNKNOWN_SETTING if "id" in known else ProblemCode.UNKNOWN_FLAG,
                        locate(name),
                        (
                            say('"{name}" is not a setting here.', name=name)
                            if "id" in known
                            else say('"{name}" is not a flag here.', name=name)
                        ),
                        verbatim(name),
                        (listed(known) or say("no flag")),
                        suggest(name, known, say("Correct the spelling, or remove it.")),
                    )
                )

    def has(self, name: str) -> bool:
        """Whether a setting is written, with any value."""
        return self._written.get(name) is not None

    def text(self, name: str) -> str | None:
        """A text, or `None` where it isn't set."""
        value = self._written.get(name)
        if value is None:
            return None
        if isinstance(value, (str, int, float)) and not isinstance(value, bool):
            quoted = _CURLY.fullmatch(str(value).strip())  # which YAML takes for part of the text
            return quoted["text"] if quoted else str(value)
        self._bad(name, value, say("a text"))
        return None

    def number(self, name: str, low: int, high: int) -> int | None:
        """A whole number in a range, or `None` where it isn't set or is wrong."""
        value = self._written.get(name)
        if value is None:
            return None
        text = str(value).strip().removesuffix("%").strip()
        if not isinstance(value, bool) and re.fullmatch(r"[0-9]{1,6}", text) and low <= int(text) <= high:
            return int(text)
        self._bad(name, value, say("a whole number from {low} to {high}", low=low, high=high))
        return None

    def decimal(self, name: str, low: float, high: float) -> float | None:
        """A number in a range, or `None` where it isn't set or is wrong."""
        value = self._written.get(name)
        if value is None:
            return None
        found = None if isinstance(value, bool) else read_number(str(value))
        if found is not None and low <= found <= high:
            return found
        self._bad(name, value, say("a number from {low} to {high} with at most two decimals", low=low, high=high))
        return None

    def flag(self, name: str) -> bool | None:
        """Yes or no, or `None` where it isn't set or is wrong."""
        value = self._written.get(name)
        if value is None:
            return None
        text = str(value).strip().lower()
        if text in ("true", "yes", "1"):
            return True
        if text in ("false", "no", "0"):
            return False
        self._bad(name, value, say("true or false"))
        return None

    def choice(self, name: str, choices: Sequence[str]) -> str | None:
        """One of several words, or `None` where it isn't set or is wrong."""
        value = self._written.get(name)
        if value is None:
            return None
        if str(value).strip() in choices:
            return str(value).strip()
        self._bad(name, value, listed(choices))
        return None

    def condition(self, name: str) -> Condition | None:
        """A condition such as `trust-speak<=2 and ask=yes`, or `None` where it isn't set or is wrong."""
        value = self._written.get(name)
        if value is None:
            return None
        found = parse(str(value))
        if isinstance(found, SyntaxFault):
            self.problems.append(unreadable(str(value), found, self._locate(name)))
            return None
        return found

    def _bad(self, name: str, value: object, allowed: Message) -> None:
        self.problems.append(
            Problem(
                ProblemCode.BAD_VALUE,
                self._locate(name),
                say('The value of "{name}" can\'t be used.', name=name),
                verbatim(_short(value)),
                allowed,
                say('Write {allowed} after "{name}", or remove it.', allowed=allowed, name=name),
            )
        )


def check_id(
    given: Attributes | str | None, missing: Message, example: str, location: Location, vocabulary: Vocabulary
) -> tuple[str | None, list[Problem]]:
    """The id if it is valid; `missing` is the message without one, `example` is suggested where it is missing."""
    forgotten = None
    if isinstance(given, Attributes):
        if given.broken is not None:  # reported by `check_attributes`
            return None, []
        written = given.ids[0] if given.ids else None
        forgotten = forgotten_hash(given, vocabulary) if not written else None
    else:
        written = given
    if not written:
        return None, [
            Problem(
                ProblemCode.MISSING_ID,
                location,
                missing,
                (verbatim(f"{{{forgotten}}}") if forgotten else say("no id")),
                say(
                    "a short English name in lower case, the same in every language, such as {example}", example=example
                ),
                (
                    say('Did you mean "{#{id}}"? An id begins with #.', id=forgotten)
                    if forgotten
                    else say(
                        "Give it one, such as {example}. Saved answers hang on ids: don't change them later.",
                        example=example,
                    )
                ),
            )
        ]
    if not ID.fullmatch(written):
        plain = written.lower().translate(_LETTERS)
        good = "-".join(re.findall(r"[a-z0-9]+", plain)).lstrip("0123456789-")
        return None, [
            Problem(
                ProblemCode.BAD_ID,
                location,
                say('"{written}" can\'t be an id.', written=written),
                verbatim(written),
                say("lower-case letters a to z, digits and single hyphens, beginning with a letter"),
                (
                    say('Write it like this: "{good}".', good=good)
                    if ID.fullmatch(good)
                    else say("Choose an English word or two.")
                ),
            )
        ]
    return written, []


def forgotten_hash(given: Attributes, vocabulary: Vocabulary) -> str | None:
    """The word in the braces that was most likely meant as an id, as in `{trust-speak}`."""
    words = [name for name, value in given.values.items() if value == "true" and ID.fullmatch(name)]
    return next((word for word in words if not nearest(word, vocabulary.flags, 0.8)), None) if not given.ids else None


def classes_meant(given: Attributes, vocabulary: Vocabulary) -> frozenset[str]:
    """The classes of a heading, misspelt ones taken for what they were meant to be; `check_classes` reports them."""
    return frozenset(_class_meant(name, tuple(vocabulary.classes)) for name in given.classes)


@lru_cache(maxsize=4096)
def _class_meant(name: str, classes: tuple[str, ...]) -> str:
    return nearest(name, classes, 0.8) or name


def flags(given: Attributes, vocabulary: Vocabulary) -> dict[str, str]:
    """The attributes besides the id, also where the id lacks its #, which `check_id` reports."""
    forgotten = forgotten_hash(given, vocabulary)
    return {name: value for name, value in given.values.items() if name != forgotten}


def check_classes(given: Attributes, location: Location, vocabulary: Vocabulary) -> list[Problem]:
    """Problems of classes that are probably misspelt ones of ours; any other class is allowed."""
    return [
        Problem(
            ProblemCode.UNKNOWN_FLAG,
            location,
            say('".{name}" looks like a misspelt class.', name=name),
            verbatim(f".{name}"),
            listed(f".{known}" for known in vocabulary.classes),
            say('Did you mean ".{name}"? Correct the spelling.', name=meant),
        )
        for name in sorted(given.classes)
        if name not in vocabulary.classes and (meant := nearest(name, vocabulary.classes, 0.8))
    ]


def check_attributes(attributes: Attributes, location: Location) -> list[Problem]:
    """Problems in the syntax of an attribute list."""
    if attributes.broken is not None or len(attributes.ids) > 1:
        found = attributes.broken or " ".join(f"#{id}" for id in attributes.ids)
        return [
            Problem(
                ProblemCode.ATTRIBUTES,
                location,
                say("The part in braces can't be read."),
                (verbatim(found) or say("empty braces")),
                say('one {#id flags} at the end of the line, such as {#trust-speak reverse weight=2 scale="…"}'),
                say("Write one pair of braces, last on the line, with one #id in it."),
            )
        ]
    return []


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"
