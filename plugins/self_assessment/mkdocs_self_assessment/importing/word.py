"""Word documents (.docx), read by python-docx: headings are areas, items of lists are statements, tables as well."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import field, replace
from typing import Any

from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.values import dataclass

from ..saying import say
from . import tables
from .answers import labelled, legend, listed
from .archives import check_archive, missing_library
from .columns import find
from .draft import Answer, Draft, DraftArea, DraftResult, DraftStatement, Note, UnreadableError
from .sheet import Sheet, sheet_of
from .vocabulary import role_of
from .wording import is_numbered, short, split_range, unmarked, without_number

_MOST_PARAGRAPHS = 5_000


@dataclass(frozen=True)
class _Block:
    """A paragraph or table of the document."""

    number: int
    """Number among the paragraphs and tables with content (1-based)."""
    text: str
    """Text of a paragraph; "" for a table."""
    heading: int = 0
    """Level of a heading, 0 for the title of the document, -1 for no heading."""
    item: int = -1
    """Level of an item of a list (0 for the outer list), -1 for no item."""
    is_bold: bool = False
    """Whether a short paragraph is bold."""
    table: Sheet | None = None
    """A table."""

    @property
    def place(self) -> Message:
        """The place in words."""
        text = short(self.text or self.table_text)
        if self.table:
            return say("table {number} (“{text}”)", number=self.number, text=text)
        return say("paragraph {number} (“{text}”)", number=self.number, text=text)

    @property
    def table_text(self) -> str:
        """The first text of a table."""
        rows = self.table.rows if self.table else ()
        return next((cell for row in rows for cell in row.cells if cell), "")


def read(content: bytes, locale: str) -> Draft:
    """The draft of a document, whatever its language. Raises `UnreadableError`."""
    try:
        from docx import Document
    except ImportError:
        raise missing_library(say("Word documents"), "python-docx") from None
    check_archive(content, say("a Word document (.docx)"), "word/document.xml")
    try:
        blocks = _blocks(Document(io.BytesIO(content)))
    except UnreadableError:
        raise
    except Exception as error:  # of a damaged file the library raises errors of any kind
        raise UnreadableError(
            say("The document can't be read."),
            verbatim(f"{type(error).__name__}: {error}"[:120]),
            say("a document that Word opens"),
            say("Open it there and save it again as .docx."),
        ) from None
    return _draft(blocks)


def _blocks(document: Any) -> list[_Block]:
    found: list[_Block] = []
    for element in document.iter_inner_content():
        number = len(found) + 1
        if number > _MOST_PARAGRAPHS:
            raise UnreadableError(
                say("The document is too large for a questionnaire."),
                say("more than {number} paragraphs", number=_MOST_PARAGRAPHS),
                say("at most {number}", number=_MOST_PARAGRAPHS),
                say("Save only the part with the questions in a file of its own."),
            )
        if hasattr(element, "rows"):
            rows = [(n, _cells(row), _is_across(row)) for n, row in enumerate(element.rows, start=1)]
            before = sum(block.table is not None for block in found)
            sheet = sheet_of(say("table {number}", number=before + 1), rows)
            if sheet.rows:
                found.append(_Block(number, "", -1, table=sheet))
            continue
        text = element.text.replace("\u00a0", " ").strip()
        if text:
            found.append(_Block(number, text, _heading(element), _item(element), _is_bold(element)))
    if any(block.heading > 0 for block in found):
        return found
    return [replace(b, heading=1) if b.is_bold and b.heading < 0 and b.item < 0 else b for b in found]


def _cells(row: Any) -> list[str]:
    """The texts of a row; a cell across several columns is in the first of them only."""
    cells, before = [], None
    for cell in row.cells:
        cells.append("" if cell._tc is before else cell.text)
        before = cell._tc
    return cells


def _is_across(row: Any) -> bool:
    """Whether one cell takes the whole row."""
    return len(row.cells) > 1 and len({id(cell._tc) for cell in row.cells}) == 1


def _is_bold(paragraph: Any) -> bool:
    """Whether a short paragraph is bold, as headings are that were set by hand."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs) and len(paragraph.text) <= 90


def _heading(paragraph: Any) -> int:
    """The level of a heading by its style or the style that this is based on: the names of styles are translated."""
    style = paragraph.style
    while style is not None:
        if style.style_id == "Title" or style.name == "Title":
            return 0
        levels = style.element.xpath("w:pPr/w:outlineLvl/@w:val")
        if levels and int(levels[0]) < 9:
            return int(levels[0]) + 1
        if (style.name or "").startswith("Heading ") and style.name.removeprefix("Heading ").isdigit():
            return int(style.name.removeprefix("Heading "))
        style = style.base_style
    return -1


def _item(paragraph: Any) -> int:
    """The level of an item of a list, numbered by itself or by its style."""
    own = paragraph._p.xpath("w:pPr/w:numPr")
    if own:
        if paragraph._p.xpath("w:pPr/w:numPr/w:numId[@w:val='0']"):
            return -1
        levels = paragraph._p.xpath("w:pPr/w:numPr/w:ilvl/@w:val")
        return int(levels[0]) if levels else 0
    style = paragraph.style
    name = (style.name or "") if style is not None else ""
    while style is not None:
        if style.element.xpath("w:pPr/w:numPr"):
            return int(name[-1]) - 1 if name.startswith("List") and name[-1:].isdigit() else 0
        style = style.base_style
    return -1


