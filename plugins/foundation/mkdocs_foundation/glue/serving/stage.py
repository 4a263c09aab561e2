"""Where a build under `mkdocs serve` writes, and how it shows what is ready before the whole is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from .. import static_i18n
from . import publishing

_FOLDER = ".built-"
"""Below the folder that is served, so that it is on the same disk and goes with it."""


@dataclass(frozen=True)
class Stage:
    """A build beside the site that is served."""

    site: Path
    """The folder that is served."""
    number: int
    """Of the build: one that was ended may still write a file, so that each has a folder of its own."""
    told: Callable[[bool, bool], None]
    """Called when pages have been published.

    With whether files have changed that all pages load, and whether the language in hand is among what is ready.
    """
    locale: str = ""
    """The language in hand, which is to be ready first; "" where none is."""

    @property
    def folder(self) -> Path:
        """Where the build writes."""
        return self.site / f"{_FOLDER}{self.number}"

    def clear(self) -> None:
        """Remove what earlier builds have left."""
        for path in self.site.glob(f".*{_FOLDER[1:]}*"):
            shutil.rmtree(path, ignore_errors=True)

    def show(self, folder: Path, locale: str) -> None:
        """Show a language before the whole site is built."""
        self.told(publishing.show(folder, self.site), locale == (self.locale or locale))

    def publish(self) -> None:
        """Put the whole site into place, unless it was built there: without any of our plugins in `mkdocs.yml`."""
        self.told(not self.folder.is_dir() or publishing.publish(self.folder, self.site), True)


CURRENT: ContextVar[Stage | None] = ContextVar("CURRENT", default=None)
"""That of the build under way; `None` for one that isn't of a running server."""


def enter(config: MkDocsConfig) -> None:
    """Write beside the site that is served; called at `on_config` of the first language."""
    if current := CURRENT.get():
        config.site_dir = str(current.folder)


def show_language(config: MkDocsConfig) -> None:
    """Show a language that has just been built; nothing where no server runs."""
    if current := CURRENT.get():
        locale = static_i18n.current_locale(config, static_i18n.site(config))
        current.show(Path(config.site_dir), locale)


def locale_in_hand() -> str:
    """The language that is to be ready first; "" for none."""
    current = CURRENT.get()
    return current.locale if current else ""
