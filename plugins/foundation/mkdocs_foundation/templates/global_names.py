"""The names that all templates of an environment know, read without a search for names of each template's own.

Jinja goes through these names for every part that a page includes, in a `ChainMap`: a fiftieth of a build.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, MutableMapping
from typing import Any

from jinja2 import Environment


class _Globals(ChainMap[str, Any]):
    def __iter__(self) -> Iterator[str]:
        own, *others = self.maps
        return super().__iter__() if own or len(others) != 1 else iter(others[0])


def quicken(env: Environment) -> None:
    """Let the environment make its globals for templates in this way, unless it makes them in one of its own."""

    def make_globals(own: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return _Globals({} if own is None else own, env.globals)

    changed: Any = env
    if getattr(env.make_globals, "__func__", None) is Environment.make_globals:
        changed.make_globals = make_globals
