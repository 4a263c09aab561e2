"""Bytes of the plugin's scripts and styles as they are published, gzipped file by file and together."""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Build the site and print one line per kind of file."""
    root = Path(__file__).parents[1]
    with tempfile.TemporaryDirectory() as site:
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--site-dir", site], cwd=root, check=True, capture_output=True
        )
        for suffix in (".js", ".css"):
            paths = sorted((Path(site) / "assets" / "self-assessment").rglob(f"*{suffix}"))
            contents = [path.read_bytes() for path in paths]
            apart = sum(len(gzip.compress(content, 9)) for content in contents)
            together = len(gzip.compress(b"\n".join(contents), 9))
            print(f"{suffix}: {len(paths)} files, gzipped {apart / 1000:.1f} KB apart, {together / 1000:.1f} KB as one")


if __name__ == "__main__":
    main()
