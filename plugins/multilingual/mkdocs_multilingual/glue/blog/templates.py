"""Filters that Material's templates of the blog use."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from ...blog import dates
from .pages import View


def add_filters(env: Environment, date_format: str, locale: str) -> None:
    """Add `date`, and let links to the further pages of a list lead to its first where a page links to itself."""
    url_filter = env.filters["url"]

    @pass_context
    def url(context: Context, address: str | None) -> Any:
        page = context.get("page")
        if isinstance(page, View) and page.url == address:
            address = page.first.url
        return url_filter(context, address)

    def date(moment: datetime) -> str:
        return dates.formatted(moment, date_format, locale)

    env.filters["date"] = date
    env.filters["url"] = url
