"""The adapter to static-i18n: what it relies on is there, and it answers for sites without it."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_foundation.glue import static_i18n, static_i18n_files
from mkdocs_foundation.glue.theme import files as theme_files
from mkdocs_foundation.site import Structure, one_language

LANGUAGES = [
    {"locale": "sv", "name": "Svenska"},
    {"locale": "en", "name": "English", "default": True},
    {"locale": "null", "name": "Elsewhere", "fixed_link": "https://example.com/"},
]


def configured(folder: Path, structure: str | None) -> MkDocsConfig:
    """A site's configuration, with static-i18n in a structure or without it."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    options = {"docs_structure": structure, "languages": LANGUAGES}
    plugins: list[Any] = [{"i18n": options}] if structure else []
    config = load_config(str(folder / "mkdocs.yml"), plugins=plugins, docs_dir=str(folder / "docs"))
    config.plugins._current_plugin = "test"  # as within an event, where files are generated
    return config


@pytest.mark.parametrize("structure", ["folder", "suffix"])
def test_static_i18n_has_what_the_adapter_uses(tmp_path: Path, structure: str) -> None:
    config = configured(tmp_path, structure)
    i18n: Any = config.plugins["i18n"]
    (tmp_path / "docs" / "index.md").write_text("# A", encoding="utf-8")
    i18n.on_config(config)
    page = File("index.md", config.docs_dir, config.site_dir, True)
    file = next(iter(i18n.on_files(Files([page]), config=config)))
    remedy = "change plugins/foundation/mkdocs_foundation/glue/static_i18n.py, which is all that uses it."
    missing = [*static_i18n.missing_attributes(i18n), *(n for n in static_i18n.FILE_ATTRIBUTES if not hasattr(file, n))]
    assert missing == [], f"static-i18n no longer has {', '.join(missing)}: {remedy}"


def test_a_static_i18n_that_lacks_something_is_reported_in_a_sentence(tmp_path: Path) -> None:
    config = configured(tmp_path, "folder")
    del config.plugins["i18n"].building
    with pytest.raises(PluginError, match=r"static-i18n no longer has building\."):
        static_i18n.site(config)


@pytest.mark.parametrize("structure", ["folder", "suffix"])
def test_a_site_with_static_i18n(tmp_path: Path, structure: str) -> None:
    config = configured(tmp_path, structure)
    site = static_i18n.site(config)
    assert (list(site.languages), site.structure, site.docs_dir) == (["en", "sv"], Structure(structure), "docs")
    assert site.falls_back
    assert static_i18n.current_locale(config, site) == "en"
    assert static_i18n.is_first_build(config)


def test_a_site_without_static_i18n(tmp_path: Path) -> None:
    config = configured(tmp_path, None)
    site = static_i18n.site(config)
    assert site == one_language("en")
    assert static_i18n.current_locale(config, site) == "en"
    assert static_i18n.is_first_build(config)
    assert static_i18n.build_locales(config, site) == ["en"]
    file = File("en/a.md", None, config.site_dir, True)
    static_i18n.localize(file, "en", site, config)
    assert (file.url, static_i18n.alternates(file), static_i18n.key(file, site)) == ("en/a/", {"en": file}, "en/a.md")


@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize(
    ("structure", "uri", "reader"),
    [
        ("folder", "en/index.md", "en"),
        ("folder", "en/index.md", "sv"),
        ("folder", "sv/index.md", "sv"),
        ("folder", "sv/articles/trust.md", "sv"),
        ("folder", "en/articles/trust.md", "sv"),
        ("folder", "en/articles/README.md", "en"),
        ("folder", "sv/image.png", "sv"),
        ("suffix", "index.md", "en"),
        ("suffix", "index.md", "sv"),
        ("suffix", "index.sv.md", "sv"),
        ("suffix", "articles/trust.sv.md", "sv"),
        ("suffix", "articles/trust.en.md", "en"),
        ("suffix", "articles/trust.en.md", "sv"),
    ],
)
def test_an_added_file_is_as_static_i18n_has_its_own(
    tmp_path: Path, structure: str, uri: str, reader: str, directories: bool
) -> None:
    from mkdocs_static_i18n import folder, suffix

    config = configured(tmp_path, structure)
    config.use_directory_urls = directories
    site = static_i18n.site(config)
    locale = site.locale_of(uri)
    assert locale is not None
    plain = File(uri, config.docs_dir, config.site_dir, directories)
    create = {"folder": folder, "suffix": suffix}[structure].create_i18n_file
    theirs = create(plain, reader, "en", ["sv", "en"], config)
    ours = File(uri, None, config.site_dir, directories)
    static_i18n.localize(ours, locale, site, config, reader)
    assert ours.url == theirs.url
    assert Path(ours.abs_dest_path) == Path(theirs.abs_dest_path)
    assert ours.name == theirs.name
    for name in ("locale", "locale_alternate_of", "norm_src_uri"):
        assert getattr(ours, name) == getattr(theirs, name)
    assert list(static_i18n.alternates(ours)) == list(theirs.alternates) == [reader]


