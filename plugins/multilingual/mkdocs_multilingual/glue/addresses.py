"""Gives files their addresses, and former addresses a page that leads on.

Own redirect pages rather than mkdocs-redirects': that plugin reads its list from `mkdocs.yml`, where no author looks,
says "Redirecting" in English in every language, needs an inline script to keep the place on the page, and under
static-i18n warns of every target that isn't in the language being built.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from posixpath import dirname

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url

from mkdocs_foundation import front_matter
from mkdocs_foundation.problems import Problem

from ..addresses import book, collisions, redirects, slugs
from ..addresses.book import AddressBook
from ..rendering import Renderer, Renderers
from . import assets, languages, pages


def with_generated(made: AddressBook, files: Files, config: MkDocsConfig) -> tuple[AddressBook, list[Problem]]:
    """The book with the pages that other plugins made of no file; their slugs are in their settings as in any page."""
    entries = dict(made.entries)
    problems: list[Problem] = []
    for file in files.documentation_pages():
        for version in {file.src_uri: file, **{f.src_uri: f for f in _alternates(file).values()}}.values():
            locale, key = getattr(version, "locale", None), getattr(version, "norm_src_uri", None)
            if locale is None or key is None or (locale, key) in entries or book.in_blog(key, made.site):
                continue
            if version.abs_src_path is None:
                matter = front_matter.split(version.content_string, version.src_uri)[0]
                entry, found = slugs.of(version.src_uri, locale, key, matter)
                if written := getattr(version, "written_in", None):  # a section of an article, which the author knows
                    entry = replace(entry, uri=written.path, slug_line=written.line, former_line=written.line)
                    found = [replace(problem, location=written) for problem in found]
                entries[locale, key] = entry
                problems += found
    if len(entries) == len(made.entries):
        return made, []
    made = book.make(entries.values(), made.site)
    return made, [*problems, *collisions.check(made, languages.falls_back(config))]


def place(files: Files, made: AddressBook, config: MkDocsConfig) -> None:
    """Give every file, and every translation that it knows of, the address of its page."""
    if made.is_plain:
        return
    for file in files.documentation_pages():
        for version in {id(f): f for f in (file, *_alternates(file).values())}.values():
            _place(version, made, config)


def lead_on(files: Files, made: AddressBook, renderers: Renderers, config: MkDocsConfig) -> None:
    """Add a page at each former address; called when all pages of the language have been read."""
    locale = languages.current(config)
    at = {getattr(f, "norm_src_uri", None): f for f in files.documentation_pages() if not pages.is_fallback(f, locale)}
    for former in redirects.redirects(made, locale):
        file = at.get(former.key)
        if file is None or file.page is None or not file.inclusion.is_included():
            continue
        uri = _dest_uri(made.site_path(locale, former.path), slugs.is_index(former.key), config.use_directory_urls)
        files.append(redirect(uri, file, renderers(locale), config))


def redirect(uri: str, target: File, renderer: Renderer, config: MkDocsConfig) -> File:
    """A page that leads on to another, to be published at a path."""
    here = f"{dirname(uri)}/" if config.use_directory_urls else uri
    content = renderer.render(
        "redirect.html",
        title=target.page.title if target.page else "",
        target=get_relative_url(target.url, here),
        canonical=pages.address(config.site_url, target) if config.site_url else "",
        script=get_relative_url(f"{assets.ASSETS_URI}/redirect/redirect.js", here),
    )
    return File.generated(config, uri, content=content + "\n")


def _place(file: File, made: AddressBook, config: MkDocsConfig) -> None:
    reader, locale, key = (getattr(file, name, None) for name in ("locale_alternate_of", "locale", "norm_src_uri"))
    if reader not in made.site.languages or not (reader and locale and key) or book.in_blog(key, made.site):
        return
    path = made.site_path(reader, made.path(reader, locale, key))
    file.dest_uri = _dest_uri(path, slugs.is_index(key), file.use_directory_urls)
    file.url = file._get_url(file.use_directory_urls)
    file.abs_dest_path = str(Path(config.site_dir, file.dest_path))


def _dest_uri(path: str, is_index: bool, directories: bool) -> str:
    if is_index or directories:
        return f"{path}/index.html".lstrip("/")
    return f"{path}.html"


def _alternates(file: File) -> dict[str, File]:
    return getattr(file, "alternates", None) or {}
