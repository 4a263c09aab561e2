"""Gives files their addresses, and former addresses a page that redirects.

Own redirect pages rather than mkdocs-redirects': that plugin reads its list from `mkdocs.yml`, not
from the pages, has English text in every language, needs an inline script to keep the fragment of the address, and
under static-i18n warns of every target that isn't in the language being built.
"""

from __future__ import annotations

from dataclasses import replace
from posixpath import dirname

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.utils import get_relative_url

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.glue.moving import Moves
from mkdocs_foundation.output.raw_addresses import lead_on
from mkdocs_foundation.output.web_addresses import join
from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.sources.pages import read_text
from mkdocs_foundation.templates.titles import plain

from ..addresses import address_book, collisions, redirects, slugs
from ..addresses.address_book import AddressBook
from ..rendering import Renderer
from . import assets, pages
from .state import Build


def with_generated(made: AddressBook, files: Files) -> tuple[AddressBook, list[Problem]]:
    """The addresses with those of generated pages, which have slugs in their settings as any page has."""
    entries = dict(made.entries)
    problems: list[Problem] = []
    for file in files.documentation_pages():
        versions = {file.src_uri: file, **{f.src_uri: f for f in static_i18n.alternates(file).values()}}
        for version in versions.values():
            if not static_i18n.is_localized(version) or version.abs_src_path is not None:
                continue
            locale, key = static_i18n.text_locale(version, ""), static_i18n.key(version, made.site)
            if (locale, key) in entries or address_book.in_blog(key, made.blog):
                continue
            source = read_text(version.content_string, version.src_uri)[0]
            entry, found = slugs.of(version.src_uri, locale, key, source.matter)
            if written := static_i18n.origin(version):  # a section of an article: report it where its author wrote it
                entry = replace(entry, uri=written.path, slug_line=written.line, former_line=written.line)
                found = [replace(problem, location=written) for problem in found]
            entries[locale, key] = entry
            problems += found
    if len(entries) == len(made.entries):
        return made, []
    made = address_book.make(entries.values(), made.site, made.blog)
    return made, [*problems, *collisions.check(made, made.site.falls_back)]


def place(files: Files, made: AddressBook, config: MkDocsConfig) -> None:
    """Give every file, and every translation that it knows of, the address of its page."""
    if made.is_plain:
        return
    for file in files.documentation_pages():
        for version in {id(f): f for f in (file, *static_i18n.alternates(file).values())}.values():
            _place(version, made, config)


def moves(file: File, build: Build) -> Moves:
    """How addresses in raw HTML are moved: on a fallback from the page in its own language, or where a slug is used."""
    site, locale = build.site, static_i18n.text_locale(file, build.locale)
    original = static_i18n.alternates(file).get(locale)

    def move(address: str) -> str:
        usual = File(static_i18n.key(file, site), None, build.config.site_dir, build.config.use_directory_urls)
        written_for = [original.url] if original and original is not file else []
        written_for += [f"{site.address_prefix(locale)}{'' if usual.url in ('.', './') else usual.url}"]
        is_copy = pages.is_fallback(file, build.locale)
        return lead_on(file.url, written_for, build.published, is_copy=is_copy)(address)

    return Moves(raw=move)


def add_redirects(build: Build) -> None:
    """Add a page at each former address; called when all pages of the language have been read."""
    files, made, locale = build.files, build.reading.addresses, build.locale
    own = [f for f in files.documentation_pages() if not pages.is_fallback(f, locale)]
    at = {static_i18n.key(f, made.site): f for f in own if static_i18n.is_localized(f)}
    directories = build.config.use_directory_urls
    for former in redirects.redirects(made, locale):
        file = at.get(former.key)
        if file is None or file.page is None or not file.inclusion.is_included():
            continue
        uri = _dest_uri(made.site_path(locale, former.path), slugs.is_index(former.key), directories)
        files.append(redirect(uri, file, build.renderer, build.config, build.site_url))


def redirect(uri: str, target: File, renderer: Renderer, config: MkDocsConfig, base: str) -> File:
    """A page that redirects to another, to be published at a path; `base` is the address of the site, or ""."""
    here = f"{dirname(uri)}/" if config.use_directory_urls else uri
    content = renderer.render(
        "redirect.html",
        title=plain(target.page.title or "") if target.page else "",
        target=get_relative_url(target.url, here),
        canonical=join(base, target.url),
        script=get_relative_url(assets.script_uri("redirect"), here),
    )
    return File.generated(config, uri, content=content + "\n")


def _place(file: File, made: AddressBook, config: MkDocsConfig) -> None:
    reader = static_i18n.reader_locale(file)
    if reader is None or reader not in made.site.languages:
        return
    locale, key = static_i18n.text_locale(file, reader), static_i18n.key(file, made.site)
    if address_book.in_blog(key, made.blog):
        return
    path = made.site_path(reader, made.path(reader, locale, key))
    static_i18n.move(file, _dest_uri(path, slugs.is_index(key), file.use_directory_urls), config)


def _dest_uri(path: str, is_index: bool, directories: bool) -> str:
    if is_index or directories:
        return f"{path}/index.html".lstrip("/")
    return f"{path}.html"
