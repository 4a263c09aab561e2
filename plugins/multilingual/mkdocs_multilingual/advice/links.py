"""Advice on links, and on files that no page can be made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import basename, dirname, join, normpath, relpath, splitext
from urllib.parse import unquote, urlsplit

from mkdocs_foundation.pages import SourcePage
from mkdocs_foundation.problems import Location, Problem
from mkdocs_foundation.site import Site

from ..problem_codes import ProblemCode
from .lines import prose

LINK = re.compile(r"!?\[[^\[\]]*\]\(<?(?P<target>[^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)?)")
_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
LARGEST = 1_000_000
"""Bytes of a picture from which on it is called large."""


def check(page: SourcePage, site: Site, files: Mapping[str, int]) -> Iterator[Problem]:
    """Links of a page to pages that have moved, to pictures that aren't there, and to the site by its full address."""
    for number, line in prose(page.body):
        for link in LINK.finditer(line):
            target = link["target"]
            if site.url and target.startswith(site.url):
                yield Problem(
                    ProblemCode.OWN_ADDRESS,
                    Location(page.uri, number),
                    "The link has the full address of this site, so that nobody notices when it breaks.",
                    target,
                    "the path of the file from this one, such as ../articles/trust.md",
                    "Write the path of the file; the build then checks the link and its anchor.",
                )
            elif found := _missing(target, number, page, site, files):
                yield found


def _missing(target: str, line: int, page: SourcePage, site: Site, files: Mapping[str, int]) -> Problem | None:
    parts = urlsplit(target)
    path = unquote(parts.path)
    ending = splitext(path)[1].lower()
    if parts.scheme or parts.netloc or path.startswith("/") or ending not in (".md", *_PICTURES):
        return None
    uri = normpath(join(dirname(page.uri), path))
    if uri in files or site.in_language(uri, site.source_locale) in files:
        return None
    same = [known for known in files if basename(known) == basename(uri)]
    near = next((known for known in same if site.locale_of(known) == page.locale), next(iter(same), None))
    if near is None and ending == ".md":
        return None  # a page that a plugin makes, perhaps; MkDocs says so if there is none
    remedy = f"Write {relpath(near, dirname(page.uri) or '.')}." if near else "Correct the path, or add the picture."
    return Problem(
        ProblemCode.LINK_TARGET,
        Location(page.uri, line),
        "There is no such file where the link leads.",
        target,
        "the path of a file from this one",
        remedy,
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
                "The file is published as it is, and no page is made of it.",
                basename(uri),
                "names that end with .md in small letters",
                f"Rename it to {basename(good)}.",
            )
        elif ending.lower() in _PICTURES and size > LARGEST:
            yield Problem(
                ProblemCode.LARGE_PICTURE,
                Location(uri, 1),
                "The picture is large: on a phone the page is slow, and costs the reader money.",
                f"{size / LARGEST:.1f} MB",
                f"at most {LARGEST / 1_000_000:.0f} MB; 0.2 MB is enough for most pictures",
                "Make it 1600 pixels wide at most, and save it as WebP or JPEG.",
            )
