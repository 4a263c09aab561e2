"""Links: what they mean, how they move, and what follows from them."""

from __future__ import annotations

import pytest

from mkdocs_foundation.site import one_language, several
from mkdocs_foundation.sources import pages
from mkdocs_multilingual.advice import dead_links
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.checking.crosslinks import moved_link, slugs, target
from mkdocs_self_assessment.problem_codes import ProblemCode


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


def test_links_to_one_file_that_is_gone_are_one_problem_in_all_languages() -> None:
    """The places in other texts are named too, and another file only where its name is nearly the same."""
    gone = ASSESSMENT.format(id="a", link="../articles/rules-and-flexibility.md#part")
    sources = [
        *((f"{locale}/tests/a.md", gone) for locale in ("da", "sv", "en")),
        (
            "da/articles/index.md",
            "# X\n\n[One](rules-and-flexibility.md), [two](./rules-and-flexibility.md) or\n[it](y.md)\n",
        ),
        ("da/articles/y.md", "# Y\n\n[Read](../articles/rules-and-flexibility.md#x).\n"),
        ("da/tests/b.md", ASSESSMENT.format(id="b", link="../article/index.md")),
    ]
    site = several(["sv", "da", "en"])
    problems = pipeline.build(sources, [uri for uri, _ in sources], site).problems
    broken = [p for p in problems if p.code is ProblemCode.BROKEN_LINK]
    assert [str(p.location) for p in broken] == ["da/tests/b.md:12", "sv/tests/a.md:12"]
    assert broken[0].remedy == 'Did you mean "../articles/index.md"?'
    assert broken[1].message == "5 lines link to a file that doesn't exist."
    assert broken[1].remedy == (
        "Change or remove all of them. They are in docs/sv/tests/a.md:12; docs/da/articles/index.md:3; "
        "docs/da/articles/y.md:3; docs/da/tests/a.md:12; docs/en/tests/a.md:12."
    )


def test_of_two_files_of_one_name_that_in_the_folder_of_the_link_is_meant() -> None:
    sources = [
        ("articles/service-strategy.md", "# X\n\n[Read](service-strateji.md)\n"),
        ("tests/a.md", ASSESSMENT.format(id="a", link="../articles/service-strateji.md")),
        ("tests/service-strategy.md", "# Y\n"),
    ]
    (problem,) = pipeline.build(sources, [uri for uri, _ in sources], one_language("en")).problems
    assert 'Did you mean "../articles/service-strategy.md"?' in problem.remedy
    (told,) = dead_links.check(pages.read(sources, one_language("en"))[0], one_language("en"), lambda uri: False)
    assert told.remedy.startswith("Write service-strategy.md. ")


def test_links_to_one_heading_that_is_gone_are_one_problem_in_all_languages() -> None:
    gone = ASSESSMENT.format(id="a", link="../articles/x.md#gone")
    sources = [
        *((f"{locale}/tests/a.md", gone) for locale in ("da", "sv")),
        *((f"{locale}/articles/x.md", "# X\n") for locale in ("da", "sv")),
        ("da/tests/b.md", ASSESSMENT.format(id="b", link="../articles/x.md#other")),
    ]
    problems = pipeline.build(sources, [uri for uri, _ in sources], several(["da", "sv"])).problems
    found = [(str(p.location), p.remedy) for p in problems if p.code is ProblemCode.BROKEN_ANCHOR]
    assert found == [
        ("da/tests/a.md:12", "Use the id of a heading on that page. The same link is in docs/sv/tests/a.md:12."),
        ("da/tests/b.md:12", "Use the id of a heading on that page."),
    ]


@pytest.mark.parametrize("note", ["Yes.", "[Read](x.md)", "  <b>One</b>", "Two words."])
def test_a_short_footnote_is_no_definition_of_a_link(note: str) -> None:
    text = ASSESSMENT.format(id="a", link="x.md").replace("Good.", f"Good.[^n]\n\n[^n]: {note}")
    sources = [("a.md", text), ("x.md", "# X\n")]
    assert pipeline.build(sources, [uri for uri, _ in sources], one_language("en")).problems == ()
    broken = pipeline.build([("a.md", text.replace("Good.[^n]", "Good.[^n] [r]"))], [], one_language("en"))
    assert {p.code.value for p in broken.problems} == {"broken-link"}
