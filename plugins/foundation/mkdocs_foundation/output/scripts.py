"""Scripts as they are published."""

from __future__ import annotations

import re

import rjsmin

from ..patterns import pattern

COMMENT = pattern(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
"""A comment on lines of its own, without code on the same line."""


def published(script: str) -> str:
    """A script without the comments on lines of their own, a third of its size; the code is unchanged."""
    return COMMENT.sub("", script)


def without_whitespace(script: str) -> str:
    """A script without insignificant whitespace, a tenth of its size; names are kept."""
    return str(rjsmin.jsmin(script))
