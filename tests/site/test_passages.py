"""No text is written twice: eight words in a row stand in one article or post of a language only."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.site.conftest import LANGUAGES
from tests.site.prose import Source, sources

LENGTH = 8
BRIEF = Path(__file__).parent / "words" / "brief.txt"
"""Hashes of every passage of the brief that the texts were written from; `digest` says how each is made."""


def passages(text: str) -> dict[str, None]:
    """Every run of eight words, in order, without signs and capitals."""
    words = re.findall(r"\w+", text.lower())
    return dict.fromkeys(" ".join(words[n : n + LENGTH]) for n in range(len(words) - LENGTH + 1))


def digest(passage: str) -> str:
    """Short hash of a passage."""
    return hashlib.sha256(passage.encode()).hexdigest()[:10]


def blocks(source: Source) -> list[str]:
    """The paragraphs and list items of a page, each on a line of its own in these files.

    Without links, since a link is called like the page that it leads to.
    """
    return [part for _, text in source.lines(names=False) for part in text.split("·")]


def texts(language: str) -> list[Source]:
    """The articles and posts of a language."""
    found = sources(language, "articles/") + sources(language, "blog/posts/")
    return [source for source in found if not source.key.endswith("index.md")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_passage_stands_in_two_texts(language: str) -> None:
    first: dict[str, str] = {}
    shared = []
    for source in texts(language):
        own = dict.fromkeys(passage for block in blocks(source) for passage in passages(block))
        shared += [f"docs/{first[p]} and docs/{source.name}: {p}" for p in own if p in first]
        first |= {p: source.name for p in own if p not in first}
    assert shared == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_passage_is_the_briefs(language: str) -> None:
    brief = set(BRIEF.read_text("ascii").split())
    assert len(brief) > 800
    found = [
        f"docs/{source.name}: {passage}"
        for source in sources(language)
        for block in blocks(source)
        for passage in passages(block)
        if digest(passage) in brief
    ]
    assert found == []


def test_a_shared_passage_is_seen() -> None:
    one = passages("Den kunde, der ringer om fredagen, har ventet hele ugen.")
    two = passages("Husk: den kunde der ringer om fredagen har ventet længe.")
    assert len(one.keys() & two.keys()) == 1
