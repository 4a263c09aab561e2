"""A language is added to a site: with a few pages its strict build is clean, and one list says what is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_multilingual import cli
from tests.plugin.building import build_site, rebuild, text
from tests.sites import ROOT

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1" y="1" data-word="word">x</text></svg>'
FILES = {
    "assets/figures/drawing.svg": DRAWING,
    "assets/figures/drawing.toml": '[da]\nword = "Ord"\n[sv]\nword = "Ordet"\n',
    "da/index.md": "# Hjem\n\n[En](articles/one.md) og [to](articles/two.md).\n",
    "sv/index.md": "# Hem\n\n[Ett](articles/one.md) och [två](articles/two.md).\n",
    "fi/index.md": "---\ntemplate: home.html\n---\n# Koti\n\n[Yksi](articles/one.md) ja [kaksi](articles/two.md).\n",
    "da/articles/one.md": "# En\n\n![Et ord](../assets/figures/drawing.svg)\n\n[To](two.md)\n",
    "sv/articles/one.md": "# Ett\n\n[Två](two.md)\n",
    "fi/articles/one.md": "# Yksi\n\n![Sana](../../assets/figures/drawing.svg)\n\n[Kaksi](two.md)\n",
    "da/articles/two.md": "# To\n\n[En](one.md) og [tre](three.md)\n",
    "sv/articles/two.md": "# Två\n\n[Ett](one.md)\n",
    "da/articles/three.md": "# Tre\n\n[To](two.md) og [bloggens vejledning](../blog/guide.md)\n",
    "da/blog/index.md": "# Blog\n",
    "da/blog/guide.md": "# Vejledning\n",
    "sv/blog/index.md": "# Blogg\n",
    "da/.words.txt": "mistillid\n",
}
SETTINGS = {
    "theme": {
        "name": "material",
        "custom_dir": str(ROOT / "overrides"),
        "language": "da",
        "font": False,
        "features": ["content.action.edit"],
        "icon": {"logo": "compass", "edit": "material/pencil-outline"},
        "palette": [{"scheme": "default", "toggle": {"icon": "material/compass", "name": "palette.system"}}],
    },
    "edit_uri": "https://example.org/edit/docs/",
    "extra": {"footer_pages": ["articles/three.md"]},
    "hooks": [str(ROOT / "overrides/hook.py")],
}


def test_a_language_with_a_few_pages_is_built_and_one_list_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {**FILES, "da/articles/one.md": FILES["da/articles/one.md"].replace("../assets", "../../assets")}
    options = {"fallback": {"sv": "notice"}}
    built = build_site(tmp_path, files, languages=("da", "sv", "fi"), multilingual=options, blog={}, settings=SETTINGS)
    assert built.messages == []
    config = ["--config", str(tmp_path / "mkdocs.yml")]
    # A copy to be translated, to which pages in every language link, changes nothing for readers.
    assert cli.main([*config, "new", "translation", str(tmp_path / "docs/da/articles/two.md"), "fi"]) == 0
    built = rebuild(tmp_path)
    assert built.messages == []
    assert "Sana" in str(built.page("fi/articles/one").xpath("//article//figure//*[local-name()='svg']/@aria-label"))
    assert text(built.page("fi/articles/one").xpath("//article//figure")[0]) == "Ord"
    assert built.page("fi/articles/two").xpath("//article//*[@lang='da']//h1")
    for locale in ("sv", "fi"):  # a short page, or the text: links have the name that the page has where it is
        (link,) = built.page(locale).xpath("//footer//nav//a")
        assert (text(link), link.get("lang")) == ("Tre", "da")
    menu = built.page("fi").xpath("//button[@title='Menu'] | //label[@for='__drawer']")
    assert menu, "words of the site's own templates are in English until they are translated"
    for address, uri in (("fi", "fi/index.md"), ("sv/blog", "sv/blog/index.md")):  # with templates of their own
        assert built.page(address).xpath("//a[@rel='edit']/@href") == [f"https://example.org/edit/docs/{uri}"]
    assert "palette.system" not in (built.folder / "fi/index.html").read_text(encoding="utf-8")

    capsys.readouterr()
    assert cli.main([*config, "doctor", "--new-language", "fi"]) == 1
    listed = capsys.readouterr().out
    for entry in (
        "docs/fi/articles/two.md (untranslated)",
        "docs/fi/articles/three.md (missing)",
        "docs/fi/blog/index.md (missing)",
        "docs/fi/.words.txt",
        "drawing.toml, under [fi]: word",
        "`fallback: {fi: notice}`",
        "[x] words of mkdocs_self_assessment",
        "partials/words/fi.html (da.html)",
        "fi: 7 to do.",
    ):
        assert entry in listed
    assert "docs/fi/index.md" not in listed
    # One that isn't in mkdocs.yml yet, and that no plugin has words in.
    assert cli.main([*config, "doctor", "--new-language", "fo"]) == 1
    listed = capsys.readouterr().out
    assert "- locale: fo # plugins, i18n, languages" in listed
    assert "  name: …" in listed
    assert "[ ] words of mkdocs_multilingual" in listed
    assert cli.main([*config, "doctor", "--new-language", "../fo"]) == 2


FINNISH: dict[str, str | bytes] = {
    "fi/index.md": '# Koti\n\nHän sanoi: "Hyvä 5 % alennus".\n\n[Kysely](self-assessments/luottamus.md)\n',
    "fi/blog/index.md": "# Blogi\n",
    "fi/blog/posts/eka.md": "---\ndate: 2026-03-04\n---\n# Ensimmäinen\n\n" + "Sana tässä on. " * 400,
    "fi/self-assessments/luottamus.md": (
        "---\nassessment:\n  id: luottamus\n  scale: agreement-5\n---\n# Luottamus\n\n"
        "- [ ] Kerromme virheistä. {#virheet}\n- [ ] Pyydämme apua. {#apu}\n\n"
        "## Tulokset {.results}\n\n- **0–50** Aloittakaa pienestä.\n- **50–100** Jatkakaa näin.\n"
    ),
    "en/index.md": "# Home\n",
    "en/blog/index.md": "# Blog\n",
}


def test_a_site_in_finnish_is_finnish_to_the_last_word(tmp_path: Path) -> None:
    options = {"search": True, "typography": True, "share_images": {"enabled": True}}
    built = build_site(tmp_path, FINNISH, languages=("fi", "en"), multilingual=options, blog={}, strict=True)
    assert built.messages == []
    home, post, form = (built.page(path) for path in ("", "blog/2026/03/04/ensimmäinen", "self-assessments/luottamus"))
    assert (home.get("lang"), home.get("dir") in (None, "ltr")) == ("fi", True)
    assert "”Hyvä 5 % alennus”" in text(home)
    assert "4. maaliskuuta 2026" in text(post)
    assert "2 väittämää" in text(form)
    assert not form.xpath("//self-assessment//*[@lang='en'] | //header//*[@lang='en' and not(@hreflang)]")
    assert (built.folder / "assets/share/fi/index.png").is_file()
    languages = json.loads(
        (built.folder / "assets/multilingual/pagefind/pagefind-entry.json").read_text(encoding="utf-8")
    )["languages"]
    assert languages["fi"]["wasm"] == "fi", "with the stems of Finnish words"
