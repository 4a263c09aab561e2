"""Lines that are not shown where they are written: definitions of links, abbreviations and footnotes.

They may be anywhere on a page, its end included, and are neither statements nor prose. What shows something, such as
the list of footnotes, is put in its place by the site's own Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.sources.source_files import lines_of
from mkdocs_foundation.values import dataclass

INCLUDE = pattern(r"-+8<-+|\{%-?\s*(?:include|import|from|macro)|\{[!*]\s*\S|\{\{")
"""Matches what brings text from another file: snippets, Jinja, markdown-include, include-markdown, macros."""
_FENCE = pattern(r"^ {0,3}(?P<sign>`{3,}|~{3,})")
_LINK = pattern(r"^ {0,3}\[(?!\^)[^\]]+\]:\s*\S")
_ABBREVIATION = pattern(r"^ {0,3}\*\[[^\]]+\] ?:")
_FOOTNOTE = pattern(r"^ {0,3}\[\^(?P<name>[^\]]+)\]:")
_REFERENCE = pattern(r"\[\^(?P<name>[^\]]+)\](?!:)")
_INDENTED = pattern(r"^(?: {4}|\t)")


@dataclass(frozen=True)
class Definition:
    """One definition."""

    first: int
    """1-based number of the first line."""
    last: int
    """1-based number of the last line."""
    text: str
    """Markdown of the definition."""
    footnote: str | None = None
    """Name of a footnote; `None` for a link or an abbreviation."""


def definitions(text: str) -> tuple[Definition, ...]:
    """Every definition of a Markdown text, in order."""
    lines = lines_of(text)
    found: list[Definition] = []
    fence = ""
    number = 0
    while number < len(lines):
        line = lines[number]
        first = number
        number += 1
        if sign := _FENCE.match(line):
            if not fence:
                fence = sign["sign"]
            elif sign["sign"].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        if fence:
            continue
        if note := _FOOTNOTE.match(line):
            number = _end_of_footnote(lines, number)
            found.append(Definition(first + 1, number, "\n".join(lines[first:number]), note["name"]))
        elif _LINK.match(line) or _ABBREVIATION.match(line):
            found.append(Definition(first + 1, number, line))
    return tuple(found)


def without(text: str, found: tuple[Definition, ...]) -> str:
    """The text with empty lines instead of abbreviations and footnotes, so that every other line keeps its number.

    Links stay: without their definitions, Markdown doesn't recognize them as links.
    """
    lines = lines_of(text)
    for definition in found:
        if definition.footnote or _ABBREVIATION.match(definition.text):
            for number in range(definition.first - 1, definition.last):
                lines[number] = ""
    return "\n".join(lines)


def needed(found: Iterable[Definition], text: str) -> str:
    """The definitions that a text can use: all of links and abbreviations, and the footnotes that it refers to."""
    referred = {match["name"] for match in _REFERENCE.finditer(text)}
    kept = [d for d in found if d.footnote is None or d.footnote in referred]
    return "\n".join(f"{d.text}\n" if d.footnote else d.text for d in kept)


def _end_of_footnote(lines: list[str], number: int) -> int:
    """The number of lines up to the end of a footnote: its own paragraph, and what is indented below it."""
    while number < len(lines) and lines[number].strip() and not _begins_another(lines[number]):
        number += 1
    end = number
    while number < len(lines) and (not lines[number].strip() or _INDENTED.match(lines[number])):
        number += 1
        if lines[number - 1].strip():
            end = number
    return end


def _begins_another(line: str) -> bool:
    return bool(_FOOTNOTE.match(line) or _ABBREVIATION.match(line) or _LINK.match(line) or re.match(r"^#{1,6}\s", line))
