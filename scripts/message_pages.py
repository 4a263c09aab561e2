"""Write every message of the check into the guide's page of messages, in each language that has one.

The page's own text and headings are written by hand. A comment `<!-- messages: GROUP, GROUP -->` begins a part that
this writes, and `<!-- end of messages -->` ends it; a group is a section of a plugin's `docs/problems.md`, by its
heading in small letters with hyphens. `make types` writes the pages; `--check` fails where one is stale.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from scripts import generated_files
from scripts.generated_files import ROOT
from scripts.message_list import Entry, entries
from tests.core.catalogue import CATALOGUES

PAGE = "guide/messages.md"
"""Path of the page within the folder of a language."""
_PART = re.compile(r"^<!-- messages: (?P<groups>.*?) -->\n(?P<written>.*?)^<!-- end of messages -->$", re.M | re.S)
_FENCE = re.compile(r"^```.*?^```$", re.M | re.S)
_HEADING = re.compile(r"^(?P<level>##|###) `?(?P<words>[^`\n]+)`?$", re.M)
_CODE = re.compile(r"(`[^`]+`)")
_SIGNS = re.compile(r"([\\`*_{}\[\]()#])")


def groups() -> dict[tuple[str, str], str]:
    """The group of each code, by the name of its plugin and the code."""
    found = {}
    for catalogue in CATALOGUES:
        group = ""
        for heading in _HEADING.finditer(_FENCE.sub("", catalogue.path.read_text(encoding="utf-8"))):
            if heading["level"] == "##":
                group = re.sub(r"[^a-z]+", "-", heading["words"].lower())
            else:
                found[catalogue.name, heading["words"]] = group
    return found


def filled(text: str, locale: str) -> str:
    """The page with the messages of its language.

    Raises `ValueError` where a group of messages is missing or unknown.
    """
    told: dict[str, list[Entry]] = {}
    group_of = groups()
    for entry in entries(locale):
        told.setdefault(group_of[entry.plugin, entry.code], []).append(entry)
    asked = [name for part in _PART.finditer(text) for name in part["groups"].split(", ")]
    if sorted(asked) != sorted(told):
        raise ValueError(f"{PAGE} of {locale} has the groups {sorted(asked)}, and there are {sorted(told)}")
    ids: set[str] = set()

    def part(found: re.Match[str]) -> str:
        listed = (entry for name in found["groups"].split(", ") for entry in told[name])
        lines = "\n".join(line for entry in listed for line in _lines(entry, ids))
        return f"<!-- messages: {found['groups']} -->\n\n{lines}\n<!-- end of messages -->"

    return _PART.sub(part, text)


def _lines(entry: Entry, ids: set[str]) -> Iterator[str]:
    id = "" if entry.code in ids else f" {{ #{entry.code} }}"
    ids.add(entry.code)
    yield f"{_text(entry.message)} `{entry.code}` *{entry.severity}*{id}"
    yield f":   {_text(entry.remedy)}"
    yield ""


def _text(message: str) -> str:
    """A message as Markdown: what it has in backticks is code, all other signs are themselves."""
    parts = _CODE.split(" ".join(message.split()))
    return "".join(
        part if index % 2 else escape(_SIGNS.sub(r"\\\1", part), quote=False) for index, part in enumerate(parts)
    )


def generated() -> dict[Path, str]:
    """Return the text of each page, by its path."""
    paths = sorted((ROOT / "docs").glob(f"*/{PAGE}"))
    return {path: filled(path.read_text("utf-8"), path.relative_to(ROOT / "docs").parts[0]) for path in paths}


if __name__ == "__main__":
    sys.exit(generated_files.run(generated(), sys.argv[1:]))
