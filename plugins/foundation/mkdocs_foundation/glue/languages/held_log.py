"""Lines of the log that are held back, until those are known that belong before them."""

from __future__ import annotations

import atexit
import logging
from collections.abc import Callable
from copy import copy

from mkdocs.utils import CountHandler

from .processes import LOGGER


class HeldLog(logging.Handler):
    """Holds back what would be shown or counted; other handlers, which hear what is said of a page, hear it at once."""

    def __init__(self) -> None:
        """Hold back what is logged from now on."""
        super().__init__()
        self._records: list[logging.LogRecord] = []
        self._logger = logging.getLogger(LOGGER)
        shown = (logging.StreamHandler, CountHandler)
        self._later = [handler for handler in self._logger.handlers if isinstance(handler, shown)]
        self._logger.handlers[:] = [self, *(one for one in self._logger.handlers if one not in self._later)]
        self._propagates, self._logger.propagate = self._logger.propagate, False
        atexit.register(self._show)  # nothing else is called where a build is interrupted

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line, with its text made: what it names may change."""
        held = copy(record)
        held.msg, held.args = record.getMessage(), None
        self._records.append(held)

    def end(self, before: Callable[[], None]) -> None:
        """Show and count what `before` logs, then what was held back."""
        atexit.unregister(self._show)
        self._logger.handlers[:] = [*self._later, *(one for one in self._logger.handlers if one is not self)]
        self._logger.propagate = self._propagates
        try:
            before()
        finally:
            self._show()

    def _show(self) -> None:
        above = self._logger.parent if self._propagates else None
        for record in self._records:
            for handler in self._later:
                if record.levelno >= handler.level:
                    handler.handle(record)
            if above and above.hasHandlers():
                above.callHandlers(record)
