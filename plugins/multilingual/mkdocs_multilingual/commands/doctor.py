"""`doctor`: what a machine, a site or a new language still lacks, each with what to do."""

from __future__ import annotations

import click

from . import new_language
from .calls import Call, RefusedError, read, working


@click.command(help="Say what is missing, and what to do.")
@click.option("--new-language", "locale", metavar="LOCALE", required=True, help="What a language lacks, such as fi.")
@click.pass_obj
def command(call: Call, locale: str) -> int:
    """Run the command; 1 if something is missing."""
    if not new_language.LOCALE.fullmatch(locale):
        raise RefusedError(f'"{locale}" is no locale: write fi, for example, or pt-BR.')
    with working("Reading the pages"):
        parts = new_language.check(call.config, read(call.config, call.config.site)[0], locale)
    click.echo(new_language.as_text(parts, locale))
    return 1 if any(part.missing for part in parts) else 0
