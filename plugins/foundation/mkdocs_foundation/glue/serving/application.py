"""What `mkdocs serve` answers: the site as it was last published, or the mistakes that keep it from being built.

MkDocs' own application answers nothing while a build is under way, and lets every open page reload after each.
Here a page can be seen at any time, and reloads when its own file, or one that pages load, has changed.
"""

from __future__ import annotations

import mimetypes
import posixpath
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from threading import Condition
from urllib.parse import parse_qs, quote, unquote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

PATIENCE = 30
"""Seconds until a request that waits for a change is answered without one."""
ADDRESS = "livereload"
"""Where pages ask for changes, below the address of the site."""
_SCRIPT = Path(__file__).parents[2] / "assets/live-reload.js"
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".gz": "application/gzip"}
"""Types that a system may know otherwise."""


class Application:
    """The application, for `server.set_app`; `mount_path` is the path of the site, with slashes around it."""

    def __init__(self, root: Path, mount_path: str, otherwise: WSGIApplication | None) -> None:
        """Serve a folder, and leave what isn't below `mount_path` to another application."""
        self._root = root
        self._mount_path = mount_path
        self._otherwise = otherwise
        self._changes = Condition()
        self._error = b""
        self._round = 0
        self._waiting: list[str] = []
        self._script = _SCRIPT.read_text(encoding="utf-8")

    def published(self, all_pages: bool) -> None:
        """Files have been published: pages whose file has changed reload, or all, as where a style has."""
        with self._changes:
            self._round += all_pages
            self._changes.notify_all()

    def show_error(self, page: str) -> None:
        """Show a page in place of every other; "": show the site again."""
        with self._changes:
            self._error = page.encode()
            self._changes.notify_all()

    def open_pages(self) -> list[str]:
        """Paths below the site of the pages that are open in browsers, the one that came last first."""
        with self._changes:
            return [path for page in reversed(self._waiting) if (path := self._path(unquote(page))) is not None]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        address = str(environ["PATH_INFO"]).encode("latin-1").decode("utf-8", "replace")
        path = self._path(address)
        if path is None:
            assert self._otherwise is not None  # set when a server is made
            return self._otherwise(environ, start_response)
        if path == ADDRESS:
            asked = {name: values[0] for name, values in parse_qs(environ.get("QUERY_STRING", "")).items()}
            version = self._wait(asked.get("page", ""), asked.get("seen", ""))
            return _answer(start_response, "200 OK", "text/plain", version.encode())
        file = self._root / path
        if not _is_page(path):
            if file.is_dir():
                start_response("302 Found", [("Location", f"{quote(address)}/")])
                return []
            if file.is_file():
                return _answer(
                    start_response, "200 OK", _type(file), file.read_bytes()
                )  # Windows replaces no open file
            if file.suffix:  # a picture of a page, for example
                return _answer(start_response, "404 Not Found", "text/plain", b"404 Not Found")
        with self._changes:
            content, version = self._content(path), self._version(path)
            is_error = bool(self._error)
        status = "500 Internal Server Error" if is_error else "200 OK" if file.is_file() else "404 Not Found"
        return _answer(start_response, status, "text/html; charset=utf-8", self._with_script(content, version))

    def _path(self, address: str) -> str | None:
        """The path of a file, for an address; `None` for one outside the site."""
        if not address.startswith(self._mount_path):
            return None
        below = address[len(self._mount_path) :]
        return posixpath.normpath(f"/{below}index.html" if not below or below.endswith("/") else f"/{below}")[1:]

    def _content(self, path: str) -> bytes:
        """What is shown for a page: one that isn't there may come."""
        if self._error:
            return self._error
        found = next((file for file in (self._root / path, self._root / "404.html") if file.is_file()), None)
        return found.read_bytes() if found else b"<!doctype html><title>404</title><h1>404 Not Found</h1>"

    def _version(self, path: str) -> str:
        """What changes with everything that is shown for a page."""
        return sha256(b"%d %s" % (self._round, self._content(path))).hexdigest()[:16]

    def _wait(self, page: str, seen: str) -> str:
        """The version of a page, by its address as a browser has it, as soon as it isn't the one that was seen."""
        path = self._path(unquote(page))
        if path is None:
            return ""
        with self._changes:
            self._waiting.append(page)
            self._changes.wait_for(lambda: self._version(path) != seen, PATIENCE)
            self._waiting.remove(page)
            return self._version(path)

    def _with_script(self, content: bytes, version: str) -> bytes:
        head, end, tail = content.rpartition(b"</body>")
        address = f"{self._mount_path}{ADDRESS}"
        script = f'<script data-address="{address}" data-version="{version}">\n{self._script}</script>'
        return b"".join([head, script.encode(), end, tail]) if end else content + script.encode()


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _answer(start_response: StartResponse, status: str, content_type: str, content: bytes) -> list[bytes]:
    start_response(status, [("Content-Type", content_type), ("Content-Length", str(len(content)))])
    return [content]


def _type(file: Path) -> str:
    return _TYPES.get(file.suffix.lower()) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
