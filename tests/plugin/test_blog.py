"""Material's blog in four languages: addresses, order, pages, months, authors, and the way to the other languages."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin

import material
import pytest
from lxml import html

from tests.plugin.building import Built, hrefs, text
from tests.plugin.four_languages import (
    BLOG,
    CATEGORIES,
    DESK,
    FILES,
    GUEST,
    LANGUAGES,
    POSTS,
    build_four,
    posts_of,
    prefix,
)

MOVED = "slug: fika\nformer_slugs: [kaffe]\n"
WORD = re.compile(r'^  "([a-z.]+)": "([^"]*)"', re.MULTILINE)
"""A line of Material's catalogues."""
TITLES = "//article[contains(@class, 'md-post--excerpt')]//h2"
SECTIONS = {"da": ("Arkiv", "Kategorier", "Forfattere"), "sv": ("Arkiv", "Kategorier", "Författare")}
MONTHS = {
    "da": ["Januar 2026", "Februar 2026", "Marts 2026", "April 2026"],
    "sv": ["Januari 2026", "Februari 2026", "Mars 2026", "April 2026"],
    "nb": ["Januar 2026", "Februar 2026", "Mars 2026", "April 2026"],
    "en": ["January 2026", "February 2026", "April 2026"],
}
PAGE = {"da": "side", "sv": "sida", "nb": "side", "en": "page"}
DATES = {"da": "7. april 2026", "sv": "7 april 2026", "nb": "7. april 2026", "en": "7 April 2026"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = build_four(tmp_path_factory.mktemp("four"))
    assert built.messages == []
    assert not built.aborted
    return built


def blog_pages(built: Built, locale: str) -> set[str]:
    """Addresses of the blog of a language within that language."""
    folder = built.folder / prefix(locale) / "blog"
    return {path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html")}


def switcher(built: Built, address: str) -> dict[str, str]:
    """Where a page's language menu leads, as addresses within the site."""
    page = built.page(address)
    links = page.xpath("//div[contains(@class, 'md-select')]//a[@hreflang]")
    return {
        str(a.get("hreflang")): unquote(urljoin(f"http://127.0.0.1/{address}/", a.get("href"))).removeprefix(
            "http://127.0.0.1/"
        )
        for a in links
    }


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_post_and_list_has_its_address_and_nothing_else_is_built(site: Built, locale: str) -> None:
    shown = posts_of(locale)
    posts = {post.slugs[locale] for post in shown}
    categories = {CATEGORIES[id][locale].lower().replace(" ", "-") for post in shown for id in post.categories}
    authors = {id for post in shown for id in post.authors}
    months = {f"archive/{post.date[:4]}/{post.date[5:7]}" for post in shown}
    further = {"page/2", "author/desk/page/2"} if len(shown) > 3 else set()
    assert blog_pages(site, locale) == {
        ".",
        *posts,
        *months,
        *further,
        *(f"category/{name}" for name in categories),
        *(f"author/{id}" for id in authors),
    }


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_lists_show_the_posts_in_order_three_a_page(site: Built, locale: str) -> None:
    titles = [post.titles[locale] for post in posts_of(locale)]
    pages = [site.page(f"{prefix(locale)}blog")]
    if len(titles) > 3:
        pages.append(site.page(f"{prefix(locale)}blog/page/2"))
    shown = [[text(h) for h in page.xpath(TITLES)] for page in pages]
    assert shown == [titles[:3], titles[3:]][: len(pages)]
    for further in pages[1:]:
        assert text(further.xpath("//h1")[0]) == f"Blog {locale}, {PAGE[locale]} 2"
        assert f"Blog {locale}, {PAGE[locale]} 2 - " in text(further.xpath("//title")[0])
        menu = [text(a) for a in further.xpath("//nav[contains(@class, 'md-nav--primary')]//a")]
        assert f"Blog {locale}" in menu
        assert f"Blog {locale}, {PAGE[locale]} 2" not in menu
    numbers = [text(n) for n in pages[0].xpath("//nav[@class='md-pagination']/*")]
    assert numbers == (["1", "2"] if len(titles) > 3 else [])


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_archive_names_the_months_in_the_language(site: Built, locale: str) -> None:
    page = site.page(f"{prefix(locale)}blog")
    shown = [text(a) for a in page.xpath("//nav//a[contains(@href, 'archive/')]")]
    assert list(dict.fromkeys(shown)) == MONTHS[locale][::-1]
    month = site.page(f"{prefix(locale)}blog/archive/2026/04")
    assert text(month.xpath("//h1")[0]) == MONTHS[locale][-1]
    assert text(month.xpath("//article//time")[0]) == DATES[locale]


@pytest.mark.parametrize("locale", SECTIONS)
def test_the_menu_names_archive_categories_and_authors_in_the_language(site: Built, locale: str) -> None:
    page = site.page(f"{prefix(locale)}blog")
    menu = {
        text(label)
        for label in page.xpath("//nav[contains(@class, 'md-nav')]//label[contains(@class, 'md-nav__link')]")
    }
    assert set(SECTIONS[locale]) <= menu


@pytest.mark.parametrize("locale", LANGUAGES)
def test_an_authors_page_has_their_name_and_posts(site: Built, locale: str) -> None:
    desk = site.page(f"{prefix(locale)}blog/author/desk")
    assert text(desk.xpath("//h1")[0]) == DESK[locale]
    assert len(desk.xpath(TITLES)) == 3
    (image,) = {str(i) for i in desk.xpath("//span[contains(@class, 'md-author')]/img/@src")}
    assert urljoin(f"/{prefix(locale)}blog/author/desk/", image) == "/assets/desk.svg"
    assert site.has(f"{prefix(locale)}blog/author/guest") == (locale in ("da", "nb"))
    if locale in ("da", "nb"):
        guest = site.page(f"{prefix(locale)}blog/author/guest")
        assert text(guest.xpath("//h1")[0]) == GUEST
        assert [text(h) for h in guest.xpath(TITLES)] == ["Blåbær på disken"]


def test_an_excerpt_ends_at_the_mark_and_leads_to_the_post(site: Built) -> None:
    page = site.page("sv/blog/category/små-steg")
    (first, *_) = page.xpath("//article[contains(@class, 'md-post--excerpt')]")
    assert "Kunden berättar sin historia" in text(first)
    assert "b." not in text(first)
    links = {
        urljoin("/sv/blog/category/små-steg/", unquote(link)) for link in hrefs(first, ".//h2//a | .//nav//a[not(img)]")
    }
    assert links == {"/sv/blog/överlämningen/"}


def test_a_post_has_its_authors_reading_time_and_related_links(site: Built) -> None:
    post = site.page("nb/blog/løftet-som-ikke-ble-holdt")
    assert "Redaksjonen" in text(post.xpath("//div[contains(@class, 'md-post__authors')]")[0])
    assert "1 min" in text(post)
    here = "/nb/blog/løftet-som-ikke-ble-holdt/"
    links = {text(a): urljoin(here, a.get("href")) for a in post.xpath("//ul[contains(@class, 'md-post__meta')][2]//a")}
    assert links == {"Tillit": "/nb/articles/trust/", "Overleveringen": "/nb/blog/overleveringen/"}
    (back,) = hrefs(post, "//div[@class='md-post__back']//a")
    assert urljoin(here, back) == "/nb/blog/"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("sv/blog", ["/sv/articles/two-languages/", "/sv/self-assessments/"]),
        ("sv/self-assessments", ["/sv/blog/", "/sv/self-assessments/trust/"]),
        ("sv/blog/archive/2026/03", ["/sv/blog/archive/2026/04/", "/sv/blog/archive/2026/02/"]),
        ("sv/blog/archive/2026/01", ["/sv/blog/archive/2026/02/"]),
        ("sv/blog/category/klagomål", ["/sv/blog/category/små-steg/"]),
        ("sv/blog/author/desk", []),
        ("sv/blog/överlämningen", ["/sv/blog/fika/"]),
    ],
)
def test_previous_and_next_stay_among_their_kind(site: Built, address: str, expected: list[str]) -> None:
    page = site.page(address)
    links = page.xpath("//head/link[@rel='prev' or @rel='next']/@href")
    assert [unquote(urljoin(f"/{address}/", str(link))) for link in links] == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("blog", {"da": "blog/", "sv": "sv/blog/", "nb": "nb/blog/", "en": "en/blog/"}),
        (
            "sv/blog/överlämningen",
            {
                "da": "blog/overleveringen/",
                "sv": "sv/blog/överlämningen/",
                "nb": "nb/blog/overleveringen/",
                "en": "en/blog/the-handover/",
            },
        ),
        (
            "blog/undskyld-først",
            {"da": "blog/undskyld-først/", "sv": "sv/blog/förlåt-först/", "nb": "nb/blog/", "en": "en/blog/"},
        ),
        (
            "nb/blog/category/klager",
            {
                "da": "blog/category/klager/",
                "sv": "sv/blog/category/klagomål/",
                "nb": "nb/blog/category/klager/",
                "en": "en/blog/category/complaints/",
            },
        ),
        (
            "blog/category/årstider",
            {"da": "blog/category/årstider/", "sv": "sv/blog/", "nb": "nb/blog/category/årstider/", "en": "en/blog/"},
        ),
        (
            "blog/archive/2026/03",
            {
                "da": "blog/archive/2026/03/",
                "sv": "sv/blog/archive/2026/03/",
                "nb": "nb/blog/archive/2026/03/",
                "en": "en/blog/",
            },
        ),
        (
            "nb/blog/author/guest",
            {"da": "blog/author/guest/", "sv": "sv/blog/", "nb": "nb/blog/author/guest/", "en": "en/blog/"},
        ),
        (
            "sv/blog/page/2",  # which Material never links to itself
            {"da": "blog/page/2/", "sv": "sv/blog/", "nb": "nb/blog/page/2/", "en": "en/blog/"},
        ),
        (
            "en/blog/archive/2026/04",
            {
                "da": "blog/archive/2026/04/",
                "sv": "sv/blog/archive/2026/04/",
                "nb": "nb/blog/archive/2026/04/",
                "en": "en/blog/archive/2026/04/",
            },
        ),
    ],
)
def test_the_language_menu_leads_to_the_counterpart_or_to_the_blog(
    site: Built, address: str, expected: dict[str, str]
) -> None:
    assert switcher(site, address) == expected


