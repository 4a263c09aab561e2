"""Catalogues: complete, alike in every language, and every key that is asked for exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mkdocs_self_assessment
from mkdocs_foundation.sources import catalogue as words
from mkdocs_self_assessment import published
from mkdocs_self_assessment.kinds import KINDS
from mkdocs_self_assessment.pages import strings
from tests.core import completeness

PACKAGE = Path(mkdocs_self_assessment.__file__).parent


@pytest.mark.parametrize("lang", completeness.languages(strings.BUILT_IN))
def test_a_catalogue_has_every_word_in_the_forms_of_its_language(lang: str) -> None:
    assert completeness.mistakes(strings.BUILT_IN, lang) == []


def _known(key: str, entries: dict[str, str]) -> bool:
    return key in entries or {f"{key}.one", f"{key}.other"} <= set(entries)


def test_every_string_that_a_page_asks_for_exists_and_none_is_left_over() -> None:
    entries = strings.load("en")[0].entries
    used = {
        key
        for source in (
            *PACKAGE.rglob("templates/**/*.html"),
            *PACKAGE.glob("presenting/*.py"),
            *PACKAGE.glob("glue/*.py"),
        )
        for key in re.findall(r'\bt\("([a-z.-]+)"', source.read_text(encoding="utf-8"))
    } | {kind.count for kind in KINDS}
    scripts = "".join(published.sources().values())
    used |= set(re.findall(r"[\"`](team\.[a-z0-9.-]+)", scripts))
    prefixes = {key for key in used if key.endswith("-")}  # such as "page.card-" ~ kind
    assert {key for key in used - prefixes if not _known(key, entries)} == set()
    unused = {
        key
        for key in entries
        if not key.startswith(("browser.", "scales.", "conditions."))  # the last by `conditions/words.py`
        and key.removesuffix(".one").removesuffix(".other") not in used
        and not key.startswith(tuple(prefixes))
    }
    assert unused == set()


def test_a_site_may_lay_its_own_words_over_the_plugins(tmp_path: Path) -> None:
    (tmp_path / "sv.toml").write_text('[page]\nminutes.one = "en minut"\n', encoding="utf-8")
    catalogue, missing = strings.load("sv", tmp_path)
    assert missing == []
    assert catalogue("page.minutes", n=1) == "en minut"
    assert catalogue("page.minutes", n=2) == strings.load("sv")[0]("page.minutes", n=2)


def test_a_missing_key_is_reported_with_its_language() -> None:
    with pytest.raises(strings.MissingStringError, match=r"sv: no\.such"):
        strings.load("sv")[0]("no.such")


def test_every_string_of_keeping_is_asked_for_by_a_script_and_exists() -> None:
    scripts = "".join(published.sources().values())
    used = set(re.findall(r"[\"`]keep\.([a-z-]+)", scripts))
    used |= set(re.findall(r'"(copied|copy-yourself|no-copy)"', scripts))
    known = {key.split(".")[2] for key in strings.load("en")[0].entries if key.startswith("browser.keep.")}
    prefixes = tuple(key for key in used if key.endswith("-"))
    assert {key for key in used - set(prefixes) if key not in known} == set()
    assert {key for key in known - used if not key.startswith(prefixes)} == set()


def test_numbers_have_a_real_minus_sign() -> None:
    assert [words.number(n) for n in (-24, 0, 7)] == ["−24", "0", "7"]
    assert [words.signed(n) for n in (-24, 0, 7)] == ["−24", "0", "+7"]
    assert "−4" in strings.load("da")[0]("key.points", low=-4, high=7)


@pytest.mark.parametrize(
    ("lang", "negative", "positive"),
    [
        ("da", "−1,5", "+12"),
        ("he", "\u200e−1.5", "\u200e+12"),  # the mark keeps the sign on the left
        ("ar", "\u200e−1.5", "\u200e+12"),
        ("ar-EG", "\u061c−١٫٥", "\u061c+١٢"),
        ("fa", "\u200e−۱٫۵", "\u200e+۱۲"),
        ("bn", "−১.৫", "+১২"),
        ("x-own", "−1.5", "+12"),
    ],
)
def test_numbers_in_pages_are_written_as_scripts_write_them(lang: str, negative: str, positive: str) -> None:
    found = words.Catalogue(lang, {"text": "{n}"})
    assert [found.number(-1.5), found.signed(12), found("text", n=-1.5)] == [negative, positive, negative]
