"""What of a page goes into the index, where the search button goes, and that its scripts have their words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

import mkdocs_multilingual
from mkdocs_foundation.output.joining import join_modules
from mkdocs_multilingual import words
from mkdocs_multilingual.page_html import into_header
from mkdocs_multilingual.search.characters import apart, has_characters, together
from mkdocs_multilingual.search.compounds import as_written, jointed
from mkdocs_multilingual.search.documents import Entry, SearchKind, document, kind_of
from mkdocs_multilingual.search.vocabulary import Words, written

PACKAGE = Path(mkdocs_multilingual.__file__).parent
ENTRY = Entry("sv/a/index.html", "sv", "Tillit & <em>mod</em>", '<h1 id="a">Tillit</h1><p>Text</p>')


def test_a_document_says_its_language_and_holds_only_the_text() -> None:
    page = document(ENTRY)
    assert '<html lang="sv">' in page
    assert '<meta data-pagefind-meta="title[content]" content="Tillit &amp; mod">' in page
    assert '<main data-pagefind-body>\n<h1 id="a">Tillit</h1><p>Text</p>\n</main>' in page
    assert "data-pagefind-filter" not in page
    assert "description" not in page


def test_a_document_names_kind_topics_and_description() -> None:
    page = document(
        Entry("a.html", "da", "A", "<p>Tekst</p>", 'En "sætning"', SearchKind.ASSESSMENT, ("Kultur & mod", "Tillid"))
    )
    assert re.findall(r'data-pagefind-filter="(\w+)\[content\]" content="([^"]*)"', page) == [
        ("kind", "self-assessment"),
        ("topic", "Kultur &amp; mod"),
        ("topic", "Tillid"),
    ]
    assert 'data-pagefind-meta="description[content]" content="En &quot;sætning&quot;"' in page


def test_a_document_without_a_heading_gets_its_title_as_one() -> None:
    assert "<h1>Tillit &amp; mod</h1>" in document(Entry("a.html", "sv", ENTRY.title, "<p>Text</p>"))
    assert document(ENTRY).count("<h1") == 1


def test_statements_in_a_form_are_text_and_cells_are_separate_words() -> None:
    """Pagefind overlooks forms, and reads two cells without whitespace as one word."""
    html = '<form class="f"><legend>Vi svarer</legend></form><table><tr><th>Udsagn</th><th>Enig</th></tr></table>'
    page = document(Entry("a.html", "da", "A", html))
    assert '<div class="f"><legend>Vi svarer </legend></div>' in page
    assert "<th>Udsagn </th><th>Enig </th>" in page
    assert "form" not in page


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('delegere<sup id="r"><a class="footnote-ref" href="#fn:1">1</a></sup>.', "delegere."),
        ('vi<sup><a href="#a">2</a>, <a href="#b">3</a></sup> m<sup>2</sup>', "vi m<sup>2</sup>"),
        ('<a href="/x/">coache</a><sup class="note">4</sup>,', '<a href="/x/">coache</a>,'),
        ('Kilde. <a class="footnote-backref" href="#r" title="Op">↩</a>', "Kilde. "),
        ('<a role="doc-noteref" href="#n">[1]</a> <a href="#n">afsnit</a>', ' <a href="#n">afsnit</a>'),
    ],
)
def test_numbers_of_notes_are_no_part_of_a_word(html: str, text: str) -> None:
    assert f"<p>{text}</p>" in document(Entry("a.html", "da", "A", f"<p>{html}</p>"))


def test_words_are_those_that_may_be_meant_common_ones_first() -> None:
    assert Words("da").of("Åben, åben IT-afdeling! CPR2 l’été 访问 ग्राहकों ab kø") == {
        "åben", "afdeling", "cpr", "été", "ग्राहकों", "kø",
    }  # fmt: skip
    assert Words("tr").of("IŞIK İzmir") == {"ışık", "izmir"}
    assert written(Counter({"b": 9, "a": 3, "c": 1, "å": 2})) == "a b\nc å\n"


def test_letters_typed_as_two_characters_become_one() -> None:
    page = document(Entry("a.html", "da", "A", unicodedata.normalize("NFD", "<p>Når å er to tegn</p>")))
    assert "<p>Når å er to tegn</p>" in page


@pytest.mark.parametrize(
    ("html", "indexed"),
    [
        ("使用<b>TLS</b>协议", "使 用 <b>TLS</b> 协 议"),
        ("脆弱\n性、<a title='脆弱性'>v2版</a>", "脆 弱\n 性、<a title='脆弱性'>v2 版 </a>"),
        ("암호화 데이터", "암호화 데이터"),
        ("l’<em>eau</em> d&rsquo;été", "l':/:<em>eau</em> d':/:été"),
    ],
)
def test_words_without_spaces_and_joints_are_taken_apart(html: str, indexed: str) -> None:
    page = document(Entry("a.html", "da", "A", f"<p>{html}</p>"))
    body = page.partition("<main data-pagefind-body>")[2]
    assert re.sub(" +", " ", body.partition("<p>")[2].partition("</p>")[0]).strip() == indexed


@pytest.mark.parametrize(
    "text",
    [
        "使用 TLS 协议。数据 加密「访问」",
        "การเข้ารหัส ข้อมูล",
        "デ バ",
        "l’eau, והבית והמורים דו־שיח کتاب‌ها a–b c—d e‑f g‐h",
    ],
)
def test_readers_see_the_text_as_it_is_on_the_page(text: str) -> None:
    indexed = " ".join(apart(jointed(text)).split())
    assert indexed != text
    assert as_written(together(indexed, "")) == text


def test_scripts_and_index_take_the_same_characters_apart() -> None:
    script = (PACKAGE / "assets/search/characters.js").read_text("utf-8")
    ranges = re.findall(r"\\u\{?([0-9a-f]{4,5})\}?-\\u\{?([0-9a-f]{4,5})", script.split("const VOWEL")[0])
    assert len(ranges) > 10
    for first, last in ranges:
        for code in (int(first, 16), int(last, 16)):
            char = chr(code)
            assert has_characters(char)
        before, after = chr(int(first, 16) - 1), chr(min(int(last, 16) + 1, 0x10FFFF))
        outside = [c for c in (before, after) if not any(int(a, 16) <= ord(c) <= int(b, 16) for a, b in ranges)]
        assert not any(has_characters(c) for c in outside)


@pytest.mark.parametrize(
    ("key", "settings", "plugin", "kind"),
    [
        ("articles/trust.md", {"topics": ["culture"]}, "", SearchKind.ARTICLE),
        ("articles/trust.md", {"date": "2026-03-01"}, "", SearchKind.ARTICLE),
        ("tools/agreement-card.md", {"tags": ["Conversations"], "topics": []}, "", None),
        ("blog/posts/trust.md", {"date": "2026-03-01"}, "post", SearchKind.POST),
        ("self-assessments/trust.md", {"topics": ["culture"]}, "self-assessment", SearchKind.ASSESSMENT),
        ("index.md", {"date": "2026-03-01"}, "", None),
        ("about.md", {"date": "2026-03-01"}, "", None),
        ("articles/index.md", {"topics": ["culture"]}, "", None),
        ("topics/culture.md", {"date": "2026-03-01"}, "", None),
    ],
)
def test_kinds(key: str, settings: dict[str, object], plugin: str, kind: SearchKind | None) -> None:
    assert kind_of(key, settings, is_post=plugin == "post", is_assessment=plugin == "self-assessment") is kind


HEADER = '<header><nav class="md-header__inner md-grid"><a>Logo</a>{more}</nav></header><nav>Tabs</nav>'


def test_the_button_is_the_last_in_materials_header_before_the_repository() -> None:
    marker = "<!-- here -->"
    assert into_header(HEADER.format(more=""), "BUTTON", marker) == HEADER.format(more="BUTTON\n")
    source = '<div class="md-header__source">Source</div>'
    assert into_header(HEADER.format(more=source), "BUTTON", marker) == HEADER.format(more=f"BUTTON\n{source}")


def test_a_sites_own_header_says_where_the_button_is_to_be() -> None:
    assert into_header("<header><!-- here --></header>", "BUTTON", "<!-- here -->") == "<header>BUTTON</header>"
    assert into_header("<header></header>", "BUTTON", "<!-- here -->") is None


def test_scripts_ask_for_words_that_exist_and_none_is_left_over() -> None:
    scripts = "".join(path.read_text("utf-8") for path in (PACKAGE / "assets/search").glob("*.js"))
    templates = "".join(path.read_text("utf-8") for path in (PACKAGE / "templates/search").glob("*.html"))
    used = set(re.findall(r"\bthis\.words\.([a-z]+)", scripts)) | set(
        re.findall(r't\("search\.([a-z-]+)"\)', templates)
    )
    used |= {"pages.one", "pages.other"} if "pages.other" in scripts else set()
    used |= {f"any-{name}" for name in re.findall(r'data-filter="(\w+)"', templates)}
    used |= {f"{table}.{kind.value}" for table in ("kinds", "kinds-many") for kind in SearchKind}
    assert used == set(words.load("en")[0].table("search"))


def test_the_loader_is_small() -> None:
    """It is on every page, whether the reader searches or not."""
    sources = {f"search/{p.name}": p.read_text("utf-8") for p in (PACKAGE / "assets/search").glob("*.js")}
    published, breaches = join_modules(sources, "search/search.js", ("pagefind/pagefind.js",))
    assert breaches == []
    assert len(published["search/search.js"].encode()) < 1800  # with its whitespace, which the build removes
    assert "pagefind" not in published["search/search.js"]
    assert 'import("../pagefind/pagefind.js")' in published["search/dialog.js"]
