"""Everything of both plugins on a site of one language: without static-i18n, and with it in either structure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from mkdocs_multilingual import cli
from mkdocs_self_assessment import cli as assessments
from tests.plugin.building import build_site, text

ADDED = {"status_page": "translations", "suggestion": True, "typography": True, "search": True}
POST = "---\ndate: 2026-01-05\nauthors: [desk]\n---\n# Post\n\nFirst.\n\n<!-- more -->\n\nMore.\n"
PAGES = {
    "index.md": "# Home\n",
    "articles/index.md": "---\nslug: texts\n---\n# Articles\n",
    "articles/trust.md": "---\ntopics: [trust]\nslug: on-trust\nformer_slugs: [confidence]\n---\n# Trust\n\nHope.\n",
    "topics/trust.md": "# Topic\n",
    "glossary.md": "---\nterms:\n  hope: [hope]\n---\n# Glossary\n\n### Hope {#hope}\n\nWhat it is.\n",
    "self-assessments/check.md": (
        "---\nassessment:\n  id: check\n  scale: yes-partly-no\n---\n# Check\n\n## Dimension {#d}\n\n"
        "- [ ] Statement. {#s}\n\n### Results {.results}\n\n- **0–50** A.\n- **50–100** B.\n"
    ),
    "workshop-kit.md": (
        "---\ntitle: Kit of (kit=title)\n---\n# Kit of (kit=title): (kit=questions)\n\n(kit=invitation)\n\n"
        "## Plan\n\nRead [more](articles/index.md).\n\n(kit=team)\n\n(kit=forms)\n\n"
        "## Adding up\n\n(kit=points)\n\n(kit=scale)\n\n```\n(kit=scale)\n```\n"
    ),
    "blog/index.md": "# Blog\n",
    "blog/posts/post.md": POST,
    "blog/.authors.yml": "authors:\n  desk:\n    name: Desk\n    description: d\n    avatar: a.png\n",
}


@pytest.mark.parametrize("structure", ["", "folder", "suffix", "folder without folders"])
def test_every_part_works(
    tmp_path: Path, structure: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    prefix = "en/" if structure == "folder" else ""
    built = build_site(
        tmp_path,
        {prefix + uri: content for uri, content in PAGES.items()},
        languages=("en",) if structure else (),
        structure=structure.split()[0] if structure else "folder",
        options={"my_results": True, "team": True, "kit": "workshop-kit.md"},
        multilingual=ADDED,
        blog={"authors_profiles": True},
        settings={"theme": {"name": "material", "font": False, "language": "en"}},
    )
    assert built.messages == []
    for address in ("", "texts", "texts/on-trust", "texts/confidence", "blog/2026/01/05/post", "blog/author/desk"):
        assert built.has(address), address
    assert (built.folder / "blog/feed.xml").is_file()
    assert not built.has("translations")
    page = built.page("texts/on-trust")
    assert page.xpath("//link[@rel='canonical']/@href") == ["http://127.0.0.1/texts/on-trust/"]
    assert page.xpath("//link[@hreflang]") == []
    assert "What it is." in text(page)
    assert page.xpath("//a[contains(@href, 'topics/trust')]")
    assert "hreflang" not in (built.folder / "sitemap.xml").read_text("utf-8")
    assert "/texts/on-trust/" in (built.folder / "sitemap.xml").read_text("utf-8")
    assert html.parse(str(built.folder / "404.html")).getroot().xpath("//h1")
    mine = built.page("my-results")
    assert mine.xpath('//my-results//template//script[contains(., \'"id":"check"\')]')
    assert mine.xpath("//my-results/noscript"), "without JavaScript it would be empty without a word"
    assert mine.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "/my-results/" not in (built.folder / "sitemap.xml").read_text("utf-8")
    assert not page.xpath("//a[contains(@href, 'my-results')]")
    # On the page of a team nothing is missing that it names.
    team = built.folder / "self-assessments/check/team/index.html"
    mirror = html.parse(str(team)).getroot()
    named = mirror.xpath("//team-mirror/following-sibling::script/@src | //link[@rel='stylesheet']/@href")
    assert [name for name in named if "self-assessment/team" in name and not (team.parent / name).is_file()] == []
    assert mirror.xpath("//team-mirror/@data-address") == ["../"]
    assert mirror.xpath("//meta[@name='robots']/@content") == ["noindex"]
    (link,) = built.page("self-assessments/check").xpath("//a[contains(@class, 'js-team')]")
    assert link.get("href") == "team/"
    assert (team.parents[1] / link.get("data-words")).is_file()
    # A workshop kit is made from a page of the site, which isn't published itself.
    assert not built.has("workshop-kit")
    sheets = built.page("self-assessments/check/kit")
    assert sheets.xpath("string(//h1)").startswith("Kit of Check: 1 statement")
    assert sheets.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert sheets.xpath("//*[@class='sa-kit__address']/text()") == ["http://127.0.0.1/self-assessments/check/"] * 2
    assert sheets.xpath("//*[contains(@class, 'sa-kit__invitation')]//*[name()='svg']")
    assert sheets.xpath("//*[contains(@class, 'sa-kit__form')]//tr[@id]//th")
    assert sheets.xpath("//*[contains(@class, 'sa-kit__percents')]")
    assert sheets.xpath("//*[@class='sa-kit__dots']")
    assert {"../team/", "../../../texts/"} <= set(sheets.xpath("//article//a/@href"))
    assert built.page("self-assessments/check").xpath("//a[@href='kit/']")
    assert mirror.xpath("//a[@href='../kit/']")
    assert not re.search("/(team|kit)/|workshop-kit", (built.folder / "sitemap.xml").read_text("utf-8"))
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "--strict"]) == 0
    assert assessments.main(["check", "--strict"]) == 0
    capsys.readouterr()
    page = f"docs/{prefix}index.md"
    for command in (["status"], ["new", "translation", page, "sv"], ["mark-current", page]):
        assert cli.main(command) == 2
        assert "no second language" in capsys.readouterr().err
