"""Advice on texts: what each check finds, and what it leaves alone."""

from __future__ import annotations

import pytest

from mkdocs_foundation import pages as source_pages
from mkdocs_foundation.problems import Checks, weighed
from mkdocs_foundation.site import Language, Site
from mkdocs_multilingual.advice import checks

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
        ("# A\n\n[a](https://example.org/h/b/#gone)\n", "own-address", 3),
        ("# A\n\n![a](gone.png)\n", "link-target", 3),
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
        "# A\n\n!!! abstract\n\n    Text\n",
        '# A\n\n!!! abstract "Only a title"\n\nText\n',
        "- a\n\n    !!! note\n        Text\n",
        "## A\n\n### B\n\n## C\n",
        "---\nauthor: me\ntag: x\nlayout: y\n---\n# A\n",
        "# A\n\n[a](https://example.org/other) [b](../generated/x.md) [c](#d) [e](x.pdf)\n",
        "---\nassessment:\n  id: a\n---\n# A\n\n# B\n",
    ],
)
def test_what_is_left_alone(body: str) -> None:
    assert found(body) == []


def test_a_page_that_has_moved_is_named_in_the_language_of_the_text() -> None:
    body = "# A\n\n[a](gone.md) and [b](there.md) and ![c](../../assets/d.png)\n"
    files = ("sv/articles/gone.md", "da/guides/gone.md", "da/articles/there.md", "assets/d.png")
    assert found(body, *files) == [("link-target", 3, "Write ../guides/gone.md.")]


@pytest.mark.parametrize(("uri", "good"), [("da/a.MD", "a.md"), ("da/a.md.txt", "a.md"), ("da/B.Md", "B.md")])
def test_files_that_no_page_is_made_of(uri: str, good: str) -> None:
    (problem,) = checks.check(source_pages.read([], SITE)[0], SITE, {uri: 1, "da/notes.txt": 1, "LICENSE": 1})
    assert (problem.code.value, problem.remedy) == ("file-name", f"Rename it to {good}.")
