"""How wide a line of text is, by an estimate: no font is known when a site is built."""

from __future__ import annotations

import unicodedata

# Advance widths in em of DejaVu Sans, with Verdana the widest that systems come with: what fits here fits in others.
_WIDTHS = {
    character: width
    for characters, width in (
        ("ijlIJ'|", 0.28),
        (" ,.’‘·", 0.32),
        ("frt()[]/\\:;-!", 0.4),
        ('csz?*_–“”„"', 0.53),
        ("vxyk", 0.59),
        ("EFLPSTYZ", 0.63),
        ("wDGHNOQU", 0.8),
        ("mMWжшщюыфЖШЩЮЫФ+=<>", 0.96),
        ("%@…—æœÆŒ", 1.0),
    )
    for character in characters
}
_SMALL, _CAPITAL = 0.63, 0.72
_BOLD = 1.13


def em(text: str, *, bold: bool = False) -> float:
    """The width of a line in em. Characters of other scripts count as Latin small letters, those of CJK as squares."""
    return sum(map(_advance, unicodedata.normalize("NFC", text))) * (_BOLD if bold else 1)


def _advance(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0  # a mark above or below another character, or what isn't shown
    base = unicodedata.normalize("NFD", character)[0]
    return _WIDTHS.get(character, _WIDTHS.get(base, _CAPITAL if base.isupper() else _SMALL))
