"""Kinds of pages: an article, a post, a self-assessment, a hub, a list. A plugin registers the kinds it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..values import dataclass


@dataclass(frozen=True)
class PageKind:
    """One kind of page."""

    name: str
    """Name, such as `post`; a template or another plugin may compare it."""
    matches: Callable[[PageFacts], bool]
    """Whether a page is of this kind."""


@dataclass(frozen=True)
class PageFacts:
    """Facts that decide the kind of a page."""

    key: str
    """Path without the language."""
    settings: dict[str, Any]
    """Front matter."""
    generated_by: str = ""
    """Name of the plugin that made the page; "" for a file of the author's."""
    is_index: bool = False
    """Whether it is its folder's own page."""
    declared: str = ""
    """Kind that the page object declares as `page_kind`; "" for MkDocs' own."""


HOME = PageKind("home", lambda facts: facts.key in ("index.md", "README.md"))
INDEX = PageKind("index", lambda facts: facts.is_index)
GENERATED = PageKind("generated", lambda facts: bool(facts.generated_by))
SINGLE = PageKind("page", lambda facts: "/" not in facts.key)
ARTICLE = PageKind("article", lambda facts: True)
BUILT_IN = (HOME, INDEX, GENERATED, SINGLE, ARTICLE)
"""Tried after those that plugins register; the last matches every page."""


@dataclass(frozen=True)
class PageKinds:
    """The kinds of pages of a site; those of plugins come before the built-in ones."""

    registered: tuple[PageKind, ...] = ()

    def with_kinds(self, kinds: Iterable[PageKind]) -> PageKinds:
        """These kinds with further ones behind them; a kind that is there already is not added again."""
        new = [kind for kind in kinds if kind.name not in {known.name for known in self.registered}]
        return PageKinds((*self.registered, *new))

    def of(self, facts: PageFacts) -> PageKind:
        """The kind of a page."""
        return next(kind for kind in (*self.registered, *BUILT_IN) if kind.matches(facts))
