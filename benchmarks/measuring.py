"""Time and memory of a program with all the processes that it starts, and how soon a served page shows an edit."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.1
"""Seconds between two looks at the memory: one takes about a millisecond for each process."""
PATIENCE = 900
"""Seconds until a program that hasn't answered is taken to have failed."""
PROC = Path("/proc")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as those are that pip has installed: ours are installed to be edited."""
ENVIRONMENT["NO_MKDOCS_2_WARNING"] = "1"


@dataclass(frozen=True)
class Cost:
    """What a run took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all processes together."""
    memory: int
    """Bytes of all processes together at their peak, shared ones counted once; 0 where there is no `/proc`."""

    def __add__(self, other: Cost) -> Cost:
        """The cost of two runs, one after the other."""
        return Cost(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory))


def run(command: list[str], folder: Path) -> Cost:
    """Run a command to its end.

    Raises `ChildProcessError` with the end of its output if it fails.
    """
    log = folder / "output.txt"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start, peak = time.perf_counter(), 0
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env=ENVIRONMENT, start_new_session=True
        )
        while process.poll() is None:
            peak = max(peak, _memory(process.pid))
            with suppress(subprocess.TimeoutExpired):
                process.wait(PAUSE)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise ChildProcessError(f"{' '.join(command)}\n{log.read_text('utf-8', 'replace')[-3000:]}")
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak)


def latencies(command: list[str], folder: Path, address: str, edit: Callable[[str], None], edits: int) -> list[float]:
    """Seconds from each of several edits of a page until the page that is served shows it.

    Raises `ChildProcessError` if the program ends or doesn't answer.
    """
    log = folder / "served.txt"
    found = []
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env=ENVIRONMENT, start_new_session=True
        )
    try:
        _until(address, "<main", process, log)
        for number in range(edits):
            time.sleep(2)  # what is still done for the last edit
            mark = f"Edit{number}{time.time_ns()}"
            edit(mark)
            start = time.perf_counter()
            _until(address, mark, process, log)
            found.append(time.perf_counter() - start)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        _until_gone(process.pid)
    return found


def _until_gone(session: int) -> None:
    """Wait for the processes that a program has begun, also in groups of their own: they may still write files."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and any(_processes(session)):
        time.sleep(0.02)


def _until(address: str, mark: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with (
            suppress(urllib.error.URLError, ConnectionError, TimeoutError),
            urllib.request.urlopen(address, timeout=PATIENCE) as answer,
        ):
            if mark in answer.read().decode("utf-8", "replace"):
                return
        time.sleep(0.02)
    raise ChildProcessError(f"{address} doesn't show {mark}.\n{log.read_text('utf-8', 'replace')[-3000:]}")


def _processes(session: int) -> Iterator[Path]:
    """The folders, in `/proc`, of the processes of a session; none where the system has no such folders."""
    for path in PROC.glob("[0-9]*/stat"):
        with suppress(OSError):
            # The name of a program, in parentheses, may have spaces; then come its state, two numbers, and its session.
            state, _, _, of_session = path.read_text("utf-8", "replace").rpartition(")")[2].split()[:4]
            if of_session == str(session) and state != "Z":
                yield path.parent


def _memory(session: int) -> int:
    """Bytes that the processes of a session have now, a share of what several have in common."""
    total = 0
    for folder in _processes(session):
        with suppress(OSError):
            rollup = (folder / "smaps_rollup").read_text("ascii")
            total += int(rollup.partition("\nPss:")[2].split()[0]) * 1024
    return total
