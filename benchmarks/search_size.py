"""Bytes that a reader's first search fetches on a site with 1,000 articles per language, in a real Chromium.

The site is this one, with an index of generated articles instead of its own. Their prose is a Markov chain over this
site's texts. These have a smaller vocabulary than a large site, so one word in forty is a new compound, as Danish,
Norwegian and Swedish form them.
"""

from __future__ import annotations

import gzip
import itertools
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Request, expect, sync_playwright

from mkdocs_multilingual.search.documents import Entry, SearchKind
from mkdocs_multilingual.search.indexing import Index
from scripts.browser import find

ROOT = Path(__file__).parents[1]
ARTICLES = 1000
WORDS = 1000
"""Average length of an article, in words."""
NEW_WORD = 40
"""One word in this many is a new compound."""
QUERIES = {
    "da": ("ansvar", "kunderne klager", "lederstil"),
    "sv": ("ansvar", "kunderna klagar", "ledarstil"),
    "nb": ("ansvar", "kundene klager", "lederstil"),
    "en": ("responsibility", "customers complain", "leadership"),
}
TOPICS = ("expertise", "culture", "leadership", "communication", "service", "change", "trust", "teams")


class Prose:
    """Generated prose that resembles the pages of a language."""

    def __init__(self, locale: str) -> None:
        """Read the pages of a locale."""
        texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / locale).rglob("*.md"))]
        bodies = [re.sub(r"^---\n.*?\n---\n|\{[^}\n]*\}|\]\([^)\n]*\)", "", text, flags=re.DOTALL) for text in texts]
        words = re.findall(r"[\w’-]+[.,:?!]?", " ".join(bodies))
        self._random = random.Random(f"{locale} {len(words)}")
        self._next: dict[str, list[str]] = defaultdict(list)
        for word, following in itertools.pairwise(words):
            self._next[word].append(following)
        self._nouns = sorted({word.lower() for word in words if len(word) > 4 and word.isalpha()})
        self._word = words[0]

    def words(self, size: int) -> str:
        """Return a text of `size` words."""
        return " ".join(self._one() for _ in range(size))

    def article(self, number: int, locale: str) -> Entry:
        """Return a generated article."""
        size = self._random.randint(WORDS // 2, WORDS * 3 // 2)
        title = self.words(self._random.randint(3, 7)).capitalize()
        parts = [f"<h1>{title}</h1>"]
        for section in range(size // 140):
            parts.append(f'<h2 id="s{section}">{self.words(4).capitalize()}</h2>')
            parts += [f"<p>{self.words(70)}.</p>" for _ in range(2)]
        topics = tuple(self._random.sample(TOPICS, self._random.randint(1, 3)))
        kind = self._random.choice(list(SearchKind))
        path = f"{locale}/articles/{number}/index.html"
        return Entry(path, locale, title, "\n".join(parts), self.words(18), kind, topics)

    def _one(self) -> str:
        self._word = self._random.choice(self._next.get(self._word) or self._nouns)
        if self._random.randrange(NEW_WORD):
            return self._word
        return self._random.choice(self._nouns) + self._random.choice(self._nouns)


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
                index.add(prose.article(number, locale))
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
