"""Spreadsheets of the kind that people have become pages that pass the package's own check."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Font

from mkdocs_foundation.reports.problems import Severity
from mkdocs_foundation.site import one_language
from mkdocs_self_assessment.cli import main
from mkdocs_self_assessment.importing.answers import fit, legend
from mkdocs_self_assessment.importing.draft import Answer, Draft, DraftStatement, UnreadableError
from mkdocs_self_assessment.importing.markdown import Wishes, write
from mkdocs_self_assessment.importing.naming import Ids
from mkdocs_self_assessment.importing.page import Imported, import_file
from mkdocs_self_assessment.model import Questionnaire
from mkdocs_self_assessment.parsing import parse
from mkdocs_self_assessment.reading.blocks import plain_text

AREAS = ("Ledelse", "Samarbejde", "Læring & udvikling", "Arbejdsmiljø")


def imported(file: Path, locale: str = "da", **wishes: str) -> tuple[Questionnaire, Imported]:
    """The questionnaire that a file becomes, of which nothing may be wrong but result texts that are to be written."""
    found = import_file(file, "a.md", one_language(locale), **wishes)
    assert {p.severity for p in found.problems} <= {Severity.WARNING}, found.problems
    assert {p.code.value for p in found.problems} <= {"no-results"}
    return parse(found.markdown, "a.md")[0].questionnaires[0], found


def saved(book: Workbook, path: Path) -> Path:
    """The path of a workbook that was written there."""
    book.save(path)
    return path


def test_a_workbook_of_forty_questions_with_merged_areas_and_words_above_columns(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Spørgeskema"
    sheet["A1"] = "Trivsel hos os"
    sheet.merge_cells("A1:J1")
    sheet["A2"] = "Sæt kryds ved det svar, der passer bedst."
    sheet.append([])
    sheet.append(["Område", "Nr.", "Spørgsmål", "Omvendt", "Svar", None, None, None, None, "Kommentar"])
    sheet.merge_cells("E4:I4")
    sheet.append(
        [None] * 4 + ["Helt uenig", "Overvejende uenig", "Hverken enig eller uenig", "Overvejende enig", "Helt enig"]
    )
    row, number = 6, 0
    for area in AREAS:
        for index in range(10):
            number += 1
            text = f"Jeg ved, hvad de andre venter, når sag {number} kommer"
            values = [area if not index else None, number, text, "R" if number % 4 == 0 else None]
            for column, value in enumerate(values, start=1):
                sheet.cell(row, column, value)
            row += 1
        sheet.merge_cells(start_row=row - 10, end_row=row - 1, start_column=1, end_column=1)
        row += 1
    sheet.cell(row, 3, "Tak for hjælpen!")
    texts = book.create_sheet("Fortolkning")
    for line in (
        ["Score", "Betydning"],
        ["0-40 %", "Begynd ét sted."],
        ["40-70 %", "I er på vej."],
        ["70-100 %", "Godt."],
    ):
        texts.append(line)
    page, found = imported(saved(book, tmp_path / "trivsel.xlsx"))
    assert not found.problems
    assert page.title == "Trivsel hos os"
    assert page.introduction == "Sæt kryds ved det svar, der passer bedst."
    assert [d.title for d in page.dimensions] == list(AREAS)
    assert [len(page.scored_in(d.id)) for d in page.dimensions] == [10] * 4
    assert sum(item.reverse for item in page.items) == 10
    assert str(page.scale) == "agreement-5"
    assert [str(band) for band in page.bands] == ["0–40", "40–70", "70–100"]
    assert [note.place for note in found.notes] == ["sheet Spørgeskema, row 50"]
    # Without texts for results it works by one command and an edit of each of them, five at most.
    del book["Fortolkning"]
    (tmp_path / "mkdocs.yml").write_text("site_name: S\nplugins: [self-assessment]\ntheme: {language: da}\n", "utf-8")
    to = tmp_path / "docs" / "trivsel.md"
    settings = ["--config", str(tmp_path / "mkdocs.yml")]
    assert main(["import", str(saved(book, tmp_path / "trivsel.xlsx")), "--to", str(to), *settings]) == 0
    strict = ["check", str(tmp_path / "docs"), "--strict", *settings]
    assert main(strict) == 1
    edits = 0
    while "…" in (text := to.read_text("utf-8")):
        to.write_text(text.replace("…", "Tal om det område, der står lavest.", 1), "utf-8")
        edits += 1
    assert edits <= 5
    assert main(strict) == 0


def test_a_workbook_with_areas_as_bold_rows_and_numbers_above_columns(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["1 = Aldrig, 5 = Alltid"])
    sheet.append(["Fråga", 1, 2, 3, 4, 5])
    for area in ("Samtal", "Tillit"):
        sheet.append([area])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
        for end in ("mötet", "lunchen (R)", "rasten"):
            sheet.append([f"Vi pratar öppet om misstag på {end}"])
    hidden = book.create_sheet("Gammalt")
    hidden.append(["Fråga som inte gäller längre"])
    hidden.sheet_state = "hidden"
    page, found = imported(saved(book, tmp_path / "samtal.xlsx"), "sv")
    assert [d.id for d in page.dimensions] == ["samtal", "tillit"]
    assert [item.reverse for item in page.items] == [False, True, False] * 2
    assert page.items[1].text == "Vi pratar öppet om misstag på lunchen"
    assert page.scale is not None
    assert page.scale.labels == ("Aldrig", "", "", "", "Alltid")
    assert [note.place for note in found.notes] == ["sheet Gammalt", "the answers"]
    assert len(found.problems) == 1, "three texts are to be written: the only edits"


def test_a_workbook_with_areas_across_columns_and_a_sum(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["", "Udsagn", "Ja", "Nej", "Ikke relevant"])
    for area in ("A. Før mødet", "B. Under mødet"):
        sheet.append([area])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)
        for number in (1, 2, 3):
            sheet.append([number, f"Dagsordenen er sendt ud til {area} {number}"])
    sheet.append([None, "Sum", "=SUM(C2:C9)"])
    page, found = imported(saved(book, tmp_path / "møde.xlsx"))
    assert [d.title for d in page.dimensions] == ["A. Før mødet", "B. Under mødet"]
    assert len(page.items) == 6
    assert str(page.scale) == "yes-no"
    assert page.not_relevant is None
    assert any("=SUM(C2:C9)" in note.message and note.place == "sheet Sheet, row 10, column C" for note in found.notes)


def test_a_document_of_headings_lists_and_a_table(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Tillid i teamet", 0)
    document.add_paragraph("Svar for dig selv.")
    document.add_paragraph("Skala: 1 = aldrig, 2 = sjældent, 3 = af og til, 4 = ofte, 5 = altid")
    document.add_heading("Sige til", 1)
    document.add_paragraph("Om at sige det højt.")
    for text in ("1. Vi siger det højt", "2. Fejl bliver brugt imod én (R)"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Hvem hører det først?", style="List Number")
    for answer in ("Ingen", "Min leder", "Alle"):
        document.add_paragraph(answer, style="List Bullet 2")
    document.add_heading("Spørge om hjælp", 1)
    table = document.add_table(3, 2)
    for row, texts in zip(
        table.rows, (("Udsagn", "Omvendt"), ("Vi spørger en kollega", ""), ("Vi venter for længe", "x")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("Et stykke bagefter.")
    document.add_heading("Resultat", 1)
    for text in ("0–50 %: Begynd ét sted.", "50–100 %: Bliv ved."):
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("Kontakt", 1)
    file = tmp_path / "tillid.docx"
    document.save(str(file))
    page, found = imported(file)
    assert (page.title, page.introduction) == ("Tillid i teamet", "Svar for dig selv.")
    assert [(d.id, d.introduction) for d in page.dimensions] == [
        ("sige-til", "Om at sige det højt."),
        ("spoerge-om-hjaelp", ""),
    ]
    assert [item.text for item in page.items][:2] == ["Vi siger det højt", "Fejl bliver brugt imod én"]
    assert [item.reverse for item in page.items] == [False, True, False, False, True]
    scales = [page.scale_of(item) for item in page.items]
    assert [str(scale) for scale in scales] == ["frequency-5"] * 2 + ["1 | 2 | 3"] + ["frequency-5"] * 2
    assert len(page.bands) == 2
    assert not found.problems
    assert [note.place for note in found.notes] == ["paragraph 14 (“Et stykke bagefter.”)", "paragraph 18 (“Kontakt”)"]


def test_a_document_of_questions_without_lists(tmp_path: Path) -> None:
    document = Document()
    for text in ("Before you begin.", "Do we ask before we decide?", "Do we say sorry?"):
        document.add_paragraph(text)
    file = tmp_path / "questions.docx"
    document.save(str(file))
    page, _ = imported(file, "en")
    assert [item.text for item in page.items] == ["Do we ask before we decide?", "Do we say sorry?"]
    assert page.introduction == "Before you begin."


def rows(heading: str, row: str, areas: tuple[str, str], marks: tuple[str, str], *, turns: bool = False) -> str:
    """A table of six statements in two areas, one of them reversed."""
    found = [heading]
    for n in range(1, 7):
        area = areas[n % 2 if turns else n > 3]
        found.append(row.format(n=n, area=area, mark=marks[n == 3]))
    return "\n".join(found) + "\n"


HEADED = {
    "en": rows(
        "ID,Dimension,Item text,Reverse-coded,Response options",
        'T{n},{area},"I ask, even when {n}",{mark},No / Partly / Yes',
        ("Trust", "Care"),
        ("no", "yes"),
        turns=True,
    ),
    "de": rows(
        "Nr.;Bereich;Aussage;umgepolt;trifft nie zu;trifft manchmal zu;trifft immer zu",
        "{n};{area};Ich weiß, wen ich bei Fall {n} frage;{mark};;;",
        ("Führung", "Team"),
        ("", "x"),
    ),
    "nb": rows("Nr;Tema;Påstand;Snudd", "{n};{area};Vi svarer på avdeling {n};{mark}", ("Ledelse", "Team"), ("+", "-")),
    "fr": rows("\ta\tb", "{n}\tOui, nous demandons de l’aide {n}\t{mark}", ("", ""), ("", "R")),
}


@pytest.mark.parametrize("locale", HEADED)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_tables_in_text_by_their_form_and_in_several_languages(tmp_path: Path, locale: str, encoding: str) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(HEADED[locale].encode(encoding))
    page, found = imported(file, locale)
    assert len(page.items) == 6
    assert sum(item.reverse for item in page.items) == 1
    assert len(page.dimensions) == (1 if locale == "fr" else 2)
    scales = {"en": "yes-partly-no", "de": "1 | 2 | 3"}
    assert str(page.scale) == scales.get(locale, "agreement-5")
    assert any("cp1252" in note.message for note in found.notes) is (
        encoding == "cp1252" and not HEADED[locale].isascii()
    )


def test_statements_of_mixed_areas_keep_their_order(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text(HEADED["en"], encoding="utf-8")
    page, _ = imported(file, "en")
    assert [(item.id, item.dimensions) for item in page.items[:3]] == [
        ("t1", ("care",)),
        ("t2", ("trust",)),
        ("t3", ("care",)),
    ]


def test_a_table_of_answers_that_people_gave_has_its_questions_above(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    asked = [f"Siger vi det højt, når sag {n} går galt?" for n in (1, 2, 3)]
    given = "2024-01-01;Ofte;Aldrig;Altid;Vi har travlt i denne tid\n2024-01-02;Ofte;Af og til;Ofte;\n"
    file.write_text(f"Tidsstempel;{';'.join(asked)};Hvad vil du ellers sige?\n{given}", encoding="utf-8")
    page, found = imported(file)
    assert [item.text for item in page.items] == [*asked, "Hvad vil du ellers sige?"]
    assert str(page.scale) == "frequency-5"
    assert "Tidsstempel" in found.notes[0].message


def test_numbers_of_questions_and_of_areas_and_words_above_the_numbers_of_answers(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([None, None, None, "Slet ikke", None, "Helt"])
    sheet.append(["Nr.", "Item", "Udsagn", 1, 2, 3])
    for area in (1, 2):
        sheet.append([f"{area}", None, f"Tema {area}"])
        for number in (1, 2, 3):
            sheet.append([f"{area}.{number}", f"T{area}{number}", f"Vi hjælper kolleger, når sag {number} kommer"])
    sheet.append([None, None, "Gennemsnit", "=AVERAGE(D3:D9)"])
    page, found = imported(saved(book, tmp_path / "tema.xlsx"))
    assert [d.id for d in page.dimensions] == ["tema-1", "tema-2"]
    assert [item.id for item in page.items] == ["t11", "t12", "t13", "t21", "t22", "t23"]
    assert page.scale is not None
    assert (page.scale.values, page.scale.labels) == ((1, 2, 3), ("Slet ikke", "", "Helt"))
    assert any("Gennemsnit" in note.message for note in found.notes)


def test_areas_in_capitals_signs_for_reversal_and_a_second_set_of_answers(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Statement", "Key", "How true is it?", None, None, "How important?", None, None])
    sheet.append([None, None, "Low", "Medium", "High", "Low", "Medium", "High"])
    for area in ("LEADERSHIP", "CULTURE AND HABITS"):
        sheet.append([area])
        for number, key in ((1, "+"), (2, "-"), (3, "+")):
            sheet.append([f"We help one another when task {number} is hard", key])
    page, found = imported(saved(book, tmp_path / "two.xlsx"), "en")
    assert [d.title for d in page.dimensions] == ["LEADERSHIP", "CULTURE AND HABITS"]
    assert [item.reverse for item in page.items] == [False, True, False] * 2
    assert str(page.scale) == "1 | 2 | 3"
    assert [note.place for note in found.notes] == [f"sheet Sheet, column {letter}" for letter in "FGH"]


def test_a_document_with_headings_set_by_hand_and_a_table_with_areas_across(tmp_path: Path) -> None:
    document = Document()
    for text in ("Samarbejde", "Ledelse"):
        document.add_paragraph().add_run(text).bold = True
    for number in (1, 2):
        document.add_paragraph(f"{number}. Lederen hjælper ved sag {number}")
    document.add_paragraph().add_run("Kultur").bold = True
    table = document.add_table(1, 4)
    for cell, text in zip(table.rows[0].cells, ("Udsagn", "Uenig", "Delvist", "Enig"), strict=True):
        cell.text = text
    for area in ("Hverdag", "Møder"):
        cells = table.add_row().cells
        cells[0].merge(cells[3]).text = area
        for number in (1, 2):
            table.add_row().cells[0].text = f"Vi hjælper hinanden ved sag {number}"
    file = tmp_path / "samarbejde.docx"
    document.save(str(file))
    page, found = imported(file)
    assert page.title == "Samarbejde"
    assert [(d.title, len(page.scored_in(d.id))) for d in page.dimensions] == [
        ("Ledelse", 2),
        ("Hverdag", 2),
        ("Møder", 2),
    ]
    assert [note.place for note in found.notes] == ["paragraph 5 (“Kultur”)"]


def test_tables_of_a_document_with_their_answers_above_and_an_empty_corner(tmp_path: Path) -> None:
    document = Document()
    for corner, about in (("Samarbejde", "hinanden"), ("", "kunden")):
        table = document.add_table(1, 4)
        for cell, text in zip(table.rows[0].cells, (corner, "Uenig", "Delvist", "Enig"), strict=True):
            cell.text = text
        for verb in ("hjælper", "lytter til"):
            table.add_row().cells[0].text = f"Vi {verb} {about}"
        document.add_heading("Kunder", 1)
    file = tmp_path / "tables.docx"
    document.save(str(file))
    page, found = imported(file)
    assert [(d.title, len(page.scored_in(d.id))) for d in page.dimensions] == [("Samarbejde", 2), ("Kunder", 2)]
    assert str(page.scale) == "1 | 2 | 3"
    assert [note.place for note in found.notes if "Uenig" in note.message] == []


def test_short_statements_below_a_heading_that_says_so(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("Nr;Udsagn;Helt uenig;Uenig;Enig;Helt enig\n1;Ærlig;;;;\n2;Åben;;;;\n", encoding="utf-8")
    page, _ = imported(file)
    assert [(item.text, item.id) for item in page.items] == [("Ærlig", "aerlig"), ("Åben", "aaben")]


def test_a_formula_in_a_table_of_text_is_left_empty(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text('Question\nWho asks first?\n=A2&"x"\n"=""=1+1 is two, they say"""\n', encoding="utf-8")
    page, found = imported(file, "en")
    assert [item.text for item in page.items] == ["Who asks first?", "=1+1 is two, they say"]
    assert [note.place for note in found.notes if "formula" in note.message] == ["row 3, column A"]


