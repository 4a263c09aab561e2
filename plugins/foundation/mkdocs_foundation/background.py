"""A result that another process makes while this one goes on, where the system can fork and has several processors."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

from .caching import results
from .reports.message import say

R = TypeVar("R")


class Aside(Generic[R]):
    """A result that is being made in a copy of this process; whoever begins one has made sure that it can be copied.

    What it keeps by `kept` is kept by this process, which may go on to keep other results meanwhile.
    """

    def __init__(self, make: Callable[[], R]) -> None:
        """Begin to make it."""
        self._make = make
        self._owner = os.getpid()
        self._reading, writing = os.pipe()
        gc.freeze()  # or the process would look through all that it has in common with this one, and copy it
        self._child = os.fork()
        if self._child == 0:
            with suppress(BaseException):
                os.close(self._reading)
                before = results.made()
                written = pickle.dumps((make(), results.made(before)), pickle.HIGHEST_PROTOCOL)
                with os.fdopen(writing, "wb") as pipe:
                    pipe.write(written)
            os._exit(0)
        gc.unfreeze()
        os.close(writing)

    def __call__(self) -> R:
        """Wait for the result. Where the other process fails it is made here, and raises what it has to raise."""
        with os.fdopen(self._reading, "rb") as pipe:
            written = pipe.read()
        os.waitpid(self._child, 0)
        try:
            found, made = pickle.loads(written)
        except Exception:  # cut off, or nothing: it failed there
            return self._make()
        results.take(made)
        result: R = found
        return result

    @property
    def is_of_this_process(self) -> bool:
        """Whether this isn't the copy in a process that was forked later, to which it doesn't belong."""
        return self._owner == os.getpid()

    def stop(self) -> None:
        """End the process, when nobody will ask for its result."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._reading)


def begin(make: Callable[[], R]) -> Callable[[], R]:
    """Begin to make a result; what is returned waits for it.

    Only where nothing is kept yet does it pay: otherwise the result is made when it is asked for.
    """
    if not results.are_none() or (os.cpu_count() or 1) < 2 or reason_against_copies():
        return make
    return Aside(make)


def reason_against_copies() -> str:
    """Why this process can't be copied here; "" where it can.

    A thread may hold a lock, for which the copy would wait in vain. Timers hold none.
    """
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return say("this system can't copy a running process safely")
    others = [thread for thread in threading.enumerate() if thread is not threading.main_thread()]
    return "" if all(isinstance(thread, threading.Timer) for thread in others) else say("other threads are running")
