"""What plugins ask of a new page in a folder, so that a page can be begun with all that its kind needs.

A distribution names its stubs in the entry points `mkdocs_foundation.stubs`, under the name that its plugin has in
`mkdocs.yml`: a function from the settings of a site to `FolderStubs`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from .site_config import SiteConfig

GROUP = "mkdocs_foundation.stubs"
"""Name of the group of entry points."""
BLANK = "…"
"""Stands for what is to be written; the checks report it where it is left."""


@dataclass(frozen=True)
class PageStub:
    """What a plugin asks of a page."""

    settings: str
    """Lines of the front matter besides those that all pages have."""
    body: str
    """Markdown below the front matter."""


FolderStubs = Mapping[str, Callable[[str, str], PageStub]]
"""By the path of a folder within a language: the stub by locale and by the id of the page."""


def of_plugins(config: SiteConfig, registered: Iterable[EntryPoint] | None = None) -> FolderStubs:
    """The stubs of all plugins of a site. Raises `ValueError` and `OSError` where a catalogue can't be read."""
    found: dict[str, Callable[[str, str], PageStub]] = {}
    for entry in sorted(entry_points(group=GROUP) if registered is None else registered):
        options = config.plugins.get(entry.name)
        if options is not None and options.get("enabled") is not False:
            found |= entry.load()(config)
    return found
