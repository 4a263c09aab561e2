"""Addresses of the blog's files, and their counterparts in other languages."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_foundation.glue import static_i18n

from .host import Host


def destination(key: str, locale: str, host: Host, config: MkDocsConfig) -> str:
    """Path in the built site of the page with a key, a path without the language."""
    return host.site.address_prefix(locale) + File(key, None, config.site_dir, config.use_directory_urls).dest_uri


def give_address(file: File, key: str, locale: str, host: Host, config: MkDocsConfig) -> None:
    """Publish a file as that of a key in a language."""
    static_i18n.move(file, destination(key, locale, host, config), config)
    static_i18n.localize_at(file, locale, host.site, key=key)


def set_counterparts(file: File, locale: str, counterparts: Mapping[str, File], indexes: Mapping[str, File]) -> None:
    """Set what readers of the other languages get in place of a page: its counterpart, or the index of their blog.

    The index in place of a counterpart keeps the locale of the page, so that it isn't taken for a translation.
    """
    others = {other: index for other, index in indexes.items() if other != locale}
    found = {other: counterparts.get(other) or static_i18n.stand_in(index, locale) for other, index in others.items()}
    static_i18n.set_alternates(file, {locale: file, **found})


class PublishedElsewhere(File):
    """A page of another language that is published there only: links lead to it, nothing is built of it."""

    def __init__(self, file: File, target: File) -> None:
        """Replace a file of the build by one with the address of `target`."""
        super().__init__(file.src_uri, None, target.dest_dir, target.use_directory_urls, dest_uri=target.dest_uri)
        self.generated_by = "multilingual"
        self.url = target.url
        static_i18n.set_text_locale(self, static_i18n.text_locale(target, ""))

    def is_documentation_page(self) -> bool:
        """False, since MkDocs would read it as a page otherwise."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Do nothing: another build publishes the file."""