@dataclass
class _Reading:
    """What is gathered on the way through a document."""

    title: str = ""
    area: str = ""
    heading: _Block | None = None
    """The heading that nothing has followed yet."""
    statements: list[DraftStatement] = field(default_factory=list)
    options: list[Answer] = field(default_factory=list)
    """Answers below the last statement."""
    prose: dict[str, list[str]] = field(default_factory=dict)
    """Paragraphs by the area that they are in; "" for those before the first."""
    answers: tuple[Answer, ...] = ()
    results: list[DraftResult] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def _draft(blocks: Sequence[_Block]) -> Draft:
    title = _title(blocks)
    has_tables = any(b.table and find(b.table) for b in blocks)
    has_items = any(b.item >= 0 for b in blocks)
    has_numbers = not has_items and sum(is_numbered(b.text) for b in blocks) > 1
    reading = _Reading(title.text if title else "")
    for block in blocks:
        if block is title:
            continue
        if block.table:
            _take_table(block.table, block, reading)
        elif block.heading >= 0:
            _take_heading(block, reading)
        elif block.item > 0 and reading.statements:
            reading.options.append(labelled(without_number(block.text)))
        elif block.item >= 0 or (
            is_numbered(block.text) if has_numbers else not has_items and not has_tables and block.text.endswith("?")
        ):
            _take_item(block, reading)
        else:
            _take_paragraph(block, reading)
    _close(reading)
    if reading.heading:
        reading.notes.append(Note(reading.heading.place, say("A heading without questions: not carried over.")))
    used = {s.area for s in reading.statements}
    for area, texts in reading.prose.items():
        if area and area not in used:
            place = say("below “{area}”", area=short(area))
            reading.notes.append(
                Note(
                    place,
                    say(
                        "{count} paragraphs without questions: not carried over.",
                        one="{count} paragraph without questions: not carried over.",
                        count=len(texts),
                    ),
                )
            )
    areas = [
        DraftArea(a, "\n\n".join(reading.prose.get(a, ()))) for a in dict.fromkeys(s.area for s in reading.statements)
    ]
    return Draft(
        tuple(reading.statements),
        tuple(area for area in areas if area.title),
        title=reading.title,
        introduction="\n\n".join(reading.prose.get("", ())),
        answers=reading.answers,
        results=tuple(tables.in_their_unit(reading.results)) if len(reading.results) > 1 else (),
        notes=tuple(reading.notes),
    )


def _title(blocks: Sequence[_Block]) -> _Block | None:
    """The paragraph in the style of a title, else the only heading of the highest level above all else."""
    headings = [b for b in blocks if b.heading >= 0]
    if not headings:
        return None
    highest = [b for b in headings if b.heading == min(h.heading for h in headings)]
    is_title = highest[0].heading == 0 or (len(highest) == 1 and len(headings) > 1 and headings[0] is highest[0])
    is_title = is_title or (blocks[0] is highest[0] and len(highest) > 1 and blocks[1] is highest[1])
    return highest[0] if is_title else None


def _take_heading(block: _Block, reading: _Reading) -> None:
    _close(reading)
    if reading.heading and not reading.prose.get(reading.heading.text):
        reading.notes.append(
            Note(reading.heading.place, say("A heading without questions of its own: not carried over."))
        )
    reading.area, reading.heading = " ".join(block.text.split()), block


def _take_item(block: _Block, reading: _Reading) -> None:
    _close(reading)
    text = without_number(" ".join(block.text.split()))
    if found := split_range(text):
        low, high, words = found
        reading.results.append(DraftResult(low, high, words))
        reading.heading = None
        return
    text, reverse = unmarked(text)
    reading.statements.append(DraftStatement(text, block.place, reading.area, reverse=reverse))
    reading.heading = None


def _take_paragraph(block: _Block, reading: _Reading) -> None:
    if answers := legend(block.text) or _answer_line(block.text):
        _close(reading)
        reading.answers = reading.answers or answers
        return
    last = reading.statements[-1] if reading.statements else None
    if last and last.area == reading.area and not reading.heading:
        _close(reading)
        reading.notes.append(Note(block.place, say("A paragraph after a question: not carried over.")))
        return
    reading.prose.setdefault(reading.area, []).append(block.text)


def _answer_line(text: str) -> tuple[Answer, ...]:
    """The answers after a colon, as in `Answers: Never / Sometimes / Always`."""
    head, sign, rest = text.partition(":")
    found = listed(rest) if sign and len(head) <= 40 and not rest.strip().endswith(".") else ()
    return found if len(found) > 2 else ()


def _take_table(sheet: Sheet, block: _Block, reading: _Reading) -> None:
    _close(reading)
    if columns := find(sheet):
        draft = tables.read([sheet])
        corner = columns.headings[columns.statement] if columns.head >= 0 else ""
        title = corner if not role_of(corner) else ""  # above the statements, beside the answers
        for statement in draft.statements:
            own = statement.answers or draft.answers
            area = statement.area or reading.area or title
            reading.statements.append(replace(statement, area=area, answers=own))
        reading.notes += draft.notes
        if reading.heading and all(statement.area for statement in draft.statements):
            reading.notes.append(Note(reading.heading.place, say("The table has areas of its own: not carried over.")))
        reading.heading = None
    elif found := tables.results_in(sheet):
        reading.results += found
        reading.heading = None
    elif answers := tables.scale_in(sheet):
        reading.answers = reading.answers or answers
    else:
        reading.notes.append(Note(block.place, say("A table without questions: not carried over.")))


def _close(reading: _Reading) -> None:
    """Give the answers that were listed below the last statement to it."""
    if len(reading.options) > 1:
        reading.statements[-1] = replace(reading.statements[-1], answers=tuple(reading.options))
    elif reading.options:
        text = reading.options[0].label
        reading.statements[-1] = replace(reading.statements[-1], explanation=text)
    reading.options = []
