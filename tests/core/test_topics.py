"""Topics: what belongs to which, in which order, and what to read next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources import pages as source_pages
from mkdocs_multilingual import checking, words
from mkdocs_multilingual.rendering import Renderer
from mkdocs_multilingual.topics import membership
from mkdocs_multilingual.topics.lists import Lists
from mkdocs_multilingual.topics.topic_pages import Entry, HubSection, Topic, TopicPages

SITE = Site({locale: Language(locale, locale) for locale in ("da", "sv")})


def entry(
    name: str, *topics: str, kind: HubSection = HubSection.ARTICLE, lang: str = "", day: date | None = None
) -> Entry:
    return Entry(f"{name}.md", f"{name}/", name.capitalize(), f"Om {name}.", kind, topics or ("a",), lang, day)


TOPICS = (Topic("a", "topics/a/", "Alfa", "Om alfa."), Topic("b", "topics/b/", "Beta", "", "da"))


def problems_in(sources: dict[str, str]) -> list[str]:
    read, _ = source_pages.read(sources.items(), SITE)
    return [f"{p.location} {p.found}: {p.remedy}" for p in checking.check(read, SITE).problems]


def test_a_topic_without_a_hub_is_reported_with_the_nearest_name() -> None:
    pages = {"da/topics/culture.md": "# K\n", "da/x.md": "---\ntitle: X\ntopics:\n  - culture\n  - cultur\n---\n# X\n"}
    (problem,) = problems_in(pages)
    assert problem.startswith('da/x.md:3 cultur: Did you mean "culture"? Write one of these, or a page')


def test_without_hubs_the_setting_is_nobodys_business() -> None:
    assert problems_in({"da/x.md": "---\ntopics: [anything]\n---\n# X\n"}) == []


def test_a_hub_in_one_language_is_enough() -> None:
    assert problems_in({"da/topics/a.md": "# A\n", "sv/x.md": "---\ntopics: [a]\n---\n# X\n"}) == []


@pytest.mark.parametrize(
    ("written", "topics"),
    [(None, ()), ("a", ("a",)), (["a", "b", "a"], ("a", "b")), ([2026], ("2026",)), ([["a"], None], ()), ({}, ())],
)
def test_what_the_setting_may_be(written: object, topics: tuple[str, ...]) -> None:
    assert membership.topics_of(written) == topics


def test_which_pages_are_hubs() -> None:
    found = {key: membership.hub_of(key) for key in ("topics/a.md", "topics/index.md", "a.md", "x/topics/a.md")}
    assert found == {"topics/a.md": "a", "topics/index.md": "", "a.md": None, "x/topics/a.md": None}


def test_a_hub_has_its_kinds_in_order_main_pages_first_and_the_newest_post_first() -> None:
    topic_pages = TopicPages(
        TOPICS,
        (
            entry("alt", "b", "a"),
            entry("zebra"),
            entry("dansk", lang="da"),
            entry("gammel", kind=HubSection.POST, day=date(2026, 1, 1)),
            entry("ny", "b", "a", kind=HubSection.POST, day=date(2026, 2, 1)),
            entry("andet", "b"),
        ),
    )
    found = {kind: [e.title for e in entries] for kind, entries in topic_pages.about("a").items()}
    assert found == {HubSection.ARTICLE: ["Zebra", "Alt", "Dansk"], HubSection.POST: ["Ny", "Gammel"]}
    assert (topic_pages.count("a"), topic_pages.count("b"), topic_pages.count("c")) == (5, 3, 0)
    assert [e.title for e in topic_pages.main("b")] == ["Alt", "Andet"]


def test_related_pages_share_topics_and_are_not_linked_already() -> None:
    page = entry("her", "a", "b")
    others = [
        entry("begge", "a", "b"),
        entry("fremmed", "c"),
        entry("linket", "a", "b"),
        entry("dansk", "a", lang="da"),
    ]
    topic_pages = TopicPages(TOPICS, (page, *others, *(entry(f"en{n}", "b") for n in range(9))))
    related = topic_pages.related(page, {"linket/"})
    assert len(related) == 4
    assert related[0].title == "Begge"
    assert topic_pages.related(page, {"linket/"}, 1) == related[:1]
    assert topic_pages.related(page, {"linket/"}, 0) == []
    assert {"Linket", "Fremmed", "Her", "Dansk"}.isdisjoint(e.title for e in related)


def test_equally_near_pages_take_turns_in_the_same_way_in_every_language() -> None:
    pages = tuple(entry(f"p{n}") for n in range(12))
    topic_pages = TopicPages(TOPICS, pages)
    swedish = TopicPages(TOPICS, tuple(replace(page, title=page.title[::-1], url=f"sv/{page.url}") for page in pages))
    chosen = [[e.key for e in topic_pages.related(page, ())] for page in pages]
    assert chosen == [[e.key for e in swedish.related(page, ())] for page in swedish.entries]
    assert len({key for keys in chosen for key in keys}) > 8


def test_lists_mark_the_language_of_a_fallback_and_leave_out_what_is_empty() -> None:
    topic_pages = TopicPages(TOPICS, (entry("dansk", lang="da"),))
    lists = Lists(
        topic_pages, Renderer(words.load("sv")[0]), "sv", lambda url: f"../{url}", {"da": "Dansk", "sv": "Svenska"}
    )
    hub = lists.hub("a")
    assert '<a class="ml-list__link" href="../dansk/" lang="da" dir="ltr" hreflang="da">Dansk</a>' in hub
    assert '<span lang="da" dir="ltr">Dansk</span>' in hub
    assert hub.count("<h2>") == 1
    assert "Beta" not in lists.index()
    assert "1 sida" in lists.index()
    assert lists.after(entry("dansk", "c"), (), 4) == ""
