"""The files of a built site, made to open from the disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mkdocs_foundation.output import from_disk
from mkdocs_foundation.patterns import pattern

from .changed import BuiltPage, read_page

_LANG = pattern(r"<html\b[^>]*\slang=[\"']?([\w-]+)")


def open_from_disk(folder: Path, site_url: str, note: Callable[[str], str]) -> int:
    """Change the pages of a built site where they are, and write the script that they need; returns their number.

    `note` is what is shown above a page, by the language of the page.
    """
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    if from_disk.SCRIPT in files:
        return 0

    def texts(ending: str) -> dict[str, str]:
        return {path: (folder / path).read_text("utf-8") for path in sorted(files) if path.endswith(ending)}

    pages = texts(".html")
    data = {path: text for path, text in texts(".json").items() if path.startswith("assets/")}
    script = from_disk.script(from_disk.modules_of(pages.items(), texts(".js")), data)
    for path, html in pages.items():
        lang = _LANG.search(html)
        changed = from_disk.page(html, path, files, site_url, note(lang[1] if lang else "en"))
        (folder / path).write_text(changed, encoding="utf-8", newline="\n")
    (folder / from_disk.SCRIPT).write_text(script, encoding="utf-8", newline="\n")
    return len(pages)


def built_pages(folder: Path) -> list[BuiltPage]:
    """The pages of a built site, by the paths of their files."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return [read_page((folder / path).read_text("utf-8"), path) for path in paths]
