"""What is read in a menu's template: whether parts are the same on many pages, and what they depend on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from mkdocs_foundation.caching.results import keeping
from mkdocs_foundation.menus import rules
from mkdocs_foundation.menus.expressions import FromContext, UnfitError
from mkdocs_foundation.menus.rules import MenuTemplate, asking


def read(body: str, more: str = "", arguments: str = "item, path, level, parent") -> MenuTemplate:
    return asking(f"{more}{{% macro render({arguments}) %}}{body}{{% endmacro %}}", Environment(), "ask")


ALIKE = [
    "{{ item.title }}{{ item.url | url }}{{ item.meta.icon if item.meta }}",
    "{% if item == page %}{{ page.toc }}{{ page.title }}{% include 'partials/toc.html' %}{% endif %}",
    "{% if not (item != page) %}{{ page.title }}{% endif %}",
    "{% if item.pages and page in item.pages %}{% set item = page %}{% endif %}{{ item.title }}",
    "{% set item = page if item.pages and page in item.pages else item %}{{ item.title }}",
    "{% if item.children and item.active %}{{ anything.of(page) }}{% endif %}",
    "{{ 'current' if item == page else '' }}{{ 'open' if parent.active }}",
    "{% for child in item.children %}{{ render(child, path ~ loop.index, level + 1, item) }}{% endfor %}",
    "{% set first = item.children | selectattr('is_index') | first %}{{ first.url | url }}",
    "{% set found = namespace(one=none) %}{% set found.one = item.children[0] %}{{ found.one.url | url }}",
    "{% include '.icons/' ~ item.meta.icon ~ '.svg' %}",
    "{% if item == nav.homepage %}{{ lang.t('home') }}{% endif %}",
]
OTHER_ON_EACH_PAGE = [
    "{{ page.title }}",
    "{% if item != page %}{{ page.title }}{% endif %}",
    "{% if item.title == page.title %}!{% endif %}",
    "{% if nav.homepage == page %}!{% endif %}",
    "{% if page %}!{% endif %}",
    "{{ show(page) }}",
    "{{ item.parent.active }}",
    "{{ item['next_page'].title }}",
    "{{ item[path] }}",
    "{{ parent.title }}",
    "{{ show(parent) }}",
    "{% for other in parent.children %}{{ other.active }}{% endfor %}",
    "{{ (item.children | selectattr('parent.active') | first).title }}",
    "{{ item.children | map(attribute='parent') | first }}",
    "{{ item.children | join(' ', attribute='next_page') }}",
    "{% set meta = item.meta %}{{ meta.title }}",
    "{% set other = item.meta.other or item %}{{ other.url | url }}",
    "{% for other in item.meta.others %}{{ loop.previtem.url | url }}{% endfor %}",
    "{{ item.meta is defined }}",
    "{% set _ = namespace() %}{% for _ in item.children %}{{ _.parent.active }}{% endfor %}",
    "{{ item.parent.active }}{% set item = namespace() %}",
    "{% for page in item.children %}{{ page.title }}{% endfor %}",
    "{{ 'a/b/' | url }}",
    "{{ nav.homepage.url | url }}",
    "{% set home = nav.homepage %}{{ home.title }}",
    "{{ now() }}",
    "{{ item.title | random }}",
    "{{ item.children | shuffled }}",
    "{{ item.title() }}",
    "{% include 'partials/other.html' %}",
    "{% include item.meta.part %}",
    "{% import 'other.html' as other with context %}",
    "{% set page = item %}{% if item == page %}{{ page.title }}{% endif %}",
    "{% for item in item.children %}{% endfor %}{% if item.active %}{{ page.title }}{% endif %}",
    "{% set item = item.children[0] %}{% if item.active %}{{ page.title }}{% endif %}",
    "{{ caller() }}",
    "{{ item is shown }}",
]
SHOW = "{% macro show(item) %}{{ item.title }}{% endmacro %}"


@pytest.mark.parametrize("body", ALIKE)
def test_what_is_the_same_on_many_pages(body: str) -> None:
    assert read(body, SHOW)


@pytest.mark.parametrize("body", OTHER_ON_EACH_PAGE)
def test_what_may_be_another_on_each_page_is_refused(body: str) -> None:
    with pytest.raises(UnfitError):
        read(body, SHOW)


@pytest.mark.parametrize(
    "source",
    [
        "no macro",
        "{% macro render() %}{% endmacro %}",
        "{% macro render(item, page) %}{% endmacro %}",
        "{% macro render(item, level=1) %}{% endmacro %}",
        "{# {% macro render(item) %} #}{% macro render(item) %}{% endmacro %}",
        "{% set first = page %}{% macro render(item) %}{{ first.title }}{% endmacro %}",
        "{% macro render(item) %}{{ show(item.meta.other) }}{% endmacro %}" + SHOW,
        "{% macro render(item) %}",
    ],
)
def test_a_template_of_another_kind_is_refused(source: str) -> None:
    with pytest.raises(UnfitError):
        asking(source, Environment(), "ask")


def test_what_parts_depend_on_is_told() -> None:
    body = (
        "{% if 'x' in features %}{% set mark = 1 %}{% endif %}{{ mark }}{{ config.extra.status[item.meta.status] }}"
        "{{ lang.t('home') if item == nav.homepage else item.title | upper }}{{ parent.active is none }}"
    )
    template = read(body)
    assert set(template.context) == {
        FromContext(("features",)),
        FromContext(("mark",)),
        FromContext(("config", "extra", "status")),
        FromContext(("lang", "t"), ("home",)),
        FromContext(("nav", "homepage"), is_compared=True),
    }
    assert set(template.items) == {("meta", "status"), ("title",), ("url",)}
    assert (set(template.filters), set(template.tests), template.parent) == ({"upper"}, {"none"}, 3)


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
@pytest.mark.parametrize("keeps", [False, True])
@pytest.mark.parametrize("trims", [False, True])
def test_the_template_shows_what_it_showed(end: str, keeps: bool, trims: bool) -> None:
    below = "{% if level %}{{ render(item, level - 1) }}{% endif %}"
    source = f" {{% macro render(item, level) -%}} <{{{{ item }}}}{{{{ level }}}}{below}>\n{{% endmacro %}}{end}"
    env = Environment(keep_trailing_newline=keeps, trim_blocks=trims, autoescape=True)
    asked: list[tuple[object, ...]] = []

    def part(make: object, *arguments: object) -> object:
        asked.append(arguments)
        return make(*arguments)  # type: ignore[operator]

    env.globals["ask"] = lambda: part
    ours, plain = env.from_string(asking(source, env, "ask").source), env.from_string(source)
    assert ours.render() == plain.render()
    assert ours.module.render("&", 2) == plain.module.render("&", 2)  # type: ignore[attr-defined]
    assert ours.module.render(level=1, item="<b>") == plain.module.render("<b>", 1)  # type: ignore[attr-defined]
    assert asked[:3] == [("&", 2), ("&", 1), ("&", 0)]


def test_what_was_read_is_kept_by_how_jinja_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = "{% macro render(item) %}\n{{ item.title }}[% item.meta.icon %]{% endmacro %}\n"
    kinds: list[dict[str, Any]] = [{}, {"trim_blocks": True}, {"keep_trailing_newline": True}]
    kinds += [{"variable_start_string": "[%", "variable_end_string": "%]"}, {"extensions": ["jinja2.ext.do"]}]
    found = [asking(source, Environment(**kind), "ask") for kind in kinds]
    for _ in range(2):
        with keeping(tmp_path / "a.store"):
            assert [asking(source, Environment(**kind), "ask") for kind in kinds] == found
        monkeypatch.setattr(rules, "read", None)  # the second time nothing is read
    assert found[0] != found[3]
