"""The adapter to static-i18n: what it relies on is there, and it answers for sites without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.problems import Location
from mkdocs_foundation.site import Site, Structure

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
    for owner, names in (
        (i18n, static_i18n.USED_OF_PLUGIN),
        (i18n.config, static_i18n.USED_OF_OPTIONS),
        (i18n.config.languages[0], static_i18n.USED_OF_LANGUAGE),
        (file, static_i18n.USED_OF_FILE),
    ):
        for name in names:
            assert hasattr(owner, name), (
                f"static-i18n no longer has `{name}` on its {type(owner).__name__}: "
                "change plugins/foundation/mkdocs_foundation/glue/static_i18n.py, which is all that uses it."
            )


@pytest.mark.parametrize("structure", ["folder", "suffix"])
def test_a_site_with_static_i18n(tmp_path: Path, structure: str) -> None:
    config = configured(tmp_path, structure)
    site = static_i18n.site_of(config)
    assert (site.locales, site.structure, site.docs_dir) == (("en", "sv"), Structure(structure), "docs")
    assert static_i18n.current_locale(config) == "en"
    assert static_i18n.is_first_language(config)
    assert static_i18n.falls_back(config)


def test_a_site_without_static_i18n(tmp_path: Path) -> None:
    config = configured(tmp_path, None)
    assert static_i18n.site_of(config) == Site.of("en", structure=Structure.SINGLE)
    assert static_i18n.current_locale(config) == "en"
    assert static_i18n.is_first_language(config)
    assert not static_i18n.falls_back(config)
    file = static_i18n.generated_page("a.md", {"a.md": "# A"}, Location("b.md", 7), Site.of("en"), config)
    assert (file.url, file.content_string, static_i18n.written_in(file)) == ("a/", "# A", Location("b.md", 7))
    assert static_i18n.alternates(file) == {}


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
    site = static_i18n.site_of(config)
    located = site.locate(uri)
    assert located is not None
    plain = File(uri, config.docs_dir, config.site_dir, directories)
    create = {"folder": folder, "suffix": suffix}[structure].create_i18n_file
    theirs = create(plain, reader, "en", ["sv", "en"], config)
    ours = static_i18n.localize(File(uri, None, config.site_dir, directories), site, located.locale, reader)
    assert ours.url == theirs.url
    assert Path(ours.abs_dest_path) == Path(theirs.abs_dest_path)
    assert ours.name == theirs.name
    for name in ("locale", "locale_alternate_of", "norm_src_uri"):
        assert getattr(ours, name) == getattr(theirs, name)
    assert list(static_i18n.alternates(ours)) == list(theirs.alternates) == [reader]


def test_a_generated_page_knows_its_versions(tmp_path: Path) -> None:
    config = configured(tmp_path, "folder")
    site, place = static_i18n.site_of(config), Location("en/a.md", 3)
    both = {"en/tests/t.md": "# T", "sv/tests/t.md": "# T på svenska"}
    file = static_i18n.generated_page("en/tests/t.md", both, place, site, config)
    found = static_i18n.alternates(file)
    assert {lang: (other.url, static_i18n.locale_of(other)) for lang, other in found.items()} == {
        "en": ("tests/t/", "en"),
        "sv": ("sv/tests/t/", "sv"),
    }
    fallback = static_i18n.generated_page("en/tests/t.md", {"en/tests/t.md": "# T"}, place, site, config)
    shown = static_i18n.alternates(fallback)["sv"]
    assert (shown.url, static_i18n.locale_of(shown), static_i18n.reader_of(shown)) == ("sv/tests/t/", "en", "sv")


def test_a_file_can_be_moved(tmp_path: Path) -> None:
    file = File("a.md", None, str(tmp_path), True)
    assert file.url == "a/"
    static_i18n.move(file, "b/index.html")
    assert (file.url, Path(file.abs_dest_path)) == ("b/", tmp_path / "b" / "index.html")
