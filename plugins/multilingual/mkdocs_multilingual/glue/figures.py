"""The drawings among the files of a build."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs.structure.files import Files

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.reports.problems import Problem

from ..figures import drawing
from ..figures.drawing import Drawing
from ..figures.missing_tables import gathered


def collect(files: Files, folder: str, locales: Sequence[str]) -> tuple[dict[str, Drawing], list[Problem]]:
    """The drawings of a folder below the docs folder, by name; the files of their words are not published."""
    found = {
        f.src_uri: f
        for f in files
        if f.src_uri.startswith(f"{folder}/") and f.src_uri.count("/") == folder.count("/") + 1
    }
    drawings: dict[str, Drawing] = {}
    problems: list[Problem] = []
    for uri, file in sorted(found.items()):
        if not uri.endswith(".svg"):
            continue
        words = found.get(uri.removesuffix(".svg") + ".toml")
        if not words and not drawing.has_words(file.content_bytes):
            continue  # a picture like any other
        read, wrong = _read(uri, file.content_bytes, words.content_bytes if words else None, tuple(locales))
        problems += wrong
        if read:
            drawings[read.name] = read
        if words:
            files.remove(words)
    return drawings, gathered(problems, locales)


@kept(remembered=256)
def _read(
    uri: str, svg: bytes, words: bytes | None, locales: tuple[str, ...]
) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """The drawing, which is the same in the build of each language."""
    read, problems = drawing.read(uri, svg, words, locales)
    return read, tuple(problems)
