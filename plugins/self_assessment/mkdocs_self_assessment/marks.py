"""Marks of the fields of a questionnaire: what each means for scoring, translation and scripts.

A mark is a part of the field's annotation: `weight: Annotated[int | None, scoring("the weight", default=1)]`.

Inheriting from the source language, comparing languages, the version and the data for scripts follow from the marks.
A field without one is text: each language has its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any, get_type_hints

from mkdocs_foundation.values import dataclass


class Role(Enum):
    """Role of a marked field."""

    IDENTITY = "identity"
    """Distinguishes an object from others of its kind, in every language."""
    SCORING = "scoring"
    """A value that a translation takes from its source."""
    MEMBERS = "members"
    """Objects that each have an identity."""
    RANGES = "ranges"
    """Result texts, whose ranges are taken from the source."""
    CONDITIONS = "conditions"
    """Result texts, whose conditions are taken from the source."""
    PASSAGE = "passage"
    """A text that either every language has or none."""
    TITLE = "title"
    """Text in the page's language, without Markdown, for scripts."""


@dataclass(frozen=True)
class Mark:
    """Role of a field, and its treatment in messages, the version and scripts."""

    role: Role
    name: str = ""
    """Name of the field in messages; "" for a value that languages are not compared by."""
    default: object = None
    """Default value, which a missing field means."""
    ordered: bool = False
    """Whether the order of members is part of the scoring."""
    version: Callable[[Any], Any] | None = None
    """Converts the value for the version; `None` where results stay comparable if the value changes."""
    data: str | None = None
    """Name of the field for scripts; `None` where they don't get it."""
    convert: Callable[[Any], Any] | None = None
    """Converts the value for scripts; `None` for the value itself."""
    data_type: str = ""
    """TypeScript type of the converted value; "" for the field's own type."""
    written: Callable[[Any, Any], Any] | None = None
    """Returns what a translation's author wrote, given the translation's object and the source's; `None` if nothing."""

    def value(self, owner: object, name: str) -> Any:
        """The value of the field `name`, or its default."""
        found = getattr(owner, name)
        return self.default if found is None else found


def identity() -> Mark:
    """A field that distinguishes an object from others, in every language."""
    return Mark(Role.IDENTITY, version=lambda id: id, data="id")


def scoring(
    name: str = "",
    *,
    default: object = None,
    version: Callable[[Any], Any] | bool = False,
    data: str | None = None,
    convert: Callable[[Any], Any] | None = None,
    data_type: str = "",
    written: Callable[[Any, Any], Any] | None = None,
) -> Mark:
    """A value taken from the source language; `version=True` where a change makes results incomparable."""
    taken = (lambda value: value) if version is True else version or None
    return Mark(
        Role.SCORING, name, default, version=taken, data=data, convert=convert, data_type=data_type, written=written
    )


def members(
    name: str,
    *,
    ordered: bool = False,
    version: Callable[[Any], Any] | bool = False,
    data: str | None = None,
) -> Mark:
    """Objects that a translation has by the same identities; `name` is their name in messages, "" for no message."""
    taken = (lambda value: value) if version is True else version or None
    return Mark(Role.MEMBERS, name, ordered=ordered, version=taken, data=data)


def ranges(name: str = "", data: str | None = None) -> Mark:
    """Result texts; `name` is their owner in messages, "" for the owner's own name."""
    return Mark(Role.RANGES, name, data=data)


def conditions(convert: Callable[[Any], Any]) -> Mark:
    """Result texts with conditions instead of ranges; `convert` converts them for scripts."""
    return Mark(Role.CONDITIONS, data="conditions", convert=convert, data_type="(ResultCondition | null)[]")


def passage() -> Mark:
    """A text that a translation has if the source has it."""
    return Mark(Role.PASSAGE)


def title(data: str = "title") -> Mark:
    """The text of a heading or a name, for scripts."""
    return Mark(Role.TITLE, data=data)


def marked(owner: object) -> Iterator[tuple[str, Mark]]:
    """The name and mark of each marked field of a dataclass or of one of its objects, in the order of declaration."""
    yield from marks_of(owner).items()


def marks_of(owner: object) -> Mapping[str, Mark]:
    """The marks of a dataclass or of one of its objects by field."""
    return _marks(owner if isinstance(owner, type) else type(owner))


def fields_of(owner: object) -> tuple[tuple[str, Mark | None], ...]:
    """The name of each field of a dataclass's object, and its mark if it has one."""
    kind: Any = type(owner)
    return _fields(kind)


@cache
def _fields(owner: Any) -> tuple[tuple[str, Mark | None], ...]:
    marks = marks_of(owner)
    return tuple((field.name, marks.get(field.name)) for field in fields(owner))


@cache
def _marks(owner: Any) -> Mapping[str, Mark]:
    hints = get_type_hints(owner, include_extras=True)
    found = {f.name: getattr(hints[f.name], "__metadata__", ()) for f in fields(owner)}
    return {name: mark for name, extras in found.items() for mark in extras if isinstance(mark, Mark)}


def key_of(member: object) -> str:
    """The value of an object's identity field."""
    kind: Any = type(member)
    return str(getattr(member, _identity(kind)))


@cache
def _identity(owner: Any) -> str:
    return next(name for name, mark in marked(owner) if mark.role is Role.IDENTITY)


def version_of(owner: object) -> list[Any]:
    """The values that results depend on, as plain data in the order of declaration."""
    found: list[Any] = []
    for name, mark in marked(owner):
        if mark.version is None:
            continue
        value = mark.version(mark.value(owner, name))
        if mark.role is Role.MEMBERS and not mark.ordered:
            value = sorted(version_of(member) for member in value)
        found.append(value)
    return found
