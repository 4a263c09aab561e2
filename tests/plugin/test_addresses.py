"""Translated addresses in real builds: links, switcher, cards and former addresses, however the site is published."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from tests.plugin.building import Built, build_site, hrefs, rebuild, text, write

SECTION = (
    "## Tjek {.assessment #situation scale=yes-partly-no slug=tjek-situationen former-slugs=tjek}\n\nSe.\n\n"
    "### Mål {#goal}\n\n- [ ] Målet kan nås. {#goal-reach}\n- [ ] Fristen er aftalt. {#goal-date}\n\n"
    "#### Resultat {.results}\n\n- **0–50** Læs [tillid](trust.md#part).\n- **50–100** Godt.\n"
)
FILES = {
    "da/index.md": (
        "# Hjem\n\n[Tillid](articles/trust.md#part) [Kun](articles/only.md) [T](self-assessments/situation.md)\n"
    ),
    "da/articles/index.md": "---\nslug: viden\nformer_slugs: [articles]\n---\n# Viden\n",
    "da/articles/trust.md": (
        "---\nslug: små-skridt\nformer_slugs: [tro]\n---\n# Tillid\n\n## Del {#part}\n\n[K](only.md)\n"
    ),
    "da/articles/only.md": f"---\nslug: kun\n---\n# Kun på dansk\n\n{SECTION}",
    "da/self-assessments/index.md": "# Alle\n",
    "sv/index.md": "# Hem\n\n[Tillit](articles/trust.md#part)\n",
    "sv/articles/index.md": "---\nslug: kunskap\n---\n# Kunskap\n",
    "sv/articles/trust.md": "---\nslug: små-steg\n---\n# Tillit\n\n## Del {#part}\n\n[Bara danska](only.md)\n",
    "sv/self-assessments/index.md": "# Alla\n",
    "nb/index.md": "# Hjem\n",
    "nb/articles/trust.md": "# Tillit\n\n## Del {#part}\n",
}
LANGUAGES = ("da", "sv", "nb")


@pytest.mark.parametrize("directories", [True, False], ids=["directories", "files"])
@pytest.mark.parametrize("base", ["/", "/base/"])
def test_every_link_leads_to_a_page_and_every_address_is_in_its_language(
    tmp_path: Path, directories: bool, base: str
) -> None:
    built = build(tmp_path, use_directory_urls=directories, site_url=f"https://example.org{base}")
    end = "/index.html" if directories else ".html"
    there = {path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*.html")}
    pages = {"viden/små-skridt", "viden/kun", "self-assessments/tjek-situationen", "sv/kunskap/små-steg"}
    stand_ins = {"sv/kunskap/kun", "nb/articles/kun", "sv/self-assessments/tjek-situationen"}
    former = {"viden/tro", "articles/tro", "articles/små-skridt", "articles/kun", "self-assessments/tjek"}
    plain = {"nb/articles/trust"}
    assert {f"{name}{end}" for name in pages | stand_ins | former | plain} <= there
    assert {"articles/index.html", "viden/index.html", "sv/kunskap/index.html", "nb/articles/index.html"} <= there
    assert not [name for name in there if "trust" in name and not name.startswith("nb/")]
    for name in there - {"404.html"}:
        address = f"https://example.org{base}{name}"
        tree = built.page_at(name)
        for href in tree.xpath("//a/@href | //link[@rel='next' or @rel='prev' or @rel='canonical']/@href"):
            target = unquote(urljoin(address, str(href)).split("#")[0])
            if target.startswith("https://example.org"):
                assert target.startswith(f"https://example.org{base}")
                local = target.removeprefix(f"https://example.org{base}")
                assert (local + "index.html" if local.endswith("/") or not local else local) in there, (name, href)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("site"))


def test_links_between_files_keep_their_anchors_and_lead_to_the_readers_language(built: Built) -> None:
    assert "viden/sm%C3%A5-skridt/#part" in hrefs(built.page(""), "//article//a")
    assert "kunskap/sm%C3%A5-steg/#part" in hrefs(built.page("sv"), "//article//a")
    assert "../kun/" in hrefs(built.page("sv/kunskap/små-steg"), "//article//a")


def test_the_switcher_pairs_pages_whose_addresses_differ(built: Built) -> None:
    links = built.page("viden/små-skridt").xpath("//a[@class='md-select__link']")
    assert {a.get("hreflang"): unquote(a.get("href")) for a in links} == {
        "da": "./",
        "sv": "../../sv/kunskap/små-steg/",
        "nb": "../../nb/articles/trust/",
    }


def test_cards_and_the_article_of_a_section_are_found(built: Built) -> None:
    card = "//*[contains(concat(' ', @class, ' '), ' sa-card ')]//a"
    assert hrefs(built.page("viden/kun"), card) == ["../../self-assessments/tjek-situationen/"]
    assert hrefs(built.page("self-assessments"), card) == ["tjek-situationen/"]
    assert "../../viden/kun/#situation" in hrefs(built.page("self-assessments/tjek-situationen"), "//a")
    assert built.page("viden/kun").xpath("//*[@slug] | //*[@former-slugs]") == []


def test_a_former_address_leads_on_in_the_words_of_its_language_and_to_the_same_place(built: Built) -> None:
    page = built.page("viden/tro")
    assert page.get("lang") == "da"
    assert (text(page.xpath("//h1")[0]), page.findtext(".//title")) == ("Siden er flyttet", "Tillid")
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://example.org/viden/sm%C3%A5-skridt/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert hrefs(page, "//a") == ["../sm%C3%A5-skridt/"]
    (script,) = page.xpath("//script/@src")
    assert (built.folder / "viden/tro" / script).resolve().is_file()
    assert "tro" not in (built.folder / "sitemap.xml").read_text(encoding="utf-8")


def test_the_sitemap_has_the_new_addresses(built: Built) -> None:
    sitemap = (built.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/viden/sm%C3%A5-skridt/</loc>" in sitemap
    assert "trust" not in sitemap.replace("nb/articles/trust", "")


def test_a_collision_stops_the_build_once_with_file_and_line(tmp_path: Path) -> None:
    page = "---\nslug: viden\n---\n# X\n"
    built = build_site(tmp_path, {**FILES, "da/x.md": page}, languages=LANGUAGES, multilingual={}, strict=False)
    assert built.aborted
    (message,) = [m for m in built.messages if "slug" in m]
    assert "docs/da/x.md:2: error [slug-taken]" in message


def test_the_page_of_a_section_can_collide_too(tmp_path: Path) -> None:
    page = "---\nslug: tjek-situationen\n---\n# X\n"
    files = {**FILES, "da/self-assessments/x.md": page}
    built = build_site(tmp_path, files, languages=LANGUAGES, multilingual={}, strict=False)
    assert built.aborted
    (message,) = [m for m in built.messages if "slug-taken" in m]
    assert "docs/da/self-assessments/x.md:2" in message


def test_problems_of_a_sections_page_are_reported_in_the_article(tmp_path: Path) -> None:
    files = {**FILES, "da/self-assessments/a.md": "---\nslug: tjek-situationen\n---\n# X\n"}
    built = build_site(tmp_path, files, languages=LANGUAGES, multilingual={}, strict=False)
    (message,) = [m for m in built.messages if "slug-taken" in m]
    assert "docs/da/articles/only.md:6" in message


def test_a_slug_that_changes_between_two_builds_changes_the_address(tmp_path: Path) -> None:
    build(tmp_path)
    write(tmp_path, {"sv/articles/trust.md": FILES["sv/articles/trust.md"].replace("små-steg", "steg")})
    again = rebuild(tmp_path)
    assert (again.messages, again.aborted) == ([], False)
    assert again.has("sv/kunskap/steg")
    assert not again.has("sv/kunskap/små-steg")


def build(root: Path, **settings: object) -> Built:
    site = build_site(root, FILES, **({"languages": LANGUAGES, "multilingual": {}, "site_url": URL} | settings))  # type: ignore[arg-type]
    assert site.messages == []
    assert not site.aborted
    return site


URL = "https://example.org/"


def test_without_fallbacks_only_translated_pages_have_addresses(tmp_path: Path) -> None:
    files = {uri: content.replace(" [Bara danska](only.md)", "") for uri, content in FILES.items()}
    files["sv/articles/trust.md"] = files["sv/articles/trust.md"].replace("[Bara danska](only.md)", "Slut.")
    built = build_site(tmp_path, files, languages=LANGUAGES, multilingual={}, site_url=URL, fallback=False)
    assert (built.messages, built.aborted) == ([], False)
    assert built.has("sv/kunskap/små-steg")
    assert not built.has("sv/kunskap/kun")
    assert {a.get("hreflang") for a in built.page("viden/kun").xpath("//head/link[@hreflang]")} == {"da", "x-default"}
