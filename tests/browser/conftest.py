"""Fixtures: built sites served over HTTP, and pages in a real Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from mkdocs_self_assessment.published import SHARED, sources
from tests import sites
from tests.addresses import published

ROOT = Path(__file__).parents[2]
BASE_PATH = "/servicekompas/"

# No sandbox, since root and containers have none; and none of the browser's own network requests.

Open = Callable[..., Page]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Log no requests: pytest's output is for tests."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the site's 404.html, as GitHub Pages does."""
        page = Path(self.directory, self.path.split("/")[1], "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Log no errors: a page that is closed while it loads breaks its connection."""


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Serve a folder while the context lasts; the value is its address."""
    folder = tmp_path_factory.mktemp("served")
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def site(served: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the fixture site, under a base path as on GitHub Pages."""
    return _serve(
        sites.once(tmp_path_factory.getbasetemp(), "fixture", sites.build_fixture) / "site",
        served,
        BASE_PATH,
    )


@pytest.fixture(scope="session")
def examples(served: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the examples: self-assessments with features that the fixture site doesn't use."""

    def make(folder: Path) -> None:
        sites.build(Path(__file__).parent / "examples", folder, "http://127.0.0.1/examples/")

    return _serve(sites.once(tmp_path_factory.getbasetemp(), "examples", make), served, "/examples/")


def _serve(built: Path, served: tuple[Path, str], base: str) -> str:
    folder, origin = served
    (folder / base.strip("/")).symlink_to(built, target_is_directory=True)
    return origin + base


@pytest.fixture(scope="session")
def source(served: tuple[Path, str]) -> str:
    """Address of the source scripts, one module per file: a site has them joined, without their exports."""
    folder, origin = served
    for path, text in sources().items():
        file = folder / "source" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "tests/scripts/vectors.js", folder / "source")
    return f"{origin}/source/"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A new profile with empty storage, of a reader to whom no other language is suggested."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.add_init_script("Object.defineProperty(navigator, 'languages', { value: [] })")
    yield context
    context.close()


@pytest.fixture
def errors() -> list[str]:
    """Errors in the pages of this test: of scripts, and requests to other hosts."""
    return []


@pytest.fixture
def open_page(site: str, context: BrowserContext, errors: list[str]) -> Iterator[Open]:
    """Open a page by its source path; fails at the end if a script failed or another host was requested."""
    open_ = _opener(site, context, errors)
    yield lambda path: open_(published(path))
    assert errors == []


@pytest.fixture
def open_example(examples: str, context: BrowserContext, errors: list[str]) -> Iterator[Open]:
    """Like `open_page`, for a page of the examples."""
    yield _opener(examples, context, errors)
    assert errors == []


@pytest.fixture
def open_source(source: str, context: BrowserContext, errors: list[str]) -> Iterator[Open]:
    """Like `open_page`, for a source module: shown as text, in a page that can import it."""
    open_ = _opener(source, context, errors)
    yield lambda path: open_(SHARED + path)
    assert errors == []


def _opener(base: str, context: BrowserContext, errors: list[str]) -> Open:
    def open_(path: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(error.stack or str(error)))
        page.on("request", lambda r: errors.append(r.url) if not r.url.startswith((base, "data:", "blob:")) else None)
        page.goto(base + path)
        return page

    return open_
