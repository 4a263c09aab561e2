"""Paragraphs and lines are read quicker, and as Python-Markdown reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor
from markdown.treeprocessors import InlineProcessor

from mkdocs_foundation.glue.markdown import inline
from mkdocs_foundation.glue.markdown.extension import QuickMarkdown

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
    *(
        "\n=",
        "\n---",
        "\n| - |",
        "***",
        "1. ",
        "\n: ",
        "\n> ",
        "!!! a\n",
        "??? a\n",
        "```",
        "*[a]: b\n",
        "ø",
        "1a",
        "\t",
    ),
]
EXTENSIONS: list[Any] = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists", "tables"),
    *("pymdownx.details", "pymdownx.inlinehilite", "pymdownx.superfences", "pymdownx.tilde"),
]


def html(text: str, *more: Any) -> str:
    return Markdown(extensions=[*EXTENSIONS, *more]).convert(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_becomes_the_same_html(text: str) -> None:
    assert html(text, QuickMarkdown()) == html(text)


def test_the_pages_of_the_fixture_become_the_same_html() -> None:
    pages = [path.read_text("utf-8") for path in sorted(Path(__file__).parents[1].glob("fixtures/**/*.md"))]
    assert pages, "no page was found"
    assert [html(page, QuickMarkdown()) for page in pages] == [html(page) for page in pages]


def test_it_takes_the_place_of_python_markdowns_own_and_of_no_other() -> None:
    for name in (inline.APPLY, inline.HANDLE):
        assert hasattr(InlineProcessor, name), f"Python-Markdown has another name for {name}: glue/markdown/inline.py"
    md = Markdown(extensions=[QuickMarkdown()])
    assert type(md.treeprocessors["inline"]) is not InlineProcessor
    plain = Markdown()
    unknown = [p for p in plain.inlinePatterns if not inline.signs(p)[0]]
    assert not unknown, "Python-Markdown has other patterns: glue/markdown/inline.py"

    class Other(InlineProcessor):
        pass

    plain.treeprocessors.register(Other(plain), "inline", 20)
    plain.registerExtensions([QuickMarkdown()], {})
    assert type(plain.treeprocessors["inline"]) is Other


def test_prose_is_shown_to_processors_that_are_not_known_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loud(BlockProcessor):
        def test(self, parent: Element, block: str) -> bool:
            return block.startswith("loud")

        def run(self, parent: Element, blocks: list[str]) -> None:
            SubElement(parent, "strong").text = blocks.pop(0).upper()

    asked: list[str] = []

    def test(self: HashHeaderProcessor, parent: Element, block: str) -> bool:
        asked.append(block)
        return False

    monkeypatch.setattr(HashHeaderProcessor, "test", test)
    md = Markdown(extensions=[*EXTENSIONS, QuickMarkdown()])
    md.parser.blockprocessors.register(Loud(md.parser), "loud", 65)
    assert md.convert("loud\n\nquiet\nand *more*\n\n- **quiet**").startswith(
        "<strong>LOUD</strong><p>quiet\nand <em>more"
    )
    assert asked == ["- **quiet**"]
