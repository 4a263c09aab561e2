"""`preview-files`: a built site as a folder that opens from the disk."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_foundation.reports.message import shown, words

from ..preview import changed, files
from ..saying import say
from .calls import FILE, Call, RefusedError
from .changes import NAMES, since
from .saying import tell

START = "preview.html"
"""Page with the changes, in the folder of the site."""


@click.command(help=shown(say("Change the built site in FOLDER so that it opens from the disk, without a server.")))
@click.argument("folder", type=FILE)
@click.option(
    "--since", "base", metavar="BASE", help=shown(say("List in preview.html what the branch changes since BASE."))
)
@click.pass_obj
def command(call: Call, folder: Path, base: str | None) -> int:
    """Run the command."""
    config = call.config
    if not (folder / "index.html").is_file():
        raise RefusedError(say("{folder} is no built site: build it first, with `mkdocs build`.", folder=f"{folder}"))
    found = since(config, base, folder) if base else None
    note = say("This is a preview, opened from the disk. The search works on the published site only.")
    files.open_from_disk(folder, config.site.url, lambda lang: words(lang)(note))
    start = "index.html"
    if found is not None:
        start, lang = START, config.site.source_locale
        write = words(lang)
        names = {change: write(name) for change, name in NAMES.items()}
        page = changed.as_html(found, write(say("Pages that change")), names, lang)
        (folder / START).write_text(page, encoding="utf-8", newline="\n")
    tell(say("Open {file} in a browser.", file=f"{folder / start}"))
    return 0
