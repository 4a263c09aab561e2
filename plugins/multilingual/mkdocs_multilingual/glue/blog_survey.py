"""What the blog has in each language, known before the first is built: so that each page finds its counterparts."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field

from mkdocs.structure.files import File

from ..blog.views import Key, Kind


@dataclass(frozen=True)
class Blog:
    """The blog in one language."""

    locale: str
    """Its language."""
    files: Mapping[Key, File] = field(default_factory=dict)
    """Every page that is published, posts included."""

    @property
    def index(self) -> File:
        """Its front page."""
        return self.files[Key(Kind.INDEX)]


@dataclass
class Survey:
    """The blog in all languages that have one."""

    blogs: dict[str, Blog] = field(default_factory=dict)
    """By locale."""
    keys: dict[str, Key] = field(default_factory=dict)
    """Of every page, by its path below the docs folder."""

    def add(self, blog: Blog) -> None:
        """Take in the blog of a language."""
        self.blogs[blog.locale] = blog
        self.keys |= {file.src_uri: key for key, file in blog.files.items()}

    def pair(self, file: File, locale: str) -> None:
        """Tell a page of the blog what readers of the other languages get: its counterpart, or their blog's index.

        The index in place of a counterpart keeps the page's own locale, so that nobody takes it for a translation.
        """
        alternates = {locale: file}
        key = self.keys.get(file.src_uri)
        for other, blog in self.blogs.items():
            if other != locale:
                counterpart = blog.files.get(key) if key else None
                if counterpart is None:
                    counterpart = copy(blog.index)
                    vars(counterpart)["locale"] = locale
                alternates[other] = counterpart
        vars(file)["alternates"] = alternates
