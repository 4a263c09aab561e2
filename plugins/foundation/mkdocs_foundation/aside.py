"""A result that another process makes while this one goes on, where the system can fork and has several processors."""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from . import kept

R = TypeVar("R")


def begin(make: Callable[[], R]) -> Callable[[], R]:
    """Begin to make a result; the function that is returned waits for it.

    Only where nothing is kept yet does it pay: otherwise, and wherever the other process fails, the result is made when
    it is asked for, and raises then what it has to raise.
    """
    if not kept.are_none() or not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or _are_others():
        return make
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(pickle.dumps((make(), kept.added()), pickle.HIGHEST_PROTOCOL))
        os._exit(0)
    os.close(writing)

    def result() -> R:
        with os.fdopen(reading, "rb") as pipe:
            written = pipe.read()
        os.waitpid(child, 0)
        try:
            made, added = pickle.loads(written)
        except Exception:  # cut off, or nothing: it failed there
            return make()
        kept.take(added)
        found: R = made
        return found

    return result


def _are_others() -> bool:
    """Whether there are threads that may hold a lock: the other process would wait for it in vain. Timers hold none."""
    main = threading.main_thread()
    return not all(thread is main or isinstance(thread, threading.Timer) for thread in threading.enumerate())
