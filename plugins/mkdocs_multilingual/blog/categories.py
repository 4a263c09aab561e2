"""`.categories.yml` of a language: the names of the blog's categories by an id that is the same in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_foundation.front_matter import FrontMatter

FILE = ".categories.yml"
"""Its name, in the folder of the blog."""


@dataclass(frozen=True)
class Categories:
    """The categories of a language."""

    uri: str
    """Path of the file below the docs folder."""
    names: Mapping[str, str] = field(default_factory=dict)
    """By id."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of each id."""


def read(matter: FrontMatter, uri: str) -> Categories:
    """The categories of a file."""
    names = {str(id): str(name) for id, name in matter.values.items() if isinstance(name, str | int)}
    return Categories(uri, names, {id: matter.line(id) for id in names})
