"""What has changed in a source since a translation was made from it, found in the history of its file."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from mkdocs_foundation import front_matter
from mkdocs_foundation.fingerprint import fingerprint
from mkdocs_foundation.source_files import decode

from .history import git

REVISIONS = 200
"""Maximum number of commits that are searched."""
TOP = "(top)"
"""Name of the part above the first heading."""
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*(?:\{[^{}]*\})?\s*#*$")


def earlier_text(path: Path, digest: str) -> str | None:
    """The newest committed text of a file with a fingerprint.

    `None` where there is none: no git, a shallow clone, a file that was renamed, or a text that never was committed.
    """
    names = git(path.parent, "log", f"-{REVISIONS}", "--format=%H", "--", path.name)
    for revision in (names or b"").decode().split():
        content = git(path.parent, "show", f"{revision}:./{path.name}")
        text = decode(content, path.name)[0] if content is not None else None
        if text is not None:
            matter, body, _ = front_matter.split(text, path.name)
            if fingerprint(matter, body) == digest:
                return text
    return None


def diff(before: str, after: str, name: str) -> str:
    """What has changed, as a unified diff."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"{name} (translated)", f"{name} (now)", lineterm="", n=1
    )
    return "\n".join(lines)


def changed_sections(before: str, after: str) -> list[str]:
    """The headings under which something has changed, in the order of the text as it is; removed ones last."""
    old, new = _sections(before), _sections(after)
    return [name for name in new if old.get(name) != new[name]] + [name for name in old if name not in new]


def _sections(text: str) -> dict[str, str]:
    sections: dict[str, str] = {}
    name = TOP
    for line in text.splitlines():
        heading = _HEADING.match(line)
        name = heading[1] if heading else name
        sections[name] = sections.get(name, "") + line.rstrip() + "\n"
    return sections
