"""Texts that changed in one commit: what the history of git tells about translations, and what it can't."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from mkdocs_multilingual import cli

STALE = 'translation: {source: da, hash: "000000000000"'
TOGETHER = "translation: {source: da, with_source: true}"


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


class Desk:
    """A site in two languages whose texts are changed and committed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(exist_ok=True)
        self.settings("")
        git(root, "init", "-b", "main")

    def settings(self, multilingual: str) -> None:
        languages = "[{locale: da, default: true}, {locale: sv}]"
        i18n = f"i18n: {{docs_structure: folder, languages: {languages}}}"
        text = f"plugins:\n  - {i18n}\n  - multilingual: {{{multilingual}}}\n"
        (self.root / "mkdocs.yml").write_text(text, encoding="utf-8")

    def write(self, text: str, *uris: str, record: str = "") -> None:
        for uri in uris:
            path = self.root / "docs" / uri
            path.parent.mkdir(parents=True, exist_ok=True)
            top = f"---\n{record}\n---\n" if record and uri.startswith("sv") else ""
            path.write_text(f"{top}# {text} {uri}\n", encoding="utf-8")

    def commit(self, message: str = "Texts") -> None:
        git(self.root, "add", ".")
        git(self.root, "commit", "-m", message)

    def states(self, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
        """The states of the Swedish pages, by the names of their files."""
        capsys.readouterr()
        assert cli.main(["--config", str(self.root / "mkdocs.yml"), "status", "--json"]) == 0
        return {Path(entry["file"]).stem: entry["state"] for entry in json.loads(capsys.readouterr().out)}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "site")


