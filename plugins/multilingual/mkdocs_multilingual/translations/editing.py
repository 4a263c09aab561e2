"""Changes to the text of a translation: its record set, and a stub of a page that is to be translated."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_foundation.sources import front_matter
from mkdocs_foundation.sources.fingerprint import fingerprint, of_text
from mkdocs_foundation.sources.pages import SourcePage

from .states import Record

_OWN = ("translation", "slug", "former_slugs")
"""Settings that aren't copied to a translation: each language has its own."""


def record_for(source: SourcePage, before: Record | None = None) -> Record:
    """The record of a translation that agrees with its source as it is; `before` is the one that it has."""
    together = before.with_source if before else None
    return Record(source.locale, fingerprint(source.matter, source.body), together)


def with_record(text: str, record: Record) -> str:
    """The text of a page with its record set; every other line stays as it is.

    Raises `ValueError` where the settings at the top can't be read.
    """
    entry = ["translation:", f"  source: {record.source}", f'  hash: "{record.hash}"']
    if record.with_source is not None:
        entry.append(f"  with_source: {str(record.with_source).lower()}")
    if record.copy:
        entry.append(f'  copy: "{record.copy}"')
    return with_setting(text, "translation", entry)


def with_setting(text: str, name: str, entry: list[str]) -> str:
    """The text of a page with a setting, given as lines of YAML, in place of the one that it has or as the last one.

    Raises `ValueError` where the settings at the top can't be read.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(newline)
    matter, _, problems = front_matter.split(text, "")
    if problems:
        raise ValueError(problems[0].message)
    start = matter.lines.get((name,))
    if start is not None:
        end = start
        while end < len(lines) and (lines[end].startswith((" ", "\t", "- ")) and lines[end].strip()):
            end += 1
        lines[start - 1 : end] = entry
    elif lines[0].rstrip() == "---":
        end = next(n for n, line in enumerate(lines[1:], start=1) if re.fullmatch(r"(?:---|\.\.\.)\s*", line))
        lines[end:end] = entry
    else:
        lines = ["---", *entry, "---", *lines]
    return mark + newline.join(lines)


def stub(text: str, source: SourcePage) -> str:
    """The text of a new translation: the source's, to be written over, with a record that says so."""
    lines = text.removeprefix("\ufeff").split("\n")
    for name in _OWN:
        start = source.matter.lines.get((name,))
        if start is None:
            continue
        end = start
        while end < len(lines) and lines[end].startswith((" ", "\t", "- ")):
            end += 1
        # Blank, so that the lines of the other settings stay where they were counted.
        lines[start - 1 : end] = ["\0"] * (end - start + 1)
    record = replace(record_for(source), copy=of_text(source.body))
    return with_record("\n".join(line for line in lines if line != "\0"), record)
