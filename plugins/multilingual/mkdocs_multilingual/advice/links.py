"""Advice on links with the full address of the site, and on files that no page can be made of."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from posixpath import basename, dirname, join, normpath, splitext
from urllib.parse import quote, unquote, urlsplit

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import any_of, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, Severity
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage, SourcePages

from ..problem_codes import ProblemCode
from ..saying import say
from .lines import links, prose

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""Endings of pictures."""
UNSHOWN = (".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".eps")
"""Endings of pictures that browsers don't show."""
DOCUMENTS = (".doc", ".docx", ".odt", ".pages", ".rtf", ".txt")
"""Endings of texts that may have been meant as pages."""
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "aa", "Æ": "Ae", "Ø": "O", "Å": "Aa", "ß": "ss"})
_PICTURE = pattern(r"<img\b[^>]*?\ssrc\s*=\s*[\"']?(?P<address>[^\s\"'<>{}]+)", re.IGNORECASE)
LARGEST = 1_000_000
"""Bytes of a picture from which on it is called large."""


def check(page: SourcePage, site: Site) -> Iterator[Problem]:
    """Links of a page to the site by its full address."""
    address = re.sub(r"^https?://(?:www\.)?", "", site.url.rstrip("/"), flags=re.IGNORECASE)
    if not address or address.lower() not in page.body.lower():
        return
    own = rf"https?://(?:www\.)?{re.escape(address)}(?![\w.:-])"
    bare = re.compile(rf"(?<![\"'=]){own}[^\s<>()\"'\]]*", re.IGNORECASE)
    begins = re.compile(own, re.IGNORECASE)
    found = {link.line: link.target for link in links(page.body) if begins.match(link.target)}
    for number, line in prose(page.body):
        if number not in found and (written := bare.search(line)):
            found[number] = written[0].rstrip(".,;:!?")
    for number, target in sorted(found.items()):
        yield Problem(
            ProblemCode.OWN_ADDRESS,
            Location(page.uri, number),
            say("The link has the full address of this site, so that nobody notices when it breaks."),
            verbatim(target),
            say("the path of the file from this one, such as ../articles/trust.md"),
            say("Write the path of the file; the build then checks the link and its anchor."),
        )


def pictures(page: SourcePage, site: Site, published: Container[str]) -> Iterator[Problem]:
    """Pictures in HTML whose address leads nowhere, from the page's address or from its file, as authors mean both."""
    if "<img" not in page.body:
        return
    places = [page.uri, *(site.destination(page.uri, directories) for directories in (True, False))]
    for number, line in prose(page.body):
        for found in _PICTURE.finditer(line):
            try:
                parts = urlsplit(found["address"])
            except ValueError:
                continue
            path = unquote(parts.path)
            if parts.scheme or parts.netloc or path.startswith("/") or splitext(path)[1].lower() not in PICTURES:
                continue
            if not any(normpath(join(dirname(place), path)).removeprefix("../") in published for place in places):
                yield Problem(
                    ProblemCode.LINK_TARGET,
                    Location(page.uri, number),
                    say("There is no such file where the link leads."),
                    verbatim(found["address"]),
                    say("the path of a file from the address of the page"),
                    say("Write ![what it shows](the path of the file from this one), which the build checks."),
                    weight=Severity.WARNING,
                )


def documents(files: Iterable[str], library: SourcePages) -> Iterator[Problem]:
    """Texts that no page links to, in a folder of pages: they were meant as pages."""
    folders = {dirname(page.uri) for page in library}
    for uri in files:
        name, ending = splitext(basename(uri))
        if ending.lower() not in DOCUMENTS or uri.lower().endswith(".md.txt") or name.startswith("."):
            continue
        if not dirname(uri) or dirname(uri) not in folders:  # such as robots.txt
            continue
        if not any(f"{name}{ending}" in page.body or quote(f"{name}{ending}") in page.body for page in library):
            yield Problem(
                ProblemCode.FILE_NAME,
                Location(uri, 1),
                say("The file is published as it is, and no page is made of it."),
                verbatim(basename(uri)),
                say("texts in Markdown, with names that end with .md; other files where a page links to them"),
                say("Copy its text to a page, {good}, or link to the file.", good=f"{name}.md"),
            )


def _simple(name: str) -> str:
    """A name of a file that is the same in an address."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w.-]+", "-", plain)


def capitals(library: SourcePages, site: Site) -> Iterator[Problem]:
    """Pages whose path differs from that of another by capitals only, in its folders or between languages."""
    spellings: dict[str, Counter[str]] = {}
    for page in library:
        for part in _parts(page.key):
            spellings.setdefault(part.lower(), Counter())[part] += 1
    usual = {lower: max(found, key=lambda part: (found[part], part)) for lower, found in spellings.items()}
    for page in library:
        odd = next((part for part in _parts(page.key) if usual[part.lower()] != part), None)
        if odd:
            good = site.shown(site.uri(page.locale, usual[odd.lower()] + page.key[len(odd) :]))
            yield Problem(
                ProblemCode.FILE_NAME,
                Location(page.uri, 1),
                say("The path differs from another by capitals only: on the web, and for translations, these are two."),
                verbatim(odd),
                verbatim(usual[odd.lower()]),
                say("Rename it, so that the file is {good}.", good=good),
            )


def _parts(key: str) -> list[str]:
    """A path, and the folders that it is in, the outermost first."""
    names = key.split("/")
    return ["/".join(names[:end]) for end in range(1, len(names) + 1)]


def check_files(files: Mapping[str, int]) -> Iterator[Problem]:
    """Files that were meant as pages, and large pictures; `files` are sizes in bytes by path."""
    for uri, size in files.items():
        name, ending = splitext(uri)
        if (ending.lower() == ".md" and ending != ".md") or uri.lower().endswith(".md.txt"):
            good = f"{name.removesuffix('.md')}.md" if ending.lower() == ".txt" else f"{name}.md"
            yield Problem(
                ProblemCode.FILE_NAME,
                Location(uri, 1),
                say("The file is published as it is, and no page is made of it."),
                verbatim(basename(uri)),
                say("names that end with .md in small letters"),
                say("Rename it to {good}.", good=basename(good)),
            )
        elif ending.lower() in UNSHOWN:
            yield Problem(
                ProblemCode.FILE_NAME,
                Location(uri, 1),
                say("Most browsers don't show pictures of this kind."),
                verbatim(basename(uri)),
                any_of(PICTURES),
                say("Save it as WebP, JPEG or PNG, and write its new name where it is shown."),
            )
        elif ending.lower() in PICTURES and (simple := _simple(basename(uri))) != basename(uri):
            yield Problem(
                ProblemCode.FILE_NAME,
                Location(uri, 1),
                say("The name of the picture has spaces or letters that become %20 and the like in its address."),
                verbatim(basename(uri)),
                say("letters a to z, digits, hyphens and underscores"),
                say("Rename it to {good}, and write so where it is shown.", good=simple),
            )
        elif ending.lower() in PICTURES and size > LARGEST:
            yield Problem(
                ProblemCode.LARGE_PICTURE,
                Location(uri, 1),
                say("The picture is large: on a phone the page is slow, and costs the reader money."),
                say("{size} MB", size=f"{size / LARGEST:.1f}"),
                say("at most {largest} MB; 0.2 MB is enough for most pictures", largest=f"{LARGEST / 1_000_000:.0f}"),
                say("Make it 1600 pixels wide at most, and save it as WebP or JPEG."),
            )
