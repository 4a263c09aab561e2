"""The generated files of scripts are up to date with the Python model."""

from __future__ import annotations

from mkdocs_self_assessment import published
from scripts import script_types


def test_no_file_is_out_of_date() -> None:
    names = [path.relative_to(published.PACKAGE).as_posix() for path in script_types.stale()]
    assert names == [], "Run `make types`."


def test_types_have_marked_fields_with_their_descriptions_and_nothing_else() -> None:
    text = next(text for path, text in script_types.generated().items() if path.suffix == ".ts")
    item = text.partition("export interface Item {")[2].partition("}")[0]
    assert "  /** Whether a high raw value means a low score. */\n  reverse: boolean;\n" in item
    assert "  weight: number;\n" in item
    assert "  condition: ResultCondition | null;\n" in item
    assert "  fittingStyle?: number;\n" in item
    assert "location" not in text


def test_a_kind_takes_what_it_has_none_of_its_own_of_from_the_one_that_it_builds_on() -> None:
    generated = {path.name: text for path, text in script_types.generated().items()}
    assert "  checklist: statementsKind,\n" in generated["all.js"]
    assert '  "two-factor": twoFactorKind,\n' in generated["all.js"]
    assert "checklist.js" not in generated
    assert generated["late.js"].count('import("./statements.js")') == 2
