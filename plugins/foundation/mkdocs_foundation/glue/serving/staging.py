"""Where a build under `mkdocs serve` writes, and how it shows what is ready before the whole is."""

from __future__ import annotations

import shutil
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from ...reports.message import say, shown
from ...values import dataclass
from . import publishing
from .changes import Changes

if TYPE_CHECKING:
    from .build_process import Notify

_FOLDER = ".built-"
"""Below the folder that is served, so that it is on the same disk and goes with it."""


@dataclass(frozen=True)
class Staging:
    """A build beside the site that is served."""

    site: Path
    """The folder that is served."""
    number: int
    """Of the build: one that was ended may still write a file, so that each has a folder of its own."""
    locale: str
    """The language in hand, which is to be ready first; "" where none is."""
    tell: Notify
    """Sends an event to the server."""
    changes: Changes
    """The files as the build has found them."""

    @property
    def folder(self) -> Path:
        """Where the build writes."""
        return self.site / f"{_FOLDER}{self.number}"

    def clear(self) -> None:
        """Remove what earlier builds have left."""
        for path in self.site.glob(f".*{_FOLDER[1:]}*"):
            shutil.rmtree(path, ignore_errors=True)

    def is_obsolete(self) -> bool:
        """Whether files have changed in the meantime: what was built of others is not shown, and built anew soon."""
        return bool(self.changes.since_begin())

    def show(self, folder: Path, locale: str) -> bool:
        """Show a language before the whole site is built, unless it is obsolete; whether that was done."""
        if self.is_obsolete():
            return False
        from .build_process import PageShown

        in_hand = locale == (self.locale or locale)
        self.tell(PageShown(self.number, publishing.show(folder, self.site), in_hand))
        return True

    def publish(self) -> None:
        """Put the whole site into place, unless it was built there: without any of our plugins in `mkdocs.yml`."""
        from .build_process import PageShown

        is_there = not self.folder.is_dir()
        if is_there or not self.is_obsolete():
            self.tell(PageShown(self.number, is_there or publishing.publish(self.folder, self.site), True))
            log.info(shown(say("The whole site is shown.")))


log = get_plugin_logger("serve")

CURRENT: ContextVar[Staging | None] = ContextVar("CURRENT", default=None)
"""That of the build under way; `None` for one that isn't of a running server."""


def enter(config: MkDocsConfig) -> None:
    """Write beside the site that is served; called at `on_config` of the first language."""
    if current := CURRENT.get():
        config.site_dir = str(current.folder)


def locale_in_hand() -> str:
    """The language that is to be ready first; "" for none."""
    current = CURRENT.get()
    return current.locale if current else ""
