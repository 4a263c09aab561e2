"""The same content with a folder for each language and with suffixes gives the same site."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from lxml import html

from tests.plugin.building import Built, build_site, text

LANGUAGES = ("da", "sv", "ar")
ADDED = {
    "status_page": "translations",
    "suggestion": True,
    "typography": True,
    "figures": "assets/figures",
    "search": True,
    "glossary": {"page": "glossary.md", "folders": ["articles"]},
}


def _post(date: str, title: str, category: str, more: str = "") -> str:
    return (
        f"---\ndate: {date}\ncategories: [{category}]\nauthors: [desk]\ntopics: [trust]\n{more}---\n# {title}\n\n"
        "First.\n\n<!-- more -->\n\nMore, with [an article](../../articles/trust.md#part) and ![](dot.svg).\n"
    )


def _article(title: str, more: str = "") -> str:
    return (
        f"---\ndescription: On {title}.\ntopics: [trust]\ntags: [{title}]\n{more}---\n# {title}\n\n"
        f"Hope is [a word](../index.md).\n\n![Steps](../assets/figures/steps.svg)\n\n## Part {{#part}}\n\n"
        f"## Here {{.assessment #here scale=yes-partly-no}}\n\n- [ ] One {title}. {{#one}}\n- [ ] Two. {{#two}}\n\n"
        "### Results {.results}\n\n- **0–50** A.\n- **50–100** B.\n"
    )


def content(locale: str, word: str) -> dict[str, str]:
    """The pages of a language, by key."""
    return {
        "index.md": f"# Home {word}\n\n[Blog](blog/index.md)\n",
        "articles/index.md": f"---\nslug: {word}\n---\n# Articles {word}\n",
        "articles/trust.md": _article(word, f"slug: on-{word}\nformer_slugs: [old-{word}]\n"),
        "topics/trust.md": f"# Topic {word}\n",
        "glossary.md": (
            f"---\nterms:\n  hope: [hope]\n---\n# Glossary {word}\n\n### Hope {{#hope}}\n\nWhat {word} is.\n"
        ),
        "self-assessments/index.md": f"# All {word}\n",
        "self-assessments/check.md": (
            f"---\nassessment:\n  id: check\n  scale: yes-partly-no\n---\n# Check {word}\n\n"
            f"## Dimension {word} {{#d}}\n\n"
            f"- [ ] Statement {word}. {{#s}}\n\n### Results {{.results}}\n\n- **0–50** A.\n- **50–100** B.\n"
        ),
        "kit.md": f"# Kit {word}\n\n(kit=forms)\n\n[Trust](articles/trust.md) (kit=address)\n",
        "blog/index.md": f"# Blog {word}\n\n[Feed](feed.xml)\n",
        "blog/posts/queue.md": _post("2026-01-05", f"Queue {word}", f"Words {word}", f"former_slugs: [was-{word}]\n"),
        "blog/posts/two.md": _post("2026-02-05", f"Two {word}", f"Words {word}", "links: [articles/trust.md]\n"),
        "blog/posts/draft.md": _post("2026-03-05", f"Draft {word}", f"Words {word}", "draft: true\n"),
        "blog/.authors.yml": f"authors:\n  desk:\n    name: Desk {word}\n    description: d\n    avatar: a.png\n",
        "blog/.categories.yml": f"words: Words {word}\n",
    }


def files(structure: str) -> dict[str, str]:
    """The whole site."""
    found = {
        "assets/figures/steps.svg": (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text data-word="step">S</text></svg>\n'
        ),
        "assets/figures/steps.toml": "".join(f'[{locale}]\nstep = "Step {locale}"\n' for locale in LANGUAGES),
    }
    for n, locale in enumerate(LANGUAGES):
        pages = content(locale, f"word{locale}")
        if n == 0:
            pages |= {"articles/only.md": "# Only here\n\n[Trust](trust.md)\n", "blog/posts/dot.svg": "<svg/>\n"}
            pages["blog/posts/one.md"] = _post("2026-01-09", "Only one", "Words wordda")
        else:
            pages["blog/posts/dot.svg"] = "<svg/>\n"
        found |= {_uri(structure, locale, key): page for key, page in pages.items()}
    return found


def _uri(structure: str, locale: str, key: str) -> str:
    if structure == "folder":
        return f"{locale}/{key}"
    path = PurePosixPath(key)
    return key if locale == LANGUAGES[0] else str(path.with_name(f"{path.stem}.{locale}{path.suffix}"))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """Both builds."""
    made = {}
    for structure in ("folder", "suffix"):
        made[structure] = build_site(
            tmp_path_factory.mktemp(structure),
            files(structure),
            languages=LANGUAGES,
            site_url="https://example.org/below/",
            structure=structure,
            others=("tags",),
            options={"my_results": True, "team": True, "kit": "kit.md"},
            multilingual=ADDED,
            blog={"authors_profiles": True, "pagination_per_page": 2},
            extensions=("attr_list", "def_list"),
            settings={
                "nav": [
                    "index.md",
                    {"Articles": ["articles/index.md", "articles/trust.md", "articles/only.md"]},
                    {"Tests": ["self-assessments/index.md", "self-assessments/check.md"]},
                    {"Blog": ["blog/index.md"]},
                ]
            },
        )
    return made


def tree(built: Built) -> dict[str, Any]:
    """What readers and programs get of each file, without what names its source."""
    found: dict[str, Any] = {}
    for path in sorted(path for path in built.folder.rglob("*") if path.is_file()):
        name = path.relative_to(built.folder).as_posix()
        if "/pagefind/" in name:
            continue
        if path.suffix == ".html":
            found[name] = _page(path)
        elif path.suffix in (".xml", ".json") and "assets/javascripts" not in name:
            found[name] = path.read_text(encoding="utf-8")
        else:
            found[name] = None
    return found


def _page(path: Path) -> dict[str, Any]:
    page = html.fromstring(path.read_text(encoding="utf-8"))
    for script in page.xpath("//script[not(@type='application/ld+json')]"):
        script.drop_tree()
    head = [
        sorted(element.items())
        for element in page.xpath("//head/link | //head/meta")
        if "stylesheet" not in str(element.get("rel"))
    ]
    return {
        "lang": page.get("lang"),
        "head": head,
        "text": text(page),
        "links": [(str(a.get("href")), text(a)) for a in page.xpath("//a[@href]")],
        "languages": [(e.tag, e.get("lang"), e.get("dir")) for e in page.xpath("//body//*[@lang]")],
        "data": [json.loads(str(s.text)) for s in page.xpath("//script[@type='application/ld+json']")],
    }


def test_both_are_built_without_a_word(sites: dict[str, Built]) -> None:
    assert {structure: built.messages for structure, built in sites.items()} == {"folder": [], "suffix": []}


def test_the_published_trees_are_the_same(sites: dict[str, Built]) -> None:
    folder, suffix = tree(sites["folder"]), tree(sites["suffix"])
    assert sorted(folder) == sorted(suffix)
    for name in folder:
        if name != "translations/index.html":  # the one page that names sources
            assert folder[name] == suffix[name], name


def test_the_trees_hold_what_they_should(sites: dict[str, Built]) -> None:
    """So that two empty sites aren't taken for two equal ones."""
    built = sites["suffix"]
    for path in (
        "sv/wordsv/on-wordsv/index.html",
        "sv/wordsv/old-wordsv/index.html",
        "sv/blog/2026/01/05/queue-wordsv/index.html",
        "sv/blog/2026/01/05/was-wordsv/index.html",
        "ar/blog/category/words-wordar/index.html",
        "ar/blog/author/desk/index.html",
        "ar/blog/feed.xml",
        "ar/wordar/only/index.html",
        "sv/self-assessments/here/index.html",
        "blog/dot.svg",
        "sv/blog/dot.svg",
    ):
        assert (built.folder / path).is_file(), path
    assert not (built.folder / "sv/blog/2026/03/05/draft-wordsv").exists()
    page = built.page("sv/wordsv/on-wordsv")
    assert re.search(r"What wordsv is\.", text(page))
    assert "Step sv" in text(page)
    assert page.xpath("//link[@hreflang='ar']/@href") == ["https://example.org/below/ar/wordar/on-wordar/"]
    fallback = built.page("ar/wordar/only")
    (shown,) = fallback.xpath("//article//div[@lang='da']")
    assert (shown.get("dir"), text(shown.xpath(".//h1")[0])) == ("ltr", "Only here")
    assert {e.get("dir") for e in fallback.xpath("//article//*[@lang='ar']")} == {"rtl"}  # the notice
    offers = html.fromstring(html.tostring(page.xpath("//main//ml-suggestions/template")[0], encoding="unicode"))
    assert [(e.get("lang"), e.get("dir")) for e in offers.xpath("//aside")] == [("da", "ltr"), ("ar", "rtl")]
    lost = html.parse(str(built.folder / "404.html")).getroot()
    assert [(e.get("lang"), e.get("dir")) for e in lost.xpath("//article//section")] == [
        ("da", "ltr"),
        ("sv", "ltr"),
        ("ar", "rtl"),
    ]
    states = built.page("translations")
    assert "articles/only.ar.md" in html.tostring(states, encoding="unicode")


