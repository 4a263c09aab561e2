"""`changes`: what a branch changes, for those who read a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from mkdocs_foundation.reports.message import Words, shown, words
from mkdocs_foundation.sources.site_config import SiteConfig

from .. import words as catalogues
from ..preview import changed, files
from ..preview.changed import Change, Changed
from ..saying import say
from ..translations import git, history
from ..translations.states import State, states
from .calls import FILE, Call, RefusedError, read

NAMES = {
    Change.ADDED: say("new"),
    Change.CHANGED: say("changed"),
    Change.DELETED: say("deleted"),
    Change.RENAMED: say("renamed"),
}
"""What happened to a file, in words."""


@click.command(
    help=shown(say("Print, in Markdown, the pages that a branch changes since BASE, and their translations."))
)
@click.argument("base")
@click.option(
    "--site", "folder", metavar="FOLDER", type=FILE, help=shown(say("The built site, for the names of pages."))
)
@click.pass_obj
def command(call: Call, base: str, folder: Path | None) -> int:
    """Run the command."""
    config = call.config
    write = words(config.site.source_locale)
    found = since(config, base, folder)
    lines = [f"### {write(say('Pages that change'))}", ""]
    if found:
        lines += [changed.as_markdown(found, {c: write(name) for c, name in NAMES.items()}, config.docs_dir), ""]
        lines += _translations(config, found, write)
    else:
        lines += [write(say("Nothing in {docs} differs from {base}.", docs=config.docs_dir, base=base))]
    click.echo("\n".join(lines))
    return 0


def since(config: SiteConfig, base: str, folder: Path | None) -> list[Changed]:
    """What a branch has changed since it left `base`; `folder` is the built site. Raises `RefusedError`."""
    arguments = ("diff", "--name-status", "-M", "--relative", "-z", f"{base}...HEAD", "--", ".")
    written = git.git(config.docs, *arguments)
    if written is None:
        text = say(
            "git can't compare this branch with {base}: the history is not complete, or has no {base}.", base=base
        )
        raise RefusedError(text)
    built = files.built_pages(folder) if folder else []
    return changed.changed_pages(changed.read_files(written.decode("utf-8", "surrogateescape")), built, config.docs_dir)


def _translations(config: SiteConfig, found: list[Changed], write: Words) -> Iterator[str]:
    """The translations of the changed pages that aren't current."""
    site = config.site
    if len(site.languages) < 2:
        return
    with_source = config.plugins.get("multilingual", {}).get("with_source") is True
    keys = {site.key_of(one.file.path) for one in found}
    every = states(read(config, site)[0], site, history.History(config.docs).together, with_source)[0]
    left = [t for t in every if t.key in keys and t.state not in (State.CURRENT, State.LOCAL_ONLY)]
    yield from (f"### {write(say('Translations'))}", "")
    if not left:
        yield write(say("All translations of these pages are current."))
    t = catalogues.load(site.source_locale, None)[0]
    yield from (f"- `{site.shown(one.uri)}`: {t(f'status.state.{one.state.value}')}" for one in left)
