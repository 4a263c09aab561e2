"""Drafts as CSV and as the JSON of SurveyJS; `importing` reads both back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from ..importing.draft import Answer, Draft, DraftStatement, Note
from ..importing.surveyjs import RESULTS
from ..saying import say

_HEADINGS = ["ID", "Area", "Statement", "Reverse", "Weight", "Answers", "Explanation"]


def as_csv(draft: Draft) -> tuple[str, list[Note]]:
    """A table with a statement a row, and what it has no place for."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_HEADINGS)
    for s in draft.statements:
        weight = "" if s.weight is None else f"{s.weight:g}"
        answers = " | ".join(_written(answer) for answer in s.answers)
        row = [s.name, s.area, s.text, "R" if s.reverse else "", weight, answers, s.explanation]
        writer.writerow([_as_text(cell) for cell in row])
    notes = []
    if draft.introduction or any(area.introduction for area in draft.areas):
        notes.append(Note(say("the self-assessment"), say("Introductions: not carried over.")))
    if draft.results:
        notes.append(Note(say("the self-assessment"), say("Result texts: not carried over.")))
    return f"\ufeff{file.getvalue()}", notes  # without the mark Excel takes UTF-8 for another encoding


def _as_text(cell: str) -> str:
    """A cell that a spreadsheet program takes for a text, whatever sign it begins with."""
    quotes = cell.replace('"', '""')
    return f'="{quotes}"' if cell[:1] in ("=", "+", "-", "@") else cell


def _written(answer: Answer) -> str:
    return answer.label if answer.value is None else f"{answer.value:g} {answer.label}".strip()


def as_surveyjs(draft: Draft) -> tuple[str, list[Note]]:
    """The JSON of a survey, and what SurveyJS has no place for.

    Reversal, weight and result texts are properties of our own, which SurveyJS keeps and doesn't use.
    """
    known = {area.title: area for area in draft.areas}
    pages = []
    for number, (title, statements) in enumerate(groupby(draft.statements, lambda s: s.area), start=1):
        area = known.get(title)
        page: dict[str, Any] = {"name": area.name if area else f"page{number}"}
        if area:
            page |= {"title": title} | ({"description": area.introduction} if area.introduction else {})
        pages.append(page | {"elements": [_element(s) for s in statements]})
    survey: dict[str, Any] = {"title": draft.title}
    if draft.introduction:
        survey["description"] = draft.introduction
    survey["pages"] = pages
    notes = []
    if draft.results:
        survey[RESULTS] = [
            {"low": float(r.low), "high": float(r.high), "text": r.text}
            | ({"name": r.name} if r.name else {})
            | ({"points": True} if r.in_points else {})
            for r in draft.results
        ]
        notes.append(
            Note(
                say("the self-assessment"),
                say("SurveyJS shows no result texts: they are kept as `results` in the file."),
            )
        )
    if any(s.reverse or s.weight for s in draft.statements):
        notes.append(
            Note(
                say("the self-assessment"), say("SurveyJS doesn't score: `reverse` and `weight` are kept in the file.")
            )
        )
    return json.dumps(survey, ensure_ascii=False, indent=2) + "\n", notes


def _element(statement: DraftStatement) -> Mapping[str, Any]:
    element: dict[str, Any] = {"type": "radiogroup", "name": statement.name, "title": statement.text}
    if statement.explanation:
        element["description"] = statement.explanation
    element["choices"] = [_choice(answer) for answer in statement.answers]
    if statement.reverse:
        element["reverse"] = True
    if statement.weight is not None:
        element["weight"] = statement.weight
    return element


def _choice(answer: Answer) -> Mapping[str, Any]:
    value = answer.label if answer.value is None else answer.value
    return {"value": value, "text": answer.label} if answer.label else {"value": value}


FORMATS: Mapping[str, Callable[[Draft], tuple[str, list[Note]]]] = {"csv": as_csv, "surveyjs": as_surveyjs}
"""The writer of each format."""
ENDINGS = {".csv": "csv", ".json": "surveyjs"}
"""The format of a file by the ending of its name."""
