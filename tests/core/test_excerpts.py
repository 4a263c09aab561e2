"""A post in a list, made of the HTML of its page."""

from __future__ import annotations

import posixpath

import pytest

from mkdocs_multilingual.blog.excerpts import Cut, Headings, Place, cut, in_list


def relative(url: str, other: str) -> str:
    """What MkDocs does for addresses of folders."""
    found = posixpath.relpath(f"/{url}", f"/{other}")
    return f"{found}/" if url.endswith("/") else found


PLACE = Place("blog/queue/", "blog/category/words/", relative)


def shown(html: str, headings: Headings | None = None) -> str:
    return in_list(html, "Title", "title", PLACE, headings or Headings())


@pytest.mark.parametrize(
    ("link", "moved"),
    [
        ("#part", "../../queue/#part"),
        ("?a=1", "../../queue/?a=1"),
        ("", "../../queue/"),
        ("./", "../../queue/"),
        ("../other/#x", "../../other/#x"),
        ("../../", "../../../"),
        ("../../a/b.png?x=1", "../../../a/b.png?x=1"),
        ("/blog/", "/blog/"),
        ("//example.org/x", "//example.org/x"),
        ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&amp;b=2"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("&#109;&#97;&#105;&#108;&#116;&#111;&#58;a", "&#109;&#97;&#105;&#108;&#116;&#111;&#58;a"),
    ],
)
def test_links_lead_where_they_led_from_the_post(link: str, moved: str) -> None:
    html = f'<h1 id="a">A</h1>\n<p><a class="x" href="{link}">x</a></p>'
    assert shown(html).split("\n")[1] == f'<p><a class="x" href="{moved}">x</a></p>'


def test_a_post_at_the_root_of_the_site_and_a_list_there() -> None:
    html = '<h1 id="a">A</h1><a href="blog/">x</a><a href="#p">y</a>'
    assert in_list(html, "A", "a", Place("", "blog/", relative), Headings()) == (
        '<h2 id="a"><a class="toclink" href="../">A</a></h2><a href="./">x</a><a href="../#p">y</a>'
    )
    html = '<h1 id="a">A</h1><a href="../c/">x</a>'
    assert in_list(html, "A", "a", Place("b/", "", relative), Headings()) == (
        '<h2 id="a"><a class="toclink" href="b/">A</a></h2><a href="c/">x</a>'
    )


def test_headings_are_a_level_lower_and_lead_to_the_post() -> None:
    html = '<h1 class="x" id="a">A <em>b</em></h1>\n<h2 id="c&amp;d">C</h2>\n<h6 id="e">E</h6>\n<h3>F</h3>'
    assert shown(html).split("\n") == [
        '<h2 class="x" id="a"><a class="toclink" href="../../queue/">A <em>b</em></a></h2>',
        '<h3 id="c&amp;d"><a class="toclink" href="../../queue/#c&amp;d">C</a></h3>',
        '<h6 id="e"><a class="toclink" href="../../queue/#e">E</a></h6>',
        "<h4>F</h4>",
    ]


def test_permalinks_are_left_out_and_headings_that_are_links_stay_one() -> None:
    html = '<h1 id="a">A<a class="headerlink" href="#a" title="Permanent link">&para;</a></h1>'
    assert shown(html) == '<h2 id="a"><a class="toclink" href="../../queue/">A</a></h2>'
    html = '<h1 id="a"><a class="self" href="#a">A</a></h1>'
    assert shown(html, Headings(link_class="self")) == '<h2 id="a"><a class="self" href="../../queue/">A</a></h2>'


def test_a_post_whose_title_is_a_setting_gets_a_heading() -> None:
    assert shown("<p>Text</p>") == '<h2 id="title"><a class="toclink" href="../../queue/">Title</a></h2>\n<p>Text</p>'
    assert shown("<h2 id='x'>Part</h2>").startswith('<h2 id="title">')


def test_a_site_whose_headings_begin_a_level_lower() -> None:
    assert shown('<h2 id="a">A</h2><h3 id="b">B</h3>', Headings(level=2)) == (
        '<h2 id="a"><a class="toclink" href="../../queue/">A</a></h2>'
        '<h3 id="b"><a class="toclink" href="../../queue/#b">B</a></h3>'
    )


@pytest.mark.parametrize(
    "html",
    [
        '<!-- <a href="#x"> <h2 id="y">Y</h2> -->',
        "<script>let a = '<a href=\"#x\">';</script>",
        "<style>a > b { content: '<h2>' }</style>",
        '<svg><use href="#icon"></use></svg>',
        '<div data-src="x.png" title="a > b"></div>',
        '<code>&lt;a href="#x"&gt;</code> 3 < 4',
    ],
)
def test_what_is_no_link_stays_as_it_is(html: str) -> None:
    title = '<h1 id="a">A</h1>'
    assert shown(title + html).removeprefix('<h2 id="a"><a class="toclink" href="../../queue/">A</a></h2>') == html


def test_pictures_and_films_are_found_from_the_list() -> None:
    html = '<h1 id="a">A</h1><img alt="" src="x.png"><video src="v.mp4" poster="p.png"></video>'
    assert shown(html).split("</h2>")[1] == (
        '<img alt="" src="../../queue/x.png"><video src="../../queue/v.mp4" poster="../../queue/p.png"></video>'
    )


def test_a_post_is_cut_at_the_first_separator() -> None:
    assert cut("<p>a</p>\n<!-- more -->\n<p>b</p><!-- more -->", "<!-- more -->") == Cut(
        "<p>a</p>\n", "\n<p>b</p><!-- more -->"
    )
    assert cut("<p>a</p>", "<!-- more -->") == Cut("<p>a</p>")


def test_elements_that_are_open_at_the_separator_are_closed_and_opened_again() -> None:
    html = '<div class="a"><p>x<br>y <img src="i"/></p><ul><li>b<hr />|</li></ul></div>'
    assert cut(html, "|") == Cut(
        '<div class="a"><p>x<br>y <img src="i"/></p><ul><li>b<hr /></li></ul></div>',
        '<div class="a"><ul><li></li></ul></div>',
    )


def test_html_that_is_not_closed_takes_no_time() -> None:
    html = '<h1 id="a">A</h1>' + '<a href="' * 400 + "<h2 " * 400
    assert shown(html)
