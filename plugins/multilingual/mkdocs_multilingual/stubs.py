"""Texts to begin a page with: what the pages of its folder have in common, or what its original has.

They hold no words but those of the site, so that they are in the language of the page; `…` is to be replaced.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from mkdocs_foundation.page_stubs import BLANK, PageStub
from mkdocs_foundation.pages import SourcePage

from .translations import editing

DAY = "YYYY-MM-DD"
"""Stands for the day on which the page is begun."""
_NOT_BEGUN_WITH = ("translation", "former_slugs", "draft", "robots", "hide", "template", "search")
_HEADING = re.compile(
    r"(?P<level>#{2,6})[ \t]+(?P<text>.*?)[ \t]*\{(?P<attributes>[^{}]*#(?P<id>[\w-]+)[^{}]*)\}[ \t]*"
)
_BOX = re.compile(r"""!!! [\w-]+(?: ["'].*["'])?[ \t]*""")
_MORE = re.compile(r"<!--\s*more\s*-->")
_DATE = re.compile(r"\d{4}-\d\d-\d\d.*")


def siblings(pages: Sequence[SourcePage], folder: str) -> list[SourcePage]:
    """The pages that stand directly in a folder, given by its path within a language, without the folder's own page."""
    found = [page for page in pages if page.key.rpartition("/")[0] == folder]
    return [page for page in found if page.key.rpartition("/")[2] not in ("index.md", "README.md")]


def of_folder(pages: Sequence[SourcePage], kind: PageStub | None = None) -> str:
    """The text of a new page beside others of its language: the settings and headings that all of them have.

    `kind` is what a plugin asks of the pages of the folder; it has the text below the settings.
    """
    settings = [f"{name}: {value}" for name, value in _settings(pages)]
    if kind:
        return "\n".join(["---", *settings, kind.settings, "---", kind.body])
    lines = [*(["---", *settings, "---"] if settings else []), f"# {BLANK}", ""]
    if pages and (box := _common([_box(page) for page in pages])):
        lines += [box, "", f"    - {BLANK}", ""]
    else:
        lines += [BLANK, ""]
    if pages and all(_MORE.search(page.body) for page in pages):
        lines += ["<!-- more -->", "", BLANK, ""]
    for heading in _headings(pages):
        lines += [heading, "", BLANK, ""]
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
