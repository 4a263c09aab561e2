"""This site, or a copy of it whose contents have been changed, strictly built."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from mkdocs_foundation.sources import site_config
from tests import sites
from tests.browser.conftest import _Quiet
from tests.built import BASE_PATH, BuiltSite

ROOT = Path(os.environ.get("SERVICEKOMPAS_SITE", sites.ROOT))
"""Folder of the site; SERVICEKOMPAS_SITE sets another, to run the tests on other contents."""
LANGUAGES = tuple(site_config.read(ROOT / "mkdocs.yml").site.languages)
"""The source language first."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site below a base path. A warning fails the build, and so every test."""
    url = f"https://example.org{BASE_PATH}"
    folder = sites.once(tmp_path_factory.getbasetemp(), "site", lambda target: sites.build(ROOT, target, url))
    return BuiltSite(folder, url, BASE_PATH, ROOT / "docs", LANGUAGES)


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
