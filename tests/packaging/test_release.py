"""A tag releases a version only if the distribution and its changelog agree with it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from scripts.release import HEADING, ReleaseError, notes_of, release

ROOT = Path(__file__).parents[2]
CHANGELOG = """# Changelog of mkdocs-boats

Newest first.

## 0.3.0 – unreleased

- Sails.

## 0.2.0 – 2026-12-01

### For authors

- Oars.

## 0.1.0 – 2026-11-01

- A hull.
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "plugins" / "boats"
    folder.mkdir(parents=True)
    (folder / "pyproject.toml").write_text('[project]\nname = "mkdocs-boats"\nversion = "0.2.0"\n', encoding="utf-8")
    (folder / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    return tmp_path


def test_a_tag_releases_what_the_changelog_says_of_its_version(repository: Path) -> None:
    found = release("mkdocs-boats-v0.2.0", repository)
    assert found.folder.as_posix() == "plugins/boats"
    assert found.notes == "### For authors\n\n- Oars.\n"


@pytest.mark.parametrize("tag", ["v0.2.0", "mkdocs-boats-0.2.0", "mkdocs-trains-v0.2.0", "mkdocs-boats-v0.2"])
def test_a_tag_of_another_form_is_refused_with_the_right_one(repository: Path, tag: str) -> None:
    with pytest.raises(ReleaseError, match=r"Write it as one of: mkdocs-boats-v1\.2\.3"):
        release(tag, repository)


def test_a_tag_of_another_version_than_the_distribution_is_refused(repository: Path) -> None:
    with pytest.raises(ReleaseError, match=r"plugins/boats/pyproject\.toml has version 0\.2\.0"):
        release("mkdocs-boats-v0.1.0", repository)


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("0.3.0", r"CHANGELOG\.md:5: version 0\.3\.0 has no date"),
        ("0.4.0", r"no section `## 0\.4\.0 – <date>`"),
    ],
)
def test_a_version_that_the_changelog_has_not_finished_is_refused(version: str, message: str) -> None:
    with pytest.raises(ReleaseError, match=message):
        notes_of(CHANGELOG, version)


def test_a_version_of_which_nothing_is_written_is_refused() -> None:
    with pytest.raises(ReleaseError, match=r"section of version .* is empty"):
        notes_of("## 0.1.0 – 2026-11-01\n\n## 0.0.1 – 2026-10-01\n\n- All.\n", "0.1.0")


@pytest.mark.parametrize("path", sorted(ROOT.glob("plugins/*/pyproject.toml")), ids=lambda path: path.parent.name)
def test_each_changelog_begins_with_the_version_of_its_distribution(path: Path) -> None:
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    lines = path.with_name("CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"# Changelog of {project['name']}"
    newest = next(found for line in lines if (found := HEADING.fullmatch(line)))
    assert newest["version"] == project["version"]
