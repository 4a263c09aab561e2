"""What readers of a language are shown in place of a page that isn't translated."""

from __future__ import annotations

from enum import Enum


class Fallback(Enum):
    """The choices of the option `fallback`."""

    TEXT = "text"
    """The source language's text under a notice."""
    NOTICE = "notice"
    """A short page that names the language in which it exists."""
