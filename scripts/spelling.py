"""Print the words of the texts that neither the language's dictionary nor the site's own list knows.

A report for whoever wrote them, and never a failure: a right word may well be new. A language's own words are in
`docs/<language>/.words.txt`, one a line.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from mkdocs_foundation import pages as source_pages
from mkdocs_foundation import site_config
from mkdocs_foundation.pages import SourcePages
from mkdocs_multilingual.editorial import prose
from scripts.dictionaries import DICTIONARIES, available

LIST = ".words.txt"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def unknown(language: str, words: set[str]) -> set[str]:
    """Those of some words that the language's dictionary doesn't know."""
    run = subprocess.run(
        ["hunspell", "-l", "-i", "utf-8", "-d", DICTIONARIES[language]],
        input="\n".join(sorted(words)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(run.stdout.split())


def written(pages: SourcePages, language: str) -> dict[str, str]:
    """Every word of a language with the first place where it is used."""
    places: dict[str, str] = {}
    for page in pages.in_language(language):
        for number, line in prose.lines(page):
            for match in _WORD.finditer(line):
                places.setdefault(match[0].replace("’", "'"), f"{page.uri}:{number}")
    return places


def report(docs: Path, docs_dir: str, pages: SourcePages, language: str) -> list[str]:
    """The unknown words of a language with their places, and those of the list that no text uses."""
    path = docs / language / LIST
    own = set(path.read_text("utf-8").split()) if path.is_file() else set()
    places = written(pages, language)
    wrong = {
        word for word in unknown(language, set(places) - own) if not {word.lower(), word[0].lower() + word[1:]} & own
    }
    used = set(places) | {word.lower() for word in places}
    return [
        *(f"{docs_dir}/{places[word]}: {word}" for word in sorted(wrong, key=lambda word: places[word])),
        *(f"{docs_dir}/{language}/{LIST}: {word} is used no longer" for word in sorted(own - used)),
    ]


def main() -> int:
    """Print the report."""
    if not available():
        print("hunspell or a dictionary is missing: python -m scripts.dictionaries", file=sys.stderr)
        return 2
    config = site_config.read(Path("mkdocs.yml"))
    site = config.site
    paths = sorted(config.docs.rglob("*.md"))
    pages, _ = source_pages.read(
        [(path.relative_to(config.docs).as_posix(), path.read_bytes()) for path in paths], site
    )
    lines = [
        line
        for locale in site.languages
        if locale in DICTIONARIES
        for line in report(config.docs, config.docs_dir, pages, locale)
    ]
    print("\n".join(lines) or "Every word is known.")
    if lines:
        print(f"\nCorrect these words, or add right ones to {config.docs_dir}/<language>/{LIST}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
