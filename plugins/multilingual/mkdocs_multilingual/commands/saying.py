"""What the commands say, in the language of the machine; and what they write into pages, in that of the page."""

from __future__ import annotations

import click

from mkdocs_foundation.reports import message


def tell(text: str, err: bool = False) -> None:
    """Print a text."""
    click.echo(message.shown(text), err=err)


def for_page(text: str, locale: str) -> str:
    """A text in the language of a page."""
    return message.words(locale)(text)
