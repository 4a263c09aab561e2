"""The server of `mkdocs serve` with our application and our builds; the first plugin that calls this serves for all."""

from __future__ import annotations

import errno
import os
import socket
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import is_markdown_file

from ... import background
from ...reports import error_page, message
from ...reports.error_page import Mistake
from ...reports.message import say, shown, verbatim
from .. import static_i18n
from . import mistakes, staging, startup, watching
from .application import Application
from .build_process import BuildEnded, BuildProcess, BuildRequest, LanguageKept, Notify, PageShown
from .changes import Changes
from .kept_language import KeptLanguage, of_first_build
from .staging import Staging

log = get_plugin_logger("serve")

_ERROR = ".error.html"
"""Below the folder that is served: what a build that failed shows."""


class Serving:
    """A running server."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig, build: Callable[[], object]) -> None:
        """Take over what the server answers and builds."""
        self._root = Path(server.root)
        self._build = build
        self._site = static_i18n.site(config)
        self._config_file = Path(config.config_file_path or "mkdocs.yml").resolve()
        self._docs = Path(config.docs_dir).resolve()
        self._changes = Changes(self._docs)
        self._live = Application(self._root, server.mount_path, server.get_app())
        self._number = 0
        self._kept: dict[str, KeptLanguage] = {}
        self._in_use = Lock()
        reason = background.reason_against_copies()
        self._build_process = None if reason else BuildProcess.open(self._build_once, self._hear)
        if reason:
            log.info(shown(say("Each edit is built in the process of the server: {reason}.", reason=reason)))
        else:
            self._kept = of_first_build(self._root)
            watching.watch(self._docs, self._show_pages)
        if config.theme.custom_dir:  # the site's own templates, which MkDocs watches only when it is told to
            server.watch(config.theme.custom_dir)
        server.set_app(self._live)
        server.builder = self.rebuild

    def rebuild(self) -> None:
        """Build the site after an edit, and show it or what is wrong; returns when the language in hand can be seen.

        Or when another edit has come; MkDocs asks for the next build when this has returned.
        """
        locale = self._locale_in_hand()
        if self._build_process:
            ended = self._build_process.build(locale)
            if self._build_process.is_open:
                return
            log.warning(
                shown(
                    say(
                        "The process that builds has ended; the site is built in that of the server. ({reason})",
                        reason=f"{ended}",
                    )
                )
            )
            self._build_process = None
        self._number += 1
        self._hear(BuildEnded(self._number, self._build_once(BuildRequest(self._number, locale), self._hear)))

    def end(self) -> None:
        """End the processes of the server, which is ending."""
        if self._build_process:
            self._build_process.close()
        for kept in self._kept.values():
            kept.close()

    def _show_pages(self, uris: list[str]) -> None:
        """Show pages that were edited, of languages that are kept; a build of the site follows."""
        if self._build_process:
            self._build_process.hurry()
        for uri in filter(is_markdown_file, uris):
            with self._in_use:
                kept = self._kept.get(self._site.locale_of(uri) or "")
                is_shown = kept is not None and kept.show(uri)
            if is_shown:
                log.info(shown(say("{file} is shown; the site follows.", file=self._site.shown(uri))))
                self._live.published(all_pages=False)

    def _locale_in_hand(self) -> str:
        """The language of the files that have changed: of several, that of the page that is open in a browser."""
        changes, self._changes = self._changes, Changes(self._docs)
        edited = dict.fromkeys(filter(None, map(self._site.locale_of, changes.since_begin())))
        shown = list(dict.fromkeys(map(self._locale_of_page, self._live.open_pages())))
        return next((locale for locale in shown if locale in edited or not edited), next(iter(edited), ""))

    def _locale_of_page(self, path: str) -> str:
        first = path.partition("/")[0]
        return first if first in self._site.languages else self._site.source_locale

    def _hear(self, event: object) -> None:
        """Show what a build has made."""
        if isinstance(event, LanguageKept):
            self._keep(event)
        elif isinstance(event, PageShown):
            if event.in_hand:
                self._live.show_error("")
            self._live.published(event.all_pages)
        elif isinstance(event, BuildEnded) and not event.was_built:
            try:
                page = (self._root / _ERROR).read_text("utf-8")
            except OSError:
                page = error_text(
                    [Mistake(say("The process that built the site ended early: the terminal may say why."))]
                )
            self._live.show_error(page)

    def _keep(self, kept: LanguageKept) -> None:
        with self._in_use, suppress(OSError):  # one that has ended
            for locale in list(self._kept) if kept.alone else [kept.locale]:
                if former := self._kept.pop(locale, None):
                    former.close()
            self._kept[kept.locale] = KeptLanguage(kept.address)

    def _build_once(self, order: BuildRequest, tell: Notify) -> bool:
        """Build the site beside the one that is served and put it in its place; else write the page of its mistakes."""
        current = Staging(self._root, order.number, order.locale, tell, Changes(self._docs))
        current.clear()
        (self._root / _ERROR).unlink(missing_ok=True)
        token = staging.CURRENT.set(current)
        with mistakes.records() as logged:
            try:
                self._build()
                current.publish()
                return True
            except (Exception, SystemExit) as error:
                if current.is_obsolete():  # a file that was read is gone, for example
                    return True
                if isinstance(error, SystemExit):
                    print(error, file=sys.stderr)  # as MkDocs does
                elif isinstance(error, MkDocsException):
                    error.show()  # what it says is all that helps
                else:
                    traceback.print_exc()
                found = mistakes.found(logged, error, self._site.docs_dir, self._config_file)
                (self._root / _ERROR).write_text(error_text(found), encoding="utf-8")
                return False
            finally:
                staging.CURRENT.reset(token)


def error_text(found: Sequence[Mistake]) -> str:
    """The page of the mistakes, in the language of this machine."""
    return error_page.page(found, message.words(message.of_machine()))


def ensure_free(host: Any, port: int) -> None:
    """Raises `Abort` with a remedy where another server answers already, of which MkDocs shows its own functions."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name != "nt":  # there it would take the address from the other one
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                told = say(
                    "Another server answers at {address} already. End that one, or choose another port: {option}",
                    address=verbatim(f"{host}:{port}"),
                    option=verbatim(f"--dev-addr {host}:{port + 1}"),
                )
                raise Abort(shown(told)) from None


_serving: Serving | None = None


def begin(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Serve with our application and builds; called at `on_serve` by each plugin."""
    global _serving
    if not isinstance(server.get_app(), Application):
        ensure_free(*server.server_address[:2])
        _serving = Serving(server, config, server.builder)
        startup.end()


def end() -> None:
    """End what `begin` has begun; called at `on_shutdown` by each plugin."""
    global _serving
    if _serving:
        _serving.end()
        _serving = None
