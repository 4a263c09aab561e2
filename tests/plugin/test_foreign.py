"""A site that was written without our plugins in mind builds at the first try, strictly, with their defaults."""

from __future__ import annotations

import pytest

from tests.plugin.building import Built, build_site, text

FRONT = "---\n{}\n---\n# {}\n\nSome text.\n"
POST = "---\ndate: {}\n{}---\n{}\n\nText.\n"
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
    "en/blog/index.md": "# Blog\n",
    "en/blog/about.md": "---\ndate: 2024-01-01\n---\n# About the blog\n",
    "en/blog/posts/no_title-here.md": POST.format(
        "2024-01-05", "author: someone\nlinks:\n  Home: index.md\n", "Just text."
    ),
    "en/blog/posts/b.md": POST.format("2024-1-6 9:00:00", "categories: [News]\nslug: /B_2\n", "# B"),
    "en/blog/posts/c.md": POST.format("{created: 2024-01-07, updated: 2024-01-01}", "categories: [news]\n", "# C"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("site")
    return build_site(root, FILES, languages=("en", "fr"), multilingual={}, blog={}, others=("tags",))


def test_it_builds_strictly_without_a_message(built: Built) -> None:
    assert (built.messages, built.aborted) == ([], False)


def test_slugs_of_other_generators_are_addresses(built: Built) -> None:
    addresses = ("", "Getting_Started", "guide/v1/Set Up", "guide/odd", "blog/2024/01/06/B_2", "fr/Getting_Started")
    assert [address for address in addresses if not built.has(address)] == []


def test_a_post_without_a_title_has_that_of_its_file(built: Built) -> None:
    page = built.page("blog/2024/01/05/no-title-here")
    assert text(page.xpath("//h1")[0]) == "No title here"
    assert "No title here" in [text(h) for h in built.page("blog").xpath("//article//h2")]
