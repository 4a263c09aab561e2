"""What this site's templates show around a text, on the fixture site."""

from __future__ import annotations

import re
from importlib import import_module
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from tests.addresses import LANGUAGES
from tests.built import BuiltSite
from tests.sites import FIXTURE_FILES, ROOT


def test_an_article_shows_its_reading_time_and_author(site: BuiltSite) -> None:
    signed = {"da": "Redaktionen", "sv": "Redaktionen", "nb": "Redaksjonen", "en": "The editorial desk"}
    for language, author in signed.items():
        (head,) = site.page_of(f"{language}/articles/bad-service-is-culture.md").tree.xpath("//h1/following::p[1]")
        assert head.get("class") == "sk-head"
        assert author in head.text_content()
        assert re.search(r"\d+[ -]min", head.text_content())


def test_in_print_an_article_lists_the_addresses_of_its_links(site: BuiltSite) -> None:
    page = site.page_of("en/articles/bad-service-is-culture.md")
    notes = page.tree.xpath("//sup[@class='sk-note']/text()")
    addresses = page.tree.xpath("//*[@class='sk-addresses']//li/text()")
    assert {int(n) for n in notes} == set(range(1, len(addresses) + 1))
    assert all(address.startswith((site.url, "https://")) for address in addresses)


def test_the_home_page_has_a_card_with_a_self_assessment_for_each_role(site: BuiltSite) -> None:
    for language in LANGUAGES:
        home = site.page_of(f"{language}/index.md")
        cards = home.tree.xpath("//h2[@id='start-here']/following-sibling::ul[1]/li")
        assert len(cards) == 4
        reached = [home.target(str(card.xpath("string(.//a/@href)"))) for card in cards]
        tests = {p.address for p in site.pages if p.language == language and p.assessment}
        assert set(reached) <= tests
        assert len(set(reached)) == 4
        assert home.tree.xpath("//h2/@id") == ["start-here", "topics", "new-posts", "how-it-works"]


def test_articles_link_to_their_self_assessments(site: BuiltSite) -> None:
    for language in LANGUAGES:
        tests = {str(p.assessment): p.address for p in site.pages if p.language == language and p.assessment}
        for article, assessment in {
            "reading-the-situation": "situation-variables",
            "bad-service-is-culture": "service-culture",
        }.items():
            page = site.page_of(f"{language}/articles/{article}.md")
            cards = page.tree.xpath("//*[contains(concat(' ', @class, ' '), ' sa-card ')]//a/@href")
            assert tests[assessment] in {page.target(str(card)) for card in cards}
            steps = page.tree.xpath("//*[contains(concat(' ', @class, ' '), ' sa-card--test-yourself ')]")
            assert len(steps) <= 1
            assert not page.tree.xpath("//*[@class='ml-after']//*[@class='ml-list']")


def test_a_text_has_a_link_at_each_section_and_a_fold_with_all(site: BuiltSite) -> None:
    page = site.page_of("da/articles/bad-service-is-culture.md")
    sections = page.tree.xpath("//article//h2/@id")
    assert page.tree.xpath("//article//h2/a[@class='headerlink'][@aria-label]/@href") == [f"#{id}" for id in sections]
    assert page.tree.xpath("//details[@class='sk-contents']//a/@href") == [f"#{id}" for id in sections]


def test_the_menu_has_articles_in_the_order_of_their_overview(site: BuiltSite) -> None:
    for language in LANGUAGES:
        page = site.page_of(f"{language}/articles/index.md")
        cards = page.tree.xpath("//*[@class='sk-overview']/ul/li")
        listed = [page.target(str(card.xpath("string(./a/@href)"))) for card in cards]
        menu = page.tree.xpath("//*[@id='sk-menu']//li[a[@aria-current]]/ul/li/a/@href")
        assert [page.target(str(link)) for link in menu][: len(listed)] == listed
        assert all(re.search(r"\d", card.xpath("string(./*[@class='sk-overview__time'])")) for card in cards)
        assert page.tree.xpath("//*[@id='sk-menu']//li[@class='sk-menu-topic'][1]/@data-topic") == ["expertise"]


def test_who_publishes_the_site_is_reached_only_where_an_address_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "overrides")
    hook = import_module("hook")
    text = '<p>One.</p>\n<p>Two, <a href="contact:">write</a>.</p>\n<p>Three.</p>'
    shown = {
        contact: hook.on_page_content(text, None, SimpleNamespace(extra={"contact": contact}), None)
        for contact in ("", "mailto:a@example.org?subject=x&body=y")
    }
    assert list(shown.values()) == [
        "<p>One.</p>\n<p>Three.</p>",
        text.replace("contact:", "mailto:a@example.org?subject=x&amp;body=y"),
    ]


def test_a_topic_whose_text_is_in_another_language_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "overrides")
    hook = import_module("hook")
    env = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    env.filters |= {"url": str, "items": dict.items, "foreign": lambda file: hook._foreign(file, "sv")}
    hubs = {
        locale: SimpleNamespace(url="", title="", meta={}, file=SimpleNamespace(locale=locale))
        for locale in ("sv", "pt_BR")
    }
    topics = env.get_template("components/topics/topics.html").render(hubs=hubs)
    assert re.findall(r"<li[^>]*?(?: lang=\"(.*?)\")?>", topics) == ["", "pt-BR"]


def test_every_page_can_be_edited_and_a_generated_one_where_its_source_is(site: BuiltSite) -> None:
    edited = {page.address: page.tree.xpath("//a[@rel='edit']/@href") for page in site.pages}
    assert [address for address, links in edited.items() if len(links) != 1] == []
    docs = f"{FIXTURE_FILES}/edit/main/docs/"
    sources = {links[0].removeprefix(docs).partition("#L")[0] for links in edited.values()}
    assert {"da/index.md", "sv/blog/index.md", "nb/blog/.categories.yml", "en/blog/.authors.yml"} <= sources
    # The page of all results: the line of the option that asks for it.
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\n")
    lines = {link.partition("mkdocs.yml#L")[2] for links in edited.values() for link in links} - {""}
    assert {settings[int(line) - 1].split(":")[0].strip() for line in lines} == {"my_results"}


def test_the_indentation_of_templates_is_left_out_and_that_of_what_shows_it_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(ROOT / "overrides")
    hook = import_module("hook")
    kept = "<pre>\n  a\n\n  b</pre>", "<TEXTAREA>\n c</TEXTAREA>", "<script>\n  d\n</script>"
    output = "<p>\n\n   1\n  " + "\n  ".join(kept) + "\n <previous>\n  2\n <style>\n  3"
    assert hook.on_post_page(output, None, None) == "<p>\n1\n" + "\n".join(kept) + "\n<previous>\n2\n<style>\n3"