@pytest.mark.parametrize(
    ("folder", "options", "index", "post"),
    [
        ("posts", {"blog_dir": "."}, "", "2026/01/05/queue-wordsv"),
        ("notes/all", {"blog_dir": "./", "post_dir": "notes/all/"}, "", "2026/01/05/queue-wordsv"),
        ("writing/posts", {"post_dir": "writing/posts"}, "blog", "blog/2026/01/05/queue-wordsv"),
        ("blog", {"post_dir": "{blog}"}, "blog", "blog/2026/01/05/queue-wordsv"),
    ],
)
def test_posts_are_where_the_options_say(
    tmp_path: Path, folder: str, options: dict[str, object], index: str, post: str
) -> None:
    found = {}
    for locale in LANGUAGES[:2]:
        word = f"word{locale}"
        home = f"{locale}/{index}/" if index else f"{locale}/"
        found |= {
            f"{locale}/index.md": f"# Home {word}\n",
            f"{home}index.md": f"# Blog {word}\n",
            f"{locale}/{folder}/queue.md": f"---\ndate: 2026-01-05\n---\n# Queue {word}\n\n![](dot.svg)\n",
            f"{locale}/{folder}/dot.svg": "<svg/>\n",
        }
    built = build_site(tmp_path, found, languages=LANGUAGES[:2], multilingual={}, blog=options)
    assert built.messages == []
    assert [text(h) for h in built.page(f"sv/{index}").xpath("//article//h2/a")] == ["Queue wordsv"]
    assert built.page(f"sv/{post}").xpath("//link[@rel='canonical']/@href") == [f"http://127.0.0.1/sv/{post}/"]
    assert not built.has(f"sv/{folder}/queue")
    assert "Queue wordsv" in (built.folder / "sv" / index / "feed.xml").read_text(encoding="utf-8")
    (image,) = built.page(f"sv/{post}").xpath("//article//img/@src")
    assert (built.folder / "sv" / post / str(image)).resolve().is_file()


def test_posts_that_nothing_takes_for_posts_are_not_lost_silently(tmp_path: Path) -> None:
    files = {
        "da/index.md": "# Home\n",
        "da/blog/index.md": "# Blog\n",
        "da/writing/a.md": "---\ndate: 2026-01-05\n---\n# A\n",
    }
    for options, message in (
        ({"post_dir": "writin"}, "no post in docs/da/writin/"),
        ({"blog_dir": "news"}, "no file docs/da/news/index.md"),
        ({"post_dir": "da/writing"}, "such as `writing`"),
        ({"post_dir": "../writing"}, "below the docs folder"),
    ):
        built = build_site(tmp_path, files, languages=LANGUAGES[:2], multilingual={}, blog=options)
        assert built.aborted
        assert any(message in found for found in built.messages), options
