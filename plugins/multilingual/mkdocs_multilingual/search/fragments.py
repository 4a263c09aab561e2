"""Fragments: what Pagefind keeps of each page to show of a hit, as readers are to see it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from .characters import has_characters, together
from .compounds import as_written, has_joints
from .documents import UNCUT
from .splitting import SIGN
from .vocabulary import Words


class Fragment(NamedTuple):
    """The file of a page."""

    name: str
    """Its name, which stands for what Pagefind has found on the page, and begins with the language."""
    content: bytes
    """Its content."""
    words: str
    """The page's words, with spaces between them."""

    @property
    def lang(self) -> str:
        """The language of the page."""
        return _lang(self.name)


def as_shown(folder: Path, known: Collection[str]) -> dict[str, Fragment]:
    """Take out of the fragments in a folder what the documents have for Pagefind.

    Returns them by the address of the page, without those whose names are known, which are as readers see them.
    """
    found: dict[str, Fragment] = {}
    words: dict[str, Words] = {}
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name in known:
            continue
        content, lang = path.read_bytes(), _lang(path.name)
        page = gzip.decompress(content).removeprefix(SIGN).decode()
        text = as_written(page) if has_joints(page) else page
        shown: dict[str, Any] = json.loads(text)
        if has_characters(page):
            text = json.dumps(_together(shown), ensure_ascii=False, separators=(",", ":"))
        if text != page:
            content = gzip.compress(SIGN + text.encode(), 9, mtime=0)
            path.write_bytes(content)
        if lang not in words:
            words[lang] = Words(lang)
        found[shown["url"]] = Fragment(path.name, content, " ".join(words[lang].of(shown["content"])))
    return found


def _together(shown: dict[str, Any]) -> dict[str, Any]:
    if has_characters(shown["content"]):
        shown["content"] = together(shown["content"])
    for anchor in shown["anchors"]:
        if has_characters(anchor["text"] or ""):
            anchor["text"] = together(anchor["text"], "")
    return shown


def _lang(name: str) -> str:
    return name.partition(".")[0].rpartition("_")[0].removeprefix(UNCUT)
