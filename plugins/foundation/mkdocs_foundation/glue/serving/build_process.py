"""Builds under `mkdocs serve` in processes of their own, so that the server answers while they run.

The build process is a copy of the process of the server, made before this starts its threads: what has threads can't
be copied safely. Each build is a copy of the build process, and so begins with what the first build of the site has
left in memory. A build that an edit has made obsolete is ended.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import field
from multiprocessing.connection import Connection, Pipe, wait
from threading import Condition, Thread
from typing import Any

from ...values import dataclass
from . import startup


@dataclass(frozen=True)
class BuildRequest:
    """A build that is asked for."""

    number: int
    """Of the build, from 1 on."""
    locale: str
    """The language in hand; "" for none."""


@dataclass(frozen=True)
class PageShown:
    """Pages of a build are where they are served."""

    number: int
    """Of the build."""
    all_pages: bool
    """Whether files have changed that all pages load."""
    in_hand: bool
    """Whether those of the language in hand are among them."""


@dataclass(frozen=True)
class BuildEnded:
    """A build has come to its end."""

    number: int
    """Of the build."""
    was_built: bool
    """Whether the site was built; else its mistakes have been written, or the process is gone."""


@dataclass(frozen=True)
class LanguageKept:
    """A language is kept in a process that shows single pages."""

    locale: str
    """Its language."""
    address: str
    """Path of a socket, where the server says which page."""
    alone: bool
    """Whether no other language is to be kept, since the site is large."""


Notify = Callable[[object], None]
"""Sends an event to the server."""


@dataclass
class BuildProcess:
    """The build process, as the server sees it."""

    orders: Connection
    """Where builds are ordered; closed at the end."""
    process: int
    """Its number."""
    events: Connection
    """Where it tells what has come of them."""
    listener: Callable[[object], None]
    """Called with each event, in a thread of its own."""
    number: int = 0
    """Of the build that was ordered last."""
    last: object = None
    """What was told last of this build; `None` while nothing was, and for a build process that is gone."""
    is_open: bool = True
    """Whether it takes orders."""
    is_late: bool = False
    """Whether another edit has come while it builds."""
    news: Condition = field(default_factory=Condition)
    """Held when the four above are read or changed."""

    @classmethod
    def open(cls, build: Callable[[BuildRequest, Notify], bool], listener: Callable[[object], None]) -> BuildProcess:
        """Make the copy of this process; `build` is called in a copy of that copy, and returns whether it succeeded."""
        orders, ours = Pipe(duplex=False)
        events, theirs = Pipe(duplex=False)
        sys.stdout.flush()
        sys.stderr.flush()
        process = os.fork()
        if process == 0:
            ours.close()
            events.close()
            _work(orders, theirs, build)
        orders.close()
        theirs.close()
        build_process = cls(ours, process, events, listener)
        Thread(target=build_process._listen, daemon=True).start()
        return build_process

    def build(self, locale: str) -> BuildEnded | None:
        """Order a build, and wait until its language in hand can be seen, or another edit has come.

        Returns its end where it came to one already, an unexpected one where the build process is gone.
        """
        with self.news:
            self.number, self.last, self.is_late = self.number + 1, None, False
            order = BuildRequest(self.number, locale)
        try:
            self.orders.send(order)
        except OSError:
            self.is_open = False
        with self.news:
            self.news.wait_for(lambda: self.last or self.is_late or not self.is_open)
            found = self.last if self.is_open else BuildEnded(order.number, False)
            return found if isinstance(found, BuildEnded) else None

    def hurry(self) -> None:
        """Let who waits for a build go on, since another is needed: when that is ordered, the first is ended."""
        with self.news:
            self.is_late = True
            self.news.notify_all()

    def close(self) -> None:
        """End the build process, and what it builds."""
        self.orders.close()
        os.waitpid(self.process, 0)

    def _listen(self) -> None:
        while True:
            try:
                event = self.events.recv()
            except (EOFError, OSError):
                event = None
            with self.news:
                self.is_open = event is not None
                if isinstance(event, PageShown | BuildEnded) and event.number == self.number:
                    self.last = event if isinstance(event, BuildEnded) or event.in_hand else self.last
            if event is None:
                with self.news:
                    self.news.notify_all()
                return
            try:
                self.listener(event)
            except Exception:  # the next event is heard all the same
                traceback.print_exc()
            with self.news:
                self.news.notify_all()


def _work(orders: Connection, events: Connection, build: Callable[[BuildRequest, Notify], bool]) -> None:
    """Take orders until the server is gone; doesn't return."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the server, which then ends this
    startup.end()  # what is this process's copy of it
    under_way: _UnderWay | None = None
    try:
        while True:
            ready: list[Any] = wait([orders, *([under_way.life] if under_way else [])])
            if under_way and under_way.life in ready:
                if not under_way.finish():
                    events.send(BuildEnded(under_way.number, False))
                under_way = None
            if orders in ready:
                order = orders.recv()
                if under_way:
                    under_way.stop()
                under_way = _UnderWay.begin(order, orders, events, build)
    except EOFError:
        pass
    except BaseException:
        traceback.print_exc()
    finally:
        if under_way:
            under_way.stop()
        os._exit(0)


@dataclass(frozen=True)
class _UnderWay:
    """A build, as the build process sees it."""

    number: int
    process: int
    life: Connection
    """Closed by the end of all its processes."""

    @classmethod
    def begin(
        cls, order: BuildRequest, orders: Connection, events: Connection, build: Callable[[BuildRequest, Notify], bool]
    ) -> _UnderWay:
        life, end = Pipe(duplex=False)
        process = os.fork()
        if process == 0:
            status = 1
            try:
                os.setpgid(0, 0)
                orders.close()
                life.close()
                events.send(BuildEnded(order.number, build(order, events.send)))
                status = 0
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(status)
        end.close()
        return cls(order.number, process, life)

    def stop(self) -> None:
        """End it with the processes that it has begun, which are a group."""
        with suppress(OSError):  # it has ended, or is a group already
            os.setpgid(self.process, self.process)
        with suppress(OSError):
            os.killpg(self.process, signal.SIGKILL)
        self.finish()

    def finish(self) -> bool:
        """Put it away; whether it said itself how it ended."""
        _, status = os.waitpid(self.process, 0)
        self.life.close()
        return status == 0
