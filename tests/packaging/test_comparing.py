"""The comparison of two builds: what has a reason is counted, everything else is named."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from scripts.compare_builds import compare

PAGE = """<!doctype html>
<html lang="en">
<head><meta name="generator" content="mkdocs-1, mkdocs-material-9">
<link rel="stylesheet" href="assets/stylesheets/main.1a2b.min.css"><title>Harbour</title></head>
<body><main><p>Welcome.</p><a class="md-tag">Boats</a></main></body>
</html>
"""
OTHER_THEME = (
    PAGE.replace("mkdocs-material-9", "mkdocs-materialx-10")
    .replace("main.1a2b", "main.9f8e")
    .replace("<body>", '<body data-mx-bar="glass"><input id="__toc">')
    .replace('"md-tag"', '"md-tag md-tag-icon"')
)


def build(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def test_differences_of_program_and_theme_have_their_reasons(tmp_path: Path) -> None:
    one = build(tmp_path / "one", {"index.html": PAGE, "assets/stylesheets/main.1a2b.min.css": "a"})
    other = build(tmp_path / "other", {"index.html": OTHER_THEME, "assets/stylesheets/main.9f8e.min.css": "b"})
    found = compare(one, other)
    assert found.unexplained == []
    assert found.explained["files of the theme itself"] == 2
    assert len(found.explained) == 6


@pytest.mark.parametrize(
    "changed",
    [
        {"index.html": PAGE.replace("Welcome", "Goodbye")},
        {"index.html": PAGE.replace('lang="en"', 'lang="sv"')},
        {"index.html": PAGE, "overrides.css": "stray"},
        {"index.html": PAGE, "feed.xml": "<rss/>"},
        {},
    ],
    ids=["text", "language", "a stray file", "another feed", "a missing page"],
)
def test_what_has_no_reason_is_named(tmp_path: Path, changed: dict[str, str | bytes]) -> None:
    one = build(tmp_path / "one", {"index.html": PAGE, **({"feed.xml": "<a/>"} if "feed.xml" in changed else {})})
    other = build(tmp_path / "other", {"robots.txt": "", **changed})
    build(one, {"robots.txt": ""})
    assert len(compare(one, other).unexplained) == 1


def test_an_archive_is_compared_by_what_is_in_it(tmp_path: Path) -> None:
    one = build(tmp_path / "one", {"sitemap.xml.gz": gzip.compress(b"same", mtime=1)})
    other = build(tmp_path / "other", {"sitemap.xml.gz": gzip.compress(b"same", mtime=2)})
    assert compare(one, other).unexplained == []


def test_a_search_over_fewer_pages_is_named(tmp_path: Path) -> None:
    entry = '{"languages": {"en": {"page_count": %d}}}'
    name = "assets/multilingual/pagefind/pagefind-entry.json"
    found = compare(build(tmp_path / "one", {name: entry % 3}), build(tmp_path / "other", {name: entry % 2}))
    assert len(found.unexplained) == 1
