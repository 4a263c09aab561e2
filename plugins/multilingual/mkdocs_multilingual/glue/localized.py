"""Files that a plugin adds to the build of a language, with the attributes that static-i18n expects on each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..site import Site


def localize(file: File, locale: str, site: Site, config: MkDocsConfig) -> None:
    """Give a file of a language its address, which has no folder in the source language."""
    if locale == site.source_locale:
        file.dest_uri = file.dest_uri.removeprefix(f"{locale}/")
    move(file, file.dest_uri, config)
    attributes: dict[str, Any] = {
        "locale": locale,
        "localization": locale,
        "locale_alternate_of": locale,
        "norm_src_uri": file.src_uri.removeprefix(f"{locale}/"),
        "alternates": {locale: file},
    }
    vars(file).update(attributes)


def move(file: File, dest_uri: str, config: MkDocsConfig) -> None:
    """Publish a file elsewhere."""
    file.dest_uri = dest_uri
    file.url = file._get_url()
    file.abs_dest_path = str(Path(config.site_dir, dest_uri))


class Elsewhere(File):
    """A page of another language that is published there only: links lead to it, nothing is built of it."""

    def __init__(self, file: File, target: File) -> None:
        """Stand in for a file of the build, to be found at the address of another."""
        super().__init__(file.src_uri, None, target.dest_dir, target.use_directory_urls, dest_uri=target.dest_uri)
        self.generated_by = "multilingual"
        self.url = target.url
        self.locale = getattr(target, "locale", None)

    def is_documentation_page(self) -> bool:
        """No: then MkDocs would read it as a page."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Leave the site as it is."""
