"""The state of translations: by hash of the source, in records that tools write and people may break."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from pathlib import Path

import pytest

from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources import pages as source_pages
from mkdocs_foundation.sources.fingerprint import fingerprint, of_text
from mkdocs_foundation.sources.pages import SourcePage
from mkdocs_multilingual import cli
from mkdocs_multilingual.translations.changes import changed_sections
from mkdocs_multilingual.translations.editing import record_for, stub, with_record
from mkdocs_multilingual.translations.states import Record, State, states

SITE = Site({locale: Language(locale, locale) for locale in ("da", "sv", "en")})
SETTINGS = "---\ntitle: Tillid\ndescription: Om tillid.\ntopics: [culture]\n---\n"
SOURCE = f"{SETTINGS}# Tillid\n\nFørst.\n\n## Så {{#then}}\n\nSidst.\n"


def page(text: str, uri: str = "da/a.md") -> SourcePage:
    found, problems = source_pages.read([(uri, text)], SITE)
    assert not problems
    return next(iter(found.pages.values()))


def digest(text: str) -> str:
    read = page(text)
    return fingerprint(read.matter, read.body)


@pytest.mark.parametrize(
    "same",
    [
        SOURCE.replace("\n", "\r\n"),
        SOURCE.replace("Først.\n", "Først.  \n\n\n"),
        unicodedata.normalize("NFD", SOURCE).replace("title: Tillid", 'title: "Tillid"'),
        SOURCE.replace("topics: [culture]\n", "topics: [service]\nslug: tillid\n"),
        SOURCE.rstrip("\n"),
    ],
)
def test_what_a_translator_need_not_know_changes_no_hash(same: str) -> None:
    assert digest(same) == digest(SOURCE)


@pytest.mark.parametrize("word", ["title: Tillid", "Om tillid.", "Først.", "{#then}"])
def test_what_a_translator_must_know_changes_the_hash(word: str) -> None:
    assert digest(SOURCE.replace(word, word.replace("i", "y").replace("ø", "u").replace("then", "so"))) != digest(
        SOURCE
    )


def test_each_state() -> None:
    current = with_record("# T\n", record_for(page(SOURCE)))
    sources = [
        ("da/current.md", SOURCE),
        ("sv/current.md", current),
        ("en/current.md", with_record("# T\n", Record("sv", "0" * 12))),
        ("da/unknown.md", SOURCE),
        ("sv/unknown.md", "# T\n"),
        ("sv/own.md", "# T\n"),
    ]
    found, problems = states(source_pages.read(sources, SITE)[0], SITE)
    assert not problems
    assert [(t.uri, t.state) for t in found] == [
        ("sv/current.md", State.CURRENT),
        ("en/current.md", State.OUTDATED),
        ("sv/own.md", State.LOCAL_ONLY),
        ("sv/unknown.md", State.UNKNOWN),
        ("en/unknown.md", State.MISSING),
    ]


@pytest.mark.parametrize(
    ("record", "line", "found"),
    [
        ("translation: da", 2, "da"),
        ("translation: {source: da, with_source: false}", 2, "{'source': 'da', 'with_source': False}"),
        ("translation: {source: da, with_source: da}", 2, "{'source': 'da', 'with_source': 'da'}"),
        ("translation: {source: da, hash: '0123456789ab', copy: 12}", 2, "12"),
        ("translation:\n  source: da", 2, "{'source': 'da'}"),
        ("translation:\n  source: dk\n  hash: 0123456789ab", 3, "dk"),
        ("translation:\n  source: sv\n  hash: 0123456789ab", 3, "sv"),
        ("translation:\n  source: da\n  hash: 012345670123", 4, "1402433619"),
        ("translation:\n  source: da\n  hash: 0123", 4, "83"),
    ],
)
def test_a_broken_record_is_named_with_its_line(record: str, line: int, found: str) -> None:
    sources = [("da/a.md", SOURCE), ("sv/a.md", f"---\n{record}\n---\n# T\n")]
    _, problems = states(source_pages.read(sources, SITE)[0], SITE)
    assert [(str(p.location), p.found) for p in problems] == [(f"sv/a.md:{line}", found)]
    assert "mark-current docs/sv/a.md" in problems[0].remedy or "Write one of: da, en." in problems[0].remedy


RECORD = Record("da", "0123456789ab")
WRITTEN = 'translation:\n  source: da\n  hash: "0123456789ab"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# T\n", f"---\n{WRITTEN}---\n# T\n"),
        ("\ufeff# T\n", f"\ufeff---\n{WRITTEN}---\n# T\n"),
        ("---\ntitle: T\n---\n# T\n", f"---\ntitle: T\n{WRITTEN}---\n# T\n"),
        (
            "---\ntranslation:\n  source: sv\n  hash: 9\n# why\ntitle: T\n---\n---\n",
            f"---\n{WRITTEN}# why\ntitle: T\n---\n---\n",
        ),
        ("---\r\ntitle: T\r\n---\r\nx\r\n", f"---\ntitle: T\n{WRITTEN}---\nx\n".replace("\n", "\r\n")),
    ],
)
def test_a_record_is_set_and_nothing_else_is_touched(before: str, after: str) -> None:
    assert with_record(before, RECORD) == after
    assert with_record(after, RECORD) == after


def test_a_stub_is_the_source_with_its_record_and_without_what_is_the_sources_own() -> None:
    text = SOURCE.replace("topics:", "slug: tillid\nformer_slugs:\n  - tiltro\n  - tro\ntopics:")
    made = stub(text, page(text))
    record = f'translation:\n  source: da\n  hash: "{digest(SOURCE)}"\n  copy: "{of_text(page(SOURCE).body)}"\n'
    assert made == SOURCE.replace("---\n# Tillid", f"{record}---\n# Tillid")


def test_changed_sections_are_named_by_their_headings() -> None:
    after = SOURCE.replace("Sidst.", "Aldrig.") + "\n### Nyt {#new}\n\nx\n"
    assert changed_sections(SOURCE, after) == ["Så", "Nyt"]
    assert changed_sections(after, SOURCE) == ["Så", "Nyt"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    languages = "[{locale: da, default: true}, {locale: sv}]"
    (tmp_path / "mkdocs.yml").write_text(
        f"plugins:\n  - i18n: {{docs_structure: folder, languages: {languages}}}\n", encoding="utf-8"
    )
    (tmp_path / "docs/da").mkdir(parents=True)
    (tmp_path / "docs/da/a.md").write_text(SOURCE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_from_a_new_page_to_an_outdated_and_a_current_one(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(site, "init")
    git(site, "add", ".")
    git(site, "commit", "-m", "First")
    assert cli.main(["new", "translation", "docs/da/a.md", "sv"]) == 0
    assert state(capsys) == "untranslated"
    made = site / "docs/sv/a.md"
    made.write_text(made.read_text(encoding="utf-8").replace("title: Tillid", "title: Tillit"), encoding="utf-8")
    assert state(capsys) == "untranslated", "the settings alone are no translation"
    made.write_text(made.read_text(encoding="utf-8").replace("Først.", "Först."), encoding="utf-8")
    assert state(capsys) == "current"
    (site / "docs/da/a.md").write_text(SOURCE.replace("Sidst.", "Aldrig."), encoding="utf-8")
    assert cli.main(["status"]) == 0
    out = capsys.readouterr().out
    assert "docs/sv/a.md: docs/da/a.md changed under Så" in out
    assert "0 current, 1 outdated" in out
    assert cli.main(["status", "--diff", "docs/sv/a.md"]) == 0
    assert "-Sidst.\n+Aldrig." in capsys.readouterr().out
    assert cli.main(["mark-current", "docs/sv/a.md"]) == 0
    assert cli.main(["status"]) == 0
    assert "1 current, 0 outdated" in capsys.readouterr().out
    assert "copy" not in made.read_text(encoding="utf-8")


def state(capsys: pytest.CaptureFixture[str]) -> str:
    """The state of the one translation of a site."""
    capsys.readouterr()
    assert cli.main(["status", "--json"]) == 0
    return str(json.loads(capsys.readouterr().out)[0]["state"])


def test_a_copy_stays_untranslated_when_its_source_changes_and_can_be_right_as_it_is(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy in another encoding of line ends is one too; it isn't checked as a page of its language."""
    assert cli.main(["new", "translation", "docs/da/a.md", "sv"]) == 0
    made = site / "docs/sv/a.md"
    made.write_bytes(made.read_bytes().replace(b"\n", b"\r\n"))
    (site / "docs/da/a.md").write_text(SOURCE.replace("Sidst.", "Aldrig."), encoding="utf-8")
    assert state(capsys) == "untranslated"
    assert cli.main(["check"]) == 0
    assert "docs/sv" not in capsys.readouterr().out
    assert cli.main(["mark-current", "docs/sv/a.md"]) == 0
    assert state(capsys) == "current"


