"""The slugs in a page's settings: `slug: tillid`, and `former_slugs: [gammelt-navn]` for addresses it had before."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from posixpath import basename, dirname, splitext

from mkdocs_foundation.front_matter import FrontMatter
from mkdocs_foundation.problems import Location, Problem

from ..problem_codes import ProblemCode

_SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ALLOWED = "small letters (æ, ø, å, ä and ö too), digits and single hyphens, such as små-skridt"

INDEXES = ("index.md", "README.md")
"""File names of a folder's own page."""


@dataclass(frozen=True)
class Slugs:
    """The slugs of a page, which decide its address in its language and in those that show it as a fallback."""

    uri: str
    """Path of its file below the docs folder."""
    locale: str
    """Its language."""
    key: str
    """Path without the language."""
    slug: str | None = None
    """Last part of its address; of a folder's own page, the name of the folder. `None`: the name of the file."""
    former: tuple[str, ...] = ()
    """Earlier values of `slug`."""
    slug_line: int = 1
    """Line of `slug`."""
    former_line: int = 1
    """Line of `former_slugs`."""

    @property
    def name(self) -> str:
        """The last part of its address."""
        return self.slug or basename(self.folder if self.is_index else splitext(self.key)[0])

    @property
    def is_index(self) -> bool:
        """Whether it is a folder's own page."""
        return is_index(self.key)

    @property
    def folder(self) -> str:
        """The folder of its file, "" for that of the language."""
        return dirname(self.key)


def is_index(key: str) -> bool:
    """Whether a page is its folder's own."""
    return basename(key) in INDEXES


def of(uri: str, locale: str, key: str, matter: FrontMatter) -> tuple[Slugs, list[Problem]]:
    """The slugs in the settings of the page at `uri`; unusable values are reported and left out."""
    problems: list[Problem] = []
    slug_line, former_line = matter.line("slug"), matter.line("former_slugs")

    def usable(written: object, line: int, name: str) -> str | None:
        if isinstance(written, (str, int)) and not isinstance(written, bool):
            slug = unicodedata.normalize("NFC", str(written))
            if _SLUG.fullmatch(slug) and slug == slug.lower() and slug not in ("index", "readme"):
                return slug
        problems.append(_bad(Location(uri, line), written, name))
        return None

    slug = None
    if "slug" in matter.values:
        if key in INDEXES:
            problems.append(_front_page(Location(uri, slug_line), matter.values["slug"]))
        else:
            slug = usable(matter.values["slug"], slug_line, "slug")
    written = matter.values.get("former_slugs")
    entries = written if isinstance(written, list) else [] if written is None else [written]
    former = [found for entry in entries if (found := usable(entry, former_line, "former_slugs"))]
    return Slugs(uri, locale, key, slug, tuple(dict.fromkeys(former)), slug_line, former_line), problems


def _bad(location: Location, written: object, name: str) -> Problem:
    good = "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", str(written)).lower()))
    written_well = good and good not in ("index", "readme") and isinstance(written, (str, int))
    return Problem(
        ProblemCode.BAD_SLUG,
        location,
        f"The {'former ' if name == 'former_slugs' else ''}slug can't be a part of an address.",
        f"{written}",
        _ALLOWED,
        f'Write it like this: "{good}".' if written_well else f'Write a word or two after "{name}", or remove it.',
    )


def _front_page(location: Location, written: object) -> Problem:
    return Problem(
        ProblemCode.BAD_SLUG,
        location,
        "A language's front page has no slug: its address is that of the language.",
        f"{written}",
        "no slug on this page",
        "Remove the line.",
    )
