"""Names of languages in other languages."""

from __future__ import annotations

from mkdocs_foundation.locales import base_language, known, normal, script
from mkdocs_foundation.site import Site


def language_name(locale: str, reader: str, site: Site) -> str:
    """Name of a language in another, such as `danska` for Danish in Swedish; its own name where there is none."""
    words, named = known(reader), known(locale)
    if words is None or named is None:
        return site.languages[locale].name if locale in site.languages else locale
    written = f"{base_language(locale)}_{script(locale)}" if script(locale) else ""
    names = (words.languages.get(code) for code in (normal(locale).replace("-", "_"), written) if code)
    return next(filter(None, names), None) or named.get_display_name(words) or locale
