"""The plugin in real builds of small sites: pages, sections, languages, addresses, and what stops a build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.plugin.building import Built, build_site, hrefs, rebuild, text, write

TEST = """---
title: {title}
assessment:
  id: trust-check{settings}
---
# {title}

Tænk på den *seneste* måned.

## {dimension} {{#trust}}

Om tillid.

- [ ] Vi siger det højt, når noget går galt. {{#trust-speak}}
- [ ] Fejl bliver brugt imod den, der lavede dem. {{#trust-blame{flag}}}

### Resultat {{.results}}

- **0–50** Læs [artiklen](../articles/read.md#part).
- **50–100** Godt.
"""
ARTICLE = """# {title}

Før.

## {check} {{.assessment #situation{settings}}}

Se på [opgaven](#part).

### {dimension} {{#goal}}

- [ ] Målet kan nås. {{#goal-realistic}}
- [ ] Fristen er aftalt. {{#goal-date}}

#### Resultat {{.results}}

- **0–50** Hemmelig tekst: se [delen](#part).
- **50–100** Godt.

## {part} {{#part}}

Efter.
"""
DA_TEST = TEST.format(title="Tillid", dimension="Tillid", settings="\n  scale: agreement-5", flag=" reverse")
SV_TEST = TEST.format(title="Tillit", dimension="Tilliten", settings="", flag="")
DA_ARTICLE = ARTICLE.format(title="Læs", check="Tjek", settings=" scale=yes-partly-no", dimension="Mål", part="Delen")
SV_ARTICLE = ARTICLE.format(title="Läs", check="Kolla", settings="", dimension="Målet", part="Delen")
FILES = {
    "da/index.md": "# Hjem\n\n[Test](self-assessments/trust.md) og [tjek](self-assessments/situation.md)\n",
    "da/articles/read.md": DA_ARTICLE,
    "da/self-assessments/index.md": "# Alle\n",
    "da/self-assessments/trust.md": DA_TEST,
    "sv/index.md": "# Hem\n",
    "sv/articles/read.md": SV_ARTICLE,
    "sv/self-assessments/index.md": "# Alla\n",
    "sv/self-assessments/trust.md": SV_TEST,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = build_site(tmp_path_factory.mktemp("site"), FILES)
    assert site.messages == []
    assert not site.aborted
    return site


def test_a_page_becomes_a_form_with_one_fieldset_and_legend_for_each_statement(built: Built) -> None:
    page = built.page("self-assessments/trust")
    fieldsets = page.xpath("//fieldset[contains(@class, 'sa-item')]")
    assert [text(f.xpath("./legend")[0]) for f in fieldsets] == [
        "1. Vi siger det højt, når noget går galt.",
        "2. Fejl bliver brugt imod den, der lavede dem.",
    ]
    for fieldset in fieldsets:
        radios = fieldset.xpath(".//input[@type='radio']")
        assert [r.get("value") for r in radios] == ["1", "2", "3", "4", "5"]
        assert len({r.get("name") for r in radios}) == 1
        assert not any(r.get("checked") is not None for r in radios)
        assert all(text(r.getparent()) for r in radios)


def test_headings_keep_their_place_in_the_table_of_contents(built: Built) -> None:
    page = built.page("sv/self-assessments/trust")
    assert [text(h) for h in page.xpath("//article//h1")] == ["Tillit"]
    assert page.xpath("//self-assessment//h2[@id='trust']")
    assert "#trust" in hrefs(page, "//nav[contains(@class, 'md-nav--secondary')]//a")


def data_of(page: object) -> dict[str, object]:
    (script,) = page.xpath("//self-assessment//script[@type='application/json']")  # type: ignore[attr-defined]
    return json.loads(script.text)  # type: ignore[no-any-return]


def test_scoring_is_the_sources_and_words_are_the_languages(built: Built) -> None:
    danish, swedish = (data_of(built.page(f"{p}self-assessments/trust")) for p in ("", "sv/"))
    assert danish["version"] == swedish["version"]
    assert [i["reverse"] for i in swedish["items"]] == [False, True]  # type: ignore[attr-defined, index]
    assert [i["values"] for i in swedish["items"]] == [[1, 2, 3, 4, 5]] * 2  # type: ignore[attr-defined, index]
    assert (danish["title"], swedish["title"]) == ("Tillid", "Tillit")


def test_a_section_becomes_a_page_and_leaves_a_readable_list_and_a_card(built: Built) -> None:
    for prefix, title in (("", "Tjek"), ("sv/", "Kolla")):
        article = built.page(f"{prefix}articles/read")
        (checklist,) = article.xpath("//div[@class='sa-checklist']")
        assert [text(li) for li in checklist.xpath(".//li")] == ["Målet kan nås.", "Fristen er aftalt."]
        assert not article.xpath("//article//input[@type='radio' or @type='checkbox']")
        assert "Hemmelig tekst" not in text(article)
        assert "self-assessment:" not in text(article)
        assert [h.get("id") for h in article.xpath("//article//h2")] == ["situation", "part"]
        cards = hrefs(article, "//div[contains(@class, 'sa-card--section')]//a")
        assert cards == ["../../self-assessments/situation/"]
        page = built.page(f"{prefix}self-assessments/situation")
        assert [text(h) for h in page.xpath("//article//h1")] == [title]
        assert [text(f) for f in page.xpath("//fieldset[contains(@class, 'sa-item')]/legend")] == [
            "1. Målet kan nås.",
            "2. Fristen er aftalt.",
        ]
        assert "../../articles/read/#situation" in hrefs(page, "//self-assessment//a")


def test_links_of_a_section_lead_to_the_article_from_its_page(built: Built) -> None:
    page = built.page("sv/self-assessments/situation")
    assert hrefs(page, "//*[@data-band]//a") == ["../../articles/read/#part"]
    assert "../../articles/read/#part" in hrefs(page, "//self-assessment//p/a")


def test_an_article_that_a_result_names_gets_a_card(built: Built) -> None:
    for prefix in ("", "sv/"):
        cards = hrefs(built.page(f"{prefix}articles/read"), "//div[contains(@class, 'sa-card--test-yourself')]//a")
        assert cards == ["../../self-assessments/trust/"]


def test_the_hub_lists_everything(built: Built) -> None:
    assert hrefs(built.page("self-assessments"), "//ul[@class='sa-cards']//a") == ["trust/", "situation/"]
    assert hrefs(built.page("sv/self-assessments"), "//ul[@class='sa-cards']//a") == ["situation/", "trust/"]


def test_the_language_switch_stays_on_the_page(built: Built) -> None:
    for address in ("self-assessments/trust", "self-assessments/situation", "articles/read"):
        links = hrefs(built.page(address), "//*[contains(@class, 'md-select')]//a")
        assert [link.rstrip("/").removeprefix("http://127.0.0.1") for link in links][1].endswith(f"sv/{address}")


def test_both_pages_are_in_the_sitemap(built: Built) -> None:
    sitemap = (built.folder / "sitemap.xml").read_text(encoding="utf-8")
    for address in ("self-assessments/situation/", "sv/self-assessments/situation/"):
        assert f"<loc>http://127.0.0.1/{address}</loc>" in sitemap


def test_scripts_and_styles_are_there_and_linked_by_relative_address(built: Built) -> None:
    page = built.page("sv/self-assessments/trust")
    (script,) = [s.get("src") for s in page.xpath("//script[@type='module']")]
    assert (built.folder / "sv/self-assessments/trust" / script).resolve().is_file()
    styles = [href for href in hrefs(page, "//link[@rel='stylesheet']") if "self-assessment" in href]
    assert styles
    for style in styles:
        assert (built.folder / "sv/self-assessments/trust" / style).resolve().is_file()


def test_under_a_base_path_and_without_directory_addresses(tmp_path: Path) -> None:
    files = FILES | {"da/kit.md": "# (kit=title)\n\n(kit=invitation)\n\n[Home](index.md)\n"}
    url, options = "http://127.0.0.1/base/", {"kit": "kit.md"}
    site = build_site(tmp_path, files, site_url=url, use_directory_urls=False, options=options)
    assert site.messages == []
    kit = (site.folder / "self-assessments/situation/kit.html").read_text(encoding="utf-8")
    assert f">{url}self-assessments/situation.html</p>" in kit
    assert 'href="../../index.html">Home</a>' in kit
    # A language without the template has no kits.
    assert not (site.folder / "sv/self-assessments/trust/kit.html").exists()
    page = site.folder / "sv/self-assessments/situation.html"
    assert 'href="../articles/read.html#situation"' in page.read_text(encoding="utf-8")
    hub = (site.folder / "self-assessments/index.html").read_text(encoding="utf-8")
    assert 'href="situation.html"' in hub


@pytest.mark.parametrize("fallback", [True, False])
def test_a_missing_translation(tmp_path: Path, fallback: bool) -> None:
    files = {
        name: content for name, content in FILES.items() if name in ("sv/index.md", "sv/self-assessments/index.md")
    }
    files |= {name: content for name, content in FILES.items() if name.startswith("da/")}
    site = build_site(tmp_path, files, fallback=fallback)
    assert site.messages == []
    assert site.has("sv/self-assessments/situation") is fallback
    assert site.has("sv/self-assessments/trust") is fallback
    links = hrefs(site.page("sv/self-assessments"), "//ul[@class='sa-cards']//a")
    assert links == (["trust/", "situation/"] if fallback else [])
    if fallback:
        page = site.page("sv/self-assessments/situation")
        assert page.xpath("//self-assessment/@lang") == ["da"]
        assert data_of(page)["lang"] == "da"
        assert site.page("sv/self-assessments").xpath("//ul[@class='sa-cards']//@lang")


def test_a_drifted_translation_fails_also_without_strict_and_names_both_files(tmp_path: Path) -> None:
    files = FILES | {"sv/self-assessments/trust.md": SV_TEST.replace("#trust-blame", "#trust-blam")}
    site = build_site(tmp_path, files, strict=False)
    assert site.aborted
    report = "\n".join(site.messages)
    assert "docs/sv/self-assessments/trust.md:15: error [translation-unknown]" in report
    assert "the ids of docs/da/self-assessments/trust.md; not yet used here: trust-blame" in report
    assert len(site.messages) == 2  # one for the mistake, one for the build
    assert 'Did you mean "trust-blame"?' in report


def test_everything_wrong_in_every_language_is_reported_in_one_build(tmp_path: Path) -> None:
    files = FILES | {
        "da/self-assessments/trust.md": DA_TEST.replace("- [ ] Vi", "- [x] Vi").replace("50–100", "60–100"),
        "sv/articles/read.md": SV_ARTICLE.replace("{#goal-date}", "{#goal-date revers}"),
        "sv/self-assessments/trust.md": b"---\ntitle: \xe5\n---\n",
    }
    report = "\n".join(build_site(tmp_path, files, strict=False).messages)
    for code in ("ticked", "band-gap", "unknown-flag", "encoding"):
        assert report.count(f"[{code}]") == 1


def test_a_warning_fails_only_a_strict_build(tmp_path: Path) -> None:
    files = FILES | {
        "da/self-assessments/trust.md": DA_TEST.split("### Resultat")[0],
        "sv/self-assessments/trust.md": SV_TEST.split("### Resultat")[0],
    }
    site = build_site(tmp_path, files, strict=False)
    assert (site.aborted, len(site.messages)) == (False, 1)
    assert "[no-results]" in site.messages[0]
    assert rebuild(tmp_path, strict=True).aborted


def test_a_site_of_one_language_without_static_i18n(tmp_path: Path) -> None:
    files = {name.removeprefix("da/"): content for name, content in FILES.items() if name.startswith("da/")}
    site = build_site(tmp_path, files, languages=())
    assert site.messages == []
    assert len(site.page("self-assessments/situation").xpath("//fieldset[contains(@class, 'sa-item')]")) == 2
    assert hrefs(site.page("self-assessments"), "//ul[@class='sa-cards']//a") == ["trust/", "situation/"]


def test_an_own_folder_and_own_words(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "sv.toml").write_text('[page]\ncard-section = "Pröva själv"\n', encoding="utf-8")
    files = {name.replace("self-assessments/", "tests/"): content for name, content in FILES.items()}
    files["da/index.md"] = "# Hjem\n"
    site = build_site(tmp_path, files, options={"folder": "tests", "strings": str(tmp_path / "words")})
    assert site.messages == []
    assert site.has("sv/tests/situation")
    assert "Pröva själv" in text(site.page("sv/articles/read"))


def test_edits_while_serving_are_seen(tmp_path: Path) -> None:
    """`mkdocs serve` builds again and again with one plugin object and a new configuration."""
    build_site(tmp_path, FILES)
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    for word in ("første", "anden"):
        write(tmp_path, {"sv/self-assessments/trust.md": SV_TEST.replace("Vi siger det højt", word)})
        fresh = load_config(str(tmp_path / "mkdocs.yml"))
        build(fresh)
        page = (tmp_path / "site/sv/self-assessments/trust/index.html").read_text(encoding="utf-8")
        assert f"{word}, når noget går galt" in page


def test_a_site_without_the_package_of_its_editor_is_told_what_to_run(tmp_path: Path) -> None:
    built = build_site(tmp_path, {"da/index.md": "# Hjem\n"}, multilingual={"editor": "node_modules/@sveltia/cms"})
    assert built.aborted
    (message,) = built.messages
    assert "`npm install --ignore-scripts @sveltia/cms`" in message
