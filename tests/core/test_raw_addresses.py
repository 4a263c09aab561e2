"""Addresses in raw HTML on a page that isn't where its text was written for."""

from __future__ import annotations

import pytest

from mkdocs_foundation.output.raw_addresses import lead_on, moved

PUBLISHED = {
    *("index.html", "articles/read/index.html", "articles/img/p.png", "articles/img/p 2.png", "film.mp4"),
    *(
        "en/index.html",
        "en/articles/read/index.html",
        "en/other/index.html",
        "other/index.html",
        "checks/chk/index.html",
    ),
}


@pytest.mark.parametrize(
    ("written", "copied", "cut_out"),
    [
        ("../img/p.png", "../../../articles/img/p.png", "../../articles/img/p.png"),
        ("../img/p%202.png", "../../../articles/img/p%202.png", "../../articles/img/p%202.png"),
        ("../img/p.png?v=1#t", "../../../articles/img/p.png?v=1#t", "../../articles/img/p.png?v=1#t"),
        ("../../film.mp4", "../../../film.mp4", "../../film.mp4"),
        ("../../other/", "../../other/", "../../other/"),
        ("../../", "../../", "../../"),
        ("../missing.png", "../../../articles/missing.png", "../../articles/missing.png"),
        ("../../../site/", "../../../../site/", "../../../site/"),
        ("../../../../far.png", "../../../../../far.png", "../../../../far.png"),
        ("#part", "#part", "../../articles/read/#part"),
        ("#", "#", "#"),
        ("/img/p.png", "/img/p.png", "/img/p.png"),
        ("https://example.org/p.png", "https://example.org/p.png", "https://example.org/p.png"),
        ("data:image/png;base64,AAAA", "data:image/png;base64,AAAA", "data:image/png;base64,AAAA"),
        ("mailto:a@example.org", "mailto:a@example.org", "mailto:a@example.org"),
        ("http://[broken", "http://[broken", "http://[broken"),
        ("", "", ""),
    ],
)
def test_an_address_leads_where_it_was_written_to(written: str, copied: str, cut_out: str) -> None:
    assert lead_on("en/articles/read/", ["articles/read/"], PUBLISHED, is_copy=True)(written) == copied
    assert lead_on("checks/chk/", ["articles/read/"], PUBLISHED, is_part=True)(written) == cut_out


def test_on_a_page_in_its_own_place_only_what_leads_nowhere_is_tried_from_elsewhere() -> None:
    move = lead_on("articles/moved/deep/", ["articles/read/"], PUBLISHED)
    assert move("../img/p.png") == "../../img/p.png"
    assert move("../missing.png") == "../missing.png"


def test_without_directories_and_at_the_root() -> None:
    published = {"a.html", "img/p.png", "en/a.html"}
    assert lead_on("en/a.html", ["a.html"], published, is_copy=True)("img/p.png") == "../img/p.png"
    assert lead_on("en/a.html", ["a.html"], published, is_copy=True)("a.html") == "a.html"
    assert lead_on("x/", ["."], {"p.png"})("p.png") == "../p.png"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<img src="a" alt="src=b">', '<img src="M:a" alt="src=b">'),
        ("<IMG alt='x' SRC='a'>", "<IMG alt='x' SRC='M:a'>"),
        ("<img src=a>", "<img src=M:a>"),
        ('<a title="x > y" href="a?b&amp;c">x</a>', '<a title="x > y" href="M:a?b&amp;c">x</a>'),
        ('<img srcset="a 1x, b 2x,c 3x">', '<img srcset="M:a 1x, M:b 2x,M:c 3x">'),
        ('<video poster="a"><source src="b"></video>', '<video poster="M:a"><source src="M:b"></video>'),
        (
            '<svg><use href="#a"></use><use href="b#a"></use></svg>',
            '<svg><use href="#a"></use><use href="M:b#a"></use></svg>',
        ),
        ('<object data="a"></object>', '<object data="M:a"></object>'),
        ('<div data-src="a" data="b">src="c"</div>', '<div data-src="a" data="b">src="c"</div>'),
        ('<!-- <img src="a"> -->', '<!-- <img src="a"> -->'),
        ('<script src="a">x = \'<img src="b">\'</script>', '<script src="M:a">x = \'<img src="b">\'</script>'),
        ('<code>&lt;img src="a"&gt;</code>', '<code>&lt;img src="a"&gt;</code>'),
    ],
)
def test_only_addresses_are_moved(html: str, expected: str) -> None:
    assert moved(html, lambda address: f"M:{address}") == expected
