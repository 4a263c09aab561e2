"""Bytes of this site as a server sends them, gzipped: what a first visit fetches, and each script and style sheet."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

THEIRS = re.compile(r"\.[0-9a-f]{8}\.min\.|/lunr/|/pagefind/")
"""Paths of files of Material and of Pagefind."""
FETCHED = re.compile(
    r"""<(?:script\b[^>]*\ssrc|link\b[^>]*\srel="?(?:stylesheet|preload|icon)[^>]*\shref)=["']?([^"'\s>]+)"""
)
"""Addresses of what a page loads by itself; pictures in a text come later, those of this site are part of the page."""
PAGES = {"home": "index.html", "article": "artikler/*/index.html", "self-assessment": "selvvurderinger/*/index.html"}
"""Pages by their kind; of a pattern the one that fetches most."""


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


def sent(path: Path) -> int:
    """Bytes of a file as it is sent; a font is compressed already."""
    content = path.read_bytes()
    return len(content) if path.suffix == ".woff2" else len(gzip.compress(content, 9))


if __name__ == "__main__":
    main()
