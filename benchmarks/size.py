"""Bytes of this site as a server sends them, gzipped: of first visits, first searches, and each script and style."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from mkdocs_multilingual.search import splitting

THEIRS = re.compile(r"\.[0-9a-f]{8}\.min\.|/lunr/|/pagefind/")
"""Paths of files of Material and of Pagefind."""
FETCHED = re.compile(
    r"""<(?:script\b[^>]*\ssrc|link\b[^>]*\srel="?(?:stylesheet|preload|icon)[^>]*\shref)=["']?([^"'\s>]+)"""
)
"""Addresses of what a page loads by itself; pictures in a text come later, those of this site are part of the page."""
PAGES = {"home": "index.html", "article": "artikler/*/index.html", "self-assessment": "selvvurderinger/*/index.html"}
"""Pages by their kind; of a pattern the one that fetches most."""

SEARCH = "assets/multilingual"
"""Folder of the search and of its index in the built site."""
HITS = 5
"""How many hits a search shows at first; each is fetched."""


def main() -> None:
    """Build the site, and print a line for each kind of page and each file, and totals for scripts and for styles."""
    root = Path(__file__).parents[1]
    with tempfile.TemporaryDirectory() as site:
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--site-dir", site], cwd=root, check=True, capture_output=True
        )
        for kind, pattern in PAGES.items():
            total, page = max((first_visit(page, Path(site)), page) for page in Path(site).glob(pattern))
            print(f"{total:7,}  first visit to {kind}: {page.relative_to(site).parent.as_posix()}/")
            if kind == "self-assessment":
                print(f"{first_result(page, Path(site)):7,}  the same up to the first result")
        for locale in sorted(path.stem for path in Path(site).glob(f"{SEARCH}/search/*.json")):
            print(f"{first_search(locale, Path(site)):7,}  first search in {locale}, at most")
        print()
        folder = Path(site) / "assets"
        for suffix in (".js", ".css"):
            ours = sorted(path for path in folder.rglob(f"*{suffix}") if not THEIRS.search(path.as_posix()))
            sizes = {path: sent(path) for path in ours}
            for path, size in sizes.items():
                print(f"{size:7,}  {path.relative_to(folder).as_posix()}")
            print(f"{sum(sizes.values()):7,}  {suffix} together\n")


def first_visit(page: Path, site: Path) -> int:
    """Bytes of a page with all that its HTML asks for."""
    here = f"/{page.relative_to(site).as_posix()}"
    links = {urlsplit(urljoin(here, link)).path for link in FETCHED.findall(page.read_text("utf-8"))}
    return sent(page) + sum(sent(site / unquote(path)[1:]) for path in links)


def text_of(page: Path) -> int:
    """Bytes of what authors have written on a page, gzipped, and half as much again for the markup of its parts.

    A budget for all the rest leaves authors free.
    """
    tree = html.fromstring(page.read_bytes())
    for program in tree.xpath("//style | //script[not(contains(@type, 'json'))]"):
        program.drop_tree()
    return len(gzip.compress(" ".join(tree.text_content().split()).encode(), 9)) * 3 // 2


def first_result(page: Path, site: Path) -> int:
    """Bytes of the page of a self-assessment and of what is fetched until its result is shown, at most."""
    assessments = site / "assets/self-assessment"
    kinds = [sent(path) for path in assessments.glob("kinds/**/*.js")]
    words = re.search(r"words/[\w.-]+\.json", page.read_text("utf-8"))
    late = [*assessments.rglob("late-result.*.js"), *([assessments / words[0]] if words else [])]
    return first_visit(page, site) + sum(map(sent, late)) + max(kinds)


def first_hits(locale: str, site: Path) -> int:
    """Bytes of the texts of the hits that the first search shows, at most."""
    return sum(sorted(sent(path) for path in (site / SEARCH / "pagefind").glob(f"fragment/{locale}_*"))[-HITS:])


def first_search(locale: str, site: Path) -> int:
    """Bytes that the first search for one word fetches at most: the largest pieces of the index, the largest hits."""
    search, index = site / SEARCH / "search", site / SEARCH / "pagefind"
    (meta,) = index.glob(f"pagefind.{locale}_*")
    listed = splitting.listed(gzip.decompress(meta.read_bytes()))[0]
    sizes = {piece.name: sent(index / f"index/{piece.name}.pf_index") for piece in listed}
    # As many at once as anywhere are fetched for the first word of one of them.
    words = [sum(sizes[piece.name] for piece in listed if piece.first <= one.first <= piece.last) for one in listed]
    parts = [*search.glob("dialog.*"), search / f"{locale}.json", index / "pagefind.js", index / "pagefind-entry.json"]
    parts += [index / f"wasm.{locale}.pagefind", meta, *index.glob(f"filter/{locale}_*")]
    return sum(map(sent, parts)) + max(words) + first_hits(locale, site)


def sent(path: Path) -> int:
    """Bytes of a file as it is sent; fonts and the index of the search are compressed already."""
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, 9)))


if __name__ == "__main__":
    main()
