"""Joints within words, as the index gets them, and back again.

Pagefind has the parts of a compound as words too, but knows only joints such as a hyphen or a straight apostrophe. So a
curly apostrophe, the half-space of Persian, and the place after an article or conjunction that Hebrew and
Arabic write as one with the word become signs that it knows, for which no text has any use.
"""

from __future__ import annotations

import re

_APOSTROPHE, _HALF_SPACE, _PREFIX = "':/:", "':/-", "':/'"
"""What stands for each joint. Pagefind leaves all of these signs out of the compound as a whole."""
# A word may go on behind a tag.
_CURLY = re.compile(r"(?<=\w)(?:\u2019|&rsquo;|&#8217;)(?=\w|\Z)")
_NARROW = re.compile(r"(?<=\w)(?:\u200c|&zwnj;|&#8204;)(?=\w|\Z)")
_HEBREW = re.compile(r"(?<!\w)([ושכ])?([הובכלמש])(?=[\u05d0-\u05ea]{3})")
_ARABIC = re.compile(r"(?<!\w)([\u0648\u0641])(?=\u0627\u0644\w{3})")


def jointed(text: str) -> str:
    """A text without tags, with signs that Pagefind knows at the joints of its words."""
    found = _NARROW.sub(_HALF_SPACE, _CURLY.sub(_APOSTROPHE, text))
    found = _HEBREW.sub(lambda m: "".join(f"{letter}{_PREFIX}" for letter in m.groups() if letter), found)
    return _ARABIC.sub(rf"\1{_PREFIX}", found)


def has_joints(text: str) -> bool:
    """Whether any of a text has been changed."""
    return "':/" in text


def as_written(text: str) -> str:
    """A text as it is on the page."""
    return text.replace(_APOSTROPHE, "\u2019").replace(_HALF_SPACE, "\u200c").replace(_PREFIX, "")
