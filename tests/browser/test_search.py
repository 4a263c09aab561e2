"""The search in a real browser: languages, forms of words, keyboard, filters, and what is fetched when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.axe import looks, violations
from tests.plugin.building import build_site
from tests.plugin.four_languages import FILES, build_four

from .windows import Open, opener

MANY = {f"da/articles/queue-{n}.md": f"---\ntopics: [queues]\n---\n# Kø {n}\n\nKøen er lang.\n" for n in range(8)}
MORE = {
    "da/topics/queues.md": "---\ntitle: Køer\n---\n# Køer\n",
    "da/topics/service.md": "# Den gode samtale\n",
    "da/articles/compounds.md": "# Kontakt\n\nEn e-mail til IT-afdelingen. Vi har on-call-vagter, CPR-numre, "
    "security-awareness og kunde/leverandør-aftaler.\n",
    "nb/articles/promises.md": "# Løfter\n\nFlere løfter.\n",
    "sv/articles/claims.md": "# Anspråk\n\nHöga anspråk.\n",
}
FETCHED = re.compile(r"/multilingual/(?:pagefind/|search/(?!search\.))")


@pytest.fixture(scope="module")
def four(served: tuple[Path, str]) -> str:
    """Address of a small site in four languages, without a template of its own."""
    folder, origin = served
    url = f"{origin}/four/site/"
    built = build_four(folder / "four", {**FILES, **MANY, **MORE}, multilingual={"search": True}, site_url=url)
    assert built.messages == []
    return url


@pytest.fixture
def open_four(four: str, new_page: Callable[[], Page], errors: list[str]) -> Iterator[Open]:
    """Open a page by its path within that site."""
    with opener(four, new_page, errors) as open_:
        yield open_


def field(page: Page) -> Locator:
    """The input field of the query."""
    return page.locator(".ml-search__query")


def status(page: Page) -> Locator:
    """The status that screen readers announce."""
    return page.get_by_role("dialog").get_by_role("status")


def look_for(page: Page, query: str) -> list[str]:
    """Search and wait; the addresses of the hits."""
    if not page.locator(".ml-search[open]").count():
        page.keyboard.press("Control+k")
    field(page).fill(query)
    expect(status(page)).to_contain_text(re.compile(f"[»”«“]{query}"))
    return [str(a.get_attribute("href")) for a in page.locator(".ml-search__title").all()]


def test_nothing_is_fetched_before_a_reader_reaches_for_it(tab: Page, open_four: Open) -> None:
    requested: list[str] = []
    tab.on("request", lambda request: requested.append(request.url) if FETCHED.search(request.url) else None)
    page = open_four("articles/", tab)
    page.wait_for_load_state("networkidle")
    assert requested == []
    page.get_by_role("button", name="Søg").click()
    look_for(page, "ansvar")
    names = " ".join(requested)
    assert "wasm.da.pagefind" in names
    assert not re.search(r"wasm\.(?!da)|/(?:sv|nb|en)_|worker", names)


def test_a_form_of_a_word_finds_the_others(open_four: Open) -> None:
    page = open_four("")
    found = [look_for(page, query) for query in ("ansvar", "ansvaret", "ansvarets")]
    assert len(found[0]) == 3
    assert [sorted(hits) for hits in found] == [sorted(found[0])] * 3
    assert set(page.locator(".ml-search__excerpt mark").all_inner_texts()) <= {"ansvar", "ansvarets", "Ansvaret"}
    open_four("nb/", page)
    assert sorted(look_for(page, "løftene")) == sorted(look_for(page, "løfters"))
    assert len(look_for(page, "løftet")) == 2


def test_only_the_readers_language(open_four: Open) -> None:
    page = open_four("")
    assert look_for(page, "søvn") == ["/four/site/blog/når-telefonen-ringer-om-natten/"]
    open_four("nb/", page)
    assert look_for(page, "søvn") == ["/four/site/nb/blog/når-telefonen-ringer-om-natten/"]
    open_four("en/", page)
    assert look_for(page, "søvn") == []
    expect(status(page)).to_have_text("No pages about “søvn”. Try another word, or use the overview.")
    expect(page.get_by_role("dialog").get_by_role("link", name="Overview of topics and articles")).to_be_visible()


def test_other_letters_and_typing_errors(open_four: Open) -> None:
    page = open_four("")
    page.keyboard.press("Control+k")
    for typed in ("sovn", "soevn", "sövn"):
        field(page).fill(typed)
        expect(status(page)).to_have_text("1 side om »søvn«")
    assert len(look_for(page, "asnvar")) == 3
    expect(status(page)).to_have_text("Ingen sider om »asnvar«. Mente du »ansvar«?")
    page.get_by_role("option", name="ansvar", exact=True).click()
    expect(field(page)).to_have_value("ansvar")
    expect(status(page)).to_have_text("3 sider om »ansvar«")
    field(page).fill(unicodedata.normalize("NFD", "blåbær"))
    expect(status(page)).to_have_text("1 side om »blåbær«")
    open_four("sv/", page)
    assert look_for(page, "anspråk") == ["/four/site/sv/articles/claims/"]
    field(page).fill("ansprak")
    expect(status(page)).to_have_text("1 sida om ”anspråk”")
    assert len(look_for(page, "søvn")) == 1
    expect(status(page)).to_have_text("Inga sidor om ”søvn”. Menade du ”sömn”?")


def test_pages_to_begin_with_while_nothing_is_typed_and_where_nothing_is_found(open_four: Open) -> None:
    page = open_four("sv/")
    page.keyboard.press("/")
    starts = page.get_by_role("list", name="Bra ställen att börja på")
    expect(starts.get_by_role("link")).to_have_count(3)
    look_for(page, "anspråk")
    expect(starts).to_be_hidden()
    look_for(page, "qxzz")
    starts.get_by_role("link").first.click()
    page.wait_for_url(re.compile("/four/site/sv/[a-z-]+/$"))


def test_each_part_of_a_compound_is_found(open_four: Open) -> None:
    page = open_four("")
    parts = ("mail", "e-mail", "afdeling", "it-afdelingen", "vagt", "numre", "awareness", "leverandør", "leverand")
    page_of_all = ["/four/site/articles/compounds/"]
    assert {part: look_for(page, part) for part in parts} == dict.fromkeys(parts, page_of_all)
    expect(page.locator(".ml-search__excerpt mark")).to_have_text(["kunde/leverandør-aftaler"])


def test_a_word_that_is_nowhere_is_reported_and_the_rest_is_searched_for(open_four: Open) -> None:
    page = open_four("")
    assert look_for(page, "qxzz") == []
    assert len(look_for(page, "ansvar qxzz")) == 3
    expect(status(page)).to_have_text("Ingen sider om »ansvar qxzz«. Her er, hvad der er om »ansvar«.")


def test_filters_show_how_many_pages_they_have(open_four: Open) -> None:
    page = open_four("")
    assert len(look_for(page, "kø")) == 5
    kind, topic = (page.get_by_role("combobox", name=name) for name in ("Slags", "Emne"))
    assert topic.locator("option").all_inner_texts() == ["Alle emner (9)", "Køer (8)"]
    assert kind.locator("option").all_inner_texts() == ["Alle slags (9)", "Artikler (8)"]
    topic.select_option("Køer")
    expect(status(page)).to_have_text("8 sider om »kø«")
    assert kind.locator("option").all_inner_texts() == ["Alle slags (8)", "Artikler (8)"]
    look_for(page, "ansvar")
    expect(status(page)).to_have_text("Ingen sider om »ansvar« med det valgte. Vælg alle slags og alle emner.")
    topic.select_option("")
    kind.select_option("self-assessment")
    expect(status(page)).to_have_text("1 side om »ansvar«")


def test_more_hits_take_the_focus(open_four: Open) -> None:
    page = open_four("")
    look_for(page, "kø")
    page.get_by_role("button", name="Vis flere").click()
    expect(page.locator(".ml-search__hit")).to_have_count(9)
    expect(page.locator(".ml-search__title").nth(5)).to_be_focused()
    expect(page.get_by_role("button", name="Vis flere")).to_be_hidden()


def test_whole_by_keyboard(open_four: Open) -> None:
    page = open_four("")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("ansv")
    options = page.get_by_role("listbox", name="Forslag").get_by_role("option")
    expect(options).to_have_text(["ansvar", "ansvarets", "ansvaret"])
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(field(page)).to_have_attribute("aria-activedescendant", "ml-search-suggestion-0")
    page.keyboard.press("Enter")
    expect(field(page)).to_have_value("ansvar")
    expect(status(page)).to_have_text("3 sider om »ansvar«")
    page.keyboard.press("Enter")
    expect(page.locator(".ml-search__title").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_from_right_to_left_in_one_language_under_instant_navigation(
    served: tuple[Path, str], new_page: Callable[[], Page], errors: list[str]
) -> None:
    folder, origin = served
    url = f"{origin}/arabic/1.2/site/"
    theme = {"name": "material", "font": False, "language": "ar", "features": ["navigation.instant"]}
    files = {"index.md": "# الرئيسية\n\nهذا الكتاب من API\n", "a.md": "# خدمة\n\nوالكتاب. 访问控制策略\n"}
    built = build_site(
        folder / "arabic/1.2", files, languages=(), use_directory_urls=False, site_url=url,
        multilingual={"search": True}, settings={"theme": theme},
    )  # fmt: skip
    assert built.messages == []
    with opener(url, new_page, errors) as open_:
        page = open_("index.html")
        page.keyboard.press("Control+k")
        dialog = page.get_by_role("dialog")
        field(page).fill("API")
        expect(status(page).locator("bdi")).to_have_text("API")
        assert dialog.get_attribute("dir") == dialog.locator("ol").get_attribute("dir") == "rtl"
        field(page).fill("访问控制")
        expect(dialog.locator("mark")).to_have_text("访问控制")
        field(page).fill("الكتاب")
        expect(page.locator(".ml-search__hit")).to_have_count(2)
        page.get_by_role("link", name="خدمة", exact=True).last.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("خدمة")
        expect(page.locator(".ml-search[open]")).to_have_count(0)
        assert page.url == f"{url}a.html"


def test_no_key_is_a_trap(open_four: Open) -> None:
    page = open_four("self-assessments/trust/")
    page.get_by_role("radio").first.focus()
    page.keyboard.press("/")
    expect(page.locator(".ml-search")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()
    field(page).press_sequentially("a/b")
    expect(field(page)).to_have_value("a/b")
    page.keyboard.press("Escape")
    expect(page.get_by_role("radio").first).to_be_focused()


def test_the_single_key_can_be_switched_off(open_four: Open) -> None:
    page = open_four("")
    page.keyboard.press("/")
    page.get_by_label("Tasten / åbner søgningen").uncheck()
    page.keyboard.press("Escape")
    open_four("articles/", page)
    page.keyboard.press("/")
    page.keyboard.press("Control+k")
    expect(field(page)).to_have_value("")
    page.get_by_label("Tasten / åbner søgningen").check()
    assert page.evaluate("localStorage.getItem('multilingual:/servicekompas/:slash')") is None


def test_the_way_back_leads_to_the_hits(open_four: Open) -> None:
    page = open_four("articles/")
    page.get_by_role("button", name="Søg").click()
    look_for(page, "søvn")
    page.get_by_role("link", name="Når telefonen ringer om natten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Når telefonen ringer om natten")
    page.go_back()
    assert "?" not in page.url
    expect(status(page)).to_have_text("1 side om »søvn«")
    page.get_by_role("button", name="Luk søgningen").click()
    page.reload()
    expect(page.locator(".ml-search-entry button")).to_be_visible()
    expect(page.locator(".ml-search")).to_have_count(0)


def test_an_address_can_hold_a_query(open_four: Open) -> None:
    page = open_four("?q=%C3%A5bningstider")
    expect(status(page)).to_have_text("1 side om »åbningstider«")
    page.get_by_role("button", name="Luk søgningen").click()
    expect(page).to_have_url(re.compile("/site/$"))


def test_a_search_that_fails_says_so_and_shows_a_way_out(tab: Page, open_four: Open) -> None:
    offline = False
    tab.route(FETCHED, lambda route: route.abort() if offline else route.continue_())
    page = open_four("", tab)
    look_for(page, "qxzz")
    offline = True
    field(page).fill("ansvar")
    expect(status(page)).to_contain_text("Søgningen virker ikke lige nu.")
    offline = False
    assert len(look_for(page, "ansvaret")) == 3
    offline = True
    field(page).fill("skål")
    expect(status(page)).to_contain_text("Søgningen virker ikke lige nu.")
    offline = False
    page.get_by_role("link", name="Oversigt over emner og artikler").click()
    expect(page).to_have_url(re.compile("/articles/"))


def test_without_the_dialog_the_button_is_a_link(tab: Page, open_four: Open) -> None:
    tab.route("**/search/da.json", lambda route: route.abort())
    page = open_four("", tab)
    page.get_by_role("button", name="Søg").click()
    expect(page).to_have_url(re.compile("/articles/$"))


def test_without_javascript_there_is_a_link_to_the_overview(plain: Page, site: str) -> None:
    plain.goto(f"{site}sv/")
    expect(plain.locator(".ml-search-entry button")).to_be_hidden()
    plain.get_by_role("link", name="Översikt över ämnen och artiklar").click()
    expect(plain).to_have_url(re.compile(r"/sv/(?:topics|%C3%A4mnen|articles|artiklar)/$"))


def test_axe_finds_nothing(open_page: Open) -> None:
    page = open_page("sv/")
    page.locator(".ml-search-entry button").click()
    for look in looks(page):
        assert violations(page) == [], look
    look_for(page, "service")
    expect(page.locator(".ml-search__hit")).to_have_count(5)
    page.keyboard.press("ArrowDown")
    for look in looks(page):
        assert violations(page, ".ml-search") == [], look
    field(page).fill("qxzz")
    expect(page.locator(".ml-search__way-out")).to_be_visible()
    for look in looks(page):
        assert violations(page, ".ml-search") == [], look


def test_targets_are_large_enough_for_a_thumb(touched_page: Page, site: str) -> None:
    page = touched_page
    page.goto(f"{site}sv/")
    button = page.locator(".ml-search-entry button")
    sizes = {"button": button.bounding_box()}
    button.click()
    look_for(page, "service")
    expect(page.locator(".ml-search__more")).to_be_visible()
    targets = page.locator(".ml-search :is(button, input, select, a, [role=option]):visible").all()
    assert len(targets) > 15
    sizes |= {target.evaluate("e => e.outerHTML.slice(0, 90)"): target.bounding_box() for target in targets}
    small = {name: box for name, box in sizes.items() if box and min(box["width"], box["height"]) < 43.9}
    assert small == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
