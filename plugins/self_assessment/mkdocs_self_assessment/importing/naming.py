"""Ids made of texts: ASCII, stable as long as the text is, and unique in a page."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 36
"""Most characters of an id that is made of a sentence."""
_LETTERS = str.maketrans(
    {"æ": "ae", "ä": "ae", "œ": "oe", "ø": "oe", "ö": "oe", "å": "aa", "ü": "ue", "ß": "ss", "þ": "th", "ð": "d"}
    | {"ł": "l", "đ": "d", "ı": "i"}
)
_RESERVED = frozenset({"and", "or", "when", "otherwise"})
"""Words of conditions, which name statements by their ids."""


def slug(text: str) -> str:
    """The text in the letters of an id; "" where it has none of them."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold().translate(_LETTERS))
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign)).casefold()
    latin = re.findall(r"[^\W_]+", plain)
    return "-".join(latin) if latin and all(word.isascii() for word in latin) else ""


class Ids:
    """Gives each thing on a page an id of its own."""

    def __init__(self, *taken: str) -> None:
        """Begin with ids that are taken."""
        self._taken = {*taken, *_RESERVED}

    def give(self, text: str, name: str = "") -> str:
        """An id for a text: the source's own name for it, else as many of its words as are needed."""
        words = slug(text).split("-") if slug(text) else []
        wanted = slug(name)
        shortest = min(4, len(words))
        candidates = [wanted] if _is_id(wanted) else []
        if words:
            made = ["-".join(words[:count]) for count in range(shortest, len(words) + 1)]
            fitting = [id for id in made if len(id) <= LONGEST] or [made[0][:LONGEST].rstrip("-")]
            candidates += [id if _is_id(id) else f"n-{id}" for id in fitting]
        else:
            candidates.append(f"s-{hashlib.sha256(text.encode()).hexdigest()[:8]}")
        found = next((id for id in candidates if id not in self._taken), None)
        number = 2
        while found is None:
            id = f"{candidates[0]}-{number}"
            found, number = (None if id in self._taken else id), number + 1
        self._taken.add(found)
        return found


def _is_id(text: str) -> bool:
    return bool(re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", text))
