"""The words of a page as a reader sees them: Markdown without its syntax, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from posixpath import dirname, join, normpath

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.sources.pages import SourcePage

WRITTEN = ("title", "description")
"""Settings that a reader sees as they are written."""
_COMMENT = pattern(r"<!--.*?-->", re.DOTALL)
_FENCE = pattern(r"^\s*(`{3,}|~{3,})")
_BOX = pattern(r"^\s*(?:!!!|\?\?\?\+?)\s+[\w-]+(?:[ \t]+[\w-]+)*")
_GONE = pattern(
    r"`[^`]*`"  # code
    r"|<[^<>\s][^<>]*>"  # HTML and <https://…>
    r"|\{[^{}\n]*\}"  # attributes
    r"|\(\w+=[\w-]+\)"  # values that a plugin fills in
    r"|https?://\S+"
)
_TARGET = pattern(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)")
_CAPTION = pattern(r"(!\[[^\]\n]*\])\([^()\s]*\s+\"([^\"\n]*)\"\)")
_PICTURE = pattern(r"!\[[^\]\n]*\]\([^()\n]*\)")
_NAMED = pattern(r"!?\[[^\]\n]*\]\([^()\n]*\)")
_BEGINS = pattern(r"\s*(?:[-*+]\s(?:\[ \]\s)?|\d+\.\s|#+\s|>\s)")
"""Signs of an item, a heading or a quotation."""
_OF_GONE = ("`", "<", "{", "=", "://")
"""One of these is in whatever `_GONE` finds: most lines have none, and to look for it costs more than for these."""
_SIGNS = ("![", "*", "_", "[", "]", "|", '"')
"""Signs that a reader doesn't see."""
_WORD = pattern(r"\w+(?:[’'.-]\w+)*")
_LINK = pattern(r"(?<!!)\[[^\]\n]*\]\(([^()\s#]*\.md)?(?:#[^()\s]*)?(?:\s+\"[^\"]*\")?\)")
_HEADING = pattern(r"^(#{1,6})\s.*?(?:\{[^{}]*#([\w-]+)[^{}]*\}\s*)?$")
_IMAGE = pattern(r"!\[([^\]]*)\]\(([^()\s]+)")


def body_lines(page: SourcePage) -> tuple[tuple[int, str], ...]:
    """Lines of the Markdown with their numbers, without comments and blocks of code."""
    return _body_lines(page.body)


@lru_cache(maxsize=64)
def _body_lines(markdown: str) -> tuple[tuple[int, str], ...]:
    found, fence = [], ""
    body = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), markdown)
    for number, line in enumerate(body.split("\n"), start=1):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
        elif line.strip():
            found.append((number, line))
    return tuple(found)


def lines(
    page: SourcePage, *, settings: bool = True, names: bool = True, images: bool = True
) -> Iterator[tuple[int, str]]:
    """The visible text of each line; a link or image becomes a "·" without `names`, an image also without `images`."""
    if settings:
        for name in WRITTEN:
            if isinstance(page.matter.values.get(name), str):
                yield page.matter.line(name), page.matter.values[name]
    for number, line in body_lines(page):
        has_link = "](" in line
        if has_link:
            line = _CAPTION.sub(r"\1() \2", line) if images else _PICTURE.sub(" · ", line)
            line = line if names else _NAMED.sub(" · ", line)
        if "!!!" in line or "???" in line:
            line = _BOX.sub("", line)
        if has_link:
            line = _TARGET.sub("", line)
        if any(map(line.__contains__, _OF_GONE)):
            line = _GONE.sub(" ", line)
        yield number, " ".join(_without_signs(line).split())


def _without_signs(line: str) -> str:
    if begin := _BEGINS.match(line):
        line = line[begin.end() :]
    for sign in _SIGNS:
        if sign in line:
            line = line.replace(sign, "")
    return line


def words(page: SourcePage) -> int:
    """How many words the text has; a drawing with its description and its caption makes it no longer."""
    return sum(len(_WORD.findall(line)) for _, line in lines(page, settings=False, images=False))


def headings(page: SourcePage) -> dict[str, tuple[int, int]]:
    """Line and level of each heading with an id, by the id."""
    found: dict[str, tuple[int, int]] = {}
    for number, line in body_lines(page):
        if (heading := _HEADING.match(line)) and heading[2]:
            found[heading[2]] = (number, len(heading[1]))
    return found


def section(page: SourcePage, id: str) -> list[str]:
    """The lines under a heading, as far as the next one of its level or a higher one."""
    start, level = headings(page)[id]
    found = []
    for number, line in body_lines(page):
        heading = _HEADING.match(line)
        if number > start and heading and len(heading[1]) <= level:
            break
        if number > start:
            found.append(line)
    return found


def links(page: SourcePage, under: list[str] | None = None) -> list[str]:
    """Keys of the pages that a text links to, in its order; only those in some lines, where given."""
    folder = dirname(page.key)
    shown = under if under is not None else [line for _, line in body_lines(page)]
    targets = [target for line in shown if "](" in line for target in _LINK.findall(line)]
    return [normpath(join(folder, target)) if target else page.key for target in targets]


def images(page: SourcePage) -> Iterator[tuple[int, str, str]]:
    """Line, text and address of each image."""
    for number, line in body_lines(page):
        for text, address in _IMAGE.findall(line):
            yield number, text, address
