"""Signs that editors and word processors put in the place of others: read where that is certain, else one message."""

from __future__ import annotations

import pytest

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import several
from mkdocs_self_assessment import pipeline

PAGE = """---
title: Trust
assessment:
  id: a
  scale: agreement-5
  minutes: 3
---
# A

## Trust {#trust}

- [ ] One. {#one}
- [ ] Two. {#two reverse}

### Texts {.results}

- **0–40** Low.
- **40–100** High.

## All {.results}

- **0–100** Text.
"""
ITEMS = "- [ ] One. {#one}\n- [ ] Two. {#two reverse}"
BANDS = "- **0–40** Low.\n- **40–100** High."


def problems_after(changed: dict[str, str]) -> list[Problem]:
    sources = {f"{lang}/a.md": PAGE for lang in ("en", "sv", "da")} | changed
    return list(pipeline.build(sources.items(), sources, several(["en", "sv", "da"])).problems)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Trust", "title: “Trust”"),
        ("{#one}", "{#one scale=“1 No | 2 Yes”}"),
        ("{#one}", "{#one scale=„1 No | 2 Yes“}"),
        ("{#one}", "{#one scale=»1 No | 2 Yes«}"),
        ("{#two reverse}", "{#two if=”one<=2”}"),
        ("id: a", "id: ”a”"),
        ("scale: agreement-5", "scale: “1 No | 2 Yes”"),
        ("- [ ] One", "- [ ]\u00a0One"),
        ("{#two reverse}", "{#two\u00a0reverse}"),
        ("**0–40**", "**0\u00a0–\u00a040**"),
        ("One. {#one}", "One,\n– even when it hurts, as\n§ 5 says. {#one}\nBecause\n  • it matters."),
        ("Low.", "Low, in\n– 5 days –\nor more."),
    ],
)
def test_what_is_meant_is_certain(old: str, new: str) -> None:
    assert old in PAGE
    text = PAGE.replace(old, new)
    assert [p.format() for p in problems_after({f"{lang}/a.md": text for lang in ("en", "sv", "da")})] == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "word"),
    [
        ("title: Trust", "title: “Trust”: a check", "front-matter", 2, "straight"),
        ("  id: a", "\u00a0\u00a0id: a", "front-matter", 4, "hard space"),
        ("  scale: agreement-5", "  scale:\u00a0agreement-5", "front-matter", 5, "hard space"),
        (
            "  id: a\n  scale: agreement-5\n  minutes: 3",
            "\u00a0 id: a\n\u00a0 scale: yes-no",
            "front-matter",
            5,
            "hard sp",
        ),
        ("  scale: agreement-5", "  scale: [1 No, 2 Yes]", "bad-scale", 5, "1 Never | 2"),
        ("- [ ] One", "-\u00a0[ ] One", "checkbox", 12, "hard space"),
        ("- **0–40**", "-\u00a0**0–40**", "bad-range", 17, "hard space"),
        (BANDS, BANDS.replace("- ", "•\t"), "bad-range", 17, "bullet"),
        (BANDS, BANDS.replace("- **", "· ").replace("**", ""), "bad-range", 17, "bullet"),
        (ITEMS, "•\tOne.\n•\tTwo.", "checkbox", 10, "; 2 lines"),
        (ITEMS, "–\u00a0One.\n\n–\u00a0Two.", "checkbox", 10, "; 2 lines"),
        (ITEMS, ITEMS.replace("- ", "•\u00a0"), "checkbox", 12, "(with a hard space); 2 lines: 12, 13"),
        (ITEMS, "·\u00a0One. {#one}\n\n–\u00a0[ ] Two. {#two}\n\no Three. {#three}", "checkbox", 12, "12, 14, 16"),
        (BANDS, "•\u00a0**0–40** Low.\n\n–\u00a0**40–100** High.", "bad-range", 17, "2 lines: 17, 19"),
        # The first is right, and Markdown takes those below it for the rest of its paragraph.
        (ITEMS, "- [ ] One. {#one}\n•\u00a0[ ] Two. {#two}\n•\u00a0[ ] Three. {#three}", "checkbox", 13, "13, 14"),
        (ITEMS, "- [ ] One. {#one}\n-\u00a0Two.\n§ Three.", "checkbox", 13, "13, 14"),
        (ITEMS, "- [ ] One. {#one}\n\n•\tTwo.\n\n•\tThree.", "checkbox", 14, "14, 16"),
        (BANDS, BANDS.replace("High.", "High.\n• **40–100** Higher."), "bad-range", 19, "bullet"),
        ("- [ ] Two", "  - [ ] Two", "checkbox", 13, "indented"),
        ("- [ ] Two", "    - [ ] Two", "checkbox", 13, "indented"),
        ("- [ ] Two", "\n    [ ] Two", "checkbox", 14, "indented"),
    ],
)
def test_what_cannot_be_read_is_one_message_in_its_line(old: str, new: str, code: str, line: int, word: str) -> None:
    assert old in PAGE
    (problem,) = problems_after({"en/a.md": PAGE.replace(old, new)})
    assert (problem.code.value, problem.location.line) == (code, line)
    assert word in problem.format()


@pytest.mark.parametrize("text", ["", "# A\n\nText.\n"])
def test_an_emptied_translation_is_one_message_there(text: str) -> None:
    (problem,) = problems_after({"sv/a.md": text})
    assert (problem.code.value, problem.location.path) == ("translation-missing", "sv/a.md")


@pytest.mark.parametrize("text", ["", "\n\n", "# A\n\nText.\n"])
def test_an_emptied_original_is_one_message_there(text: str) -> None:
    (problem,) = problems_after({"en/a.md": text})
    assert (problem.code.value, problem.location.path) == ("no-source", "en/a.md")
