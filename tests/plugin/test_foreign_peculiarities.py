"""Small models of what other people's sites do: their plugins, hooks, templates, languages and ways of addresses.

Each site is built strictly without our plugins and with them. No page is lost, and titles, texts, code, attributes,
diagrams and drawings are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from lxml import html
from lxml.html import HtmlElement

from tests.plugin.building import Built, rebuild, text, write

TWELVE = ("en", "ar", "he", "zh", "zh-TW", "pt-BR", "pt", "ja", "fa", "nb", "eo", "de")
BODY = """
Text with `code`, "quotes" ... 100 %, a [link](../index.md) and \\(f'(x)\\).

```python title="a.py" hl_lines="1"
print("it's") # ...
```

```mermaid
graph LR; A["a"] --> B
```

<div class="own" data-x='{"a": 1}' markdown="1"><svg viewBox="0 0 9 9" role="img"><path d="M0 0h9"/></svg></div>

| a | b |
|---|---|
| 1 | 2 |
"""
EXTENSIONS: list[object] = [
    "attr_list",
    "md_in_html",
    "tables",
    "admonition",
    {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid", "format": "FORMAT"}]}},
]
BEFORE = """
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
import re


@event_priority(-105)
def on_files(files, config):  # generates a file, after static-i18n, which knows none that is generated
    files.append(File.generated(config, "data/made.json", content="{}"))
    return files


def on_page_markdown(markdown, page, **_):  # sets dates
    page.meta["revision_date"] = "2026-01-05"
    return markdown


@event_priority(-10)
def on_page_content(html, page, **_):  # reads each text as a document and wraps pictures, before our text
    html = re.sub(r'<img [^>]*>', lambda img: f'<a class="box" href="x.png">{img[0]}</a>', html)
    return f"<html><head></head><body>{html}</body></html>" if page.meta.get("wrapped") else html
"""
MINIFY = """
import re
from mkdocs.plugins import event_priority


@event_priority(PRIORITY)
def on_post_page(output, **_):  # removes comments, whitespace between elements, and quotation marks of attributes
    head, sign, body = output.partition("</head>")
    head = re.sub(r"<!--.*?-->|(?<=>)\\s+(?=<)", "", head, flags=re.S)
    return re.sub(r'(rel|name|property)="([a-z]+)"', r"\\1=\\2", head) + sign + body
"""
MAIN = """
{% extends "base.html" %}
{% block extrahead %}{{ super() }}<meta property="og:title" content="Own: {{ page.title if page }}">{% endblock %}
{% block announce %}<p class="own-announcement">News</p>{% endblock %}
"""


@dataclass(frozen=True)
class Peculiar:
    """A site of somebody else's."""

    files: Mapping[str, str]
    languages: tuple[str, ...] = ()
    structure: str = "suffix"
    settings: Mapping[str, object] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    hooks: tuple[str, ...] = (BEFORE,)
    plugins: tuple[str, ...] = ("search",)


def in_twelve() -> dict[str, str]:
    files = {
        "index.md": "# Harbour\n\n[Rowing](boats/rowing.md)\n",
        "boats/rowing.md": f"---\nwrapped: true\ntags: [a]\n---\n# Rowing\n{BODY}\n![](../x.png)\n",
        "boats/sailing.md": "# Sailing\n\nOnly in English.\n",
        "hidden.md": "# Hidden\n",
        "drafts/left.md": "# Left out\n",
        "x.png": "x",
    }
    for locale in TWELVE[1:]:
        files[f"boats/rowing.{locale}.md"] = f"# Rowing {locale}\n{BODY}\n![](../x.png)\n"
    return files


SITES = {
    "twelve languages in suffixes": Peculiar(
        in_twelve(),
        TWELVE,
        settings={
            "site_url": "https://example.org/a/path/",
            "nav": ["index.md", {"Boats": ["boats/rowing.md", {"Winds": "boats/sailing.md"}]}],
            "not_in_nav": "hidden.md",
            "exclude_docs": "drafts/",
        },
        templates={"main.html": MAIN, "partials/copyright.html": '<p class="own-copyright">Own</p>'},
        hooks=(BEFORE, MINIFY.replace("PRIORITY", "0")),
        plugins=("search", "tags"),
    ),
    "files, no address, own pages": Peculiar(
        {
            "en/index.md": "# Harbour\n",
            "fr/index.md": "# Port\n",
            "en/boats/rowing.md": f"# Rowing\n{BODY}",
            "fr/boats/rowing.md": f"# Aviron\n{BODY}",
            "en/boats/sailing.md": f"# Sailing\n{BODY}",
        },
        ("en", "fr"),
        "folder",
        settings={
            "use_directory_urls": False,
            "extra": {"alternate": [{"name": "English", "link": "https://x.org/en/", "lang": "en"}]},
        },
        templates={
            "404.html": '{% extends "main.html" %}{% block content %}<h1>Own 404</h1>{% endblock %}',
            "sitemap.xml": "<urlset>own</urlset>",
        },
        hooks=(BEFORE, MINIFY.replace("PRIORITY", "-200")),
    ),
    "one language": Peculiar(
        {"index.md": "# Harbour\n", "boats/rowing.md": f"# Rowing\n{BODY}", "a b/ø.md": "# Ø\n"},
        hooks=(BEFORE, MINIFY.replace("PRIORITY", "-200")),
    ),
}


def build(root: Path, site: Peculiar, ours: tuple[str, ...]) -> Built:
    languages = [{"locale": locale, "name": locale, "default": n == 0} for n, locale in enumerate(site.languages)]
    i18n = [{"i18n": {"docs_structure": site.structure, "languages": languages}}] if languages else []
    for number, hook in enumerate(site.hooks):
        (root / f"hook{number}.py").write_text(hook, encoding="utf-8")
    for name, template in site.templates.items():
        (root / "own" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "own" / name).write_text(template, encoding="utf-8")
    theme = {"name": "material", "font": False} | ({"custom_dir": "own"} if site.templates else {})
    config = {
        "site_name": "Harbour",
        "theme": theme,
        "plugins": [*site.plugins, *i18n, *ours],
        "hooks": [f"hook{number}.py" for number in range(len(site.hooks))],
        "markdown_extensions": EXTENSIONS,
        **site.settings,
    }
    written = yaml.safe_dump(config, allow_unicode=True)
    format_ = "!!python/name:pymdownx.superfences.fence_code_format"
    (root / "mkdocs.yml").write_text(written.replace("FORMAT", format_), encoding="utf-8")
    return rebuild(root)


@dataclass(frozen=True)
class Pair:
    """A site without our plugins and with them."""

    site: Peculiar
    without: dict[str, bytes]
    together: dict[str, bytes]

    def pages(self) -> Iterator[tuple[str, HtmlElement, HtmlElement]]:
        """Each page of either, but for that of addresses that aren't found."""
        for name in sorted(self.without.keys() & self.together.keys()):
            if name.endswith(".html") and name != "404.html":
                yield name, parsed(self.without[name]), parsed(self.together[name])


def parsed(page: bytes) -> HtmlElement:
    return html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))