def test_answers_and_weights_of_single_statements(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    own = "Spørgsmål;Vægt;Svarmuligheder;Forklaring\nHvor ofte spørger I?;2;0 Aldrig / 2 Tit;Se på ugen.\n"
    file.write_text(f"{own}Hvem spørger I?;;Ingen / Alle;\nHvem spørger jer?;;Ingen / Alle;\n", encoding="utf-8")
    page, _ = imported(file)
    assert [str(page.scale_of(item)) for item in page.items] == ["0 | 2", "1 | 2", "1 | 2"]
    assert [item.weight for item in page.items] == [2, None, None]
    assert page.items[0].explanation == "Se på ugen."


@pytest.mark.parametrize(
    ("labels", "scale"),
    [
        ("Helt enig|Overvejende enig|Hverken enig eller uenig|Overvejende uenig|Helt uenig", "agreement-5"),
        ("never|rarely|sometimes|often|always", "frequency-5"),
        ("Altid|Ofte|Nogle gange|Sjældent|Aldrig", "1 Aldrig | 2 Sjældent | 3 Nogle gange | 4 Ofte | 5 Altid"),
        ("Ja|Delvist|Nej|Ved ikke", "yes-partly-no"),
        ("Dårligt|Godt", "1 Dårligt | 2 Godt"),
    ],
)  # fmt: skip
def test_answers_become_a_scale(labels: str, scale: str) -> None:
    assert fit([Answer(label) for label in labels.split("|")]).scale == scale


def test_a_sentence_tells_the_answers() -> None:
    assert [a.label for a in legend("Skala: 1 = Slet ikke, 2 = Lidt, 3 = Meget")] == ["Slet ikke", "Lidt", "Meget"]
    assert [a.label for a in legend("(0: never – 3: always)")] == ["never", "", "", "always"]
    assert legend("We met at 10:30 and 11:45") == ()


BAD = {
    "empty.csv": b"",
    "spaces.csv": b"\n \n",
    "numbers.csv": b"1,2\n3,4\n",
    "binary.csv": b"\x00\x81\xff" * 90,
    "old.xlsx": b"\xd0\xcf\x11\xe0 and more",
    "no.xlsx": b"no workbook",
    "no.docx": b"no document",
    "a.pdf": b"%PDF",
    "long.csv": "Spørgsmål\n".encode() + b"What is it that we do now?\n" * 5001,
    "cell.csv": b'Question;A\n"Never ends' + b" here;1\n" * 3000,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_message(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / name
    file.write_bytes(BAD[name])
    assert main(["import", str(file), "--config", str(tmp_path / "mkdocs.yml")]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert [line.split(":")[0].strip() for line in err.splitlines()] == ["self-assessment", "found", "allowed", "do"]


def test_a_library_that_is_missing_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    file = saved(Workbook(), tmp_path / "a.xlsx")
    with pytest.raises(UnreadableError, match=r"pip install 'mkdocs-self-assessment\[import\]'"):
        import_file(file, "a.md", one_language("en"))


def test_the_command_writes_a_page_into_a_site_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: S\nplugins: [self-assessment]\ntheme: {language: da}\n", encoding="utf-8"
    )
    file = tmp_path / "x.csv"
    file.write_text(HEADED["en"], encoding="utf-8")
    to = tmp_path / "docs" / "trust.md"
    call = ["import", str(file), "--to", str(to), "--config", str(tmp_path / "mkdocs.yml")]
    assert main([*call, "--scale", "frequency-5"]) == 0
    assert "6 statements, 2 areas, 1 reversed; answers: frequency-5" in capsys.readouterr().out
    assert "id: trust" in to.read_text("utf-8")
    assert main(["check", str(tmp_path / "docs")]) == 0
    assert main(call) == 2
    assert "--force" in capsys.readouterr().err
    assert main([*call[:3], str(tmp_path / "trust.md"), *call[4:]]) == 2
    assert main([*call, "--force", "--scale", "frequent"]) == 2
    assert "frequency-5" in capsys.readouterr().err


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"]), min_size=1, max_size=40).filter(
    str.strip
)


@settings(max_examples=40)
@given(st.lists(st.tuples(TEXT, TEXT, st.booleans()), min_size=1, max_size=6), TEXT)
def test_any_text_stays_a_text(rows: list[tuple[str, str, bool]], title: str) -> None:
    statements = tuple(DraftStatement(text, "", area, reverse=reverse) for text, area, reverse in rows)
    draft = Draft(statements, title=title, introduction=title, answers=(Answer("no"), Answer("yes")))
    page, problems = parse(write(draft, Wishes("a"))[0], "a.md")
    assert [p for p in problems if p.severity is Severity.ERROR] == []
    (found,) = page.questionnaires
    assert sorted(item.reverse for item in found.items) == sorted(reverse for _, _, reverse in rows)
    assert len({item.id for item in found.items}) == len(rows)


def test_braces_and_signs_of_markdown_are_words() -> None:
    texts = ("Write {#id} here", "{.results} first", "- [ ] a box", "# a heading", "**bold** and `code` | <b>")
    draft = Draft(tuple(DraftStatement(text, "", text) for text in texts), title=texts[0], introduction=texts[1])
    page, problems = parse(write(draft, Wishes("a"))[0], "a.md")
    assert problems == ()
    (found,) = page.questionnaires
    assert [plain_text(item.text) for item in found.items] == list(texts)
    assert [plain_text(dimension.title) for dimension in found.dimensions] == list(texts)


def test_ids_depend_on_their_own_text_and_are_ascii() -> None:
    ids = Ids("a")
    assert ids.give("Vi spørger først, når nogen går") == "vi-spoerger-foerst-naar"
    assert ids.give("Vi spørger først, når vi går") == "vi-spoerger-foerst-naar-vi"
    assert ids.give("5S er på plads") == "n-5s-er-paa-plads"
    assert ids.give("我们先问") == Ids().give("我们先问")
    assert ids.give("A") == "a-2"
    assert ids.give("Text", "Q1") == "q1"
