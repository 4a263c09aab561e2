"""Whether a page may have anything of a self-assessment: a cheap test before a reading that takes as long as a build's.

It may say yes to a page that has nothing, and never no to one that has.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.problems import nearest
from mkdocs_foundation.sources.front_matter import FrontMatter

_ATTRIBUTES = pattern(r"\{[^{}]*\.")
"""Attributes with a class."""
_CLASS = pattern(r"(?:\n|\A)[ \t]*#[^\n]*\{[^{}]*\.")
"""The same of a heading, as every section and every list of results has them; where lines end with a line feed."""
_UNDERLINE = pattern(r"\n[ \t]*(?:=+|-+)[ \t]*$", re.MULTILINE)
"""A line that may make a heading of the one above."""
_BOX = pattern(r"(?:[-*+]|\d[.)])\s+(?:\[\s*[xX]?\s*\]|\(\s?[xXo]?\s?\))")
"""An item of a list with what may be a box."""
COUNTED = ("items", "dimensions", "minutes")
"""What texts can take the number of; situations are items too."""
_COUNT = pattern(rf"\((?:{'|'.join(COUNTED)}|kit)=")
SETTING = "assessment"
"""The setting that every page of a self-assessment has."""


def is_setting(name: str) -> bool:
    """Whether a setting is that of a self-assessment, or its misspelling."""
    return name == SETTING or _is_near(name)


@lru_cache(maxsize=4096)
def _is_near(name: str) -> bool:
    return nearest(name, [SETTING], 0.8) is not None


def may_matter(text: str, matter: FrontMatter, body: str) -> bool:
    """Whether a page may have any problem that this plugin reports, besides those of its file."""
    return has_any(matter, body) or "<<<<<<<" in text or ">>>>>>>" in text or _COUNT.search(text) is not None


def has_any(matter: FrontMatter, body: str) -> bool:
    """Whether a page with these settings may be a self-assessment, or have one as a section."""
    if any(is_setting(str(name)) for name in matter.values):
        return True
    if "{" not in body:
        return False
    if _BOX.search(body):
        return True
    is_given = _ATTRIBUTES.search(body) is not None
    return is_given and ("\r" in body or _CLASS.search(body) is not None or _UNDERLINE.search(body) is not None)
