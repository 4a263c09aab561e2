"""Workshop kits: the template's fields, the percentage of each sum, the form on paper, the QR code."""

from __future__ import annotations

import re
import sys

import pytest

from mkdocs_foundation.site import Structure, one_language, several
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.numbers import sums_of
from mkdocs_self_assessment.options import Options
from mkdocs_self_assessment.pages import kit_template, strings
from mkdocs_self_assessment.pages.qr_codes import NoQrCodesError, qr_code
from mkdocs_self_assessment.pages.rendering import Renderer
from mkdocs_self_assessment.parsing import parse
from mkdocs_self_assessment.presenting.kit import KitLinks, percent_tables, percents
from tests.core.test_key import SITUATIONS, STATEMENTS

LEVELS = """---
assessment:
  id: c
  kind: maturity
---
# C

## Goals {#goals}

1. **None** See [more](more.md), *now*.
2. **Some** Two.
3. **All** Three.
"""
LINKS = KitLinks("https://example.org/a/", "../", "")


def test_the_percentage_of_each_sum() -> None:
    # Three statements from 1 to 5: the sums 3 to 15 are 0 to 12 of 12.
    assert dict(percents(sums_of([(1, 2, 3, 4, 5)] * 3)))[9] == 50
    assert percents(sums_of([(1, 2, 3, 4, 5)] * 3))[:3] == ((3, 0), (4, 8), (5, 17))  # 8.3, 16.7
    # A half goes upwards, as in a result: 1 of 8 is 12.5.
    assert percents(sums_of([(0, 1, 2)] * 4))[1] == (1, 13)
    assert percents(sums_of([(-1, 0.5, 2)])) == ((-1, 0), (0.5, 50), (2, 100))


def test_scores_with_the_same_sums_share_a_table() -> None:
    four, more = sums_of([(1, 2, 3, 4, 5)] * 4), sums_of([(0, 0.01)] * 300)
    (table,) = percent_tables([("Trust", four), ("Talk", four), ("Nothing", sums_of([])), ("Too long", more)])
    assert (table.titles, table.pairs[0], table.pairs[-1]) == (("Trust", "Talk"), (4, 0), (20, 100))


@pytest.mark.parametrize(("page", "boxes", "tables"), [(STATEMENTS, 18, 4), (SITUATIONS, 2, 1), (LEVELS, 6, 0)])
def test_a_kit_of_each_kind(page: str, boxes: int, tables: int) -> None:
    """A form with a box for each answer, a code and no name, no links out of it; and what is added up."""
    (own,) = parse(page.replace("EFFECT", "-1"), "a.md")[0].questionnaires
    made = Renderer(strings.load("en")[0]).kit(own, ("forms", "points", "scale"), LINKS)
    assert made["forms"].count('class="sa-kit__box"') == boxes
    assert "<a" not in made["forms"]
    assert "Code:" in made["forms"]
    assert made["points"].count("sa-kit__percents") == tables
    # Statements that the key leads to are in the form.
    named = set(re.findall(r'href="#([^"]+)"', made["points"]))
    assert named <= set(re.findall(r'id="([^"]+)"', made["forms"]))
    assert "sa-kit__scale" in made["scale"]


def test_the_invitation_has_the_address_or_a_line_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    (own,) = parse(STATEMENTS, "a.md")[0].questionnaires
    renderer = Renderer(strings.load("en")[0])
    invitation = renderer.kit(own, ["invitation"], LINKS)["invitation"]
    assert "https://example.org/a/" in invitation
    assert qr_code("https://example.org/a/") in invitation
    assert qr_code("https://example.org/a/") != qr_code("https://example.org/b/")
    assert KitLinks("https://example.org/sj%C3%A4lv/", "", "").typed == "https://example.org/själv/"
    assert KitLinks("https://example.org/a%2Fb/", "", "").typed == "https://example.org/a%2Fb/"
    without = renderer.kit(own, ["invitation"], KitLinks("", "../", ""))["invitation"]
    assert "<svg" not in without
    assert "Address:" in without
    monkeypatch.setitem(sys.modules, "segno", None)
    with pytest.raises(NoQrCodesError):
        renderer.kit(own, ["invitation"], LINKS)


def test_what_a_template_takes() -> None:
    text = "---\ntitle: Kit of (kit=title)\n---\n# (kit=title)\n\n(kit=forms)\n\n`(kit=title)` [x](kit=title)\n"
    page = kit_template.page(text, "kit.md", {"title": "*A*"}, {"title": "A"})
    assert (page.title, page.description) == ("Kit of A", "")
    assert page.markdown.split() == ["#", "*A*", "<!--self-assessment:kit:forms-->", "`(kit=title)`", "[x](kit=title)"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"en/kit.md": "(kit=forms)\n"}, []),
        ({"en/kit.md": "Here: (kit=forms)\n\n```\n(kit=x)\n```\n", "sv/kit.md": "(kit=names)\n"}, ["en:1", "sv:1"]),
        ({"sv/kit.md": "(kit=forms)\n"}, ["sv:1"]),  # the one that it translates is missing
    ],
)
def test_mistakes_in_a_template(files: dict[str, str], expected: list[str]) -> None:
    library = pipeline.build(files.items(), files, several(["en", "sv"]), Options(kit="kit.md"))
    assert [f"{p.location.path[:2]}:{p.location.line}" for p in library.problems if "kit" in p.code.value] == expected
    alone = pipeline.build(files.items(), files, one_language("en"))  # without the option it is a page like any other
    assert alone.problems == ()


def test_a_site_without_kits_has_none_in_any_structure() -> None:
    for structure in Structure:
        assert Options().kit_uris(several(("en", "ar"), structure), {"index.md", "index.ar.md"}) == {}
