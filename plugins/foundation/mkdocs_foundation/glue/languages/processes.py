"""Languages built side by side, each in a process of its own that is forked when the first menu is built.

A process writes into a folder beside the site, which is moved into the site in the order of the languages, so that the
files are those of a build one language after the other. What it logs is kept and logged in that order too.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import selectors
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler

from ...background import reason_against_copies
from ...caching import built_files
from ...reports.error_page import Mistake
from ...reports.message import say
from ...values import dataclass
from .. import static_i18n, unexpected

LOGGER = build.__module__.partition(".")[0]
"""Logger of the program that builds: `mkdocs`, or `properdocs`, which is imported under both names."""


@dataclass(frozen=True)
class Built:
    """What a process has made of its language."""

    locale: str
    """The language."""
    result: Any
    """What `Processes` was asked to bring back; `None` where the build ended with an error."""
    records: tuple[logging.LogRecord, ...]
    """What was logged, in its order."""
    error: str = ""
    """Why the build ended; "" where it came to its end."""
    was_logged: bool = True
    """Whether what was logged says so already."""
    mistake: Mistake | None = None
    """The same for the page of errors, of what no program has explained."""


def reason_for_one(config: MkDocsConfig) -> str:
    """Why the languages of a site can't be built side by side here; "" where they can."""
    if reason := reason_against_copies():
        return reason
    if not static_i18n.is_used(config) or len(static_i18n.build_locales(config, static_i18n.site(config))) < 2:
        return say("there is one language")
    if "search" in config.plugins or "material/search" in config.plugins:
        return say("the plugin `search` collects the texts of one language after the other")
    return ""


@dataclass
class Processes:
    """The processes of one build: at most `jobs` at once, the one of the first language among them."""

    config: MkDocsConfig
    """Of the build."""
    locales: Sequence[str]
    """Languages of the processes, in the order in which they are published."""
    jobs: int
    """How many processes may run at once."""
    bring_back: Callable[[str], Any]
    """Called in the process with its language when this is built; what it returns must be pickled."""
    running: dict[int, tuple[str, int]] = field(default_factory=dict)
    """Language and pipe of each process, by its number."""
    waiting: list[str] = field(init=False)
    """Languages whose process hasn't been started, in the order in which they are."""
    built: dict[str, Built] = field(default_factory=dict)
    """What the processes have made that have come to their end, by language."""

    def __post_init__(self) -> None:
        """Begin none."""
        self.waiting = list(self.locales)

    def put_first(self, locale: str) -> None:
        """Start the process of a language before the others, if it has one."""
        self.waiting.sort(key=lambda other: other != locale)

    def start(self, jobs: int) -> None:
        """Start processes until so many run, those not counted that have come to their end."""
        self._collect(wait=False)
        while self.waiting and len(self.running) < jobs:
            locale = self.waiting.pop(0)
            receiver, sender = os.pipe()
            sys.stdout.flush()
            sys.stderr.flush()
            gc.freeze()  # or the process would look through all that it has in common with this one, and copy it
            number = os.fork()
            if number == 0:
                os.close(receiver)
                self.locales, self.waiting, self.running = (), [], {}  # the others are not this one's
                self._work(locale, sender)
            gc.unfreeze()
            os.close(sender)
            self.running[number] = (locale, receiver)

    def start_all(self) -> None:
        """Start the process of each language, as others come to their end; returns when the last one is started."""
        self.start(self.jobs)
        while self.waiting:
            self._collect(wait=True)
            self.start(self.jobs)

    def join(self) -> list[Built]:
        """Wait for all processes, starting those that wait; what they have made, in the order of the languages."""
        self.start_all()
        while self.running:
            self._collect(wait=True)
        return [self.built[locale] for locale in self.locales]

    def _collect(self, *, wait: bool) -> None:
        """Take what those processes send that are ready; `wait` for one if none is."""
        with selectors.DefaultSelector() as selector:
            for number, (_, receiver) in self.running.items():
                selector.register(receiver, selectors.EVENT_READ, number)
            ready = [key.data for key, _ in selector.select(None if wait else 0)] if self.running else []
        for number in ready:
            locale, receiver = self.running[number]
            with os.fdopen(receiver, "rb") as pipe:
                sent = pipe.read()
            os.waitpid(number, 0)
            del self.running[number]
            lost = Built(locale, None, (), f"The process that built the language {locale} ended early.", False)
            self.built[locale] = pickle.loads(sent) if sent else lost  # from a copy of this process

    def publish(self, built: Built) -> dict[str, bytes]:
        """Move the files of a language into the site; returns, by path, what others were that it replaces."""
        folder = self._folder(built.locale)
        replaced = dict(built_files.move(folder, Path(self.config.site_dir)))
        shutil.rmtree(folder, ignore_errors=True)
        return replaced

    def stop(self) -> None:
        """End what still runs, as after an error, and remove what hasn't been published."""
        self.waiting.clear()
        for number, (_, receiver) in self.running.items():
            os.kill(number, signal.SIGKILL)
            os.waitpid(number, 0)
            os.close(receiver)
        self.running.clear()
        for locale in self.locales:
            shutil.rmtree(self._folder(locale), ignore_errors=True)

    def _work(self, locale: str, sender: int) -> None:
        """Build a language, send what was made, and end this process without anything that the first one will do."""
        try:
            result, error, was_logged, mistake = None, "", True, None
            with _kept_records() as records:
                try:
                    shutil.rmtree(self._folder(locale), ignore_errors=True)
                    static_i18n.build_language(self.config, locale, str(self._folder(locale)))
                    result = self.bring_back(locale)
                except Abort as end:
                    error = str(end)
                except Exception as cause:
                    error, was_logged = traceback.format_exc(), False
                    folder = Path(self.config.config_file_path or ".").resolve().parent
                    logged = [record.getMessage() for record in records if record.levelno >= logging.ERROR]
                    mistake = unexpected.mistake(cause, logged, folder)
            with os.fdopen(sender, "wb") as pipe:
                pickle.dump(Built(locale, result, tuple(map(_plain, records)), error, was_logged, mistake), pipe)
        finally:
            os._exit(0)

    def _folder(self, locale: str) -> Path:
        site = Path(self.config.site_dir)
        return site.with_name(f".{site.name}-{locale}")


@contextmanager
def _kept_records() -> Iterator[list[logging.LogRecord]]:
    """Keep what is logged instead of writing it; what counts warnings for `--strict` goes on counting."""
    records: list[logging.LogRecord] = []

    class _Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    logger = logging.getLogger(LOGGER)
    logger.handlers[:] = [_Keep(), *(handler for handler in logger.handlers if isinstance(handler, CountHandler))]
    yield records


def _plain(record: logging.LogRecord) -> logging.LogRecord:
    """The record with its text made, so that it can be sent."""
    record.msg, record.args = record.getMessage(), None
    if record.exc_info:
        record.exc_text = "".join(traceback.format_exception(*record.exc_info))
        record.exc_info = None
    return record
