"""A small site in four languages with a blog: shared by tests of the whole build.

Six posts: three in all languages, one in Danish and Swedish, one in Danish and Norwegian, one in Swedish only; one of
them pinned; and a draft in Danish and Swedish. With three posts a page the blog has two pages in Danish, Swedish and
Norwegian and one in English. One author has written in Danish and Norwegian only. Of the articles one is in all
languages, one in Danish and Swedish, one in Danish only. Letters outside ASCII are in titles, categories and names.

    from tests.plugin.four_languages import BLOG, FILES, LANGUAGES, build_four
    built = build_four(tmp_path)                 # a strict build at http://127.0.0.1/
    built.page("sv/blog/förlåt-först")           # the parsed page
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.plugin.building import Built, build_site

LANGUAGES = ("da", "sv", "nb", "en")
BLOG: dict[str, object] = {
    "pagination_per_page": 3,
    "post_url_format": "{slug}",
    "archive_date_format": "LLLL yyyy",
    "archive_url_date_format": "yyyy/MM",
    "authors_profiles": True,
}
"""The options of `multilingual-blog`."""
OPTIONS = {"typography": True, "suggestion": True, "status_page": "translations"}
"""The options of `multilingual`."""
CATEGORIES = {
    "complaints": {"da": "Klager", "sv": "Klagomål", "nb": "Klager", "en": "Complaints"},
    "small-steps": {"da": "Små skridt", "sv": "Små steg", "nb": "Små skritt", "en": "Small steps"},
    "seasons": {"da": "Årstider", "sv": "Årstider", "nb": "Årstider", "en": "Seasons"},
}
"""Names of the categories by id and language; `seasons` has posts in Danish and Norwegian only."""
DESK = {"da": "Redaktionen", "sv": "Redaktionen", "nb": "Redaksjonen", "en": "The editorial desk"}
GUEST = "Åse Ødegård"


@dataclass(frozen=True)
class TestPost:
    """A post of the site, in the languages of its titles."""

    __test__ = False

    name: str
    """File name without its ending: what pairs the translations."""
    date: str
    titles: Mapping[str, str]
    """By language."""
    slugs: Mapping[str, str]
    """The last part of its address, by language."""
    categories: tuple[str, ...]
    """Ids."""
    text: Mapping[str, str]
    """The first sentence, by language."""
    settings: str = ""
    """Further lines of front matter."""
    authors: tuple[str, ...] = ("desk",)
    draft: bool = False


POSTS = (
    TestPost(
        "night-calls",
        "2026-01-15",
        {
            "da": "Når telefonen ringer om natten",
            "sv": "När telefonen ringer på natten",
            "nb": "Når telefonen ringer om natten",
            "en": "When the phone rings at night",
        },
        {
            "da": "når-telefonen-ringer-om-natten",
            "sv": "när-telefonen-ringer-på-natten",
            "nb": "når-telefonen-ringer-om-natten",
            "en": "when-the-phone-rings-at-night",
        },
        ("complaints",),
        {
            "da": "Den, der mangler søvn, hører kun halvdelen.",
            "sv": "Den som saknar sömn hör bara hälften.",
            "nb": "Den som mangler søvn, hører bare halvparten.",
            "en": "Someone short of sleep hears only half.",
        },
        "pin: true\n",
    ),
    TestPost(
        "broken-promise",
        "2026-02-03",
        {
            "da": "Løftet, der ikke blev holdt",
            "sv": "Löftet som inte hölls",
            "nb": "Løftet som ikke ble holdt",
            "en": "The promise that was not kept",
        },
        {
            "da": "løftet-der-ikke-blev-holdt",
            "sv": "löftet-som-inte-hölls",
            "nb": "løftet-som-ikke-ble-holdt",
            "en": "the-promise-that-was-not-kept",
        },
        ("complaints", "small-steps"),
        {
            "da": "Ansvaret bliver ofte liggende mellem to skriveborde.",
            "sv": "Ansvaret blir ofta liggande mellan två skrivbord.",
            "nb": "Ansvaret blir ofte liggende mellom to pulter.",
            "en": "Responsibility often falls between two desks.",
        },
        "links:\n  - articles/trust.md\n  - blog/posts/handover.md\n",
    ),
    TestPost(
        "sorry-first",
        "2026-02-20",
        {"da": "Undskyld først", "sv": "Förlåt först"},
        {"da": "undskyld-først", "sv": "förlåt-först"},
        ("complaints",),
        {"da": "Forklaringen kan vente et øjeblik.", "sv": "Förklaringen kan vänta ett ögonblick."},
    ),
    TestPost(
        "blueberries",
        "2026-03-01",
        {"da": "Blåbær på disken", "nb": "Blåbær på disken"},
        {"da": "blåbær-på-disken", "nb": "blåbær-på-disken"},
        ("seasons",),
        {"da": "En skål på disken siger mere end et skilt.", "nb": "En skål på disken sier mer enn et skilt."},
        authors=("guest", "desk"),
    ),
    TestPost(
        "coffee",
        "2026-03-10",
        {"sv": "Fikat är också ett möte"},
        {"sv": "fika"},
        ("small-steps",),
        {"sv": "Tio minuter räcker långt."},
        "slug: fika\n",
    ),
    TestPost(
        "handover",
        "2026-04-07",
        {"da": "Overleveringen", "sv": "Överlämningen", "nb": "Overleveringen", "en": "The handover"},
        {"da": "overleveringen", "sv": "överlämningen", "nb": "overleveringen", "en": "the-handover"},
        ("small-steps",),
        {
            "da": "Kunden fortæller sin historie for tredje gang.",
            "sv": "Kunden berättar sin historia för tredje gången.",
            "nb": "Kunden forteller historien sin for tredje gang.",
            "en": "The customer tells the story for the third time.",
        },
        "topics: [service]\n",
    ),
    TestPost(
        "unfinished",
        "2026-04-20",
        {"da": "Halvfærdig", "sv": "Halvfärdig"},
        {"da": "halvfærdig", "sv": "halvfärdig"},
        ("complaints",),
        {"da": "Her mangler slutningen.", "sv": "Här saknas slutet."},
        "draft: true\n",
        draft=True,
    ),
)
"""Oldest first."""


def post_source(post: TestPost, locale: str) -> str:
    """The Markdown of a post in a language."""
    categories = ", ".join(CATEGORIES[id][locale] for id in post.categories)
    return (
        f"---\ndate: {post.date}\ncategories: [{categories}]\n"
        f"authors: [{', '.join(post.authors)}]\n{post.settings}---\n"
        f"# {post.titles[locale]}\n\n{post.text[locale]}\n\n<!-- more -->\n\n"
        f"## {post.titles[locale]} {{#more}}\n\n[A](../../articles/trust.md#part) & <b>b</b>.\n"
    )


def _pages() -> dict[str, str]:
    words = {
        "da": ("Hjem", "Artikler", "Tillid", "Om ansvar og ansvarets grænser.", "Alle selvvurderinger"),
        "sv": ("Hem", "Artiklar", "Tillit", "Om ansvar och ansvarets gränser.", "Alla självskattningar"),
        "nb": ("Hjem", "Artikler", "Tillit", "Om ansvar og ansvarets grenser.", "Alle egenvurderinger"),
        "en": ("Home", "Articles", "Trust", "On responsibility and its limits.", "All self-assessments"),
    }
    files: dict[str, str] = {}
    for locale, (home, articles, trust, text, tests) in words.items():
        test = f"---\ntitle: {trust}?\nassessment:\n  id: trust-check"
        files |= {
            f"{locale}/index.md": f"# {home}\n\n[Blog](blog/index.md) [{trust}](articles/trust.md)\n",
            f"{locale}/articles/index.md": f"# {articles}\n",
            f"{locale}/articles/trust.md": (
                f"---\ntopics: [service]\n---\n# {trust}\n\n{text}\n\n## {trust} {{#part}}\n"
            ),
            f"{locale}/self-assessments/index.md": f"# {tests}\n",
            f"{locale}/self-assessments/trust.md": (
                f"{test}{chr(10) + '  scale: agreement-5' if locale == 'da' else ''}\n---\n# {trust}?\n\n"
                f"## {trust} {{#trust}}\n\n- [ ] {text} {{#trust-first}}\n\n"
                f"### {tests} {{.results}}\n\n- **0–50** {text}\n- **50–100** {text}\n"
            ),
            f"{locale}/blog/index.md": f"# Blog {locale}\n\nRSS: [feed](feed.xml).\n",
            f"{locale}/blog/.authors.yml": (
                f"authors:\n  desk:\n    name: {DESK[locale]}\n    description: Servicekompas\n"
                f"    avatar: assets/desk.svg\n  guest:\n    name: {GUEST}\n    description: Tromsø\n"
                "    avatar: assets/desk.svg\n"
            ),
            f"{locale}/blog/.categories.yml": "".join(
                f"{id}: {names[locale]}\n" for id, names in sorted(CATEGORIES.items(), reverse=locale == "sv")
            ),
        }
    return files


FILES: dict[str, str] = {
    **_pages(),
    "da/articles/two-languages.md": "# Åbningstider\n\nLæs [indlægget](../blog/posts/blueberries.md).\n",
    "sv/articles/two-languages.md": "# Öppettider\n\nLäs [inlägget](../blog/posts/coffee.md).\n",
    "da/articles/only-danish.md": "# Kun på dansk\n\nLæs [indlægget](../blog/posts/sorry-first.md).\n",
    "assets/desk.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>\n',
    **{f"{locale}/blog/posts/{post.name}.md": post_source(post, locale) for post in POSTS for locale in post.titles},
}
"""Every file of the site below its docs folder."""


def posts_of(locale: str, *, drafts: bool = False) -> list[TestPost]:
    """What a language's blog shows, in its order: pinned first, then the newest first."""
    shown = [post for post in POSTS if locale in post.titles and (drafts or not post.draft)]
    return sorted(shown, key=lambda post: ("pin: true" in post.settings, post.date), reverse=True)


def prefix(locale: str) -> str:
    """What a language's addresses begin with."""
    return "" if locale == LANGUAGES[0] else f"{locale}/"


def build_four(root: Path, files: Mapping[str, str] = FILES, **settings: Any) -> Built:
    """Build the site; `settings` are those of `build_site`, and take precedence over the site's own."""
    blog = {**BLOG, **settings.pop("blog", {})}
    return build_site(root, files, **({"languages": LANGUAGES, "multilingual": OPTIONS, "blog": blog} | settings))
