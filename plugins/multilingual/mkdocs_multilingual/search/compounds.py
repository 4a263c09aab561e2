"""Joints within words, as the index gets them, and back again.

Pagefind has the parts of a compound as words too, but knows only joints that ASCII has, such as a hyphen or a straight
apostrophe. So a curly apostrophe, the half-space of Persian, the hyphen of Hebrew, dashes, and the place after an
article or conjunction that Hebrew and Arabic write as one with the word become signs that it knows, which no
text needs.
"""

from __future__ import annotations

from mkdocs_foundation.patterns import pattern

_SIGN = "':/"
"""What each joint begins with. Pagefind leaves all of these signs out of the compound as a whole."""
_SIGNS = {
    "\u2019": f"{_SIGN}:",
    "\u200c": f"{_SIGN}-",
    "\u05be": f"{_SIGN}*",
    "\u2010": f"{_SIGN}.",
    "\u2011": f"{_SIGN}+",
    "\u2013": f"{_SIGN}=",
    "\u2014": f"{_SIGN}~",
}
_ENTITIES = {"&rsquo;": "\u2019", "&#8217;": "\u2019", "&zwnj;": "\u200c", "&ndash;": "\u2013", "&mdash;": "\u2014"}
_PREFIX = f"{_SIGN}'"
"""After an article."""
_ENTITY = pattern("|".join(_ENTITIES))
# A word may go on behind a tag. What is before the sign is looked at last: signs are few.
_JOINT = pattern(rf"[{''.join(_SIGNS)}](?<=\w.)(?=\w|\Z)")
MAY_BE_JOINED = rf"[{''.join(_SIGNS)}\u05d0-\u05ea\u0627-\u064a]|&[#rznm]"
"""Pattern of what a text has that `jointed` may change."""
_WRITTEN_AS_ONE = pattern("[\u05d0-\u05ea\u0627-\u064a]")
_HEBREW = pattern(r"(?<!\w)([ושכ])?([הובכלמש])(?=[\u05d0-\u05ea]{3})")
_ARABIC = pattern(r"(?<!\w)([\u0648\u0641])(?=\u0627\u0644\w{3})")


def jointed(text: str) -> str:
    """A text without tags, with signs that Pagefind knows at the joints of its words."""
    found = _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], text) if "&" in text else text
    if _WRITTEN_AS_ONE.search(found):
        found = _HEBREW.sub(lambda m: "".join(f"{letter}{_PREFIX}" for letter in m.groups() if letter), found)
        found = _ARABIC.sub(rf"\1{_PREFIX}", found)
    return _JOINT.sub(lambda joint: _SIGNS[joint[0]], found)


def has_joints(text: str) -> bool:
    """Whether any of a text has been changed."""
    return _SIGN in text


def as_written(text: str) -> str:
    """A text as it is on the page."""
    for joint, sign in _SIGNS.items():
        text = text.replace(sign, joint)
    return text.replace(_PREFIX, "")
