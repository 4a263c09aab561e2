"""Python-Markdown's reading of lines, without looking for signs that a line doesn't have.

Python-Markdown tries each of its patterns on each text: a tenth of the time of a build. A pattern that needs a sign,
such as `[`, can't be found where there is none, and that is quick to tell. Patterns whose form isn't known here, and a
Python-Markdown whose methods have other names, do as ever.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_SIGNS = {
    r"(?:(?<!\\)((?:\\{2})+)(?=`+)|(?<!\\)`)": "`",
    r"\\(.)": "\\",
    r"(?<!\!)\[": "[",
    r"\!\[": "![",
    r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>]*)>": "://",
    r"<([^<> !]+@[^@<> ]+)>": "@",
    r"  \n": "  \n",
    r"(&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)": "&",
    r"\[\^([^\]]*)\]": "[^",
}
"""What a text must have to fit a pattern, by the pattern: those of Python-Markdown, and of its footnotes."""
_DELIMITERS = r"\*|_"
"""The pattern of signs of which a text must have one."""
_HTML = "(<("
"""The pattern of HTML begins so; the rest is long, and another in each version."""
APPLY, HANDLE = "_InlineProcessor__applyPattern", "_InlineProcessor__handleInline"
"""Methods of Python-Markdown that are called or replaced; their names are its own affair."""
_PRIORITY = 20
"""That of Python-Markdown's own, whose place is taken."""


def add_to(md: Markdown) -> None:
    """Take the place of Python-Markdown's own, unless another extension has."""
    if type(md.treeprocessors["inline"]) is InlineProcessor and all(
        hasattr(InlineProcessor, name) for name in (APPLY, HANDLE)
    ):
        md.treeprocessors.register(_Quick(md), "inline", _PRIORITY)


class _Quick(InlineProcessor):
    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Look up the patterns once for a page: Python-Markdown does so for each text and pattern."""
        self._patterns = [(pattern, *signs(pattern)) for pattern in self.inlinePatterns]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        apply = getattr(self, APPLY)
        for number, (pattern, sign, other) in enumerate(self._patterns[patternIndex:], patternIndex):
            start, matched = 0, True
            while matched and (sign in data or (other and other in data)):
                data, matched, start = apply(pattern, data, number, start)
        return data


def signs(pattern: Any) -> tuple[str, str]:
    """What a text must have to fit a pattern, or else, if that isn't "", the second; ("", "") where it isn't known."""
    written = getattr(pattern, "pattern", "")
    if not type(pattern).__module__.startswith("markdown."):
        return "", ""
    if written == _DELIMITERS:
        return "*", "_"
    return _SIGNS.get(written, "<" if written.startswith(_HTML) else ""), ""
