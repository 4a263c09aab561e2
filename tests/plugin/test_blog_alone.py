"""The blog of a site of one language, without static-i18n and the plugin `multilingual`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.plugin.building import Built, build_site, hrefs, text
from tests.plugin.feeds.valid import read_json, read_rss

POST = "---\ndate: 2025-01-01\n{}---\n# {}\n\nFirst.\n\n<!-- more -->\n\nMore.\n"
FILES = {"index.md": "# Home\n", "blog/index.md": "# News\n", "blog/posts/a.md": POST.format("", "A")}


def build(root: Path, files: Mapping[str, str], **blog: object) -> Built:
    return build_site(root, {**FILES, **files}, languages=(), blog={"post_url_format": "{slug}", **blog})


def pages(built: Built) -> set[str]:
    return {path.parent.relative_to(built.folder).as_posix() for path in (built.folder / "blog").rglob("*.html")}


def test_its_pages_and_feeds(tmp_path: Path) -> None:
    people = "authors:\n  anna:\n    name: Anna\n    description: Editor\n    avatar: a.svg\n"
    files = {"blog/.authors.yml": people, "blog/posts/a.md": POST.format("authors: [anna]\n", "A"), "a.svg": "<svg/>"}
    built = build(tmp_path, files)
    assert built.messages == []
    assert pages(built) == {"blog", "blog/a", "blog/archive/2025"}
    assert [entry.title for entry in read_rss(built.folder / "blog/feed.xml").entries] == ["A"]
    assert [item["title"] for item in read_json(built.folder / "blog/feed.json")["items"]] == ["A"]
    assert hrefs(built.page("blog"), "//article//h2/a") == ["a/"]


def test_everything_wrong_is_reported_at_once(tmp_path: Path) -> None:
    built = build(
        tmp_path, {"blog/posts/a.md": POST.format("authors: [nobody]\n", "A").replace("2025-01-01", "1/1/25")}
    )
    assert built.aborted
    *problems, summary = built.messages
    assert [problem.split("]")[0] for problem in problems] == [
        "multilingual-blog: docs/blog/posts/a.md:2: error [post-date",
        "multilingual-blog: docs/blog/posts/a.md:3: error [unknown-author",
    ]
    assert summary.endswith("2 errors, listed above. Nothing was published.")


def test_a_former_address_leads_to_the_post(tmp_path: Path) -> None:
    built = build(tmp_path, {"blog/posts/a.md": POST.format("former_slugs: [before]\n", "A")})
    page = built.page("blog/before")
    assert urljoin("/blog/before/", hrefs(page, "//a")[0]) == "/blog/a/"
    (script,) = page.xpath("//script/@src")
    assert (built.folder / urljoin("/blog/before/", str(script)).lstrip("/")).is_file()


def test_names_of_categories_are_no_markdown(tmp_path: Path) -> None:
    built = build(tmp_path, {"blog/posts/a.md": POST.format("categories: [C#, 'x_y_z *w*']\n", "A")})
    titles = {text(built.page(page).xpath("//h1")[0]) for page in pages(built) if "category" in page}
    assert titles == {"C#", "x_y_z *w*"}


def test_posts_of_the_future_wait(tmp_path: Path) -> None:
    files = {
        "blog/posts/late.md": POST.format("", "Late").replace("2025", "2999"),
        "blog/posts/now.md": POST.format("draft: false\n", "Now").replace("2025", "2999"),
    }
    assert {"blog/late", "blog/now"} <= pages(build(tmp_path / "all", files))
    found = pages(build(tmp_path / "waiting", files, draft_if_future_date=True))
    assert {"blog/late", "blog/now"} & found == {"blog/now"}


def test_without_a_front_page_there_is_no_blog_and_with_posts_that_is_a_mistake(tmp_path: Path) -> None:
    built = build_site(tmp_path / "none", {"index.md": "# Home\n"}, languages=(), blog={})
    assert built.messages == []
    assert not (tmp_path / "none/docs/blog").exists()
    files = {name: content for name, content in FILES.items() if name != "blog/index.md"}
    built = build_site(tmp_path / "posts", files, languages=(), blog={})
    assert "[blog-index]" in built.messages[0]
    assert not (tmp_path / "posts/docs/blog/index.md").exists()


def test_a_blog_that_is_switched_off_leaves_its_pages_to_mkdocs(tmp_path: Path) -> None:
    built = build(tmp_path, {}, enabled=False)
    assert built.messages == []
    assert pages(built) == {"blog", "blog/posts/a"}


@pytest.mark.parametrize("option", ["categories_sort_by", "post_slugify"])
def test_what_is_no_function_is_a_mistake_of_the_options(tmp_path: Path, option: str) -> None:
    built = build(tmp_path, {}, **{option: "name"})
    assert built.aborted


def test_the_blog_of_the_theme_beside_it_is_a_mistake(tmp_path: Path) -> None:
    built = build_site(tmp_path, FILES, languages=(), blog={}, others=("blog",))
    assert built.aborted
    assert "replaces the plugin" in built.messages[-1]
