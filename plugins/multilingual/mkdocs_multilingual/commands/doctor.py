"""`doctor`: what a machine, a site or a new language still lacks, each with what to do."""

from __future__ import annotations

import click

from mkdocs_foundation.message import shown

from ..saying import say
from . import new_language
from .calls import Call, RefusedError, read, working

_OF_LANGUAGE = say("What a new language lacks, such as fi.")


@click.command(help=shown(say("Say what is missing, and what to do.")))
@click.option("--new-language", "locale", metavar="LOCALE", required=True, help=shown(_OF_LANGUAGE))
@click.pass_obj
def command(call: Call, locale: str) -> int:
    """Run the command; 1 if something is missing."""
    if not new_language.LOCALE.fullmatch(locale):
        raise RefusedError(say('"{locale}" is no locale: write fi, for example, or pt-BR.', locale=locale))
    with working(say("Reading the pages")):
        parts = new_language.check(call.config, read(call.config, call.config.site)[0], locale)
    click.echo(new_language.as_text(parts, locale))
    return 1 if any(part.missing for part in parts) else 0
