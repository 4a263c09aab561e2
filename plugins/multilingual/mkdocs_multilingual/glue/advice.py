"""What advice needs of a build."""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.files import Files

from mkdocs_foundation.problems import Checks


def sizes(files: Files, checks: Checks) -> dict[str, int] | None:
    """The sizes in bytes of all files of the docs folder, by path; `None` where the site asks for no advice."""
    if checks is not Checks.STRICT:
        return None
    paths = {file.src_uri: Path(file.abs_src_path) for file in files if file.abs_src_path}
    return {uri: path.stat().st_size for uri, path in paths.items() if path.is_file()}
