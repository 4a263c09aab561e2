"""Builds in a process of their own, as a command is one, which can be killed."""

from __future__ import annotations

import gzip
import logging
import os
import pickle
import re
import signal
from dataclasses import dataclass
from pathlib import Path

from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort


@dataclass(frozen=True)
class Outcome:
    """What is left of a build."""

    is_done: bool
    """Whether it ended without an error."""
    said: tuple[str, ...]
    """What was logged about the site, in alphabetical order."""
    own: tuple[str, ...]
    """What the plugin `incremental` has said of its work."""


def build_apart(root: Path, target: str, *, kept: bool = True, killed_at: int | None = None) -> Outcome | None:
    """Build the site of a folder into a folder below it; `None` where it was killed.

    `kept`: with `incremental`; `killed_at`: when so many files have been written.
    """
    result = root / f"{target}.outcome"
    result.unlink(missing_ok=True)
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        try:
            result.write_bytes(pickle.dumps(_build(root, target, kept, killed_at)))
        except BaseException as error:  # tells the parent, in whichever way the build has failed
            result.write_bytes(pickle.dumps(Outcome(False, (repr(error),), ())))
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    found: Outcome | None = pickle.loads(result.read_bytes()) if result.exists() else None
    return found


def files(site: Path) -> dict[str, bytes]:
    """The files of a site; of Pagefind's, which have other names in each run, what they tell of pages."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    texts = {name: path.read_bytes() for name, path in found.items() if "/pagefind/" not in name}
    fragments = [path for name, path in found.items() if name.endswith(".pf_fragment")]
    texts["fragments"] = b"\n".join(sorted(gzip.decompress(path.read_bytes()) for path in fragments))
    return texts


def _build(root: Path, target: str, kept: bool, killed_at: int | None) -> Outcome:
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    logger.setLevel(logging.INFO)
    logging.getLogger(build.__module__).addFilter(utils.DuplicateFilter())  # as the command does
    if killed_at is not None:
        _end_at(killed_at)
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / target))
    config.plugins["incremental"].config.enabled = kept
    is_done = True
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Abort:
        is_done = False
    lines = [re.sub(rf"{re.escape(str(root))}/(\.{target}-\w+|{target})", "SITE", line) for line in heard.lines]
    about = [line for line in lines if not re.search(r"incremental: |Documentation built in|^Killed", line)]
    return Outcome(is_done, tuple(sorted(about)), tuple(line for line in lines if "incremental: " in line))


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.getMessage()}")


def _end_at(number: int) -> None:
    left, write = iter(range(number)), utils.write_file

    def killed(content: bytes, path: str) -> None:
        if next(left, None) is None:
            os.killpg(0, signal.SIGKILL)  # the processes of other languages too
        write(content, path)

    utils.write_file = killed
