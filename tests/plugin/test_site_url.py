"""Whoever sets `site_url`, and however: every absolute address is right, and languages agree on each other's."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.plugin.building import Built, build_site

POST = "---\ndate: 2026-01-05\nslug: post\n---\n# Post\n\nText.\n"
FILES = {
    **{f"{locale}/index.md": "# Home\n" for locale in ("da", "sv")},
    **{f"{locale}/a.md": "---\nimage: assets/a b.png\n---\n# A\n" for locale in ("da", "sv")},
    "da/only.md": "# Only\n",
    **{f"{locale}/blog/index.md": "# Blog\n" for locale in ("da", "sv")},
    **{f"{locale}/blog/posts/post.md": POST for locale in ("da", "sv")},
    "assets/a b.png": b"",
}
SET = (
    "from mkdocs.plugins import event_priority\n@event_priority(%d)\ndef on_config(config):\n    config.site_url = %s\n"
)


def built_with(root: Path, *, hook: str = "", site_url: str | None = "https://x.org/", own: str = "") -> Built:
    """The site with a hook, an address and one of its own for Swedish."""
    languages = [{"locale": "da", "name": "Dansk", "default": True}, {"locale": "sv", "name": "Svenska"}]
    if own:
        languages[1]["site_url"] = own
    plugins = [
        {"i18n": {"docs_structure": "folder", "reconfigure_search": False, "languages": languages}},
        {"multilingual": {}},
        {"multilingual-blog": {"post_url_format": "{slug}"}},
    ]
    return build_site(root, FILES, hook=hook, strict=False, settings={"site_url": site_url, "plugins": plugins})


@pytest.mark.parametrize(
    ("hook", "own", "danish", "swedish"),
    [
        (SET % (0, '"https://x.org/pr-1"'), "", "https://x.org/pr-1/", "https://x.org/pr-1/"),
        (SET % (-150, '"https://x.org/late"'), "", "https://x.org/late/", "https://x.org/late/"),
        (SET % (0, 'config.site_url.rstrip("/") + "/v2"'), "", "https://x.org/v2/", "https://x.org/v2/"),
        ("", "https://x.se", "https://x.org/", "https://x.se/"),
    ],
    ids=["hook", "late", "version", "language"],
)
def test_the_addresses_are_joined_and_agree(tmp_path: Path, hook: str, own: str, danish: str, swedish: str) -> None:
    built = built_with(tmp_path, hook=hook, own=own)
    assert built.messages == []
    addresses = {"da": f"{danish}a/", "sv": f"{swedish}sv/a/"}
    for locale, path in (("da", "a"), ("sv", "sv/a")):
        page = built.page(path)
        assert page.xpath("//link[@rel='canonical']/@href") == [addresses[locale]]
        declared = {str(link.get("hreflang")): str(link.get("href")) for link in page.xpath("//link[@hreflang]")}
        assert declared == {**addresses, "x-default": addresses["da"]}
        base = danish if locale == "da" else swedish
        assert page.xpath("//meta[@property='og:image']/@content") == [f"{base}assets/a%20b.png"]
        (data,) = page.xpath("//script[@type='application/ld+json']")
        assert json.loads(str(data.text))["@graph"][0]["url"] == addresses[locale]
    assert built.page("sv/only").xpath("//link[@rel='canonical']/@href") == [f"{danish}only/"]
    sitemap = (built.folder / "sitemap.xml").read_text(encoding="utf-8")
    listed = re.findall(r"<loc>([^<]*)</loc>", sitemap)
    assert {addresses["da"], addresses["sv"], f"{swedish}sv/blog/post/"} <= set(listed)
    assert set(re.findall(r'href="([^"]*)"', sitemap)) <= set(listed)
    feed = json.loads((built.folder / "sv/blog/feed.json").read_text(encoding="utf-8"))
    assert [feed["feed_url"], feed["items"][0]["url"]] == [f"{swedish}sv/blog/feed.json", f"{swedish}sv/blog/post/"]


@pytest.mark.parametrize("site_url", [None, ""])
def test_without_an_address_nothing_absolute_is_written(tmp_path: Path, site_url: str | None) -> None:
    built = built_with(tmp_path, site_url=site_url)
    assert built.messages == []
    page = built.page("sv/a")
    assert page.xpath("//link[@rel='canonical'] | //link[@hreflang] | //script[@type='application/ld+json']") == []
    assert page.xpath("//meta[@property='og:image' or @property='og:url']") == []
    assert not (built.folder / "sitemap.xml").exists()
    assert not (built.folder / "sv/blog/feed.xml").exists()


def test_an_address_for_one_language_by_a_hook_is_reported(tmp_path: Path) -> None:
    url = '"https://x.se/" if config.plugins["i18n"].current_language == "sv" else "https://x.org/"'
    built = built_with(tmp_path, hook=SET % (0, url))
    (message,) = built.messages
    assert "https://x.se/ for one language and https://x.org/ for another" in message
    assert built.page("sv/a").xpath("//link[@rel='canonical']/@href") == ["https://x.org/sv/a/"]
