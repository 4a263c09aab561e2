"""Pages and scripts of a built site, changed so that they work where the site is opened from the disk, by `file://`.

Without a server no page is found for the address of a folder, and Chromium loads neither modules nor data from there.
So links name files, and modules and data are in one classic script, which hands them to the browser as it needs them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from urllib.parse import quote, unquote, urlsplit

from ..patterns import pattern

SCRIPT = "opened-from-disk.js"
"""Name of the script, in the folder of the site."""
_NOTE = "margin:0;padding:.5rem 1rem;background:#ffe9a8;color:#222;font:14px/1.4 sans-serif"
_LINK = pattern(r"""(<(?:a|link|area|meta)\b[^>]*?\s(?:href|content)=)(["'])((?:\d+; ?url=)?)([^"'>]*)\2""")
_MODULE = pattern(r"<script\b(?=[^>]*\stype=[\"']?module\b)(?=[^>]*\ssrc=[\"']([^\"']+)[\"'])[^>]*></script>")
_ELSEWHERE = pattern(r"""<link\b(?=[^>]*\srel=["']?alternate\b|[^>]*\srel=["']?preload\b[^>]*\scrossorigin\b)[^>]*>""")
"""Matches what a browser or the theme's script would ask the site's server for."""
_HEAD = pattern(r"<head\b[^>]*>(?:\s*<meta\s+charset[^>]*>)?", re.IGNORECASE)
_BODY = pattern(r"<body\b[^>]*>", re.IGNORECASE)
_STATIC = pattern(r"""(\b(?:from|import)\s*)(["'])(\.{1,2}/[^"'\n]+)\2""")
_LATER = pattern(r"\bimport\s*\((?!\s*\))")
_OWN_ADDRESS = pattern(r"\bimport\.meta\.url\b")


def page(html: str, path: str, files: Container[str], site_url: str = "", note: str = "") -> str:
    """A page at a path of the site, with links to files and without modules; `note` is shown above it.

    `files` are the paths of all files of the site, whose address is `site_url`.
    """
    bases = tuple(filter(None, (site_url, urlsplit(site_url).path or "/")))
    html = _ELSEWHERE.sub("", html)

    def link(found: re.Match[str]) -> str:
        start, quotes, wait, written = found.groups()
        is_page = start.startswith("<meta") is bool(wait)
        if not is_page or "canonical" in start:
            return found[0]
        return f"{start}{quotes}{wait}{_to_file(unescape(written), path, files, bases) or written}{quotes}"

    def module(found: re.Match[str]) -> str:
        target = path_of(unescape(found[1]), path)
        return f'<script type="text/plain" data-on-disk="{escape(target)}"></script>' if target in files else found[0]

    html = _MODULE.sub(module, _LINK.sub(link, html))
    script = f'<script src="{relpath(SCRIPT, dirname(path) or ".")}"></script>'
    html = _HEAD.sub(lambda head: head[0] + script, html, count=1)
    shown = f'<p role="note" style="{_NOTE}">{escape(note)}</p>' if note else ""
    return _BODY.sub(lambda body: body[0] + shown, html, count=1)


def script(modules: Mapping[str, str], data: Mapping[str, str]) -> str:
    """The script of a site: its modules and its data by path, and what loads them."""
    files = {path: module(text, path) for path, text in modules.items()} | dict(data)
    written = json.dumps(files, ensure_ascii=False, sort_keys=True)
    return f"globalThis.onDisk = {{ files: {written} }};\n{Path(__file__).with_name('opening.js').read_text('utf-8')}"


def module(text: str, path: str) -> str:
    """A module that asks `onDisk` for what it imports, and for its own address."""
    text = _STATIC.sub(lambda found: f'{found[1]}"on-disk:{path_of(found[3], path)}"', text)
    text = _LATER.sub(lambda found: f"onDisk.load({json.dumps(path)},", text)
    return _OWN_ADDRESS.sub(lambda found: f"onDisk.url({json.dumps(path)})", text)


def modules_of(pages: Iterable[tuple[str, str]], texts: Mapping[str, str]) -> dict[str, str]:
    """The modules that pages load, and those that these load; `texts` are all scripts of the site, by path."""
    found: dict[str, str] = {}
    left = {path_of(unescape(match[1]), path) for path, html in pages for match in _MODULE.finditer(html)}
    while left:
        path = left.pop()
        if path in found or path not in texts:
            continue
        found[path] = texts[path]
        named = [match[3] for match in _STATIC.finditer(texts[path])]
        named += re.findall(r"""\bimport\s*\(\s*["'](\.{1,2}/[^"'\n]+)["']""", texts[path])
        left |= {path_of(other, path) for other in named}
    return found


def path_of(written: str, path: str) -> str:
    """The path that a relative address leads to, from a file at a path."""
    return normpath(join(dirname(path), unquote(urlsplit(written).path)))


def _to_file(written: str, path: str, files: Container[str], bases: Sequence[str]) -> str:
    """The relative address of the file that an address leads to; "" for one that needn't be changed."""
    base = next((base for base in bases if written.startswith(base)), "")
    parts = urlsplit(written.removeprefix(base))
    if parts.scheme or parts.netloc or parts.path.startswith("/") or not (parts.path or base):
        return ""
    target = normpath(unquote(parts.path) or ".") if base else path_of(parts.path, path)
    inside = target if target in files else normpath(join(target, "index.html"))
    if inside not in files or (inside == target and not base):
        return ""
    address = quote(relpath(inside, dirname(path) or "."), safe="/-._~")
    end = f"?{parts.query}" if parts.query else ""
    return escape(f"{address}{end}{'#' + parts.fragment if parts.fragment else ''}")
