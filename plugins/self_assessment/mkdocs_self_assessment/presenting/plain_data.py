"""The marked fields of a model as plain values, which become JSON for scripts."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from ..marks import Role, marked
from ..reading.blocks import plain_text


def data_of(owner: object) -> dict[str, Any]:
    """What scripts get of an object, by the names that its marks give."""
    found: dict[str, Any] = {}
    for name, mark in marked(owner):
        if mark.data is None:
            continue
        value = mark.value(owner, name)
        found[mark.data] = (
            plain_text(value) if mark.role is Role.TITLE else plain(mark.convert(value) if mark.convert else value)
        )
    return found


def fields_of(owner: object) -> dict[str, Any]:
    """All fields of an object that was made for scripts alone."""
    return {camel(f.name): plain(getattr(owner, f.name)) for f in fields(owner)}  # type: ignore[arg-type]


def plain(value: object) -> Any:
    """A value as plain data for JSON."""
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return data_of(value) if any(True for _ in marked(value)) else fields_of(value)
    return value


def camel(name: str) -> str:
    """A name as scripts write it."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
