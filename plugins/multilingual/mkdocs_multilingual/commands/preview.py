"""`preview`: a part of the site in the browser, quickly: one language, or one page with those around it."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from mkdocs_foundation.reports.message import listed, shown

from ..saying import say
from . import calls, reduced
from .calls import FILE, Call, RefusedError
from .saying import tell

_HELP = say(
    "Show a part of the site in the browser. It is one language, or PAGE with the pages around it, and "
    "reloads on each edit. Search, share images and other languages are left out."
)


@click.command(help=shown(_HELP))
@click.argument("page", type=FILE, required=False)
@click.option(
    "--language",
    "locale",
    metavar="LOCALE",
    shell_complete=calls.locales,
    help=shown(say("Default: the source language.")),
)
@click.option("--address", default="127.0.0.1:8000", show_default=True, help=shown(say("Where it is shown.")))
@click.option("--open", "is_opened", is_flag=True, help=shown(say("Open it in the browser.")))
@click.pass_obj
def command(call: Call, page: Path | None, locale: str | None, address: str, is_opened: bool) -> int:
    """Run the command."""
    site = call.named
    if not _is_free(address):
        raise RefusedError(
            say(
                "{address} is in use, or no address: choose another, such as --address 127.0.0.1:8001.", address=address
            )
        )
    if locale is not None and locale not in site.languages:
        names = listed(site.languages)
        raise RefusedError(
            say('"{locale}" is no language of this site. Write one of: {names}.', locale=locale, names=names)
        )
    chosen = call.page(page) if page else None
    if chosen is not None and (chosen.locale, chosen.key) in call.library.copies:
        text = say("{file} is untranslated until its text changes: there is no page yet.", file=f"{page}")
        raise RefusedError(text)
    language = chosen.locale if chosen else locale or site.source_locale
    # A translation takes from its original what it doesn't say itself.
    locales = list(dict.fromkeys([site.source_locale, language]))
    keys = reduced.around(chosen, call.library, site) if chosen else None
    left_out = reduced.left_out(call.library, site, locales, keys)
    try:
        from ..glue import preview
    except ImportError as error:
        raise RefusedError(say("The preview needs MkDocs: {error}.", error=f"{error}")) from error
    replaced = preview.settings(
        call.config.file, lambda written: reduced.plugins(written, locales, keys is None), left_out
    )
    tell(say("Shown: {locales}. Ctrl-C ends it.", locales=listed(locales)), err=True)
    preview.show(call.config.file, replaced, address, is_opened)
    return 0


def _is_free(address: str) -> bool:
    """Whether a server can be begun at an address, such as `127.0.0.1:8000`."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        return False
    try:
        with socket.create_server(
            (host.strip("[]"), int(port)), family=socket.AF_INET6 if "[" in host else socket.AF_INET
        ):
            return True
    except (OSError, OverflowError):
        return False
