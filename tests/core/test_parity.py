"""Translations: what they may leave out, and what they take from the source."""

from __future__ import annotations

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import one_language, several
from mkdocs_self_assessment import pipeline

SOURCE = """---
assessment:
  id: a
  scale: 1 Never | 2 Sometimes | 3 Always
  minimum: 60
  minutes: 3
---
# A

## Trust {#trust}

- [ ] One. {#one}
- [ ] Two. {#two reverse weight=2}

## Talk {#talk scale=agreement-5}

- [ ] Three. {#three}
- [ ] Four. {#four dimension=trust}
"""
RESULTS = "\n## Result {.results}\n\n- **0–100** Text.\n"
TRANSLATION = """---
assessment:
  id: a
  scale: 1 Aldrig | 2 Ibland | 3 Alltid
---
# A

## Tillit {#trust}

- [ ] Ett. {#one}
- [ ] Två. {#two}

## Tal {#talk}

- [ ] Tre. {#three}
- [ ] Fyra. {#four}
"""


def check(source: str, translation: str) -> tuple[pipeline.Library, list[Problem]]:
    sources = [("en/a.md", source + RESULTS), ("sv/a.md", translation + RESULTS)]
    site = several(["en", "sv"])
    library = pipeline.build(sources, [uri for uri, _ in sources], site)
    return library, list(library.problems)


def test_a_translation_of_text_alone_gets_all_scoring_from_the_source() -> None:
    library, problems = check(SOURCE, TRANSLATION)
    assert [p.format() for p in problems] == []
    english, swedish = (a.questionnaire for a in library.assessments)
    assert swedish.version == english.version
    assert [(i.reverse, i.weight, i.dimensions) for i in swedish.items] == [
        (False, None, ("trust",)),
        (True, 2, ("trust",)),
        (False, None, ("talk",)),
        (False, None, ("trust",)),
    ]
    assert swedish.scale
    assert swedish.scale.labels == ("Aldrig", "Ibland", "Alltid")
    assert swedish.scale_of(swedish.items[2]) == english.scale_of(english.items[2])
    assert (swedish.minimum, swedish.minutes) == (60, 3)


def test_repeating_the_same_scoring_is_allowed() -> None:
    same = TRANSLATION.replace("{#two}", "{#two reverse weight=2}").replace("{#talk}", "{#talk scale=agreement-5}")
    assert check(SOURCE, same)[1] == []


def test_every_disagreement_is_reported_at_once_with_both_places() -> None:
    drifted = (
        TRANSLATION.replace("{#one}", "{#one reverse}")
        .replace("{#two}", "{#two weight=3}")
        .replace("3 Alltid", "4 Alltid")
        .replace("{#four}", "{#fore}")
    )
    found = {(p.code.value, p.location.line) for p in check(SOURCE, drifted)[1]}
    assert found == {
        ("translation-scoring", 2),  # the scale's values
        ("translation-scoring", 10),  # reverse
        ("translation-scoring", 11),  # weight
        ("translation-unknown", 16),
    }
    messages = "\n".join(p.format() for p in check(SOURCE, drifted)[1])
    assert "as in docs/en/a.md:13" in messages
    assert 'Did you mean "four"?' in messages


def test_a_free_scale_must_be_translated() -> None:
    (problem,) = check(SOURCE, TRANSLATION.replace("  scale: 1 Aldrig | 2 Ibland | 3 Alltid\n", ""))[1]
    assert problem.code.value == "translation-scoring"
    assert "1 … | 2 … | 3 …" in problem.allowed


def test_a_statement_moved_to_another_dimension_is_a_scoring_error() -> None:
    moved = TRANSLATION.replace("- [ ] Tre. {#three}\n", "").replace("{#two}\n", "{#two}\n- [ ] Tre. {#three}\n")
    (problem,) = check(SOURCE, moved)[1]
    assert (problem.code.value, problem.found) == ("translation-scoring", "trust")


def test_a_missing_translation_is_no_problem() -> None:
    sources = [("en/a.md", SOURCE + RESULTS)]
    library = pipeline.build(sources, ["en/a.md"], several(["en", "sv"]))
    assert library.problems == ()
    assert [a.locale for a in library.assessments] == ["en"]


def test_several_missing_statements_are_one_message() -> None:
    shorter = TRANSLATION.replace("- [ ] Ett. {#one}\n", "").replace("- [ ] Tre. {#three}\n", "")
    (problem,) = check(SOURCE, shorter)[1]
    assert problem.message == 'The translation lacks 2 parts of the original, the statement "one" among them.'
    assert problem.allowed.endswith("in line 12, 17")


