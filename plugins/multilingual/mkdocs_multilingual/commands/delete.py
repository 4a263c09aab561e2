"""`delete`: a page deleted in all languages, with what leads to it."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_foundation.reports.message import listed, shown

from ..addresses.slugs import is_index
from ..moving import plans
from ..saying import say
from . import asking, moving_files
from .calls import FILE, Call, RefusedError
from .saying import tell

_HELP = say("Delete a page in all languages: PAGE is one of its files. What leads to it is listed.")
_INSTEAD = say("Another page that links and old addresses lead to from now on.")


@click.command(help=shown(_HELP))
@click.argument("page", type=FILE)
@click.option("--instead", metavar="PAGE", type=FILE, help=shown(_INSTEAD))
@click.option("--dry-run", is_flag=True, help=shown(say("Tell what would be done, and change nothing.")))
@click.option("--yes", is_flag=True, help=shown(say("Don't ask.")))
@click.pass_obj
def command(call: Call, page: Path, instead: Path | None, dry_run: bool, yes: bool) -> int:
    """Run the command; 1 if links to the page are left."""
    site, old = call.named, call.page(page).key
    other = call.page(instead).key if instead else None
    if is_index(old):
        raise RefusedError(say("The page of a folder, {file}, belongs to its folder.", file=site.shown(f"…/{old}")))
    if other == old:
        raise RefusedError(say("The page can't stand in for itself."))
    plan = plans.delete(moving_files.desk_of(call), old, other)
    # Without another page the lines that name it only have to be found.
    leads = {uri: site.uri(site.locale_of(uri) or site.source_locale, other) if other else "-" for uri in plan.deleted}
    pairs = [(old, other or "-"), *leads.items()]
    settings, lines = moving_files.settings_with(call, pairs)
    tell(say("To delete: {files}", files=listed(site.shown(uri) for uri in plan.deleted)))
    moving_files.tell_places(say("Links that change:"), plan.changed_links, site)
    moving_files.tell_places(say("Links that then lead nowhere; the sentences are yours:"), plan.dead_links, site)
    moving_files.tell_addresses(call, plan, lines)
    if dry_run:
        tell(say("Nothing was changed."))
    elif not yes and not (asking.is_terminal() and click.confirm(shown(say("Delete?")))):
        raise RefusedError(say("Nothing was changed: add --yes to delete the page."))
    else:
        moving_files.carry_out(call, plan, settings if other and lines else None)
    return 1 if plan.dead_links or (lines and not other) else 0
