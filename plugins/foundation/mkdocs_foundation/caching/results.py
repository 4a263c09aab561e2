"""Results of pure functions of texts, kept in a store from one run of a command to the next.

`kept` marks such a function. While `keeping` is in force, a result that an earlier run has made is read from the store;
at all other times the function is called as ever. A result belongs to the text that it was made from and to the code
that made it, so an old one is never taken for a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import field
from functools import lru_cache, update_wrapper
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from ..values import dataclass
from . import programs, store
from .store import Store

P = ParamSpec("P")
R = TypeVar("R")

_kept: Store | None = None


@contextmanager
def keeping(file: Path) -> Iterator[None]:
    """Use and keep results in a file while the context lasts."""
    global _kept
    before, _kept = _kept, Store.load(file, programs.by_times())
    try:
        yield
        if _kept.save():
            _leave_out(file.parent)
    finally:
        _kept = before


def are_none() -> bool:
    """Whether results are kept and there are none yet, so that everything has to be made."""
    return _kept is not None and len(_kept) == 0


@dataclass(frozen=True)
class Made:
    """What a process has made and used of what is kept, for the process that it was forked from."""

    values: Mapping[bytes, bytes] = field(default_factory=dict)
    """What it has put in."""
    used: frozenset[bytes] = frozenset()
    """The keys of all that it has used."""


def made(before: Made | None = None) -> Made:
    """What has been made and used in this process until now, or since `before`."""
    if _kept is None:
        return Made()
    values, used = _kept.added(), _kept.used
    if before:
        values = {key: value for key, value in values.items() if key not in before.values}
        used -= before.used
    return Made(values, used)


def take(made: Made) -> None:
    """Keep what another process has made, and count what it has used."""
    if _kept is not None:
        _kept.take(dict(made.values), made.used)


def _leave_out(folder: Path) -> None:
    """Tell git that the folder holds nothing of the author's."""
    ignored = folder / ".gitignore"
    with suppress(OSError):
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")


def kept(remembered: int = 0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep the results of a pure function under `keeping`; its arguments are what `digest` takes, without names.

    So many results are `remembered` in memory besides, `keeping` or not: then all arguments must be hashable.
    """

    def decorated(function: Callable[P, R]) -> Callable[P, R]:
        name = f"{function.__module__}.{function.__qualname__}"

        def result(*arguments: Any) -> Any:
            if _kept is None:
                return function(*arguments)  # type: ignore[call-arg]
            return keep(lambda: function(*arguments), name, *arguments)  # type: ignore[call-arg]

        return update_wrapper(lru_cache(remembered)(result) if remembered else result, function)

    return decorated


def keep(make: Callable[[], R], name: str, *by: object) -> R:
    """The same for a result that is made of more than it depends on, which is `by`; each has a `name` of its own."""
    if _kept is None:
        return make()
    key = _key(name, by)
    found = _kept.get(key)
    result: R = _kept.put(key, (make(),))[0] if found is None else found[0]
    return result


def found(name: str, *by: object) -> Any:
    """What `add` has kept, where it isn't made by calling a function; `None` where there is nothing."""
    return None if _kept is None else (_kept.get(_key(name, by)) or (None,))[0]


def add(result: object, name: str, *by: object) -> None:
    """Keep a result that isn't `None`, if any are kept now."""
    if _kept is not None:
        _kept.put(_key(name, by), (result,))


def _key(name: str, by: tuple[object, ...]) -> bytes:
    return store.digest(name, programs.code_of(name.partition(".")[0]), *map(digest, by))


def digest(value: object) -> bytes:
    """What stands for a value: a text or bytes, a tuple, a value that has `kept_by`, or one whose `repr` tells all."""
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, bytes):
        return store.digest(value)
    if isinstance(value, tuple):
        return store.digest(*map(digest, value))
    by = getattr(value, "kept_by", None)
    return digest(by) if by is not None else _of_text(f"{type(value).__name__} {value!r}")


@lru_cache(maxsize=32768)
def _of_text(text: str) -> bytes:
    return store.digest(text)
