"""From a file's path to its language and back, for each way in which a docs folder keeps languages apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_foundation.site import Site, Structure, one_language, several

FOLDER = several(["nb", "en-GB", "ar"])
SUFFIX = several(["nb", "en-GB", "ar"], Structure.SUFFIX)
SINGLE = one_language("en")


@pytest.mark.parametrize(
    ("site", "uri", "locale", "key"),
    [
        (FOLDER, "nb/index.md", "nb", "index.md"),
        (FOLDER, "en-GB/articles/trust.md", "en-GB", "articles/trust.md"),
        (FOLDER, "ar/nb/trust.md", "ar", "nb/trust.md"),
        (SUFFIX, "index.md", "nb", "index.md"),
        (SUFFIX, "articles/trust.ar.md", "ar", "articles/trust.md"),
        (SUFFIX, "nb/trust.en-GB.md", "en-GB", "nb/trust.md"),
        (SUFFIX, "version-1.2.md", "nb", "version-1.2.md"),
        (SUFFIX, "images/map.ar.png", "ar", "images/map.png"),
        (SINGLE, "index.md", "en", "index.md"),
        (SINGLE, "nb/trust.ar.md", "en", "nb/trust.ar.md"),
    ],
)
def test_a_file_has_a_language_and_a_key(site: Site, uri: str, locale: str, key: str) -> None:
    assert site.locate(uri) == (locale, key)
    assert site.uri(locale, key) == uri


@pytest.mark.parametrize(
    ("site", "uri"),
    [(FOLDER, "index.md"), (FOLDER, "nb"), (FOLDER, "de/index.md"), (FOLDER, "nb.md"), (SUFFIX, "index.de.md")],
)
def test_a_file_of_no_language_of_the_site_has_neither(site: Site, uri: str) -> None:
    assert site.locate(uri) is None
    assert site.in_language(uri, "ar") == uri


def test_the_source_language_can_have_its_suffix() -> None:
    assert SUFFIX.locate("trust.nb.md") == ("nb", "trust.md")
    assert SUFFIX.candidates("nb", "trust.md") == ("trust.md", "trust.nb.md")


@given(
    st.sampled_from([FOLDER, SUFFIX, SINGLE]),
    st.data(),
    st.lists(st.text("abcdefgh-", min_size=3, max_size=8), min_size=1, max_size=4),
)
def test_the_way_back_leads_to_where_it_came_from(site: Site, data: st.DataObject, parts: list[str]) -> None:
    locale, key = data.draw(st.sampled_from(list(site.languages))), "/".join(parts) + ".md"
    assert site.locate(site.uri(locale, key)) == (locale, key)


def test_a_counterpart_is_in_the_other_language() -> None:
    assert FOLDER.in_language("nb/a/b.md", "ar") == "ar/a/b.md"
    assert SUFFIX.in_language("a/b.ar.md", "nb") == "a/b.md"
    assert SINGLE.in_language("a/b.md", "en") == "a/b.md"


def test_only_the_source_language_has_addresses_without_a_prefix() -> None:
    assert [FOLDER.address_prefix(locale) for locale in FOLDER.languages] == ["", "en-GB/", "ar/"]
    assert (SUFFIX.address_prefix("ar"), SINGLE.address_prefix("en")) == ("ar/", "")
