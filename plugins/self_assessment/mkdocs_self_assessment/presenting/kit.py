"""What only a workshop kit shows: columns of a form, and from sum to percent for a person who adds up by hand."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, unquote

from mkdocs_foundation.values import dataclass

from ..numbers import UNITS, Sums, exact
from .views import OptionView, SectionView

MOST = 200
"""Sums that a table has at most: of more, to work out the percentage is quicker than to find it."""


_SIGNS = "/:?#[]@!$&'()*+,;=~"
COLUMNS = 8
"""Columns of answers that a form has room for."""


@dataclass(frozen=True)
class KitLinks:
    """Where the parts of a workshop kit lead."""

    address: str
    """Absolute address of the self-assessment; "" on a site without an address."""
    url: str
    """Address of its page, relative to the kit's."""
    team: str
    """The same of its page for a team; "" without one."""

    @property
    def typed(self) -> str:
        """The address as a person types it: with letters, not their codes."""
        return unquote(self.address) if quote(unquote(self.address), safe=_SIGNS) == self.address else self.address


@dataclass(frozen=True)
class PercentTable:
    """The percentage of each sum, for the scores whose answers give the same sums."""

    titles: tuple[str, ...]
    """Plain titles of the dimensions; "" for the whole."""
    pairs: tuple[tuple[float, int], ...]
    """Each possible sum with its percentage, lowest first."""


def percent_tables(groups: Iterable[tuple[str, Sums]]) -> tuple[PercentTable, ...]:
    """A table for each range of sums; `groups` has the title of each score, and the sums that its answers can give."""
    titles: dict[Sums, list[str]] = {}
    for title, sums in groups:
        titles.setdefault(sums, []).append(title)
    return tuple(
        PercentTable(tuple(found), percents(sums))
        for sums, found in titles.items()
        if sums.step <= sums.high - sums.low <= MOST * sums.step
    )


def percents(sums: Sums) -> tuple[tuple[float, int], ...]:
    """Each sum with 100 (sum - lowest) / (highest - lowest), rounded as results are: a half upwards."""
    reach = sums.high - sums.low
    steps = range(0, reach + 1, sums.step)
    return tuple((exact((sums.low + step) / UNITS), (200 * step + reach) // (2 * reach)) for step in steps)


def columns(section: SectionView) -> tuple[str, ...]:
    """The answers of a section's items as columns, of which an item may lack some; none where they don't fit."""
    offered = {tuple(str(option.label) for option in item.options) for item in section.items}
    most = max(offered, key=len, default=())
    are_short = all(type(option) is OptionView for item in section.items for option in item.options)
    are_parts = all([label for label in most if label in labels] == [*labels] for labels in offered)
    return most if len(most) <= COLUMNS and are_short and are_parts else ()
