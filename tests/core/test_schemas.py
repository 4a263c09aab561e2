"""What editors know of this site: schemas, snippets, and the form of problems."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import fastjsonschema
import pytest

from mkdocs_foundation.reports.formats import counted
from mkdocs_foundation.reports.message import known, words
from mkdocs_foundation.reports.problems import Severity
from mkdocs_foundation.site import one_language
from mkdocs_foundation.sources.pages import read_source
from mkdocs_multilingual.advice import pages
from mkdocs_multilingual.blog import settings
from mkdocs_multilingual.saying import say
from mkdocs_self_assessment.parsing import parse
from mkdocs_self_assessment.pipeline import build
from scripts import schemas
from tests.sites import FIXTURE, ROOT

FOLDER = ROOT / ".vscode"
PAGE = schemas.page()
VALID = fastjsonschema.compile(PAGE)


def snippet(name: str) -> str:
    found = json.loads((FOLDER / "servicekompas.code-snippets").read_text(encoding="utf-8"))[name]
    text = "\n".join(found["body"])
    text = re.sub(r"\$\{CURRENT_(?:MONTH|DATE)\}|\$0", "01", text.replace("${CURRENT_YEAR}", "2026"))
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)


def problems_of(text: str) -> list[str]:
    """What a build of a site with this page alone would say of it, but for advice."""
    found = build([("da/a.md", text)], ["da/a.md"], one_language("da")).problems
    return [str(problem.message) for problem in found if problem.severity is not Severity.ADVICE]


def test_the_schemas_are_those_of_the_model() -> None:
    assert [path.name for path in schemas.stale()] == []
    assert {*pages.KNOWN, *settings.KNOWN, "assessment", "terms"} <= set(PAGE["properties"])


def test_pages_are_valid_and_mistakes_in_them_are_not() -> None:
    for path in FIXTURE.rglob("*.md"):
        source = read_source(path.read_bytes(), path.name)[0]
        assert source
        VALID(source.matter.values)
    wrong: list[dict[str, Any]] = [
        {"topics": "service"},
        {"date": "1. juli 2026"},
        {"assessment": {"id": "Trust", "scale": "agreement-5"}},
        {"assessment": {"id": "trust", "scale": "agree"}},
        {"assessment": {"id": "trust", "minutes": 241}},
        {"assessment": {"id": "trust", "scael": "agreement-5"}},
        {"translation": {"hash": "0"}},
    ]
    for values in wrong:
        with pytest.raises(fastjsonschema.JsonSchemaException):
            VALID(values)


def test_snippets_are_as_the_check_wants_them() -> None:
    whole = snippet("Self-assessment")
    more = snippet("Statement").replace("short-id", "more")
    assert problems_of(whole.replace("\n\n## Hvad", f"\n{more}\n\n## Hvad")) == []
    assert problems_of(whole.partition("## ")[0] + snippet("Area of a self-assessment")) == []
    head = "---\ntitle: A\nassessment:\n  id: a\n  kind: {}\n---\n# A\n\n"
    assert problems_of(head.format("maturity") + snippet("Maturity")) == []
    styles = "".join(f"\n## {id} {{.style #{id}}}\n\nx\n" for id in ("instruct", "coach", "support", "delegate"))
    assert problems_of(head.format("scenarios") + snippet("Situation") + styles) == []
    assert snippet("Result text").startswith("- **0–40 · ")
    for name in ("Article", "Post"):
        source = read_source(snippet(name).encode(), "a.md")[0]
        assert source
        VALID(source.matter.values)


def test_an_editor_finds_file_line_and_severity_of_a_problem_in_every_language() -> None:
    problem = parse("---\nassessment:\n  id: Trust\n---\n# A\n", "da/a.md")[1][0]
    once, watching = json.loads((FOLDER / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    severities = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.ADVICE}
    for matcher in [*once["problemMatcher"], *watching["problemMatcher"]]:
        for language in known():
            if around := matcher.get("background"):
                assert re.search(around["beginsPattern"], words(language)(say("Checking …")))
                assert re.search(around["endsPattern"], words(language)(counted([problem])))
            weighed = replace(problem, weight=severities[matcher["severity"]])
            line = weighed.format("docs", words(language)).split("\n")[0]
            match = re.fullmatch(matcher["pattern"]["regexp"], line)
            assert match, line
            assert match.group(1, 2, 3) == ("docs/da/a.md", str(problem.location.line), problem.code.value)
