"""The settings of the editor in the browser: where it reads and writes the pages of a site."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mkdocs_foundation.reports.editor_links import Repository
from mkdocs_foundation.site import Site, Structure, one_language, several
from mkdocs_multilingual.editor.settings import Folder, connects_to, settings

GITHUB = Repository("github", "https://github.com", "acme/site", "main", "docs")
GITLAB = Repository("gitlab", "https://git.acme.example", "web/site", "main", "")
FOLDERS = [Folder("", "Site"), Folder("blog/posts", "Blog", "---\ndate: YYYY-MM-DD\n---\n# …\n")]


def of(site: Site, place: Repository = GITHUB) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(settings(place, site, FOLDERS, ""))
    return found


@pytest.mark.parametrize(
    ("site", "folders", "structure"),
    [
        (several(["ar", "pt-BR"]), ["docs/{{locale}}", "docs/{{locale}}/blog/posts"], "multiple_folders"),
        (several(["ar", "da"], Structure.SUFFIX), ["docs", "docs/blog/posts"], "multiple_files"),
        (one_language("da"), ["docs", "docs/blog/posts"], None),
    ],
)
def test_a_language_has_its_pages_where_the_site_has_them(
    site: Site, folders: list[str], structure: str | None
) -> None:
    found = of(site)
    assert [collection["folder"] for collection in found["collections"]] == folders
    languages = found.get("i18n", {})
    assert languages.get("structure") == structure
    assert languages.get("locales", ["da"]) == list(site.languages)
    assert languages.get("omit_default_locale_from_file_path", False) == (structure == "multiple_files")


def test_a_new_page_is_begun_and_no_page_is_written_anew() -> None:
    pages, posts = of(several(["da", "sv"]))["collections"]
    assert [field.get("default") for field in posts["fields"]] == [None, "date: YYYY-MM-DD", "# …\n"]
    assert [field["widget"] for field in pages["fields"]] == ["hidden", "text", "text"]


@pytest.mark.parametrize(
    ("place", "address", "interface"),
    [
        (GITHUB, "https://api.github.com", None),
        (GITLAB, "https://git.acme.example", "https://git.acme.example/api/v4"),
    ],
)
def test_the_browser_may_ask_the_place_of_the_repository_only(
    place: Repository, address: str, interface: str | None
) -> None:
    assert connects_to(place) == address
    assert of(several(["da"]), place)["backend"].get("api_root") == interface
