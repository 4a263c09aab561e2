"""Addresses that open a file in the editor of the place where its repository is."""

from __future__ import annotations

import pytest

from mkdocs_foundation.reports.editor_links import LONGEST, EditorLinks, Repository
from mkdocs_foundation.reports.problems import Location

GITHUB = EditorLinks(uri="https://github.com/acme/site/edit/main/docs/")
PLACES = {
    "github": (GITHUB, "https://github.com/acme/site/edit/main/docs/da/a.md#L7"),
    "github, relative": (
        EditorLinks("https://github.com/acme/site", "edit/main/docs/"),
        "https://github.com/acme/site/edit/main/docs/da/a.md#L7",
    ),
    "github, to look at": (
        EditorLinks("https://github.com/acme/site/", "blob/main/docs"),
        "https://github.com/acme/site/blob/main/docs/da/a.md?plain=1#L7",
    ),
    "gitlab": (
        EditorLinks("https://gitlab.com/acme/team/site", "-/edit/main/docs/"),
        "https://gitlab.com/acme/team/site/-/edit/main/docs/da/a.md#L7",
    ),
    "forgejo": (
        EditorLinks(uri="https://codeberg.org/acme/site/_edit/main/docs/"),
        "https://codeberg.org/acme/site/_edit/main/docs/da/a.md#L7",
    ),
    "bitbucket": (
        EditorLinks("https://bitbucket.org/acme/site/", "src/main/docs/"),
        "https://bitbucket.org/acme/site/src/main/docs/da/a.md#lines-7",
    ),
    "a template": (
        EditorLinks(template=lambda path, stem: f"https://wiki.example/edit?page={stem}"),
        "https://wiki.example/edit?page=da/a",
    ),
    "a query": (EditorLinks("https://wiki.example/", "?file=docs/"), "https://wiki.example/?file=docs/da/a.md"),
    "elsewhere": (EditorLinks(uri="https://example.org/edit/"), "https://example.org/edit/da/a.md"),
    "none": (EditorLinks("https://github.com/acme/site"), ""),
}


@pytest.mark.parametrize(("links", "expected"), PLACES.values(), ids=PLACES)
def test_an_address_leads_to_the_line_where_the_place_has_lines(links: EditorLinks, expected: str) -> None:
    assert links.line(Location("da/a.md", 7)) == expected
    assert links.line(Location("da/a.md", 1)) == links.file("da/a.md")


def test_a_file_beside_the_docs_folder_has_an_address_too() -> None:
    assert GITHUB.line(Location("../mkdocs.yml", 9)) == "https://github.com/acme/site/edit/main/mkdocs.yml#L9"


def test_a_new_file_is_filled_in_as_long_as_its_address_is_not_refused() -> None:
    start = "https://github.com/acme/site/new/main?filename=docs/da/articles/new.md"
    assert GITHUB.new("da/articles/new.md", "# Å & b\n") == f"{start}&value=%23%20%C3%85%20%26%20b%0A"
    assert GITHUB.new("da/articles/new.md", "å" * LONGEST) == start
    of_template = EditorLinks(template=lambda path, stem: f"https://github.com/acme/site/edit/main/docs/{path}")
    assert of_template.new("da/articles/new.md") == start
    at_top = EditorLinks(uri="https://git.acme.example/acme/site/edit/main/")
    assert at_top.new("a.md") == "https://git.acme.example/acme/site/new/main?filename=a.md"
    gitlab = PLACES["gitlab"][0].new("da/a.md", "x")
    assert gitlab == "https://gitlab.com/acme/team/site/-/new/main/docs?file_name=da/a.md&content=x"
    for name in ("forgejo", "bitbucket", "a template", "a query", "elsewhere", "none"):
        assert PLACES[name][0].new("da/a.md") == "", name


def test_the_repository_is_known_where_its_place_is() -> None:
    found = {name: links.place() for name, (links, _) in PLACES.items()}
    github = Repository("github", "https://github.com", "acme/site", "main", "docs")
    gitlab = Repository("gitlab", "https://gitlab.com", "acme/team/site", "main", "docs")
    known = {"github": github, "github, relative": github, "github, to look at": github, "gitlab": gitlab}
    assert {name: place for name, place in found.items() if place} == known
