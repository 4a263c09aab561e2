"""Surveys of SurveyJS and LimeSurvey become pages that pass the package's own check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_foundation.site import one_language
from mkdocs_self_assessment.importing.draft import UnreadableError
from mkdocs_self_assessment.importing.page import import_file
from tests.core.test_importing import imported

AGREEMENT = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"]
SURVEY = {
    "title": {"default": "Trust", "da": "Tillid"},
    "description": "Answer <b>for yourself</b>.",
    "completedHtml": "Thanks",
    "pages": [
        {
            "name": "speaking",
            "title": "Speaking up",
            "elements": [
                {
                    "type": "rating",
                    "name": "aloud",
                    "title": "We say it aloud",
                    "minRateDescription": "Never",
                    "maxRateDescription": "Always",
                },
                {
                    "type": "matrix",
                    "name": "m",
                    "title": "How much do you agree?",
                    "columns": [{"value": n, "text": t} for n, t in enumerate(AGREEMENT, start=1)],
                    "rows": [{"value": "blame", "text": "Mistakes are used against us"}, "We say sorry"],
                },
                {"type": "comment", "name": "why", "title": "Why?"},
            ],
        },
        {
            "name": "page2",
            "elements": [
                {
                    "type": "panel",
                    "name": "asking",
                    "title": "Asking",
                    "elements": [
                        {
                            "type": "boolean",
                            "name": "question4",
                            "title": "Do we ask?",
                            "description": "Anybody.",
                            "visibleIf": "{aloud} > 2",
                        },
                        {
                            "type": "radiogroup",
                            "name": "whom",
                            "title": "Whom?",
                            "choices": ["Nobody", "Anybody"],
                            "showOtherItem": True,
                        },
                    ],
                },
            ],
        },
    ],
}


def test_a_survey_of_surveyjs(tmp_path: Path) -> None:
    file = tmp_path / "trust.json"
    file.write_text(json.dumps(SURVEY), encoding="utf-8")
    page, found = imported(file, "en")
    assert (page.title, page.introduction) == ("Trust", "Answer for yourself.")
    assert [(d.id, d.title) for d in page.dimensions] == [("speaking", "Speaking up"), ("asking", "Asking")]
    items = {item.id: (item.text, str(page.scale_of(item))) for item in page.items}
    assert items == {
        "aloud": ("We say it aloud", "1 | 2 | 3 | 4 | 5"),
        "blame": ("Mistakes are used against us", "agreement-5"),
        "we-say-sorry": ("We say sorry", "agreement-5"),
        "do-we-ask": ("Do we ask?", "yes-no"),
        "whom": ("Whom?", "1 | 2"),
    }
    assert page.items[3].explanation == "Anybody."
    assert not page.offers_not_relevant(page.items[3])
    assert {note.place for note in found.notes} == {
        "page 1, question m",
        "page 1, question why",
        "page 2, question question4",
        "page 2, question whom",
        "the survey",
        "page 1, question aloud",
    }
    assert imported(file, "da")[0].title == "Tillid"


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", "[" * 200_000, '{"pages": 3}', '{"pages": [1, {"elements": [2]}]}']
)
def test_no_survey_of_surveyjs_is_one_message(tmp_path: Path, content: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError, match="found:"):
        import_file(file, "a.md", one_language("en"))


def table(name: str, *rows: dict[str, object]) -> str:
    """A table of a survey structure."""
    cells = ("".join(f"<{k}><![CDATA[{v}]]></{k}>" for k, v in row.items()) for row in rows)
    return f"<{name}><rows>{''.join(f'<row>{c}</row>' for c in cells)}</rows></{name}>"


ANSWERS = ["Slet ikke", "Lidt", "Meget"]
NEW = "".join(
    [
        table(
            "answers", *({"aid": n, "qid": 1, "code": f"A{n}", "sortorder": n, "assessment_value": n} for n in range(3))
        ),
        table("answer_l10ns", *({"aid": n, "answer": a, "language": "da"} for n, a in enumerate(ANSWERS))),
        table("groups", {"gid": 7, "group_order": 1}),
        table(
            "group_l10ns",
            {"gid": 7, "group_name": "Tillid", "description": "<p>Om <b>tillid</b>.</p>", "language": "da"},
        ),
        table(
            "questions",
            {
                "qid": 1,
                "parent_qid": 0,
                "gid": 7,
                "type": "L",
                "title": "Q1",
                "question_order": 1,
                "other": "N",
                "relevance": "1",
            },
            {
                "qid": 2,
                "parent_qid": 0,
                "gid": 7,
                "type": "F",
                "title": "Q2",
                "question_order": 2,
                "relevance": "Q1 > 1",
            },
            {"qid": 3, "parent_qid": 0, "gid": 7, "type": "T", "title": "Q3", "question_order": 3},
        ),
        table(
            "subquestions",
            {"qid": 4, "parent_qid": 2, "gid": 7, "type": "T", "title": "SQ1", "question_order": 1, "scale_id": 0},
        ),
        table(
            "question_l10ns",
            {"qid": 1, "question": "Siger vi det højt?", "help": "Tænk på ugen.", "language": "da"},
            {"qid": 1, "question": "Do we say it?", "help": "", "language": "en"},
            {"qid": 2, "question": "", "language": "da"},
            {"qid": 3, "question": "Hvorfor?", "language": "da"},
            {"qid": 4, "question": "Fejl bliver brugt imod én", "language": "da"},
        ),
        table("answers_of_two", {}),
        table(
            "surveys_languagesettings",
            {"surveyls_language": "da", "surveyls_title": "Tillid hos os", "surveyls_description": ""},
            {"surveyls_language": "en", "surveyls_title": "Trust"},
        ),
    ]
)
TAB = "\n".join(
    "\t".join(row)
    for row in [
        [
            "id",
            "related_id",
            "class",
            "type/scale",
            "name",
            "relevance",
            "text",
            "help",
            "language",
            "other",
            "assessment_value",
        ],
        ["", "", "S", "", "language", "", "da", "", "", "", ""],
        ["", "", "SL", "", "surveyls_title", "", "Tillid hos os", "", "da", "", ""],
        ["7", "", "G", "G0", "Tillid", "1", "<p>Om <b>tillid</b>.</p>", "", "da", "", ""],
        ["1", "", "Q", "L", "Q1", "1", "Siger vi det højt?", "Tænk på ugen.", "da", "N", ""],
        *(["", "", "A", "0", f"A{n}", "", answer, "", "da", "", str(n)] for n, answer in enumerate(ANSWERS)),
        ["2", "", "Q", "F", "Q2", "Q1 > 1", "", "", "da", "N", ""],
        ["4", "", "SQ", "0", "SQ1", "1", "Fejl bliver brugt imod én", "", "da", "", ""],
        *(["", "", "A", "0", f"A{n}", "", answer, "", "da", "", str(n)] for n, answer in enumerate(ANSWERS)),
        ["3", "", "Q", "T", "Q3", "1", "Hvorfor?", "", "da", "N", ""],
    ]
)


@pytest.mark.parametrize(("name", "content"), [("a.lss", f"<document>{NEW}</document>"), ("a.txt", TAB)])
def test_a_survey_of_limesurvey_in_both_forms(tmp_path: Path, name: str, content: str) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    page, found = imported(file)
    assert page.title == "Tillid hos os"
    assert [(d.title, d.introduction) for d in page.dimensions] == [("Tillid", "Om tillid.")]
    assert [(i.id, i.text, i.explanation) for i in page.items] == [
        ("q1", "Siger vi det højt?", "Tænk på ugen."),
        ("q2-sq1", "Fejl bliver brugt imod én", ""),
    ]
    assert page.items[0].location.line > 1
    assert str(page.scale_of(page.items[0])) == "0 | 1 | 2"
    assert {"question Q2", "question Q3"} <= {note.place for note in found.notes}


@pytest.mark.parametrize("head", ["", "<x>", "<!DOCTYPE a [<!ENTITY b 'c'>]><document/>", "<document/>"])
def test_no_survey_of_limesurvey_is_one_message(tmp_path: Path, head: str) -> None:
    file = tmp_path / "a.lss"
    file.write_text(head, encoding="utf-8")
    with pytest.raises(UnreadableError, match="found:"):
        import_file(file, "a.md", one_language("en"))
