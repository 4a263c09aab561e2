"""The prose of a Markdown text, line by line, and the links in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass

_FENCE = pattern(r"\s*(`{3,}|~{3,})")
CODE = pattern(r"(`+)(?!`).*?(?<!`)\1(?!`)")
"""Code within a line."""
_COMMENT = pattern(r"<!--.*?-->", re.DOTALL)
_HOLDS = pattern(r" {0,3}(?:[-*+]|\d+[.)]|!!!|\?\?\?\+?|===\+?|:|\[\^[^\]\s]+\]:)(?:\s|$)")
"""What the indented lines below belong to: an item of a list, a box, a tab, a definition, a footnote."""
LINK = pattern(
    r"""\]\(\s*(?:<(?P<quoted>[^<>\n]+)>|(?P<target>(?:[^()\n]|\([^()\n]*\))*?))(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)"""
)
"""A link or a picture, from the end of its text on."""
REFERENCE = pattern(r" {0,3}\[(?!\^)[^\[\]]+\]:\s*(?:<(?P<quoted>[^<>\n]+)>|(?P<target>\S+))")
"""The target of a name."""

_ESCAPED = pattern(r"(?<!\\)\\\[[^\[\]]*\]\(")
"""The beginning of what only looks like a link."""


@dataclass(frozen=True)
class Link:
    """A link or a picture of a text."""

    target: str
    """The address, as it is written."""
    line: int
    """Its line in the file."""


@lru_cache(maxsize=64)
def prose(body: str) -> tuple[tuple[int, str], ...]:
    """Number and text of each line that is no code, without code within it and without comments."""
    return tuple(_prose(body))


def _prose(body: str) -> Iterator[tuple[int, str]]:
    fence, above, is_held = "", "", False
    commented = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), body)
    for number, line in enumerate(commented.split("\n"), start=1):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]) else fence
            above = ""
            continue
        if mark:
            fence = mark[1]
            continue
        if line.startswith(("    ", "\t")):
            is_code = not (is_held or above or line.lstrip().startswith(("!!!", "???")))
        else:
            is_code = False
            if line.strip():
                is_held = _HOLDS.match(line) is not None
        if not is_code:
            above = line.strip()
            yield number, CODE.sub("", line) if "`" in line else line


def seen(line: str, gone: re.Pattern[str], signs: Iterable[str]) -> str:
    """A line without what is `gone`, in which one of some signs is; most lines have none of these."""
    return gone.sub(" ", line) if any(map(line.__contains__, signs)) else line


def links(body: str) -> tuple[Link, ...]:
    """The links and pictures of a text, and the targets that it gives to names (`[name]: target`)."""
    return _read(body) if "](" in body or "]:" in body else ()


@kept(8192)
def _read(body: str) -> tuple[Link, ...]:
    return tuple(_links(body))


def _links(body: str) -> Iterator[Link]:
    for number, line in prose(body):
        if "\\[" in line:
            line = _ESCAPED.sub("", line)
        found = list(LINK.finditer(line)) if "](" in line else []
        if "]:" in line and (name := REFERENCE.match(line)):
            found.append(name)
        for link in found:
            target = (link["quoted"] or link["target"] or "").strip()
            if target and "{{" not in target and "{%" not in target:
                yield Link(target, number)
