"""The version of a self-assessment: saved answers and shared results depend on it, so it changes only with scoring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pytest

from mkdocs_self_assessment.marks import identity, members, scoring, version_of
from mkdocs_self_assessment.model import Questionnaire
from mkdocs_self_assessment.parsing import parse

TESTS = Path(__file__).parents[1]
VERSIONS = {
    "core/golden/broken.md": "026af5ec",
    "core/golden/page.md": "35ad297d",
    "core/golden/scenarios.md": "63c217d8",
    "core/golden/section.md": "bf5abb59",
    "core/golden/two-factor.md": "37dbebb0",
    "browser/examples/docs/effects.md": "f2c946ed",
    "browser/examples/docs/everything.md": "a13c7893",
}
"""Versions at the time of the first saved answers. If one changes, all saved answers are lost."""


def read(text: str, name: str = "a.md") -> Questionnaire:
    (questionnaire,) = parse(text, name)[0].questionnaires
    return questionnaire


@pytest.mark.parametrize("path", VERSIONS)
def test_versions_are_what_they_always_were(path: str) -> None:
    file = TESTS / path
    assert read(file.read_text(encoding="utf-8"), file.name).version == VERSIONS[path]


TEXT = """---
assessment:
  id: a
  scale: agreement-5
---
# A

## Trust {#trust}

- [ ] One. {#one}
- [ ] Two. {#two weight=2 if="one<=2"}

## Result {.results}

- **0–100** Text.
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: a", "id: b"),
        ("agreement-5", "agreement-7"),
        ("{#one}", "{#three}"),
        ("{#one}", "{#one reverse}"),
        ("{#one}", "{#one weight=3}"),
        (' if="one<=2"', ""),
        ("{#trust}", "{#talk}"),
    ],
)
def test_it_changes_with_scoring(old: str, new: str) -> None:
    assert read(TEXT.replace(old, new)).version != read(TEXT).version


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# A\n", "# Another title\n"),
        ("One.", "Other words."),
        ("{#one}", "{#one must}"),
        ("{#one}", "{#one weight=1}"),
        ("{#one}", "{#one not-relevant}"),
        ("{#trust}", "{#trust minimum=50 target=70}"),
        ("**0–100**", "**0–50** Text.\n- **50–100**"),
        ("scale:", "minimum: 50\n  paging: true\n  scale:"),
    ],
)
def test_it_does_not_change_with_words_and_what_is_only_shown(old: str, new: str) -> None:
    assert old in TEXT
    assert read(TEXT.replace(old, new)).version == read(TEXT).version


def test_a_field_that_is_marked_is_in_it_and_no_other() -> None:
    @dataclass(frozen=True)
    class Part:
        id: Annotated[str, identity()]
        weight: Annotated[int | None, scoring("the weight", default=1, version=True)]
        shown: Annotated[bool, scoring("shown")]
        text: str

    assert version_of(Part("a", None, True, "Text.")) == ["a", 1]
    assert version_of(Part("a", 3, False, "Text.")) == ["a", 3]
    assert members("part").version is None
