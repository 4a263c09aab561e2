"""Languages of which nothing has changed since the last build: they stay as they were, where something keeps them.

What keeps them, the plugin `incremental`, offers this for one build of all languages; what builds the languages asks.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any, Protocol

from ...values import dataclass


@dataclass(frozen=True)
class Told:
    """A line of the log."""

    logger: str
    """Its name."""
    level: int
    text: str


@dataclass(frozen=True)
class Kept:
    """What a language has left for the files of the whole site."""

    result: Any
    """Whatever the one who builds the languages needs again; picklable."""
    told: tuple[Told, ...]
    """What was logged about it."""
    replaced: Mapping[str, bytes] = field(default_factory=dict)
    """Those of its files, by path, that one of a later language has replaced."""


def lines(records: Iterable[logging.LogRecord]) -> tuple[Told, ...]:
    """Records of the log as they are kept."""
    return tuple(Told(record.name, record.levelno, record.getMessage()) for record in records)


class Languages(Protocol):
    """The languages of one build."""

    def unchanged(self) -> Mapping[str, Kept]:
        """Those of which nothing has changed, by locale; asked when the first language has its menu."""

    def told(self) -> tuple[Told, ...]:
        """What has been logged since `unchanged` was asked."""

    def put_back(self, locale: str) -> dict[str, bytes]:
        """Put the files of such a language into the site; returns, by path, what others were that it replaces."""

    def keep(self, made: Mapping[str, tuple[Kept, Mapping[str, str]]]) -> None:
        """Keep languages for the next build: what each has left, and its files as `built_files.of` tells them."""

    def keep_none(self) -> None:
        """Keep none, those that were left neither."""
