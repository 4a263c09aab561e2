"""Definitions anywhere on a page, and pages that others have changed; real builds are in tests/plugin."""

from __future__ import annotations

from mkdocs_foundation.site import one_language
from mkdocs_self_assessment import handover, pipeline
from mkdocs_self_assessment.reading.definitions import definitions, needed, without

TEXT = """# Title

*[SLA]: service level agreement
[link]: https://example.org/
[^1]: A note
over two lines.

    Its second paragraph.

Prose with[^1] a note.

```markdown
[^2]: Not a note.
*[NO]: Not one either.
```

[^3]: Another.
"""


def test_definitions_are_found_with_all_their_lines_and_not_in_code() -> None:
    found = definitions(TEXT)
    assert [(d.footnote, d.first, d.last) for d in found] == [(None, 3, 3), (None, 4, 4), ("1", 5, 8), ("3", 17, 17)]


def test_without_them_every_line_keeps_its_number() -> None:
    lines = without(TEXT, definitions(TEXT)).split("\n")
    assert len(lines) == len(TEXT.split("\n"))
    assert [n for n, line in enumerate(lines, 1) if line] == [1, 4, 10, 12, 13, 14, 15]


def test_a_page_gets_the_notes_that_it_refers_to() -> None:
    kept = needed(definitions(TEXT), "Prose[^1].")
    assert "[^1]" in kept
    assert "[^3]" not in kept
    assert "*[SLA]" in kept


PAGE = """---
title: Check
assessment:
  id: check
  scale: yes-no
---

# Check

## Work {#work}

- [ ] One. {#one}

## Results {.results}

- **0–50** Low.
- **50–100** High.
"""
BODY = PAGE.partition("---\n\n")[2]


def handed(received: str, source: str = PAGE) -> handover.HandedOver:
    [assessment] = pipeline.build([("check.md", source)], ["check.md"], one_language("en")).assessments
    return handover.page([assessment.questionnaire], "check.md", source, received)


def test_a_page_that_nobody_changed_keeps_what_was_checked() -> None:
    [assessment] = pipeline.build([("check.md", PAGE)], ["check.md"], one_language("en")).assessments
    for received in (BODY, BODY.rstrip(), BODY.replace("\n", "\r\n")):
        assert handed(received).questionnaires == (assessment.questionnaire,)


def test_a_page_whose_beginning_is_gone_is_changed() -> None:
    [problem] = handed(BODY.partition("## Results")[2]).problems
    assert (problem.code.value, problem.found) == ("changed-markdown", "none of its questions")


def test_texts_are_taken_and_places_are_kept() -> None:
    found = handed("An announcement.\n\n" + BODY.replace("One.", "Two.").replace("High.", "Higher."))
    assert found.problems == ()
    [q] = found.questionnaires
    assert q.introduction == "An announcement."
    assert q.items[0].text == "Two."
    assert q.bands[1].markdown == "Higher."
    assert q.location.line == 3


def test_names_first_steps_and_questions_are_texts() -> None:
    more = "\n### First step {.first-step}\n\nAsk.\n\n### Talk {.questions}\n\n- Who?\n"
    source = PAGE.replace("0–50**", "0–50 · Begin**").replace("50–100**", "50–100 · Go on**") + more
    body = source.partition("---\n\n")[2]
    found = handed(f"{body.replace('Begin', 'Start').replace('Ask.', 'Ask them.')}\n\nBelow.\n", source)
    assert found.problems == ()
    [q] = found.questionnaires
    assert [band.name for band in q.bands] == ["Start", "Go on"]
    assert [passage.markdown for _, _, passage in q.passages] == ["Ask them.", "- Who?"]
    assert found.markdown.endswith("Below.\n")


def test_what_is_below_the_last_line_comes_below() -> None:
    for body in (BODY, BODY.replace("High.", "Higher.")):
        found = handed(f"{body}\n\nBelow.\n\n- A list.\n")
        assert found.problems == ()
        assert found.markdown.endswith("Below.\n\n- A list.\n")


CONDITIONAL = PAGE.replace("- **0–50** Low.\n- **50–100** High.\n", "- **when one=no** Low.\n- **otherwise** High.\n")


def test_conditions_are_structure_too() -> None:
    body = CONDITIONAL.partition("---\n\n")[2]
    assert handed(body.replace("Low.", "Lower."), CONDITIONAL).questionnaires[0].conditional[0].markdown == "Lower."
    [problem] = handed(body.replace("one=no", "one=yes"), CONDITIONAL).problems
    assert problem.found == "when one=yes, otherwise"
    [problem] = handed(body.replace("- **otherwise** High.\n", ""), CONDITIONAL).problems
    assert problem.allowed == "when one=no, otherwise"
