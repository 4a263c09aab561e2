"""Each file of a site is decoded and its settings are parsed once in a build, whichever plugins ask for it."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mkdocs_foundation.sources import front_matter, source_files
from tests.plugin.building import build_site, rebuild

ASSESSMENT = """\
---
title: {title}
assessment:
  id: trust
  scale: agreement-5
---
# {title}

## Openness {{#openness}}

- [ ] We say it aloud. {{#aloud}}
- [ ] We ask. {{#ask}}

### Results {{.results}}

- **0–50** Begin.
- **50–100** Go on.
"""
ARTICLE = """\
---
description: About it.
topics: [culture]
---
# An article

Read [the other](other.md).

## Here and now {.assessment #here-and-now scale=yes-partly-no}

- [ ] One. {#one}
- [ ] Two. {#two}
"""
POST = (
    "---\ndate: 2026-01-02\nauthors: [desk]\ncategories: [Service]\n---\n# A post\n\nShort.\n\n<!-- more -->\n\nLong.\n"
)
AUTHORS = """\
authors:
  desk:
    name: Desk
    description: All of us
    avatar: a.png
"""


def sources(mark: str) -> dict[str, str]:
    """The files of a site in two languages; the mark makes their content new, since unchanged files are remembered."""
    found: dict[str, str] = {}
    for locale in ("da", "sv"):
        found |= {
            f"{locale}/index.md": "# Home\n",
            f"{locale}/articles/index.md": "# Articles\n",
            f"{locale}/articles/other.md": "# The other\n\nText.\n",
            f"{locale}/tests/trust.md": ASSESSMENT.format(title="Trust"),
            f"{locale}/topics/culture.md": "---\ntitle: Culture\n---\n",
            f"{locale}/blog/index.md": "# Blog\n",
            f"{locale}/blog/posts/first.md": POST,
            f"{locale}/blog/.authors.yml": AUTHORS,
        }
    found["da/articles/only.md"] = "# Only in Danish\n"
    return {
        uri: f"{text}# {mark}\n" if uri.endswith(".yml") else f"{text}\n<!-- {mark} -->\n"
        for uri, text in found.items()
    }


class Counted:
    """How often each file was decoded and its settings were parsed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.decoded: Counter[str] = Counter()
        self.parsed: Counter[str] = Counter()
        real_decode, real_mapping, real_split = source_files.decode, front_matter._mapping, front_matter.split

        def decode(content: str | bytes, uri: str) -> Any:
            self.decoded[uri] += 1
            return real_decode(content, uri)

        def mapping(lines: list[str], first_line: int, path: str) -> Any:
            self.parsed[path] += 1
            return real_mapping(lines, first_line, path)

        def split(text: str, path: str) -> Any:
            if not text.startswith("---"):
                self.parsed[path] += 1
            return real_split(text, path)

        monkeypatch.setattr(front_matter, "_mapping", mapping)
        monkeypatch.setattr(front_matter, "split", split)
        for name, module in list(sys.modules.items()):
            if name.startswith("mkdocs_") and getattr(module, "decode", None) is real_decode:
                monkeypatch.setattr(module, "decode", decode)

    def clear(self) -> None:
        self.decoded.clear()
        self.parsed.clear()


def test_a_build_of_several_languages_reads_each_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = sources(str(tmp_path))
    counted = Counted(monkeypatch)
    built = build_site(tmp_path, files, multilingual={}, blog={}, strict=False)
    assert not built.aborted, built.messages
    assert {uri: counted.decoded[uri] for uri in files} == dict.fromkeys(files, 1)
    assert {uri: counted.parsed[uri] for uri in files} == dict.fromkeys(files, 1)


def test_the_next_build_reads_what_was_edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = sources(str(tmp_path))
    counted = Counted(monkeypatch)
    build_site(tmp_path, files, multilingual={}, strict=False)
    edited = tmp_path / "docs" / "da" / "articles" / "other.md"
    edited.write_text("# Another title\n", encoding="utf-8")
    counted.clear()
    assert not rebuild(tmp_path, strict=False).aborted
    pages = [uri for uri in files if uri.endswith(".md")]
    assert [uri for uri in pages if counted.decoded[uri] or counted.parsed[uri]] == ["da/articles/other.md"]


@pytest.mark.parametrize("multilingual", [None, {}])
def test_what_is_wrong_with_a_file_is_reported_once(tmp_path: Path, multilingual: dict[str, object] | None) -> None:
    files: dict[str, str | bytes] = {
        "da/index.md": "# Home\n",
        "sv/index.md": "# Home\n",
        "da/bytes.md": b"# \xff\n",
        "da/settings.md": "---\nassessment: a: b\n---\n# A\n",
    }
    built = build_site(tmp_path, files, multilingual=multilingual)
    assert built.aborted
    found = [message.split("\n")[0] for message in built.messages]
    for code in ("[encoding]", "[front-matter]"):
        assert len([line for line in found if code in line]) == 1, found
