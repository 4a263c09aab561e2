"""Links: what they mean, how they move, and what follows from them."""

from __future__ import annotations

import pytest

from mkdocs_foundation.site import one_language, several
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.checking.crosslinks import moved_link, slugs, target


@pytest.mark.parametrize(
    ("href", "reached"),
    [
        ("../articles/x.md", ("da/articles/x.md", "")),
        ("../articles/x.md#part", ("da/articles/x.md", "part")),
        ("#part", ("da/self-assessments/a.md", "part")),
        ("b.md", ("da/self-assessments/b.md", "")),
        ("https://example.org/x.md", None),
        ("mailto:x@example.org", None),
        ("/absolute/", None),
        ("//example.org/", None),
        ("http://[broken", None),
    ],
)
def test_target(href: str, reached: tuple[str, str] | None) -> None:
    assert target("da/self-assessments/a.md", href) == reached


@pytest.mark.parametrize(
    ("href", "moved"),
    [
        ("#part", "../articles/read.md#part"),
        ("other.md?a=b#x", "../articles/other.md?a=b#x"),
        ("my%20page.md", "../articles/my%20page.md"),
        ("other_(1).md", "../articles/other_%281%29.md"),
        ("../../assets/c.png", "../../assets/c.png"),
        ("../index.md", "../index.md"),
        ("https://example.org", "https://example.org"),
    ],
)
def test_a_link_of_a_section_leads_to_the_same_place_from_its_page(href: str, moved: str) -> None:
    assert moved_link(href, "da/articles/read.md", "da/self-assessments/situation.md") == moved


def test_slugs_with_and_without_nordic_letters() -> None:
    assert slugs("Søvn og hvile") == {"svn-og-hvile", "søvn-og-hvile"}


ASSESSMENT = """---
assessment:
  id: {id}
  scale: agreement-5
---
# {id}

- [ ] We ask. {{#ask}}

## Result {{.results}}

- **0–50** Read [the article]({link}).
- **50–100** Good.
"""


def test_an_article_knows_the_assessments_that_name_it() -> None:
    sources = [
        ("tests/a.md", ASSESSMENT.format(id="a", link="../articles/x.md#part")),
        ("tests/b.md", ASSESSMENT.format(id="b", link="../articles/y.md")),
        ("articles/x.md", "# X\n\n## Part\n"),
        ("articles/y.md", "# Y\n"),
    ]
    library = pipeline.build(sources, [uri for uri, _ in sources], one_language("en"))
    assert library.problems == ()
    assert [a.questionnaire.id for a in library.naming("articles/x.md")] == ["a"]
    assert [a.questionnaire.id for a in library.naming("articles/y.md")] == ["b"]


def test_a_link_to_a_page_that_is_only_there_in_the_source_language_is_no_problem() -> None:
    sources = [
        ("da/tests/a.md", ASSESSMENT.format(id="a", link="../articles/x.md")),
        ("sv/tests/a.md", ASSESSMENT.format(id="a", link="../articles/x.md").replace("  scale: agreement-5\n", "")),
        ("da/articles/x.md", "# X\n"),
    ]
    site = several(["da", "sv"])
    assert pipeline.build(sources, [uri for uri, _ in sources], site).problems == ()
