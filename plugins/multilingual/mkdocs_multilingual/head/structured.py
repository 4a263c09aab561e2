"""A page as JSON-LD, in the vocabulary of schema.org."""

from __future__ import annotations

import json
from typing import Any

from .facts import PageFacts, SchemaType, SiteFacts

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def structured_data(page: PageFacts, site: SiteFacts) -> str:
    """The script tag; "" for a page without a known address, and for a fallback, whose source page has one."""
    if not page.address or not site.home or page.stands_in:
        return ""
    things = [_thing(page, site)]
    if len(page.trail) > 1:
        things.append(_trail(page))
    data = {"@context": "https://schema.org", "@graph": things}
    return f'<script type="application/ld+json">{_safe(data)}</script>'


def _thing(page: PageFacts, site: SiteFacts) -> dict[str, Any]:
    if page.kind is SchemaType.HOME:
        thing = _site(page, site) | {"description": page.description or site.description, "publisher": _publisher(site)}
    else:
        thing = {
            "@type": page.kind.value,
            "@id": f"{page.address}#page",
            "url": page.address,
            "headline" if page.kind.is_text else "name": page.title,
            "description": page.description,
            "inLanguage": _language(page),
            "isPartOf": _site(page, site),
            "image": page.image,
        }
    if page.kind.is_text:
        thing |= {
            "datePublished": page.published,
            "dateModified": page.modified or page.published,
            "mainEntityOfPage": page.address,
            "author": _publisher(site),
            "publisher": _publisher(site),
        }
    return {key: value for key, value in thing.items() if value}


def _site(page: PageFacts, site: SiteFacts) -> dict[str, Any]:
    return {
        "@type": "WebSite",
        "@id": f"{site.home}#website",
        "url": site.home,
        "name": site.name,
        "inLanguage": _language(page),
    }


def _publisher(site: SiteFacts) -> dict[str, Any]:
    organisation = {"@type": "Organization", "name": site.publisher or site.name, "url": site.home}
    return organisation | ({"logo": {"@type": "ImageObject", "url": site.logo}} if site.logo else {})


def _trail(page: PageFacts) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "@id": f"{page.address}#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": crumb.name, "item": crumb.address}
            for position, crumb in enumerate(page.trail, start=1)
        ],
    }


def _language(page: PageFacts) -> str:
    return page.locale.replace("_", "-")


def _safe(data: object) -> str:
    """JSON in which no text can end the script element: HTML has no escapes there."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _UNSAFE.items():
        text = text.replace(character, escape)
    return text
