"""Advice on links with the full address of the site, and on files that no page can be made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import basename, splitext

from mkdocs_foundation.message import verbatim
from mkdocs_foundation.pages import SourcePage
from mkdocs_foundation.problems import Location, Problem
from mkdocs_foundation.site import Site

from ..problem_codes import ProblemCode
from ..saying import say
from .lines import links

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""Endings of pictures."""
LARGEST = 1_000_000
"""Bytes of a picture from which on it is called large."""


def check(page: SourcePage, site: Site) -> Iterator[Problem]:
    """Links of a page to the site by its full address."""
    for link in links(page.body) if site.url and site.url in page.body else ():
        if link.target.startswith(site.url):
            yield Problem(
                ProblemCode.OWN_ADDRESS,
                Location(page.uri, link.line),
                say("The link has the full address of this site, so that nobody notices when it breaks."),
                verbatim(link.target),
                say("the path of the file from this one, such as ../articles/trust.md"),
                say("Write the path of the file; the build then checks the link and its anchor."),
            )


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
        elif ending.lower() in PICTURES and size > LARGEST:
            yield Problem(
                ProblemCode.LARGE_PICTURE,
                Location(uri, 1),
                say("The picture is large: on a phone the page is slow, and costs the reader money."),
                say("{size} MB", size=f"{size / LARGEST:.1f}"),
                say("at most {largest} MB; 0.2 MB is enough for most pictures", largest=f"{LARGEST / 1_000_000:.0f}"),
                say("Make it 1600 pixels wide at most, and save it as WebP or JPEG."),
            )
