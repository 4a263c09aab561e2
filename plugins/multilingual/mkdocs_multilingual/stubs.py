"""Texts to begin a page with where nobody can be asked: what all pages of its folder have, or what its original has.

Headings have the words of the pages that are there; what to write below them is said as the command `new` says it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import words
from mkdocs_foundation.sources.pages import SourcePage

from .saying import say
from .translations import editing

BLANK = "…"
"""Stands for a value that is to be written."""
DAY = "YYYY-MM-DD"
"""Stands for the day on which the page is begun."""
_NOT_BEGUN_WITH = ("translation", "former_slugs", "draft", "robots", "hide", "template", "search")
_HEADING = pattern(r"(?P<level>#{2,6})[ \t]+(?P<text>.*?)[ \t]*\{(?P<attributes>[^{}]*#(?P<id>[\w-]+)[^{}]*)\}[ \t]*")
_BOX = pattern(r"""!!! [\w-]+(?: ["'].*["'])?[ \t]*""")
_MORE = pattern(r"<!--\s*more\s*-->")
_DATE = pattern(r"\d{4}-\d\d-\d\d.*")


def siblings(pages: Sequence[SourcePage], folder: str) -> list[SourcePage]:
    """The pages that stand directly in a folder, given by its path within a language, without the folder's own page."""
    found = [page for page in pages if page.key.rpartition("/")[0] == folder]
    return [page for page in found if page.key.rpartition("/")[2] not in ("index.md", "README.md")]


def of_folder(pages: Sequence[SourcePage], locale: str, begun: str = "") -> str:
    """The text of a new page beside others of its language: the settings and headings that all of them have.

    `begun` is a page as a plugin begins those of the folder, which also has settings of its own.
    """
    write = words(locale)
    settings = [f"{name}: {value}" for name, value in _settings(pages)]
    if begun:
        head, body = begun.removeprefix("---\n").split("\n---\n", 1)
        named = {line.partition(":")[0] for line in settings}
        blocks = re.findall(r"(?m)^[\w-]+:.*(?:\n[ -].*)*", head)
        settings += [block for block in blocks if block.partition(":")[0] not in named]
        return "\n".join(["---", *settings, "---", body])
    lines = [*(["---", *settings, "---"] if settings else []), f"# {BLANK}", ""]
    if pages and (box := _common([_box(page) for page in pages])):
        lines += [box, "", f"    - {write(say('Write two to four whole sentences that say something.'))}", ""]
    if pages and all(_MORE.search(page.body) for page in pages):
        shown = say("Write what is shown in lists: one paragraph that makes readers go on.")
        lines += [write(shown), "", "<!-- more -->", ""]
    lines += [write(say("Write the text here.")), ""]
    for heading in _headings(pages):
        lines += [heading, "", write(say("Write this section here.")), ""]
    return "\n".join(lines)


def of_original(source: SourcePage, text: str, longest: int) -> str:
    """The text of a new translation: its original, to be written over; of a long one only settings and headings.

    `text` is the content of the file of `source`, `longest` the number of characters that there is room for.
    """
    whole = editing.stub(text, source)
    if len(whole) <= longest:
        return whole
    head, body = whole.split("\n---", 1)
    settings = re.sub(r'(?m)^ +copy: "\w+"\n?', "", f"{head}\n").rstrip("\n")
    named = [line for line in body.split("\n") if line.startswith("# ") or _HEADING.fullmatch(line)]
    return "\n".join([settings, "---", *(part for line in named for part in (line, "", BLANK, ""))])


def folders(pages: Sequence[SourcePage]) -> list[str]:
    """The folders in which pages stand beside others, by their paths within a language, sorted."""
    found = {page.key.rpartition("/")[0] for page in pages if "/" in page.key}
    return sorted(folder for folder in found if len(siblings(pages, folder)) > 1)


def _settings(pages: Sequence[SourcePage]) -> Iterator[tuple[str, str]]:
    if not pages:
        yield "title", BLANK
        return
    first, *others = pages
    for name, value in first.matter.values.items():
        if name in _NOT_BEGUN_WITH or any(name not in page.matter.values for page in others):
            continue
        if (written := _blank(value)) is not None:
            yield name, written


def _blank(value: Any) -> str | None:
    if _DATE.fullmatch(str(value)):
        return DAY
    if isinstance(value, list):
        return f"[{BLANK}]"
    return None if isinstance(value, (dict, bool)) else BLANK


def _box(page: SourcePage) -> str:
    """The first line of the box that a text begins with, if it begins with one."""
    lines = [line for line in page.body.split("\n") if line.strip()]
    return lines[1].rstrip() if len(lines) > 1 and lines[0].startswith("# ") and _BOX.fullmatch(lines[1]) else ""


def _headings(pages: Sequence[SourcePage]) -> list[str]:
    """The headings whose ids all the pages have, with the words that more than half of them have."""
    each = [{m["id"]: m for line in page.body.split("\n") if (m := _HEADING.fullmatch(line))} for page in pages]
    found = []
    for id, heading in each[0].items() if each else ():
        if all(id in headings for headings in each):
            words, count = Counter(headings[id]["text"] for headings in each).most_common(1)[0]
            shown = words if count * 2 > len(each) else BLANK
            found.append(f"{heading['level']} {shown} {{{heading['attributes']}}}")
    return found


def _common(values: Sequence[str]) -> str:
    return values[0] if len(set(values)) == 1 else ""
