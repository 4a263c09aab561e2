"""Kinds of pages that a command can begin: what it asks, and what it writes; plugins register theirs.

A distribution names a `Kind` in the entry points `mkdocs_foundation.new_pages`, under the name that it has in a call.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from importlib.metadata import EntryPoint, entry_points

from ..values import dataclass
from .site_config import SiteConfig

GROUP = "mkdocs_foundation.new_pages"
"""Name of the group of entry points."""


@dataclass(frozen=True)
class Question:
    """Something that a new page needs to be told."""

    name: str
    """Name of the answer, and of the option that gives it."""
    text: str
    """The question."""
    is_needed: bool = True
    """Whether there must be an answer."""
    is_asked: bool = True
    """Whether it is asked at a terminal; if not, only the option gives it."""
    takes_first: bool = False
    """Whether the first of the site's choices is meant where nothing is answered."""
    is_free: bool = False
    """Whether other answers than the choices are taken too."""
    separator: str = ""
    """Sign between several answers, `""` for one answer only."""


@dataclass(frozen=True)
class Wish:
    """A page that somebody wants to begin."""

    config: SiteConfig
    """Settings of the site."""
    locale: str
    """Language of the page."""
    answers: Mapping[str, str]
    """Answers by the name of the question; those that weren't given are "" or absent."""
    is_compared: bool = True
    """Whether the answers are compared with the pages that are there, all of which have to be read for it."""

    def get(self, name: str) -> str:
        """One answer, "" without."""
        return self.answers.get(name, "").strip()

    def several(self, question: Question) -> list[str]:
        """The parts of an answer."""
        parts = self.get(question.name).split(question.separator)
        return [part.strip() for part in parts if part.strip()]


@dataclass(frozen=True)
class NewPage:
    """What is written."""

    uri: str
    """Path of the file below the docs folder."""
    text: str
    """Content; of a file that is there already, what is added at its end."""
    is_added: bool = False
    """Whether it is added at the end of a file that must be there; if not, no file may be there."""
    hints: Sequence[str] = ()
    """What is left to do, a sentence each."""


class AnswerError(ValueError):
    """An answer that can't be used; the message says why and what is allowed."""


def _none(config: SiteConfig, locale: str) -> Mapping[str, Sequence[str]]:
    return {}


@dataclass(frozen=True)
class Kind:
    """A kind of pages."""

    help: str
    """One sentence for the list of commands."""
    questions: Sequence[Question]
    """Questions in the order in which they are asked."""
    begin: Callable[[Wish], NewPage]
    """Writes the page; may raise `AnswerError`."""
    choices: Callable[[SiteConfig, str], Mapping[str, Sequence[str]]] = field(default=_none)
    """The answers that a site has to a question in a language, by its name."""
    needed: Callable[[SiteConfig], Collection[str]] = field(default=lambda config: ())
    """Questions that a site wants to be answered, besides those that always are."""
    into: str = ""
    """Question that names a page to add to, where there is one; what a site asks of its pages isn't needed then."""
    plugin: str = ""
    """Plugin that a site must have for it, by its name in `mkdocs.yml`."""


def of_plugins(registered: Sequence[EntryPoint] | None = None) -> dict[str, EntryPoint]:
    """The kinds that installed distributions register, by name; an entry is loaded when its kind is needed."""
    return {entry.name: entry for entry in sorted(entry_points(group=GROUP) if registered is None else registered)}
