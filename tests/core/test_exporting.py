"""What is exported comes back as the same questionnaire."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_self_assessment.cli import main
from mkdocs_self_assessment.parsing import parse

PAGE = """---
title: Trust
assessment:
  id: trust
  scale: agreement-5
---
# Do we *trust* one another?

Answer for yourself.

## Talk {#talk}

About talking.

- [ ] We say it, aloud; always | often. {#aloud weight=2}

    Think of "last" week.

- [ ] Mistakes are used against us. {#blame reverse}

## Ask {#ask scale="−1 1 of us | 0 | 1,5 All"}

- [ ] Who asks? {#who not-relevant}
- [ ] =SUM(1) is asked with `code`. {#code scale=yes-no}
- [ ] Who answers? {#answers scale="0 Nobody | 1 Everybody" must}

## Results {.results}

- **0–50 · Held back** Begin.

    Alone. {.solo}

- **50–100 · Said** Keep on.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "trust.md").write_text(PAGE, encoding="utf-8")
    settings = "site_name: S\nplugins: [self-assessment]\ntheme: {name: material, language: en}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_round_trip(site: Path, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    config = ["--config", str(site / "mkdocs.yml")]
    file, back = site / f"out.{ending}", site / "docs" / "back.md"
    assert main(["export", "trust", "--to", str(file), *config]) == 0
    told = capsys.readouterr().out
    assert "statement answers: It must be in place" in told
    assert main(["import", str(file), "--to", str(back), "--id", "trust", *config]) == 0
    (before,), (after,) = (
        parse(p.read_text("utf-8"), "a.md")[0].questionnaires for p in (site / "docs/trust.md", back)
    )
    assert after.version == before.version
    assert [(d.id, d.title) for d in after.dimensions] == [(d.id, d.title) for d in before.dimensions]
    assert [(i.text, i.explanation) for i in after.items][:3] == [(i.text, i.explanation) for i in before.items][:3]
    scales = [[q.scale_of(i).labels for i in q.items] for q in (before, after)]  # type: ignore[union-attr]
    assert scales[0] == scales[1]
    assert [after.offers_not_relevant(i) for i in after.items] == [before.offers_not_relevant(i) for i in before.items]
    if ending == "json":
        assert (after.introduction, after.dimensions[0].introduction) == ("Answer for yourself.", "About talking.")
        assert [(b.name, b.markdown) for b in after.bands] == [("Held back", "Begin.\n\nAlone."), ("Said", "Keep on.")]
        assert json.loads(file.read_text("utf-8"))["pages"][0]["name"] == "talk"


def test_an_unknown_id_and_a_kind_without_statements_are_one_message(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = ["--config", str(site / "mkdocs.yml")]
    assert main(["export", "trust", *config]) == 0
    assert capsys.readouterr().out.startswith("\ufeffID,Area,Statement")
    assert main(["export", "trusst", *config]) == 2
    assert 'Did you mean "trust"?' in capsys.readouterr().err
    levels = "1. **A** Aa.\n2. **B** Bb.\n3. **C** Cc.\n"
    page = f"---\nassessment: {{id: levels, kind: maturity}}\n---\n# L\n\n## A {{#a}}\n\n{levels}"
    (site / "docs" / "levels.md").write_text(page, encoding="utf-8")
    assert main(["export", "levels", *config]) == 2
    assert "kind maturity" in capsys.readouterr().err
