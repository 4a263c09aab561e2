"""Files of the blog, with the attributes that static-i18n expects on each, which no other module of the blog sets."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from .host import Host


def destination(path: str, locale: str, host: Host, config: MkDocsConfig) -> str:
    """Where the page of a path is published, which has no folder in the source language."""
    uri = File(path, None, config.site_dir, config.use_directory_urls).dest_uri
    return uri.removeprefix(host.prefix(locale)) if locale == host.site.source_locale else uri


def move(file: File, dest_uri: str, config: MkDocsConfig) -> None:
    """Publish a file elsewhere."""
    at = File(file.src_uri, None, config.site_dir, config.use_directory_urls, dest_uri=dest_uri)
    file.dest_uri, file.url = dest_uri, at.url
    file.abs_dest_path = str(Path(config.site_dir, dest_uri))


def localize(file: File, locale: str, host: Host) -> None:
    """Say which language a file is of."""
    if host.has_language_folders:
        _set(
            file,
            locale=locale,
            localization=locale,
            locale_alternate_of=locale,
            norm_src_uri=file.src_uri.removeprefix(host.prefix(locale)),
            alternates={locale: file},
        )


def pair(file: File, locale: str, counterparts: Mapping[str, File], indexes: Mapping[str, File]) -> None:
    """Say what readers of the other languages get in place of a page: its counterpart, or the index of their blog.

    The index in place of a counterpart keeps the locale of the page, so that nobody takes it for a translation.
    """
    alternates = {locale: file}
    for other, index in indexes.items():
        if other == locale:
            continue
        found = counterparts.get(other)
        if found is None:
            found = copy(index)
            _set(found, locale=locale)
        alternates[other] = found
    _set(file, alternates=alternates)


def register(files: Files, locale: str, config: MkDocsConfig) -> None:
    """List the pages of a language for static-i18n's own sitemap, which a site may use."""
    i18n: Any = config.plugins.get("i18n")
    if i18n is not None:
        i18n.i18n_files_per_language[locale] = files.documentation_pages()


class Elsewhere(File):
    """A page of another language that is published there only: links lead to it, nothing is built of it."""

    def __init__(self, file: File, target: File) -> None:
        """Stand in for a file of the build, to be found at the address of another."""
        super().__init__(file.src_uri, None, target.dest_dir, target.use_directory_urls, dest_uri=target.dest_uri)
        self.generated_by = "multilingual"
        self.url = target.url
        _set(self, locale=getattr(target, "locale", None))

    def is_documentation_page(self) -> bool:
        """No: then MkDocs would read it as a page."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the site as it is."""


def _set(file: File, **attributes: object) -> None:
    vars(file).update(attributes)
