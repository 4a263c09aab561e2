"""Files that are made of the code and committed: written by `make types`, compared with what they were by `--check`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]


def stale(generated: Mapping[Path, str]) -> list[Path]:
    """Return the files that are missing or out of date; `generated` has their texts."""
    return [path for path, text in generated.items() if not path.is_file() or path.read_text("utf-8") != text]


def run(generated: Mapping[Path, str], arguments: Sequence[str]) -> int:
    """Write the files; with `--check`, print those that are out of date and return 1."""
    if "--check" in arguments:
        old = stale(generated)
        for path in old:
            print(f"{path.relative_to(ROOT)} is out of date: run `make types`.")
        return 1 if old else 0
    for path, text in generated.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0
