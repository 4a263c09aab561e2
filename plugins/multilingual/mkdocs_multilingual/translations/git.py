"""What git knows of a folder: the output of a command, and the contents of files in commits."""

from __future__ import annotations

import subprocess
import weakref
from functools import cached_property
from pathlib import Path


def git(folder: Path, *arguments: str) -> bytes | None:
    """The output of git in a folder; `None` where there is no git, no repository, or no such thing in it."""
    try:
        run = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return run.stdout if run.returncode == 0 else None


class Contents:
    """Contents of files in commits, read through one process of git: hundreds of files cost one start of it."""

    def __init__(self, folder: Path) -> None:
        """Start nothing yet; paths are from this folder."""
        self._folder = folder

    def of(self, revision: str, path: str) -> bytes | None:
        """The content of a file in a commit; `None` where there is no git, no such commit, or no such file in it."""
        if "\n" in path:  # the process takes one name a line
            return git(self._folder, "show", f"{revision}:./{path}")
        if (process := self._process) is None or not process.stdin or not process.stdout:
            return None
        try:
            process.stdin.write(f"{revision}:./{path}\n".encode("utf-8", "surrogateescape"))
            process.stdin.flush()
        except OSError:  # there is no repository: the process has ended
            return None
        head = process.stdout.readline()  # "<id> <kind> <size>", or "<name> missing"
        if not head or head.endswith((b" missing\n", b" ambiguous\n")):
            return None
        _, kind, size = head.split(b" ")
        content = process.stdout.read(int(size))
        process.stdout.read(1)  # a line break after each content
        return content if kind == b"blob" else None

    @cached_property
    def _process(self) -> subprocess.Popen[bytes] | None:
        command = ["git", "-C", str(self._folder), "cat-file", "--batch"]
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            return None
        weakref.finalize(self, _end, process)
        return process


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let a process that reads its input to the end end."""
    process.communicate()
