"""All settings of a site as one text, so that a change of any of them is noticed."""

from __future__ import annotations

import functools
import os
import re
import types
from collections.abc import Iterator, Mapping, Set
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from mkdocs_foundation.patterns import pattern

_ENVIRONMENT = pattern(rb"!ENV\s+(?:\[([^\]\n]*)\]|([^\s,\]}]+))")
_INHERITED = pattern(rb"^INHERIT:[ \t]*[\"']?([^\"'\n#]+)", re.MULTILINE)
_DEPTH = 12


def files(path: Path) -> list[Path]:
    """A file of settings with those that it inherits from, the first one first."""
    found: list[Path] = []
    while path not in found and path.is_file():
        found.append(path)
        parent = _INHERITED.search(path.read_bytes())
        if not parent:
            break
        path = path.parent / parent[1].decode("utf-8", "replace").strip()
    return found


def environment(content: bytes) -> list[tuple[str, str | None]]:
    """The variables of the environment that a file of settings names, with their values."""
    found: dict[str, str | None] = {}
    for several, one in _ENVIRONMENT.findall(content):
        for name in (several or one).decode("utf-8", "replace").split(","):
            name = name.strip().strip("\"'")
            found[name] = os.environ.get(name)
    return sorted(found.items())


def plain(value: Any) -> str:
    """A value as text that is the same for equal values, in each run."""
    return "".join(_parts(value, _DEPTH))


def is_plain(value: object) -> bool:
    """Whether a value that holds no others is shown by `plain` with all that it is."""
    return value is None or isinstance(value, (str, bytes, int, float, Enum, Path)) or is_dataclass(value)


def _parts(value: Any, depth: int) -> Iterator[str]:
    if value is None or isinstance(value, (str, bytes, int, float, Enum)):
        yield repr(value)
    elif isinstance(value, Path):
        yield repr(str(value))
    elif depth == 0:
        yield "…"
    elif isinstance(value, Mapping):
        yield "{"
        for key in sorted(value, key=repr):
            yield f"{key!r}:"
            yield from _parts(value[key], depth - 1)
            yield ","
        yield "}"
    elif isinstance(value, (list, tuple)):
        yield "["
        for item in value:
            yield from _parts(item, depth - 1)
            yield ","
        yield "]"
    elif isinstance(value, Set):
        yield from sorted(plain(item) for item in value)
    elif isinstance(value, functools.partial):
        yield from _parts((value.func, value.args, value.keywords), depth - 1)
    elif isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType, types.MethodType)):
        yield f"{value.__module__}.{value.__qualname__}"
    elif is_dataclass(value) and not isinstance(value, type):
        yield type(value).__qualname__
        yield from _parts({field.name: getattr(value, field.name) for field in fields(value)}, depth - 1)
    elif type(value).__module__ == "datetime":
        yield repr(value)
    else:  # an object of a plugin or an extension: what it is made of is in the files of settings
        yield f"{type(value).__module__}.{type(value).__qualname__}"