def test_links_of_a_fallback_to_an_untranslated_post_lead_to_where_it_is(site: Built) -> None:
    (link,) = hrefs(site.page("en/articles/two-languages"), "//article/div[@lang='da']/p/a")
    assert urljoin("/en/articles/two-languages/", link) == "/blog/bl%C3%A5b%C3%A6r-p%C3%A5-disken/"
    (link,) = hrefs(site.page("nb/articles/two-languages"), "//article/div[@lang='da']/p/a")
    assert urljoin("/nb/articles/two-languages/", link) == "/nb/blog/bl%C3%A5b%C3%A6r-p%C3%A5-disken/"


def test_a_draft_is_nowhere(site: Built) -> None:
    drafts = [post for post in POSTS if post.draft]
    for path in site.folder.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        for post in drafts:
            for locale, title in post.titles.items():
                assert title not in page, path
                assert post.slugs[locale] not in page, path


def test_without_categories_file_the_same_name_pairs(tmp_path: Path) -> None:
    files = {name: content for name, content in FILES.items() if not name.endswith(".categories.yml")}
    built = build_four(tmp_path, files)
    assert not built.aborted
    assert switcher(built, "blog/category/klager") == {
        "da": "blog/category/klager/",
        "sv": "sv/blog/",
        "nb": "nb/blog/category/klager/",
        "en": "en/blog/",
    }


