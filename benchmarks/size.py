"""Bytes of our scripts and styles as they are published, gzipped file by file as a server sends them."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import tempfile
from pathlib import Path

THEIRS = re.compile(r"\.[0-9a-f]{8}\.min\.|/lunr/|/pagefind/")
"""Files of Material, and of the search engine."""


def main() -> None:
    """Build the site and print a line for each file, and one for each kind."""
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
