"""The attribute list at the end of a heading or a statement: `{.class #id flag key="value"}`.

The syntax is that of Python-Markdown's `attr_list`, so that headings keep their ids in any other tool.
"""

from __future__ import annotations

import re
from dataclasses import field

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass

_LIST = pattern(r"\s*\{:?\s*(?P<body>[^{}]*?)\s*\}\s*$", re.DOTALL)
_UNCLOSED = pattern(r"\{[:\s]*[#.][^{}]*$|\{[:\s]*[#.][^{}]*\}")
_TOKEN = pattern(
    r"""\s*(?:
        \#(?P<id>[^\s{}#]*) |
        \.(?P<cls>[^\s{}.]*) |
        (?P<key>[^\s={}"'“”„«»]+)=(?:
            "(?P<double>[^"]*)" | '(?P<single>[^']*)' | “(?P<english>[^”]*)” | „(?P<german>[^“”]*)[“”] |
            ”(?P<swedish>[^”]*)” | «(?P<french>[^»]*)» | »(?P<danish>[^«»]*)[«»] | ‘(?P<inner>[^’]*)’ |
            (?P<bare>[^\s{}"'“”„«»]*)
        )(?=\s|$) |
        (?P<flag>[^\s={}"'#.]+)(?=\s|$)
    )""",
    re.VERBOSE,
)


_VALUES = ("double", "single", "english", "german", "swedish", "french", "danish", "inner", "bare")
"""Forms of a value: an editor or word processor makes other quotation marks of straight ones."""


@dataclass(frozen=True)
class Attributes:
    """A parsed attribute list."""

    ids: tuple[str, ...] = ()
    """Every `#id`; more than one is a mistake."""
    classes: frozenset[str] = frozenset()
    """Every `.class`."""
    values: dict[str, str] = field(default_factory=dict)
    """Every `key=value`; a bare flag has the value "true"."""
    broken: str | None = None
    """The part that can't be read, if any."""


def split(text: str) -> tuple[str, Attributes]:
    """Text without its trailing attribute list, and the list; never raises."""
    match = _LIST.search(text)
    if not match:
        unclosed = _UNCLOSED.search(text)
        return text.strip(), Attributes(broken=unclosed.group() if unclosed else None)
    rest, body = text[: match.start()].strip(), match["body"]
    stray = _UNCLOSED.search(rest)
    ids: list[str] = []
    classes: set[str] = set()
    values: dict[str, str] = {}
    position = 0
    while position < len(body):
        token = _TOKEN.match(body, position)
        if not token or token.end() == position:
            return rest, Attributes(tuple(ids), frozenset(classes), values, broken=body[position:].strip())
        if token["id"] is not None:
            ids += [token["id"]] if token["id"] else []  # `{# trust}` is told as an id whose sign stands apart
        elif token["cls"] is not None:
            classes.add(token["cls"])
        elif token["key"] is not None:
            values[token["key"]] = next(v for v in token.group(*_VALUES) if v is not None)
        else:
            values[token["flag"]] = "true"
        position = token.end()
    return rest, Attributes(tuple(ids), frozenset(classes), values, broken=stray.group() if stray else None)
