"""Every message that a check can give, as data: one for each code, from the examples of the catalogues of problems.

`python -m scripts.message_list da` prints it as a table in Markdown, in a language that messages have.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_foundation.reports.message import words
from mkdocs_foundation.reports.problems import SEVERITIES
from tests.core.catalogue import examples


@dataclass(frozen=True)
class Entry:
    """One kind of problem, as its example in `docs/problems.md` of its plugin is told."""

    plugin: str
    """The plugin that finds it."""
    code: str
    """Its code, which is also the anchor of its explanation in `docs/problems.md`."""
    severity: str
    """What it stops, in words."""
    message: str
    """What is wrong."""
    found: str
    """What was found in the example."""
    allowed: str
    """What is allowed there."""
    remedy: str
    """What to do."""


def entries(locale: str) -> Iterator[Entry]:
    """An entry for each code of each plugin, in the order of the catalogues, in a language."""
    said = words(locale)
    for example in examples():
        problem = example.problems()[0]
        yield Entry(
            example.catalogue.name,
            example.code,
            said(SEVERITIES[problem.severity]),
            said(problem.message),
            said(problem.found),
            said(problem.allowed),
            said(problem.remedy),
        )


def main() -> None:
    """Print the table."""
    for entry in entries(sys.argv[1] if len(sys.argv) > 1 else "en"):
        cells = (f"`{entry.code}`", entry.severity, entry.message, entry.remedy)
        print("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")


if __name__ == "__main__":
    main()
