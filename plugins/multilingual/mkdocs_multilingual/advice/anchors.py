"""Anchors of links that the page they lead to doesn't have, by the text of that page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage, SourcePages
from mkdocs_foundation.values import dataclass

from ..problem_codes import ProblemCode
from ..saying import say
from .lines import links, prose

_WRITTEN = pattern(r"\{:?[^{}\n]*?#(?P<list>[^\s{}#]+)|\b(?:id|name)\s*=\s*[\"']?(?P<html>[^\s\"'<>]+)")
_NOTED = pattern(r" {0,3}\[\^(?P<name>[^\]\s]+)\]:")
_NOTE = pattern(r"\[\^(?P<name>[^\]\s]+)\](?!:)")
_HEADING = pattern(r"\s*#{1,6}[ \t]*(?P<text>\S.*)")
_UNDERLINE = pattern(r"\s*(?:=+|-+)\s*")
_MADE = pattern(r"fn|:~:|__|tag|_?\d+$")
"""How anchors begin that others than headings have: footnotes, passages, tabs, tags; and numbers."""
INSERTED = ("{{", "{%", "--8<--", ":::", "[TAGS]")
"""Signs of text that a plugin or an extension puts into a page."""
_MARKUP = pattern(r"\[([^\[\]]*)\]\([^()]*\)|\{[^{}]*\}|<[^<>]*>|[*`_#]")


def check(library: SourcePages, site: Site) -> Iterator[Problem]:
    """Links whose anchor is no heading's and no id's of the page that they lead to."""
    known: dict[str, _Anchors | None] = {}
    for page in library:
        yield from _unused_notes(page)
        for link in links(page.body) if "#" in page.body else ():
            target, anchor = _leads(page, link.target, library, site)
            there = _anchors(target, known) if target else None
            if there and not there.has(anchor):
                yield _problem(page, verbatim(link.target), link.line, anchor, there, target is page)
    if site.falls_back:
        yield from _of_fallbacks(library, site, known)


def _of_fallbacks(library: SourcePages, site: Site, known: dict[str, _Anchors | None]) -> Iterator[Problem]:
    """Anchors that a translation lacks, and to which pages lead that stand in for pages of its language."""
    lacking: dict[tuple[str, str], list[Location]] = {}
    for page in library.in_language(site.source_locale):
        readers = [locale for locale in list(site.languages)[1:] if library.page(locale, page.key) is None]
        for link in links(page.body) if readers and "#" in page.body else ():
            target, anchor = _leads(page, link.target, library, site)
            if target is None or target.locale != site.source_locale or (own := _anchors(target, known)) is None:
                continue
            translations = [library.page(locale, target.key) for locale in readers]
            for translation in filter(None, translations if own.has(anchor) else []):
                there = _anchors(translation, known)
                if there and not there.has(anchor):
                    lacking.setdefault((translation.uri, anchor), []).append(Location(page.uri, link.line))
    for (uri, anchor), places in lacking.items():
        yield Problem(
            ProblemCode.LINK_ANCHOR,
            Location(uri, 1),
            say("The translation has no heading with this anchor, to which pages lead that aren't translated yet."),
            verbatim(f"#{anchor}"),
            say("the anchors of the original: a translation keeps them"),
            say(
                "Write {attribute} behind the heading that says it. Links to it are in {places}.",
                attribute=f"{{#{anchor}}}",
                places=listed(f"{site.docs_dir}/{place}" for place in places),
            ),
        )


def _unused_notes(page: SourcePage) -> Iterator[Problem]:
    """Footnotes that nothing refers to, whose links back lead nowhere."""
    if "]:" not in page.body or any(sign in page.body for sign in INSERTED):
        return
    lines = prose(page.body)
    used = {found["name"] for _, line in lines for found in _NOTE.finditer(line)}
    if used - {note["name"] for _, line in lines if (note := _NOTED.match(line))}:
        return  # a mark without a note, which is told: this is the note that was meant, perhaps
    for number, line in lines:
        note = _NOTED.match(line)
        if note and note["name"] not in used:
            yield Problem(
                ProblemCode.LINK_ANCHOR,
                Location(page.uri, number),
                say("No word of the text has this footnote."),
                verbatim(f"[^{note['name']}]:"),
                say("a mark [^{name}] in the text", name=note["name"]),
                say("Write the mark behind the words that the note is about, or remove the note."),
            )


@dataclass(frozen=True)
class _Anchors:
    """The anchors of a page."""

    written: tuple[str, ...]
    """Ids that the text gives."""
    made: tuple[str, ...]
    """Likely ids of the headings that have none."""
    by_words: tuple[tuple[str, str], ...]
    """The words of headings, as an id would have them, and the ids that these headings have instead."""
    alike: frozenset[str]
    """Their forms without what functions for ids treat differently."""

    def has(self, anchor: str) -> bool:
        """Whether an anchor is one of the page, by whatever function the site makes ids of headings."""
        return anchor in self.written or any(form in self.alike for form in _forms(re.sub(r"_\d+$", "", anchor)))


@kept()
def _read(body: str) -> _Anchors | None:
    """The anchors of a text; `None` where a plugin puts something into it."""
    if any(sign in body for sign in INSERTED):
        return None
    lines = [text for _, text in prose(body)]
    headings = [found["text"] for line in lines if (found := _HEADING.fullmatch(line))]
    headings += [above for above, line in pairwise(lines) if _UNDERLINE.fullmatch(line)]
    made = tuple(slug for text in headings if not _WRITTEN.search(text) and (slug := _slug(text)))
    return _Anchors(
        tuple(dict.fromkeys(found["list"] or found["html"] for found in _WRITTEN.finditer(body))),
        made,
        tuple((_slug(text), found["list"] or found["html"]) for text in headings if (found := _WRITTEN.search(text))),
        frozenset(form for slug in made for form in _forms(slug)),
    )


def _slug(heading: str) -> str:
    text = _MARKUP.sub(lambda found: found[1] or "", heading)
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", unicodedata.normalize("NFC", text)).strip().lower())


def _forms(slug: str) -> Iterator[str]:
    """An anchor without what functions for ids treat differently: hyphens, and letters beyond English ones."""
    yield re.sub(r"[-_]", "", slug)
    plain = unicodedata.normalize("NFKD", slug).encode("ascii", "ignore").decode("ascii")
    if letters := re.sub(r"[^a-z0-9]", "", plain):
        yield letters


def _leads(page: SourcePage, written: str, library: SourcePages, site: Site) -> tuple[SourcePage | None, str]:
    """The page that a link with an anchor leads to, and the anchor; no page for any other link."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return None, ""
    anchor = unquote(parts.fragment)
    if parts.scheme or parts.netloc or not anchor or _MADE.match(anchor) or parts.path.startswith("/"):
        return None, ""
    return _page(page, unquote(parts.path), library, site), anchor


