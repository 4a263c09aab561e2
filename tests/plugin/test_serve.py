"""`mkdocs serve`: after any edit the site is what a new process would have built."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs import utils
from mkdocs.exceptions import Abort

from mkdocs_foundation.glue.serving.server import ensure_free
from tests.plugin.building import write
from tests.plugin.four_languages import FILES, POSTS, build_four, post_source
from tests.plugin.serving import Served, fresh

HANDOVER = "blog/posts/handover.md"
NEW = "---\ndate: 2026-05-05\nauthors: [guest]\ncategories: [Årstider]\n---\n# Nyt\n\nFørst.\n\n<!-- more -->\n\nSå.\n"


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "docs" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def remove(root: Path, name: str) -> None:
    (root / "docs" / name).unlink()


EDITS: dict[str, Callable[[Path], None]] = {
    "a post's text": lambda root: edit(root, f"da/{HANDOVER}", "for tredje gang", "for fjerde gang"),
    "a post's title, which is its address": lambda root: edit(root, f"sv/{HANDOVER}", "Överlämningen", "Stafetten"),
    "a post's month": lambda root: edit(root, f"da/{HANDOVER}", "2026-04-07", "2026-06-01"),
    "a post is pinned": lambda root: edit(root, f"nb/{HANDOVER}", "topics:", "pin: true\ntopics:"),
    "a post is added": lambda root: write(root, {"da/blog/posts/new.md": NEW}),
    "its translation is added": lambda root: write(root, {"nb/blog/posts/new.md": NEW}),
    "a translation is removed": lambda root: remove(root, "en/blog/posts/broken-promise.md"),
    "a post is removed, which emptied a page of the list": lambda root: remove(root, "sv/blog/posts/coffee.md"),
    "the posts of a month are removed": lambda root: [
        remove(root, f"{locale}/blog/posts/night-calls.md") for locale in ("da", "sv", "nb", "en")
    ],
    "a draft is published": lambda root: edit(root, "da/blog/posts/unfinished.md", "draft: true", "draft: false"),
    "a post becomes a draft": lambda root: edit(
        root, "sv/blog/posts/sorry-first.md", "authors:", "draft: true\nauthors:"
    ),
    "a category is renamed": lambda root: [
        edit(root, name, "Klagomål", "Klagan")
        for name in (
            "sv/blog/.categories.yml",
            *(f"sv/blog/posts/{p.name}.md" for p in POSTS if "complaints" in p.categories and p.name != "night-calls"),
        )
    ],
    "an author is renamed": lambda root: edit(root, "nb/blog/.authors.yml", "Redaksjonen", "Skribentene"),
    "an image comes beside a post": lambda root: write(root, {"sv/blog/posts/desk.svg": FILES["assets/desk.svg"]}),
    "an article is translated": lambda root: write(root, {"en/articles/two-languages.md": "# Opening hours\n"}),
    "a translation of an article is removed": lambda root: remove(root, "sv/articles/two-languages.md"),
    "an article gets another address": lambda root: edit(root, "nb/articles/trust.md", "topics:", "slug: tro\ntopics:"),
    "an article loses its topic": lambda root: edit(root, "en/articles/trust.md", "topics: [service]\n", ""),
    "an article": lambda root: edit(root, "sv/articles/trust.md", "Om ansvar", "Mer om ansvar"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return begun(tmp_path, {"search": True})


def begun(root: Path, multilingual: dict[str, object]) -> Path:
    """The folder with the files and mkdocs.yml of a site."""
    assert not build_four(root, multilingual=multilingual).aborted
    return root


def test_after_edits_the_site_is_as_if_built_anew(root: Path) -> None:
    served = Served(root, "served")
    assert served.build()
    names = list(EDITS)
    for first in range(0, len(names), 7):  # a build for each edit would show no more, and takes minutes
        edits = names[first : first + 7]
        for name in edits:
            EDITS[name](root)
        assert served.build(), edits
        same_as_fresh(served, root)


def same_as_fresh(served: Served, root: Path) -> None:
    built, expected = served.files(), fresh(root)
    assert sorted(built) == sorted(expected)
    assert [path for path in built if built[path] != expected[path]] == []


def test_drafts_are_shown_while_serving_and_are_in_no_feed(root: Path) -> None:
    served = Served(root, "served")
    assert served.build()
    title = "Halvfærdig"
    assert title in (served.folder / "blog/index.html").read_text(encoding="utf-8")
    assert (served.folder / "blog/halvfærdig/index.html").is_file()
    for name in ("blog/feed.xml", "blog/feed.json"):
        assert title not in (served.folder / name).read_text(encoding="utf-8")


MISTAKES: dict[str, Callable[[Path], None]] = {
    "a date": lambda root: edit(root, f"sv/{HANDOVER}", "2026-04-07", "7/4 2026"),
    "an author": lambda root: edit(root, f"nb/{HANDOVER}", "[desk]", "[desj]"),
    "the front page of the blog is gone": lambda root: remove(root, "sv/blog/index.md"),
    "a related page, found in the third language": lambda root: edit(
        root, f"nb/{HANDOVER}", "topics:", "links:\n  - articles/none.md\ntopics:"
    ),
}


def test_mistakes_leave_nothing_behind_when_they_are_fixed(tmp_path: Path) -> None:
    root = begun(tmp_path, {"search": True, "checks": "strict"})
    served = Served(root, "served")
    assert served.build()
    before = served.files()
    for name, mistake in MISTAKES.items():
        write(root, {"da/blog/posts/new.md": NEW})
        mistake(root)
        assert not served.build(), name
        write(root, {f"{locale}/{HANDOVER}": post_source(POSTS[5], locale) for locale in ("sv", "nb")})
        write(root, {"sv/blog/index.md": FILES["sv/blog/index.md"]})
        remove(root, "da/blog/posts/new.md")
        assert served.build(), name
        assert utils.clean_directory.__name__ == "clean_directory"
        built = served.files()
        assert [path for path in {*before, *built} if before.get(path) != built.get(path)] == [], name


def test_an_address_that_another_server_has_is_told_with_a_remedy() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
        other.listen()
        with pytest.raises(Abort, match=f"--dev-addr 127.0.0.1:{port + 1}"):
            ensure_free("127.0.0.1", port)
    ensure_free("127.0.0.1", port)
