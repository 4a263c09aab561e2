"""Names of published scripts and styles that change with their content.

Browsers keep files for a while, so a new page could meet an old script, or an old page a new one. With a digest in its
name a file never changes: a page runs the scripts that were published with it, or none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from posixpath import dirname, join, normpath

from ..patterns import pattern

_LENGTH = 10
_ADDRESS = pattern(r'"(\.{1,2}/[^"\n]+\.js)"')


def named(path: str, *contents: str) -> str:
    """A path with a digest of the contents before its ending: `a/b.js` becomes `a/b.0123456789.js`."""
    stem, _, ending = path.rpartition(".")
    digest = sha256("\0".join(contents).encode()).hexdigest()[:_LENGTH]
    return f"{stem}.{digest}.{ending}"


def name_scripts(scripts: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Scripts that load one another under new names, with their addresses of each other; and the new path of each.

    They share one digest, since they may import each other in a circle.
    """
    all_of_them = [part for item in sorted(scripts.items()) for part in item]
    paths = {path: named(path, *all_of_them) for path in scripts}

    def renamed(path: str, text: str) -> str:
        def address(match: re.Match[str]) -> str:
            target = paths.get(normpath(join(dirname(path), match[1])))
            return f'"{match[1].rpartition("/")[0]}/{target.rpartition("/")[2]}"' if target else match[0]

        return _ADDRESS.sub(address, text)

    return {paths[path]: renamed(path, text) for path, text in scripts.items()}, paths
