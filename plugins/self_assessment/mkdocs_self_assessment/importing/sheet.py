"""A table as any program has it: cells of text, with the places that they are at."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_foundation.reports.message import Message, listed
from mkdocs_foundation.values import dataclass

from ..saying import say
from .draft import UnreadableError

MOST_ROWS = 5_000
MOST_COLUMNS = 200
LONGEST_CELL = 10_000


@dataclass(frozen=True)
class Row:
    """A row with anything in it."""

    number: int
    """Number in the source (1-based)."""
    cells: tuple[str, ...]
    """Text of each column, "" for none; all rows of a sheet have the same number of cells."""
    stands_out: bool = False
    """Whether it is set as a heading: across several columns, or bold."""

    @property
    def filled(self) -> list[int]:
        """The columns that have a text."""
        return [n for n, cell in enumerate(self.cells) if cell]


@dataclass(frozen=True)
class Sheet:
    """One table."""

    name: str
    """Name of a sheet, or a message that says which table it is; "" where the file has only one table."""
    rows: tuple[Row, ...]
    """Rows with a text, from the top."""

    def place(self, row: Row | None = None, column: int | None = None) -> Message:
        """A place in words: `sheet Questions, row 12, column C`."""
        parts = [_named(self.name)] if self.name else []
        parts += [say("row {row}", row=row.number)] if row else []
        parts += [say("column {column}", column=letters(column))] if column is not None else []
        return listed(parts) or say("the table")


def _named(name: str) -> Message:
    return name if isinstance(name, Message) else say("sheet {name}", name=name)


def letters(column: int) -> str:
    """The letters of a column as a spreadsheet has them, from its number (0-based)."""
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def sheet_of(name: str, rows: Iterable[tuple[int, Iterable[str], bool]]) -> Sheet:
    """A sheet of number, cells and emphasis of each row; raises `UnreadableError` for one beyond all questionnaires."""
    found = []
    for number, cells, stands_out in rows:
        texts = tuple(cell.replace("\u00a0", " ").replace("\r\n", "\n").strip() for cell in cells)
        if any(texts):
            found.append(Row(number, texts, stands_out))
        widest = max((n for n, text in enumerate(texts, start=1) if text), default=0)
        if len(found) > MOST_ROWS or widest > MOST_COLUMNS or any(len(text) > LONGEST_CELL for text in texts):
            raise UnreadableError(
                say("The table is too large for a questionnaire."),
                listed([_named(name) if name else say("the table"), say("row {row}", row=number)]),
                say(
                    "at most {rows} rows, {columns} columns and {characters} characters in a cell",
                    rows=MOST_ROWS,
                    columns=MOST_COLUMNS,
                    characters=LONGEST_CELL,
                ),
                say("Save only the part with the questions in a file of its own."),
            )
    width = max((max(row.filled) + 1 for row in found), default=0)
    return Sheet(name, tuple(Row(r.number, (*r.cells, *[""] * width)[:width], r.stands_out) for r in found))
