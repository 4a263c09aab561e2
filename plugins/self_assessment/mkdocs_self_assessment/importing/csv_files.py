"""Tables in text: CSV with any of its separators, and in the encodings that spreadsheets write."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

from mkdocs_foundation.reports.message import any_of

from ..saying import say
from .draft import Note, UnreadableError
from .sheet import LONGEST_CELL, Sheet, letters, sheet_of

_SEPARATORS = ";\t,|"


def read(content: bytes) -> tuple[list[Sheet], list[Note]]:
    """The table of a file, and what is to be told about its encoding. Raises `UnreadableError`."""
    text, notes = decoded(content)
    separator = None
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text = first.strip()[-1], rest
    shift = 1 if separator else 0
    separator = separator or _separator(text)
    rows: list[tuple[int, list[str], bool]] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
        line = 1 + shift
        for cells in reader:
            rows.append((line, [_cell(cell, line, n, notes) for n, cell in enumerate(cells)], False))
            line = reader.line_num + 1 + shift
    except csv.Error as error:
        raise UnreadableError(
            say("The table can't be read."),
            say("{error}, near line {number}", error=f"{error}", number=len(rows) + 1),
            say("cells divided by ; , or tabs, and quotation marks in pairs"),
            say("Open the file in a spreadsheet program and save it again as CSV (UTF-8)."),
        ) from None
    return [sheet_of("", rows)], notes


def decoded(content: bytes) -> tuple[str, list[Note]]:
    """The text of a file in UTF-8, UTF-16 or the encoding of western Windows. Raises `UnreadableError`."""
    encodings = ["utf-16"] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        guessed = [
            Note(
                say("the file"),
                say("It is not in UTF-8; it was read as western Windows text (cp1252): check æ, ø, å, ä."),
            )
        ]
        return text, guessed if encoding == "cp1252" else []
    raise UnreadableError(
        say("The file is no text."),
        say("bytes that are no letters in {names}", names=any_of(encodings)),
        say("CSV in UTF-8"),
        say("Open it in the program that it comes from and save it as CSV (UTF-8), or give it its right ending."),
    )


def _separator(text: str) -> str:
    """The sign that divides most rows into the same number of cells."""

    def quality(sign: str) -> tuple[float, int]:
        try:
            widths = Counter(
                len(cells) for cells in islice(csv.reader(io.StringIO(text), delimiter=sign), 200) if cells
            )
        except csv.Error:
            return 0.0, 0
        divided = Counter({width: count for width, count in widths.items() if width > 1})
        width, count = max(divided.items(), key=lambda pair: pair[1], default=(0, 0))
        return count / max(1, widths.total()), width

    csv.field_size_limit(LONGEST_CELL * 10)
    best = max(_SEPARATORS, key=quality)
    return best if quality(best)[0] > 0.5 else _NONE


_NONE = "\x1f"
"""A separator that no text has, for a list with one column."""


def _cell(text: str, row: int, column: int, notes: list[Note]) -> str:
    """The text of a cell, "" for a formula; `="…"` is how programs keep a text from becoming a number or formula."""
    if text.startswith('="') and text.endswith('"') and len(text) > 2:
        return text[2:-1].replace('""', '"')
    if not text.startswith("="):
        return text
    place = say("row {row}, column {column}", row=row, column=letters(column))
    notes.append(Note(place, say("A formula instead of a text ({text}): left empty.", text=text[:40])))
    return ""
