"""What messages call the parts of a self-assessment."""

from __future__ import annotations

from mkdocs_foundation.reports.message import Message

from .saying import say

WHOLE = say("the whole result")
"""What result texts are for that are of no dimension."""


def owner_of(dimension: str) -> Message:
    """What result texts are for: a dimension, or with the empty id the whole."""
    return say('the dimension "{id}"', id=dimension) if dimension else WHOLE
