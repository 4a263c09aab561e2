"""The blog's options and its files that aren't pages, for the checks of all languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ..blog import categories
from ..blog.checks import BlogFiles
from ..site import Site


def read(config: MkDocsConfig, site: Site) -> BlogFiles | None:
    """What there is to check besides the pages; `None` for a site without blog."""
    plugin: Any = config.plugins.get("multilingual-blog")
    if plugin is None:
        return None
    rules = plugin.rules(config)
    names = (rules.authors_file, f"{rules.folder}/{categories.FILE}")
    paths = {f"{locale}/{name}": Path(config.docs_dir, locale, name) for locale in site.languages for name in names}
    return BlogFiles(rules, {uri: path.read_bytes() for uri, path in paths.items() if path.is_file()})
