"""The design has one place, and nothing in it is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mkdocs_foundation
from mkdocs_foundation.output import styles
from mkdocs_self_assessment import published

PLUGINS = Path(mkdocs_foundation.__file__).parents[2]
ROOT = PLUGINS.parent
OVERRIDES = ROOT / "overrides"
SHEETS = sorted([*OVERRIDES.rglob("*.css"), *PLUGINS.glob("*/*/**/assets/**/*.css")])
OURS = re.compile(r"\.((?:sk|sa|ml)-[\w-]+)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NOT_ALONE = {
    "print", "paging", "history", "sharing", "suggestion", "glossary", "comparison", "figures", "paper", "tones",
    "search", "sheet", "error-page",
}  # fmt: skip
"""Classes of states, of print, and of overlays; values."""


def rules(path: Path) -> str:
    return COMMENT.sub("", path.read_text("utf-8"))


def written() -> str:
    """Everything that makes markup, and what authors may write."""
    kinds = ("*.html", "*.js", "*.py", "*.svg")
    makers = [
        p for d in (OVERRIDES, PLUGINS, ROOT / "docs/assets/javascripts") for kind in kinds for p in d.rglob(kind)
    ]
    return "\n".join(p.read_text("utf-8") for p in [*makers, ROOT / "WRITING.md"])


def test_no_style_is_left_over() -> None:
    markup = written()
    words = "\n".join({word for word in re.findall(r"[\w-]+", markup) if "-" in word})
    for path in SHEETS:
        for name in sorted(set(OURS.findall(rules(path)))):
            if re.search(rf"\b{name}\b", words):
                continue
            # The rest of a name may be filled in: `sa-style-table__${side}`, `sa-card--{{ kind }}`.
            stems = [name[: end.end()] for end in re.finditer("--|__", name)]
            filled = any(stem + sign in markup for stem in stems for sign in ("${", "{{"))
            assert filled, f"{path.relative_to(ROOT)}: .{name}"


def test_scripts_depend_on_no_class_of_a_style() -> None:
    """A class that scripts look for begins with `js-`, so that a style can be renamed without reading scripts."""
    selector = re.compile(r"""["'`][^"'`\n]*\.(?:sa|sk|ml)-[^"'`\n]*["'`]""")
    found = {
        path: selector.findall(re.sub(r"(?m)^\s*(?:\*|//|/\*).*$", "", text))
        for path, text in published.sources().items()
    }
    assert {path: selectors for path, selectors in found.items() if selectors} == {}
    assert not any("js-" in rules(path) for path in SHEETS if "self_assessment" in path.parts)


@pytest.mark.parametrize("path", SHEETS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_colours_are_named_in_one_place(path: Path) -> None:
    """Shadows and what is behind a dialog are no colours of the design; paper is black on white."""
    if path.name in {"tokens.css", "tones.css"}:
        return
    screen = re.sub(r"@media print \{.*?\n\}", "", rules(path), flags=re.DOTALL)
    found = [line.strip() for line in screen.splitlines() if re.search(r"#[0-9a-fA-F]{3,8}\b(?!\s*[+>~{,])", line)]
    allowed = ("box-shadow", "#0009", "#fff3", "backdrop", "#000", "background: var(--", "color: var(--")
    assert [
        line for line in found if not any(a in line for a in allowed) and not line.startswith((".", "#", "["))
    ] == []


def test_every_part_is_on_the_style_page() -> None:
    """A part is a folder with a style sheet; one of its classes, or of those that it styles, is on the page."""
    shown = (OVERRIDES / "style.html").read_text("utf-8")
    shown += "".join((OVERRIDES / name).read_text("utf-8") for name in re.findall(r'include "(.+?)"', shown))
    for path in SHEETS:
        if path.parent in (OVERRIDES, OVERRIDES / "partials") or path.stem in NOT_ALONE:
            continue
        names = re.findall(r"[.#]([a-z]+-[\w-]+|abstract)", rules(path))
        assert any(re.search(rf"\b{name}\b", shown) for name in names), path.relative_to(ROOT)


def test_a_topic_has_one_colour_on_pages_and_in_share_images() -> None:
    config, tokens = (path.read_text("utf-8") for path in (ROOT / "mkdocs.yml", OVERRIDES / "tokens.css"))
    shared = dict(re.findall(r'^ +([\w-]+): "(#[0-9a-f]{6})"$', config, re.MULTILINE))
    light = dict(re.findall(r"--sk-([\w-]+): (#[0-9a-f]{6});", tokens.partition("@media screen")[0]))
    assert len(shared) == 7
    assert {topic: light.get(topic) for topic in shared} == shared


def test_each_face_of_the_font_of_headings_is_used() -> None:
    """A face that no family list names is never tried, and headings move when the font arrives."""
    faces = set(re.findall(r'font-family: ("[^"]+")', (OVERRIDES / "font.css").read_text("utf-8")))
    listed = re.search(r"--sk-serif:([^;]*)", (OVERRIDES / "tokens.css").read_text("utf-8"))
    assert listed
    assert faces == set(re.findall(r'"[^"]+"', listed[1]))


def test_published_styles_mean_the_same() -> None:
    sheet = """
        /* a comment */
        .a :is(.b, .c) > d + e:not(.x) { width: calc(100% - 2 * (1rem + 2px)); content: " → "; margin: 0 -.1rem }
        @container sa (min-width: 30rem) { .a { color: rgb(0 0 0 / 60%) } }
    """
    assert styles.published([sheet, ".z { top: max(1px, 2px) }"]) == (
        '.a :is(.b,.c)>d + e:not(.x){width:calc(100% - 2 * (1rem + 2px));content:" → ";margin:0 -.1rem}'
        "@container sa (min-width:30rem){.a{color:rgb(0 0 0 / 60%)}}.z{top:max(1px,2px)}"
    )


TEMPLATES = sorted([*OVERRIDES.rglob("*.html"), *PLUGINS.glob("*/*/**/templates/**/*.html")])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_templates_are_in_lines_that_a_diff_can_show(path: Path) -> None:
    long = [number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if len(line) > 140]
    assert long == []


SCRIPTS = sorted([*(ROOT / "docs/assets").rglob("*.js"), *PLUGINS.glob("*/*/**/assets/**/*.js")])


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_scripts_find_nothing_by_a_class_for_style(path: Path) -> None:
    """What scripts depend on is an attribute, so that a class can be renamed for its look alone."""
    assert re.findall(r"""["'`][^"'`\n]*\.(?:sk|sa|ml)-[\w-]+""", path.read_text("utf-8")) == []
