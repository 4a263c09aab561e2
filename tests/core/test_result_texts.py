"""What result texts may have beside a range: a name, paragraphs for one reader or a team; first steps and questions."""

from __future__ import annotations

import pytest

from mkdocs_foundation.site import one_language
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.parsing import parse
from mkdocs_self_assessment.readers import with_readers, with_signs

PAGE = """---
assessment:
  id: a
  scale: agreement-5
---
# A

## Trust {#trust}

- [ ] One. {#one}

"""


def problems(body: str, page: str = PAGE) -> list[str]:
    library = pipeline.build([("a.md", page + body)], ["a.md"], one_language("en"))
    return [f"{problem.code.value}: {problem.message}" for problem in library.problems]


def results(*heads: str) -> str:
    return "## Result {.results}\n\n" + "".join(f"- {head} Text.\n" for head in heads)


def test_a_name_is_what_follows_the_dot_in_the_bold_part() -> None:
    heads = ["**0–20 · *So* so**", "**20-40·Now & then.**", "**40 − 60 ‧ On its way**:", "**60–100 % · A · B**"]
    (q,) = parse(PAGE + results(*heads), "a.md")[0].questionnaires
    assert [(band.low, band.name, band.markdown) for band in q.bands] == [
        (0, "*So* so", "Text."),
        (20, "Now & then", "Text."),
        (40, "On its way", "Text."),
        (60, "A · B", "Text."),
    ]
    assert problems(results(*heads)) == []


def test_ranges_in_points_levels_and_conditions_have_names_too() -> None:
    (q,) = parse(PAGE + results("**1–2 points · Begin**", "**3–5 points · Go on**"), "a.md")[0].questionnaires
    assert [(str(band), band.name) for band in q.bands] == [("1–2 points", "Begin"), ("3–5 points", "Go on")]
    text = PAGE + results('**when one="A · B" and trust<40 · Begin**', "**otherwise · Go on.**")
    (q,) = parse(text, "a.md")[0].questionnaires
    assert [(str(c), c.name) for c in q.conditional] == [
        ('when one="A · B" and trust<40', "Begin"),
        ("otherwise", "Go on"),
    ]
    levels = (
        "---\nassessment:\n  id: a\n  kind: maturity\n---\n# A\n\n## B {#b}\n\n1. **X** X.\n2. **Y** Y.\n3. **Z** Z.\n"
    )
    (q,) = parse(f"{levels}\n### R {{.results}}\n\n- **1 · Begin** Text.\n- **2–3 · Go on** Text.\n", "a.md")[
        0
    ].questionnaires
    assert [(str(band), band.name) for band in q.dimensions[0].bands] == [("1", "Begin"), ("2–3", "Go on")]


BOLD = "The name of a result text isn't in its bold part."
SIGN = "The name of a result text doesn't follow a dot."


@pytest.mark.parametrize(
    ("heads", "message"),
    {
        "no name": (["**0–50 · So so**", "**50–100**"], "Some result texts for the whole result have a name, and this"),
        "colon": (["**0–50: So so**", "**50–100: Good**"], SIGN),
        "hyphen": (["**0-50 - So so**", "**50-100 - Good**"], SIGN),
        "bar": (["**0–50 | So so**", "**50–100 | Good**"], SIGN),
        "points": (["**1–2 points: So so**", "**3–5 points: Good**"], SIGN),
        "brackets": (["**0–50 (So so)**", "**50–100 (Good)**"], SIGN),
        "no sign": (["**0–50 So so**", "**50–100 Good**"], SIGN),
        "before": (["**So so · 0–50**", "**Good · 50–100**"], "The name of a result text is before its range."),
        "two pairs": (["**0–50** **· So so**", "**50–100** **· Good**"], BOLD),
        "behind": (["**0–50** · So so.", "**50–100** · Good."], BOLD),
        "empty": (["**0–50 ·** So so.", "**50–100 ·** Good."], BOLD),
        "sentences": (["**0–50 · Begin. Then go on**", "**50–100 · Good**"], "The name of a result text is too long"),
        "long": ([f"**0–50 · {'a' * 61}**", "**50–100 · Good**"], "The name of a result text is too long"),
        "alike": (["**0–50 · Good**", "**50–100 · Good**"], "Two result texts for the whole result have the same name"),
    }.values(),
)
def test_a_mistake_in_a_name_is_one_message(heads: list[str], message: str) -> None:
    (found,) = problems(results(*heads))
    assert found.startswith(f"band-name: {message}")


