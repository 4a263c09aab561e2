"""Absolute addresses: the only place where the address of a site and the path of a page in it are joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

from ..values import dataclass

_SAFE = "%/:?#[]@!$&'()*+,;=~"


def base(site_url: str | None) -> str:
    """The address of a site with a slash at its end, whoever has set it; "" where it is none.

    A query and a fragment have no place in it.
    """
    parts = urlsplit((site_url or "").strip())
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return urlunsplit((parts.scheme, parts.netloc, f"{parts.path.rstrip('/')}/", "", ""))


@lru_cache(maxsize=16384)  # each page is named by those of all languages
def join(site: str, path: str) -> str:
    """The absolute address of a path in a site; "" without an address of the site, an absolute one unchanged.

    `path` is one as MkDocs has it, `sv/a/` or `.`, or an author's, where a slash at the start is the site's root.
    """
    parts = urlsplit(path)
    if parts.scheme in ("http", "https"):
        return path
    if not site:
        return ""
    if parts.netloc:
        return f"{urlsplit(site).scheme}:{path}"
    relative = path.lstrip("/")
    while relative == "." or relative.startswith("./"):
        relative = relative[1:].lstrip("/")
    return site + quote(relative, safe=_SAFE)


@dataclass(frozen=True)
class Bases:
    """The address of the site for each language: one for all, but for a language with a `site_url` of its own."""

    by_locale: Mapping[str, str] = field(default_factory=dict)
    """As `base` gives them."""

    def of(self, locale: str) -> str:
        """The address of the site for a language; "" where there is none."""
        return self.by_locale.get(locale, "")

    def address(self, locale: str, path: str) -> str:
        """The absolute address of a page that readers of a language get; "" without an address of the site."""
        return join(self.of(locale), path)
