"""Names of languages in other languages."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

from mkdocs_foundation.site import Site


def language_name(locale: str, reader: str, site: Site) -> str:
    """Name of a language in another, such as `danska` for Danish in Swedish; its own name where there is none."""
    try:
        name = Locale.parse(reader, sep="-" if "-" in reader else "_").languages.get(locale)
    except (UnknownLocaleError, ValueError):
        name = None
    return name or (site.languages[locale].name if locale in site.languages else locale)
