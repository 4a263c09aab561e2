"""Tables of questions, as people have them in spreadsheets, read into a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from mkdocs_foundation.reports import message
from mkdocs_foundation.reports.message import Message
from mkdocs_foundation.values import dataclass

from ..numbers import read_number
from ..saying import say
from .answers import holding, labelled, legend, listed
from .columns import Columns, find, is_sentence
from .draft import Answer, Draft, DraftResult, DraftStatement, Note, UnreadableError
from .sheet import Row, Sheet, letters
from .vocabulary import folded, is_mark, names_reversal
from .wording import bounds, short, unmarked, without_number


@dataclass
class _Reading:
    """What is gathered from a sheet."""

    statements: list[DraftStatement] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    answers: tuple[Answer, ...] = ()


def read(sheets: Sequence[Sheet]) -> Draft:
    """The draft of a workbook or file; raises `UnreadableError` where no sheet has statements."""
    notes: list[Note] = []
    filled = [sheet for sheet in sheets if sheet.rows]
    filled = [_turned(sheet, notes) for sheet in filled]
    found = [(sheet, columns) for sheet in filled if (columns := find(sheet))]
    if not found:
        shown = say("no column of sentences") if filled else say("nothing but empty cells")
        raise UnreadableError(
            say("There are no questions in the table."),
            shown,
            say("a column with one question or statement a row"),
            say("Write each question into a row of its own, best below a heading such as Question."),
        )
    main = max(found, key=lambda pair: _weight(*pair))
    alike = [pair for pair in found if _is_alike(pair, main)]
    reading = _Reading(notes=notes)
    for sheet, columns in alike:
        _read_sheet(sheet, columns, reading, sheet.name if len(alike) > 1 else "")
    results: list[DraftResult] = []
    for sheet in filled:
        if any(sheet is there for there, _ in alike):
            continue
        if not results and (texts := results_in(sheet)):
            results = texts
        elif not reading.answers and (answers := scale_in(sheet)):
            reading.answers = answers
        else:
            reading.notes.append(
                Note(
                    sheet.place(),
                    say("{count} rows are no questions like the others: not carried over.", count=len(sheet.rows)),
                )
            )
    title, *rest = reading.prose or [""]
    if len(title) > 90:
        title, rest = "", reading.prose
    return Draft(
        tuple(reading.statements),
        title=title,
        introduction="\n\n".join(rest),
        answers=reading.answers,
        results=tuple(results),
        notes=tuple(reading.notes),
    )


def _turned(sheet: Sheet, notes: list[Note]) -> Sheet:
    """A table of answers that people gave, whose headings are the questions, as a table with a question a row."""
    head, *body = sheet.rows
    asked = [column for column, cell in enumerate(head.cells) if is_sentence(cell)]
    given = {column: [row.cells[column] for row in body if row.cells[column]] for column in asked}
    answered = [column for column in asked if len(given[column]) > len(body) / 2]
    others = set(head.filled) - set(asked)
    has_statements = any(sum(is_sentence(row.cells[c]) for row in body) > len(body) / 2 for c in others)
    if len(answered) < 3 or len(answered) < len(head.filled) / 3 or has_statements:
        return sheet
    of_all = holding([answer for answers in given.values() for answer in answers])
    rows = [Row(head.number, ("Question", "Answers"))]
    for column in asked:
        known = of_all or holding(given[column])
        rows.append(Row(head.number, (head.cells[column], " | ".join(known))))
    left = [head.cells[c] for c in head.filled if c not in asked]
    notes.append(
        Note(
            sheet.place(),
            say(
                "The answers that people gave ({count} rows), and the columns {names}: not carried over.",
                count=len(body),
                names=message.listed(map(short, left)),
            )
            if left
            else say("The answers that people gave ({count} rows): not carried over.", count=len(body)),
        )
    )
    return Sheet(sheet.name, tuple(rows))


def _weight(sheet: Sheet, columns: Columns) -> int:
    structured = columns.head >= 0 and (bool(columns.roles) or bool(columns.answers))
    return len(sheet.rows) * (3 if structured else 1)


def _is_alike(pair: tuple[Sheet, Columns], main: tuple[Sheet, Columns]) -> bool:
    """Whether a sheet has the headings of the main one, so that its questions belong to the same questionnaire."""
    if pair[0] is main[0]:
        return True
    own, other = ([folded(h) for h in columns.headings if h] for _, columns in (pair, main))
    return bool(own) and pair[1].head >= 0 and own == other


def _read_sheet(sheet: Sheet, columns: Columns, reading: _Reading, area: str) -> None:
    for row in sheet.rows[: columns.first_head]:
        for text in dict.fromkeys(row.cells[c] for c in row.filled):
            if answers := legend(text):
                reading.answers = reading.answers or answers
            else:
                reading.prose.append(text)
    for heading in columns.headings:
        reading.answers = reading.answers or legend(heading)
    if columns.answers:
        reading.answers = _with_ends(columns.answers, reading.answers)
    body = sheet.rows[columns.head + 1 :]
    while len(body) > 2 and _is_sum(body, columns):
        text = body[-1].cells[columns.statement]
        reading.notes.append(
            Note(
                sheet.place(body[-1]),
                say("“{text}” is no question like the others: not carried over.", text=short(text)),
            )
        )
        body = body[:-1]
    pending: tuple[Row, str] | None = None
    number = columns.roles.get("number", columns.roles.get("code"))
    numbered = number is not None and sum(bool(r.cells[number]) for r in body) > len(body) / 2
    dotted = number is not None and sum("." in r.cells[number].rstrip(".") for r in body) > len(body) / 2
    capitals = sum(_is_capitals(r.cells[columns.statement]) for r in body) < len(body) / 2
    emphasis = sum(r.stands_out for r in body) < len(body) / 2
    signs = {row.cells[columns.roles["reverse"]] for row in body} if "reverse" in columns.roles else set()
    signed = "+" in signs
    for row in body:
        if own := _heading(row, columns, number if numbered else None, emphasis, dotted, capitals):
            if answers := legend(own):
                reading.answers = reading.answers or answers
                continue
            if pending:
                reading.notes.append(Note(sheet.place(pending[0]), _lost(pending[1])))
            pending, area = (row, own), own
            continue
        statement = _statement(row, sheet, columns, area, signed, reading)
        if statement:
            reading.statements.append(statement)
            area, pending = statement.area or area, None
    if pending:
        reading.notes.append(Note(sheet.place(pending[0]), _lost(pending[1])))
    for column in columns.unknown:
        heading = columns.headings[column]
        count = sum(bool(row.cells[column]) for row in body)
        place = sheet.place(None, column)
        reading.notes.append(
            Note(
                place,
                say(
                    "The column “{name}” ({count} cells) has no meaning here: not carried over.",
                    name=heading,
                    count=count,
                )
                if heading
                else say("The column ({count} cells) has no meaning here: not carried over.", count=count),
            )
        )


def _is_sum(body: Sequence[Row], columns: Columns) -> bool:
    """Whether the last row is one word below sentences, such as Total."""
    texts = [row.cells[columns.statement] for row in body]
    sentences = sum(len(text.split()) > 2 for text in texts)
    return len(texts[-1].split()) == 1 and texts[-1][-1].isalpha() and sentences > 0.8 * (len(texts) - 1)


def _is_capitals(text: str) -> bool:
    return len(text) > 3 and text.isupper() and text != text.lower()


def _lost(text: str) -> Message:
    return say("“{text}” is followed by no question: not carried over.", text=short(text))


def _with_ends(columns: tuple[Answer, ...], known: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Answers of headings, which may be numbers alone whose words are in a sentence above the table."""
    words = {answer.value: answer.label for answer in known}
    if all(not a.label for a in columns if a.value is not None) and words:
        return tuple(Answer(a.label or words.get(a.value, ""), a.value) for a in columns)
    return columns