SCENARIOS = """---
assessment:
  id: a
  kind: scenarios
---
# A

## First {#first readiness=r2}

Story.

- Tell. {instruct}
- Ask. {coach effect=+1}

## Instruct {.style #instruct}

You tell.

## Coach {.style #coach}

You ask.
"""
SCENARIOS_SV = """---
assessment:
  id: a
---
# A

## Första {#first}

Berättelse.

- Fråga. {coach}
- Säga. {instruct}

## Coacha {.style #coach}

Du frågar.

## Instruera {.style #instruct}

Du säger.
"""


def check_scenarios(translation: str) -> tuple[pipeline.Library, list[Problem]]:
    sources = [("en/a.md", SCENARIOS), ("sv/a.md", translation)]
    library = pipeline.build(sources, [uri for uri, _ in sources], several(["en", "sv"]))
    return library, list(library.problems)


def test_scenarios_take_readiness_effects_and_the_order_of_styles_from_the_source() -> None:
    library, problems = check_scenarios(SCENARIOS_SV)
    assert [p.format() for p in problems] == []
    english, swedish = (a.questionnaire for a in library.assessments)
    assert swedish.kind is english.kind
    assert swedish.version == english.version
    assert [style.id for style in swedish.styles] == ["instruct", "coach"]
    (scenario,) = swedish.scenarios
    assert {a.style: swedish.effect(scenario, a) for a in scenario.actions} == {"instruct": 1, "coach": 1}


def test_disagreement_about_scenarios_is_reported() -> None:
    drifted = SCENARIOS_SV.replace("{#first}", "{#first readiness=r1}").replace("{coach}", "{coach effect=-2}")
    assert [(p.code.value, p.location.line) for p in check_scenarios(drifted)[1]] == [
        ("translation-scoring", 7),
        ("translation-scoring", 11),
    ]
    (problem,) = check_scenarios(SCENARIOS_SV.replace("{instruct}", "{coach}"))[1]
    assert problem.found == "coach, coach"


def test_the_effect_is_the_distance_from_the_style_asked_for() -> None:
    """With four styles and r2 (the second) asked for: distances 1, 0, 1, 2 give +1, +2, +1, -1."""
    actions = "".join(f"- Act. {{s{n}}}\n" for n in range(1, 5))
    styles = "".join(f"## S{n} {{.style #s{n}}}\n\nText.\n\n" for n in range(1, 5))
    text = (
        f"---\nassessment:\n  id: a\n  kind: scenarios\n---\n# A\n\n## One {{#one readiness=r2}}\n\n{actions}\n{styles}"
    )
    library = pipeline.build([("a.md", text)], ["a.md"], one_language("en"))
    (q,) = (a.questionnaire for a in library.assessments)
    assert [q.effect(q.scenarios[0], a) for a in q.scenarios[0].actions] == [1, 2, 1, -1]


NAMED = """
### What it means {.results}

- **0–50 · Begin** Text.
- **50–100 · Go on** Text.

#### First step {.first-step}

Ask.

#### Questions {.questions}

- Who?
"""


def test_names_first_steps_and_questions_are_in_both_languages_or_in_none() -> None:
    plain = NAMED.replace(" · Begin", "").replace(" · Go on", "").partition("#### First")[0]
    source, bare = (SOURCE.replace("\n## Talk", f"{end}\n## Talk") for end in (NAMED, plain))
    translated, short = (TRANSLATION.replace("\n## Tal", f"{end}\n## Tal") for end in (NAMED, plain))
    assert check(source, translated)[1] == []
    lacking = [problem.message for problem in check(source, short)[1]]
    assert lacking == [
        "The translation lacks a heading with {.first-step} that the original has.",
        "The translation lacks a heading with {.questions} that the original has.",
        'Only the original has names for the result texts of the dimension "trust".',
    ]
    added = [problem.message for problem in check(bare, translated)[1]]
    assert added == [
        'Only the translation has names for the result texts of the dimension "trust".',
        "Only the translation has a heading with {.first-step} here.",
        "Only the translation has a heading with {.questions} here.",
    ]


def test_which_end_is_good_is_taken_from_the_source_and_changes_no_version() -> None:
    low = SOURCE.replace("  minutes: 3", "  good: low").replace("{#talk ", "{#talk good=high ")
    library, problems = check(low, TRANSLATION)
    assert problems == []
    english, swedish = (a.questionnaire.with_defaults() for a in library.assessments)
    assert (swedish.good, [d.good for d in swedish.dimensions]) == ("low", ["low", "high"])
    assert english.version == check(SOURCE, TRANSLATION)[0].assessments[0].questionnaire.version
