"""Titles as text: HTML without elements for templates, and words for everything else."""

from __future__ import annotations

from html import escape, unescape

import pytest
from jinja2 import Environment
from lxml import html

from mkdocs_foundation.templates.titles import TextHtml, as_html, head_of, in_menu, plain, with_safe_head
from mkdocs_foundation.templates.titles import words as words_of


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Trust", "Trust"),
        ("A <b>bold</b> move", "A <b>bold</b> move"),
        ("Line<br/>break", "Line<br/>break"),
        ("R&D, R&amp;D", "R&D, R&D"),
        ('*stars*, `ticks` and "marks"', '*stars*, `ticks` and "marks"'),
        ("if a < b and b > c", "if a < b and b > c"),
        ("List<String>", "List<String>"),
        ("&lt;b&gt; from a heading", "<b> from a heading"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ('<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'),
        ("</title><svg onload=alert(1)>", "</title><svg onload=alert(1)>"),
        ("<b onclick='alert(1)'>x</b>", "<b onclick='alert(1)'>x</b>"),
        ("<<b>script>alert(1)</script>", "<<b>script>alert(1)</script>"),
    ],
)
def test_a_title_is_shown_as_its_words(written: str, words: str) -> None:
    shown = as_html(written)
    assert (html.fromstring(f"<p>{shown}</p>").text_content(), len(html.fromstring(f"<p>{shown}</p>"))) == (words, 0)
    assert words_of(written) == plain(shown) == words
    assert as_html(shown) == shown
    assert '"' not in shown


def test_a_title_without_signs_stays_the_same_object() -> None:
    for written in ("R&amp;D", "R&D"):
        assert as_html(written) is written


def test_a_menu_keeps_formatting_and_nothing_else() -> None:
    for written in ("Plain", "H<sub>2</sub>O", '<span class="new">New</span>'):
        assert in_menu(written) is written
    assert plain("H<sub>2</sub>O") == "H2O"
    for written in ("<b onclick=a()>x</b>", "<b>x</b><script>a()</script>", '<a href="x">x</a>', "a < b"):
        assert in_menu(written) == as_html(written, "<>") != written


def test_templates_do_not_escape_a_second_time() -> None:
    shown = as_html("<x>")
    assert isinstance(shown, TextHtml)
    template = Environment(autoescape=False).from_string("{{ t }} {{ t | e }}")
    assert template.render(t=shown) == "&lt;x&gt; &lt;x&gt;"
    assert Environment(autoescape=True).from_string("{{ t }}").render(t=shown) == "&lt;x&gt;"


@pytest.mark.parametrize("title", ["A <x> & c", "R&D", "Q&", "</title><script>1</script></head>"])
def test_a_theme_that_does_not_escape_is_corrected_once(title: str) -> None:
    description = 'On "us" & <you>'
    given = as_html(title, "<>")
    for form in (given, plain(given)):
        meta = f'<meta content="{as_html(description)}">'
        page = f"<html><head><title>{form} - Test</title>{meta}</head><body></body></html>"
        safe = with_safe_head(page, given, as_html(description))
        assert f"<title>{escape(title, quote=False)} - Test</title>" in safe
        assert f'content="{escape(description)}"' in safe
        assert with_safe_head(safe, given, as_html(description)) == safe
    assert unescape(as_html(description)) == description


@pytest.mark.parametrize(
    ("page", "head"),
    [
        ("<html><HEAD lang=en>x</head ><body></head>", "<HEAD lang=en>x</head >"),
        ("<html><header></header></head>", ""),
        ("<html><head><body>", ""),
    ],
)
def test_a_page_is_taken_apart_at_its_head(page: str, head: str) -> None:
    parts = head_of(page)
    assert (parts[1], "".join(parts)) == (head, page)
