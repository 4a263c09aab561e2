"""What a self-assessment has on paper, read from its page: introduction and form, and the key on a page of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from html.parser import HTMLParser

from mkdocs_foundation.values import dataclass

_LINE = "_" * 24
"""Where a word stands, such as the date, that is filled in with a pen."""
_PARTS = ("js-introduction", "js-form", "sa-key")
_LEFT_OUT = frozenset(("script", "style", "template", "noscript", "button", "svg", "select", "textarea"))
_LEFT_OUT_CLASSES = frozenset(
    (
        "sa-note",
        "sa-not-running",
        "sa-notices",
        "sa-announcement",
        "sa-controls",
        "sa-bar",
        "sa-facts",
        "sa-open",
        "headerlink",
    )
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_BLOCKS = frozenset(("p", "li", "dt", "dd", "summary", "blockquote", "div", "section", "figcaption"))


@dataclass(frozen=True)
class Heading:
    """A heading."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `number` is that of an item of a numbered list, `BULLET` that of another list's."""

    text: str
    number: str = ""


@dataclass(frozen=True)
class Question:
    """A question with the answers to tick, each with what is written below it."""

    text: str
    answers: tuple[tuple[str, str], ...]
    in_a_row: bool
    """Whether the answers are those of a scale, short and side by side."""


@dataclass(frozen=True)
class Table:
    """A table; the first row is its head."""

    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class NewPage:
    """The beginning of a page."""


BULLET = "•"
"""Number of the items of a list without numbers."""
Block = Heading | Paragraph | Question | Table | NewPage


def blocks_of(html: str) -> list[Block]:
    """What is on paper of the page of a self-assessment, from its first heading on."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.blocks


@dataclass
class _Reader(HTMLParser):
    blocks: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, frozenset[str]]] = []
        self._skipped = 0
        self._text: list[str] = []
        self._lists: list[int] = []
        self._question: list[str] | None = None
        self._answers: list[list[str]] = []
        self._in_a_row = False
        self._rows: list[list[str]] | None = None
        self._caption = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        classes = frozenset((values.get("class") or "").split())
        if tag in _VOID:
            if tag == "br":
                self._text.append(" ")
            return
        self._open.append((tag, classes))
        if self._skipped or tag in _LEFT_OUT or "hidden" in values or classes & _LEFT_OUT_CLASSES:
            self._skipped += 1
            return
        if tag in _BLOCKS or tag in ("fieldset", "table", "ol", "ul") or re.fullmatch("h[1-6]", tag):
            self._end_block()
        if tag == "self-assessment":
            del self.blocks[:-1]  # only the heading just above belongs to it
        elif "sa-key" in classes:
            self.blocks.append(NewPage())
        elif tag == "fieldset":
            self._question, self._answers, self._in_a_row = [], [], False
        elif tag in ("ol", "ul"):
            self._lists.append(0 if tag == "ol" else -1)
        elif tag == "table":
            self._rows, self._caption = [], ""
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag == "label":
            self._answers.append([])
        self._in_a_row |= "sa-options--row" in classes

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self._open):
            return
        while self._open:
            name, _ = self._open[-1]
            if self._skipped:
                self._skipped -= 1
            else:
                self._end(name)
            self._open.pop()
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._skipped and self._is_on_paper:
            self._text.append(data)

    @property
    def _is_on_paper(self) -> bool:
        in_element = any(name == "self-assessment" for name, _ in self._open)
        return any(part in classes for _, classes in self._open for part in _PARTS) or (
            not in_element and any(name == "h1" for name, _ in self._open)
        )

    def _taken(self) -> str:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        return text

    def _end(self, tag: str) -> None:
        if re.fullmatch("h[1-6]", tag):
            if text := self._taken():
                self.blocks.append(Heading(int(tag[1]), text))
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append(self._taken())
        elif tag == "caption":
            self._caption = self._taken()
        elif tag == "table":
            self._end_table()
        elif tag in ("ol", "ul"):
            self._end_block()
            self._lists[-1:] = []
        elif tag == "legend" and self._question is not None:
            self._question.append(self._taken())
        elif tag == "label" and self._answers:
            self._answers[-1][:] = [self._taken(), ""]
        elif tag == "fieldset":
            self._end_question()
        elif tag in _BLOCKS:
            self._end_block()

    def _end_block(self) -> None:
        text = self._taken()
        if not text:
            return
        if self._question is not None:
            place = self._answers[-1] if self._answers and len(self._answers[-1]) == 2 else None
            if place:
                place[1] = f"{place[1]} {text}".strip()
            else:
                self._question.append(text)
            return
        if self._rows:
            self._text.append(f"{text} ")  # what a cell has in blocks is one text
            return
        number = ""
        if self._lists:
            self._lists[-1] += self._lists[-1] >= 0
            number = f"{self._lists[-1]}." if self._lists[-1] > 0 else BULLET
        if any("sa-paper" in classes for _, classes in self._open):
            text = f"{text}: {_LINE}"
        self.blocks.append(Paragraph(text, number))

    def _end_question(self) -> None:
        self._end_block()
        if self._question and self._answers:
            answers = tuple((answer[0], answer[1]) for answer in self._answers if len(answer) == 2)
            self.blocks.append(Question("\n".join(self._question), answers, self._in_a_row))
        self._question = None
        self._answers = []

    def _end_table(self) -> None:
        rows = tuple(tuple(row) for row in self._rows or [] if row)
        self._rows = None
        if rows:
            self.blocks.append(Table(rows, self._caption))


def gathered(blocks: list[Block]) -> Iterator[Block | list[Question]]:
    """The blocks, with questions that share one scale as a list: on paper they are one grid."""
    grid: list[Question] = []
    for block in blocks:
        names = [name for name, _ in block.answers] if isinstance(block, Question) else []
        if grid and (not isinstance(block, Question) or names != [name for name, _ in grid[0].answers]):
            yield grid
            grid = []
        if isinstance(block, Question) and block.in_a_row:
            grid.append(block)
        else:
            yield block
    if grid:
        yield grid
