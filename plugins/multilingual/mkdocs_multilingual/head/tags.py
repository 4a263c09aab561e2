"""The tags of a page's head: its address, its translations, and the data of previews of shared links."""

from __future__ import annotations

from html import escape

from .facts import PageFacts, SiteFacts
from .open_graph_locales import open_graph_locale

OURS = "data-ml-page"
"""Marks the links that `assets/relations` hides from Material's script while that looks for other sites."""


def tags(page: PageFacts, site: SiteFacts) -> list[tuple[str, str]]:
    """Each tag with its name: a page may have only one tag of a name, and a site's own has precedence."""
    made = [
        ("canonical", _link("canonical", page.address)),
        *(("hreflang", tag) for tag in _translations(page)),
        ("robots", _meta("name", "robots", page.robots)),
    ]
    for name, value in _open_graph(page, site):
        made.append((name, _meta("property", name, value)))
    made.append(("twitter:card", _meta("name", "twitter:card", "summary_large_image" if page.image else "summary")))
    return [(name, tag) for name, tag in made if tag]


def _translations(page: PageFacts) -> list[str]:
    if "noindex" in page.robots.lower():
        return []
    made = [_link("alternate", address, locale) for locale, address in page.translations.items()]
    if default := page.translations.get(page.default_locale):
        made.append(_link("alternate", default, "x-default"))
    return made


def _open_graph(page: PageFacts, site: SiteFacts) -> list[tuple[str, str]]:
    found = [
        ("og:type", "article" if page.kind.is_text else "website"),
        ("og:site_name", site.name),
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:url", page.address),
        ("og:image", page.image),
        ("og:locale", open_graph_locale(page.locale) or ""),
    ]
    others = {open_graph_locale(locale) for locale in page.translations if locale != page.locale}
    found += [("og:locale:alternate", locale) for locale in sorted(filter(None, others))]
    if page.kind.is_text:
        found += [("article:published_time", page.published), ("article:modified_time", page.modified)]
    return found


def _link(relation: str, address: str, locale: str = "") -> str:
    if not address:
        return ""
    language = f' hreflang="{escape(locale.replace("_", "-"))}" {OURS}' if locale else ""
    return f'<link rel="{relation}" href="{escape(address)}"{language}>'


def _meta(attribute: str, name: str, value: str) -> str:
    return f'<meta {attribute}="{name}" content="{escape(value)}">' if value else ""
