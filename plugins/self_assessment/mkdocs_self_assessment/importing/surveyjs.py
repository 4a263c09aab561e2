"""SurveyJS: the JSON of a survey, as its editor saves it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim

from ..saying import say
from .csv_files import decoded
from .draft import Answer, Draft, DraftArea, DraftResult, DraftStatement, Note, UnreadableError
from .plain import line, plain

_ONE_OF_SEVERAL = frozenset(["radiogroup", "dropdown", "buttongroup"])
_PROSE = frozenset(["html", "expression", "image"])
_LOGIC = ("visibleIf", "enableIf", "requiredIf", "setValueIf", "choicesVisibleIf")
_OF_THE_WHOLE = {
    "triggers": say("Actions (triggers)"),
    "calculatedValues": say("Calculated values"),
    "completedHtmlOnCondition": say("Texts at the end with conditions"),
    "completedHtml": say("The text at the end"),
    "maxTimeToFinish": say("The time limit"),
    "timeLimit": say("The time limit"),
}
_MADE_UP = pattern(r"(?:page|panel|question|p|q)\d*", re.IGNORECASE)
_DEEPEST = 20
RESULTS = "results"
"""Property of our own for result texts, which SurveyJS has none of and keeps."""


def read(content: bytes, locale: str) -> Draft:
    """The draft of a survey, in a language if it has it. Raises `UnreadableError`."""
    text, notes = decoded(content)
    allowed = say("the JSON of a survey, as the JSON editor of SurveyJS shows it")
    try:
        survey = json.loads(text)
    except (ValueError, RecursionError) as error:
        remedy = say("Copy the whole of it again, from the first { to the last }.")
        raise UnreadableError(say("The file is no JSON."), verbatim(f"{error}"[:120]), allowed, remedy) from None
    if not isinstance(survey, dict) or not any(key in survey for key in ("pages", "elements", "questions")):
        found = say("none of pages, elements and questions")
        raise UnreadableError(
            say("The file is no survey of SurveyJS."), found, allowed, say("Save the survey itself, not its answers.")
        )
    return _Survey(survey, locale, notes).draft()


class _Survey:
    """Walks a survey once."""

    def __init__(self, survey: Mapping[str, Any], locale: str, notes: list[Note]) -> None:
        self.survey = survey
        self.notes = notes
        self.statements: list[DraftStatement] = []
        self.areas: list[DraftArea] = []
        self.introduction: list[str] = []
        base = locale.partition("-")[0]
        self._order = [locale, base, str(survey.get("locale") or "default"), "default", "en"]
        self._others: set[str] = set()

    def draft(self) -> Draft:
        survey = self.survey
        title = line(self.text(survey.get("title")))
        self.introduction += [plain(self.text(survey[k])) for k in ("description",) if survey.get(k)]
        pages = survey.get("pages")
        for number, page in enumerate(pages if isinstance(pages, list) else [survey], start=1):
            if isinstance(page, dict):
                is_page = page is not survey
                place = say("page {number}", number=number) if is_page else say("the survey")
                self._elements(page, self._area(page, place) if is_page else "", place, 0)
        for key, what in _OF_THE_WHOLE.items():
            if survey.get(key):
                self.notes.append(Note(say("the survey"), say("{what}: not carried over.", what=what)))
        if self._others:
            others = ", ".join(sorted(self._others))
            self.notes.append(
                Note(
                    say("the survey"),
                    say("Its texts in other languages ({others}): import them page by page.", others=others),
                )
            )
        return Draft(
            tuple(self.statements),
            tuple(self.areas),
            title=title,
            introduction="\n\n".join(text for text in self.introduction if text),
            results=tuple(self._results()),
            notes=tuple(self.notes),
        )

    def text(self, value: object) -> str:
        """A text, which may be an object with one for each language."""
        if isinstance(value, dict):
            if "text" in value:
                return self.text(value["text"])
            found = {str(k): v for k, v in value.items() if isinstance(v, str)}
            key = next((k for k in self._order if k in found), next(iter(found), ""))
            self._others |= {k for k in found if k not in (key, "default")}
            return found.get(key, "")
        return "" if value is None else str(value)

    def _area(self, owner: Mapping[str, Any], place: Message) -> str:
        self._logic(owner, place)
        title = line(self.text(owner.get("title")))
        name = str(owner.get("name") or "")
        described = plain(self.text(owner.get("description")))
        if title:
            self.areas.append(DraftArea(title, described, "" if _MADE_UP.fullmatch(name) else name))
        elif described:
            self.introduction.append(described)
        return title

    def _elements(self, owner: Mapping[str, Any], area: str, place: Message, depth: int) -> None:
        elements = owner.get("elements") or owner.get("questions") or []
        for number, element in enumerate(elements if isinstance(elements, list) else [], start=1):
            if not isinstance(element, dict):
                continue
            name = str(element.get("name") or number)
            here = say("{place}, question {name}", place=place, name=name)
            kind = str(element.get("type") or "")
            if kind == "panel" and depth < _DEEPEST:
                self._elements(
                    element,
                    self._area(element, say("{place}, panel {name}", place=place, name=name)) or area,
                    place,
                    depth + 1,
                )
            elif kind == "matrix":
                self._logic(element, here)
                self._matrix(element, area, here)
            elif answers := tuple(self._answers(element, kind, here)):
                self._logic(element, here)
                self._add(element, self.text(element.get("title")) or name, name, area, here, answers)
            elif kind == "html" and not self.statements:
                self.introduction.append(plain(self.text(element.get("html"))))
            else:
                what = say("A text") if kind in _PROSE else say("A question of the type {kind}", kind=kind or "(none)")
                self.notes.append(Note(here, say("{what}: not carried over.", what=what)))

    def _add(
        self, source: Mapping[str, Any], text: str, name: str, area: str, place: Message, answers: tuple[Answer, ...]
    ) -> None:
        weight = source.get("weight")
        self.statements.append(
            DraftStatement(
                line(text),
                place,
                area,
                "" if _MADE_UP.fullmatch(name) else name,
                reverse=source.get("reverse") is True,
                weight=weight if isinstance(weight, int | float) and 0.1 <= weight <= 10 else None,
                explanation=plain(self.text(source.get("description"))),
                answers=answers,
            )
        )

    def _matrix(self, element: Mapping[str, Any], area: str, place: Message) -> None:
        """Add the rows of a matrix as statements; its title is their area where there is no other."""
        title = line(self.text(element.get("title")))
        if title and not area:
            area = title
            self.areas.append(
                DraftArea(title, plain(self.text(element.get("description"))), str(element.get("name") or ""))
            )
        elif title:
            self.notes.append(Note(place, say("The title of the matrix, “{title}”: not carried over.", title=title)))
        answers = tuple(self._choices(element.get("columns")))
        if str(element.get("cellType") or "radio") != "radio":
            self.notes.append(Note(place, say("A matrix in which several answers may be chosen: not carried over.")))
            return
        rows = element.get("rows")
        for row in rows if isinstance(rows, list) else []:
            value = str(row.get("value") or "") if isinstance(row, dict) else str(row)
            source = row if isinstance(row, dict) else {}
            self._add(source, self.text(row), value, area, say("{place}, row {row}", place=place, row=value), answers)

    def _answers(self, element: Mapping[str, Any], kind: str, place: Message) -> Iterator[Answer]:
        if kind in _ONE_OF_SEVERAL:
            yield from self._choices(element.get("choices"))
            if element.get("showOtherItem") or element.get("hasOther"):
                self.notes.append(Note(place, say("The answer “other” with a text: not carried over.")))
            if element.get("showNoneItem") or element.get("hasNone"):
                yield Answer("Not applicable")
        elif kind == "rating" and element.get("rateValues"):
            yield from self._choices(element["rateValues"])
        elif kind == "rating":
            yield from self._rates(element)
        elif kind == "boolean":
            yield Answer(line(self.text(element.get("labelFalse"))) or "No", 0)
            yield Answer(line(self.text(element.get("labelTrue"))) or "Yes", 1)

    def _choices(self, choices: object) -> Iterator[Answer]:
        for choice in choices if isinstance(choices, list) else []:
            value = choice.get("value") if isinstance(choice, dict) else choice
            label = line(self.text(choice if not isinstance(choice, dict) or "text" in choice else value))
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            words = "" if is_number and label == str(value) else label
            yield Answer(words, float(str(value)) if is_number else None)

    def _rates(self, element: Mapping[str, Any]) -> Iterator[Answer]:
        low, step = _number(element.get("rateMin"), 1), _number(element.get("rateStep"), 1) or 1
        high = _number(element.get("rateMax"), low + step * (_number(element.get("rateCount"), 5) - 1))
        count = int((high - low) / step) + 1
        if not 2 <= count <= 21:
            return
        words = {0: "minRateDescription", count - 1: "maxRateDescription"}
        for index in range(count):
            yield Answer(line(self.text(element.get(words.get(index, "")))), low + index * step)

    def _logic(self, owner: Mapping[str, Any], place: Message) -> None:
        for key in _LOGIC:
            if owner.get(key):
                condition = " ".join(str(owner[key]).split())[:60]
                self.notes.append(
                    Note(
                        place,
                        say(
                            "The condition {key} ({condition}): write it as `if=` in the braces.",
                            key=key,
                            condition=condition,
                        ),
                    )
                )

    def _results(self) -> Iterator[DraftResult]:
        found = self.survey.get(RESULTS)
        for result in found if isinstance(found, list) else []:
            if isinstance(result, dict) and {"low", "high", "text"} <= result.keys():
                text, name = str(result["text"]), str(result.get("name") or "")
                yield DraftResult(f"{result['low']}", f"{result['high']}", text, name, result.get("points") is True)


def _number(value: object, default: float) -> float:
    return value if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1000 else default
