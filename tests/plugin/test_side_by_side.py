"""Languages that are built side by side give the site and the log of a build one after the other."""

from __future__ import annotations

import atexit
import io
import logging
import os
import re
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.glue.languages.held_log import HeldLog
from mkdocs_foundation.glue.languages.processes import Processes
from tests.plugin.building import build_site, write
from tests.plugin.test_both_structures import ADDED, files

pytestmark = pytest.mark.skipif(not hasattr(os, "fork") or sys.platform == "darwin", reason="nothing is forked here")

LANGUAGES = ("da", "sv", "ar")
ENDS = """
import os

def on_env(env, config, files):
    if config.theme["language"] == "sv":
        os._exit(3)
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with everything, built one language after the other."""
    root = tmp_path_factory.mktemp("side-by-side")
    built = build_site(
        root,
        files("folder"),
        languages=LANGUAGES,
        others=("tags",),
        multilingual=ADDED,
        blog={"authors_profiles": True},
        extensions=("attr_list", "def_list"),
    )
    assert built.messages == []
    return root


REPORTS = """
from mkdocs.plugins import get_plugin_logger
from mkdocs_foundation.glue import builds
from mkdocs_foundation.reports.problems import Location, Problem, Severity
from mkdocs_multilingual.problem_codes import ProblemCode

def on_env(env, config, files):
    place = Location("da/index.md", 1)
    problem = Problem(ProblemCode.UNTRANSLATED_COPY, place, "In each build.", "a", "b", "c", True, Severity.WARNING)
    builds.report([problem], config, get_plugin_logger("multilingual"))
"""


SAYS = """
from mkdocs.plugins import get_plugin_logger

def on_env(env, config, files):
    get_plugin_logger("hook").warning("Said meanwhile.")
"""
FAILS = f'{SAYS}    raise ValueError("A hook failed.")\n'
CHECKED = {
    "checks": "strict",
    "editorial": {"articles/*.md": {"required": ["date"], "exclamation_marks": False}},
}
WRONG = {
    "da/index.md": "# Home\n\n[Loud](articles/loud.md)\n",
    "sv/index.md": "# Home\n\n[Loud](articles/loud.md)\n",
    "da/articles/loud.md": "# Loud!\n\n[Nobody]()\n",
    "sv/articles/loud.md": "# Loud!\n",
}


