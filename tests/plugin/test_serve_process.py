"""`mkdocs serve` as a process: mistakes show in the browser in place of the page, and an edit when it is built."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from tests.plugin.building import build_site, write

PAGE = "---\nslug: {slug}\n---\n# {title}\n\n{text}\n"
FILES = {
    "da/index.md": "# Forside\n",
    "sv/index.md": "# Framsida\n",
    "da/a.md": PAGE.format(slug="samme", title="A", text="Her."),
    "da/b.md": PAGE.format(slug="samme", title="B", text="Her."),
    "sv/b.md": PAGE.format(slug="b", title="B", text="Här."),
}
HOOK = """
def on_page_markdown(markdown, page, config, files):
    if "break it" in markdown:
        raise ValueError("hook says no")
"""


class Server:
    """A served site, as one browser sees it that has one page open."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{self._port}"]
        environ = os.environ | {"NO_MKDOCS_2_WARNING": "1", "MKDOCS_MESSAGES": "en"}
        self.process = subprocess.Popen(command, cwd=root, env=environ, stderr=subprocess.PIPE, text=True)
        self.log: list[str] = []
        self.status = 0
        self.content = ""

    def until_log_has(self, words: str) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.log.append(line)
            if words in line:
                return
        raise AssertionError("".join(self.log))

    def get(self, address: str) -> tuple[int, str]:
        try:
            with urlopen(f"http://127.0.0.1:{self._port}{address}", timeout=60) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def open(self, address: str) -> None:
        self.status, self.content = self.get(address)

    def reload(self, address: str) -> None:
        """Wait for the page to change, as its script does, and load it again."""
        found = re.search(r'data-address="(.+?)" data-version="(.+?)"', self.content)
        assert found
        self.get(f"{found[1]}?{urlencode({'page': address, 'seen': found[2]})}")
        self.open(address)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    assert build_site(tmp_path, FILES, multilingual={"jobs": 2}, hook=HOOK).aborted
    return tmp_path


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    server = Server(root)
    yield server
    server.process.send_signal(signal.SIGINT)
    server.process.communicate(timeout=60)


def test_mistakes_show_in_place_of_the_page_and_go_away(server: Server, root: Path) -> None:
    # One that is there when the server starts; then the same command begins anew.
    server.until_log_has("Serving on")
    server.open("/sv/b/")
    assert server.status == 500
    for part in ("docs/da/b.md:2", "<dt>allowed</dt>", "<dt>do</dt>", "slug-taken"):
        assert part in server.content, part
    write(root, {"da/b.md": PAGE.format(slug="b", title="B", text="Her.")})
    server.until_log_has("Serving on")
    server.open("/sv/b/")
    assert (server.status, "Här." in server.content) == (200, True), server.content

    # An edit, then an error of a hook, YAML, a template; each is repaired by the next.
    text = FILES["sv/b.md"]
    write(root, {"sv/b.md": text.replace("Här.", "Där.")})
    server.reload("/sv/b/")
    assert "Där." in server.content
    # Shown at once from the language as it is kept, then by the build of the site, which makes the same.
    shown = server.content
    server.until_log_has("docs/sv/b.md is shown")
    server.until_log_has("Reloading browsers")
    server.open("/sv/b/")
    assert server.content == shown
    write(root, {"sv/b.md": text + "break it\n"})
    server.reload("/sv/b/")
    assert "hook says no" in server.content
    assert "hook.py:4" in server.content
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(settings + "extra: [\n", "utf-8")
    server.reload("/sv/b/")
    assert re.search(r"mkdocs\.yml:\d+", server.content)
    write(root, {"sv/b.md": text})
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    server.reload("/sv/b/")
    assert (server.status, "Här." in server.content) == (200, True)
    assert server.get("/none/")[0] == 404
    assert server.get("/assets/none.css")[0] == 404
