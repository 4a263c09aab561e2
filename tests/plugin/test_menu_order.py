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
