"""The order of items that an author wants mixed: the same for every reader, in every language and at every build."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from .conditions.tree import comparisons
from .elements import Item


def mixed(items: Sequence[Item], sections: Collection[str], seed: str) -> tuple[Item, ...]:
    """The items with those of some sections mixed; `seed` makes the order another for each self-assessment.

    Items below one sub-heading stay together, and a follow-up stays behind the items that it depends on. A new item
    leaves the order of the others as it is.
    """
    return tuple(item for group in _groups(items) for item in _mixed(group, sections, seed))


def _groups(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Neighbouring items under one heading or sub-heading."""
    group: list[Item] = []
    for item in items:
        if group and (item.lead or item.section != group[0].section):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _mixed(group: list[Item], sections: Collection[str], seed: str) -> list[Item]:
    if group[0].section not in sections:
        return group
    found = sorted(group, key=lambda item: hashlib.sha256(f"{seed}:{item.id}".encode()).digest())
    for item in [item for item in found if item.condition]:
        found.remove(item)
        needed = {c.subject for c in comparisons(item.condition)} if item.condition else set()
        found.insert(max((n for n, other in enumerate(found, start=1) if other.id in needed), default=0), item)
    lead = group[0].lead
    return [replace(item, lead=lead if number == 0 else "") for number, item in enumerate(found)]