def _heading(row: Row, columns: Columns, number: int | None, emphasis: bool, dotted: bool, capitals: bool) -> str:
    """The title of an area that a row is; "" for a statement."""
    text = row.cells[columns.statement]
    filled = [row.cells[c] for c in row.filled]
    if not text:
        others = [c for c in row.filled if c != columns.roles.get("area")]
        return filled[0] if len(set(filled)) == 1 and (others or len(row.cells) > 1) else ""
    if number is not None and row.cells[number] and {*row.filled} == {number, columns.statement} and len(text) <= 90:
        is_above = dotted and "." not in row.cells[number].rstrip(".")  # 2 among 2.1, 2.2 …
        if is_above or (emphasis and row.stands_out):
            return text
    if len(set(filled)) > 1 or len(text) > 90:
        return ""
    if number is not None and not row.cells[number]:
        return text
    return text if (emphasis and row.stands_out) or (capitals and _is_capitals(text)) else ""


def _statement(
    row: Row, sheet: Sheet, columns: Columns, area: str, signed: bool, reading: _Reading
) -> DraftStatement | None:
    text = " ".join(row.cells[columns.statement].split())
    place = sheet.place(row)

    def cell(role: str) -> str:
        return row.cells[columns.roles[role]] if role in columns.roles else ""

    if not text:
        shown = ", ".join(f"{letters(c)}: {short(row.cells[c])}" for c in row.filled)
        reading.notes.append(Note(place, say("A row without a question ({shown}): not carried over.", shown=shown)))
        return None
    number = columns.roles.get("number")
    if number is not None and not row.cells[number] and len(text.split()) < 3 and len(row.filled) > 1:
        reading.notes.append(
            Note(place, say("“{text}” has no number, unlike the questions: not carried over.", text=short(text)))
        )
        return None
    reverse = (
        is_mark(cell("reverse")) or names_reversal(cell("reverse")) or (signed and cell("reverse") in ("-", "−", "–"))
    )
    text, marked = unmarked(text)
    if "number" not in columns.roles:
        text = without_number(text)
    code = cell("code")
    weight = read_number(cell("weight"))
    if weight is not None and not 0.1 <= weight <= 10:
        reading.notes.append(
            Note(place, say("The weight {value} isn't between 0.1 and 10: not carried over.", value=cell("weight")))
        )
        weight = None
    answers = listed(cell("answers"))
    if cell("answers") and not answers:
        reading.notes.append(
            Note(place, say("The answers “{value}” are no list: not carried over.", value=short(cell("answers"))))
        )
    return DraftStatement(
        text,
        place,
        area=" ".join(cell("area").split()) or area,
        name=code,
        reverse=reverse or marked,
        weight=None if weight == 1 else weight,
        explanation=cell("explanation"),
        answers=answers,
    )


