"""What a build with a blog costs: each post is converted once, in however many lists it is shown."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import markdown
import pytest

from tests.plugin.building import build_site
from tests.plugin.four_languages import BLOG, POSTS, build_four
from tests.plugin.test_blog_beside_material import build


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every Markdown text that is converted from here on."""
    texts: list[str] = []
    convert = markdown.Markdown.convert

    def counted(self: markdown.Markdown, source: str) -> str:
        texts.append(source)
        return convert(self, source)

    monkeypatch.setattr(markdown.Markdown, "convert", counted)
    return texts


def test_each_post_is_converted_once(tmp_path: Path, converted: list[str]) -> None:
    built = build_four(tmp_path, multilingual={"fallback": {"sv": "notice"}})
    assert built.messages == []
    found = Counter(
        (post.name, locale)
        for text in converted
        for post in POSTS
        for locale, title in post.titles.items()
        if text.lstrip().startswith(f"# {title}\n\n{post.text[locale]}")
    )
    texts = Counter((post.titles[locale], post.text[locale]) for post in POSTS for locale in post.titles)
    assert all(count == 1 for post, count in texts.items() if post), "each post is told by its title and text"
    published = {(post.name, locale) for post in POSTS if not post.draft for locale in post.titles}
    assert found == dict.fromkeys(published, 1)


def test_each_post_of_a_site_of_one_language_is_converted_once(tmp_path: Path, converted: list[str]) -> None:
    built = build(tmp_path, "multilingual-blog")
    assert built.messages == []
    for first in ("First [a page]", "One paragraph.", "No heading in the text", "word word"):
        assert sum(first in text for text in converted) == 1


def test_one_language_under_static_i18n(tmp_path: Path) -> None:
    files = {
        "sv/index.md": "# Hem\n",
        "sv/blog/index.md": "# Blogg\n",
        "sv/blog/posts/first.md": "---\ndate: 2026-01-05\n---\n# Först\n\nText.\n\n<!-- more -->\n\nMer.\n",
    }
    built = build_site(tmp_path, files, languages=("sv",), multilingual={}, blog=BLOG)
    assert built.messages == []
    assert built.has("blog/först")
    (title,) = built.page("blog").xpath("//article//h2/a")
    assert (title.get("href"), title.text) == ("f%C3%B6rst/", "Först")
