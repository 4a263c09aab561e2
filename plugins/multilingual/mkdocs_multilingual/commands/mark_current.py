"""`mark-current`: records that translations agree with their sources as they are now."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage, SourcePages

from ..saying import say
from ..translations import editing, history
from ..translations.states import record_of
from .calls import FILE, Call, RefusedError, need_several
from .saying import tell


@click.command(help=shown(say("Record that translations are current. They agree with their sources as they are now.")))
@click.argument("files", metavar="[FILE]...", type=FILE, nargs=-1)
@click.option(
    "--changed", metavar="BASE", help=shown(say("Every translation that changed since the branch left BASE."))
)
@click.pass_obj
def command(call: Call, files: tuple[Path, ...], changed: str | None) -> int:
    """Run the command."""
    site, docs = call.named, call.docs
    need_several(site, site)
    if not files and changed is None:
        text = say("Name the translations, or use --changed with the name of the branch that this one left.")
        raise RefusedError(text)
    since = history.changed_since(docs, changed) if changed is not None else []
    translations = {page.uri for page in call.library if source_of(call.library, site, page)}
    written: list[tuple[Path, bytes]] = []
    for path in (*files, *(docs / uri for uri in since if uri in translations)):
        page = call.page(path)
        source = source_of(call.library, site, page)
        if source is None:
            beside = docs / site.uri(site.source_locale, page.key)
            raise RefusedError(say("{file} has no source: there is no {beside}.", file=f"{path}", beside=f"{beside}"))
        file = docs / page.uri
        record = editing.record_for(source, record_of(page, site)[0])
        written.append((file, editing.with_record(file.read_bytes().decode("utf-8"), record).encode("utf-8")))
    for file, content in written:
        file.write_bytes(content)
        tell(say("{file}: current.", file=f"{file}"))
    if not written:
        tell(say("No translation has changed."))
    return 0


def source_of(library: SourcePages, site: Site, page: SourcePage) -> SourcePage | None:
    """The page that another one is the translation of, by its record or as the source language's."""
    written = page.matter.values.get("translation")
    named = written.get("source") if isinstance(written, dict) else None
    locale = str(named) if named in site.languages and named != page.locale else site.source_locale
    return library.page(locale, page.key) if locale != page.locale else None