@pytest.mark.parametrize("fallback", [True, False])
def test_a_language_without_blog_stays_without(tmp_path: Path, fallback: bool) -> None:
    files = {name: content for name, content in FILES.items() if not name.startswith("en/blog/")}
    files["en/index.md"] = "# Home\n"
    if not fallback:  # then the text of another language isn't there to be linked to
        files = {name: content for name, content in files.items() if not name.endswith("two-languages.md")}
        files = {
            name: content.replace("[indlægget](../blog/posts/sorry-first.md)", "") for name, content in files.items()
        }
    built = build_four(tmp_path, files, fallback=fallback)
    assert built.messages == []
    assert not (built.folder / "en/blog").exists()
    assert switcher(built, "blog/overleveringen")["en"] == "en/"
    assert not (tmp_path / "docs/en/blog").exists()


def test_a_blog_without_posts_says_so_and_has_no_archive(tmp_path: Path) -> None:
    files = {name: content for name, content in FILES.items() if "/posts/" not in name and "articles/" not in name}
    files = {name: re.sub(r"\[[^]]*\]\([^)]*\)", "", content) for name, content in files.items()}
    built = build_four(tmp_path, files)
    assert built.messages == []
    page = built.page("sv/blog")
    assert "Här finns inga inlägg än." in text(page.xpath("//header[contains(@class, 'md-typeset')]")[0])
    assert "Arkiv" not in text(page)
    assert blog_pages(built, "sv") == {"."}
    assert (tmp_path / "docs/sv/blog/posts").exists() is False


def test_images_beside_posts_are_published_beside_them_in_each_language(tmp_path: Path) -> None:
    image = FILES["assets/desk.svg"]
    files = {**FILES, "da/blog/posts/queue.svg": image, "sv/blog/posts/queue.svg": image}
    for locale in ("da", "sv"):
        files[f"{locale}/blog/posts/handover.md"] += "\n![Kø](queue.svg)\n"
    built = build_four(tmp_path, files)
    assert built.messages == []
    for locale, address in (("da", "blog/overleveringen"), ("sv", "sv/blog/överlämningen")):
        (image,) = built.page(address).xpath("//article//img/@src")
        assert urljoin(f"/{address}/", image) == f"/{prefix(locale)}blog/queue.svg"
        assert (built.folder / prefix(locale) / "blog/queue.svg").is_file()


