"""Only the tests of this site may read its texts, so that no change by an author can fail another test."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

from tests.sites import ROOT

_TEXTS = f"{ROOT / 'docs'}{os.sep}"
_SHARED = tuple(f"{ROOT / 'docs' / 'assets' / name}{os.sep}" for name in ("javascripts", "images"))
"""Scripts and images of the templates, which any test may read."""
_READERS = ("tests/site/", "tests/changes/")
_may_read = False


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or _may_read or not isinstance(arguments[0], str | os.PathLike):
        return
    path = os.fspath(arguments[0])
    if isinstance(path, str) and path.startswith(_TEXTS) and not path.startswith(_SHARED):
        raise AssertionError(f"{path} is a text of this site, which may change: use tests/fixtures/site")


sys.addaudithook(_forbid)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Allow reading the site's texts while one of its tests runs."""
    global _may_read
    _may_read = item.nodeid.startswith(_READERS)
    try:
        return (yield)
    finally:
        _may_read = False
