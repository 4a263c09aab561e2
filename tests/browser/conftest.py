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
from playwright.sync_api import Browser, Page

from mkdocs_self_assessment.published import SHARED, sources
from tests import sites
from tests.addresses import published

from .windows import Open, Window, opener

ROOT = Path(__file__).parents[2]
BASE_PATH = "/servicekompas/"


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


@pytest.fixture(scope="session")
def instant_examples(served: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the examples with instant navigation, in which the theme puts pages in place."""

    def make(folder: Path) -> None:
        features = "[navigation.instant, navigation.tracking, toc.follow]"
        sites.build(Path(__file__).parent / "examples", folder, "http://127.0.0.1/instant/", FEATURES=features)

    return _serve(sites.once(tmp_path_factory.getbasetemp(), "instant", make), served, "/instant/")


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


@pytest.fixture(scope="session")
def windows(chromium: Browser, served: tuple[Path, str]) -> Callable[..., Window]:
    """The window with these options of a browser context, which all tests of a worker share."""
    folder, origin = served
    (folder / "blank.html").write_text("<!doctype html><title>Blank</title>", encoding="utf-8")
    made: dict[str, Window] = {}

    def window(**options: Any) -> Window:
        return made.setdefault(repr(options), Window(chromium, f"{origin}/blank.html", **options))

    return window


@pytest.fixture
def new_page(windows: Callable[..., Window]) -> Iterator[Callable[[], Page]]:
    """Gives pages of the shared window, with empty storage."""
    window = windows()
    yield window.page
    window.reset()


@pytest.fixture
def tab(windows: Callable[..., Window]) -> Iterator[Page]:
    """A page of the shared window that is closed afterwards: it may get init scripts, and listeners that stay."""
    window = windows()
    yield window.tab()
    window.reset()


@pytest.fixture
def dated(windows: Callable[..., Window]) -> Iterator[Page]:
    """A page of the window whose clock tests set: no window gets its own time back."""
    window = windows(timezone_id="UTC")
    yield window.page()
    window.reset()


@pytest.fixture
def errors() -> list[str]:
    """Errors in the pages of this test: of scripts, and requests to other hosts."""
    return []


@pytest.fixture
def open_page(site: str, new_page: Callable[[], Page], errors: list[str]) -> Iterator[Open]:
    """Open a page by its source path; fails at the end if a script failed or another host was requested."""
    with opener(site, new_page, errors) as open_:
        yield lambda path, tab=None: open_(published(path), tab)


@pytest.fixture
def open_example(examples: str, new_page: Callable[[], Page], errors: list[str]) -> Iterator[Open]:
    """Like `open_page`, for a page of the examples."""
    with opener(examples, new_page, errors) as open_:
        yield open_


@pytest.fixture
def open_instant(instant_examples: str, new_page: Callable[[], Page], errors: list[str]) -> Iterator[Open]:
    """Like `open_example`, with instant navigation."""
    with opener(instant_examples, new_page, errors) as open_:
        yield open_


@pytest.fixture
def open_source(source: str, new_page: Callable[[], Page], errors: list[str]) -> Iterator[Open]:
    """Like `open_page`, for a source module: shown as text, in a page that can import it."""
    with opener(source, new_page, errors) as open_:
        yield lambda path, tab=None: open_(SHARED + path, tab)


@pytest.fixture
def plain(windows: Callable[..., Window]) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    window = windows(java_script_enabled=False)
    yield window.page()
    window.reset()


@pytest.fixture
def touched_page(windows: Callable[..., Window]) -> Iterator[Page]:
    """A page on a phone."""
    window = windows(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield window.page()
    window.reset()
