"""A check that has nothing to do takes what the last one found, and one of whatever was changed finds it again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_foundation.caching.results import keeping
from mkdocs_foundation.sources import docs_files, site_config
from mkdocs_multilingual import command_check
from tests.sites import FIXTURE

CHANGES: tuple[Callable[[Path], object], ...] = (
    lambda docs: (docs / "da/a.md").write_text("# B\n", encoding="utf-8"),
    lambda docs: (docs / "da/new.md").write_text("", encoding="utf-8"),
    lambda docs: (docs / "da/new.md").rename(docs / "da/newer.md"),
    lambda docs: (docs / "picture.png").write_bytes(b"longer"),
    lambda docs: (docs / "da/newer.md").unlink(),
    lambda docs: os.utime(docs / "picture.png", (1, 1)),
    lambda docs: (docs / ".authors.yml").write_text("authors: {a: {}}\n", encoding="utf-8"),
)

_NOT_NEEDED = (
    *("pathspec", "tomllib", "markdown_it", "mkdocs"),
    *("mkdocs_multilingual.checking", "mkdocs_self_assessment.kinds"),
)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs/da").mkdir(parents=True)
    (tmp_path / "docs/da/a.md").write_text("# A\n", encoding="utf-8")
    (tmp_path / "docs/picture.png").write_bytes(b"short")
    return tmp_path / "docs"


def test_a_result_of_all_files_is_made_again_after_any_change(docs: Path) -> None:
    made: list[int] = []

    def result(by: str = "") -> int:
        with keeping(docs.parent / "a.store"):
            return docs_files.kept_while_same(
                lambda: made.append(1) or len(made), f"{__name__}.made", docs, lambda: (by,)
            )

    assert (result(), result()) == (1, 1)
    for number, change in enumerate(CHANGES, start=2):
        change(docs)
        assert (result(), result()) == (number, number)
    assert (result("other"), result()) == (len(made), len(made) - 1)


def test_what_is_made_while_a_file_is_written_is_not_kept(docs: Path) -> None:
    before = (docs / "da/a.md").read_text(encoding="utf-8")

    def made() -> str:
        (docs / "da/a.md").write_text("# B\n", encoding="utf-8")
        return (docs / "da/a.md").read_text(encoding="utf-8")

    with keeping(docs.parent / "a.store"):
        assert docs_files.kept_while_same(made, f"{__name__}.read", docs, tuple) == "# B\n"
        (docs / "da/a.md").write_text(before, encoding="utf-8")
        assert docs_files.kept_while_same(lambda: before, f"{__name__}.read", docs, tuple) == before


@pytest.mark.parametrize("command", ["mkdocs_multilingual", "mkdocs_self_assessment"])
def test_a_check_that_has_nothing_to_do_loads_nothing_that_reads_texts(command: str, tmp_path: Path) -> None:
    shutil.copytree(FIXTURE, tmp_path / "docs")
    plugins = "[i18n: {docs_structure: folder, languages: [{locale: da, default: true}, {locale: sv}]}, "
    plugins += "multilingual: {checks: strict}, self-assessment: {my_results: true, kit: kit}]"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: A\nplugins: {plugins}\n", encoding="utf-8")
    env = dict(os.environ)
    program = [sys.executable, "-X", "importtime", "-m", f"{command}.cli", "check"]
    first, second = (
        subprocess.run(program, cwd=tmp_path, env=env | {"PYTHONHASHSEED": seed}, capture_output=True, text=True)
        for seed in "12"
    )
    assert first.stdout == second.stdout != ""
    loaded = {line.rpartition("|")[2].strip() for line in second.stderr.splitlines()}
    assert f"{command}.saying" in loaded
    assert loaded.isdisjoint(_NOT_NEEDED)


def test_what_is_outside_the_folder_is_no_page_of_the_site(docs: Path) -> None:
    (docs.parent / "README.md").write_text("# A\n", encoding="utf-8")
    (docs / "da/a.md").write_text("# A\n\n[out](../../README.md)\n", encoding="utf-8")
    config = "plugins: [multilingual: {checks: strict}]\n"
    (docs.parent / "mkdocs.yml").write_text(config, encoding="utf-8")
    found = command_check.check(site_config.read(docs.parent / "mkdocs.yml"))
    assert [problem.code.value for problem in found if problem.location.line == 3] == ["missing-page"]
