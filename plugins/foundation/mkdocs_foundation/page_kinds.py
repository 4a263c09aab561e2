"""What a page is: article, post, self-assessment, hub, list, made by a plugin …

The one place that says so. A plugin offers its kinds, most special first; see `glue.kinds` for how they are found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .site import is_home, is_index


@dataclass(frozen=True)
class PageIdentity:
    """What decides the kind of a page."""

    key: str
    """Path without the language."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """The settings at its top."""
    is_generated: bool = False
    """Whether it was made by a plugin, and no author wrote it as a file of its own."""
    generated_by: str = ""
    """The plugin that made it, as far as it says so."""


@dataclass(frozen=True)
class PageKind:
    """A kind of page."""

    name: str
    """Such as "article"; the same for everyone who asks."""
    matches: Callable[[PageIdentity], bool]
    """Whether a page is of this kind."""
    is_list: bool = False
    """Whether it shows other pages rather than a text of its own."""


HOME = PageKind("home", lambda page: is_home(page.key), is_list=True)
"""The front page of a language."""
SECTION = PageKind("section", lambda page: is_index(page.key), is_list=True)
"""A folder's own page."""
GENERATED = PageKind("generated", lambda page: page.is_generated)
"""A page that a plugin made, and that is of no kind of the plugin's own."""
PLAIN = PageKind("plain", lambda page: "/" not in page.key)
"""A page beside the front page, such as one about the site."""
ARTICLE = PageKind("article", lambda page: True)
"""A text of an author: everything else."""

BASE = (HOME, SECTION, GENERATED, PLAIN, ARTICLE)
"""What a page can be on a site without further plugins; the first that matches."""


@dataclass(frozen=True)
class PageKinds:
    """The kinds of a site: those of plugins first, in the order of the plugins."""

    offered: tuple[PageKind, ...] = ()
    """Those of plugins."""

    def of(self, page: PageIdentity) -> PageKind:
        """The kind of a page."""
        return next(kind for kind in (*self.offered, *BASE) if kind.matches(page))
