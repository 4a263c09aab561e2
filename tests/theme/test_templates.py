"""What this site's templates show around a text, on the contents of the fixture."""

from __future__ import annotations

import re

from tests.addresses import LANGUAGES
from tests.built import BuiltSite


def test_an_article_says_what_it_is_about_and_who_signs_it(site: BuiltSite) -> None:
    signed = {"da": "Redaktionen", "sv": "Redaktionen", "nb": "Redaksjonen", "en": "The editorial desk"}
    for language, author in signed.items():
        (head,) = site.made_of(f"{language}/articles/bad-service-is-culture.md").tree.xpath("//h1/following::p[1]")
        assert head.get("class") == "sk-head"
        assert author in head.text_content()
        assert re.search(r"\d+[ -]min", head.text_content())


def test_on_paper_an_article_says_where_its_links_lead(site: BuiltSite) -> None:
    page = site.made_of("en/articles/bad-service-is-culture.md")
    notes = page.tree.xpath("//sup[@class='sk-note']/text()")
    addresses = page.tree.xpath("//*[@class='sk-addresses']//li/text()")
    assert {int(n) for n in notes} == set(range(1, len(addresses) + 1))
    assert all(address.startswith((site.url, "https://")) for address in addresses)


def test_the_home_page_has_one_step_to_a_self_assessment_for_each_part(site: BuiltSite) -> None:
    for language in LANGUAGES:
        home = site.made_of(f"{language}/index.md")
        cards = home.tree.xpath("//h2[@id='start-here']/following-sibling::ul[1]/li")
        assert len(cards) == 4
        reached = [home.leads(str(card.xpath("string(.//a/@href)"))) for card in cards]
        tests = {p.address for p in site.pages if p.language == language and p.assessment}
        assert set(reached) <= tests
        assert len(set(reached)) == 4
        assert home.tree.xpath("//h2/@id") == ["start-here", "topics", "new-posts", "how-it-works"]


def test_articles_and_self_assessments_lead_to_each_other(site: BuiltSite) -> None:
    for language in LANGUAGES:
        tests = {str(p.assessment): p.address for p in site.pages if p.language == language and p.assessment}
        for article, assessment in {
            "reading-the-situation": "situation-variables",
            "bad-service-is-culture": "service-culture",
        }.items():
            page = site.made_of(f"{language}/articles/{article}.md")
            cards = page.tree.xpath("//*[contains(concat(' ', @class, ' '), ' sa-card ')]//a/@href")
            assert tests[assessment] in {page.leads(str(card)) for card in cards}
