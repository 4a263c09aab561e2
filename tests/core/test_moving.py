"""`rename` and `delete`: links in every file, addresses, records of translations, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_foundation.site import Structure, several
from mkdocs_foundation.sources import pages
from mkdocs_multilingual import cli
from mkdocs_multilingual.addresses import address_book

CONFIG = """\
# A comment that stays.
plugins:
  - i18n: {docs_structure: STRUCTURE, languages: [{locale: da, default: true}, {locale: sv}]}
  - multilingual: {checks: strict, start_pages: [guides/old.md, blog/guides/old.md]}
  - multilingual-blog
nav: [PREFIXguides/old.md]
"""
LINKS = """\
[a](../guides/old.md) and [b](<../guides/old.md#part> "Title"), `[code](../guides/old.md)`, [own](#here)
[web](https://example.org/guides/old.md) [name] ![Picture](../img/p.png)

- Item

    - [in a list](../guides/old.md?x=1)

```
[in fence](../guides/old.md)
```

[name]: ../guides/old.md
"""


@pytest.fixture(params=["folder", "suffix"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    is_folder = request.param == "folder"
    prefix = "da/" if is_folder else ""
    text = CONFIG.replace("STRUCTURE", request.param).replace("PREFIX", prefix)
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    for locale in ("da", "sv"):
        form = f"{locale}/{{}}.md" if is_folder else "{}.md" if locale == "da" else "{}.sv.md"
        files = {
            "index": f"# {locale}\n\n[Old](guides/old.md)\n",
            "guides/old": f"---\nslug: gammel-{locale}\n---\n# Old {locale}\n\n[O](other.md) ![P](../img/p.png)\n",
            "guides/other": f"# Other {locale}\n\n[Old](old.md)\n",
            "topics/links": f"# Links {locale}\n\n{LINKS}",
            "blog/index": "# Blog\n",
            "img/p": "# A page\n",
        }
        for key, text in files.items():
            path = tmp_path / "docs" / form.format(key)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for folder in ("da", "sv") if is_folder else (".",):
        (tmp_path / "docs" / folder / "img/p.png").write_bytes(b"p")
    monkeypatch.chdir(tmp_path)
    translations = [str(p) for p in Path("docs").rglob("*.md") if p.name.endswith(".sv.md") or "sv" in p.parts]
    assert cli.main(["mark-current", *translations]) == 0
    return "docs/{locale}/{key}.md" if is_folder else "docs/{key}.md"


def snapshot() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def states(capsys: pytest.CaptureFixture[str]) -> set[str]:
    capsys.readouterr()
    assert cli.main(["status", "--json"]) == 0
    return {entry["state"] for entry in json.loads(capsys.readouterr().out)}


def test_a_page_moves_to_another_folder_in_all_languages(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot()
    old = site.format(locale="da", key="guides/old")
    assert cli.main(["rename", old, "deep/er/new", "--dry-run"]) == 0
    assert snapshot() == before
    assert cli.main(["rename", old, "deep/er/new.md"]) == 0
    new = Path(site.format(locale="da", key="deep/er/new")).read_text(encoding="utf-8")
    assert new == (
        "---\nslug: gammel-da\nformer_slugs: [/guides/gammel-da]\n---\n"
        "# Old da\n\n[O](../../guides/other.md) ![P](../../img/p.png)\n"
    ).replace("[/guides/gammel-da]", '["/guides/gammel-da"]')
    links = Path(site.format(locale="da", key="topics/links")).read_text(encoding="utf-8")
    lines = LINKS.split("\n")
    expected = [
        lines[0]
        .replace("../guides/old.md", "../deep/er/new.md")
        .replace("(../deep/er/new.md)`", "(../guides/old.md)`"),
        *(line.replace("../guides/old.md", "../deep/er/new.md") for line in lines[1:7]),
        *lines[7:11],
        "[name]: ../deep/er/new.md",
        "",
    ]
    assert links.split("\n")[2:] == expected
    settings = Path("mkdocs.yml").read_text(encoding="utf-8")
    prefix = "da/" if "{locale}" in site else ""
    assert "start_pages: [deep/er/new.md, blog/guides/old.md]" in settings
    assert f"nav: [{prefix}deep/er/new.md]" in settings
    assert settings.startswith("# A comment that stays.")
    assert states(capsys) == {"current"}
    assert cli.main(["check", "--strict"]) == 0, capsys.readouterr().out


def test_a_page_without_a_slug_keeps_its_old_address(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rename", site.format(locale="da", key="guides/other"), "better"]) == 0
    text = Path(site.format(locale="da", key="guides/better")).read_text(encoding="utf-8")
    assert text == "---\nformer_slugs: [other]\n---\n# Other da\n\n[Old](old.md)\n"
    assert "(better.md)" in Path(site.format(locale="da", key="guides/old")).read_text(encoding="utf-8")
    assert states(capsys) == {"current"}
    assert cli.main(["rename", site.format(locale="da", key="guides/better"), "old"]) == 2
    assert cli.main(["rename", site.format(locale="da", key="guides/better"), "../old"]) == 2
    assert cli.main(["rename", site.format(locale="da", key="index"), "home"]) == 2


def test_a_deleted_page_leads_to_another_one(site: str, capsys: pytest.CaptureFixture[str]) -> None:
    old, other = (site.format(locale="da", key=key) for key in ("guides/old", "guides/other"))
    before = snapshot()
    assert cli.main(["delete", old]) == 2
    assert cli.main(["delete", old, "--instead", old, "--yes"]) == 2
    assert snapshot() == before
    capsys.readouterr()
    assert cli.main(["delete", old, "--dry-run"]) == 1
    told = capsys.readouterr().out
    links = site.format(locale="da", key="topics/links")
    assert f"{links}: line 3, 8, 14\n" in told
    assert "Addresses that are gone: /guides/gammel-da/, /sv/guides/gammel-sv/" in told
    assert cli.main(["delete", old, "--instead", other, "--yes"]) == 1
    assert f"{other}: line 3\n" in capsys.readouterr().out, "the other page doesn't link to itself"
    assert not Path(old).exists()
    assert "former_slugs: [gammel-da]" in Path(other).read_text(encoding="utf-8")
    assert "[a](../guides/other.md)" in Path(links).read_text(encoding="utf-8")
    assert states(capsys) == {"current"}


def test_a_former_slug_with_a_slash_in_front_is_a_whole_path() -> None:
    sources = {
        "da/a/index.md": "---\nslug: viden\nformer_slugs: [gamle, /helt/andre]\n---\n# A\n",
        "da/a/x.md": "---\nformer_slugs: [y, /b/z]\n---\n# X\n",
    }
    site = several(["da", "sv"], Structure.FOLDER)
    book, problems = address_book.read(pages.read(sources.items(), site)[0], site)
    assert problems == []
    assert book.former_paths("da", "a/x.md") == ["viden/y", "gamle/x", "gamle/y", "b/z"]
    assert book.former_paths("da", "a/index.md") == ["gamle", "helt/andre"]


def test_a_site_of_one_language_without_the_plugin_has_no_redirects(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    Path("mkdocs.yml").write_text("nav: [index.md, a.md]\n", encoding="utf-8")
    Path("docs/index.md").write_text("# Home\n\n[A](a.md#x)\n", encoding="utf-8")
    Path("docs/a.md").write_text("# A\n", encoding="utf-8")
    assert cli.main(["rename", "docs/a.md", "b"]) == 0
    assert "Addresses that are gone: /a/" in capsys.readouterr().out
    assert Path("docs/index.md").read_text(encoding="utf-8") == "# Home\n\n[A](b.md#x)\n"
    assert Path("docs/b.md").read_text(encoding="utf-8") == "# A\n"
    assert Path("mkdocs.yml").read_text(encoding="utf-8") == "nav: [index.md, b.md]\n"
    assert cli.main(["new", "article", "--title", "Et æble", "--folder", "."]) == 0
    assert Path("docs/et-aeble.md").read_text(encoding="utf-8") == (
        "---\ntitle: Et æble\n---\n# Et æble\n\nWrite the text here.\n"
    )
    assert cli.main(["new", "post", "--title", "T"]) == 2
