"""Edits as the system reports them, sooner than MkDocs, which looks twice a second.

Only for a page in hand: MkDocs goes on asking for builds, also where the system reports nothing, as on a network.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from mkdocs.plugins import get_plugin_logger
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from ...reports.message import say, shown

log = get_plugin_logger("serve")

_QUIET = 0.03
"""Seconds without a further report, until an editor is taken to have saved: some write a file in several steps."""


def watch(folder: Path, edited: Callable[[list[str]], None]) -> None:
    """Call a function, in a thread of its own, with the paths below a folder of the files that an author has saved."""
    reports: Queue[str] = Queue()

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            for path in (event.src_path, event.dest_path):
                if path and not event.is_directory and event.event_type in ("created", "modified", "moved"):
                    reports.put(str(path))

    def collect() -> None:
        while True:
            found = {reports.get()}
            try:
                while True:
                    found.add(reports.get(timeout=_QUIET))
            except Empty:
                edited([Path(path).relative_to(folder).as_posix() for path in sorted(found) if Path(path).is_file()])

    observer = Observer()
    observer.daemon = True
    observer.schedule(Handler(), str(folder), recursive=True)
    try:
        observer.start()
    except OSError as error:  # the system watches no more files
        log.info(
            shown(
                say(
                    "An edited page is shown when its language is built: the system doesn't report edits ({error}).",
                    error=f"{error}",
                )
            )
        )
        return
    Thread(target=collect, daemon=True).start()
