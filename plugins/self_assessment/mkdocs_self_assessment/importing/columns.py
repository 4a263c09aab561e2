"""What the columns of a table of questions hold: found by what is in them, and by their headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass

from ..numbers import read_number
from .answers import is_known, labelled, listed, offers_nothing
from .draft import Answer
from .sheet import Row, Sheet
from .vocabulary import is_mark, role_of

_HEAD_WITHIN = 12
"""Rows among which the row of headings is looked for."""
_BOX = pattern(r"[xX○◯□☐◻⬜o0_.…-]*|\(\s*\)|\[\s*\]")
_NUMBERED = pattern(r"\(?\d{1,4}(?:[.:-]\d{1,3}){0,3}[.):]?")
_CODE = pattern(r"[A-Za-z][\w.-]{0,15}")


@dataclass(frozen=True)
class Columns:
    """The columns of a table of questions, by their numbers (0-based); -1 for none."""

    head: int
    """Position of the last row of headings among the sheet's rows; -1 for a table without headings."""
    first_head: int
    """Position of the first row of headings; as many as `head` + 1 where there is none."""
    headings: tuple[str, ...]
    """Heading of each column, "" for none."""
    statement: int
    """Column of the statements."""
    roles: dict[str, int]
    """Column of each other role that there is: number, code, area, reverse, weight, answers, explanation."""
    answers: tuple[Answer, ...]
    """Answers that are headings of columns."""
    unknown: tuple[int, ...]
    """Filled columns that none of this is in."""


def find(sheet: Sheet) -> Columns | None:
    """The columns of a sheet that has statements; `None` for one that hasn't."""
    statement = _statement(sheet, is_sentence)
    if statement is None:  # short statements, below a heading that says what they are
        statement = _statement(sheet, _has_letters, named=True)
    if statement is None:
        return None
    first, head = _head(sheet, statement)
    body = sheet.rows[head + 1 :]
    width = len(sheet.rows[0].cells)
    headings = [""] * width
    for row in sheet.rows[first : head + 1]:
        headings = [_joined(before, cell) for cell, before in zip(row.cells, headings, strict=True)]
    answers = _answers(headings, body, statement)
    taken = {statement, *answers}
    roles: dict[str, int] = {}
    questions = [row for row in body if row.cells[statement]]
    for column in range(width):
        if column in taken or not any(row.cells[column] for row in body):
            continue
        cells = [row.cells[column] for row in questions]
        role = _role(headings[column], [row.cells[column] for row in body], cells, column < statement)
        if role and role not in roles:
            roles[role] = column
            taken.add(column)
    again = {headings[column] for column in answers}
    left = [column for column in range(width) if column not in taken]
    unknown = [c for c in left if any(row.cells[c] for row in body) or headings[c] in again]
    found = tuple(labelled(headings[column]) for column in answers)
    return Columns(head, first, tuple(headings), statement, roles, found, tuple(unknown))


def _joined(above: str, heading: str) -> str:
    """The heading of a column out of two rows, of which one may have an answer's number and the other its words."""
    numbers = [cell for cell in (heading, above) if read_number(cell) is not None]
    words = [cell for cell in (heading, above) if cell and read_number(cell) is None and not role_of(cell)]
    return f"{numbers[0]} = {words[0]}" if len(numbers) == len(words) == 1 else heading or above


def _statement(sheet: Sheet, is_text: Callable[[str], bool], *, named: bool = False) -> int | None:
    """The column with the most texts; with `named`, only one whose heading says that it has statements."""
    best, column = 0.0, None
    for number in range(len(sheet.rows[0].cells) if sheet.rows else 0):
        cells = [row.cells[number] for row in sheet.rows]
        role = next((r for r in map(role_of, cells[:_HEAD_WITHIN]) if r), "")
        if named and role != "statement":
            continue
        texts = {c for c in cells if is_text(c)}
        weight = {"statement": 3.0, "explanation": 0.3, "remark": 0.2, "answers": 0.3, "area": 0.5}.get(role, 1.0)
        score = weight * len(texts)
        if len(texts) > 1 and score > best:
            best, column = score, number
    return column


def _has_letters(cell: str) -> bool:
    return bool(re.search(r"[^\W\d_]", cell))


def is_sentence(cell: str) -> bool:
    """Whether a cell is a sentence rather than a heading, a number or a list of answers."""
    if len(listed(cell)) > 1 and len(cell.split()) < 12 and re.search(r"[;|/\n]", cell):
        return False
    return len(cell) >= 12 and (" " in cell.strip() or not cell.isascii()) and read_number(cell) is None


