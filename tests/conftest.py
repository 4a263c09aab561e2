"""For all tests: one browser per worker, and a guard against tests that read this site's texts.

Only the tests of this site may read them, so that no change by an author can fail another test.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from scripts.browser import find
from tests.sites import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A busy machine may take long over any example.
settings.register_profile("suite", deadline=None, max_examples=50)
settings.load_profile("suite")

# Tests ask for messages in English, whatever the language of the machine is.
os.environ["LC_ALL"] = "C.UTF-8"
for _name in ("LANGUAGE", "MKDOCS_MESSAGES"):
    os.environ.pop(_name, None)

_TEXTS = f"{ROOT / 'docs'}{os.sep}"
_SHARED = tuple(f"{ROOT / 'docs' / 'assets' / name}{os.sep}" for name in ("fonts", "images", "javascripts"))
"""Fonts, images and scripts of the templates, which any test may read."""
_READERS = ("tests/site/", "tests/changes/")
_may_read = False


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or _may_read or not isinstance(arguments[0], str | os.PathLike):
        return
    path = os.fspath(arguments[0])
    if isinstance(path, str) and path.startswith(_TEXTS) and not path.startswith(_SHARED):
        raise AssertionError(f"{path} is a text of this site, which may change: use tests/fixtures/site")


sys.addaudithook(_forbid)


ORDER = ("changes", "site", "theme/test_templates", "packaging", "plugin", "theme", "browser", "core")
"""Folders and files in the order in which they run: what builds a site that others wait for comes first, something
else next to it, and short files come last, so that all workers end together."""


def pytest_configure(config: pytest.Config) -> None:
    """Keep xdist from giving its workers the files with the most tests first, which are the quickest."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort the tests by that order."""
    tests = ROOT / "tests"
    paths = {item.path: item.path.relative_to(tests).as_posix() for item in items}
    items.sort(key=lambda item: next(n for n, start in enumerate(ORDER) if paths[item.path].startswith(start)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Allow reading the site's texts while one of its tests runs."""
    global _may_read
    _may_read = item.nodeid.startswith(_READERS)
    try:
        return (yield)
    finally:
        _may_read = False


SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a worker, which may have one only."""
    from playwright.sync_api import sync_playwright  # not for tests without a browser

    path = find()
    assert path, "No Chromium found: python -m scripts.browser."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield browser
        browser.close()
