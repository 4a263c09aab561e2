"""The slugs in a page's settings: `slug: tillid`, and `former_slugs: [gammelt-navn]` for addresses it had before.

A former slug with a slash in front is the whole path of an address: the page was in another folder.
"""

from __future__ import annotations

import re
import unicodedata
from posixpath import basename, dirname, splitext

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.front_matter import FrontMatter
from mkdocs_foundation.values import dataclass

from ..problem_codes import ProblemCode
from ..saying import say

_PLAIN = pattern(r"[^\W_]+(?:-[^\W_]+)*")
_FORBIDDEN = pattern(r"""[\x00-\x1f\x7f\\?#:*"<>|]|(?:^|/)\s*\.+\s*(?:/|$)""")
"""What the name of a file or folder can't have everywhere, and parts that lead out of the folder."""
_USABLE = say("words without quotation marks and the signs \\ ? # : * < > |, and no folder named . or ..")
_ALLOWED = say("small letters (æ, ø, å, ä and ö too), digits and single hyphens, such as små-skridt")

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
    """Earlier values of `slug`; one that begins with a slash is a whole path from the language's front page."""
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


def usable(written: object) -> str | None:
    """A slug as a part of an address, "" for one that asks for none, such as "/"; `None`: it can't be one.

    Slashes at its ends are left out: other generators write an address from the root there.
    """
    if written is None:
        return ""
    if not isinstance(written, (str, int)) or isinstance(written, bool):
        return None
    parts = [part.strip() for part in unicodedata.normalize("NFC", str(written)).split("/")]
    slug = "/".join(part for part in parts if part)
    return None if _FORBIDDEN.search(slug) else slug


def of(uri: str, locale: str, key: str, matter: FrontMatter) -> tuple[Slugs, list[Problem]]:
    """The slugs in the settings of the page at `uri`; unusable values are reported and left out."""
    problems: list[Problem] = []
    slug_line, former_line = matter.line("slug"), matter.line("former_slugs")

    def checked(written: object, line: int, name: str) -> str | None:
        slug = usable(written)
        if slug is None or slug.lower() in ("index", "readme"):
            problems.append(_bad(Location(uri, line), written, name))
            return None
        is_path = name == "former_slugs" and str(written).lstrip().startswith("/")
        if slug and (not all(map(_PLAIN.fullmatch, slug.split("/") if is_path else [slug])) or slug != slug.lower()):
            problems.append(_form(Location(uri, line), slug, name))
        return slug or None

    slug = None
    if key in INDEXES:
        if usable(matter.values.get("slug")) != "":
            problems.append(_front_page(Location(uri, slug_line), matter.values["slug"]))
    elif "slug" in matter.values:
        slug = checked(matter.values["slug"], slug_line, "slug")
    written = matter.values.get("former_slugs")
    entries = written if isinstance(written, list) else [] if written is None else [written]
    former = [
        f"/{found}" if str(entry).lstrip().startswith("/") else found
        for entry in entries
        if (found := checked(entry, former_line, "former_slugs"))
    ]
    return Slugs(uri, locale, key, slug, tuple(dict.fromkeys(former)), slug_line, former_line), problems


def _bad(location: Location, written: object, name: str) -> Problem:
    return Problem(
        ProblemCode.BAD_SLUG,
        location,
        say("`{name}` can't be a part of an address.", name=name),
        verbatim(written),
        _USABLE,
        _remedy(written, name),
    )


def _form(location: Location, slug: str, name: str) -> Problem:
    return Problem(
        ProblemCode.SLUG_FORM,
        location,
        say("`{name}` gives an address that is hard to read aloud, to type or to share.", name=name),
        verbatim(slug),
        _ALLOWED,
        _remedy(slug, name),
    )


def _remedy(written: object, name: str) -> Message:
    name_alone = re.sub(r"\.(?:md|html?)/*$", "", unicodedata.normalize("NFC", str(written)).lower())
    good = "-".join(re.findall(r"[^\W_]+", name_alone))
    written_well = good and good not in ("index", "readme") and isinstance(written, (str, int))
    if written_well:
        return say('Write it like this: "{slug}".', slug=good)
    return say('Write a word or two after "{name}", or remove it.', name=name)


def _front_page(location: Location, written: object) -> Problem:
    return Problem(
        ProblemCode.BAD_SLUG,
        location,
        say("A language's front page has no slug: its address is that of the language."),
        verbatim(written),
        say("no slug on this page"),
        say("Remove the line."),
    )
