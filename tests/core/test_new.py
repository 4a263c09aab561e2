"""`servicekompas new`: pages begun in small sites of any kind; the check has nothing against them."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from mkdocs_multilingual import cli
from mkdocs_multilingual.commands import asking

CONFIG = """\
plugins:
  - i18n: {docs_structure: STRUCTURE, languages: [{locale: sv, default: true}, {locale: ar}]}
  - self-assessment
  - multilingual:
      checks: strict
      editorial:
        "**.md": {required: [description]}
        "guides/*.md": {required: [title, description, date, topics], opening: abstract, headings: [where-next]}
  - multilingual-blog: {blog_dir: news, post_excerpt: required}
"""
HOME = "---\ndescription: D\n---\n# Hem\n"
GUIDE = """\
---
title: Ett
description: "Om: ett"
date: 2026-01-01
topics: [trust]
---
# Ett

!!! abstract "I korthet"

    - En mening.

## Läs vidare {#where-next}

- [Hem](../index.md)
"""


def uri(structure: str, key: str) -> str:
    return f"sv/{key}" if structure == "folder" else key


@pytest.fixture(params=["folder", "suffix"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG.replace("STRUCTURE", request.param), encoding="utf-8")
    files = {
        "index.md": HOME,
        "guides/index.md": f"{HOME}\n- [Ett](one.md)\n",
        "guides/one.md": GUIDE,
        "topics/trust.md": HOME,
        "news/index.md": HOME,
        "news/.authors.yml": "authors:\n  desk: {name: R, description: D, avatar: a.svg}\n",
        "news/.categories.yml": "work: Arbete\n",
    }
    for key, text in files.items():
        path = tmp_path / "docs" / uri(request.param, key)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if request.param == "folder":
        (tmp_path / "docs/ar/news").mkdir(parents=True)
        (tmp_path / "docs/ar/news/.categories.yml").write_text("work: عمل\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "docs" / uri(request.param, "index.md")


@pytest.mark.parametrize(
    ("call", "key", "parts"),
    [
        (
            ["article", "--title", "Två: om tillit", "--description", "Ja", "--topics", "TRUST"],
            "guides/tvaa-om-tillit.md",
            [
                'title: "Två: om tillit"',
                "slug: två-om-tillit",
                "topics: [trust]",
                '!!! abstract "I korthet"',
                "{#where-next}",
            ],
        ),
        (
            ["post", "--title", "Nytt", "--description", "D", "--categories", "arbete", "--date", "2026-02-28"],
            "news/posts/nytt.md",
            ["date: 2026-02-28", "authors: [desk]", "categories: [Arbete]", "\n<!-- more -->\n"],
        ),
        (
            [
                "assessment",
                "--title",
                "Mod",
                "--description",
                "D",
                "--areas",
                "Tala; Lyssna",
                "--statements",
                "2",
                "--scale",
                "0 no | 1 yes",
            ],
            "self-assessments/mod.md",
            ["id: mod\n", "## Lyssna {#lyssna}", "{#lyssna-2}", "scale: 0 no | 1 yes"],
        ),
    ],
)
def test_a_page_is_begun_that_the_check_has_nothing_against(
    site: Path, capsys: pytest.CaptureFixture[str], call: list[str], key: str, parts: list[str]
) -> None:
    assert cli.main(["new", *call]) == 0
    file = site.parent / key
    told = capsys.readouterr().out
    assert f"{file.relative_to(site.parents[1] if site.parent.name == 'docs' else site.parents[2])} is begun" in told
    assert ("Add it to the list in" in told) == (call[0] == "article")
    text = file.read_text(encoding="utf-8")
    assert [part for part in parts if part not in text] == []
    assert cli.main(["check", "--strict"]) == 0, capsys.readouterr().out
    assert cli.main(["new", *call]) == 2
    assert file.read_text(encoding="utf-8") == text
    # From right to left, and in a language that a text is copied to.
    assert cli.main(["new", "translation", str(file)]) == 2
    assert "Name a language: ar" in capsys.readouterr().err
    assert cli.main(["new", "translation", str(file), "ar"]) == 0
    assert cli.main(["check", "--strict"]) == 0, capsys.readouterr().out


def test_a_checklist_becomes_a_section_of_an_article(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = site.parent / "guides/one.md"
    call = ["new", "assessment", "--title", "Pröva", "--name", "try-it", "--scale", "yes-no", "--areas", "A;B"]
    assert cli.main([*call, "--into", str(article)]) == 0
    text = article.read_text(encoding="utf-8")
    assert text.startswith(GUIDE)
    assert "\n## Pröva {.assessment #try-it scale=yes-no}\n" in text
    assert cli.main(["check", "--strict"]) == 0, capsys.readouterr().out
    assert cli.main([*call, "--into", "elsewhere.md"]) == 2
    assert article.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (["article"], "--title is needed"),
        (["article", "--title", "T", "--topics", "trust"], "--description is needed"),
        (["article", "--title", "T", "--description", "D", "--topics", "trist"], "Did you mean “trust”?"),
        (["article", "--title", "信頼", "--description", "D", "--topics", "trust"], "--name: write small letters"),
        (["post", "--title", "T", "--description", "D", "--date", "30.2.2026"], "--date: write a day that exists"),
        (["post", "--title", "T", "--description", "D", "--authors", "nobody"], "is none of these: desk"),
        (["assessment", "--title", "T", "--description", "D", "--scale", "agrement-5"], "--scale:"),
        (["assessment", "--title", "T", "--description", "D", "--statements", "many"], "--statements: write a number"),
        (["article", "--title", "T", "--language", "fi"], "Write one of: sv, ar"),
        (["poem", "--title", "T"], 'There is no command "poem"'),
    ],
)
def test_an_answer_that_cannot_be_used_is_said(
    site: Path, capsys: pytest.CaptureFixture[str], call: list[str], message: str
) -> None:
    before = sorted(site.parent.rglob("*"))
    assert cli.main(["new", *call]) == 2
    assert message in capsys.readouterr().err
    assert sorted(site.parent.rglob("*")) == before


def test_a_command_finds_the_site_in_a_folder_above(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.parent / "guides")
    assert cli.main(["new", "translation", "one.md", "ar"]) == 0
    monkeypatch.chdir(site.parents[3])
    assert cli.main(["new", "post", "--title", "T", "--description", "D"]) == 2


def test_at_a_terminal_what_is_missing_is_asked(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["Tre", "Om tre", "", "three", "trast", "trust", ""])
    monkeypatch.setattr(asking, "is_terminal", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda text, default=None, **_: next(answers) or default or "")
    assert cli.main(["new", "article"]) == 0
    assert "topics: [trust]" in (site.parent / "guides/three.md").read_text(encoding="utf-8")
    assert next(answers, None) is None
