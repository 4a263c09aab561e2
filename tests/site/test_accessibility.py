"""axe-core finds nothing on one page of each kind of this site, whatever is written on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.axe import violations
from tests.browser.conftest import _Quiet
from tests.built import BuiltPage, BuiltSite


@pytest.fixture(scope="module")
def origin(site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served."""
    folder = tmp_path_factory.mktemp("served")
    (folder / site.base_path.strip("/")).symlink_to(site.folder, target_is_directory=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{site.base_path}"
    server.shutdown()
    thread.join()
    server.server_close()


def one_of_each_kind(site: BuiltSite) -> list[BuiltPage]:
    """The longest page of each folder of the source language, and of its self-assessments; the first of each list."""
    pages = [page for page in site.pages if page.language == site.languages[0] and "/page/" not in page.address]
    found: dict[str, BuiltPage] = {}
    for page in pages:
        kind = "self-assessment" if page.assessment else str(Path(page.address).parent)
        longest = found.get(kind)
        if longest is None or page.path.stat().st_size > longest.path.stat().st_size:
            found[kind] = page
    return list(found.values())


def test_axe_finds_nothing(site: BuiltSite, origin: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    pages = one_of_each_kind(site)
    assert len(pages) >= 3
    found = []
    for shown in pages:
        page.goto(origin + shown.address)
        found += [f"{shown.address}: {line}" for line in violations(page)]
    context.close()
    assert not found, "\n".join(found)
