"""Named and free scales, and who may answer "not relevant"."""

from __future__ import annotations

from mkdocs_foundation.reports.problems import Location
from mkdocs_self_assessment.pages import strings
from mkdocs_self_assessment.parsing import parse
from mkdocs_self_assessment.presenting.questions import labels
from mkdocs_self_assessment.reading.scales import NAMED, parse_scale

HERE = Location("a.md", 1)


def test_a_free_scale() -> None:
    scale, problems = parse_scale("1 Aldrig | 2 Af og til |  4 Altid ", HERE)
    assert problems == []
    assert (scale.name, scale.values, scale.labels) == (None, (1, 2, 4), ("Aldrig", "Af og til", "Altid"))


def test_answers_between_the_two_ends_may_be_their_numbers_alone() -> None:
    scale, problems = parse_scale("−2 Never | -1 | 0 | 1 | 2 Always", HERE)
    assert problems == []
    assert (scale.values, scale.labels, scale.has_numbers) == ((-2, -1, 0, 1, 2), ("Never", "", "", "", "Always"), True)
    assert not parse_scale("0 Never | 1 Always", HERE)[0].has_numbers
    for written in ("0 | 1 | 2 Always", "0 Never | 1 | 2", "0 | 1"):
        assert [problem.code.value for problem in parse_scale(written, HERE)[1]] == ["bad-scale"]


def test_every_named_scale_has_its_labels_in_every_language() -> None:
    for lang in strings.built_in_languages():
        catalogue, missing = strings.load(lang)
        assert missing == []
        for name, scale in NAMED.items():
            found = labels(catalogue, name)
            assert len(set(found)) == len(scale.values), (lang, name)


def test_not_relevant_is_set_by_statement_then_settings_then_scale() -> None:
    text = (
        "---\nassessment:\n  id: a\n  scale: yes-partly-no\n{}---\n# A\n\n"
        "- [ ] One. {{#one}}\n- [ ] Two. {{#two not-relevant=false}}\n- [ ] Three. {{#three not-relevant}}\n"
    )
    offered = []
    for setting in ("", "  not-relevant: false\n"):
        (q,) = parse(text.format(setting), "a.md")[0].questionnaires
        offered.append([q.offers_not_relevant(i) for i in q.items])
    assert offered == [[True, False, True], [False, False, True]]
