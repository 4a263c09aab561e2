"""Advice on texts: what each check finds, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_foundation.reports.problems import Checks, Location, Problem, weighed
from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources import pages as source_pages
from mkdocs_foundation.sources import site_config
from mkdocs_multilingual import command_check
from mkdocs_multilingual.advice import anchors, checks, dead_links, following
from mkdocs_multilingual.commands import check as check_command
from mkdocs_multilingual.glossary import spelling, terms
from mkdocs_multilingual.problem_codes import ProblemCode

SITE = Site({lang: Language(lang, lang) for lang in ("da", "sv")}, url="https://example.org/h/")
HERE = "da/articles/here.md"


def found(body: str, *others: str) -> list[tuple[str, int, str]]:
    """Code, line and remedy of the advice on a page beside empty files."""
    library, _ = source_pages.read([(HERE, body), *((uri, "# A\n") for uri in others if uri.endswith(".md"))], SITE)
    problems = checks.check(library, SITE, dict.fromkeys((HERE, *others), 9))
    assert weighed(problems, Checks.USUAL) == []
    return [(p.code.value, p.location.line, p.remedy) for p in problems if p.location.path == HERE]


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("", "empty-page", 1),
        ("\n\n", "empty-page", 1),
        ("---\ntitle: A\n---\n", "empty-page", 1),
        ("# A\n\n## B {#x}\n\n### C { .y #x }\n", "heading-id", 5),
        ("# A\n\n# B\n", "heading-order", 3),
        ("# A\n\n## B\n\n#### C\n", "heading-order", 5),
        ("# A\n\n!!! abstract\nText\n", "box-body", 4),
        ("# A\n\n??? note\n\nText\n", "box-body", 5),
        ("# A\n\n!!! tip\n  Text\n", "box-body", 4),
        ('# A\n\n<IFRAME src="x">\n', "raw-markup", 3),
        ("# A\n\nx <script>y</script>\n", "raw-markup", 3),
        ('# A\n\n<p class="x" onClick="y()">\n', "raw-markup", 3),
        ("# A\n\n\u2022 b\n\u2022 c\n\nText\n", "misread-line", 3),
        ("# A\n\n    \n-\u00a0b\n-\u00a0c\n", "misread-line", 4),
        ("# A\n\n-b\n-c\n", "misread-line", 3),
        ("# A\n\n1) b\n2) c\n", "misread-line", 3),
        ("# A\n\nThree:\n- b\n", "misread-line", 4),
        ("# A\n\nThree\n- b\n- c\n", "misread-line", 4),
        ("# A\n\nSee [a] (b.md) there.\n", "misread-line", 3),
        ("# A\n\nSee [a][gone].\n\n[there]: b.md\n", "misread-line", 3),
        ("# A\n\nSo.[^1]\n\n[^2]: B\n", "misread-line", 3),
        ("# A\n\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> d\n", "misread-line", 3),
        ("# A\n\n[a](https://example.org/h/b/#gone)\n", "own-address", 3),
        ("# A\n\nSee https://example.org/h/b/ too.\n", "own-address", 3),
        ("# A\n\n```\ncode\n\n## B\n", "unclosed-code", 3),
        ("# A\n\n- a\n- so **bold\n  text.\n", "unclosed", 4),
        ("# A\n\n!!! tpi\n\n    Text.\n", "box-kind", 3),
        ("# A\n\n<img alt='' src='../pictures/none.png'>\n", "link-target", 3),
        ("---\ndesciption: a\n---\n# A\n", "setting-name", 2),
        ("---\nTitle: a\n---\n# A\n", "setting-name", 2),
    ],
)
def test_what_is_told(body: str, code: str, line: int) -> None:
    assert [(code, line) for code, line, _ in found(body)] == [(code, line)]


@pytest.mark.parametrize(
    "body",
    [
        "---\ntemplate: home.html\n---\n",
        "# A\n\n```\n# B\n<script>\n[a](gone.png)\n!!! note\nx\n```\n",
        "# A\n\n    <script>\n",
        "# A\n\n`<script>` and `![a](gone.png)`\n\n<!-- <iframe> -->\n",
        "# A\n\n!!! abstract\n    Text\n\nMore\n",
        "# A\n\n!!! own\n    Text\n\n!!! own inline end\n    Text\n\n!!! tip\n    Text\n",
        "# A\n\n2**3 and **b\nc** \\**d `**e` ***f*** 3 ** 4\n\n````\n```\n````\n\n- ~~~\n  x\n  ~~~\n",
        "# A\n\n<img alt='' src='../../pictures/x.png'> <img src='x.png' alt=a> <img alt src='https://e.com/none.png'>\n",
        "# A\n\n!!! abstract\n\n    Text\n",
        '# A\n\n!!! abstract "Only a title"\n\nText\n',
        "# A\n\n[`code`](#a) and [a](#a) `x`{ .b }\n",
        "# A\n\n- a\n\n    !!! note\n        Text\n",
        "## A\n\n### B\n\n## C\n",
        "# A\n\n- b\n- c\n    - d\n\n1. e\n2. f\n",
        "# A\n\n\\[a](gone.md)\n",
        "# A\n\n- **Below `{.results}`** b, **`c` and** d\n",
        "# A\n\n-5 degrees\n\nA line, so\n- as it were - long.\n\n1) One.\n",
        "# A\n\nx[1][2] [a][b] [Key] (aside) So.[^n]\n\n[b]: b.md\n[^n]: C\n",
        "# A\n\n!!! note\n    - b\n    - c\n\nTerm\n:   - d\n    - e\n",
        "# A\n\n--8<-- 'notes.md'\n\nSo.[^1]\n",
        "---\nauthor: me\ntag: x\nlayout: y\n---\n# A\n",
        "# A\n\n[a](https://example.org/other) [b](../generated/x.md) [c](#d) [e](x.pdf)\n",
        "---\nassessment:\n  id: a\n---\n# A\n\n# B\n",
    ],
)
def test_what_is_left_alone(body: str) -> None:
    assert found(body, "pictures/x.png", "da/articles/x.png") == []


def test_files_that_were_meant_as_pages_and_names_that_are_no_address() -> None:
    library, _ = source_pages.read([(HERE, "# A\n\n[a](a%20b.docx) [b](../b.txt)\n"), ("da/b.md", "# B\n")], SITE)
    files = ("robots.txt", "fonts/OFL.txt", "da/b.txt", "da/articles/a b.docx", "pictures/a-b_1.png")
    assert checks.check(library, SITE, dict.fromkeys((HERE, *files), 9)) == []
    wrong = {"da/articles/c.docx": "c.md", "da/.words.txt": "", "pictures/Kø på vej.png": "Ko-paa-vej.png"}
    told = checks.check(library, SITE, dict.fromkeys((HERE, *wrong), 9))
    assert [(p.code.value, p.location.path) for p in told] == [
        ("file-name", "pictures/Kø på vej.png"),
        ("file-name", "da/articles/c.docx"),
    ]
    assert all(wrong[p.location.path] in p.remedy for p in told)


def test_a_page_without_what_nearly_all_have() -> None:
    def told(without: int) -> list[tuple[str, str]]:
        texts = {f"da/{n}.md": "# A\n" if n < without else "---\ndescription: a\n---\n# A\n" for n in range(20)}
        library, _ = source_pages.read(texts.items(), SITE)
        return [(p.location.path, p.severity.value) for p in checks.check(library, SITE, {})]

    assert told(1) == [("da/0.md", "advice")]
    assert told(3) == []
    assert told(20) == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("An elearning course, an e learning one.", ["elearning", "e learning"]),
        ("A hand-over, to hand over, a handover.", ["hand-over"]),
        ("Frontline work, front-line work, the front line, Front Line.", ["Frontline"]),
        ("`elearning`, [elearning](elearning.md), [x](elearning.md)", ["elearning"]),
    ],
)
def test_terms_that_are_spelt_otherwise(written: str, told: list[str]) -> None:
    terms_ = "".join(
        f"## {form} {{#t{n}}}\n\nX.\n\n" for n, form in enumerate(("e-learning", "handover", "front line"))
    )
    glossary = f"---\nterms: {{t0: [e-learning], t1: [handover], t2: [front line]}}\n---\n# G\n\n{terms_}"
    library, _ = source_pages.read([("da/g.md", glossary), (HERE, f"# A\n\n{written}\n")], SITE)
    found, problems = terms.read(library, SITE, "g.md")
    assert problems == []
    assert [p.found for p in spelling.check(library, SITE, found, "g.md")] == told


DANISH = "Når man ved at man kan sige det som det er så bliver det sagt og så kan man gøre noget ved det. " * 3
ENGLISH = "When you know that you can say it as it is then it will be said and they can do what there is to do. " * 3


@pytest.mark.parametrize(
    ("uri", "body", "told"),
    [
        ("sv/a.md", ENGLISH, ["text-language"]),
        ("sv/a.md", DANISH, []),  # too near
        ("sv/a.md", f"{ENGLISH[:80]} {DANISH}", []),
        ("da/a.md", ENGLISH[:120], []),  # too short
        ("da/a.md", f"```\n{ENGLISH}\n```\n", []),
    ],
)
def test_a_text_in_another_language(uri: str, body: str, told: list[str]) -> None:
    library, _ = source_pages.read([(uri, f"# A\n\n{body}\n")], SITE)
    assert [p.code.value for p in checks.check(library, SITE, {})] == told


def test_one_mistake_hides_what_follows_from_it() -> None:
    def of(code: ProblemCode, path: str, found: str = "x") -> Problem:
        return Problem(code, Location(path, 1), "", found, "", "")

    root = of(ProblemCode.UNCLOSED_CODE, "da/a.md")
    apart = [of(ProblemCode.LINK_COUNT, "da/b.md"), of(ProblemCode.LINK_ANCHOR, "da/b.md", "c.md#x")]
    after = [of(ProblemCode.LINK_COUNT, "da/a.md"), of(ProblemCode.LINK_ANCHOR, "da/b/c.md", "../a.md#x")]
    assert following.without([root, *apart, *after]) == [root, *apart]
    both = [of(ProblemCode.UNTRANSLATED_COPY, "da/a.md"), of(ProblemCode.TEXT_LANGUAGE, "da/a.md")]
    assert following.without(both) == both[:1]
    assert following.without(apart) == apart


def test_a_page_of_no_language_is_told_where_it_belongs() -> None:
    library, _ = source_pages.read([("dk/a/b.md", "# A\n"), ("b.md", "# B\n")], SITE)
    assert [p.remedy.rsplit(" ", 1)[1] for p in checks.check(library, SITE, {})] == ["docs/da/a/b.md.", "docs/da/b.md."]


FILES = ("sv/articles/gone.md", "da/guides/moved.md", "da/articles/there.md", "da/topics/index.md", "assets/Map.png")


def dead(body: str, *refused: str) -> list[tuple[str, int, str]]:
    """Code, line and remedy of the links without a target on a page beside some files."""
    sources = [(HERE, body), *((uri, "# A\n") for uri in FILES if uri.endswith(".md"))]
    library, _ = source_pages.read(sources, SITE)
    problems = dead_links.check(library, SITE, {HERE, *FILES}.__contains__, FILES, refused)
    assert weighed(problems, Checks.USUAL) == []
    return [(p.code.value, p.location.line, p.remedy) for p in problems]


def test_of_several_files_of_one_name_the_same_is_meant_each_time() -> None:
    names = ("one.md", "two.md", "three.md", "four.md")
    files = {f"da/{folder}/{name}" for name in names for folder in ("a", "b", "c", "d", "e")}
    library, _ = source_pages.read([(HERE, "\n".join(f"[x]({name})" for name in names))], SITE)
    told = dead_links.check(library, SITE, {HERE, *files}.__contains__, files)
    assert [problem.remedy for problem in told] == [f"Write ../e/{name}." for name in names]


@pytest.mark.parametrize(
    ("body", "line", "remedy"),
    [
        ("[a](moved.md#x)", 1, "Write ../guides/moved.md#x."),
        ("[a](there.MD)", 1, "Write there.md."),
        ("!!! note\n\n    - [a](ther.md)", 3, "Write there.md."),
        ("[two\nlines](ther.md 'Title')", 2, "Write there.md."),
        ("[![a](../../assets/Map.png)](ther.md)", 1, "Write there.md."),
        ("[a][x]\n\n[x]: ther.md", 3, "Write there.md."),
        ("[a](<no such page.md>)", 1, "Correct or remove the link."),
        ("![a](../../assets/map.png)", 1, "Write ../../assets/Map.png."),
        ("![a](Map.png) and ![b](Map.png)", 1, f"Write ../../assets/Map.png. Links to it are in docs/{HERE}:1."),
        ("![a](gone.png)", 1, "Correct or remove the link."),
        ("[a](..\\topics\\index.md)", 1, "Write ../topics/index.md."),
        ("[a](../../assets/guide.pdf)", 1, "Correct or remove the link."),
        ("[a](www.example.org)", 1, "Write https://www.example.org."),
        ("[a](me@example.org)", 1, "Write mailto:me@example.org."),
        ("[a](gone.md)", 1, "Correct or remove the link."),  # not the page of another language
    ],
)
def test_a_link_without_a_target_names_what_was_meant(body: str, line: int, remedy: str) -> None:
    assert [(line, remedy) for _, line, remedy in dead(body)] == [(line, remedy)]


@pytest.mark.parametrize(
    ("kind", "body", "remedy"),
    [
        ("absolute_links", "[a](/topics/#x)", "Write ../topics/index.md#x."),
        ("absolute_links", "[a](/sv/nowhere/)", "Correct or remove the link."),
        ("unrecognized_links", "[a](there)", "Write there.md."),
        ("unrecognized_links", "[a](../topics/)", "Write ../topics/index.md."),
    ],
)
def test_links_that_a_site_may_have_are_told_where_mkdocs_warns_of_them(kind: str, body: str, remedy: str) -> None:
    assert dead(body) == []
    assert dead(body, kind) == [("link-target", 1, remedy)]


@pytest.mark.parametrize(
    "body",
    [
        "[a](there.md?x#y) [b](https://example.org/x.md) [c](#d) [e](mailto:a@b.c) [f](../../sv/articles/gone.md)",
        "`[a](gone.md)`\n\n```\n[a](gone.md)\n```\n\n# A\n\n    [a](gone.md)\n\n<!-- [a](gone.md) -->",
        "[a]({{ page }}.md) [^1]\n\n[^1]: gone.md\n\n[a](https://[bad)",
    ],
)
def test_links_that_are_left_alone(body: str) -> None:
    assert dead(body) == []


THERE = """# Tillid og *ro* { .x }

