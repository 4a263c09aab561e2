"""`new`: pages begun, with everything that a page of their kind needs."""

from __future__ import annotations

from pathlib import Path

import click

from ..translations import editing
from .calls import FILE, Call, RefusedError, need_several


@click.group(help="Begin a page; nothing that is there is ever written over.")
def command() -> None:
    """Hold the kinds of pages."""


@command.command(help="Copy SOURCE to LOCALE, to be translated; readers don't see it before its text has changed.")
@click.argument("source", type=FILE)
@click.argument("locale")
@click.pass_obj
def translation(call: Call, source: Path, locale: str) -> int:
    """Run the command."""
    site, docs = call.named, call.docs
    need_several(site, site)
    page = call.page(source)
    others = [lang for lang in site.languages if lang != page.locale]
    if locale not in others:
        raise RefusedError(f'"{locale}" is no other language of this site. Write one of: {", ".join(others)}.')
    target = docs / site.uri(locale, page.key)
    if target.exists():
        raise RefusedError(f"{target} already exists. Edit it, then run `servicekompas mark-current {target}`.")
    text = editing.stub((docs / page.uri).read_text(encoding="utf-8"), page)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    click.echo(f"{target} holds the text of {docs / page.uri}. Translate it into {locale}; keep ids and links.")
    if slug := page.matter.values.get("slug"):
        click.echo(f"It has no `slug` yet, which is `{slug}` in {page.locale}: write one in {locale}.")
    click.echo("It is untranslated until its text changes: readers get what they would get without it.")
    return 0
