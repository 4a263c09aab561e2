"""A questionnaire as another program has it, before it is written in the author's format.

Texts are plain, not Markdown; a reader of a format never has to know how the Markdown is written.
"""

from __future__ import annotations

from mkdocs_foundation.reports.message import ENGLISH, Message, Words, of_error, of_machine, shown, words
from mkdocs_foundation.reports.problems import labelled
from mkdocs_foundation.values import dataclass


class UnreadableError(ValueError):
    """A file that nothing can be made of; the message says what was found, what is allowed and what to do."""

    def __init__(self, message: Message, found: Message, allowed: Message, remedy: Message) -> None:
        """Take the four parts of a message, in the form of the package's problems."""
        self._parts = message, found, allowed, remedy
        super().__init__(self.told())

    def told(self, words: Words = ENGLISH) -> str:
        """The message in a language."""
        message, *others = self._parts
        return "\n".join([words(message), *labelled(others, words)])


def told(error: Exception) -> str:
    """What an error says, in the language of the machine."""
    return error.told(words(of_machine())) if isinstance(error, UnreadableError) else shown(of_error(error))


@dataclass(frozen=True)
class Note:
    """Something that the author's format has no place for, or that was guessed."""

    place: Message
    """Place in the source, such as `sheet Questions, row 12`."""
    message: Message
    """What was found there, and what became of it."""


@dataclass(frozen=True)
class Answer:
    """One of the answers that a statement offers."""

    label: str
    """Words; "" for an answer that is its number alone."""
    value: float | None = None
    """Number that the source gives it, if any."""


@dataclass(frozen=True)
class DraftStatement:
    """A statement or a question with one answer out of several."""

    text: str
    """The statement."""
    place: Message
    """Place in the source."""
    area: str = ""
    """Title of its area; "" for none."""
    name: str = ""
    """Name or code that the source knows it by; "" for none."""
    reverse: bool = False
    """Whether a high answer means a low score."""
    weight: float | None = None
    """How much it counts, where the source says so."""
    explanation: str = ""
    """What is written below it."""
    answers: tuple[Answer, ...] = ()
    """Its own answers in the order of the source; none for those of the whole."""


@dataclass(frozen=True)
class DraftArea:
    """A group of statements: what becomes a dimension."""

    title: str
    """Title, by which statements name it."""
    introduction: str = ""
    """Text below its title."""
    name: str = ""
    """Name or code that the source knows it by; "" for none."""


@dataclass(frozen=True)
class DraftResult:
    """A text for a range of scores."""

    low: str
    """Lowest score, as written."""
    high: str
    """Highest score, as written."""
    text: str
    """The text."""
    name: str = ""
    """Headline; "" for none."""
    in_points: bool = False
    """Whether the range is one of sums rather than of percent."""


@dataclass(frozen=True)
class Draft:
    """A whole questionnaire."""

    statements: tuple[DraftStatement, ...]
    """Statements in the order of the source."""
    areas: tuple[DraftArea, ...] = ()
    """What is known of areas besides their titles; others are made of the statements'."""
    title: str = ""
    """Title, if the source has one."""
    introduction: str = ""
    """Text before the first statement, paragraphs with an empty line between them."""
    answers: tuple[Answer, ...] = ()
    """Answers of all statements without their own, in the order of the source; none if the source has none."""
    results: tuple[DraftResult, ...] = ()
    """Texts for scores of the whole."""
    notes: tuple[Note, ...] = ()
    """What couldn't be carried over."""
