"""The plugin `incremental`: after any edits a build is, byte for byte, that of an empty cache.

The variable SEEDS of the environment, such as `1:100`, tries many sequences of edits; a step takes two seconds of CPU.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from mkdocs_foundation.glue.incremental import Share
from mkdocs_incremental import known_plugins
from mkdocs_incremental.glue.unknown import of_plugins
from mkdocs_incremental.known_plugins import is_known_extension as known
from tests.plugin.building import rebuild
from tests.plugin.own_process import Outcome, build_apart, files
from tests.plugin.random_site import RandomSite

can_fork = pytest.mark.skipif(not hasattr(os, "fork") or sys.platform == "darwin", reason="nothing is forked here")
STEPS = 5
SEEDS = range(*map(int, os.environ.get("SEEDS", "4:5").split(":")))
FILES_WRITTEN = 30
"""A build is killed before it has written as many files."""
MANY = 7


def build(site: RandomSite, *, kept: bool = True) -> Outcome:
    """Build a site to its end."""
    found = build_apart(site.root, "site" if kept else "clean", kept=kept)
    assert found
    return found


def counts(outcome: Outcome) -> list[tuple[int, int]]:
    """How many pages are those of the last build, and how many were made, for each language."""
    found = (re.findall(r"\d+", line) for line in outcome.own if " pages are those of the last build" in line)
    return [(int(taken), int(made)) for taken, made in found]


def compare(site: RandomSite, done: object) -> None:
    """Build a site with what is kept and without anything: files and log are the same, or the mistakes."""
    with_kept, clean = build(site), build(site, kept=False)
    assert (with_kept.is_done, with_kept.said) == (clean.is_done, clean.said), done
    if clean.is_done:
        one, other = files(site.root / "site"), files(site.root / "clean")
        assert [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)] == [], done


@pytest.fixture(autouse=True)
def _same_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")


@pytest.fixture(scope="module", autouse=True)
def _compiled(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compile the templates in this process, of which the others are copies."""
    root = tmp_path_factory.mktemp("compiled")
    RandomSite(root, 0)
    rebuild(root)


@can_fork
def test_only_what_an_edit_changes_is_made(tmp_path: Path) -> None:
    site = RandomSite(tmp_path, 0)
    assert [taken for taken, _ in counts(build(site))] == [0, 0]
    for locale, other, number in (("sv", "da", 2), ("da", "sv", 3)):
        site.article(locale, "articles/a")
        outcome = build(site)
        assert f"Nothing has changed in {other}: left as the last build has made it." in outcome.own[0]
        ((taken, made),) = counts(outcome)
        # The page, and the front page, which shows how long it is; in the source language the state of translations.
        assert made == number
        assert taken > MANY
    before = files(tmp_path / "site")
    assert build(site).own[-1].endswith("Nothing has changed: the site is that of the last build.")
    assert files(tmp_path / "site") == before
    (tmp_path / "site/index.html").write_text("changed", encoding="utf-8")
    assert len(counts(build(site))) == 1
    assert files(tmp_path / "site") == before


@can_fork
@pytest.mark.parametrize("seed", SEEDS)
def test_any_edits_give_what_an_empty_cache_gives(tmp_path: Path, seed: int) -> None:
    """Edits, removals, renames, settings, templates, words and damage at random, and builds that are killed."""
    site = RandomSite(tmp_path, seed, search=not seed % 5, side_by_side=seed % 4 == 1, is_versioned=not seed % 3)
    build(site)
    for step in range(STEPS):
        done = [site.change() for _ in range(site.random.choice((1, 1, 2)))]
        if step == STEPS // 2 or site.random.randrange(6) == 0:
            build_apart(tmp_path, "site", killed_at=site.random.randrange(FILES_WRITTEN))
        compare(site, done)


def test_an_unknown_influence_makes_all_pages_again(tmp_path: Path) -> None:
    """Plugins and hooks by their events, extensions by their name; a site can name them as safe."""

    class Known:
        incremental = Share()

        def on_page_content(self) -> None: ...

    class Quiet:
        def on_nav(self) -> None: ...

    class Unknown:
        def on_env(self) -> None: ...

    plugins = {"material/search": Unknown(), "known": Known(), "quiet": Quiet(), "hook.py": Unknown()}
    assert of_plugins(plugins) == ["hook.py"]
    found = [name for name in ("toc", "pymdownx.superfences", "pymdownx.snippets", "custom") if not known(name, False)]
    assert found == ["pymdownx.snippets", "custom"]
    assert known("pymdownx.snippets", has_inputs=True)
    assert known_plugins.unknown(["hook.py", "x", "x"], ["hook.py"]) == ["x"]
