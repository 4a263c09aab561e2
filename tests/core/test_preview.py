"""A built site that opens from the disk, and the pages that a branch changes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from mkdocs_foundation.output import from_disk
from mkdocs_multilingual import cli
from mkdocs_multilingual.preview import changed
from mkdocs_multilingual.preview.changed import Change

FILES = {"index.html", "sv/index.html", "sv/a/index.html", "sv/a.png", "js/one.js", "sv/übung/index.html"}
URL = "https://example.org/base/"


def body(html: str, path: str = "sv/a/index.html") -> str:
    return from_disk.page(f"<html><head></head><body>{html}</body></html>", path, FILES, URL).partition("<body>")[2][
        :-14
    ]


def test_links_lead_to_files_and_all_others_are_kept() -> None:
    leads = {
        "../": "../index.html",
        "../..": "../../index.html",
        "../../sv/?q=1&amp;r=2#part": "../index.html?q=1&amp;r=2#part",
        "/base/": "../../index.html",
        "https://example.org/base/sv/": "../index.html",
        "../%C3%BCbung/": "../%C3%BCbung/index.html",
    }
    kept = ["#part", "?q", "../a.png", "../gone/", "https://elsewhere.org/base/", "mailto:a@example.org", "/other/"]
    for written, expected in [*leads.items(), *((link, link) for link in kept)]:
        assert body(f'<a class="x" href="{written}">') == f'<a class="x" href="{expected}">', written
    assert body('<meta http-equiv="refresh" content="0; url=../">') == (
        '<meta http-equiv="refresh" content="0; url=../index.html">'
    )
    assert body('<meta name="description" content="../">') == '<meta name="description" content="../">'
    assert body('<link rel="alternate" href="/base/sv/">') == ""
    assert body('<link rel="canonical" href="/base/sv/">') == '<link rel="canonical" href="/base/sv/">'


def test_modules_become_data_of_one_script() -> None:
    page = '<head><meta charset="utf-8"></head><body><script type="module" src="../../js/one.js"></script></body>'
    assert from_disk.page(page, "sv/a/index.html", FILES, note="A <note>").startswith(
        '<head><meta charset="utf-8"><script src="../../opened-from-disk.js"></script></head><body><p role="note"'
    )
    assert 'data-on-disk="js/one.js"' in from_disk.page(page, "sv/a/index.html", FILES)
    assert "A &lt;note&gt;" in from_disk.page(page, "sv/a/index.html", FILES, note="A <note>")
    texts = {
        "js/one.js": 'import{a}from"./two.js";import("../more/three.js");new URL("x.json",import.meta.url)',
        "js/two.js": "export const a=1",
        "more/three.js": "",
        "js/other.js": "",
    }
    found = from_disk.modules_of([("sv/a/index.html", page)], texts)
    assert sorted(found) == ["js/one.js", "js/two.js", "more/three.js"]
    assert from_disk.module(texts["js/one.js"], "js/one.js") == (
        'import{a}from"on-disk:js/two.js";onDisk.load("js/one.js","../more/three.js");'
        'new URL("x.json",onDisk.url("js/one.js"))'
    )


def test_changed_files_lead_to_the_pages_made_of_them_in_all_languages() -> None:
    written = "M\0da/a.md\0A\0sv/b.md\0R087\0da/old.md\0da/new.md\0D\0da/gone.md\0T\0da/.authors.yml\0"
    files = changed.read_files(written)
    assert [(file.path, file.change) for file in files] == [
        ("da/a.md", Change.CHANGED),
        ("sv/b.md", Change.ADDED),
        ("da/new.md", Change.RENAMED),
        ("da/gone.md", Change.DELETED),
        ("da/.authors.yml", Change.CHANGED),
    ]

    def built(path: str, edited: str) -> changed.BuiltPage:
        edit = f'<a href="https://github.com/acme/docs/edit/main/docs/{edited}" class="x" rel="edit">' if edited else ""
        return changed.read_page(f"<title lang='da'>{path} &amp; more</title>{edit}", path)

    pages = [
        built("a/index.html", "da/a.md"),
        built("a/check/index.html", "da/a.md#L12"),
        built("sv/a/index.html", "da/a.md"),
        built("blog/author/index.html", "da/.authors.yml#L3"),
        built("404.html", ""),
    ]
    assert pages[0].title == "a/index.html & more"
    found = changed.changed_pages(files, pages, "docs")
    assert [[page.path for page in one.pages] for one in found] == [
        ["a/index.html", "a/check/index.html", "sv/a/index.html"],
        [],
        [],
        [],
        ["blog/author/index.html"],
    ]
    names = {change: change.name.lower() for change in Change}
    assert changed.as_markdown(found[3:], names, "docs").split("\n") == [
        "- `docs/da/gone.md` deleted",
        "- `docs/da/.authors.yml` changed",
        "    - blog/author/index.html & more (`blog/author/index.html`)",
    ]
    assert '<a href="a/check/index.html">a/check/index.html &amp; more</a>' in changed.as_html(found, "T", names, "da")


def test_a_pull_request_is_told_the_pages_and_the_states_of_their_translations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    languages = "[{locale: da, default: true, name: Dansk}, {locale: sv, name: Svenska}]"
    settings = f"plugins:\n- i18n: {{docs_structure: folder, languages: {languages}}}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for name in ("da/a.md", "sv/a.md", "da/b.md", "sv/b.md"):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n", encoding="utf-8")
    git("init")
    git("add", ".")
    git("commit", "-m", "1")
    (tmp_path / "docs/da/a.md").write_text("# Ny\n", encoding="utf-8")
    git("commit", "-a", "-m", "2")
    call = ["--config", str(tmp_path / "mkdocs.yml"), "changes"]
    assert cli.main([*call, "HEAD~1"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "### Sider, der bliver ændret",
        "",
        "- `docs/da/a.md` ændret",
        "",
        "### Oversættelser",
        "",
        "- `docs/sv/a.md`: ukendt",
    ]
    assert cli.main([*call, "HEAD"]) == 0
    assert "docs/" not in capsys.readouterr().out
    assert cli.main([*call, "no-such-branch"]) == 2
    assert "no-such-branch" in capsys.readouterr().err
