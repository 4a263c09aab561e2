"""Excel workbooks (.xlsx), read by openpyxl."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from mkdocs_foundation.reports.message import verbatim

from ..saying import say
from .archives import check_archive, missing_library
from .draft import Note, UnreadableError
from .sheet import MOST_COLUMNS, MOST_ROWS, Sheet, letters, sheet_of


def read(content: bytes) -> tuple[list[Sheet], list[Note]]:
    """The visible sheets of a workbook, and what is to be told about their cells. Raises `UnreadableError`."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise missing_library(say("Excel workbooks"), "openpyxl") from None
    check_archive(content, say("an Excel workbook (.xlsx)"), "xl/workbook.xml")
    try:
        formulas = load_workbook(io.BytesIO(content))
        values = load_workbook(io.BytesIO(content), data_only=True)
    except Exception as error:  # of a damaged file the library raises errors of any kind
        raise UnreadableError(
            say("The workbook can't be read."),
            verbatim(f"{type(error).__name__}: {error}"[:120]),
            say("a workbook that a spreadsheet program opens"),
            say("Open it there and save it again as .xlsx, or as CSV (UTF-8)."),
        ) from None
    sheets, notes = [], []
    for name in formulas.sheetnames:
        written, shown = formulas[name], values[name]
        if not hasattr(written, "iter_rows"):
            notes.append(Note(say("sheet {name}", name=name), say("A chart: not carried over.")))
            continue
        if written.sheet_state != "visible":
            notes.append(Note(say("sheet {name}", name=name), say("A hidden sheet: not carried over.")))
            continue
        sheet, found = _sheet(name, written, shown)
        sheets.append(sheet)
        notes += found
    return sheets, notes


def _sheet(name: str, written: Any, shown: Any) -> tuple[Sheet, list[Note]]:
    notes = []
    merged: dict[tuple[int, int], str] = {}
    across: set[int] = set()
    for area in written.merged_cells.ranges:
        first = _text(shown.cell(area.min_row, area.min_col))
        if area.size["rows"] * area.size["columns"] > MOST_ROWS * 10:
            continue
        if area.size["columns"] > 1 and first:
            across.add(area.min_row)
        for row in range(area.min_row, area.max_row + 1):
            if row > area.min_row or area.size["columns"] == 1:  # a text across columns is in its first one only
                merged[row, area.min_col] = first
    rows = []
    last_row, last_column = min(written.max_row, MOST_ROWS + 2), min(written.max_column, MOST_COLUMNS + 2)
    for row in written.iter_rows(max_row=last_row, max_col=last_column):
        cells, bold = [], []
        for cell in row:
            value = shown.cell(cell.row, cell.column)
            text = merged.get((cell.row, cell.column)) or _text(value)
            if cell.data_type == "f" and not text:
                place = say(
                    "sheet {name}, row {row}, column {column}", name=name, row=cell.row, column=letters(cell.column - 1)
                )
                notes.append(
                    Note(
                        place,
                        say("The formula {value} has no value in the file: left empty.", value=str(cell.value)[:40]),
                    )
                )
            cells.append(text)
            if text:
                bold.append(bool(cell.font and cell.font.b))
        number = row[0].row if row else 1
        rows.append((number, cells, number in across or (bool(bold) and all(bold))))
    return sheet_of(name, rows), notes


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)
