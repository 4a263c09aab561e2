"""Conditional results in whole questionnaires: what may be left open, translations, follow-ups, rendering."""

from __future__ import annotations

import json

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import one_language, several
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.pages import strings
from mkdocs_self_assessment.pages.fragments import compose, cut
from mkdocs_self_assessment.pages.rendering import Renderer
from mkdocs_self_assessment.pipeline import Library

PAGE = """---
title: Trust
assessment:
  id: trust-check
{settings}---
# Trust?

## Goal and task {{#goal}}

- [ ] We know the goal. {{#goal-known}}
- [ ] We know the limit. {{#goal-limit}}

{goal}
## Trust {{#trust}}

- [ ] We ask. {{#ask}}

## Result {{.results}}

{results}
"""
SCALE = "  scale: yes-partly-no\n"
RESULTS = "- **when ask=no and goal<40** Begin [here](more.md).\n- **when ask!=yes** Ask.\n- **otherwise** Go on.\n"
SWEDISH = RESULTS.replace("ask=no", "ask=Nej").replace("Begin", "Börja")


def library(results: str = RESULTS, translation: str = "", settings: str = "", goal: str = "") -> Library:
    source = PAGE.format(settings=SCALE + settings, results=results, goal=goal)
    pages = {"da/trust.md": source, "da/more.md": "# More\n"}
    if translation:
        pages["sv/trust.md"] = PAGE.format(settings="", results=translation, goal=goal)
        pages["sv/more.md"] = "# Mer\n"
    return pipeline.build(pages.items(), pages, several(["da", "sv"]))


def found(problems: tuple[Problem, ...]) -> list[tuple[str, str, int]]:
    return [(p.code.value, p.location.path, p.location.line) for p in problems]


def test_a_list_of_conditional_texts_is_a_result() -> None:
    built = library(translation=SWEDISH)
    assert built.problems == ()
    source, translation = (assessment.questionnaire for assessment in built.assessments)
    assert [text.condition for text in translation.conditional] == [text.condition for text in source.conditional]
    assert translation.conditional[0].markdown.startswith("Börja")
    assert built.assessments[0].articles == ("da/more.md",)


def test_a_dimension_may_have_one_of_its_own() -> None:
    goal = "### Texts {.results}\n\n- **when goal-known=no** Say it.\n- **otherwise** Good.\n"
    built = library(goal=goal)
    assert built.problems == ()
    dimension = built.assessments[0].questionnaire.dimension("goal")
    assert dimension is not None
    assert [text.markdown for text in dimension.conditional] == ["Say it.", "Good."]


def test_the_version_does_not_hang_on_conditions() -> None:
    versions = {library(results).assessments[0].questionnaire.version for results in (RESULTS, "- **0–100** Text.\n")}
    assert len(versions) == 1


ALL = "- **when ask=no** a\n- **when ask=partly** b\n- **when ask=yes** c\n"


def test_otherwise_may_be_left_out_only_where_nothing_can_be_left_open() -> None:
    assert found(library(ALL).problems) == [("condition-otherwise", "da/trust.md", 23)]
    every = "  minimum: 100\n  not-relevant: false\n"
    assert library(ALL, settings=every).problems == ()
    assert found(library(ALL, settings="  minimum: 100\n").problems) == [("condition-otherwise", "da/trust.md", 24)]


def test_a_dimension_has_a_score_where_its_texts_are_shown() -> None:
    goal = "### Texts {.results}\n\n- **when goal<40** Say it.\n- **when goal>=40** Good.\n"
    assert library(goal=goal, settings="  not-relevant: false\n").problems == ()
    other = goal.replace("goal", "trust")
    assert [p.code.value for p in library(goal=other).problems] == ["condition-otherwise"]


def test_a_translation_is_compared_with_its_original() -> None:
    other = SWEDISH.replace("ask!=yes", "ask=ja")
    assert found(library(translation=other).problems) == [("translation-conditions", "sv/trust.md", 21)]
    fewer = SWEDISH.replace("- **otherwise** Go on.\n", "")
    assert found(library(translation=fewer).problems) == [("translation-conditions", "sv/trust.md", 21)]
    ranges = "- **0–100** Text.\n"
    assert {code for code, _, _ in found(library(translation=ranges).problems)} == {"translation-conditions"}
    unknown = SWEDISH.replace("ask=Nej", "ask=Nja")
    assert found(library(translation=unknown).problems) == [("condition-value", "sv/trust.md", 20)]


def test_a_mistake_in_the_original_is_reported_once() -> None:
    for wrong, code in (("ask=no", "ask=nope"), ("ask=no and", "ask=no an"), ("goal<40", "gaol<40")):
        built = library(RESULTS.replace(wrong, code), SWEDISH.replace(wrong.replace("no", "Nej"), code))
        sources = [path for _, path, _ in found(built.problems) if path.startswith("da/")]
        assert len(sources) == 1, [p.format() for p in built.problems]


def test_an_id_of_both_a_dimension_and_a_statement_names_neither() -> None:
    text = PAGE.format(settings=SCALE, results=RESULTS, goal="").replace("{#ask}", "{#trust}")
    text = text.replace("ask", "trust")
    built = pipeline.build([("trust.md", text), ("more.md", "# M\n")], ["trust.md", "more.md"], one_language("en"))
    assert {p.code.value for p in built.problems} == {"condition-name"}
    assert "of a dimension and of a statement" in built.problems[0].message


