"""Results that are kept from run to run: a check with them finds what one without them finds, after any edit."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest

from mkdocs_foundation import background
from mkdocs_foundation.background import Aside
from mkdocs_foundation.caching import programs
from mkdocs_foundation.caching.results import keep, keeping, kept
from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.sources import site_config
from mkdocs_multilingual import command_check
from tests.sites import FIXTURE

CALLS: list[object] = []
CONFIG = """\
docs_dir: docs
plugins:
  - i18n: {docs_structure: folder, languages: [{locale: da, default: true}, {locale: sv}]}
  - multilingual: {checks: strict, editorial: {"articles/*.md": {passages: 8, required: [title]}}}
  - self-assessment: {}
"""
SAID = "one two three four five six seven eight nine ten"
EDITS = (
    # what is edited, what is replaced there, and by what
    ("da/self-assessments/service-culture.md", "[ ] Vi siger", "[x] Vi siger"),
    ("sv/self-assessments/service-culture.md", "{#trust-speak}", "{#trust-speek}"),
    ("da/articles/reading-the-situation.md", "{.assessment", "{.assesment"),
    ("sv/articles/reading-the-situation.md", "\n# ", "\n# Another\n\n# "),
    ("da/articles/reading-the-situation.md", "\n## ", f"\n[no](none.md#a) {SAID}\n\n## "),
    ("da/index.md", "\n", f"\n[more](articles/reading-the-situation.md#nowhere) (items=nothing) {SAID}\n"),
)


@kept()
def measured(text: str) -> int:
    CALLS.append(text)
    return len(text)


@pytest.fixture(autouse=True)
def no_calls() -> None:
    CALLS.clear()


def test_a_result_is_made_once_for_a_text(tmp_path: Path) -> None:
    for _ in range(2):
        with keeping(tmp_path / "a.store"):
            assert measured("one") == 3
            assert keep(lambda: measured("two"), f"{__name__}.of_more", ("a", 1)) == 3
    assert CALLS == ["one", "two"]
    with keeping(tmp_path / "a.store"):
        assert (measured("three"), keep(lambda: 5, f"{__name__}.of_more", ("a", 2))) == (5, 5)
    assert CALLS == ["one", "two", "three"]


def test_without_a_file_and_with_a_spoilt_one_it_is_made_again(tmp_path: Path) -> None:
    assert (measured("one"), measured("one")) == (3, 3)
    spoilt = tmp_path / "a.store"
    spoilt.write_bytes(b"spoilt")
    with keeping(spoilt):
        assert measured("one") == 3
    with keeping(tmp_path / "no/folder" / "a.store"):
        assert measured("one") == 3
    assert CALLS == ["one"] * 4


def test_a_check_finds_the_same_with_what_was_kept(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(FIXTURE, docs)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    seen = set()

    def both() -> list[Problem]:
        config = site_config.read(tmp_path / "mkdocs.yml")
        with keeping(tmp_path / "check.store"):
            found = command_check.check(config)
        assert found == command_check.check(config)
        return found

    both()
    for uri, old, new in EDITS:
        file = docs / uri
        written = file.read_text(encoding="utf-8")
        assert old in written, uri
        file.write_text(written.replace(old, new, 1), encoding="utf-8")
        seen |= {problem.code.value for problem in both()}
    assert seen >= {"ticked", "translation-unknown", "unknown-flag", "heading-order", "link-target", "unknown-count"}
    (docs / "sv/articles/reading-the-situation.md").unlink()
    both()


def test_an_edited_module_makes_other_results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "edited_in_place"
    package.mkdir()
    module = package / "__init__.py"
    module.write_text("ANSWER = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    code_of = programs.code_of.__wrapped__
    before = code_of("edited_in_place")
    assert code_of("edited_in_place") == before
    module.write_text("ANSWER = 10\n", encoding="utf-8")
    assert code_of("edited_in_place") != before


def test_a_result_of_another_process_is_kept_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Other tests of the same process may have left threads, beside which no process is begun.
    monkeypatch.setattr(background.threading, "enumerate", lambda: [background.threading.main_thread()])
    monkeypatch.setattr(background.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(background.sys, "platform", "linux")
    CALLS.clear()
    for _ in range(2):  # the second time there is something kept: no process is begun
        with keeping(tmp_path / "a.store"):
            result = background.begin(lambda: measured("one"))
            assert result() == 3
    assert CALLS == []


def test_what_fails_in_another_process_is_raised_here(tmp_path: Path) -> None:
    def fails() -> int:
        raise ValueError("words.toml can't be read")

    with keeping(tmp_path / "a.store"), pytest.raises(ValueError, match=r"words\.toml"):
        background.begin(fails)()


def test_what_another_process_has_used_stays_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.store"
    with keeping(file):
        measured("one")
    for _ in range(5):  # more often than a value that nobody uses is copied
        with keeping(file):
            measured(f"another {len(CALLS)}")
            assert Aside(lambda: measured("one"))() == 3
    CALLS.clear()
    with keeping(file):
        measured("one")
    assert CALLS == []


def test_a_process_is_copied_beside_timers_alone_and_not_on_macos(monkeypatch: pytest.MonkeyPatch) -> None:
    threads = [background.threading.main_thread(), background.threading.Timer(1, print)]
    monkeypatch.setattr(background.threading, "enumerate", lambda: threads)
    monkeypatch.setattr(background.sys, "platform", "linux")
    monkeypatch.setattr(background.os, "fork", os.getpid, raising=False)
    assert background.reason_against_copies() == ""
    monkeypatch.setattr(background.sys, "platform", "darwin")
    assert background.reason_against_copies() == "this system can't copy a running process safely"
    monkeypatch.setattr(background.sys, "platform", "linux")
    threads.append(background.threading.Thread())
    assert background.reason_against_copies() == "other threads are running"


def test_the_result_of_a_process_that_is_gone_is_made_here() -> None:
    here = os.getpid()
    assert Aside(lambda: 3 if os.getpid() == here else os._exit(1))() == 3


def test_a_process_that_is_stopped_is_gone() -> None:
    reading, writing = os.pipe()
    begun = Aside(signal.pause)
    os.close(writing)
    begun.stop()
    os.set_blocking(reading, False)  # it would raise an error as long as the process has the other end
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == b""
