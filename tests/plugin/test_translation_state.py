"""The state of translations: as a notice on a page for readers, and on a page of its own for translators."""

from __future__ import annotations

import json
import logging
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from mkdocs_foundation.sources.fingerprint import fingerprint
from mkdocs_foundation.sources.pages import read_source
from mkdocs_multilingual import cli
from tests.plugin.building import Built, build_site, rebuild, text, write

FILES = {
    "da/index.md": "# Hjem\n",
    "da/articles/trust.md": "# Tillid\n\nFørst.\n\n## Så {#then}\n\nSidst.\n",
    "da/articles/new.md": "# Ny\n",
    "da/articles/same.md": "# Ens\n",
    "da/articles/stub.md": "# Udkast\n\nStadig dansk.\n",
    "da/articles/half.md": "---\ndraft: true\n---\n# Halvfærdig\n",
    "sv/index.md": "# Hem\n",
    "sv/articles/trust.md": "# Tillit\n\nFörst.\n\n## Sedan {#then}\n\nSist.\n",
    "sv/articles/same.md": "Ingen rubrik.\n",
    "sv/articles/own.md": "# Egen\n",
}


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    """A site whose Danish articles have changed after the Swedish ones were compared with them."""
    root = tmp_path_factory.mktemp("site")
    build_site(root, FILES, multilingual={"status_page": "translations"}, extensions=("attr_list", "toc"))
    git(root, "init")
    git(root, "add", "docs")
    git(root, "commit", "-m", "First")
    config = ["--config", str(root / "mkdocs.yml")]
    assert cli.main([*config, "mark-current", *targets(root)]) == 0
    assert cli.main([*config, "new", "translation", str(root / "docs/da/articles/stub.md"), "sv"]) == 0
    for name, old, new in (("trust", "Sidst.", "Aldrig."), ("same", "# Ens", "# Andet")):
        path = root / f"docs/da/articles/{name}.md"
        path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    built = rebuild(root)
    assert built.messages == []
    return root, built


def targets(root: Path) -> list[str]:
    return [str(root / f"docs/sv/{name}.md") for name in ("index", "articles/trust", "articles/same")]


def cells(page: html.HtmlElement) -> dict[str, str]:
    return {str(cell.get("data-file")): str(cell.get("data-state")) for cell in page.xpath("//*[@data-state]")}


