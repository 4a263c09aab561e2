"""A mistake that is there when `mkdocs serve` starts shows in the browser, and all begins anew when it is corrected.

MkDocs ends where the first build fails, before it has a server. This one waits in the hook that MkDocs calls on an
error, and then runs the same command again.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.plugins import get_plugin_logger

from ...reports import error_page, message
from ...reports.message import say, shown
from ...values import dataclass
from .. import static_i18n
from ..languages.processes import LOGGER
from . import mistakes

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("serve")


@dataclass
class _Start:
    """A server that is starting."""

    process: int = field(default_factory=os.getpid)
    config: MkDocsConfig | None = None
    """That of the first build."""
    site: Path = Path()
    """The folder that will be served."""
    pipe: tuple[Connection, Connection] = field(default_factory=lambda: _pipe())
    """The second end is this process's only, so that the first tells others when it is gone."""
    logged: mistakes.Records = field(default_factory=mistakes.Records)


def _pipe() -> tuple[Connection, Connection]:
    from multiprocessing.connection import Pipe  # as whatever serves: a build needs none of it

    return Pipe(duplex=False)


_start: _Start | None = None


def begin(command: str) -> None:
    """The program has been started with a command; called at `on_startup` by each plugin."""
    global _start
    end()
    if command == "serve":
        _start = _Start()
        logging.getLogger(LOGGER).addHandler(_start.logged)


def end() -> None:
    """The server runs."""
    global _start
    if _start:
        logging.getLogger(LOGGER).removeHandler(_start.logged)
        for end in _start.pipe:
            end.close()
        _start = None


def build(config: MkDocsConfig) -> None:
    """A build of the site begins."""
    if _start and _start.config is None:
        _start.config, _start.site = config, Path(config.site_dir)
    elif _start and _start.config is not config:
        end()


def is_under_way() -> bool:
    """Whether the first build of a server is under way."""
    return bool(_start and _start.config)


def site_dir() -> Path:
    """The folder that will be served; called where `is_under_way`."""
    assert _start
    assert _start.config
    return _start.site


def life() -> Connection | None:
    """Becomes ready to be read when the process that starts the server is gone; `None` when the server runs."""
    return _start.pipe[0] if _start else None


def failed(error: Exception) -> None:
    """A build has failed; where it was the first, show why until a file changes, and begin anew.

    Called at `on_build_error`, when every other plugin has been. Returns where the build wasn't that of a starting
    server, or was that of a language in a process of its own.
    """
    if not _start or not _start.config or _start.process != os.getpid():
        return
    config = _start.config
    if isinstance(error, BuildError):
        log.error(str(error))
    elif not isinstance(error, Abort):
        traceback.print_exception(error)
    watched = [config.docs_dir, config.config_file_path, config.theme.custom_dir, *config.watch]
    site = Path(config.site_dir)

    def put_away() -> None:
        config.plugins.on_shutdown()
        shutil.rmtree(site, ignore_errors=True)

    docs_dir, address = static_i18n.site(config).docs_dir, (*config.dev_addr, _mount_path(config))
    show(error, config.config_file_path or "", docs_dir, address, site, watched, put_away)


def show(
    error: BaseException,
    config_file: str,
    docs_dir: str,
    address: tuple[str, int, str],
    site: Path,
    watched: Sequence[str | None],
    put_away: Callable[[], None],
) -> None:
    """Show what is wrong at an address until a watched file changes, put away what is left, and begin anew.

    `address` has host, port and path; `docs_dir` leads the paths of problems. Returns at Ctrl-C only.
    """
    from mkdocs.livereload import LiveReloadServer

    from .application import Application

    logged = _start.logged.kept if _start else []
    found = mistakes.found(logged, error, docs_dir, Path(config_file or "mkdocs.yml").resolve())
    host, port, mount_path = address
    server = LiveReloadServer(lambda: _again(server, put_away), host, port, str(site), mount_path)
    live = Application(site, server.mount_path, server.get_app())
    live.show_error(error_page.page(found, message.words(message.of_machine())))
    server.set_app(live)
    for path in {path for path in watched if path and Path(path).exists()}:
        server.watch(path)
    log.error(shown(say("The site can't be built: the browser shows why. When a file changes, it is tried again.")))
    try:
        server.serve()
    finally:
        server.shutdown()


def _mount_path(config: MkDocsConfig) -> str:
    return urlsplit(config.site_url or "/").path or "/"


def _again(server: LiveReloadServer, put_away: Callable[[], None]) -> NoReturn:
    """Run the command that this program was started with again, in its place."""
    server.shutdown(wait=True)
    put_away()
    command = [sys.executable, *sys.orig_argv[1:]]
    if os.name == "nt":  # where a program can't be put in the place of another
        os._exit(subprocess.call(command))
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, command)
