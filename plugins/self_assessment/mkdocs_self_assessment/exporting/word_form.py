"""A form for paper as a Word document, which LibreOffice and others open too; written by python-docx."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from mkdocs_foundation.locales import direction

from ..importing.archives import missing_library
from ..saying import say
from .paper import BULLET, Block, NewPage, Paragraph, Question, Table, gathered

_BOX = "☐"


def document(blocks: list[Block], title: str, lang: str) -> bytes:
    """The document of what a page has on paper. Raises `UnreadableError` where python-docx isn't installed."""
    try:
        from docx import Document
        from docx.shared import Cm, Pt
    except ImportError:
        raise missing_library(say("Word documents"), "python-docx") from None
    made: Any = Document()
    made.core_properties.title = title
    made.core_properties.language = lang
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(1.8)
    made.styles["Normal"].font.size = Pt(10.5)
    for block in gathered(blocks):
        if isinstance(block, list):
            _grid(made, block)
        elif isinstance(block, Question):
            _question(made, block)
        elif isinstance(block, Table):
            _table(made, block)
        elif isinstance(block, NewPage):
            made.add_page_break()
        elif isinstance(block, Paragraph):
            if block.number == BULLET:
                made.add_paragraph(block.text, "List Bullet")
            else:
                made.add_paragraph(f"{block.number} {block.text}".strip())
        else:
            made.add_heading(block.text, min(block.level - 1, 4))
    if direction(lang) == "rtl":
        _run_from_the_right(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _run_from_the_right(document: Any) -> None:
    """Let paragraphs, words and tables run from right to left; by the style that all others are made of."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    normal = document.styles["Normal"].element
    normal.get_or_add_pPr().append(OxmlElement("w:bidi"))
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), normal.rPr.find(qn("w:sz")).get(qn("w:val")))
    normal.rPr.extend((size, OxmlElement("w:rtl")))
    for table in document.tables:
        table._tbl.tblPr.find(qn("w:tblStyle")).addnext(OxmlElement("w:bidiVisual"))


def _grid(document: Any, questions: Sequence[Question]) -> None:
    """A table with a statement a row, and a box for each answer."""
    names = [name for name, _ in questions[0].answers]
    table = document.add_table(rows=1, cols=len(names) + 1, style="Table Grid")
    head = table.rows[0]
    _repeat(head)
    for cell, name in zip(head.cells[1:], names, strict=True):
        _centred(cell, name, 8)
    for question in questions:
        row = table.add_row()
        _whole(row)
        row.cells[0].text = question.text
        for cell in row.cells[1:]:
            _centred(cell, _BOX, 12)
    _widths(table, len(names))
    document.add_paragraph()


def _question(document: Any, question: Question) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(question.text).bold = True
    paragraph.paragraph_format.keep_with_next = True
    for name, text in question.answers:
        answer = document.add_paragraph(f"{_BOX} {name}")
        answer.paragraph_format.keep_together = True
        if text:
            answer.add_run(f"\n{text}")
    document.add_paragraph()


def _table(document: Any, block: Table) -> None:
    if block.caption:
        document.add_paragraph().add_run(block.caption).bold = True
    columns = max(len(row) for row in block.rows)
    table = document.add_table(rows=0, cols=columns, style="Table Grid")
    for cells in block.rows:
        row = table.add_row()
        _whole(row)
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text
    _repeat(table.rows[0])
    document.add_paragraph()


def _centred(cell: Any, text: str, points: int) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).font.size = Pt(points)


def _widths(table: Any, answers: int) -> None:
    from docx.shared import Cm

    each = min(2.2, 9 / answers)
    table.autofit = False
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            cell.width = Cm(each) if number else Cm(17 - each * answers)


def _repeat(row: Any) -> None:
    """Let the head of a table be on each of its pages."""
    _set(row, "w:tblHeader")


def _whole(row: Any) -> None:
    """Let no row go over the end of a page."""
    _set(row, "w:cantSplit")


def _set(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))
