"""The words of this site as its authors wrote them: Markdown without its signs, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs_foundation import front_matter
from mkdocs_foundation.front_matter import FrontMatter
from tests.site.conftest import LANGUAGES, ROOT

DOCS = ROOT / "docs"
WRITTEN = ("title", "description")
"""Settings that a reader sees as they are written."""
_FENCE = re.compile(r"^\s*(```|~~~)")
_GONE = re.compile(
    r"<!--.*?-->"  # comments
    r"|`[^`]*`"  # code
    r"|<[^<>\s][^<>]*>"  # HTML and <https://…>
    r"|\{[^{}\n]*\}"  # attributes
    r"|^\s*-\s\*\*(?:when\s[^*\n]*|otherwise)\*\*"  # conditions of results
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"  # targets of links
    r"|https?://\S+"
)
_NAMED = re.compile(r"\[[^\]\n]*\]\([^()\s]*\)")
_SIGNS = re.compile(r"^\s*(?:[-*+]\s|\d+\.\s|#+\s|!!!.*?(?=\"|$)|>\s)|\*\*|[*_\[\]!|]")


@dataclass(frozen=True)
class Source:
    """One Markdown file of the site."""

    path: Path

    @property
    def name(self) -> str:
        """Path below the docs folder."""
        return self.path.relative_to(DOCS).as_posix()

    @property
    def language(self) -> str:
        """The folder that it is in."""
        return self.name.split("/")[0]

    @property
    def key(self) -> str:
        """Path without the language."""
        return self.name.split("/", 1)[1]

    @cached_property
    def _split(self) -> tuple[FrontMatter, str]:
        matter, body, problems = front_matter.split(self.path.read_text("utf-8"), self.name)
        assert problems == []
        return matter, body

    @property
    def matter(self) -> FrontMatter:
        """The settings at the top."""
        return self._split[0]

    @property
    def body(self) -> str:
        """The Markdown, with the lines of the file."""
        return self._split[1]

    def lines(self, *, names: bool = True) -> Iterator[tuple[int, str]]:
        """Each line with its number, as a reader sees it; code is left out, and links to pages without `names`."""
        for setting in WRITTEN:
            if setting in self.matter.values:
                yield self.matter.line(setting), str(self.matter.values[setting])
        in_code = False
        for number, line in enumerate(self.body.split("\n"), start=1):
            if _FENCE.match(line):
                in_code = not in_code
            elif not in_code:
                line = line if names else _NAMED.sub(" · ", line)
                yield number, _SIGNS.sub("", _GONE.sub(" ", line)).strip()


def sources(language: str | None = None, folder: str = "") -> list[Source]:
    """The Markdown files of one language or all, below a folder of the language."""
    found = [Source(path) for lang in LANGUAGES for path in sorted((DOCS / lang).rglob("*.md"))]
    return [s for s in found if language in (None, s.language) and s.key.startswith(folder)]
