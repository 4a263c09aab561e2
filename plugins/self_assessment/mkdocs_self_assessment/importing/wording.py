"""Marks within the text of a statement, which other tools have no columns for, and texts in messages."""

from __future__ import annotations

import re

from mkdocs_foundation.patterns import pattern

from .vocabulary import names_reversal

_MARKED = pattern(r"(?P<text>.*\S)\s*[(\[](?P<mark>[^()\[\]]{1,12})[)\]]\s*[.*]?", re.DOTALL)
_NUMBERED = pattern(r"\s*(?:\d{1,3}(?:\.\d{1,2})*[.)]|[a-zA-Z]\)|[•·●▪◦○☐□◻‣*–-])\s+(?=\S)")
_RANGE = pattern(
    r"(?P<low>\d{1,4}(?:[.,]\d+)?)\s*%?\s*(?:[–—‒-]|til|till|to|bis|\.\.)\s*(?P<high>\d{1,4}(?:[.,]\d+)?)\s*%?"
)


def unmarked(text: str) -> tuple[str, bool]:
    """A statement without `(R)` at its end, and whether it was there."""
    match = _MARKED.fullmatch(text)
    return (match["text"], True) if match and names_reversal(match["mark"]) else (text, False)


def without_number(text: str) -> str:
    """A text without a number or bullet that was typed before it."""
    match = _NUMBERED.match(text)
    return text[match.end() :] if match else text


def is_numbered(text: str) -> bool:
    """Whether a number or bullet was typed before a text."""
    return bool(_NUMBERED.match(text))


def bounds(text: str) -> tuple[str, str] | None:
    """The numbers of a range such as `0–40 %`, which may have a word for its unit behind it."""
    match = _RANGE.match(text.strip())
    rest = text.strip()[match.end() :].strip() if match else ""
    return (match["low"], match["high"]) if match and len(rest) <= 12 and not re.search(r"\d", rest) else None


def split_range(text: str) -> tuple[str, str, str] | None:
    """The numbers of a range and the text behind it, such as `0–40 %: Begin with one thing.`"""
    head, sign, rest = text.partition(":")
    if sign and (found := bounds(head)):
        return (*found, rest.strip())
    match = _RANGE.match(text.strip())
    rest = text.strip()[match.end() :].lstrip(" –—-.") if match else ""
    return (match["low"], match["high"], rest) if match and rest else None


def short(text: str, longest: int = 40) -> str:
    """The beginning of a text, for a message."""
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1] + "…"
