"""Compare two builds of the site, and list their differences with the reason for each.

`make compare` does so for the builds with ProperDocs and with MaterialX; `python -m scripts.compare_builds ONE OTHER`
for any two. It prints a table, and fails if a difference has no known reason.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

Part = Callable[[HtmlElement], Iterable[str]]
"""Removes a part from a page, and returns the removed texts."""

THEME_FILES = re.compile(r"assets/(javascripts/(bundle|lunr|workers)|stylesheets/(main|palette))\b[\w./-]*")
"""Paths of the files that a theme publishes; the names have hashes."""
SEARCH_INDEX = re.compile(r"assets/multilingual/pagefind/.+")
SHOWN = 20
"""Number of unexplained differences that are printed."""


def elements(xpath: str) -> Part:
    """The elements that an XPath selects."""

    def take(page: HtmlElement) -> list[str]:
        found: list[HtmlElement] = page.xpath(xpath)
        texts = [html.tostring(element, encoding="unicode", with_tail=False) for element in found]
        for element in found:
            element.drop_tree()
        return texts

    return take


def attributes(pattern: str, xpath: str) -> Part:
    """The attributes whose names match a regular expression, of the elements that an XPath selects."""

    def take(page: HtmlElement) -> list[str]:
        found = [(element, name) for element in page.xpath(xpath) for name in element.attrib if re.match(pattern, name)]
        return [f"{name}={element.attrib.pop(name)}" for element, name in found]

    return take


def css_class(name: str) -> Part:
    """A CSS class, on every element that has it."""

    def take(page: HtmlElement) -> list[str]:
        found: list[HtmlElement] = page.find_class(name)
        for element in found:
            element.classes.discard(name)
        return [name] * len(found)

    return take


def theme_addresses(page: HtmlElement) -> list[str]:
    """Remove the addresses of the theme's own styles and scripts from a page, and return them."""
    found = []
    for element, name, address, _ in list(page.iterlinks()):
        if THEME_FILES.search(address):
            found.append(address)
            element.attrib.pop(name, None)
    return found


PARTS: dict[str, Part] = {
    "`<meta name=generator>` names the program and the theme": elements('//meta[@name="generator"]'),
    "the theme's styles and scripts have hashes in their names": theme_addresses,
    "the theme's settings for its script": elements('//script[@id="__config"]'),
    "MaterialX marks the body with settings of its own, such as the look of the bar": attributes("data-mx-", "//body"),
    "MaterialX has a drawer for the table of contents": elements('//*[@id="__toc"] | //label[@for="__toc"]'),
    "MaterialX has more buttons beside *back to top*": elements('//*[@data-md-component="top"]'),
    "MaterialX gives each tag a class for its icon": css_class("md-tag-icon"),
}
"""Parts in which pages may differ, by the reason for the difference."""


@dataclass
class Comparison:
    """Differences between two builds."""

    explained: Counter[str] = field(default_factory=Counter)
    """Number of files by the reason for the difference."""
    unexplained: list[str] = field(default_factory=list)
    """Differences without a known reason, one line each."""


def compare(before: Path, after: Path) -> Comparison:
    """Compare the built sites in two folders."""
    found = Comparison()
    files = [
        {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()} for root in (before, after)
    ]
    for name in sorted(files[0] | files[1]):
        first, second = (
            (root / name).read_bytes() if name in there else None
            for root, there in zip((before, after), files, strict=True)
        )
        if first == second:
            continue
        if THEME_FILES.fullmatch(name):
            found.explained["files of the theme itself"] += 1
        elif SEARCH_INDEX.fullmatch(name):
            found.explained["Pagefind's files have no fixed order or names; it has the same pages"] += 1
        elif first is None or second is None:
            found.unexplained.append(f"{name}: only in {after if first is None else before}")
        elif name.endswith(".gz"):
            if gzip.decompress(first) != gzip.decompress(second):
                found.unexplained.append(f"{name}: differs")
        elif name.endswith(".html"):
            _compare_pages(name, first, second, found)
        else:
            found.unexplained.append(f"{name}: differs")
    if _pages_in_search(before) != _pages_in_search(after):
        found.unexplained.append(f"search: {_pages_in_search(before)} pages, and {_pages_in_search(after)}")
    return found


def _compare_pages(name: str, first: bytes, second: bytes, found: Comparison) -> None:
    pages = [html.document_fromstring(content.decode()) for content in (first, second)]
    for reason, take in PARTS.items():
        texts = [list(take(page)) for page in pages]
        if texts[0] != texts[1]:
            found.explained[reason] += 1
    lines = [_lines(page) for page in pages]
    if lines[0] != lines[1]:
        one, other = next(pair for pair in zip_longest(*lines, fillvalue="") if pair[0] != pair[1])
        found.unexplained.append(f"{name}: `{one[:120]}`, and `{other[:120]}`")


def _lines(page: HtmlElement) -> list[str]:
    """The page with each tag and each text on a line of its own, whitespace normalized."""
    text = re.sub(r"\s+", " ", html.tostring(page, encoding="unicode"))
    return re.sub(r" ?(<[^>]*>) ?", r"\n\1\n", text).split("\n")


def _pages_in_search(site: Path) -> dict[str, int]:
    entry = site / "assets/multilingual/pagefind/pagefind-entry.json"
    languages = json.loads(entry.read_text(encoding="utf-8"))["languages"] if entry.is_file() else {}
    return {name: language["page_count"] for name, language in sorted(languages.items())}


def main(arguments: list[str]) -> int:
    """Print the table; return 1 if a difference has no known reason, 2 if a folder has no built site."""
    before, after = map(Path, arguments)
    for root in (before, after):
        if not (root / "index.html").is_file():
            print(f"{root} is not a built site: run `make compare`, which builds both.", file=sys.stderr)
            return 2
    found = compare(before, after)
    print(f"{after}, compared with {before}:\n\n| difference | files |\n|---|---|")
    for reason, count in found.explained.most_common():
        print(f"| {reason} | {count} |")
    for line in found.unexplained[:SHOWN]:
        print(f"without a reason: {line}", file=sys.stderr)
    if len(found.unexplained) > SHOWN:
        print(f"and {len(found.unexplained) - SHOWN} more", file=sys.stderr)
    return 1 if found.unexplained else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
