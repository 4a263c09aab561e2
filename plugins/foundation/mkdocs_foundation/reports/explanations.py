"""What the installed plugins explain about their problems: the entry of each code in `docs/problems.md`.

A distribution names its codes, an enumeration with the base `Code`, in the entry points
`mkdocs_foundation.problem_codes`. Its page is installed as `share/<distribution>/problems.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from ..patterns import pattern
from ..values import dataclass

GROUP = "mkdocs_foundation.problem_codes"
"""Name of the group of entry points."""
PAGE = "problems.md"
"""Name of the page."""
_HEADING = pattern(r"#{1,3} (?:`([a-z0-9-]+)`$)?")
_FENCE = pattern(r"(`{3,}|~{3,})")
_LINK = pattern(r"\[([^\[\]\n]+)\]\([^()\n]*\)")


@dataclass(frozen=True)
class Explanation:
    """What a page says about a code."""

    code: str
    """The code."""
    text: str
    """Markdown: what it is about, an example, and the message that it gives."""

    @property
    def summary(self) -> str:
        """The first sentence, in one line."""
        first = " ".join(self.text.split("\n\n", 1)[0].split())
        return re.split(r"(?<=[.:])\s", first, maxsplit=1)[0].rstrip(":")


def of_plugins(registered: Sequence[EntryPoint] | None = None) -> dict[str, Explanation]:
    """The explanations of all installed plugins, by code."""
    found: dict[str, Explanation] = {}
    for entry in sorted(entry_points(group=GROUP) if registered is None else registered):
        if page := _page(entry):
            for each in read(page.read_text(encoding="utf-8")):
                # Two plugins may have one name for what is alike.
                before = found.get(each.code)
                found[each.code] = Explanation(each.code, f"{before.text}\n\n{each.text}") if before else each
    return found


def read(page: str) -> Iterator[Explanation]:
    """The explanations on a page, in its order; links in their prose are only words."""
    code, fence = "", ""
    lines: list[str] = []
    for line in [*page.split("\n"), "# "]:
        mark = _FENCE.match(line)
        heading = None if fence or mark else _HEADING.match(line)
        if heading:
            if code:
                yield Explanation(code, "\n".join(lines).strip())
            code, lines = heading[1] or "", []
            continue
        lines.append(line if fence or mark else _LINK.sub(r"\1", line))
        if mark:
            fence = mark[1] if not fence else "" if line.strip() == fence else fence


def _page(entry: EntryPoint) -> Path | None:
    """The page of a distribution: as it is installed, or in the repository for one that is worked on."""
    for file in (entry.dist.files or []) if entry.dist else []:
        if file.name == PAGE and "share" in file.parts:
            return Path(str(file.locate()))
    spec = find_spec(entry.module.partition(".")[0])
    beside = Path(spec.origin).parents[1] / "docs" / PAGE if spec and spec.origin else None
    return beside if beside and beside.is_file() else None
