"""The command line reports the same problems as a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_self_assessment.cli import main

CONFIG = """
site_url: !ENV [SITE_URL, "http://127.0.0.1/"]
plugins:
  - search
  - i18n:
      languages:
        - {locale: sv, name: Svenska}
        - {locale: en, name: English, default: true}
  - self-assessment
markdown_extensions:
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
"""
PAGE = """---
assessment:
  id: a
  scale: yes-no
---
# A

- [{}] We ask, 100 %. {{#ask}}

## R {{.results}}

- **0–100** T.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "docs" / "en").mkdir(parents=True)
    (tmp_path / "docs" / "en" / "a.md").write_text(PAGE.format(" "), encoding="utf-8")
    return tmp_path


def test_a_clean_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(site / "docs")]) == 0
    assert capsys.readouterr().out == "1 self-assessment in 1 language: 0 errors, 0 warnings.\n"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", "docs/en/a.md:8: error [ticked] "),
        ("github", "::error file=docs/en/a.md,line=8,title=ticked::"),
        ("markdown", "- **docs/en/a.md:8** – A statement is ticked"),
    ],
)
def test_problems_in_every_format(site: Path, capsys: pytest.CaptureFixture[str], form: str, expected: str) -> None:
    (site / "docs" / "en" / "a.md").write_text(PAGE.format("x"), encoding="utf-8")
    assert main(["check", "--config", str(site / "mkdocs.yml"), "--format", form]) == 1
    assert expected in capsys.readouterr().out


def test_a_warning_fails_only_under_strict(site: Path) -> None:
    text = PAGE.format(" ").split("## R")[0]
    (site / "docs" / "en" / "a.md").write_text(text, encoding="utf-8")
    assert main(["check", str(site / "docs")]) == 0
    assert main(["check", str(site / "docs"), "--strict"]) == 1


def test_github_commands_stay_on_one_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "docs" / "en" / "a.md").write_text(PAGE.format(" ").replace("{#ask}", ""), encoding="utf-8")
    main(["check", str(site / "docs"), "--format", "github"])
    command = capsys.readouterr().out.splitlines()[0]
    assert "100 %25" in command
    assert "%0AFound%3A" not in command  # a colon is escaped in properties only
    assert "%0AFound: " in command


@pytest.mark.parametrize("config", ["[not, a, mapping]", "plugins: [", "\xff"])
def test_an_unusable_configuration_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str], config: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(config, encoding="latin-1")
    assert main(["check", "--config", str(tmp_path / "mkdocs.yml")]) == 2
    assert capsys.readouterr().err.startswith("self-assessment: ")


def test_a_missing_folder_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mkdocs.yml").write_text("docs_dir: nowhere\n", encoding="utf-8")
    assert main(["check", "--config", str(tmp_path / "mkdocs.yml")]) == 2
    assert "is not a folder" in capsys.readouterr().err


def test_words_of_the_site_that_cannot_be_read_are_reported(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "words").mkdir()
    (site / "words" / "en.toml").write_text("[page\n", encoding="utf-8")
    config = CONFIG.replace("  - self-assessment\n", "  - self-assessment: {strings: words}\n")
    (site / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert main(["check", "--config", str(site / "mkdocs.yml")]) == 2
    assert "en.toml can't be read" in capsys.readouterr().err


SECTION = "# A\n\n## S {.assessment #s %s scale=yes-no}\n\n- [ ] We ask. {#ask}\n\n### R {.results}\n\n- **0–100** T.\n"


@pytest.mark.parametrize(
    ("attribute", "files", "found"),
    [
        ("slug=own", {"en/self-assessments/own.md": ""}, "docs/en/self-assessments/own.md is at /self-assessments/own"),
        ("slug=own", {"en/self-assessments/own/x.md": ""}, "docs/en/self-assessments/own/x.md is at /self-asse"),
        ("", {"en/self-assessments/x.md": "---\nslug: s\n---\n"}, "docs/en/self-assessments/x.md is at /self-assessm"),
        ("slug=own", {"sv/self-assessments/own.md": ""}, "docs/sv/self-assessments/own.md is at /sv/self-assessments"),
        ("former-slugs=own", {"en/self-assessments/own.md": ""}, "docs/en/self-assessments/own.md is at /self-assess"),
        ("slug=own", {"en/self-assessments/x.md": "", "en/own.md": ""}, ""),
    ],
)
def test_a_slug_that_is_taken_is_reported_where_slugs_are_read(
    site: Path, capsys: pytest.CaptureFixture[str], attribute: str, files: dict[str, str], found: str
) -> None:
    for uri, text in {**files, "en/section.md": SECTION % attribute}.items():
        (site / "docs" / uri).parent.mkdir(parents=True, exist_ok=True)
        (site / "docs" / uri).write_text(text, encoding="utf-8")
    config = CONFIG.replace("- i18n:\n", "- i18n:\n      docs_structure: folder\n")
    (site / "mkdocs.yml").write_text(config, encoding="utf-8")
    main(["check", str(site / "docs")])
    assert "is at" not in capsys.readouterr().out
    (site / "mkdocs.yml").write_text(config.replace("- self", "- multilingual\n  - self"), encoding="utf-8")
    assert main(["check", str(site / "docs")]) == (1 if found else 0)
    out = capsys.readouterr().out
    assert out.count("docs/en/section.md:3: error [address-taken]") == bool(found)
    assert found in out
