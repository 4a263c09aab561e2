"""Self-assessments where languages are told apart by a suffix, and where there is only one language."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.plugin.building import Built, rebuild, write

ARTICLE = """\
# {title}

Text.

## {name} {{.assessment #here-and-now scale=yes-partly-no}}

- [ ] {one} {{#one}}
- [ ] {two} {{#two}}

### {results} {{.results}}

- **0–50** A.
- **50–100** B.
"""
ENGLISH = {"title": "Trust", "name": "Here and now", "one": "One.", "two": "Two.", "results": "Results"}
SWEDISH = {"title": "Tillit", "name": "Här och nu", "one": "Ett.", "two": "Två.", "results": "Resultat"}


def build(root: Path, files: dict[str, str], structure: str | None) -> Built:
    """A site in a structure of static-i18n's, or without that plugin."""
    write(root, files)
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "sv", "name": "Svenska"}]
    i18n = {"docs_structure": structure, "languages": languages, "reconfigure_search": False}
    config = {
        "site_name": "Test",
        "site_url": "https://example.org/",
        "theme": {"name": "material", "font": False, "language": "en"},
        "plugins": [*([{"i18n": i18n}] if structure else []), "self-assessment"],
        "markdown_extensions": ["attr_list"],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return rebuild(root)


@pytest.mark.parametrize("structure", ["folder", "suffix"])
def test_a_section_becomes_a_page_in_each_language(tmp_path: Path, structure: str) -> None:
    def uri(locale: str, key: str) -> str:
        if structure == "folder":
            return f"{locale}/{key}.md"
        return f"{key}.md" if locale == "en" else f"{key}.{locale}.md"

    files = {uri(locale, "index"): "# Home\n" for locale in ("en", "sv")}
    files[uri("en", "articles/trust")] = ARTICLE.format(**ENGLISH)
    files[uri("sv", "articles/trust")] = ARTICLE.format(**SWEDISH)
    files[uri("en", "articles/only")] = "# Only in English\n\n[Trust](trust.md)\n"
    built = build(tmp_path, files, structure)
    assert built.messages == []
    for prefix, words in (("", ENGLISH), ("sv/", SWEDISH)):
        page = built.page(f"{prefix}self-assessments/here-and-now")
        assert [h.text_content().strip() for h in page.xpath("//h1")] == [words["name"]]
        assert words["one"] in page.text_content()
        article = built.page(f"{prefix}articles/trust")
        assert article.xpath("//a[contains(@href, 'self-assessments/here-and-now')]")
    switcher = built.page("self-assessments/here-and-now").xpath("//link[@rel='alternate' and @hreflang='sv']/@href")
    assert [href.removesuffix("index.html") for href in switcher] == ["../../sv/self-assessments/here-and-now/"]


@pytest.mark.parametrize("structure", ["folder", "suffix"])
def test_readers_of_a_language_without_it_get_the_source_languages_page(tmp_path: Path, structure: str) -> None:
    names = ("en/index.md", "sv/index.md", "en/articles/trust.md")
    if structure == "suffix":
        names = ("index.md", "index.sv.md", "articles/trust.md")
    files = dict(zip(names, ("# Home\n", "# Hem\n", ARTICLE.format(**ENGLISH)), strict=True))
    built = build(tmp_path, files, structure)
    assert built.messages == []
    assert ENGLISH["one"] in built.page("sv/self-assessments/here-and-now").text_content()


def test_a_translation_with_a_suffix_is_compared_with_its_source(tmp_path: Path) -> None:
    files = {"index.md": "# Home\n", "index.sv.md": "# Hem\n", "trust.md": ARTICLE.format(**ENGLISH)}
    files["trust.sv.md"] = ARTICLE.format(**SWEDISH).replace("{#two}", "{#other}")
    built = build(tmp_path, files, "suffix")
    assert built.aborted
    assert any("docs/trust.sv.md:" in message and "docs/trust.md;" in message for message in built.messages)


def test_a_site_of_one_language_has_no_folder_for_it(tmp_path: Path) -> None:
    built = build(tmp_path, {"index.md": "# Home\n", "sv/trust.md": ARTICLE.format(**ENGLISH)}, None)
    assert built.messages == []
    assert built.has("self-assessments/here-and-now")
    assert built.has("sv/trust")