def test_the_options_are_materials(tmp_path: Path) -> None:
    built = build_four(
        tmp_path, blog={"archive": False, "authors_profiles": False, "pagination": False, "categories": False}
    )
    assert built.messages == []
    assert blog_pages(built, "en") == {".", *(post.slugs["en"] for post in posts_of("en"))}
    assert BLOG["authors_profiles"] is True


@pytest.mark.parametrize("directories", [True, False])
def test_a_former_slug_of_a_post_leads_on(tmp_path: Path, directories: bool) -> None:
    files = dict(FILES)
    files["sv/blog/posts/coffee.md"] = files["sv/blog/posts/coffee.md"].replace("slug: fika\n", MOVED)
    built = build_four(tmp_path, files, use_directory_urls=directories)
    assert built.messages == []
    name = "sv/blog/kaffe/index.html" if directories else "sv/blog/kaffe.html"
    (target,) = html.fromstring((built.folder / name).read_text("utf-8")).xpath("//link[@rel='canonical']/@href")
    assert str(target) == f"http://127.0.0.1/sv/blog/fika{'/' if directories else '.html'}"


def test_everything_wrong_with_a_blog_is_reported_at_once_for_all_languages(tmp_path: Path) -> None:
    handover = FILES["sv/blog/posts/handover.md"]
    files = {name: content for name, content in FILES.items() if name != "nb/blog/index.md"}
    files["nb/index.md"] = "# Hjem\n"
    files["da/blog/posts/coffee.md"] = "---\ndate: 7.4.2026\nauthors: [desk]\n---\n# Kaffe\n"
    files["sv/blog/posts/handover.md"] = handover.replace("[desk]", "[desk, gest]").replace("Små steg", "Små Steg")
    files["en/blog/posts/twin.md"] = "---\ndate: 2026-04-07\n---\n# The handover\n"
    built = build_four(tmp_path, files)
    assert built.aborted
    problems = [message.split("\n")[0] for message in built.messages if message.startswith("multilingual: docs/")]
    assert [(line.split(":")[1].strip(), line.split("[")[1].split("]")[0]) for line in problems] == [
        ("docs/da/blog/posts/coffee.md", "post-date"),
        ("docs/en/blog/posts/twin.md", "post-address"),
        ("docs/nb/blog/posts/blueberries.md", "blog-index"),
        ("docs/sv/blog/posts/handover.md", "unknown-category"),
        ("docs/sv/blog/posts/handover.md", "unknown-author"),
    ]
    assert not (tmp_path / "docs/nb/blog/index.md").exists()


def test_a_related_page_that_is_not_there_is_named(tmp_path: Path) -> None:
    files = dict(FILES)
    files["nb/blog/posts/handover.md"] = files["nb/blog/posts/handover.md"].replace(
        "---\n", "---\nlinks:\n  - articles/thrust.md\n  - https://example.org/\n", 1
    )
    built = build_four(tmp_path, files)
    assert built.aborted
    assert "docs/nb/blog/posts/handover.md:2: warning [post-link]" in built.messages[0]


@pytest.mark.parametrize("locale", ["da", "sv", "nb"])
def test_no_english_is_left_on_the_pages_of_the_blog(tmp_path: Path, locale: str) -> None:
    theme = Path(material.__file__).parent / "templates/partials/languages"
    words = {lang: dict(WORD.findall((theme / f"{lang}.html").read_text("utf-8"))) for lang in ("en", locale)}
    english = {
        word.removeprefix("# ")
        for key, word in words["en"].items()
        if key.split(".")[0] in ("blog", "readtime", "footer", "toc", "top") and word != words[locale].get(key)
    } - {"in", "Metadata"}
    assert {"Archive", "Categories", "Authors", "Continue reading", "Back to index", "min read"} <= english
    built = build_four(tmp_path)
    for path in (built.folder / prefix(locale) / "blog").rglob("*.html"):
        page = html.fromstring(path.read_text(encoding="utf-8"))
        for unseen in page.xpath("//script | //style | //head/link"):
            unseen.drop_tree()
        texts = [text(page), *map(str, page.xpath("//@title | //@aria-label | //@alt"))]
        for word in english:
            assert not any(re.search(rf"\b{re.escape(word)}\b", one) for one in texts), f"{path}: {word}"


def test_the_blog_says_what_it_needs(tmp_path: Path) -> None:
    built = build_four(tmp_path, multilingual=None)
    assert built.aborted
    assert "multilingual-blog needs the plugin multilingual" in built.messages[-1]
