"""A site that was written without our plugins in mind builds at the first try, strictly, with their defaults."""

from __future__ import annotations

import json
import re

import pytest

from tests.plugin.building import Built, build_site, text

FRONT = "---\n{}\n---\n# {}\n\nSome text.\n"
POST = "---\ndate: {}\n{}---\n{}\n\nText.\n"
EXCERPT = "\n![](x.png)\n\n<!-- more -->\n\nRest"
FILES: dict[str, str | bytes] = {
    "en/index.md": FRONT.format("slug: /", "Harbour"),
    "fr/index.md": "# Port\n",
    "en/intro.md": FRONT.format(
        "slug: /Getting_Started\ntags: [New Boats]\ntranslation: community\nterms: [a]", "Intro"
    ),
    "en/guide/install.md": FRONT.format(
        "slug: v1/Set Up\ntags: [new-boats]\ndesciption: typo\ntopics: [none]", "Install"
    ),
    "en/guide/odd.md": FRONT.format("slug: 'a?b'\ntitle: One\ntitle: Two", "Odd"),
    "en/guide/rule.md": "---\nA text between two rules.\n\n---\n\n# Rule\n",
    "en/guide/unread.md": FRONT.format("title: a: b", "Unread"),
    "en/assets/figures/plain.svg": '<svg xmlns="http://www.w3.org/2000/svg"><style>a{}</style></svg>',
    "en/glossary.md": FRONT.format("terms: everything", "Glossary"),
    "assets/figures/styled.svg": '<svg xmlns="http://www.w3.org/2000/svg"><style>a{}</style><text>x</text></svg>',
    "en/start.md": FRONT.format("translated: true", "Start"),
    "en/draft.md": FRONT.format("draft: true", "Draft"),
    "en/own.md": FRONT.format("title: Own", "Own"),
    "en/only.md": "# Only English\n",
    "en/blog/index.md": "# Blog\n",
    "en/blog/about.md": "---\ndate: 2024-01-01\n---\n# About the blog\n",
    "en/blog/posts/no_title-here.md": POST.format(
        "2024-01-05", "author: someone\nlinks:\n  Home: index.md\n", "Just text."
    ),
    "en/blog/posts/b.md": POST.format("2024-1-6 9:00:00", "categories: [News]\nslug: /B_2\n", f"# B\n{EXCERPT}"),
    "en/blog/posts/x.png": b"x",
    "en/blog/posts/c.md": POST.format("{created: 2024-01-07, updated: 2024-01-01}", "categories: [news]\n", "# C"),
}
HOOK = """
import re


def on_page_content(html, page, **_):  # as glightbox does, which reads each text as a document
    if page.url.endswith("B_2/"):
        return f"<html><head></head><body>{re.sub('<!--.*?-->', '', html)}</body></html>"


def on_post_page(output, page, **_):
    own = '<link rel="canonical" href="https://x.org/own"><link rel="alternate" hreflang="de" href="https://x.de/">'
    return output.replace("</head>", f"{own}</head>") if page.url == "own/" else output

"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("site")
    return build_site(root, FILES, languages=("en", "fr"), multilingual={}, blog={}, others=("tags",), hook=HOOK)


def test_it_builds_strictly_without_a_message(built: Built) -> None:
    assert (built.messages, built.aborted) == ([], False)


def test_slugs_of_other_generators_are_addresses(built: Built) -> None:
    addresses = ("", "Getting_Started", "guide/v1/Set Up", "guide/odd", "blog/2024/01/06/B_2", "fr/Getting_Started")
    assert [address for address in addresses if not built.has(address)] == []


def test_a_post_without_a_title_has_that_of_its_file(built: Built) -> None:
    page = built.page("blog/2024/01/05/no-title-here")
    assert text(page.xpath("//h1")[0]) == "No title here"
    assert "No title here" in [text(h) for h in built.page("blog").xpath("//article//h2")]


def alternates(built: Built, address: str) -> dict[str, str]:
    links = built.page(address).xpath("//head/link[@rel='alternate'][@hreflang]")
    return {link.get("hreflang"): link.get("href") for link in links}


def test_a_page_that_a_template_translates_is_one_of_each_language(built: Built) -> None:
    both = {"en": "http://127.0.0.1/start/", "fr": "http://127.0.0.1/fr/start/", "x-default": "http://127.0.0.1/start/"}
    for address in ("start", "fr/start"):
        assert alternates(built, address) == both
        page = built.page(address)
        assert page.xpath("//head/link[@rel='canonical']/@href") == [f"http://127.0.0.1/{address}/"]
        assert page.xpath("//*[@class='ml-notice']") == []
    sitemap = (built.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>http://127.0.0.1/fr/start/</loc>" in sitemap
    assert alternates(built, "fr/Getting_Started") == {}


def test_a_page_that_mkdocs_publishes_is_in_the_sitemap(built: Built) -> None:
    assert "<loc>http://127.0.0.1/draft/</loc>" in (built.folder / "sitemap.xml").read_text(encoding="utf-8")


def test_addresses_that_a_hook_sets_are_kept_and_those_of_the_theme_are_not(built: Built) -> None:
    assert alternates(built, "own") == {"de": "https://x.de/"}
    assert built.page("own").xpath("//head/link[@rel='canonical']/@href") == ["https://x.org/own"]
    assert alternates(built, "only") == {"en": "http://127.0.0.1/only/", "x-default": "http://127.0.0.1/only/"}
    (script,) = built.page("only").xpath("//head/script[contains(@src, 'relations')]/@src")
    assert re.fullmatch(r"\.\./assets/multilingual/relations/relations\.[0-9a-f]{10}\.js", script)
    assert (built.folder / "only" / script).is_file()


def test_a_front_page_is_shared_under_the_name_of_the_site(built: Built) -> None:
    assert built.page("").xpath("//meta[@property='og:title']/@content") == ["Test"]


def test_a_feed_has_the_beginning_of_a_post_and_nothing_that_plugins_put_around_it(built: Built) -> None:
    feed = json.loads((built.folder / "blog/feed.json").read_text(encoding="utf-8"))
    (content,) = [item["content_html"] for item in feed["items"] if item["title"] == "B"]
    assert content == '<p><img alt="" src="http://127.0.0.1/blog/x.png"></p>'
