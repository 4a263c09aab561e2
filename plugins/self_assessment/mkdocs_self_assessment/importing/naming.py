"""Ids made of texts: ASCII, stable as long as the text is, and unique in a page."""

from __future__ import annotations

import hashlib
import re

from mkdocs_foundation.sources.writing import ascii_name

LONGEST = 36
"""Most characters of an id that is made of a sentence."""
_RESERVED = frozenset({"and", "or", "when", "otherwise"})
"""Words of conditions, which name statements by their ids."""


class Ids:
    """Gives each thing on a page an id of its own."""

    def __init__(self, *taken: str) -> None:
        """Begin with ids that are taken."""
        self._taken = {*taken, *_RESERVED}

    def give(self, text: str, name: str = "") -> str:
        """An id for a text: the source's own name for it, else as many of its words as are needed."""
        words = ascii_name(text).split("-") if ascii_name(text) else []
        wanted = ascii_name(name)
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