def side_by_side(
    root: Path, target: str, hook: str = "", program: str = "mkdocs", jobs: int = 2, **options: object
) -> subprocess.CompletedProcess[str]:
    """Build the site again in a process of its own, in which no other thread runs."""
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["site_dir"] = target
    own = next(plugin for plugin in settings["plugins"] if "multilingual" in plugin)["multilingual"]
    own |= {"jobs": jobs, **options}
    if hook:
        (root / f"{target}.py").write_text(hook, encoding="utf-8")
        settings["hooks"] = [f"{target}.py"]
    (root / f"{target}.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", program, "build", "--strict", "--config-file", f"{target}.yml"],
        cwd=root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """The contents of all files but those of Pagefind, which gives some another name in each run."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items()) if "/pagefind/" not in name}


def test_the_site_is_the_same_file_by_file_and_the_log_in_order(root: Path) -> None:
    run = side_by_side(root, "both")
    assert run.returncode == 0, run.stderr
    assert tree(root / "both") == tree(root / "site")
    assert len(list((root / "both/assets/multilingual/pagefind").glob("*.pf_meta"))) == len(LANGUAGES)
    assert re.findall(r"Building '(\w+)' documentation", run.stderr) == list(LANGUAGES)
    assert list(root.glob(".both-*")) == []


def test_the_log_is_in_order_under_properdocs_too(root: Path) -> None:
    run = side_by_side(root, "proper", program="properdocs")
    assert run.returncode == 0, run.stderr
    lines = re.findall(r"(?:Building|Translated) .*?'(\w+)'", run.stderr)
    assert lines == sorted(lines, key=LANGUAGES.index)
    assert run.stderr.count("Documentation built in") == 1


def test_what_each_language_finds_is_told_once(root: Path) -> None:
    run = side_by_side(root, "told", REPORTS, search=False)
    assert run.returncode == 1
    assert run.stderr.count("In each build.") == 1
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("hook", [SAYS, FAILS], ids=["to the end", "until a hook fails"])
def test_findings_in_texts_are_told_where_a_build_that_checks_first_tells_them(hook: str, tmp_path: Path) -> None:
    build_site(tmp_path, WRONG, multilingual=CHECKED)
    logs = []
    for jobs in (1, 2):
        run = side_by_side(tmp_path, f"jobs{jobs}", hook, jobs=jobs)
        assert run.returncode == 1
        assert [run.stderr.count(code) for code in ("missing-setting", "link-target")] == [2, 1]
        # Of each language there are other lines where it is built first.
        before, _, after = run.stderr.partition("Building 'sv'" if hook is SAYS else "Traceback")
        assert before.index("link-target") < before.index("Said meanwhile.")
        assert ("A hook failed." in after) == (hook is FAILS)
        logs.append(before.replace(f"jobs{jobs}", ""))
    assert logs[0] == logs[1]


def test_what_is_wrong_in_one_language_is_one_message_and_ends_the_build(root: Path) -> None:
    page = root / "docs/sv/topics/trust.md"
    before = page.read_text(encoding="utf-8")
    write(root, {"sv/topics/trust.md": before + "\n[Gone](#nowhere)\n"})
    run = side_by_side(root, "wrong", search=False)
    page.write_text(before, encoding="utf-8")
    assert run.returncode == 1
    assert run.stderr.count("#nowhere") == 1
    assert "strict mode" in run.stdout + run.stderr
    assert "Traceback" not in run.stderr
    assert list(root.glob(".wrong-*")) == []


def test_a_process_that_is_gone_ends_the_build_with_its_language(root: Path) -> None:
    run = side_by_side(root, "gone", ENDS)
    assert run.returncode == 1
    assert "The process that built the language sv ended early." in run.stderr
    assert "Traceback" not in run.stderr
    assert list(root.glob(".gone-*")) == []


def test_a_language_begins_as_soon_as_any_other_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()

    def build_language(config: object, locale: str, folder: str) -> None:
        if locale == "c":
            os.write(writing, b"c")
        elif locale == "a":
            assert select.select([reading], [], [], 30)[0], "c has not begun"

    monkeypatch.setattr(static_i18n, "build_language", build_language)
    config = SimpleNamespace(site_dir=str(tmp_path / "site"), config_file_path=None)
    languages = Processes(cast(MkDocsConfig, config), ("a", "b", "c"), 2, str.upper)
    languages.start_all()
    assert languages.waiting == []
    assert [locale for locale, _ in languages.running.values()] == ["a", "c"]  # a waits for c
    assert [(one.locale, one.result, one.error) for one in languages.join()] == [
        ("a", "A", ""),
        ("b", "B", ""),
        ("c", "C", ""),
    ]
    os.close(reading)
    os.close(writing)


def test_a_held_log_is_shown_and_counted_later_and_heard_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    logger, shown, heard = logging.getLogger("mkdocs"), io.StringIO(), Heard()
    counter, stream = CountHandler(), logging.StreamHandler(shown)
    stream.setLevel(logging.ERROR)
    monkeypatch.setattr(logger, "handlers", [counter, stream, heard])
    monkeypatch.setattr(logger, "propagate", False)
    held = HeldLog()
    names = ["first"]
    logger.error("Held: %s.", names)
    names.append("second")
    logger.warning("Held, and not shown.")
    assert (shown.getvalue(), counter.get_counts(), len(heard.lines)) == ("", [], 2)
    held.end(lambda: logger.error("Told."))
    assert shown.getvalue() == "Told.\nHeld: ['first'].\n"
    assert counter.get_counts() == [("ERROR", 2), ("WARNING", 1)]
    assert logger.handlers == [counter, stream, heard]
    assert len(heard.lines) == 3


def test_a_held_log_is_shown_where_the_build_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    logger, shown = logging.getLogger("mkdocs"), io.StringIO()
    monkeypatch.setattr(logger, "handlers", [logging.StreamHandler(shown)])
    monkeypatch.setattr(logger, "propagate", False)
    at_exit: list[Callable[[], None]] = []
    monkeypatch.setattr(atexit, "register", at_exit.append)
    monkeypatch.setattr(atexit, "unregister", at_exit.remove)
    held = HeldLog()
    logger.error("Held.")
    at_exit[0]()
    assert shown.getvalue() == "Held.\n"
    held.end(lambda: None)
    assert at_exit == []


class Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
