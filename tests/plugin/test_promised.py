"""What the plugins change on a site is what their documentation says, row by row, and nothing else.

A site is built without them and with each. Every difference belongs to a row of the table in the plugin's page
*Adopt it*, and every row shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml
from lxml import html
from lxml.html import HtmlElement

from mkdocs_multilingual.config import MultilingualConfig
from mkdocs_multilingual.glue.assets import ASSETS
from tests.plugin.building import Built, rebuild, write

PLUGINS = Path(__file__).parents[2] / "plugins"
CHECK = """
- [ ] We say it aloud. {#aloud}
- [ ] We help each other. {#help}

### What the answers mean {.results}

- **0–50** Begin with one small thing.
- **50–100** You say it in time.
"""
DRAWN = """
```python
print("a")  # ...
```

<div class="own" data-own="1"><svg viewBox="0 0 1 1"><path d="M0 0"/></svg></div>

\\(f'(x)\\) and "straight" ... marks
"""
FILES = {
    "en/index.md": "# Harbour\n\nWelcome. [Boats](boats/rowing.md)\n",
    "en/boats/rowing.md": f"---\ndate: 2026-01-05\ntags: [oars]\n---\n# Rowing\n\n## Oars\n{DRAWN}",
    "en/boats/sailing.md": "---\ntags: [sails]\ndescription: Sails & winds.\n---\n# Sailing\n\n## Sails\n\nA sail.\n",
    "en/crew.md": f"---\nassessment: {{id: crew, scale: yes-partly-no}}\n---\n# Crew\n\n## Talk {{#talk}}\n{CHECK}",
    "en/team.md": f"# Team\n\nText.\n\n## Now {{.assessment #now scale=yes-partly-no}}\n{CHECK}",
    "en/tags.md": "# Tags\n\n<!-- material/tags -->\n",
    "ar/index.md": "# ميناء\n\nنص. [قوارب](boats/rowing.md)\n",
    "ar/boats/rowing.md": "# تجديف\n\n## مجاديف\n\nنص.\n",
    "ar/tags.md": "# وسوم\n\n<!-- material/tags -->\n",
    "assets/a.txt": "a\n",
}


def build(root: Path, *ours: str) -> Built:
    languages = [{"locale": "en", "name": "English", "default": True}, {"locale": "ar", "name": "العربية"}]
    i18n = {"docs_structure": "folder", "reconfigure_search": False, "languages": languages}
    config = {
        "site_name": "Harbour",
        "site_description": "On boats",
        "site_url": "https://example.org/h/",
        "theme": {"name": "material", "font": False, "language": "en"},
        "plugins": ["search", "tags", {"i18n": i18n}, *ours],
        "markdown_extensions": ["attr_list", "toc"],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return rebuild(root)


def files(built: Built) -> dict[str, bytes]:
    return {p.relative_to(built.folder).as_posix(): p.read_bytes() for p in built.folder.rglob("*") if p.is_file()}


def parts(page: bytes) -> Counter[str]:
    """The parts of a page: each element, each attribute, each piece of text, with the place that it is in."""
    found: Counter[str] = Counter()
    for element in html.fromstring(page.decode()).iter():
        if isinstance(element.tag, str):
            found.update(_parts(element))
    return found


def without_digest(address: str) -> str:
    return re.sub(r"\.[0-9a-f]{6,}\.", ".", address)


def _parts(element: HtmlElement) -> Iterator[str]:
    name = element.get("rel") or element.get("name") or element.get("property") or element.get("type") or ""
    tag = f"{_place(element)} {element.tag}{f'[{name}]' if name else ''}"
    yield tag
    yield from (f"{tag} @{attribute}={without_digest(value)}" for attribute, value in element.attrib.items())
    for text in (element.text, element.tail):
        if text and text.strip():
            yield f"{tag} {' '.join(text.split())}"


def _place(element: HtmlElement) -> str:
    for around in (element, *element.iterancestors()):
        classes = (around.get("class") or "").split()
        for place, is_there in (
            ("head", around.tag == "head"),
            ("tags", "md-tags" in classes),
            ("menu", "md-nav--primary" in classes),
            ("contents", "md-nav--secondary" in classes),
            ("text", around.tag == "article"),
        ):
            if is_there:
                return place
    return "page"


def differences(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    found = {f"lost {name}" for name in before.keys() - after.keys()}
    for name in after.keys() - before.keys():
        found.add(f"added {without_digest(name)}")
    for name in before.keys() & after.keys():
        if before[name] == after[name]:
            continue
        if not name.endswith(".html"):
            found.add(f"changed {name}")
            continue
        old, new = parts(before[name]), parts(after[name])
        found |= {f"{name}: + {part}" for part in new - old} | {f"{name}: - {part}" for part in old - new}
    return found


PROMISED: dict[str, dict[str, str]] = {
    "multilingual": {
        "files of its own": r"added assets/multilingual/(multilingual\.css|[a-z_]+/\w+\.js(on)?)$",
        "style sheet": r": \+ head link\[stylesheet\]( @rel=.*| @href=\S*\bmultilingual\.css)?$",
        "canonical address": r"ar/\S+: [+-] head link\[canonical\] @href=",
        "links to translations": r": [+-] head link\[alternate\]( @rel=| @href=| @hreflang=| @data-ml-page=$|$)",
        "script beside them": r": \+ head script(\[module\]( @type=module| @src=\S*relations/relations\.js)?)$",
        "previews of shared links": r": \+ head meta\[(og|article|twitter):",
        "structured data": r": \+ head script\[application/ld\+json\]",
        "previous and next page": r"ar/\S+: [+-] head link\[(prev|next)\] @href=",
        "menu": r"ar/\S+: - menu ",
        "notice": r"ar/(boats/sailing|crew|team)/index\.html: \+ text (div|p)\b(?! @id)",
        "language of parts": r"ar/\S+: \+ (head title|menu a|contents a|text a|page a) @(lang=en|dir=ltr)$",
        "tags of a page": r"ar/boats/sailing/index\.html: - (tags|text) ",
        "lists of tags": r"ar/tags/index\.html: - |changed tags\.json$",
        "other search": r"changed search/search_index\.json$",
        "`sitemap.xml`": r"changed sitemap\.xml(\.gz)?$",
        "`404.html`": r"404\.html: |added ar/404\.html$",
    },
    "self-assessment": {
        "files of its own": r"added assets/self-assessment/([\w-]+/)?[\w.-]+\.(css|js|json)$",
        "style sheet": r": \+ head link\[stylesheet\]( @rel=.*| @href=\S*\bself-assessment\.css)?$",
        "pages of sections": r"added (ar/)?self-assessments/now/index\.html$",
        "page of a self-assessment": r"(ar/)?crew/index\.html: [+-] (text|contents|menu) ",
        "card in the text": r"(ar/)?team/index\.html: [+-] (text|contents|menu) ",
        "menu": r": [+-] head link\[(next|prev)\]|: \+ menu |404\.html: [+-] (head link\[alternate\]|page a) @href=",
        "lists of pages": r"changed (search/search_index\.json|sitemap\.xml(\.gz)?)$",
    },
}
"""For each row of the tables, by its first cell, what it looks like."""


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    root = tmp_path_factory.mktemp("site")
    write(root, FILES)
    return root, files(build(root))


@pytest.mark.parametrize("plugin", PROMISED)
def test_every_difference_is_a_row_and_every_row_shows(plugin: str, without: tuple[Path, dict[str, bytes]]) -> None:
    root, before = without
    built = build(root, plugin)
    assert (built.messages, built.aborted) == ([], False)
    found = differences(before, files(built))
    shown = {row: {d for d in found if re.search(form, d)} for row, form in PROMISED[plugin].items()}
    assert sorted(found - set().union(*shown.values())) == []
    assert [row for row, differs in shown.items() if not differs] == []


@pytest.mark.parametrize("plugin", PROMISED)
def test_the_documentation_has_these_rows(plugin: str) -> None:
    page = (PLUGINS / plugin.replace("-", "_") / "docs/adopt.md").read_text(encoding="utf-8")
    table = page.split("\n## What it changes\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| \*\*(.+?)\*\* \|", table, re.MULTILINE)
    assert sorted(rows) == sorted(PROMISED[plugin])


def test_every_option_and_every_component_is_in_the_tables() -> None:
    page = (PLUGINS / "multilingual/docs/adopt.md").read_text(encoding="utf-8")
    tables = "\n".join(re.findall(r"^\|.*", page, re.MULTILINE))
    options = {name for name, _ in MultilingualConfig._schema}
    assert options - set(re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| `.*? \|", tables, re.MULTILINE)))) == set()
    named = set(re.findall(r"`(\w+)`", tables))
    assert {path.parent.name for path in ASSETS.rglob("*.js")} - named == set()
