"""A language that has just been built, kept in a copy of the process: it shows an edit of one page at once.

Only what is on the page itself is new then; the whole site is built as after any edit, and replaces it. Each page is
made in a copy of that copy, so that nothing of it is left for the next.
"""

from __future__ import annotations

import gc
import logging
import os
import socket
import stat
from collections.abc import Collection
from contextlib import suppress
from multiprocessing.connection import Client, Connection, wait
from pathlib import Path
from typing import Any

from mkdocs.commands.build import get_context

from . import publishing, startup
from .built_language import BuiltLanguage

_PATIENCE = 20
"""Seconds until a page that isn't made is taken to have failed."""


_ADDRESS = ".page-"


def keep(made: BuiltLanguage, locale: str, site: Path) -> str:
    """Leave a copy of this process behind, which shows pages in a folder.

    Returns the path of the socket where it is told which; "" where there is none.
    """
    address = site / f"{_ADDRESS}{locale}-{os.getpid()}"
    listening = socket.socket(socket.AF_UNIX)
    try:
        listening.bind(str(address))
        listening.listen()
    except OSError:  # a path that is too long, for example
        listening.close()
        return ""
    if os.fork() == 0:
        _wait_for_pages(listening, made, site)
    listening.close()
    return str(address)


def of_first_build(site: Path) -> dict[str, KeptLanguage]:
    """The languages that the first build has left behind, by locale."""
    found = {}
    for address in site.glob(f"{_ADDRESS}*"):
        with suppress(OSError):
            found[address.name.removeprefix(_ADDRESS).rpartition("-")[0]] = KeptLanguage(str(address))
    return found


class KeptLanguage:
    """The copy, as the server sees it, until it is closed."""

    def __init__(self, address: str) -> None:
        """Connect; raises `OSError` where it is gone."""
        self._connection = Client(address, "AF_UNIX")
        Path(address).unlink(missing_ok=True)

    def show(self, uri: str) -> bool:
        """Show the page of a file anew; whether that could be done."""
        with suppress(OSError, EOFError):
            self._connection.send(uri)
            return bool(self._connection.poll(_PATIENCE) and self._connection.recv())
        return False

    def close(self) -> None:
        """Let it end."""
        self._connection.close()


def _wait_for_pages(listening: socket.socket, made: BuiltLanguage, site: Path) -> None:
    try:
        os.setpgid(0, 0)  # an edit ends the processes of the build that this one was copied from
        life = startup.life()
        _close_others([listening.fileno(), *([life.fileno()] if life else [])])
        logging.disable()  # the build of the site says what is wrong
        gc.freeze()
        if life and listening not in wait([listening, life]):
            return  # the program has ended before it had a server
        listening.settimeout(_PATIENCE)
        accepted, _ = listening.accept()
        server: Any = Connection(accepted.detach())
        while True:
            uri = server.recv()
            if os.fork() == 0:
                is_shown = False
                try:
                    is_shown = _show(made, uri, site)
                finally:
                    os._exit(0 if is_shown else 1)
            _, status = os.wait()
            server.send(status == 0)  # also where making the page has failed: the server waits for it
    finally:
        os._exit(0)


def _close_others(kept: Collection[int]) -> None:
    """Close what this process has of pipes, which end when their last copy is closed; stores are read on."""
    for number in [int(path.name) for path in Path("/dev/fd").iterdir()]:
        with suppress(OSError):  # that of the list itself is closed
            mode = os.fstat(number).st_mode
            if number > 2 and number not in kept and (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
                os.close(number)


def _show(made: BuiltLanguage, uri: str, site: Path) -> bool:
    """Make one page, as `mkdocs.commands.build` does, and put it in place; whether there is such a page."""
    file, config, plugins = made.files.src_uris.get(uri), made.config, made.config.plugins
    if file is None or file.page is None:
        return False
    page = plugins.on_pre_page(file.page, config=config, files=made.files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=made.files)
    page.render(config, made.files)
    page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=made.files)
    page.active = True
    context = get_context(made.nav, made.files, config, page)
    template = made.env.get_template(page.meta.get("template", "main.html"))
    context = plugins.on_page_context(context, page=page, config=config, nav=made.nav)
    output = plugins.on_post_page(template.render(context), page=page, config=config)
    publishing.put(output.encode("utf-8", "xmlcharrefreplace"), site / file.dest_uri)
    return True