def _head(sheet: Sheet, statement: int) -> tuple[int, int]:
    """Positions of the first and the last row of headings; (0, -1) where there is none."""
    for position, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
        roles = [role for cell in row.cells if len(cell) <= 60 and (role := role_of(cell))]
        short = all(len(cell) <= 60 for cell in row.cells)
        cell = row.cells[statement]
        if not cell:
            if short and _are_answers_alone(row, sheet.rows[position + 1 :], statement):
                return position, position
            continue
        few = len(row.filled) < 2
        if few and not (role_of(cell) == "statement" and len(cell.split()) <= 3):
            continue
        below = sheet.rows[position + 1 : position + 2]
        marks = [c for c in row.filled if c != statement and read_number(row.cells[c]) is None]
        known = role_of(cell) == "statement" or len(roles) > 1 or (bool(roles) and not is_sentence(cell))
        others = [r.cells[statement] for r in sheet.rows[position + 1 :]]
        unlike = bool(marks) and sum(map(is_sentence, others)) > 0.7 * len(others)
        by_form = not is_sentence(cell) and (unlike or len(marks) > 1)
        if not (short and (known or by_form)):
            continue
        last = position
        if below and not below[0].cells[statement] and len(below[0].filled) > 1:
            last += 1  # the words of the answers below "Answer", which stands above all of them
        elif position and _above(sheet.rows[position - 1], statement):
            return position - 1, last
        return position, last
    return 0, -1


def _are_answers_alone(row: Row, below: Sequence[Row], statement: int) -> bool:
    """Whether a row with nothing above the statements has an answer above each column to put a cross into."""
    labels = [row.cells[column] for column in row.filled]
    empty = all(_BOX.fullmatch(other.cells[column]) for other in below for column in row.filled)
    return len(labels) > 2 and len(set(labels)) == len(labels) and empty and bool(below and below[0].cells[statement])


def _above(row: Row, statement: int) -> bool:
    return not row.cells[statement] and len(row.filled) > 1


def _answers(headings: Sequence[str], body: Sequence[Row], statement: int) -> list[int]:
    """Neighbouring columns to put a cross into, whose headings are the answers."""
    runs: list[list[int]] = [[]]
    for column, heading in enumerate(headings):
        cells = [row.cells[column] for row in body if row.cells[statement]]
        role = role_of(heading)
        named = role in ("remark", "explanation", "weight", "code", "area") or (role == "reverse" and any(cells))
        empty = all(_BOX.fullmatch(c) or c == labelled(heading).label for c in cells)
        constant = len(set(cells)) == 1 and read_number(cells[0]) is not None
        if heading and column != statement and not named and (empty or constant):
            runs[-1].append(column)
        elif runs[-1]:
            runs.append([])
    run = max(runs, key=len)
    real = [headings[c] for c in run if not offers_nothing(headings[c])]
    while len(run) > 2 and is_known(real[:-1]) and not is_known(real):  # an empty column for remarks behind them
        run, real = run[:-1], real[:-1]
    repeated = next((n for n, c in enumerate(run) if headings[c] in [headings[d] for d in run[:n]]), len(run))
    run, real = run[:repeated], real[:repeated]  # a second set of answers beside the first is another question
    distinct = len(set(real)) == len(real)
    if distinct and (
        len(real) > 2 or (len(real) == 2 and (is_known(real) or all(read_number(r) is None for r in real)))
    ):
        return run
    return []


def _role(heading: str, body: Sequence[str], cells: Sequence[str], before: bool) -> str:
    """What a column holds; `cells` are those beside statements, `before` tells whether it is left of these."""
    named = role_of(heading)
    filled = [cell for cell in cells if cell]
    if not filled:
        return "area" if named in ("area", "") and before and any(not _NUMBERED.fullmatch(c) for c in body if c) else ""
    numbers = [read_number(cell) for cell in filled]
    distinct = len(set(filled))
    short = max(map(len, filled)) <= 80
    lists = [cell for cell in filled if len(listed(cell)) > 1]
    if named == "reverse":
        return "reverse"
    if named == "weight" and all(n is not None for n in numbers):
        return "weight"
    if named == "answers" and lists:
        return "answers"
    if named == "explanation":
        return "explanation"
    if named == "area" or (named == "answers" and short and distinct < len(filled)):
        return "area"
    if named == "number" or (not named and _counts(filled)):
        return "number" if all(_NUMBERED.fullmatch(c) for c in filled) else "code"
    if named == "code" or (
        named in ("", "statement") and before and distinct == len(filled) and all(map(_CODE.fullmatch, filled))
    ):
        return "code"
    if named and named not in ("statement", "result"):
        return ""
    if all(map(_says_reverse, filled)) or {"+"} < set(filled) <= {"+", "-", "−", "–"}:
        return "reverse"
    if len(lists) == len(filled):
        return "answers"
    words = all(number is None and not is_mark(cell) for number, cell in zip(numbers, filled, strict=True))
    if before and words and short and (distinct < len(filled) or len(filled) < 0.6 * len(cells)):
        return "area"
    return ""


def _says_reverse(cell: str) -> bool:
    return role_of(cell.strip("()[]")) == "reverse"


def _counts(cells: Sequence[str]) -> bool:
    """Whether cells are numbers of rows: all different, or rising by one and beginning again in each area."""
    if not all(map(_NUMBERED.fullmatch, cells)):
        return False
    numbers = [read_number(cell.strip("().:")) for cell in cells]
    rising = all(b == 1 or (a is not None and b == a + 1) for a, b in pairwise(numbers))
    return len(set(cells)) == len(cells) or (rising and len(set(numbers)) > 1)
