"""What the knowledge base must hold, and hold alike in every language, read from the authors' files."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePosixPath
from posixpath import join, normpath

import pytest

from tests.site.conftest import LANGUAGES
from tests.site.prose import Source, sources

ASSESSMENTS = {
    "communication-style",
    "daily-development",
    "expertise-brake",
    "leadership-style",
    "service-behaviours",
    "service-culture",
    "service-strategy",
    "situation-variables",
    "task-readiness",
}
TOPICS = {
    "communication",
    "culture",
    "development",
    "expertise",
    "leadership",
    "service",
    "situational-leadership",
}
PAGES = {
    "index.md",
    "about.md",
    "accessibility.md",
    "glossary.md",
    "method.md",
    "privacy.md",
    "tags.md",
    "workshops.md",
    "articles/index.md",
    "blog/index.md",
    "self-assessments/index.md",
    "topics/index.md",
    *(f"topics/{topic}.md" for topic in TOPICS),
}
TAGS = {
    "da": ["Klager", "Nye medarbejdere", "Travlhed", "Samtaler", "Møder", "Regler", "Tillid", "Oplæring", "Vaner"],
    "sv": ["Klagomål", "Nya medarbetare", "Högt tryck", "Samtal", "Möten", "Regler", "Tillit", "Upplärning", "Vanor"],
    "nb": [
        "Klager",
        "Nye medarbeidere",
        "Travle perioder",
        "Samtaler",
        "Møter",
        "Regler",
        "Tillit",
        "Opplæring",
        "Vaner",
    ],
    "en": [
        "Complaints",
        "New colleagues",
        "Busy periods",
        "Conversations",
        "Meetings",
        "Rules",
        "Trust",
        "Training",
        "Habits",
    ],
}
QUOTES = {"da": "»«", "sv": "””", "nb": "«»", "en": "“”"}
"""Opening and closing quotation mark of each language."""
_LINK = re.compile(r"\]\(([^()\s#]*\.md)?(#[^()\s]*)?\)")
_ID = re.compile(r"\{[^{}\n]*#([\w-]+)[^{}\n]*\}")
_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^()\s]+)")


def articles(language: str) -> list[Source]:
    return [s for s in sources(language, "articles/") if not s.key.endswith("index.md")]


def posts(language: str) -> list[Source]:
    return sources(language, "blog/posts/")


def links(source: Source) -> list[str]:
    """Keys of the pages that a page links to, in its order."""
    folder = str(PurePosixPath(source.key).parent)
    return [normpath(join(folder, target)) for target, _ in _LINK.findall(source.body) if target]


def ids(source: Source) -> list[str]:
    return _ID.findall(source.body)


def words(source: Source) -> int:
    """How many words its text has, without the settings at the top."""
    settings = source.body[: len(source.body) - len(source.body.lstrip("\n"))].count("\n")
    return sum(len(re.findall(r"\w+(?:[’'.-]\w+)*", line)) for number, line in source.lines() if number > settings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_there(language: str) -> None:
    keys = {s.key for s in sources(language)}
    assert keys >= PAGES
    assert {f"self-assessments/{id}.md" for id in ASSESSMENTS - {"situation-variables"}} <= keys
    assert len(articles(language)) >= 18
    assert len(posts(language)) >= 10
    assert {topic for s in articles(language) for topic in s.matter.values["topics"]} == TOPICS


def test_every_article_and_assessment_is_in_every_language_and_enough_posts_are() -> None:
    for folder in ("articles/", "self-assessments/", "topics/"):
        assert len({frozenset(s.key for s in sources(lang, folder)) for lang in LANGUAGES}) == 1, folder
    everywhere = set.intersection(*({s.key for s in posts(lang)} for lang in LANGUAGES))
    assert len(everywhere) >= 6


def test_translations_have_the_structure_of_their_source() -> None:
    for source in sources("da"):
        for other in (s for s in sources() if s.key == source.key and s.language != "da"):
            assert Counter(ids(other)) == Counter(ids(source)), other.name
            assert Counter(links(other)) == Counter(links(source)), other.name
            assert [path for _, path in _IMAGE.findall(other.body)] == [
                path for _, path in _IMAGE.findall(source.body)
            ], other.name
            for setting in ("topics", "date"):
                assert other.matter.values.get(setting) == source.matter.values.get(setting), other.name
            if source.key != "glossary.md":  # which is in the order of the alphabet
                assert ids(other) == ids(source), other.name
            for tags in (source, other):
                assert set(tags.matter.values.get("tags", [])) <= set(TAGS[tags.language]), tags.name
            pairs = dict(zip(TAGS["da"], TAGS[other.language], strict=True))
            assert [pairs[tag] for tag in source.matter.values.get("tags", [])] == other.matter.values.get("tags", [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_has_its_parts(language: str) -> None:
    for article in articles(language):
        where = f"docs/{article.name}"
        settings = article.matter.values
        assert 110 <= len(settings["description"]) <= 170, f"{where}: {len(settings['description'])}"
        assert re.fullmatch(r"2026-\d\d-\d\d", settings["date"]), where
        assert 1 <= len(settings["tags"]) <= 3, where
        assert settings["slug"] == settings["slug"].lower(), where
        assert re.match(r"\s*# [^\n]+\n\s*!!! abstract ", article.body.lstrip("\n")), where
        assert "{#common-mistakes}" in article.body, where
        ways_on = article.body.split("{#where-next}")[1]
        assert 2 <= len(_LINK.findall(ways_on)) <= 4, where
        assert any(link.startswith("self-assessments/") for link in links(article)), where
        if "{.assessment" not in article.body:
            assert 700 <= words(article) <= 1400, f"{where}: {words(article)} words"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_has_a_way_in_and_two_ways_on(language: str) -> None:
    pages = [s for s in sources(language) if not s.key.endswith("index.md") and not s.key.startswith("topics/")]
    into = Counter(link for page in pages for link in set(links(page)) if link != page.key)
    for article in articles(language):
        assert into[article.key] >= 1, f"nothing leads to docs/{article.name}"
        assert len(set(links(article)) - {article.key}) >= 2, f"docs/{article.name} leads nowhere"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_post_has_its_parts(language: str) -> None:
    for post in posts(language):
        assert "<!-- more -->" in post.body, post.name
        assert post.matter.values["authors"] == ["desk"], post.name
        assert set(post.matter.values["topics"]) <= TOPICS, post.name
        assert 250 <= words(post) <= 700, f"{post.name}: {words(post)} words"


@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_are_those_of_the_language(language: str) -> None:
    opening, closing = QUOTES[language]
    others = set("»«”“„") - {opening, closing}
    wrong = []
    for source in sources(language):
        for number, line in source.lines():
            where = f"docs/{source.name}:{number}"
            if others & set(line) or (opening != closing and line.count(opening) != line.count(closing)):
                wrong.append(f"{where}: quotation marks: {line}")
            if "!" in line:
                wrong.append(f"{where}: exclamation mark: {line}")
            if re.search(r"\d ?%", line) and (language == "en") != bool(re.search(r"\d%", line)):
                wrong.append(f"{where}: percent sign: {line}")
            if language != "en" and re.search(r"(?<!WCAG )\d\.\d(?!\d)", line):
                wrong.append(f"{where}: decimal point: {line}")
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_drawing_has_a_text_that_stands_for_it(language: str) -> None:
    shown = {}
    for source in sources(language):
        for alternative, path in _IMAGE.findall(source.body):
            assert len(alternative) >= 60, f"docs/{source.name}: {alternative}"
            shown[path.rsplit("/", 1)[-1]] = source.name
    assert len(shown) >= 8
