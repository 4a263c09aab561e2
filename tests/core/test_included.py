"""Statements that a snippet or include brings: told with file and line, in whatever form they are rendered."""

from __future__ import annotations

import pytest

from mkdocs_foundation.site import one_language
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.checking.included import unread
from mkdocs_self_assessment.parsing import parse

PAGE = """---
assessment:
  id: a
  scale: yes-no
---
# A

## D {#d}

- [ ] One. {#one}

## More

--8<-- "more.md"
"""


@pytest.mark.parametrize(
    "html",
    [
        "<ul>\n<li>[ ] Two <em>words</em>. {#two}</li>\n</ul>",
        "<ul>\n<li>\n<p>[ ] Two. {#two reverse}</p>\n</li>\n</ul>",
        '<li class="task-list-item"><input type="checkbox" disabled/> Two. {#two scale="1 No | 2 Yes"}</li>',
        '<label><input type="checkbox" disabled/><span></span></label> Two. {#two}</li>',
        "<p>Text.\n- [ ] Two. {#two}</p>",
    ],
)
def test_a_statement_that_is_shown_as_text(html: str) -> None:
    questionnaires = parse(PAGE, "a.md")[0].questionnaires
    (problem,) = unread(f"<h1>A</h1>\n{html}", questionnaires, "a.md", PAGE)
    assert (problem.code.value, problem.location.line) == ("changed-markdown", 14)
    assert list(unread(html, (), "other.md", "# Other")) == []
    assert len(list(unread(f'<h2 class="assessment" id="x">X</h2>{html}', (), "b.md", "# B"))) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<p><code>- [ ] Two. {#two}</code></p>",
        "<pre><code>- [ ] Two. {#two}\n</code></pre>",
        "<li>[ ] A task.</li><li>Braces {#here}</li>",
        "<li>[1] {not: an id}</li>",
    ],
)
def test_what_is_none(html: str) -> None:
    assert list(unread(html, parse(PAGE, "a.md")[0].questionnaires, "a.md", PAGE)) == []


def test_a_page_whose_statements_all_come_from_elsewhere() -> None:
    text = PAGE.replace("- [ ] One. {#one}\n", "")
    found = pipeline.build([("a.md", text)], ["a.md"], one_language("en")).problems
    assert [(p.code.value, p.message) for p in found] == [
        ("no-statements", 'The self-assessment "a" has no statements in its file.')
    ]
