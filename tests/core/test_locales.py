"""What a locale tells about its language, and catalogues in languages with other forms for numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_foundation import locales
from mkdocs_foundation.locales import (
    _rule,
    attributes,
    base_language,
    best,
    direction,
    lookup,
    needed_categories,
    normal,
    plural_category,
    single_categories,
)
from mkdocs_foundation.sources import catalogue
from tests.core import completeness


@pytest.mark.parametrize(
    ("locale", "usual"),
    [("pt_BR", "pt-BR"), ("PT-br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"), ("iw", "he"), ("es-419", "es-419")],
)
def test_a_locale_has_one_spelling(locale: str, usual: str) -> None:
    assert normal(locale) == usual


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("en-GB", "en-GB en"),
        ("pt_BR", "pt-BR pt"),
        ("zh-TW", "zh-TW zh-Hant zh"),
        ("zh-Hant-HK", "zh-Hant-HK zh-Hant zh-HK zh-TW zh"),
        ("zh-Hant", "zh-Hant zh-TW zh"),
        ("zh-HK", "zh-HK zh-Hant zh-TW zh"),
        ("zh-CN", "zh-CN zh-Hans zh"),
        ("nb", "nb no"),
        ("no", "no nb"),
        ("nn-NO", "nn-NO nn no nb"),
        ("da", "da"),
    ],
)
def test_words_are_looked_up_from_the_locale_to_its_relatives(locale: str, names: str) -> None:
    assert lookup(locale) == tuple(names.split())


def test_the_best_of_some_locales_keeps_its_spelling() -> None:
    assert best("pt-BR", ["en", "pt_BR", "pt"]) == "pt_BR"
    assert best("en-GB", ["da", "en"]) == "en"
    assert best("de", ["da", "en"]) is None


@pytest.mark.parametrize(
    ("locale", "base", "writing"),
    [
        ("en-GB", "en", "ltr"),
        ("pt_BR", "pt", "ltr"),
        ("AR_eg", "ar", "rtl"),
        ("iw", "he", "rtl"),
        ("fa-IR", "fa", "rtl"),
        ("az-Arab", "az", "rtl"),
        ("pa-PK", "pa", "rtl"),
        ("ku", "ku", "ltr"),
        ("ckb", "ckb", "rtl"),
        ("ur-Latn", "ur", "ltr"),
    ],
)
def test_a_locale_has_a_language_and_a_direction(locale: str, base: str, writing: str) -> None:
    assert (base_language(locale), direction(locale)) == (base, writing)


def test_the_attributes_of_a_text_are_language_and_direction() -> None:
    assert attributes("ar") == 'lang="ar" dir="rtl"'
    assert attributes("pt_BR") == 'lang="pt-BR" dir="ltr"'


@pytest.mark.parametrize(
    ("locale", "categories"),
    [
        ("en", "one other"),
        ("fr", "one other"),
        ("ja", "other"),
        ("zh-TW", "other"),
        ("uk", "few many one other"),
        ("cs", "few one other"),
        ("ar", "few many one other two zero"),
        ("x-own", "one other"),
    ],
)
def test_a_language_needs_the_forms_of_its_whole_numbers(locale: str, categories: str) -> None:
    assert sorted(needed_categories(locale)) == categories.split()


def test_a_form_for_one_number_only() -> None:
    assert single_categories("en") == {"one"}
    assert single_categories("fr") == set()  # one is for 0 and 1
    assert single_categories("uk") == set()  # one is for 1, 21, 31 …
    assert single_categories("ar") == {"zero", "one", "two"}
    assert plural_category("pl", 1.5) == "other"


def test_languages_that_count_as_english_does_are_those_of_babel() -> None:
    for locale in (*sorted(locales._AS_ENGLISH), "de-CH", "en-GB"):
        rule = _rule(locale)
        assert rule, locale
        numbers = [*range(-2, 2000), 1_000_000]
        assert [plural_category(locale, number) for number in numbers] == [rule(number) for number in numbers], locale


UKRAINIAN = """
title = "Сторінки"
[pages]
one = "{n} сторінка"
few = "{n} сторінки"
many = "{n} сторінок"
other = "{n} сторінки"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.toml").write_text(
        'title = "Pages"\npages = { one = "a page", other = "{n} pages" }\n', encoding="utf-8"
    )
    return tmp_path


def test_a_text_has_the_form_of_its_number(folder: Path) -> None:
    (folder / "uk.toml").write_text(UKRAINIAN, encoding="utf-8")
    words, missing = catalogue.load(folder, "uk")
    assert missing == []
    assert [words("pages", n=n) for n in (1, 3, 5, 21)] == ["1 сторінка", "3 сторінки", "5 сторінок", "21 сторінка"]
    assert completeness.mistakes([folder], "uk") == []


def test_a_form_that_is_missing_is_named_and_the_usual_one_used_not_english(folder: Path) -> None:
    (folder / "uk.toml").write_text('title = "Сторінки"\npages.other = "{n} сторінки"\n', encoding="utf-8")
    words, missing = catalogue.load(folder, "uk")
    assert missing == ["pages.few", "pages.many", "pages.one"]
    assert [words("pages", n=n) for n in (1, 5)] == ["1 сторінки", "5 сторінки"]
    assert words.borrowed == frozenset()


def test_a_language_with_one_form_needs_no_other(folder: Path) -> None:
    (folder / "ja.toml").write_text('title = "ページ"\npages.other = "{n}ページ"\n', encoding="utf-8")
    words, missing = catalogue.load(folder, "ja")
    assert missing == []
    assert words("pages", n=1) == "1ページ"


def test_english_stands_in_for_a_text_without_any_form(folder: Path) -> None:
    (folder / "de.toml").write_text('title = "Seiten"\n', encoding="utf-8")
    words, missing = catalogue.load(folder, "de-AT")
    assert missing == ["pages.one", "pages.other"] == sorted(words.borrowed)
    assert [words("pages", n=n) for n in (1, 2)] == ["a page", "2 pages"]
    assert words("title") == "Seiten"


def test_a_site_may_spell_a_locale_with_either_sign(folder: Path) -> None:
    (folder / "pt_BR.toml").write_text('title = "Páginas"\n', encoding="utf-8")
    assert catalogue.load(folder, "pt-BR")[0]("title") == "Páginas"


def test_completeness_sees_what_is_wrong(folder: Path) -> None:
    forms = 'one = "сторінка", few = "{n}", many = "-2 {n}", two = "{n}", other = "{n}"'
    text = f'title = "Сторінки {{n}}"\nextra = "50 %"\npages = {{ {forms} }}\n'
    (folder / "uk.toml").write_text(text, encoding="utf-8")
    assert {mistake.split(":")[0] for mistake in completeness.mistakes([folder], "uk")} == {
        "title", "pages.one", "pages.many", "pages.two", "extra",
    }  # fmt: skip


@pytest.mark.parametrize("content", [b"title = nothing\n", b'title = "\xe6"\n'])
def test_words_that_cannot_be_read_are_named_with_their_file(folder: Path, content: bytes) -> None:
    (folder / "da.toml").write_bytes(content)
    with pytest.raises(catalogue.CatalogueError, match=r"da\.toml can't be read"):
        catalogue.load(folder, "da")
