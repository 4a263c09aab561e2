"""Style sheets as they are published."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import rcssmin


def published(styles: Iterable[str]) -> str:
    """Several style sheets as one, without comments and whitespace: rules as written, in the order given."""
    return str(rcssmin.cssmin("\n".join(styles)))


def beneath(folder: Path, without: Collection[Path] = ()) -> list[str]:
    """The style sheets of a folder and those in it, by path; read at each build, since `mkdocs serve` builds again."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.css")) if path not in without]
