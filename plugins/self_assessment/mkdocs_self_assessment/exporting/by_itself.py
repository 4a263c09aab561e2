"""The page of a self-assessment by itself, made of its page in a built site: for a frame, or as one file.

The page of the site has everything already: words, results, what other plugins have added. So no other build is needed.
For a frame it stays in the site and loads the site's scripts; as one file it has them in it, and needs no site.
"""

from __future__ import annotations

import base64
import json
import mimetypes
import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from mkdocs_foundation.caching import built_files
from mkdocs_foundation.output import from_disk
from mkdocs_foundation.output.scripts import published, without_whitespace
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass

from .. import published as assets

FRAMED = "embed.html"
"""Name of the page for a frame, beside the page of the site."""
_OPENING = pattern(r"<self-assessment\b([^>]*)>")
_CLOSING = "</self-assessment>"
_ID = pattern(r"<script\b[^>]*\sdata-id=[\"']?([\w-]+)")
_LANG = pattern(r"\slang=[\"']?([\w-]+)")
_TITLE = pattern(r"<title\b[^>]*>(.*?)</title", re.DOTALL)
_HEADING = pattern(r"<h1\b.*?</h1\s*>", re.DOTALL)
_PERMALINK = pattern(r"<a\b[^>]*\sclass=[\"']?headerlink\b[^>]*>.*?</a>", re.DOTALL)
_CANONICAL = pattern(r"<link\b(?=[^>]*\srel=[\"']?canonical\b)[^>]*\shref=[\"']?([^\"'\s>]+)")
_MODULE = pattern(r"<script\b(?=[^>]*\stype=[\"']?module\b)[^>]*\ssrc=[\"']?([^\"'\s>]+)[^>]*>\s*</script>")
_CLASSIC = pattern(r"<script\b(?![^>]*\stype=)([^>]*?)\ssrc=[\"']?([^\"'\s>]+)[\"']?([^>]*)></script>")
_LINK = pattern(r"""(<(?:a|img)\b[^>]*?\s(?:href|src)=)(["'])([^"']*)\2""")
_DATA = pattern(r'"((?:\.{1,2}/)[^"\s]+\.json)"')


@dataclass(frozen=True)
class Element:
    """The element of a self-assessment in its page."""

    attributes: str
    html: str
    start: int
    end: int
    """Where it is in the page."""


@dataclass(frozen=True)
class BuiltAssessment:
    """The page of a self-assessment in a built site."""

    id: str
    lang: str
    path: str
    """Path of its file below the folder of the site."""
    html: str
    element: Element


def found_in(folder: Path) -> Iterator[BuiltAssessment]:
    """The pages of self-assessments in the folder of a built site."""
    for path in built_files.paths(folder):
        if not path.endswith(".html") or path.endswith(FRAMED):
            continue
        content = built_files.content(folder, path)
        if b"<self-assessment" not in content:
            continue
        html = content.decode("utf-8")
        element = _element(html)
        if element and (id := _ID.search(element.html)):
            lang = _LANG.search(element.attributes)
            yield BuiltAssessment(id[1], lang[1] if lang else "en", path, html, element)


def framed_path(path: str) -> str:
    """Path of the page for a frame, of the page of a site at a path."""
    return path.removesuffix("index.html") + FRAMED if path.endswith("/index.html") else f"{path[:-5]}-{FRAMED}"


@dataclass(frozen=True)
class Shared:
    """What all pages by themselves have, as it is in the files of the plugin now."""

    styles: str
    script: str
    """Tells the page around a frame how high it is."""

    @classmethod
    def read(cls) -> Shared:
        """Read the files."""
        script = without_whitespace(published(_file("size.js")))
        return cls(f"{_file('page.css')}\n{assets.style_sheet()}", _inline(script))


