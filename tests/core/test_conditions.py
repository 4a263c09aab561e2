"""Conditions of result texts: what is read, what it means, and what is sentences of lists that make no sense."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_self_assessment import conditions as room
from mkdocs_self_assessment.conditions import tree
from mkdocs_self_assessment.conditions.checking import check
from mkdocs_self_assessment.conditions.comparing import compare, inherit, look_up
from mkdocs_self_assessment.conditions.covering import UndecidedError, example
from mkdocs_self_assessment.conditions.evaluating import first_that_holds, holds
from mkdocs_self_assessment.conditions.parsing import SyntaxFault, parse
from mkdocs_self_assessment.conditions.resolving import resolve
from mkdocs_self_assessment.conditions.subjects import ANSWER_NAMES, Subject
from mkdocs_self_assessment.conditions.texts import ConditionalText, is_conditional, read_conditional
from mkdocs_self_assessment.conditions.tree import Condition, Measure
from mkdocs_self_assessment.conditions.words import Wording, in_words
from mkdocs_self_assessment.pages import strings
from mkdocs_self_assessment.presenting.plain_data import plain
from mkdocs_self_assessment.reading.scales import NAMED

VECTORS = json.loads((Path(str(room.__file__)).parent / "vectors.json").read_text(encoding="utf-8"))
HERE = Location("trust.md", 9)
YES = (("no", 0), ("partly", 1), ("yes", 2), ("Nej", 0), ("Delvist", 1), ("Ja", 2))


def subjects(*, may_be_open: bool = True) -> dict[str, Subject]:
    found = [
        Subject("goal", Measure.SCORE, may_be_open=may_be_open),
        Subject("trust", Measure.SCORE, may_be_open=may_be_open),
        Subject("team", Measure.LEVEL, (1, 2, 3, 4), may_be_open=may_be_open),
        Subject("competence", Measure.ANSWER, (0, 1, 2), YES, may_be_open),
        Subject("commitment", Measure.ANSWER, (0, 1, 2), YES, may_be_open),
        Subject("mood", Measure.ANSWER, (1, 2, 4), (("Low", 1), ("Neither nor", 2), ("High", 4)), may_be_open),
        Subject("agree", Measure.ANSWER, (1, 2, 3, 4, 5), may_be_open=may_be_open),
    ]
    return {subject.id: subject for subject in found}


def condition(text: str) -> Condition:
    found = parse(text)
    assert not isinstance(found, SyntaxFault), found
    resolved, problems = resolve(found, subjects(), HERE)
    assert resolved is not None, problems
    return resolved


def readings(known: dict[str, float]) -> dict[str, float | None]:
    return {id: known.get(id) for id in subjects()}


@pytest.mark.parametrize("vector", VECTORS["vectors"], ids=lambda vector: vector["name"])
def test_a_condition_means_in_python_what_it_means_in_the_browser(vector: dict[str, Any]) -> None:
    found = condition(vector["written"])
    assert plain(found) == vector["tree"]
    assert all(holds(found, readings(known)) for known in vector["holds"])
    assert not any(holds(found, readings(known)) for known in vector["fails"])


@pytest.mark.parametrize("vector", VECTORS["lists"], ids=lambda vector: vector["name"])
def test_the_first_that_holds(vector: dict[str, Any]) -> None:
    conditions = [condition(text) if text else None for text in vector["written"]]
    assert [found and plain(found) for found in conditions] == vector["trees"]
    for known, index in vector["first"]:
        assert first_that_holds(conditions, readings(known)) == index


def test_every_named_scale_has_a_name_for_each_answer() -> None:
    assert {name: len(scale.values) for name, scale in NAMED.items()} == {
        name: len(set(names)) for name, names in ANSWER_NAMES.items()
    }


FAULTS = {
    # what the author wrote: the place, and a word of the remedy
    "": (1, "goal<40"),
    "goal": (5, 'what "goal"'),
    "goal<": (6, "goal<40"),
    "goal<40 an trust<40": (9, 'Did you mean "and"?'),
    "goal<40, trust<40": (8, "Join comparisons"),
    "goal<40 og trust<40": (9, "English in every language"),
    "mood=Neither nor": (14, "quotation marks"),
    "(goal<40": (9, "character 1"),
    "(goal<40 trust<40)": (10, "Join comparisons"),
    "goal<40)": (8, 'Remove this ")"'),
    "40<=goal": (1, "name first"),
    "goal<40<trust": (8, "one value at a time"),
    "not goal<40": (1, "!="),
    "goal<40 and": (12, "goal<40"),
    "and goal<40": (1, "goal<40"),
    'mood="Low': (6, "goal<40"),
    "goal ! 40": (6, "goal"),
}


@pytest.mark.parametrize("written", FAULTS)
def test_what_cannot_be_read_is_reported_with_its_place(written: str) -> None:
    column, remedy = FAULTS[written]
    found = parse(written)
    assert isinstance(found, SyntaxFault)
    assert (found.column, remedy in found.remedy) == (column, True), found


@given(st.text(alphabet="goal trust<>=!()and or 40\"“”«»'%&;\\-−≤", max_size=40) | st.text(max_size=30))
def test_parsing_never_raises_and_what_is_read_reads_the_same_again(text: str) -> None:
    found = parse(text)
    if not isinstance(found, SyntaxFault):
        once = tree.as_written(found)
        again = parse(once)
        assert isinstance(again, SyntaxFault) or tree.as_written(again) == once


VALUES = {
    # what the author wrote: the code, and a word of the message or remedy
    "gaol<40": ("condition-name", 'Did you mean "goal"?'),
    "competence=maybe": ("condition-value", "no, partly, yes; or the numbers 0, 1, 2"),
    "competence=prtly": ("condition-value", "competence=partly"),
    'mood="Neither or"': ("condition-value", 'mood="Neither nor"'),
    "competence=9": ("condition-value", "competence=2"),
    "mood=3": ("condition-value", "mood=2"),
    "agree<=9": ("condition-value", "agree<=5"),
    "goal<yes": ("condition-value", "0 to 100"),
    "goal<=140": ("condition-value", "goal<=100"),
    "team=5": ("condition-value", "team=4"),
    "agree>=9": ("condition-never", "1 to 5"),
    "agree<1": ("condition-never", "1 to 5"),
    "goal>100": ("condition-never", "0 to 100"),
    "team>4": ("condition-never", "1 to 4"),
}


@pytest.mark.parametrize("written", VALUES)
def test_names_and_values_that_do_not_exist(written: str) -> None:
    code, words = VALUES[written]
    found = parse(written)
    assert not isinstance(found, SyntaxFault)
    resolved, [problem] = resolve(found, subjects(), HERE)
    assert resolved is None
    assert (problem.code.value, words in problem.format()) == (code, True), problem.format()


def test_a_value_between_two_answers_can_be_a_limit() -> None:
    assert holds(condition("mood>3"), {"mood": 4})


def problems(*written: str | None, may_be_open: bool = True) -> list[Problem]:
    lines = [
        ConditionalText(condition(text) if text else None, "Text.", Location("trust.md", n))
        for n, text in enumerate(written, 1)
    ]
    return check(lines, subjects(may_be_open=may_be_open), "the whole result")


def codes(*written: str | None, may_be_open: bool = True) -> list[tuple[str, int]]:
    found = problems(*written, may_be_open=may_be_open)
    return [(problem.code.value, problem.location.line) for problem in found]


def test_a_list_that_ends_with_otherwise_is_fine() -> None:
    assert codes("competence=no and commitment=no", "goal<40 or (competence!=yes and trust>=70)", None) == []
    assert codes() == []


def test_comparisons_that_exclude_each_other() -> None:
    assert codes("goal<40 and goal>70", None) == [("condition-never", 1)]
    assert codes("competence=no", "trust>70 or (goal<40 and goal>=40)", None) == [("condition-never", 2)]
    assert codes("goal<=40 and goal>=40", None) == []
    assert codes("mood>2 and mood<4", None) == [("condition-never", 1)]
    [problem] = problems("trust>70 or (goal<40 and goal>=40)", None)
    assert problem.found == "goal<40 and goal>=40"


def test_what_is_true_of_every_answer() -> None:
    assert codes("goal>=0", "competence=no", None) == [("condition-always", 1)]
    assert codes("competence=no", "agree<=5 and goal<40", None) == [("condition-always", 2)]
    assert codes("goal<40 or goal>=40", None, may_be_open=False) == [("condition-always", 1)]
    assert codes("goal<40 or goal>40", None) == codes("mood>2", None) == []
    # One mistake, one message: the text below it can't be shown.
    assert codes("goal>=0", "goal<40", None) == [("condition-unreachable", 2)]
    [problem] = problems("competence=no", "goal<40 and (agree>=1 or mood=1)", None)
    assert (problem.found, problem.severity.value) == ("agree>=1", "advice")


def test_a_text_that_earlier_ones_cover() -> None:
    assert codes("goal<40", "goal<30", None) == [("condition-unreachable", 2)]
    assert codes("goal<40", "goal>=40", "goal=50 and competence=no", None) == [("condition-unreachable", 3)]
    assert codes("competence!=yes", "competence=no or competence=partly", None) == [("condition-unreachable", 2)]
    assert codes("competence=no", "commitment=no", "competence=no and commitment=no", None) == [
        ("condition-unreachable", 3)
    ]
    assert codes("goal<30", "goal<40", None) == []


def test_the_line_that_covers_is_named() -> None:
    [problem] = problems("competence=no", "goal<40", "goal<30", None)
    assert "above it: line 2 (goal<40)" in problem.allowed


def test_otherwise_is_needed_unless_everything_is_covered() -> None:
    assert codes("goal<40") == [("condition-otherwise", 1)]
    assert codes("goal<40", "goal>=40", may_be_open=False) == []
    assert codes("goal<40", "goal>40", may_be_open=False) == [("condition-otherwise", 2)]
    # A dimension without a score makes every comparison false.
    assert codes("goal<40", "goal>=40") == [("condition-otherwise", 2)]
    assert codes("competence=no", "competence=partly", "competence=yes", may_be_open=False) == []
    assert codes("competence=no and goal<50", "competence!=no", "goal>=50", may_be_open=False) == []


def test_otherwise_beside_conditions_that_cover_everything_is_no_mistake() -> None:
    assert codes("goal<40", "goal>=40", None, may_be_open=False) == []


def test_what_has_no_text_is_named() -> None:
    [problem] = problems("competence=no", "competence=yes", may_be_open=False)
    assert problem.found == "nothing for competence=partly"
    [problem] = problems("goal<40", "goal>=40")
    assert problem.found == "nothing for goal without a score"


def test_otherwise_is_last_and_occurs_once() -> None:
    assert codes(None, "goal<40") == [("condition-otherwise", 1)]
    assert codes("goal<40", None, None) == [("condition-otherwise", 2)]


def test_too_many_cases_are_given_up_and_never_hang() -> None:
    many = {f"s{n}": Subject(f"s{n}", Measure.SCORE) for n in range(31)}

    def looked_up(text: str) -> Condition:
        found = parse(text)
        assert not isinstance(found, SyntaxFault)
        resolved, _ = resolve(found, many, HERE)
        assert resolved is not None
        return resolved

    either = [looked_up(f"s{n}<40 or s{n + 1}>60") for n in range(0, 30, 2)]
    assert example(either, [], many) is not None
    with pytest.raises(UndecidedError):
        example([*either, looked_up("s30<20"), looked_up("s30>20")], [], many)
    lines = [
        ConditionalText(looked_up(f"s{n}<40 or s{n + 1}>60 and s30<20 or s30>=20"), "Text.", HERE)
        for n in range(0, 30, 2)
    ]
    assert {problem.code.value for problem in check(lines, many, "the whole result")} == {"condition-otherwise"}


WORDINGS = {
    "goal": Wording("Goal and task"),
    "trust": Wording("Trust"),
    "team": Wording("The team", ((1, "Reactive"), (2, "Steady"), (3, "Ahead"), (4, "Leading"))),
    "competence": Wording("3", ((2, "Yes"), (1, "Partly"), (0, "No"))),
    "commitment": Wording("4", ((2, "Yes"), (1, "Partly"), (0, "No"))),
    "mood": Wording("5", ((1, "Low"), (2, "Neither nor"), (4, "High"))),
}
SENTENCES = {
    None: "Otherwise",
    "competence=no and commitment!=yes": (
        "When the answer to number 3 is “No” and the answer to number 4 is “Partly” or “No”"
    ),
    "goal<40 or (trust>=70 and mood>1)": (
        "When “Goal and task” is below 40% or (“Trust” is at least 70% and the answer to number 5 is "
        "“Neither nor” or “High”)"
    ),
    "goal<=0 or goal>99 or goal=50 or trust!=50": (
        "When “Goal and task” is at most 0% or “Goal and task” is above 99% or “Goal and task” is 50% or "
        "“Trust” is not 50%"
    ),
    "team>2": "When “The team” is at the level “Ahead” or “Leading”",
}


@pytest.mark.parametrize("written", SENTENCES)
def test_in_print_a_condition_is_a_sentence(written: str | None) -> None:
    words, _ = strings.load("en")
    assert in_words(condition(written) if written else None, words, WORDINGS) == SENTENCES[written]


@pytest.mark.parametrize("lang", strings.built_in_languages())
def test_every_language_has_the_words_and_uses_all_of_them(lang: str) -> None:
    words, missing = strings.load(lang)
    sentences = [in_words(condition(written) if written else None, words, WORDINGS) for written in SENTENCES]
    sentences.append(in_words(condition("goal<40 and goal<=50"), words, WORDINGS))
    assert missing == []
    assert len(set(sentences)) == len(sentences)
    assert not any("{" in text for text in sentences)


LINES = {
    # a list item: the condition as read, and the text
    "**when competence=no** Show it.": ("competence=no", "Show it."),
    "**When competence = no:** Show it.": ("competence=no", "Show it."),
    "**when competence=no**: Show *it*.": ("competence=no", "Show *it*."),
    "**otherwise** Let go.": (None, "Let go."),
    "**Otherwise.** Let go.": (None, "Let go."),
}


@pytest.mark.parametrize("markdown", LINES)
def test_a_line_is_a_condition_and_a_text(markdown: str) -> None:
    assert is_conditional(markdown)
    found, problems = read_conditional(markdown, HERE)
    assert found is not None
    assert problems == []
    assert (found.condition and tree.as_written(found.condition), found.markdown) == LINES[markdown]


BAD_LINES = {
    "**wen competence=no** Text.": 'Did you mean "when"?',
    "**if competence=no** Text.": 'Did you mean "when"?',
    "**else** Text.": 'Did you mean "otherwise"?',
    "**competence=no** Text.": 'Write "when"',
    "**når competence=no** Text.": 'Write "when"',
    "**otherwise competence=no** Text.": 'Did you mean "otherwise"?',
    "**when competence=no Text.": "Write ** behind",
    "**when** Text.": "goal<40",
    "**when competence=no or** Text.": "goal<40",
    "**when competence=no**": "Write the words",
}


@pytest.mark.parametrize("markdown", BAD_LINES)
def test_a_line_that_is_written_wrongly(markdown: str) -> None:
    assert is_conditional(markdown)
    _, [problem] = read_conditional(markdown, HERE)
    assert BAD_LINES[markdown] in problem.remedy


@pytest.mark.parametrize(
    "markdown", ["**0–40** Text.", "**Tell** the team.", "**Other** things.", "Text.", "**0 til 40**"]
)
def test_other_lines_are_none(markdown: str) -> None:
    assert not is_conditional(markdown)


def texts(*lines: str) -> tuple[ConditionalText, ...]:
    found = [read_conditional(f"**{line}** Text.", Location("sv/trust.md", n))[0] for n, line in enumerate(lines, 1)]
    looked_up, problems = look_up([text for text in found if text], subjects())
    assert looked_up is not None, problems
    return looked_up


ORIGINAL = ("when competence=no and goal<40", "when competence=partly", "otherwise")


def differences(*here: str) -> list[str]:
    found = compare(texts(*ORIGINAL), texts(*here), "the whole result", Location("sv/trust.md", 1), "docs")
    return [f"{problem.location.line}: {problem.message} {problem.allowed}" for problem in found]


def test_a_translation_may_use_its_own_labels() -> None:
    assert differences("when competence=Nej and goal < 40%", "when competence=1", "otherwise") == []


def test_a_translation_has_the_conditions_of_the_original() -> None:
    [other] = differences("when competence=ja and goal<40", "when competence=nej", "otherwise")
    assert other.startswith("1: The condition")
    assert other.endswith("when competence=no and goal<40, as in docs/sv/trust.md:1")
    [fewer] = differences(*ORIGINAL[:2])
    assert fewer.startswith("2: The translation lacks")
    assert "otherwise in docs/sv/trust.md:3" in fewer
    [more] = differences(*ORIGINAL, "when goal<40")
    assert more.startswith("4: The translation has more")
    [none] = differences()
    assert none.startswith("1: ")


def test_a_translation_takes_the_conditions_as_they_are() -> None:
    here = texts("when competence=Nej and goal<40", "when competence=1", "otherwise")
    assert [text.condition for text in inherit(texts(*ORIGINAL), here)] == [text.condition for text in texts(*ORIGINAL)]
