"""What the commands say, in the language of the machine; and what they write into pages, in that of the page."""

from __future__ import annotations

import click


def say(template: str, /, **values: object) -> str:
    """The text of a template with its values."""
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", str(value))
    return template


def tell(text: str, err: bool = False) -> None:
    """Print a text."""
    click.echo(text, err=err)


def shown(text: str) -> str:
    """A text in the language of the machine."""
    return text


def for_page(text: str, locale: str) -> str:
    """A text in the language of a page."""
    return text
