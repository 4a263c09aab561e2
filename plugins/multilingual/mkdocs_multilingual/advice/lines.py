"""The prose of a Markdown text, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def prose(body: str) -> Iterator[tuple[int, str]]:
    """Number and text of each line that is no code, without code within it and without comments."""
    fence = ""
    commented = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), body)
    for number, line in enumerate(commented.split("\n"), start=1):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]) else fence
        elif mark:
            fence = mark[1]
        elif not line.startswith(("    ", "\t")) or line.lstrip().startswith(("!!!", "???")):
            yield number, _CODE.sub("", line)
