"""Print the words of the texts that are neither in the language's dictionary nor in the site's own list.

A report for authors, never a failure: a correct word may be new. The site's own words of a language are in
`docs/<language>/.words.txt`, one per line.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from mkdocs_foundation.sources import pages as source_pages
from mkdocs_foundation.sources import site_config
from mkdocs_foundation.sources.pages import SourcePages
from mkdocs_multilingual.editorial import prose
from scripts.dictionaries import DICTIONARIES, available

LIST = ".words.txt"
_NO_WORDS = re.compile(r"\((?:items|dimensions|minutes)=[^)]*\)|(?:^|[-* ])(?:when|otherwise)\b[^·]*·|&[a-z]+;")
"""What authors write that isn't in any language: numbers of self-assessments, conditions of results, entities."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def unknown(language: str, words: set[str]) -> set[str]:
    """Return the words that are not in the language's dictionary."""
    run = subprocess.run(
        ["hunspell", "-l", "-i", "utf-8", "-d", DICTIONARIES[language]],
        input="\n".join(sorted(words)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(run.stdout.split())


def written(pages: SourcePages, language: str) -> dict[str, str]:
    """Return every word of a language with the first place where it is used, as `path:line`."""
    places: dict[str, str] = {}
    for page in pages.in_language(language):
        for number, line in prose.lines(page):
            for match in _WORD.finditer(_NO_WORDS.sub(" ", line)):
                places.setdefault(match[0].replace("’", "'"), f"{page.uri}:{number}")
    return places


def report(docs: Path, docs_dir: str, pages: SourcePages, language: str) -> list[str]:
    """Return a line for each unknown word of a language, and for each word of its list that no text uses."""
    path = docs / language / LIST
    own = set(path.read_text("utf-8").split()) if path.is_file() else set()
    places = written(pages, language)
    wrong = {
        word for word in unknown(language, set(places) - own) if not {word.lower(), word[0].lower() + word[1:]} & own
    }
    used = set(places) | {word.lower() for word in places}
    return [
        *(f"{docs_dir}/{places[word]}: {word}" for word in sorted(wrong, key=lambda word: places[word])),
        *(f"{docs_dir}/{language}/{LIST}: {word} is no longer used" for word in sorted(own - used)),
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
        print(f"\nCorrect these words, or add correct ones to {config.docs_dir}/<language>/{LIST}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
