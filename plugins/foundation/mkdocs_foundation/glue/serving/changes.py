"""Which files of the docs folder have changed."""

from __future__ import annotations

import os
from pathlib import Path


class Changes:
    """Remembers size and time of each file."""

    def __init__(self, folder: Path) -> None:
        """Begin with the files as they are."""
        self.folder = folder
        self._seen = self._look()

    def since_begin(self) -> list[str]:
        """The paths below the folder of files that have come, gone or changed since this was made, the newest first."""
        now = self._look()
        changed = [path for path in now.keys() | self._seen.keys() if now.get(path) != self._seen.get(path)]
        return sorted(changed, key=lambda path: (-now.get(path, (0, 0))[0], path))

    def _look(self) -> dict[str, tuple[int, int]]:
        found = {}
        for place, folders, names in os.walk(self.folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            for name in names:
                path = Path(place, name)
                try:
                    state = path.stat()
                except OSError:  # a file that an editor has just put away
                    continue
                found[path.relative_to(self.folder).as_posix()] = (state.st_mtime_ns, state.st_size)
        return found
