"""Every word of the site is in its language's dictionary or in the project's list of words."""

from __future__ import annotations

import os
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from scripts.dictionaries import DICTIONARIES, PACKAGES, available
from tests.site.conftest import LANGUAGES
from tests.site.prose import sources

LISTS = Path(__file__).parent / "words"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FOREIGN = re.compile(
    r"(?:»|«|“|”)?Achieving Customer Amazement|American Customer Satisfaction Index|Amazon Web Services"
)


def listed(language: str) -> list[str]:
    """The project's words of a language, as its file has them."""
    return (LISTS / f"{language}.txt").read_text("utf-8").split()


def unknown(language: str, words: set[str]) -> set[str]:
    """Those of some words that the language's dictionary doesn't know."""
    if not available():
        assert "CI" not in os.environ, f"install {' '.join(PACKAGES)}"
        pytest.skip("hunspell or a dictionary is missing: python -m scripts.dictionaries")
    run = subprocess.run(
        ["hunspell", "-l", "-i", "utf-8", "-d", DICTIONARIES[language]],
        input="\n".join(sorted(words)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(run.stdout.split())


@cache
def written(language: str) -> dict[str, str]:
    """Every word of a language with the first place where it stands."""
    places: dict[str, str] = {}
    for source in sources(language):
        for number, line in source.lines():
            for match in _WORD.finditer(_FOREIGN.sub(" ", line)):
                places.setdefault(match[0].replace("’", "'"), f"docs/{source.name}:{number}")
    return places


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_known(language: str) -> None:
    places = written(language)
    own = set(listed(language))
    wrong = unknown(language, set(places) - own)
    wrong = {word for word in wrong if word.lower() not in own and word[0].lower() + word[1:] not in own}
    report = "\n".join(f"{places[word]}: {word}" for word in sorted(wrong, key=lambda word: places[word]))
    assert not wrong, f"unknown words: correct them, or add them to tests/site/words/{language}.txt\n{report}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_is_sorted_used_and_needed(language: str) -> None:
    words = listed(language)
    assert words == sorted(set(words))
    used = set(written(language)) | {word.lower() for word in written(language)}
    assert [word for word in words if word not in used] == []
    needed = unknown(language, set(words))
    assert [word for word in words if word not in needed] == []


def test_a_misspelt_word_is_found() -> None:
    assert unknown("da", {"kundeservise", "kunde"}) == {"kundeservise"}
