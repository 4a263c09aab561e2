"""The targets of links in Markdown, changed in place: every other character stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from posixpath import dirname, join, normpath, relpath
from urllib.parse import quote, unquote, urlsplit

from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage
from mkdocs_foundation.values import dataclass

from ..advice.lines import CODE, LINK, REFERENCE, prose

Change = Callable[[str], str | None]
"""The new target of a link, by the one that is written; `None` for one that stays."""


@dataclass(frozen=True)
class Target:
    """Where a link leads within the site."""

    locale: str
    """Language of the file, "" for a file that belongs to none."""
    key: str
    """Its path without the language."""
    rest: str = ""
    """Query and fragment, with their signs."""


def target_of(written: str, uri: str, site: Site) -> Target | None:
    """Where a link of the page at `uri` leads; `None` for one that leads out of the site, or within the page."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith(("/", "\\")):
        return None
    leads = normpath(join(dirname(uri), unquote(parts.path)))
    locale, key = site.locate(leads) or ("", leads)
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return Target(locale, key, f"{query}{fragment}")


def written_to(target: Target, uri: str, site: Site, before: str) -> str:
    """A target as the page at `uri` writes it; `before` is how it was written."""
    leads = site.uri(target.locale, target.key) if target.locale else target.key
    path = relpath(leads, dirname(uri) or ".")
    return f"{quote(path) if '%' in before else path}{target.rest}"


def changed(page: SourcePage, change: Change) -> tuple[str, list[int]]:
    """The text of a page with other targets, and the lines in which there are some."""
    text = page.source.text
    if "](" not in text and "]:" not in text:
        return text, []
    lines, found = text.split("\n"), []
    for number, _ in prose(page.body):
        line = lines[number - 1]
        new = "".join(_in_part(part, change) for part in _parts(line))
        if new != line:
            lines[number - 1] = new
            found.append(number)
    return "\n".join(lines), found


def _parts(line: str) -> Iterator[tuple[bool, str]]:
    """The parts of a line, and whether each is prose and not code."""
    end = 0
    for code in CODE.finditer(line):
        yield True, line[end : code.start()]
        yield False, code[0]
        end = code.end()
    yield True, line[end:]


def _in_part(part: tuple[bool, str], change: Change) -> str:
    is_prose, text = part
    if not is_prose:
        return text

    def in_match(match: re.Match[str]) -> str:
        name = "quoted" if match["quoted"] is not None else "target"
        written = (match[name] or "").strip()
        new = change(written) if written else None
        if new is None:
            return match[0]
        start, end = match.start(name) - match.start(), match.end(name) - match.start()
        return match[0][:start] + new + match[0][end:]

    return REFERENCE.sub(in_match, LINK.sub(in_match, text), count=1)