def test_the_files_of_the_theme_are_listed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = configured(tmp_path, None)
    (tmp_path / "theme").mkdir()
    config.theme.dirs.insert(0, str(tmp_path / "theme"))
    for path in ("a.js", ".hidden/b.js", "c/d.css", "c/.hidden/e.css", "f.html", "locales/g.po", "c/readme.txt"):
        (tmp_path / "theme" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "theme" / path).write_text("", encoding="utf-8")
    (before := Files([])).add_files_from_theme(config.theme.get_env(), config)
    listed: list[str] = []
    monkeypatch.setattr(
        os, "walk", lambda folder, walk=os.walk, **options: listed.append(folder) or walk(folder, **options)
    )
    for _ in range(3):
        config.theme.dirs.insert(0, str(tmp_path / "theme"))  # as static-i18n adds a folder for each language
        theme_files.remember(config)
        (files := Files([])).add_files_from_theme(config.theme.get_env(), config)
        assert [file.src_uri for file in files] == [file.src_uri for file in before]
    assert listed == list(dict.fromkeys(config.theme.dirs))
    (tmp_path / "theme" / "new.js").write_text("", encoding="utf-8")
    files.add_files_from_theme(config.theme.get_env(), config)
    assert files.get_file_from_path("new.js")
    assert config.theme.get_env().list_templates(["js"])


FILES = [
    *("index.md", "README.md", "en.md", "en", "en/index.md", "en/README.md", "en/a b.md", "sv/a/README.md", "sv/å.md"),
    *("pt-BR/a.md", "zh_TW/a.md", "abc/a.md", "sv/en/a.md", "en/aREADME.md", "assets/a.png", "a//b.md", "a/../b.md"),
]
FOLDERS = ["/", "/s", "/s/docs", "/s/docs/", "//s/docs", "/s//docs", "/s/../s/docs", "docs", ".", ""]
BELOW = [*FOLDERS, "/s/docs/a.md", "/s/docsa", "/s/./docs/a", "/s/docs/.", "/s/docs/../a", "//s/docs/a", "docs/a.md"]
LINKS = [*FILES, "", ".", "..", "../a", "/", "//a", "/en/a.md", "en/", "a.md", "sv/a.md", "a b.md", "sv/index.md"]


def test_files_and_links_are_those_of_static_i18n(tmp_path: Path) -> None:
    """The quicker functions are used with the code that they were written from, and give the same."""
    remedy = "compare what glue/static_i18n_files.py replaces with its new form."
    assert static_i18n_files.digest() == static_i18n_files.KNOWN, f"static-i18n has changed: {remedy}"
    config = configured(tmp_path, None)
    for directories, locales, reader in product((True, False), (["sv", "en"], []), ("en", "sv", "pt-BR")):
        config.use_directory_urls = directories
        for uri in FILES:
            made = [
                create(File(uri, config.docs_dir, config.site_dir, directories), reader, "en", locales, config)
                for create in (static_i18n_files.theirs, static_i18n_files.create)
            ]
            theirs, ours = [{"path": f.dest_path, "from": f.abs_src_path, "name": f.name, **vars(f)} for f in made]
            assert [theirs.pop("alternates"), ours.pop("alternates")] == [{reader: file} for file in made]
            assert ours == theirs
    for path, folder in product(BELOW, FOLDERS):
        assert static_i18n_files.is_below(path, folder) == static_i18n_files.theirs_below(path, folder), (path, folder)
    for falls_back, reader in product((True, False), ("en", "sv", "pt-BR")):
        options = SimpleNamespace(fallback_to_default=falls_back)
        plugin = SimpleNamespace(current_language=reader, default_language="en", config=options)
        files = SimpleNamespace(plugin=plugin, src_uris={uri: uri for uri in FILES})
        for link in LINKS:
            assert static_i18n_files.find(files, link) == static_i18n_files.theirs_found(files, link), link


def test_a_file_can_be_moved(tmp_path: Path) -> None:
    config = configured(tmp_path, None)
    file = File("a.md", None, config.site_dir, True)
    assert file.url == "a/"
    static_i18n.move(file, "b/index.html", config)
    assert (file.url, Path(file.abs_dest_path)) == ("b/", Path(config.site_dir, "b", "index.html"))
