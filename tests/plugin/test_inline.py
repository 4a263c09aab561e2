"""Texts within a line: the words as written, whatever they begin with, and nothing in them runs."""

from __future__ import annotations

import markdown
import pytest
from lxml import html

from mkdocs_self_assessment.inline import after, as_markdown, guarded, without_guards
from mkdocs_self_assessment.pages.fragments import compose, compose_section
from mkdocs_self_assessment.parsing import parse
from mkdocs_self_assessment.presenting.safe_html import safe

EXTENSIONS = [
    *("attr_list", "tables", "def_list", "md_in_html", "admonition", "footnotes", "abbr", "toc", "sane_lists"),
    *("pymdownx.superfences", "pymdownx.details", "pymdownx.tabbed", "pymdownx.blocks.admonition", "pymdownx.tasklist"),
    *("pymdownx.fancylists", "pymdownx.blocks.definition"),
]
BEGINNINGS = [
    *("1. The plan", "12) The plan", "1986. A year", "A. First", "iv. Fourth", "#1 priority", "# a", "###### a"),
    *("> 90 percent", "- minus", "+ plus", "* star", ": colon", "| a | b |", "===", "=== A tab", "--- dashes", "***"),
    *("[^1]: no note", "*[AB]: no abbreviation", "[r]: no link", "!!! note", "??? note", "/// note", "```py", "~~~"),
    *("$$ money", "[TOC]", "{: .c }", "[x] done", "90 percent", "(in brackets)", "“quoted”", "Words", "ى. أول"),
]


def rendered(text: str, *, as_item: bool = False) -> html.HtmlElement:
    written = f"Before.\n\n<!--one-->\n\n{'- ' if as_item else ''}{guarded(text)}\n\n<!--two-->\n\nAfter.\n"
    found = without_guards(markdown.markdown(written, extensions=EXTENSIONS))
    return html.fromstring(f"<div>{found.split('<!--one-->')[1].split('<!--two-->')[0]}</div>")


@pytest.mark.parametrize("text", BEGINNINGS)
def test_a_text_is_a_paragraph_with_the_words_as_written(text: str) -> None:
    (paragraph,) = rendered(text)
    assert (paragraph.tag, len(paragraph), paragraph.text_content()) == ("p", 0, text)
    (entry,) = rendered(text, as_item=True)[0]
    assert (entry.tag, len(entry), entry.text_content()) == ("li", 0, text)


def test_markup_within_a_text_stays_markup() -> None:
    assert [child.tag for child in rendered("> **bold**, `code` and [link](x.md)")[0]] == ["strong", "code", "a"]
    assert [child.tag for child in rendered("*em* and more")[0]] == ["em"]


def test_an_ordinary_text_is_left_alone() -> None:
    for text in ("Words.", "I am", "**Bold** words", "[Link](x.md) first", '"Quoted"', "Über alles", "كلمات", "言葉"):
        assert guarded(text) == text


def test_what_follows_bold_words_is_a_block_only_after_an_empty_line() -> None:
    assert without_guards(after("**0–40** ", "- a ")) == "- a"
    assert after("**0–40** ", "- a") != "- a"
    assert after("**0–40**\n", "- a") != "- a"
    assert after("**0–40**\n\n", "- a") == after("**0–40**", "\n\n- a") == "- a"


def test_a_title_from_the_settings_is_no_markdown() -> None:
    for title in ("*x* `y` _z_ [a](b) #", "<x> & C#", "{#id}"):
        found = markdown.markdown(f"# {as_markdown(title)}", extensions=["attr_list"])
        (heading,) = html.fromstring(f"<div>{found}</div>")
        assert (heading.tag, heading.attrib, heading.text_content()) == ("h1", {}, title)


CHECK = """---
title: Check
assessment: {id: check, scale: yes-no}
---
# Check

- [ ] 2. Second. {#a}

## Results {.results}

- **0–20** 1. Do this.
- **20–40** # Do that.
- **40–60**

    1. One.
    2. Two.

- **60–100** > Nothing.
"""


def test_statements_and_result_texts_are_composed_so() -> None:
    page, problems = parse(CHECK, "check.md")
    assert not problems
    found = markdown.markdown(compose(page.questionnaires[0]), extensions=EXTENSIONS)
    tree = html.fromstring(f"<div>{without_guards(found)}</div>")
    assert [p.text for p in tree.iter("p")] == ["2. Second.", "1. Do this.", "# Do that.", "> Nothing."]
    assert [li.text for li in tree.iter("li")] == ["One.", "Two."]
    body = CHECK.split("---\n")[2].replace("## Results", "### Results")
    article = "# A\n\n" + body.replace("# Check", "## Check {.assessment #check scale=yes-no}", 1)
    section = parse(article, "a.md")[0].questionnaires[0]
    tree = html.fromstring(f"<div>{without_guards(markdown.markdown(compose_section(section)))}</div>")
    assert [li.text for li in tree.iter("li")] == ["2. Second."]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain <b>x</b> &amp; <img src='a.png' alt=''>", "plain <b>x</b> &amp; <img src='a.png' alt=''>"),
        ("a <script>b < c</script> d", "a &lt;script&gt;b &lt; c&lt;/script&gt; d"),
        ('<iframe src="x"></iframe>', '&lt;iframe src="x"&gt;&lt;/iframe&gt;'),
        ('<img src=x onerror="a()">', '<img src="x">'),
        ("<svg/onload=a()><path d='M0'/></svg>", "<svg><path d='M0'/></svg>"),
        ('<a href="java\tscript:a()" title="t">x</a>', '<a title="t">x</a>'),
        ('<a href=" javascript:a()">x</a>', "<a>x</a>"),
        ('<a href="&#106;avascript:a()">x</a>', "<a>x</a>"),
        ("<a href='data:text/html,x'>x</a>", "<a>x</a>"),
        ('<script type="math/tex">a < b & c</script>', '<script type="math/tex">a < b & c</script>'),
        ("unfinished <img src=x onerror=a()", "unfinished &lt;img src=x onerror=a()"),
        ("&lt;script&gt; &#60; <i>x</i>", "&lt;script&gt; &#60; <i>x</i>"),
    ],
)
def test_html_of_a_text_runs_nothing(written: str, shown: str) -> None:
    assert safe(written) == shown
    assert safe(shown) == shown
