"""What every catalogue of words must have, in whatever language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from mkdocs_foundation.locales import OTHER, categories, known, single_categories
from mkdocs_foundation.sources.catalogue import Catalogue, counted, load

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SPACES = {"\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"}


def languages(folders: Sequence[Path]) -> list[str]:
    """Every language that any of the folders has a file for."""
    return sorted({path.stem for folder in folders for path in folder.glob("*.toml")})


def mistakes(folders: Sequence[Path], lang: str) -> list[str]:
    """What is wrong with the words of a language; empty where all is right."""
    found, missing = load(folders, lang)
    english = load(folders, "en")[0]
    return [
        *(f"{key}: is missing" for key in missing),
        *_left_over(found, english),
        *_placeholders(found, english),
        *_typography(found),
    ]


def _left_over(found: Catalogue, english: Catalogue) -> list[str]:
    allowed = {f"{key}.{category}" for key in counted(english.entries) for category in categories(found.lang)}
    return [f"{key}: nothing asks for it" for key in sorted(set(found.entries) - set(english.entries) - allowed)]


def _placeholders(found: Catalogue, english: Catalogue) -> list[str]:
    """Placeholders that differ from English: a form that is for one number only may have the number in words."""
    counts = counted(english.entries)
    wrong = []
    for key, text in found.entries.items():
        above, _, last = key.rpartition(".")
        is_form = above in counts
        model = english.entries.get(f"{above}.{OTHER}" if is_form else key, "")
        have, need = set(_PLACEHOLDER.findall(text)), set(_PLACEHOLDER.findall(model))
        optional = {"n"} & need if is_form and last in single_categories(found.lang) else set()
        if not need - optional <= have <= need:
            wrong.append(f"{key}: has {sorted(have)} for {sorted(need)}")
    return wrong


def _typography(found: Catalogue) -> list[str]:
    """Minus signs, and the space before a percent sign, which must not break."""
    babel = known(found.lang)
    pattern = "#,##0%" if babel is None or found.lang == "en" else babel.percent_formats[None].pattern
    spaces = _SPACES if re.search(r"\s%$", pattern) else {""}
    wrong = []
    for key, text in found.entries.items():
        if re.search(r"(?<!\w)-\d", text):
            wrong.append(f"{key}: a hyphen for a minus sign")
        if pattern.endswith("%") and not set(re.findall(r"[}\d](\s?)%", text)) <= spaces:
            wrong.append(f"{key}: not the space before a percent sign that the language has")
        if re.search(r"[}\d] %|% [{\d]", text):
            wrong.append(f"{key}: a line may break between number and percent sign")
    return wrong