def test_what_changed_in_one_commit_is_current_where_its_record_says_so(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    records = {"asks": f"{STALE}, with_source: true}}", "asks-not": f"{STALE}}}", "bare": TOGETHER, "none": ""}
    for name, record in records.items():
        desk.write("One", f"da/{name}.md", f"sv/{name}.md", record=record)
    desk.commit()
    assert desk.states(capsys) == {"asks": "current", "asks-not": "outdated", "bare": "current", "none": "unknown"}
    for name, record in records.items():
        desk.write("Two", f"da/{name}.md", f"sv/{name}.md", record=record)
    not_yet_committed = desk.states(capsys)
    desk.commit()
    assert desk.states(capsys) == not_yet_committed
    assert not_yet_committed == {"asks": "current", "asks-not": "outdated", "bare": "current", "none": "unknown"}

    # By the setting of the site: a record may refuse, and where there is none, nothing is called outdated.
    desk.settings("with_source: true")
    desk.write("Two", "da/refuses.md", "sv/refuses.md", record=f"{STALE}, with_source: false}}")
    desk.write("Two", "da/imported.md", "sv/imported.md", record=f"{STALE}}}")
    desk.commit()
    together = {"asks": "current", "asks-not": "current", "bare": "current", "none": "current"}
    assert desk.states(capsys) == together | {"refuses": "outdated", "imported": "outdated"}

    # The source alone, and then the translation's settings with a comma in the source.
    for name in records:
        desk.write("Three", f"da/{name}.md")
    desk.commit()
    apart = {"asks": "outdated", "asks-not": "outdated", "bare": "outdated", "none": "unknown"}
    assert desk.states(capsys) == apart | {"refuses": "outdated", "imported": "outdated"}
    for name in ("asks", "asks-not", "bare"):  # what is shown is what changed since they changed together
        config, file = str(desk.root / "mkdocs.yml"), str(desk.root / f"docs/sv/{name}.md")
        assert cli.main(["--config", config, "status", "--diff", file]) == 0
        assert f"-# Two da/{name}.md\n+# Three da/{name}.md" in capsys.readouterr().out
    desk.write("Four", "da/bare.md")
    desk.write("Two", "sv/bare.md", record=f"{TOGETHER}\nslug: bar")
    desk.commit()
    assert desk.states(capsys)["bare"] == "outdated"


def test_a_translation_made_later_is_taken_as_made_from_the_text_of_that_time(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.write("One", "da/a.md", "da/b.md")
    desk.commit()
    desk.write("Ett", "sv/a.md", record=TOGETHER)
    desk.write("Ett", "sv/b.md", record=f"{STALE}, with_source: true}}")
    desk.commit()
    assert desk.states(capsys) == {"a": "current", "b": "outdated"}
    desk.write("Two", "da/a.md")
    assert desk.states(capsys) == {"a": "outdated", "b": "outdated"}


def test_a_merge_is_one_commit_and_a_new_name_changes_nothing(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """GitHub's editor makes a commit for each file; what counts is what a pull request brought."""
    long = "A text that is long enough to be found again under another name. " * 5
    desk.write(f"{long} One", "da/a.md", "sv/a.md", record=TOGETHER)
    desk.write(f"{long} One", "da/å b.md", "sv/å b.md", record=TOGETHER)
    desk.commit()
    git(desk.root, "switch", "-c", "branch")
    for uri in ("da/a.md", "sv/a.md", "da/å b.md"):
        desk.write(f"{long} Two", uri, record=TOGETHER)
        desk.commit()
    assert desk.states(capsys) == {"a": "outdated", "å b": "outdated"}
    git(desk.root, "switch", "main")
    git(desk.root, "merge", "--no-ff", "branch")
    assert desk.states(capsys) == {"a": "current", "å b": "outdated"}
    for locale in ("da", "sv"):
        git(desk.root, "mv", f"docs/{locale}/å b.md", f"docs/{locale}/c.md")
    desk.commit()
    assert desk.states(capsys) == {"a": "current", "c": "outdated"}


def test_without_the_history_nothing_is_called_outdated_and_it_is_said_once(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("a", "b")
    desk.write("One", *(f"{locale}/{name}.md" for locale in ("da", "sv") for name in names), record=TOGETHER)
    desk.commit()
    for name in names:
        desk.write("Two", f"da/{name}.md")
    desk.commit()
    git(tmp_path, "clone", "--depth", "1", desk.root.as_uri(), "shallow")
    shallow = tmp_path / "shallow/mkdocs.yml"
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "mkdocs.yml").write_text(shallow.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "shallow/docs").rename(bare / "docs")
    git(tmp_path / "shallow", "checkout", ".")
    for config in (shallow, bare / "mkdocs.yml"):
        assert cli.main(["--config", str(config), "status"]) == 0
        found = capsys.readouterr()
        assert "0 current, 0 outdated, 2 unknown" in found.out
        assert found.err.count("history of git can't tell whether 2 translations changed together") == 1


def test_the_translations_of_a_branch_are_marked_at_once(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    config = ["--config", str(desk.root / "mkdocs.yml")]
    desk.write("One", "da/a.md", "sv/a.md", "da/b.md", "sv/b.md", record=f"{STALE}}}")
    desk.commit()
    git(desk.root, "switch", "-c", "branch")
    desk.write("Two", "da/a.md", "sv/a.md", "da/b.md", "sv/own.md", record=f"{STALE}, with_source: false}}")
    assert cli.main([*config, "new", "translation", str(desk.root / "docs/da/a.md"), "sv"]) == 2
    desk.write("Ny", "da/c.md")
    assert cli.main([*config, "new", "translation", str(desk.root / "docs/da/c.md"), "sv"]) == 0
    desk.commit()
    assert cli.main([*config, "mark-current", "--changed", "main"]) == 0
    assert desk.states(capsys) == {"a": "current", "b": "outdated", "c": "untranslated", "own": "local-only"}
    assert "with_source: false" in (desk.root / "docs/sv/a.md").read_text(encoding="utf-8")
    git(desk.root, "switch", "-f", "main")
    assert cli.main([*config, "mark-current", "--changed", "main"]) == 0
    assert "No translation has changed." in capsys.readouterr().out
    assert cli.main([*config, "mark-current", "--changed", "nowhere"]) == 2
    assert cli.main([*config, "mark-current"]) == 2
    errors = capsys.readouterr().err
    assert "can't compare this branch with nowhere" in errors
    assert "Name the translations" in errors
