"""Scripts as they are published."""

from __future__ import annotations

import re

import rjsmin

COMMENT = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
"""A comment on lines of its own; one with code behind it is none."""


def published(script: str) -> str:
    """A script without the comments on lines of their own, which are a third of it: code as written."""
    return COMMENT.sub("", script)


def minified(script: str) -> str:
    """A script without comments and whitespace; names stay, so that an error in a browser can be read."""
    return str(rjsmin.jsmin(script))
