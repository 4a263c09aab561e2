"""The time of a build, of which it is noticed when a page shows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from mkdocs.utils.templates import TemplateContext


class _NoticedTime(datetime):
    """A time that tells when it is used."""

    use: Callable[[], None]

    def __getattribute__(self, name: str) -> Any:
        """Whatever of it is asked for."""
        if name not in ("use", "__class__"):
            self.use()
        return super().__getattribute__(name)

    def __str__(self) -> str:
        """The time, in a template."""
        self.use()
        return super().__str__()

    def __format__(self, form: str) -> str:
        """The time in a form of its own."""
        self.use()
        return super().__format__(form)


def watch(context: TemplateContext, use: Callable[[], None]) -> None:
    """Call a function when a page that is put into its template shows the time of the build."""
    time = context["build_date_utc"]
    moment = _NoticedTime.combine(time.date(), time.timetz())
    moment.use = use
    context["build_date_utc"] = moment
