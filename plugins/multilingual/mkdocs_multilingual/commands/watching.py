"""The changes of files, for a command that runs again after each of them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..saying import say
from .calls import RefusedError

_QUIET = 0.05
"""Seconds without another change after which an editor has written all that it writes in one save."""


@contextmanager
def changes(*places: Path) -> Iterator[Iterator[None]]:
    """Yields at once, and then once after each change of files or folders, until Ctrl-C.

    Raises `RefusedError` where the library that MkDocs watches files with isn't installed.
    """
    try:
        from watchdog.events import FileSystemEvent, FileSystemEventHandler
        from watchdog.observers import Observer
    except ImportError as error:
        raise RefusedError(say("--watch needs the package watchdog, which comes with MkDocs.")) from error
    changed = threading.Event()

    class Handler(FileSystemEventHandler):
        def __init__(self, place: Path) -> None:
            self._file = place.name if place.is_file() else ""

        def on_any_event(self, event: FileSystemEvent) -> None:
            names = {Path(str(path)).name for path in (event.src_path, event.dest_path) if path}
            is_read_only = event.event_type in ("opened", "closed_no_write")
            if not is_read_only and not event.is_directory and (not self._file or self._file in names):
                changed.set()

    observer = Observer()
    for place in places:
        folder = place.parent if place.is_file() else place
        observer.schedule(Handler(place), str(folder), recursive=place.is_dir())
    observer.daemon = True
    observer.start()
    try:
        yield _until_interrupted(changed)
    finally:
        observer.stop()


def _until_interrupted(changed: threading.Event) -> Iterator[None]:
    try:
        yield
        while True:
            while not changed.wait(timeout=3600):  # with a timeout Ctrl-C is noticed on Windows too
                pass
            while changed.is_set():
                changed.clear()
                time.sleep(_QUIET)
            yield
    except KeyboardInterrupt:
        return
