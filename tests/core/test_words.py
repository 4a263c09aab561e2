"""The words of the plugin for several languages: alike in every language, and every key that is asked for exists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import mkdocs_multilingual
from mkdocs_multilingual import words
from mkdocs_multilingual.rendering import Renderers
from tests.core import completeness

PACKAGE = Path(mkdocs_multilingual.__file__).parent


@pytest.mark.parametrize("lang", completeness.languages([words.BUILT_IN]))
def test_a_catalogue_has_every_word_in_the_forms_of_its_language(lang: str) -> None:
    assert completeness.mistakes([words.BUILT_IN], lang) == []


def test_every_word_that_a_template_asks_for_exists() -> None:
    entries = words.load("en")[0].entries
    used = {
        key
        for template in (PACKAGE / "templates").rglob("*.html")
        for key in re.findall(r'\bt\("([a-z._-]+)"[,)]', template.read_text(encoding="utf-8"))
    }
    assert {key for key in used if key not in entries and f"{key}.other" not in entries} == set()


def test_the_readme_names_every_option() -> None:
    """Read as text: options are declared with MkDocs, which the core's tests do without."""
    declared = (PACKAGE / "config.py").read_text(encoding="utf-8").split("class MultilingualConfig")[1]
    options = re.findall(r"^    ([a-z_]+) = option\.", declared, re.MULTILINE)
    readme = (PACKAGE.parent / "README.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([a-z_]+)` \|", readme.split("## Options")[1], re.MULTILINE)) == sorted(options)


def test_what_differs_in_addresses_only_is_made_once() -> None:
    renderer = Renderers()("en")
    made: list[str] = []

    def make(addresses: Mapping[str, str]) -> str:
        made.append(f'<a href="{addresses["page"]}">{{page}}</a>{addresses["page"]}')
        return made[-1]

    first, second = (renderer.render_once("links", make, {"page": url, "other": "x"}) for url in ("a?b&c", "../d/"))
    assert first == '<a href="a?b&amp;c">{page}</a>a?b&amp;c'
    assert second == '<a href="../d/">{page}</a>../d/'
    assert len(made) == 1
