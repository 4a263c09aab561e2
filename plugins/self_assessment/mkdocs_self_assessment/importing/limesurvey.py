"""LimeSurvey: the structure of a survey (.lss), or its tab-separated form (.txt)."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import verbatim

from ..numbers import read_number
from ..saying import say
from .csv_files import decoded
from .draft import Draft, UnreadableError
from .limesurvey_draft import Group, Option, PointsText, Question, Survey, draft_of

_ALLOWED = say("a survey structure (.lss), or the tab-separated form (.txt), as LimeSurvey exports them")
_DECLARATION = pattern(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEADINGS = frozenset(["class", "type/scale", "name", "text"])

Rows = list[dict[str, str]]


def is_tab_form(content: bytes) -> bool:
    """Whether a text file is LimeSurvey's tab-separated form."""
    first = content[:2000].decode("utf-8-sig", errors="ignore").partition("\n")[0]
    return set(re.sub('"', "", first).strip().split("\t")) >= _HEADINGS


def read_structure(content: bytes, locale: str) -> Draft:
    """The draft of a `.lss` file, in a language if it has it. Raises `UnreadableError`."""
    text, notes = decoded(content)
    if _DECLARATION.search(text):  # entities of a file of others are never expanded
        found = say("a declaration (<!DOCTYPE or <!ENTITY)")
        raise UnreadableError(
            say("The file declares a document type, as LimeSurvey never does."),
            found,
            _ALLOWED,
            say("Export it again."),
        )
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, RecursionError) as error:
        raise UnreadableError(
            say("The file is no XML."), verbatim(f"{error}"[:100]), _ALLOWED, say("Export it from LimeSurvey again.")
        ) from None
    tables = {table.tag: [_row(row) for row in table.iter("row")] for table in root}
    if "questions" not in tables:
        raise UnreadableError(
            say("The file is no survey of LimeSurvey."),
            say("<{tag}> without questions", tag=root.tag),
            _ALLOWED,
            say("Export it again."),
        )
    return draft_of(_Structure(tables, locale).survey(), notes)


def _row(row: ElementTree.Element) -> dict[str, str]:
    return {cell.tag: cell.text or "" for cell in row}


class _Structure:
    """The tables of a structure, whose texts are in tables of their own since LimeSurvey 4."""

    def __init__(self, tables: Mapping[str, Rows], locale: str) -> None:
        self._tables = tables
        settings = tables.get("surveys_languagesettings", [])
        languages = [row.get("surveyls_language", "") for row in settings]
        self.language = _chosen(languages, locale, next((r.get("language", "") for r in tables.get("surveys", [])), ""))
        self.others = [code for code in languages if code != self.language]

    def survey(self) -> Survey:
        settings = next(iter(self._rows("surveys_languagesettings", "surveyls_language")), {})
        groups = [
            Group(row.get("gid", ""), row.get("group_name", ""), row.get("description", ""), row.get("grelevance", ""))
            for row in _ordered(self._texts("groups", "group_l10ns", "gid"), "group_order")
        ]
        answers: dict[str, list[Option]] = defaultdict(list)
        for row in _ordered(self._texts("answers", "answer_l10ns", "aid"), "sortorder"):
            value = read_number(row.get("assessment_value", ""))
            answers[row.get("qid", "")].append(Option(row.get("code", ""), row.get("answer", ""), value))
        inner: dict[str, list[Option]] = defaultdict(list)
        for row in _ordered(self._texts("subquestions", "question_l10ns", "qid"), "question_order"):
            if row.get("scale_id", "0") in ("", "0"):
                inner[row.get("parent_qid", "")].append(Option(row.get("title", ""), row.get("question", "")))
        place = {group.id: number for number, group in enumerate(groups)}
        rows = [r for r in self._texts("questions", "question_l10ns", "qid") if r.get("parent_qid", "0") in ("", "0")]
        rows = sorted(_ordered(rows, "question_order"), key=lambda row: place.get(row.get("gid", ""), 0))
        questions = [
            Question(
                row.get("gid", ""),
                row.get("type", ""),
                row.get("title", ""),
                row.get("question", ""),
                row.get("help", ""),
                row.get("relevance", ""),
                row.get("other", "") == "Y",
                tuple(inner[row.get("qid", "")]),
                tuple(answers[row.get("qid", "")]),
            )
            for row in rows
        ]
        messages = [
            PointsText(
                row.get("minimum", ""),
                row.get("maximum", ""),
                row.get("message", ""),
                row.get("name", ""),
                row.get("scope") == "T",
            )
            for row in self._rows("assessments", "language")
        ]
        return Survey(
            settings.get("surveyls_title", ""),
            [settings.get("surveyls_description", ""), settings.get("surveyls_welcometext", "")],
            groups,
            questions,
            messages,
            self.others,
        )

    def _rows(self, table: str, column: str) -> Rows:
        """The rows of a table in the language, where it has one row a language."""
        return [row for row in self._tables.get(table, []) if row.get(column, self.language) == self.language]

    def _texts(self, table: str, words: str, key: str) -> Rows:
        """The rows of a table with their texts in the language."""
        texts = {row.get(key, ""): row for row in self._rows(words, "language")}
        return [{**texts.get(row.get(key, ""), {}), **row} for row in self._rows(table, "language")]


def _ordered(rows: Iterable[dict[str, str]], column: str) -> Rows:
    return sorted(rows, key=lambda row: read_number(row.get(column, "")) or 0)


def _chosen(languages: Sequence[str], locale: str, main: str) -> str:
    wanted = [locale, locale.partition("-")[0], main, *languages]
    return next((code for code in wanted if code in languages), "")


def read_tab_form(content: bytes, locale: str) -> Draft:
    """The draft of the tab-separated form, in a language if it has it. Raises `UnreadableError`."""
    text, notes = decoded(content)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", restval=""))
    except csv.Error as error:
        raise UnreadableError(
            say("The table can't be read."), verbatim(error), _ALLOWED, say("Export it again.")
        ) from None
    languages = list(dict.fromkeys(row["language"] for row in rows if row.get("language")))
    main = next((row["text"] for row in rows if row["class"] == "S" and row["name"] == "language"), "")
    language = _chosen(languages, locale, main)
    own = [row for row in rows if row.get("language") in (language, "", None)]
    settings = {row["name"]: row["text"] for row in own if row["class"] == "SL"}
    groups: list[Group] = []
    questions: list[Question] = []
    messages: list[PointsText] = []
    for row in own:
        kind, name, words = row["class"], row["name"], row["text"]
        if kind == "G":
            groups.append(Group(str(len(groups)), name, words, row.get("relevance", "")))
        elif kind == "Q":
            letter, help, relevance = row["type/scale"], row.get("help", ""), row.get("relevance", "")
            other = row.get("other", "") == "Y"
            questions.append(Question(str(len(groups) - 1), letter, name, words, help, relevance, other, (), ()))
        elif kind in ("SQ", "A") and questions and row["type/scale"] in ("", "0"):
            value = read_number(row.get("assessment_value", ""))
            questions[-1] = questions[-1].with_option(Option(name, words, value), is_answer=kind == "A")
    others = [code for code in languages if code != language]
    opening = [settings.get("surveyls_description", ""), settings.get("surveyls_welcometext", "")]
    return draft_of(Survey(settings.get("surveyls_title", ""), opening, groups, questions, messages, others), notes)


def read_text(content: bytes, locale: str) -> Draft | None:
    """The draft of a text file that is the tab-separated form; `None` for any other."""
    return read_tab_form(content, locale) if is_tab_form(content) else None