def scale_in(sheet: Sheet) -> tuple[Answer, ...]:
    """The answers that a sheet lists: a number and its words in each row."""
    found = []
    for row in sheet.rows:
        cells = [row.cells[c] for c in row.filled]
        number = next((n for c in cells if (n := read_number(c)) is not None), None)
        label = next((c for c in cells if read_number(c) is None and len(c) <= 60), "")
        answer = Answer(label, number) if number is not None else labelled(label)
        if label and answer.value is not None:
            found.append(answer)
    return tuple(found) if 2 <= len(found) <= 11 and len(sheet.rows) - len(found) < 3 else ()


def results_in(sheet: Sheet) -> list[DraftResult]:
    """The texts for ranges of scores that a sheet lists."""
    found: list[DraftResult] = []
    for row in sheet.rows:
        cells = [row.cells[c] for c in row.filled]
        numbers = [c for c in cells if read_number(c) is not None]
        texts = [c for c in cells if read_number(c) is None and not bounds(c)]
        range = next((pair for c in cells if (pair := bounds(c))), tuple(numbers[:2]))
        if len(range) == 2 and texts:
            text = max(texts, key=len)
            name = next((t for t in texts if t is not text and len(t) <= 60), "")
            found.append(DraftResult(*range, text, name))
    if len(found) < 2 or len(sheet.rows) - len(found) > 3:
        return []
    return in_their_unit(found)


def in_their_unit(results: Sequence[DraftResult]) -> list[DraftResult]:
    """Texts for percent if they reach up to 100, else for points."""
    highest = max(read_number(r.high) or 0 for r in results)
    return [replace(r, in_points=highest != 100) for r in results]
