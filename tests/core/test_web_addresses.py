"""The address of a site and a path in it are joined as addresses, whoever has set the former."""

from __future__ import annotations

import pytest

from mkdocs_foundation.output.web_addresses import Bases, base, join


@pytest.mark.parametrize(
    ("site_url", "expected"),
    [
        ("https://example.org/latest", "https://example.org/latest/"),
        ("https://example.org/latest/", "https://example.org/latest/"),
        ("https://example.org", "https://example.org/"),
        (" https://example.org//  ", "https://example.org/"),
        ("https://example.org/a?b=c#d", "https://example.org/a/"),
        ("http://127.0.0.1:8000/x/", "http://127.0.0.1:8000/x/"),
        ("", ""),
        (None, ""),
        ("/latest/", ""),
        ("example.org", ""),
    ],
)
def test_the_address_of_a_site(site_url: str | None, expected: str) -> None:
    assert base(site_url) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("sv/a/", "https://example.org/x/sv/a/"),
        (".", "https://example.org/x/"),
        ("./", "https://example.org/x/"),
        ("", "https://example.org/x/"),
        ("/assets/a.png", "https://example.org/x/assets/a.png"),
        ("./assets/a b.png", "https://example.org/x/assets/a%20b.png"),
        ("bl%C3%A5/", "https://example.org/x/bl%C3%A5/"),
        ("https://other.org/a.png", "https://other.org/a.png"),
        ("//other.org/a.png", "https://other.org/a.png"),
    ],
)
def test_a_path_in_the_site(path: str, expected: str) -> None:
    assert join("https://example.org/x/", path) == expected


def test_without_an_address_of_the_site_nothing_is_absolute() -> None:
    assert [join("", path) for path in ("a/", ".", "//other.org/a.png")] == ["", "", ""]
    assert join("", "https://other.org/a.png") == "https://other.org/a.png"


def test_a_language_may_have_an_address_of_its_own() -> None:
    bases = Bases({"da": "https://example.org/", "sv": "https://example.se/"})
    assert bases.address("sv", "sv/a/") == "https://example.se/sv/a/"
    assert bases.address("nb", "nb/a/") == ""
