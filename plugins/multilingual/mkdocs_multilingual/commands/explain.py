"""`explain`: what a message of the check means, with an example."""

from __future__ import annotations

from textwrap import shorten

import click
from click.shell_completion import CompletionItem

from mkdocs_foundation.reports import explanations
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.reports.problems import nearest

from ..saying import say
from .calls import RefusedError
from .saying import tell

_WIDTH = 100


def _codes(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    found = explanations.of_plugins().values()
    return [CompletionItem(each.code, help=each.summary) for each in found if each.code.startswith(incomplete)]


@click.command(
    help=shown(say("Explain a message by its CODE. It is the word in square brackets; without one, all are listed."))
)
@click.argument("code", required=False, shell_complete=_codes)
def command(code: str | None) -> int:
    """Run the command."""
    known = explanations.of_plugins()
    if code is None:
        width = max(map(len, known), default=0)
        for each in known.values():
            click.echo(f"{each.code:{width}}  {shorten(each.summary, _WIDTH - width, placeholder=' …')}")
        return 0
    asked = code.strip().strip("[]`")
    found = known.get(asked)
    if found is None:
        near = nearest(asked, known)
        if near is None:
            raise RefusedError(say("There is no message with the code {code}: `explain` alone lists all.", code=asked))
        found = known[near]
        tell(say("There is no message with the code {code}; the nearest is {near}.", code=asked, near=near), err=True)
    click.echo(click.style(found.code, bold=True))
    click.echo()
    click.echo(found.text)
    return 0 if found.code == asked else 2
