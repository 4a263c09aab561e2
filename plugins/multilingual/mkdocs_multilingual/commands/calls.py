"""What the commands share: the site that a call is about, its pages, and how a call is refused."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import click

from mkdocs_foundation.reports import message
from mkdocs_foundation.reports.message import listed
from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources import docs_files, pages, site_config
from mkdocs_foundation.sources.pages import SourcePage, SourcePages
from mkdocs_foundation.sources.site_config import ConfigError, SiteConfig

from ..saying import say

_PATIENCE = 1.0
"""Seconds after which a person is told what takes so long."""
FILE = click.Path(path_type=Path)
"""A path in a call, which need not exist."""
MESSAGES = click.Option(
    ["--messages"],
    type=click.Choice(message.known()),
    help=message.shown(say("Language of what is told. By default that of the machine.")),
    expose_value=False,
    is_eager=True,
    callback=lambda context, option, locale: message.choose(locale),
)
"""An option of every command, which may come before its name or after it."""


def locales(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The languages of the site that begin so, for the completion in a shell."""
    config = context.find_root().params.get("config") or Path("mkdocs.yml")
    try:
        return [locale for locale in site_config.read(config).named.languages if locale.startswith(incomplete)]
    except ConfigError:
        return []


class RefusedError(Exception):
    """A call that can't be carried out; the message says why and what to do. Nothing was written."""


class Call:
    """The site that a call is about; its files are read when they are first asked for."""

    def __init__(self, config: Path) -> None:
        """Take the path of `mkdocs.yml`; a name alone may be that of a file in a folder above."""
        self._path = config

    @cached_property
    def config(self) -> SiteConfig:
        """The settings of the site. Raises `ConfigError`, and `RefusedError` where there are none."""
        found = site_config.locate(self._path)
        if found is None:
            text = say(
                "There is no {file} here or above: go to the site's folder, or write --config.", file=f"{self._path}"
            )
            raise RefusedError(text)
        return site_config.read(found)

    @property
    def docs(self) -> Path:
        """The docs folder."""
        return self.config.docs

    @cached_property
    def named(self) -> Site:
        """All languages that the settings name: pages of one that isn't built yet are written too."""
        return self.config.named

    @cached_property
    def library(self) -> SourcePages:
        """The pages in all languages that the settings name."""
        return read(self.config, self.named)[0]

    def page(self, path: Path) -> SourcePage:
        """The page of a path in a call. Raises `RefusedError`."""
        return page_of(self.library, self.named, self.docs, path)


def read(config: SiteConfig, site: Site) -> tuple[SourcePages, list[Problem]]:
    """The pages of a site, and what is wrong with their files."""
    uris = docs_files.markdown_files(config.docs, config.left_out)
    return pages.read([(uri, (config.docs / uri).read_bytes()) for uri in uris], site)


def page_of(library: SourcePages, site: Site, docs: Path, path: Path) -> SourcePage:
    """The page of a path in a call. Raises `RefusedError`."""
    resolved, root = path.resolve(), docs.resolve()
    uri = resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else ""
    located = site.locate(uri)
    page = (library.page(*located) or library.copies.get(located)) if located else None
    if page is None:
        locales = listed(site.languages)
        text = say(
            "{file} is no page of a language ({locales}) in {docs}.", file=f"{path}", locales=locales, docs=f"{docs}"
        )
        raise RefusedError(text)
    return page


def need_several(site: Site, named: Site) -> None:
    """Refuse a call about translations on a site that has none. Raises `RefusedError`."""
    if len(site.languages) < 2:
        if len(named.languages) > 1:
            raise RefusedError(say("mkdocs.yml has no second language that is built: there is nothing to translate."))
        raise RefusedError(say("mkdocs.yml has no second language: there is nothing to translate."))


@contextmanager
def working(on: str) -> Iterator[None]:
    """Tell a person at a terminal what is being done, if it takes longer than a second."""
    if not sys.stderr.isatty():
        yield
        return
    is_told = threading.Event()

    def tell() -> None:
        is_told.set()
        click.echo(f"{message.shown(on)} …", err=True, nl=False)

    timer = threading.Timer(_PATIENCE, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if is_told.is_set():
            click.echo("\r\033[K", err=True, nl=False)