def test_bold_text_behind_the_range_is_no_name() -> None:
    (q,) = parse(PAGE + results("**0–100** **Begin with one.**"), "a.md")[0].questionnaires
    assert (q.bands[0].name, q.bands[0].markdown) == ("", "**Begin with one.** Text.")


def test_a_good_end_that_contradicts_the_rest_is_told() -> None:
    low = PAGE.replace("{#trust}", "{#trust good=low}")
    text = results("**0–100**")
    assert problems(text, low) == ["bad-value: A low score is good in each dimension, and a high one in the whole."]
    assert problems(text, low.replace("  id: a", "  id: a\n  good: low")) == []
    assert problems(text, low.replace("good=low", "good=bad")) == ['bad-value: The value of "good" can\'t be used.']
    levels = low.replace("  scale: agreement-5", "  kind: maturity\n  good: low").replace(" good=low", "")
    levels = levels.partition("- [ ]")[0] + "1. **X** X.\n2. **Y** Y.\n3. **Z** Z.\n"
    assert problems("", levels) == ['bad-value: "good: low" has no meaning in a self-assessment of the kind maturity.']


UNREADABLE = "first-step: What is below the heading with {.first-step} can't be read."
STEP, QUESTIONS = "\n#### Do {.first-step}\n\nAsk.\n", "\n#### Talk {.questions}\n\n- Who?\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{STEP}{QUESTIONS}\n", []),
        (f"{STEP}{STEP}", ["first-step: There is a second heading with {.first-step} for one result."]),
        ("\n#### Do {.first-step}\n\n", [UNREADABLE]),
        (f"{STEP}\nAnd then.\n", [UNREADABLE]),
        ("\n#### Talk {.questions}\n\n- [ ] Who?\n", [UNREADABLE.replace("first-step", "questions")]),
        ("\n#### Do {.first-stp}\n\nAsk.\n", ['unknown-flag: ".first-stp" looks like a misspelt class.']),
        (f"{STEP}\n##### More\n\nThen.\n", ["stray-content: A heading is below a first step or questions,"]),
        (
            f"\n## Part\n\n- [ ] Two. {{#two dimension=trust}}\n{STEP}",
            ["first-step: A heading with {.first-step} is where nothing"],
        ),
    ],
)
def test_first_steps_and_questions_are_read_or_told(body: str, expected: list[str]) -> None:
    found = problems(f"{body}\n{results('**0–100**')}")
    assert len(found) == len(expected)
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True))


def test_a_first_step_belongs_to_what_it_is_under() -> None:
    (q,) = parse(f"{PAGE}{STEP}\n{results('**0–100**')}{STEP}{QUESTIONS}", "a.md")[0].questionnaires
    assert [(name, id) for name, id, _ in q.passages] == [
        ("first-step", ""),
        ("questions", ""),
        ("first-step", "trust"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All.\n\n    One. {.solo}\n\n    More. {.team}", []),
        ("One. {.solo}\n\n    More. {.team}", []),
        ("One. {.solo} More.", ["reader: A mark for one reader or a team can't be read."]),
        ("All.\n\n    One. {.solo .team}", ["reader: A mark for one reader or a team can't be read."]),
        ("One. {.solo}", ["reader: The whole text is marked, so a team would see nothing."]),
    ],
)
def test_paragraphs_for_one_reader_or_a_team(text: str, expected: list[str]) -> None:
    assert problems(f"## Result {{.results}}\n\n- **0–100** {text}\n") == expected


def test_a_mark_where_all_read_the_same_is_told() -> None:
    page = PAGE.replace("# A\n", "# A\n\nFor all. {.team}\n")
    assert problems(results("**0–100**"), page) == [
        "reader: A paragraph is marked for one reader or a team where every reader sees the same."
    ]


def test_marked_paragraphs_become_elements_for_their_reader() -> None:
    signs = with_signs("All.\n\nOne,\nand more. {.solo}\n\n- Item. {: .team }\n- Other.\n\nLast.\n{: .team}")
    solo, team = signs.count("\ufdd1"), signs.count("\ufdd2")
    assert (solo, team, "{" in signs) == (1, 2, False)
    html = "<p>All.</p>\n<p class=x>One,\nand <b>more</b>. \ufdd1</p>\n<ul><li>Item.\ufdd2</li><li>Other.</li></ul>"
    assert with_readers(html, {"solo": 'A"', "team": "B"}) == (
        '<p>All.</p>\n<p class=x data-for="solo" data-label="A&quot;">One,\nand <b>more</b>.</p>\n'
        '<ul><li data-for="team" data-label="B">Item.</li><li>Other.</li></ul>'
    )
