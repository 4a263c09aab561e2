"""The editorial rules of a site, by path. There are none unless the site sets them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, fields, replace
from functools import cached_property, lru_cache
from typing import Any

from mkdocs_foundation.reports.message import Message, listed
from mkdocs_foundation.reports.problems import suggest
from mkdocs_foundation.values import dataclass

from ..saying import say


class RulesError(ValueError):
    """The rules in `mkdocs.yml` can't be read; the message says why and what to write."""


@dataclass(frozen=True)
class Span:
    """Bounds of a number or a length."""

    least: int = 0
    """Lower bound."""
    most: int | None = None
    """Upper bound, `None` for none."""

    def __contains__(self, number: int) -> bool:
        return self.least <= number and (self.most is None or number <= self.most)

    def text(self) -> Message:
        """The bounds in words."""
        if self.most is None:
            return say("at least {number}", number=self.least)
        return say("{least} to {most}", least=self.least, most=self.most)


@dataclass(frozen=True)
class PageRules:
    """The rules of one page. A rule that is not set has no effect."""

    required: tuple[str, ...] = ()
    """Settings that must be there."""
    description: Span | None = None
    """Length of the description in characters."""
    words: Span | None = None
    """Length of the text in words."""
    tags: Span | None = None
    """How many tags there should be."""
    opening: str = ""
    """Kind of the box that follows the title, such as `abstract`."""
    headings: tuple[str, ...] = ()
    """Ids of headings that should be there."""
    section_links: Mapping[str, Span] = field(default_factory=dict)
    """How many links the section under a heading should have, by the heading's id."""
    links: Span | None = None
    """How many other pages the text should link to."""
    links_to: tuple[str, ...] = ()
    """Patterns of pages: there should be a link to a page of each."""
    linked_from: tuple[str, ...] = ()
    """Patterns of pages: one of them should link here."""
    unique_title: bool = False
    """Whether no other page of the language that has this rule should have the same title."""
    passages: int = 0
    """Length in words of a passage that only one text of a language should have; 0 for no such rule."""
    image_text: int = 0
    """Least length of the alternative text of an image, in characters."""
    lix: int = 0
    """Highest LIX of the text, a measure of how hard it is to read; 0 for the one that any text may have."""
    exclamation_marks: bool = True
    """Whether the text may have exclamation marks."""
    quotation_marks: bool = False
    """Whether only the quotation marks of the language should be used."""
    numbers: bool = False
    """Whether decimals and percent signs should be written as in the language."""

    @cached_property
    def kept_by(self) -> str:
        """The rules as text."""
        return repr(self)


@dataclass(frozen=True)
class Rules:
    """The rules of a site, by pattern of path within a language's folder."""

    by_pattern: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """Rules by pattern, in the order of `mkdocs.yml`: a later pattern overrides an earlier one."""
    _made: dict[tuple[int, ...], PageRules] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __bool__(self) -> bool:
        return bool(self.by_pattern)

    def of(self, key: str) -> PageRules:
        """The rules of a page; the same object for all pages that the same patterns fit."""
        fitting = tuple(at for at, (pattern, _) in enumerate(self.by_pattern) if matches(pattern, key))
        if fitting not in self._made:
            found: dict[str, Any] = {}
            for at in fitting:
                found |= self.by_pattern[at][1]
            self._made[fitting] = replace(PageRules(), **found)
        return self._made[fitting]


@lru_cache(maxsize=32768)
def matches(pattern: str, key: str) -> bool:
    """Whether a path fits a pattern. `*` stands for a file other than `index.md`, `**` for anything."""
    if key.rsplit("/", 1)[-1] == "index.md" and "**" not in pattern and pattern != key:
        return False
    return _expression(pattern).fullmatch(key) is not None


@lru_cache(maxsize=1024)
def _expression(pattern: str) -> re.Pattern[str]:
    parts = (re.escape(part).replace(r"\*", "[^/]*") for part in pattern.split("**"))
    return re.compile(".*".join(parts))


def read(written: Any) -> Rules:
    """The rules as `mkdocs.yml` has them: a mapping of patterns to mappings of rules. Raises `RulesError`."""
    if not written:
        return Rules()
    if not isinstance(written, dict):
        raise RulesError(
            say('`editorial`: write paths with their rules, such as `"articles/*.md": {words: [700, 1400]}`.')
        )
    return Rules(tuple((str(pattern), _rules(str(pattern), values)) for pattern, values in written.items()))


def _rules(pattern: str, values: Any) -> dict[str, Any]:
    if not isinstance(values, dict):
        where = f"`editorial`, `{pattern}`"
        raise RulesError(say("{place}: write a mapping of rules, such as `words: [700, 1400]`.", place=where))
    found: dict[str, Any] = {}
    for name, value in values.items():
        kinds = {field.name: str(field.type) for field in fields(PageRules)}
        where = f"`editorial`, `{pattern}`, `{name}`"
        if name not in kinds:
            hint = suggest(str(name), kinds, say("Write one of: {names}.", names=listed(kinds)))
            raise RulesError(say("{place}: there is no such rule. {remedy}", place=where, remedy=hint))
        found[name] = _READERS[kinds[name]](value, where)
    return found


def _span(value: Any, where: str) -> Span:
    if isinstance(value, int) and not isinstance(value, bool):
        return Span(value)
    if (
        isinstance(value, list)
        and len(value) == 2
        and all(type(bound) is int for bound in value)
        and value[0] <= value[1]
    ):
        return Span(*value)
    raise RulesError(say("{place}: write a least number, or both bounds as `[110, 170]`.", place=where))


def _names(value: Any, where: str) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    raise RulesError(say("{place}: write a list of names, such as `[description, date]`.", place=where))


def _spans(value: Any, where: str) -> dict[str, Span]:
    if isinstance(value, dict):
        return {str(name): _span(span, f"{where}, `{name}`") for name, span in value.items()}
    raise RulesError(say("{place}: write ids of headings with numbers, such as `{where-next: [2, 4]}`.", place=where))


def _whole(value: Any, where: str) -> int:
    if type(value) is int and value >= 0:
        return value
    raise RulesError(say("{place}: write a whole number.", place=where))


def _word(value: Any, where: str) -> str:
    if isinstance(value, str):
        return value
    raise RulesError(say("{place}: write one word.", place=where))


def _yes_or_no(value: Any, where: str) -> bool:
    if isinstance(value, bool):
        return value
    raise RulesError(say("{place}: write true or false.", place=where))


_READERS = {
    "tuple[str, ...]": _names,
    "Span | None": _span,
    "Mapping[str, Span]": _spans,
    "int": _whole,
    "str": _word,
    "bool": _yes_or_no,
}
