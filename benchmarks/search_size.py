"""Bytes that a reader's first search fetches on a site with 1,000 articles per language, in a real Chromium.

The site is this one, with an index of generated articles instead of its own (`benchmarks.generated` has their prose).
"""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Request, expect, sync_playwright

from mkdocs_multilingual.search.documents import Entry, SearchKind
from mkdocs_multilingual.search.indexing import Index
from scripts.browser import find

from .generated import Prose

ROOT = Path(__file__).parents[1]
ARTICLES = 1000
WORDS = 1000
"""Average length of an article, in words."""
QUERIES = {
    "da": ("ansvar", "kunderne klager", "lederstil"),
    "sv": ("ansvar", "kunderna klagar", "ledarstil"),
    "nb": ("ansvar", "kundene klager", "lederstil"),
    "en": ("responsibility", "customers complain", "leadership"),
}
TOPICS = ("expertise", "culture", "leadership", "communication", "service", "change", "trust", "teams")


def article(prose: Prose, number: int, locale: str) -> Entry:
    """Return a generated article."""
    size = prose.random.randint(WORDS // 2, WORDS * 3 // 2)
    title = prose.title(prose.random.randint(3, 7))
    parts = [f"<h1>{title}</h1>"]
    for section in range(size // 140):
        parts.append(f'<h2 id="s{section}">{prose.title(4)}</h2>')
        parts += [f"<p>{prose.sentence(70)}</p>" for _ in range(2)]
    topics = tuple(prose.random.sample(TOPICS, prose.random.randint(1, 3)))
    kind = prose.random.choice(list(SearchKind))
    path = f"{locale}/articles/{number}/index.html"
    return Entry(path, locale, title, "\n".join(parts), prose.words(18), kind, topics)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Log no requests."""


def main() -> None:
    """Build the site, and print a line for each search and for the largest."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--site-dir", folder],
            cwd=ROOT,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            check=True,
            capture_output=True,
        )
        index = Index()
        for locale in QUERIES:
            prose = Prose(locale)
            for number in range(ARTICLES):
                index.add(article(prose, number, locale))
        index.begin(site / "assets/multilingual/pagefind")
        index.write(site / "assets/multilingual/pagefind")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            sizes = _measure(site, f"http://127.0.0.1:{server.server_port}/")
        finally:
            server.shutdown()
    print(f"\n{max(sizes):7,}  the largest of {len(sizes)}; the median is {int(median(sizes)):,}")


def _measure(site: Path, address: str) -> list[int]:
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for locale, queries in QUERIES.items():
            for query in queries:
                for typed in (False, True):
                    sizes = _first_search(browser, site, address, locale, query, typed=typed)
                    total = sum(sizes.values())
                    found.append(total)
                    print(f"{total:7,}  {locale} “{query}”{', typed slowly' if typed else ''}: {len(sizes)} requests")
        for name, size in sizes.items():
            print(f"         {size:7,}  {name}")
        browser.close()
    return found


def _first_search(
    browser: Browser, site: Path, address: str, locale: str, query: str, *, typed: bool
) -> dict[str, int]:
    """Bytes by path that a new visitor's search fetches, gzipped where that is smaller."""
    sizes: dict[str, int] = {}

    def count(request: Request) -> None:
        path = urlsplit(request.url).path.lstrip("/")
        content = (site / path).read_bytes()
        sizes[path.removeprefix("assets/multilingual/")] = min(len(content), len(gzip.compress(content, 9)))

    page = browser.new_page()
    page.goto(address + ("" if locale == "da" else f"{locale}/"))
    page.wait_for_load_state("networkidle")
    page.on("request", count)
    page.locator(".ml-search-entry button").click()
    field = page.locator(".ml-search__query")
    if typed:
        field.press_sequentially(query, delay=200)  # longer than the search's delay, so that it runs for each letter
    else:
        field.fill(query)
    expect(page.locator(".ml-search__status")).to_contain_text(re.compile(f"[»”«“]{query}"))
    page.wait_for_load_state("networkidle")
    page.close()
    return sizes


if __name__ == "__main__":
    main()