def test_ranges_and_conditions_are_not_mixed() -> None:
    mixed = "- **0–40** a\n- **when ask=no** b\n- **otherwise** c\n"
    assert found(library(mixed).problems) == [("condition-mixed", "da/trust.md", 22)]


def test_conditions_need_something_that_is_scored() -> None:
    text = (
        "---\ntitle: S\nassessment:\n  id: s\n  kind: scenarios\n---\n# S\n\n## One {#one readiness=r1}\n\nStory.\n\n"
    )
    text += "- Do it. {a}\n- Leave it. {b}\n\n## A {.style #a}\n\nText.\n\n## B {.style #b}\n\nText.\n\n"
    text += "## F {.results of=flexibility}\n\n- **when one=a** Text.\n- **otherwise** Text.\n"
    built = pipeline.build([("s.md", text)], ["s.md"], one_language("en"))
    assert found(built.problems) == [("wrong-kind", "s.md", 26)]


def test_a_follow_up_that_waits_for_an_answer_that_there_is_not() -> None:
    text = PAGE.format(settings=SCALE, results=RESULTS, goal="")
    for condition, code in (("goal-known>=9", "condition-never"), ("goal-known=7", "condition-value")):
        page = text.replace("{#goal-limit}", f'{{#goal-limit if="{condition}"}}')
        built = pipeline.build([("t.md", page), ("more.md", "# M\n")], ["t.md", "more.md"], one_language("en"))
        assert found(built.problems) == [(code, "t.md", 12)]


def test_results_without_their_heading_are_known_by_their_conditions() -> None:
    text = PAGE.format(settings=SCALE, results=RESULTS, goal="").replace("## Result {.results}\n", "")
    built = pipeline.build([("t.md", text)], ["t.md"], one_language("en"))
    assert ("stray-content", "t.md", 20) in found(built.problems)


def rendered(built: Library, lang: str) -> str:
    q = next(a.questionnaire for a in built.assessments if a.locale == lang)
    pieces = {name: f"<p>{text.strip()}</p>" for name, text in cut(compose(q)).items()}
    return Renderer(strings.load(lang)[0]).assessment(q, pieces, script="", returning="", article=None, hub=None)


def test_in_print_each_text_has_its_condition_in_words() -> None:
    html = rendered(library(translation=SWEDISH), "sv")
    assert "När svaret på nummer 3 är ”Nej” och ”Goal and task” är under 40\u00a0%" in html
    assert "När svaret på nummer 3 är ”Delvis” eller ”Nej”" in html
    assert "<strong>Annars</strong>" in html
    assert "otherwise" not in html
    assert 'data-band=":2"' in html


def test_the_browser_gets_the_tree() -> None:
    html = rendered(library(), "da")
    data = json.loads(html.partition('<script type="application/json"')[2].partition(">")[2].partition("</script>")[0])
    assert data["bands"] == []
    assert data["conditions"] == [
        {
            "all": [
                {"measure": "answer", "id": "ask", "test": "=", "value": 0},
                {"measure": "score", "id": "goal", "test": "<", "value": 40},
            ]
        },
        {"measure": "answer", "id": "ask", "test": "!=", "value": 2},
        None,
    ]


LEVELS = """---
title: How far
assessment:
  id: how-far
  kind: maturity
---
# How far?

## Customers {#customers}

1. **Guessing** We guess.
2. **Asking** We ask.
3. **Knowing** We know & use it.

### Next {.results}

- **when customers=1** Ask one.
- **when customers<Knowing** Ask more.
- **otherwise** Go on.

## Tempo {#tempo}

1. **Slow** Later.
2. **Steady** Today.
3. **Fast** Now.

## The whole {.results}

- **when customers>=2 and tempo=Slow** Speed up.
- **when customers=Knowing** Use it.
- **otherwise** Begin.
"""


def levels(text: str = LEVELS) -> Library:
    return pipeline.build([("levels.md", text)], ["levels.md"], one_language("en"))


def test_levels_are_compared_by_number_or_name() -> None:
    built = levels()
    assert built.problems == ()
    [assessment] = built.assessments
    html = rendered(built, "en")
    assert "When “Customers” is at the level “2. Asking” or “3. Knowing” and “Tempo” is at the level “1. Slow”" in html
    assert assessment.questionnaire.dimensions[0].conditional[1].condition is not None
    data = json.loads(html.partition('<script type="application/json"')[2].partition(">")[2].partition("</script>")[0])
    assert data["conditions"][1] == {"measure": "level", "id": "customers", "test": "=", "value": 3}


def test_levels_that_there_are_not() -> None:
    assert found(levels(LEVELS.replace("tempo=Slow", "tempo=Slo")).problems)[0][0] == "condition-value"
    assert found(levels(LEVELS.replace("tempo=Slow", "tempo=4")).problems)[0][0] == "condition-value"
    assert found(levels(LEVELS.replace("tempo=Slow", "tempo>3")).problems)[0][0] == "condition-never"
    [problem] = levels(LEVELS.replace("tempo=Slow", "tempi=Slow")).problems
    assert problem.allowed.endswith(": customers, tempo")


def test_a_dimensions_own_level_is_known_where_its_text_is_shown() -> None:
    every = LEVELS.replace("- **otherwise** Go on.", "- **when customers=3** Go on.")
    assert levels(every).problems == ()
    other = every.replace("customers=3", "tempo=3")
    assert [code for code, _, _ in found(levels(other).problems)] == ["condition-otherwise"]
