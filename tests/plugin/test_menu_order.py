"""The order of a menu that another plugin has set is kept; what stands in for missing pages takes its place there."""

from __future__ import annotations

from pathlib import Path

from tests.plugin.building import Built, build_site

HOOK = """
ORDER = {}


def ordered(items):
    for item in items:
        if item.children:
            item.children = ordered(item.children)
    def place(item):
        page = item
        while page.children:
            page = page.children[0]
        name = page.file.src_uri.partition("/")[2]
        return next((n for n, start in enumerate(ORDER) if name.startswith(start)), 99)
    return sorted(items, key=place)


def on_nav(nav, config, files):
    nav.items = ordered(nav.items)
    return nav
"""
DA = ("index", "omega", "zoo/", "beta", "alfa", "new", "mid/b", "mid/a", "mid/c", "mid/")
FILES: dict[str, str | bytes] = {f"da/{name}.md": f"# {name}\n" for name in ("index", "omega", "beta", "alfa", "new")}
FILES |= {f"da/{name}.md": f"# {name}\n" for name in ("mid/a", "mid/b", "mid/c", "zoo/x")}
FILES |= {f"sv/{name}.md": f"# {name}\n" for name in ("index", "omega", "alfa", "mid/a", "mid/b", "mid/only")}


def menu(built: Built, address: str) -> list[str]:
    links = built.page(address).xpath("//nav[contains(@class, 'md-nav--primary')]//a[contains(@class, 'md-nav__link')]")
    return [link.text_content().strip() for link in links]


def test_the_order_of_another_plugin_is_kept(tmp_path: Path) -> None:
    built = build_site(tmp_path, FILES, multilingual={}, hook=HOOK.replace("{}", repr(DA)))
    assert not built.aborted, built.messages
    assert menu(built, "") == ["index", "omega", "zoo/x", "beta", "alfa", "new", "mid/b", "mid/a", "mid/c"]
    # In Swedish zoo, beta, new and mid/c stand in for missing pages.
    expected = ["index", "omega", "zoo/x", "beta", "alfa", "new", "mid/b", "mid/a", "mid/c", "mid/only"]
    assert menu(built, "sv") == expected


def test_without_an_order_the_files_have_theirs(tmp_path: Path) -> None:
    built = build_site(tmp_path, FILES, multilingual={})
    folders = ["mid/a", "mid/b", "mid/c", "mid/only", "zoo/x"]
    assert menu(built, "sv") == ["index", "alfa", "beta", "new", "omega", *folders]


def test_a_menu_in_the_settings_stays_as_it_is_written(tmp_path: Path) -> None:
    nav = ["index.md", {"Last": ["omega.md", "beta.md"]}, {"First": ["mid/b.md", "alfa.md"]}]
    built = build_site(tmp_path, FILES, multilingual={}, settings={"nav": nav, "not_in_nav": "*"})
    for address in ("", "sv"):
        assert menu(built, address) == ["index", "omega", "beta", "mid/b", "alfa"]


SECTION_PAGES = """
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page


class SectionPage(Section, Page):
    active = Page.active

    def __repr__(self):
        return Page.__repr__(self)


def on_nav(nav, config, files):
    for items in [nav.items] + [item.children for item in nav.items if isinstance(item, Section)]:
        for number, section in enumerate(items):
            if isinstance(section, Section) and section.children and isinstance(section.children[0], Page):
                page = section.children[0]
                if page.is_index or page.file.src_uri.endswith("first.md"):
                    page.__class__ = SectionPage
                    page.is_section = page.is_page = True
                    page.title, page.children = section.title, section.children[1:]
                    items[number] = page
    return nav


def urls(items):
    return [url for item in items for url in (getattr(item, "url", ""), *urls(item.children or []))]


def on_page_context(context, page, config, nav):
    with open(config.config_file_path + ".menu", "a") as file:
        file.write(" ".join(urls(nav.items)) + "\\n")


on_nav = event_priority(-105)(on_nav)
"""


def test_a_section_that_is_a_page_stays_in_the_menu(tmp_path: Path) -> None:
    files = {f"da/{name}.md": f"# {name}\n" for name in ("index", "one/index", "one/a", "two/index", "two/first")}
    files |= {f"sv/{name}.md": f"# {name}\n" for name in ("index", "one/a", "two/first")}
    built = build_site(tmp_path, files, multilingual={}, hook=SECTION_PAGES)
    assert built.messages == []
    lines = (tmp_path / "mkdocs.yml.menu").read_text(encoding="utf-8").splitlines()
    menus = {frozenset(line.split()) - {"./", "sv/"} for line in lines}
    addresses = ("one/", "one/a/", "two/", "two/first/")
    assert menus == {frozenset(f"{prefix}{address}" for address in addresses) for prefix in ("", "sv/")}
