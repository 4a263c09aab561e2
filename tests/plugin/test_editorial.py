"""Editorial rules, in a build and on the command line."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from mkdocs_multilingual import cli

from .building import build_site

RULES = {"**.md": {"exclamation_marks": False, "required": ["description"]}}
GOOD = "---\ndescription: En side.\n---\n# A\n\nGodt.\n"


def test_advice_fails_nothing_and_is_printed_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="mkdocs")
    files = {"da/index.md": GOOD.replace("Godt.", "Godt!"), "sv/index.md": GOOD}
    built = build_site(tmp_path, files, multilingual={"editorial": RULES})
    assert built.messages == []
    assert not built.aborted
    reported = [record.getMessage() for record in caplog.records if "of advice" in record.getMessage()]
    (advice,) = reported
    assert advice.endswith(
        ": 1 piece of advice on the texts:\n  docs/da/index.md:6: [exclamation-mark] Godt!; better: none"
    )


def test_a_mistake_fails_a_strict_build(tmp_path: Path) -> None:
    files = {"da/index.md": GOOD.replace("description", "desciption"), "sv/index.md": GOOD}
    built = build_site(tmp_path, files, multilingual={"editorial": RULES})
    assert built.aborted
    assert "docs/da/index.md:2: warning [missing-setting]" in built.messages[0]
    assert "Correct `desciption` to `description`." in built.messages[0]


def test_a_rule_that_is_none_ends_the_build(tmp_path: Path) -> None:
    built = build_site(tmp_path, {"da/index.md": GOOD}, multilingual={"editorial": {"**.md": {"lenght": 3}}})
    assert built.aborted


def test_the_command_says_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"da/index.md": GOOD.replace("Godt.", "Godt!"), "sv/index.md": GOOD}
    build_site(tmp_path, files, multilingual={"editorial": RULES})
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "--strict"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("docs/da/index.md:6: advice [exclamation-mark]")
    assert out.endswith("0 errors, 0 warnings, 1 piece of advice.\n")
    assert cli.main(["check", "--format", "github"]) == 0
    assert capsys.readouterr().out.startswith("::notice file=docs/da/index.md,line=6,title=exclamation-mark::")
    (tmp_path / "docs/sv/index.md").write_text(GOOD.replace("description: En side.", "title: A"), encoding="utf-8")
    assert cli.main(["check"]) == 0
    assert cli.main(["check", "--strict"]) == 1
