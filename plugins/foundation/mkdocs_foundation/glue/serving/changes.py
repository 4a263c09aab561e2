"""Which files of the docs folder have changed since the last look."""

from __future__ import annotations

import os
from pathlib import Path


class Changes:
    """Remembers size and time of each file."""

    def __init__(self, folder: Path) -> None:
        """Begin with the files as they are."""
        self._folder = folder
        self._seen = self._look()

    def since_last(self) -> list[str]:
        """The paths below the folder of files that have come, gone or changed, the newest first."""
        before, self._seen = self._seen, self._look()
        changed = [path for path in before.keys() | self._seen.keys() if before.get(path) != self._seen.get(path)]
        return sorted(changed, key=lambda path: (-self._seen.get(path, (0, 0))[0], path))

    def _look(self) -> dict[str, tuple[int, int]]:
        found = {}
        for place, folders, names in os.walk(self._folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                path = Path(place, name)
                try:
                    state = path.stat()
                except OSError:  # a file that an editor has just put away
                    continue
                found[path.relative_to(self._folder).as_posix()] = (state.st_mtime_ns, state.st_size)
        return found
