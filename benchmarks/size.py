"""Bytes of this project's scripts and style sheets as published, each file gzipped, as a server sends it."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import tempfile
from pathlib import Path

THEIRS = re.compile(r"\.[0-9a-f]{8}\.min\.|/lunr/|/pagefind/")
"""Paths of files of Material and of Pagefind."""


def main() -> None:
    """Build the site, and print a line for each file and a total for scripts and for styles."""
    root = Path(__file__).parents[1]
    with tempfile.TemporaryDirectory() as site:
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--site-dir", site], cwd=root, check=True, capture_output=True
        )
        folder = Path(site) / "assets"
        for suffix in (".js", ".css"):
            ours = sorted(path for path in folder.rglob(f"*{suffix}") if not THEIRS.search(path.as_posix()))
            sizes = {path: len(gzip.compress(path.read_bytes(), 9)) for path in ours}
            for path, size in sizes.items():
                print(f"{size:6,}  {path.relative_to(folder).as_posix()}")
            print(f"{sum(sizes.values()):6,}  {suffix} together\n")


if __name__ == "__main__":
    main()