def framed(page: BuiltAssessment, shared: Shared) -> str:
    """The page for a frame: with the addresses of the page of the site, which it stands beside."""
    modules = _MODULE.finditer(page.html, page.element.end)
    script = next((found[0] for found in modules if _is_ours(found[1])), "")
    return _document(page, page.element.html + script, shared)


def as_file(page: BuiltAssessment, folder: Path) -> str:
    """The page as one file that needs nothing else; links lead to the site, where its address is known."""
    html = page.element.html
    canonical = _CANONICAL.search(page.html)
    address = unescape(canonical[1]) if canonical else ""
    modules = [found for found in _MODULE.finditer(page.html) if _is_ours(found[1])]
    texts = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.glob("assets/**/*.js")}
    data: dict[str, str] = {}

    def to_data(found: re.Match[str]) -> str:
        path = from_disk.path_of(found[1], page.path)
        if not (folder / path).is_file():
            return found[0]
        data[path] = (folder / path).read_text("utf-8")
        return json.dumps(path)

    def link(found: re.Match[str]) -> str:
        start, quotes, written = found.groups()
        if start.startswith("<img") and (inside := _picture(folder / from_disk.path_of(unescape(written), page.path))):
            return f"{start}{quotes}{inside}{quotes}"
        if written.startswith("#") or urlsplit(written).scheme:
            return found[0]
        return f"{start}{quotes}{escape(urljoin(address, unescape(written)))}{quotes}" if address else found[0]

    def classic(found: re.Match[str]) -> str:
        file = folder / from_disk.path_of(unescape(found[2]), page.path)
        return (
            f"<script{found[1]}{found[3]}>{_inline(file.read_text('utf-8'))}</script>" if file.is_file() else found[0]
        )

    html = _CLASSIC.sub(classic, _LINK.sub(link, _DATA.sub(to_data, html)))
    loaded = from_disk.modules_of([(page.path, found[0]) for found in modules], texts)
    tags = "".join(
        f'<script type="text/plain" data-on-disk="{escape(from_disk.path_of(unescape(found[1]), page.path))}"></script>'
        for found in modules
    )
    return _document(page, html + tags, Shared.read(), from_disk.script(loaded, data))


def _element(html: str) -> Element | None:
    """The first self-assessment of a page; its end is looked for without a pattern, which takes ten times as long."""
    opening = _OPENING.search(html)
    close = html.find(_CLOSING, opening.end()) if opening else -1
    if opening is None or close < 0:
        return None
    end = close + len(_CLOSING)
    return Element(opening[1], html[opening.start() : end], opening.start(), end)


def _document(page: BuiltAssessment, content: str, shared: Shared, script: str = "") -> str:
    title = _TITLE.search(page.html)
    above = _HEADING.findall(page.html, 0, page.element.start)
    heading = _PERMALINK.sub("", above[-1]) if above else ""
    canonical = _CANONICAL.search(page.html)
    source = f'<link rel="canonical" href="{canonical[1]}">\n' if canonical else ""
    footer = f'<footer><a href="{canonical[1]}" target="_top">{canonical[1]}</a></footer>\n' if canonical else ""
    return (
        f'<!doctype html>\n<html{page.element.attributes}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{title[1].strip() if title else page.id}</title>\n{source}"
        f"<style>{shared.styles}</style>\n<script>{_inline(script)}</script>\n</head>\n"
        f'<body>\n<main class="md-typeset">\n{heading}\n{content}\n</main>\n'
        f"{footer}<script>{shared.script}</script>\n</body>\n</html>\n"
    )


def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def _inline(script: str) -> str:
    """A script as it can stand in a page: nothing in it ends the element."""
    return script.replace("</", "<\\/").replace("<!--", "<\\!--")


def _is_ours(address: str) -> bool:
    return "/self-assessment/" in address


def _picture(file: Path) -> str:
    """The content of a picture as an address; "" where there is no such file."""
    kind = mimetypes.guess_type(file.name)[0]
    if not kind or not file.is_file():
        return ""
    return f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"
