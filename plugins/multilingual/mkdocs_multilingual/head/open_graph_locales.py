"""The languages as Open Graph names them: with a country."""

from __future__ import annotations

_COUNTRIES = {
    "cs": "CZ",
    "da": "DK",
    "de": "DE",
    "el": "GR",
    "en": "GB",
    "es": "ES",
    "et": "EE",
    "fi": "FI",
    "fo": "FO",
    "fr": "FR",
    "is": "IS",
    "it": "IT",
    "ja": "JP",
    "kl": "GL",
    "ko": "KR",
    "lt": "LT",
    "lv": "LV",
    "nb": "NO",
    "nl": "NL",
    "nn": "NO",
    "no": "NO",
    "pl": "PL",
    "pt": "PT",
    "ro": "RO",
    "ru": "RU",
    "se": "NO",
    "sv": "SE",
    "uk": "UA",
    "zh": "CN",
}


def open_graph_locale(locale: str) -> str | None:
    """Such as `da_DK`; `None` for a language whose country isn't known."""
    language, *further = locale.replace("_", "-").split("-")
    region = next((part.upper() for part in further if len(part) == 2), _COUNTRIES.get(language.lower()))
    return f"{language.lower()}_{region}" if region else None