def test_page_table_and_data_agree(
    site: tuple[Path, Built], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, built = site
    monkeypatch.chdir(root)
    assert cli.main(["status", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert cells(built.page("translations")) == {entry["file"]: entry["state"] for entry in data}
    assert cells(built.page("translations")) == {
        "sv/articles/new.md": "missing",
        "sv/articles/own.md": "local-only",
        "sv/articles/same.md": "outdated",
        "sv/articles/stub.md": "untranslated",
        "sv/articles/trust.md": "outdated",
        "sv/index.md": "current",
    }
    assert cli.main(["status"]) == 0
    table = capsys.readouterr().out
    assert "1 current, 2 outdated, 0 unknown, 1 untranslated, 1 missing, 1 local-only." in table
    counts = text(built.page("translations").xpath("//article/p[2]")[0])
    assert counts == "I alt: 1 ajour, 2 forældet, 0 ukendt, 1 ikke oversat, 1 mangler, 1 kun her."


def test_the_page_says_what_changed_and_leads_to_both(site: tuple[Path, Built]) -> None:
    page = site[1].page("translations")
    (row,) = page.xpath("//tr[.//*[@data-file='sv/articles/trust.md']]")
    assert text(row.xpath("td")[0]) == "forældet Ændret i originalen: Så"
    assert row.xpath(".//a/@href") == ["../articles/trust/", "../sv/articles/trust/"]
    (own,) = page.xpath("//tr[.//*[@data-file='sv/articles/own.md']]")
    assert text(own.xpath("td")[0]) == "kun her"


def test_only_those_who_know_its_address_find_the_page(site: tuple[Path, Built]) -> None:
    _, built = site
    assert built.page("translations").xpath("//head/meta[@name='robots']/@content") == ["noindex"]
    assert "translations" not in (built.folder / "sitemap.xml").read_text(encoding="utf-8")
    for path in built.folder.rglob("*.html"):
        if path.parent.name != "translations":
            assert "translations/" not in path.read_text(encoding="utf-8"), path
    assert "half.md" not in text(built.page("translations").xpath("//article")[0])


def test_readers_of_an_untranslated_copy_get_what_they_get_for_a_missing_page(site: tuple[Path, Built]) -> None:
    _, built = site
    stub, missing = (built.page(f"sv/articles/{name}") for name in ("stub", "new"))
    for page in (stub, missing):
        assert "på danska" in text(page.xpath("//article/div[@role='note']")[0])
        assert page.xpath("//article//div[@lang='da']//h1")
        assert page.xpath("//link[@hreflang='sv']") == []
    assert "sv/articles/stub" not in (built.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert built.page("articles/stub").xpath("//link[@hreflang='sv']") == []


def test_an_outdated_page_has_a_notice_below_its_heading(site: tuple[Path, Built]) -> None:
    page = site[1].page("sv/articles/trust")
    (notice,) = page.xpath("//article/div[@role='note']")
    assert text(notice) == "Originalet har ändrats sedan den här texten översattes. Se originalet på danska"
    assert notice.xpath(".//a/@href") == ["../../../articles/trust/"]
    assert notice.getprevious().tag == "h1"
    assert notice.get("data-pagefind-ignore") == "all"
    for address in ("sv", "articles/trust", "sv/articles/own"):
        assert site[1].page(address).xpath("//div[@role='note'][contains(., 'Original')]") == []


def test_what_a_shallow_history_does_not_show_is_reported(tmp_path: Path) -> None:
    digest = "0" * 12
    files = FILES | {"sv/index.md": f'---\ntranslation:\n  source: da\n  hash: "{digest}"\n---\n# Hem\n'}
    settings = {
        "repo_url": "https://github.com/acme/site",
        "edit_uri_template": "edit/main/docs/{path}",
        "theme": {"name": "material", "language": "da", "font": False, "features": ["content.action.edit"]},
    }
    options = {"status_page": "translations", "fallback": {"sv": "notice"}, "guide": "articles/trust.md"}
    built = build_site(tmp_path, files, multilingual=options, settings=settings)
    page = built.page("translations")
    assert "Historikken viser ikke, hvad der er ændret." in text(page.xpath("//tr[.//*[@data-file='sv/index.md']]")[0])
    # In a repository whose editor is known the page leads to files, and to new ones with what they begin with.
    edit, new = (f"https://github.com/acme/site/{action}/main" for action in ("edit", "new"))
    line = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8").split("\n").index("    status_page: translations")
    assert page.xpath("//a[@rel='edit']/@href") == [f"{edit}/mkdocs.yml#L{line + 1}"]
    (missing,) = page.xpath("//td[.//*[@data-file='sv/articles/new.md']]//a/@href")
    assert missing.startswith(
        f"{new}?filename=docs/sv/articles/new.md&value=---%0Atranslation%3A%0A%20%20source%3A%20da"
    )
    assert page.xpath("//td[.//*[@data-file='sv/articles/own.md']]//a/@href")[-1] == f"{edit}/docs/sv/articles/own.md"
    assert built.page("sv/articles/new").xpath("//a[@rel='edit']/@href") == [missing]
    guide = page.xpath("//*[@class='js-ml-begin']/p/a")
    assert [link.get("href") for link in guide] == ["../articles/trust/", "../sv/articles/trust/"]
    assert [link.get("lang") for link in guide] == ["da", "sv"]
    begun = page.xpath("//*[@class='js-ml-begin']//li//a/@href")
    assert [unquote(link) for link in begun] == [
        f"{new}?filename=docs/{locale}/articles/new-page.md&value=# …\n\n{text}\n"
        for locale, text in {"da": "Skriv teksten her.", "sv": "Skriv texten här."}.items()
    ]


def test_a_broken_record_stops_a_build_with_strict_checks_in_plain_words(tmp_path: Path) -> None:
    files = FILES | {"sv/index.md": "---\ntranslation:\n  source: sv\n  hash: 1\n---\n# Hem\n"}
    built = build_site(tmp_path, files, multilingual={"checks": "strict"})
    assert built.aborted
    assert "docs/sv/index.md:3: error [translation-record]" in built.messages[0]


def test_a_page_of_the_site_is_not_written_over(tmp_path: Path) -> None:
    files = FILES | {"da/translations.md": "# Egen side\n"}
    built = build_site(tmp_path, files, multilingual={"status_page": "translations"})
    assert built.aborted
    assert "set `status_page` in the options of multilingual" in built.messages[0]
    built = build_site(tmp_path, files, multilingual={"status_page": "status/of"})
    assert not built.aborted
    assert built.has("status/of")
    built = build_site(tmp_path, files, multilingual={"status_page": ""})
    assert not built.has("status/of")


def test_an_edited_source_makes_its_own_translation_again_and_no_other_page(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "mkdocs")
    source = "# Hjem\n\nEt.\n"
    page = read_source(source.encode(), "da/index.md")[0]
    assert page is not None
    digest = fingerprint(page.matter, page.body)
    files = {
        "da/index.md": source,
        "da/other.md": "# Andet\n",
        "sv/index.md": f'---\ntranslation:\n  source: da\n  hash: "{digest}"\n---\n# Hem\n\nEtt.\n',
        "sv/other.md": "# Annat\n",
    }
    others = ("incremental",)
    assert build_site(tmp_path, files, languages=("da", "sv"), multilingual={}, others=others).messages == []
    assert "ml-notice" not in (tmp_path / "site/sv/index.html").read_text("utf-8")
    write(tmp_path, {"da/index.md": source.replace("Et.", "To.")})
    caplog.clear()
    built = rebuild(tmp_path, strict=False)
    told = [message for message in caplog.messages if "of the last build" in message]
    assert [message.split(": ")[-1] for message in told] == [
        "1 pages are those of the last build, 1 were made.",
        "1 pages are those of the last build, 1 were made.",
    ]
    assert built.page("sv/").xpath("//*[contains(@class, 'ml-notice')]")
