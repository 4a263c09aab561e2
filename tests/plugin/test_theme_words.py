"""Words of the theme are looked up once, and are those that its templates have."""

from __future__ import annotations

from pathlib import Path

import material
import pytest
from jinja2 import DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_foundation.glue.theme import words as theme_words

WORDS = '{% macro t(key) %}{{ {\n  "a": "<b>",\n  "c": "\\\\s"\n}[key] }}{% endmacro %}\n'
ASKING = (
    '{% import "partials/languages/da.html" as lang %}{{ lang.t("a") }}{{ lang.t("c") }}{{ lang.t("none") }}'
    '{% autoescape true %}{{ lang.t("a") }}{{ "<i>" }}{% endautoescape %}'
)


def environment(words: str) -> tuple[Environment, MkDocsConfig]:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A", "theme": {"name": "mkdocs", "language": "da"}})
    config.validate()
    return Environment(loader=DictLoader({"partials/languages/da.html": words, "page": ASKING})), config


def test_a_word_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    env, config = environment(WORDS)
    before = env.get_template("page").render()
    theme_words.remember(env, config)
    assert env.get_template("page").render() == before == "<b>\\s<b>&lt;i&gt;"
    monkeypatch.setattr("jinja2.runtime.Macro._invoke", None)
    assert env.get_template("page").render() == before


def test_a_template_with_anything_else_stays_as_it_is() -> None:
    env, config = environment('{% macro t(key) %}{{ {"a": now()}[key] }}{% endmacro %}')
    days = iter("12345678")
    env.globals["now"] = lambda: next(days)
    theme_words.remember(env, config)
    assert env.get_template("page").render() != env.get_template("page").render()


def test_the_words_of_material_are_known() -> None:
    folder = Path(next(iter(material.__path__)), "templates", theme_words.FOLDER)
    texts = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.html"))}
    assert texts, "no words were found"
    assert [name for name, text in texts.items() if not theme_words.is_list(text)] == []
