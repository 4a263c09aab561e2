"""The examples of the catalogue of problems, `docs/problems.md`: each is a test and each is documentation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import mkdocs_self_assessment
from mkdocs_foundation.problems import Problem
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.site import Site

CATALOGUE = Path(mkdocs_self_assessment.__file__).parent / "docs" / "problems.md"
_SECTION = re.compile(r"^### `([a-z-]+)`$", re.MULTILINE)
_FENCE = re.compile(r"^```(?P<kind>markdown|text)(?P<info>[^\n]*)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """One entry of the catalogue."""

    code: str
    files: list[tuple[str, bytes]]
    expected: str


def examples() -> list[Example]:
    """Every entry, in the order of the page."""
    parts = _SECTION.split(CATALOGUE.read_text(encoding="utf-8"))
    return [_example(code, body) for code, body in zip(parts[1::2], parts[2::2], strict=True)]


def _example(code: str, body: str) -> Example:
    files, expected = [], ""
    for fence in _FENCE.finditer(body):
        if fence["kind"] == "text":
            expected = fence["content"].rstrip("\n")
        else:
            settings = dict(re.findall(r'(\w+)="([^"]*)"', fence["info"]))
            files.append((settings["title"], fence["content"].encode(settings.get("encoding", "utf-8"))))
    return Example(code, files, expected)


def problems_of(files: list[tuple[str, bytes]]) -> list[Problem]:
    """What the pipeline says of some files; the first language folder is the source language."""
    sources = [(path.removeprefix("docs/"), content) for path, content in files]
    languages = [match[1] for path, _ in sources if (match := re.match(r"([a-z]{2})/", path))]
    folders = {lang: f"{lang}/" for lang in languages} or {"en": ""}
    library = pipeline.build(sources, [path for path, _ in sources], Site(folders))
    return list(library.problems)
