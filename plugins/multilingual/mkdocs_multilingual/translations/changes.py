"""What has changed in a source since a translation was made from it."""

from __future__ import annotations

import difflib

from mkdocs_foundation.patterns import pattern

TOP = "(top)"
"""Name of the part above the first heading."""
_HEADING = pattern(r"^#{1,6}\s+(.+?)\s*(?:\{[^{}]*\})?\s*#*$")


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
