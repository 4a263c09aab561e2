"""Lines are read quicker, and as Python-Markdown reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from mkdocs_foundation.glue import quick_inline
from mkdocs_foundation.glue.quick_inline import QuickInline

PIECES = [
    *(
        "a",
        "b c",
        "\n",
        "\n\n",
        "  \n",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "\\",
        "\\*",
        "\\`",
        "<",
        ">",
        "&",
        "&amp;",
        "~~",
    ),
    *("[", "]", "[a](b)", "[a][b]", "[b]: /c\n", "![a](b)", "![", "[^1]", "\n\n[^1]: d\n", "<b>", "</b>", "<!-- c -->"),
    *("<a@b.se>", "<https://a.se>", "http://a.se", "@", "://", '"', "# ", "- ", "    ", "(", ")", "{#id}", "{.k}", "|"),
]
EXTENSIONS: list[Any] = ["attr_list", "footnotes", "tables", "md_in_html", "pymdownx.tilde", "pymdownx.inlinehilite"]


def html(text: str, *more: Any) -> str:
    return Markdown(extensions=[*EXTENSIONS, *more]).convert(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_becomes_the_same_html(text: str) -> None:
    assert html(text, QuickInline()) == html(text)


def test_the_pages_of_the_fixture_become_the_same_html() -> None:
    pages = [path.read_text("utf-8") for path in sorted(Path(__file__).parents[1].glob("fixtures/**/*.md"))]
    assert pages, "no page was found"
    assert [html(page, QuickInline()) for page in pages] == [html(page) for page in pages]


def test_it_takes_the_place_of_python_markdowns_own_and_of_no_other() -> None:
    for name in (quick_inline.APPLY, quick_inline.HANDLE):
        assert hasattr(InlineProcessor, name), f"Python-Markdown has another name for {name}: glue/quick_inline.py"
    md = Markdown(extensions=[QuickInline()])
    assert type(md.treeprocessors["inline"]) is not InlineProcessor
    plain = Markdown()
    unknown = [p for p in plain.inlinePatterns if not quick_inline.sign(p)]
    assert len(unknown) <= 1, "Python-Markdown has other patterns: glue/quick_inline.py"

    class Other(InlineProcessor):
        pass

    plain.treeprocessors.register(Other(plain), "inline", 20)
    plain.registerExtensions([QuickInline()], {})
    assert type(plain.treeprocessors["inline"]) is Other
