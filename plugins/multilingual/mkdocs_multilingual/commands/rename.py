"""`rename`: a page moved in all languages, with the links to it, its own, and its addresses."""

from __future__ import annotations

from pathlib import Path
from posixpath import dirname, join

import click

from mkdocs_foundation.reports.message import shown

from ..addresses.slugs import is_index
from ..moving import plans
from ..saying import say
from . import moving_files
from .calls import FILE, Call, RefusedError
from .saying import tell

_HELP = say(
    "Move a page in all languages. PAGE is one of its files, NEW its new name, or a path within the "
    "language such as articles/trust.md. Links follow, old addresses lead to the new ones, and "
    "translations stay current."
)


@click.command(help=shown(_HELP))
@click.argument("page", type=FILE)
@click.argument("new")
@click.option("--dry-run", is_flag=True, help=shown(say("Tell what would be done, and change nothing.")))
@click.pass_obj
def command(call: Call, page: Path, new: str, dry_run: bool) -> int:
    """Run the command."""
    site, old = call.named, call.page(page).key
    name = new.removesuffix(".md")
    key = join("" if "/" in name else dirname(old), f"{name.strip('/')}.md")
    if is_index(old) or is_index(key):
        raise RefusedError(say("The page of a folder, {file}, belongs to its folder.", file=site.shown(f"…/{old}")))
    if key == old:
        raise RefusedError(say("The page has this name already."))
    if ".." in key.split("/") or "\\" in key:
        raise RefusedError(say("Write a path within the language, such as articles/trust.md, not {path}.", path=new))
    desk = moving_files.desk_of(call)
    plan = plans.rename(desk, old, key)
    if taken := moving_files.is_free(call.docs, list(plan.moved.values())):
        raise RefusedError(say("{file} already exists.", file=site.shown(taken)))
    settings, lines = moving_files.settings_with(call, [(old, key), *plan.moved.items()])
    if not dry_run:
        moving_files.carry_out(call, plan, settings if lines else None)
    for was, now in plan.moved.items():
        tell(say("{old} → {new}", old=site.shown(was), new=site.shown(now)))
    moving_files.tell_places(say("Links that change:"), plan.changed_links, site)
    moving_files.tell_addresses(call, plan, lines)
    tell(say("Nothing was changed.") if dry_run else say("The words of the links are as they were."))
    return 0