## Før {#before .y}

<a name="old"></a>

Køen er lang
------------

- item {: #item }

## Æ & ö: `code` [link](x.md)
"""


@pytest.mark.parametrize("anchor", ["before", "old", "item", "tillid-og-ro", "køen-er-lang", "ken-er-lang", "fn:1"])
def test_an_anchor_that_is_there(anchor: str) -> None:
    assert anchors_of(f"[a](there.md#{anchor}) and [b](#here)\n\n## Here\n", THERE) == []


@pytest.mark.parametrize(
    ("link", "remedy"),
    [
        ("there.md#befor", "Write #before."),
        ("../articles/there.md#tilid-og-ro", "Write #tillid-og-ro."),
        ("../../sv/articles/there.md#befor", "Write #before."),
        ("#nowhere", "Write the anchor of a heading, or none: the link then leads to the top."),
    ],
)
def test_an_anchor_that_is_not_there(link: str, remedy: str) -> None:
    assert anchors_of(f"# A\n\n[a]({link})\n", THERE) == [(3, remedy)]


def test_a_footnote_that_nothing_refers_to() -> None:
    assert [line for line, _ in anchors_of("# A\n\nSo.[^a]\n\n[^a]: B\n[^b]: C\n", THERE)] == [6]


def test_nothing_is_said_of_a_page_that_a_plugin_writes() -> None:
    assert anchors_of("[a](there.md#befor)", "# A\n\n--8<-- 'x.md'\n") == []


def test_a_translation_keeps_the_anchors_to_which_untranslated_pages_lead() -> None:
    sources = {
        "da/articles/here.md": "# H\n\n[a](there.md#before), [b](there.md#later), [c](there.md#nowhere)\n",
        "da/articles/there.md": "# T\n\n## Før {#before}\n\n## Senere {#later}\n",
        "sv/articles/there.md": "# T\n\n## Senare {#later}\n",
    }
    found = list(anchors.check(source_pages.read(sources.items(), SITE)[0], SITE))
    assert [(f"{p.location}", f"{p.found}") for p in found] == [
        ("da/articles/here.md:3", "there.md#nowhere"),
        ("sv/articles/there.md:1", "#before"),
    ]
    assert "{#before}" in found[1].remedy
    assert "da/articles/here.md:3" in found[1].remedy
    sources["sv/articles/here.md"] = "# H\n"
    assert len(list(anchors.check(source_pages.read(sources.items(), SITE)[0], SITE))) == 1


def anchors_of(body: str, there: str) -> list[tuple[int, str]]:
    """Line and remedy of the anchors that are missing; the other page is there in the source language only."""
    library, _ = source_pages.read([(HERE, body), ("da/articles/there.md", there)], SITE)
    return [(p.location.line, p.remedy) for p in anchors.check(library, SITE)]


@pytest.mark.parametrize(("uri", "good"), [("da/a.MD", "a.md"), ("da/a.md.txt", "a.md"), ("da/B.Md", "B.md")])
def test_files_that_no_page_is_made_of(uri: str, good: str) -> None:
    (problem,) = checks.check(source_pages.read([], SITE)[0], SITE, {uri: 1, "da/notes.txt": 1, "LICENSE": 1})
    assert (problem.code.value, problem.remedy) == ("file-name", f"Rename it to {good}.")


def test_a_problem_of_several_places_is_told_at_the_one_that_is_asked_for() -> None:
    first, second, third = (Location(f"{locale}/a.md", 3) for locale in ("da", "sv", "nb"))
    problem = Problem(ProblemCode.LINK_TARGET, first, "", "", "", "", also=(second, third))
    (told,) = check_command.narrowed([problem], lambda uri: uri.startswith("sv/"))
    assert told.places == (second, first, third)
    assert check_command.narrowed([problem], lambda uri: uri == "en/a.md") == []


def test_dead_links_of_this_site_are_looked_for() -> None:
    """A plugin that isn't known as one that makes no pages would switch the search off."""
    plugins = site_config.read(Path(__file__).parents[2] / "mkdocs.yml").plugins
    assert {name.removeprefix("material/") for name in plugins} <= command_check.MAKE_NO_PAGES
