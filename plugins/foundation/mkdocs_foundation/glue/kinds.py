"""What the pages of a build are, by the kinds that its plugins offer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..page_kinds import PageIdentity, PageKind, PageKinds
from ..site import Site
from . import static_i18n


@runtime_checkable
class OffersPageKinds(Protocol):
    """A plugin that knows kinds of pages; any plugin of a site can."""

    def page_kinds(self) -> Sequence[PageKind]:
        """Its kinds, most special first."""
        ...


def offered(config: MkDocsConfig) -> PageKinds:
    """The kinds of all plugins, in their order in `mkdocs.yml`."""
    plugins = [plugin for plugin in config.plugins.values() if isinstance(plugin, OffersPageKinds)]
    return PageKinds(tuple(kind for plugin in plugins for kind in plugin.page_kinds()))


def key_of(file: File, site: Site) -> str:
    """A file's path without the language."""
    known = static_i18n.key_of(file)
    if known is not None:
        return known
    located = site.locate(file.src_uri)
    return located.key if located else file.src_uri


def identify(file: File, site: Site) -> PageIdentity:
    """What decides the kind of a page; its settings as far as MkDocs has read them."""
    return PageIdentity(
        key_of(file, site),
        file.page.meta if file.page else {},
        file.generated_by is not None,
        file.generated_by or "",
    )
