"""The pages that a branch changes: from files that differ to the pages that are built from them, in all languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from html import escape, unescape
from urllib.parse import quote, unquote

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass

_TITLE = pattern(r"<title\b[^>]*>(.*?)</title>", re.DOTALL)
_EDITED = pattern(r"""<a\b(?=[^>]*\srel=["']edit["'])[^>]*?\shref=["']([^"']+)["']""")


class Change(Enum):
    """What happened to a file; the values are the letters of git."""

    ADDED = "A"
    CHANGED = "M"
    DELETED = "D"
    RENAMED = "R"


@dataclass(frozen=True)
class ChangedFile:
    """A file below the docs folder that differs."""

    path: str
    """Its path as it is now; of a deleted one, as it was."""
    change: Change
    """What happened to it."""


@dataclass(frozen=True)
class BuiltPage:
    """A page of a built site."""

    path: str
    """Path of its file in the folder of the site."""
    title: str
    """Plain text."""
    edited: str
    """Address that its edit link leads to, without the line; "" for a page without one."""


@dataclass(frozen=True)
class Changed:
    """A file that differs, and the pages that are made of it."""

    file: ChangedFile
    """The file."""
    pages: tuple[BuiltPage, ...]
    """Its own page, those of other languages that show its text, and lists, by path; none for a deleted file."""


def read_files(written: str) -> list[ChangedFile]:
    """The output of `git diff --name-status -z`."""
    fields = iter(written.split("\0"))
    found = []
    for status in fields:
        if not status:
            continue
        path = next(fields)
        if status[0] in "RC":
            path = next(fields)
        letter = "A" if status[0] == "C" else status[0]
        found.append(ChangedFile(path, Change(letter) if letter in "AMDR" else Change.CHANGED))
    return found


def read_page(html: str, path: str) -> BuiltPage:
    """What a built page says of itself."""
    title = _TITLE.search(html)
    edited = _EDITED.search(html)
    address = unquote(re.sub(r"[?#].*", "", unescape(edited[1]))) if edited else ""
    return BuiltPage(path, unescape(title[1]).strip() if title else path, address)


def changed_pages(files: Sequence[ChangedFile], pages: Sequence[BuiltPage], docs_dir: str) -> list[Changed]:
    """The pages of each file that differs, in the order of the files; `docs_dir` is the name of the docs folder."""
    return [
        Changed(file, tuple(page for page in pages if page.edited.endswith(f"/{docs_dir}/{file.path}")))
        for file in files
    ]


def as_html(changed: Sequence[Changed], title: str, names: Mapping[Change, str], lang: str) -> str:
    """The page that a preview is begun with: links to the pages that differ."""
    lines = [
        f'<!doctype html>\n<html lang="{lang}">\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        "<style>body{font:17px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}</style>",
        f'<h1>{escape(title)}</h1>\n<p><a href="index.html">index.html</a></p>\n<ul>',
    ]
    for one in changed:
        lines.append(f"<li><code>{escape(one.file.path)}</code> {escape(names[one.file.change])}")
        links = [f'<a href="{quote(page.path)}">{escape(page.title)}</a>' for page in one.pages]
        lines.append("<br>".join(["", *links]) + "</li>")
    return "\n".join([*lines, "</ul>\n</html>\n"])


def as_markdown(changed: Sequence[Changed], names: Mapping[Change, str], docs_dir: str) -> str:
    """The same for a comment on a pull request, which can't link into a preview."""
    return "\n".join(
        f"- `{docs_dir}/{one.file.path}` {names[one.file.change]}"
        + "".join(f"\n    - {_plain(page.title)} (`{page.path}`)" for page in one.pages)
        for one in changed
    )


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>@])", r"\\\1", text)
