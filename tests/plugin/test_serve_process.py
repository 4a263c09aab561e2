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

import jinja2
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_foundation.glue import unexpected
from tests.plugin.building import build_site, write

PAGE = "---\nslug: {slug}\n---\n# {title}\n\n{text}\n"
FILES = {
    "da/index.md": "# Forside\n",
    "sv/index.md": "# Framsida\n",
    "da/a.md": PAGE.format(slug="samme", title="A", text="Her."),
    "da/b.md": PAGE.format(slug="samme", title="B", text="Her."),
    "sv/b.md": PAGE.format(slug="bär", title="B", text="Här."),
}
BERRY = "/sv/b%C3%A4r/"
"""Address of the last page, as a browser has it."""
HOOK = """
def on_page_markdown(markdown, page, config, files):
    if "break it" in markdown:
        raise ValueError("hook says no")
"""


WITHOUT_FORK = """
import os

vars(os).pop("fork", None)
"""


def tree(folder: Path) -> dict[str, bytes]:
    """The files that are served, but for those that are packed with the time of day."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if "/." not in f"/{name}" and path.suffix != ".gz"}


class Server:
    """A served site, as one browser sees it that has one page open."""

    def __init__(self, root: Path, *program: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        command = [sys.executable, "-m", *program, "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
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
            with urlopen(f"{self.address}{address[1:]}", timeout=60) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def end(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=60)

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
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra: [\n")
    server = Server(root, "mkdocs_foundation.glue.serving")
    yield server
    server.end()


def test_mistakes_show_in_place_of_the_page_and_go_away(server: Server, root: Path) -> None:
    # Mistakes that are there when the server starts, each with another start of the command; first in the settings.
    server.until_log_has("Serving on")
    server.open(BERRY)
    assert re.search(r"mkdocs\.yml:\d+", server.content)
    written = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(written.removesuffix("extra: [\n"), "utf-8")
    server.until_log_has("Serving on")
    server.open(BERRY)
    assert server.status == 500
    for part in ("docs/da/b.md:2", "<dt>allowed</dt>", "<dt>do</dt>", "slug-taken"):
        assert part in server.content, part
    write(root, {"da/b.md": PAGE.format(slug="b", title="B", text="Her.")})
    server.until_log_has("Serving on")
    server.open(BERRY)
    assert (server.status, "Här." in server.content) == (200, True), server.content

    # An edit, then an error of a hook, YAML, a template; each is repaired by the next.
    text = FILES["sv/b.md"]
    write(root, {"sv/b.md": text.replace("Här.", "Där.")})
    server.reload(BERRY)
    assert "Där." in server.content
    # Shown at once from the language as it is kept, then by the build of the site, which makes the same.
    shown = server.content
    server.until_log_has("docs/sv/b.md is shown")
    server.until_log_has("Reloading browsers")
    server.open(BERRY)
    assert server.content == shown
    write(root, {"sv/b.md": text + "break it\n"})
    server.reload(BERRY)
    assert "hook says no" in server.content
    assert "hook.py:4" in server.content
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(f"{settings}\nremote_name: [one]\n", "utf-8")
    server.reload(BERRY)
    assert f"mkdocs.yml:{settings.count(chr(10)) + 2}" in server.content
    server.until_log_has("Aborted with a configuration error")
    begin = len(server.log)
    (root / "mkdocs.yml").write_text(f"{settings}\nextra: [\n", "utf-8")
    server.reload(BERRY)
    assert f"mkdocs.yml:{settings.count(chr(10)) + 3}" in server.content
    server.until_log_has("Error: MkDocs encountered an error parsing")
    server.until_log_has("Reloading browsers")
    assert "Traceback" not in "".join(server.log[begin:])
    write(root, {"sv/b.md": text})
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    server.reload(BERRY)
    assert (server.status, "Här." in server.content) == (200, True)
    # After all this, the site is what a new process would build.
    server.until_log_has("The whole site is shown.")
    folder = re.search(r"directory: (\S+?)/\.built", "".join(server.log))
    assert folder
    built = root / "fresh"
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(built))
    config.site_url = server.address
    build(config, serve_url=server.address)
    assert tree(Path(folder[1])) == tree(built)
    assert server.get("/assets/none.css")[0] == 404


def test_where_a_process_cannot_be_copied_the_server_builds_itself_under_properdocs_too(tmp_path: Path) -> None:
    files = FILES | {"da/b.md": PAGE.format(slug="b", title="B", text="Her.")}
    assert build_site(tmp_path, files, multilingual={}, hook=HOOK).messages == []
    (tmp_path / "hook.py").write_text(f"{HOOK}{WITHOUT_FORK}", "utf-8")
    server = Server(tmp_path, "properdocs", "serve")
    try:
        server.until_log_has("Serving on")
        server.open("/b/")
        write(tmp_path, {"da/b.md": files["da/b.md"] + "break it\n"})
        server.reload("/b/")
        assert "hook.py:4" in server.content
        write(tmp_path, {"da/b.md": files["da/b.md"].replace("Her.", "Der.")})
        server.reload("/b/")
        assert (server.status, "Der." in server.content) == (200, True)
    finally:
        server.end()


@pytest.mark.parametrize(
    ("template", "line"), [("\n{{ page.none.more }}", 2), ("\n\n{% if %}", 3), ("{% include 'none.html' %}", 1)]
)
def test_an_error_in_a_template_has_its_file_and_line(tmp_path: Path, template: str, line: int) -> None:
    overrides = tmp_path / "overrides"
    overrides.mkdir()
    (overrides / "main.html").write_text(template, encoding="utf-8")
    with pytest.raises(jinja2.TemplateError) as raised:
        jinja2.Environment(loader=jinja2.FileSystemLoader(overrides)).get_template("main.html").render(page={})
    assert unexpected.mistake(raised.value, [], tmp_path).place == f"{Path('overrides/main.html')}:{line}"