def _anchors(page: SourcePage, known: dict[str, _Anchors | None]) -> _Anchors | None:
    """The anchors of a page, read once."""
    if page.uri not in known:
        known[page.uri] = _read(page.body)
    return known[page.uri]


def _page(page: SourcePage, path: str, library: SourcePages, site: Site) -> SourcePage | None:
    if not path:
        return page
    located = site.locate(normpath(join(dirname(page.uri), path)))
    if located is None:
        return None
    return library.page(*located) or library.page(site.source_locale, located[1])


def _problem(page: SourcePage, found: Message, line: int, anchor: str, there: _Anchors, is_own: bool) -> Problem:
    near = dict(there.by_words).get(_slug(anchor)) or nearest(anchor, [*there.written, *there.made])
    shown = listed(f"#{name}" for name in there.written[:12])
    return Problem(
        ProblemCode.LINK_ANCHOR,
        Location(page.uri, line),
        (
            say("This page has no heading with this anchor.")
            if is_own
            else say("The page that the link leads to has no heading with this anchor.")
        ),
        found,
        (shown or say("the anchor of a heading of that page; one gets its own by an id behind it, such as {#trust}")),
        (
            say("Write #{near}.", near=near)
            if near
            else say("Write the anchor of a heading, or none: the link then leads to the top.")
        ),
    )