def test_with_suffixes_the_commands_find_the_source_and_the_translation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Suffix is what static-i18n takes where nothing is set."""
    languages = "[{locale: sv}, {locale: da, default: true}]"
    (tmp_path / "mkdocs.yml").write_text(f"plugins:\n  - i18n: {{languages: {languages}}}\n", encoding="utf-8")
    (tmp_path / "docs/articles").mkdir(parents=True)
    (tmp_path / "docs/articles/a.md").write_text(SOURCE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new", "translation", "docs/articles/a.md", "sv"]) == 0
    assert (tmp_path / "docs/articles/a.sv.md").is_file()
    assert cli.main(["mark-current", "docs/articles/a.sv.md"]) == 0
    assert cli.main(["check"]) == 0
    capsys.readouterr()
    assert cli.main(["status", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["page"], found["file"], found["state"]) == ("articles/a.md", "articles/a.sv.md", "current")


def test_without_history_the_change_is_reported_as_unknown(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "docs/sv").mkdir()
    (site / "docs/sv/a.md").write_text("# A\n", encoding="utf-8")
    assert cli.main(["mark-current", "docs/sv/a.md"]) == 0
    (site / "docs/da/a.md").write_text("# Andet\n", encoding="utf-8")
    assert cli.main(["status"]) == 0
    assert "what has changed is not in the history of git" in capsys.readouterr().out
    assert cli.main(["status", "--diff", "docs/sv/a.md"]) == 2


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (["new", "translation", "docs/da/a.md", "da"], "Write one of: sv."),
        (["new", "translation", "docs/da/b.md", "sv"], "is no page of a language (da, sv) in docs"),
        (["new", "translation", "mkdocs.yml", "sv"], "is no page of a language"),
        (["mark-current", "docs/da/a.md"], "has no source"),
        (["status", "--diff", "docs/da/a.md"], "is a source"),
        (["--config", "no.yml", "status"], "There is no no.yml here or above"),
    ],
)
def test_a_call_that_cannot_be_carried_out_says_why(
    site: Path, capsys: pytest.CaptureFixture[str], call: list[str], message: str
) -> None:
    assert cli.main(call) == 2
    assert message in capsys.readouterr().err
    assert sorted(path.name for path in (site / "docs").rglob("*.md")) == ["a.md"]


def test_an_existing_translation_is_never_written_over(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", "translation", "docs/da/a.md", "sv"]) == 0
    target = site / "docs/sv/a.md"
    target.write_text("# Mine\n", encoding="utf-8")
    assert cli.main(["new", "translation", "docs/da/a.md", "sv"]) == 2
    assert "already exists" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "# Mine\n"


def test_drafts_are_not_there_yet_to_be_translated() -> None:
    draft = "---\ndraft: true\n---\n# T\n"
    sources = [("da/a.md", draft), ("da/b.md", SOURCE), ("sv/b.md", draft), ("en/c.md", draft)]
    found, _ = states(source_pages.read(sources, SITE)[0], SITE)
    assert [(t.uri, t.state) for t in found] == [("en/b.md", State.MISSING)]