@pytest.fixture(scope="module", params=SITES)
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    site, root = SITES[request.param], tmp_path_factory.mktemp("site")
    write(root, site.files)
    outcomes = []
    for ours in ((), ("self-assessment", "multilingual")):
        built = build(root, site, ours)
        assert (built.messages, built.aborted) == ([], False)
        found = [path for path in built.folder.rglob("*") if path.is_file()]
        outcomes.append({path.relative_to(built.folder).as_posix(): path.read_bytes() for path in found})
    return Pair(site, *outcomes)


def test_no_file_is_lost(pair: Pair) -> None:
    lost = pair.without.keys() - pair.together.keys()
    assert lost <= (set() if pair.site.settings.get("site_url") else {"sitemap.xml", "sitemap.xml.gz"})
    added = pair.together.keys() - pair.without.keys()
    assert [name for name in added if not name.startswith("assets/") and not name.endswith("/404.html")] == []


def test_titles_menus_and_texts_are_the_same(pair: Pair) -> None:
    for name, before, after in pair.pages():
        assert after.findtext(".//title") == before.findtext(".//title"), name
        for notice in after.find_class("ml-notice"):
            notice.drop_tree()
        if pair.site.languages and "nav" not in pair.site.settings:  # static-i18n's two menus of a folder are one
            for menu in (*before.find_class("md-nav--primary"), *after.find_class("md-nav--primary")):
                menu.drop_tree()
        assert text(after.find("body")) == text(before.find("body")), name


def test_code_diagrams_drawings_and_attributes_are_the_same(pair: Pair) -> None:
    parts = "//article//*[self::pre or self::svg or self::table or self::code or self::img or @data-x or @class='box']"
    for name, before, after in pair.pages():
        assert [written(e) for e in after.xpath(parts)] == [written(e) for e in before.xpath(parts)], name


def written(element: HtmlElement) -> bytes:
    return bytes(html.tostring(element, with_tail=False))


def test_what_the_site_put_in_stays_once(pair: Pair) -> None:
    for name, before, after in pair.pages():
        if "main.html" in pair.site.templates:
            assert len(after.find_class("own-announcement")) == len(after.find_class("own-copyright")) == 1
            assert after.xpath("//meta[@property='og:title']/@content") == before.xpath(
                "//meta[@property='og:title']/@content"
            ), name
        assert len(after.xpath("//link[@rel='canonical']")) <= 1, name
        addresses = after.xpath("//head/link[@rel='alternate' and @hreflang]/@hreflang")
        assert len(addresses) == len(set(addresses)), name
    for own in ("404.html", "sitemap.xml"):
        if own in pair.site.templates:
            assert re.search(rb"Own 404|own</urlset>", pair.together[own])


def test_each_language_is_its_own(pair: Pair) -> None:
    for name, before, after in pair.pages():
        assert after.get("lang") == before.get("lang"), name
        assert after.find("body").get("dir") == before.find("body").get("dir"), name
    if pair.site.languages == TWELVE:
        head = parsed(pair.together["zh-TW/boats/rowing/index.html"])
        named = head.xpath("//head/link[@rel='alternate' and @hreflang]/@hreflang")
        assert sorted(named) == sorted([*TWELVE, "x-default"])
