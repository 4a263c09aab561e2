"""The sitemap: every page that is to be found, with its translations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from html import escape

from mkdocs_foundation.values import dataclass


@dataclass(frozen=True)
class Entry:
    """One page."""

    address: str
    """Absolute."""
    translations: Mapping[str, str] = field(default_factory=dict)
    """Absolute addresses by locale, its own included."""
    modified: str = ""
    """ISO date; "" where it isn't known: the day of the build would make crawlers fetch everything again."""


def sitemap(entries: Iterable[Entry], default_locale: str) -> str:
    """The file; translations that aren't entries themselves are left out, since each must name the other."""
    entries = list(entries)
    listed = {entry.address for entry in entries}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for entry in entries:
        alternates = {locale: address for locale, address in entry.translations.items() if address in listed}
        if default_locale in alternates:
            alternates["x-default"] = alternates[default_locale]
        lines += ["  <url>", f"    <loc>{escape(entry.address)}</loc>"]
        if entry.modified:
            lines.append(f"    <lastmod>{escape(entry.modified)}</lastmod>")
        lines += [
            f'    <xhtml:link rel="alternate" hreflang="{escape(locale.replace("_", "-"))}" href="{escape(address)}"/>'
            for locale, address in alternates.items()
        ]
        lines.append("  </url>")
    return "\n".join([*lines, "</urlset>", ""])
