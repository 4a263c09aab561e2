"""The attribute list at the end of a line."""

from __future__ import annotations

import pytest

from mkdocs_self_assessment.reading.attributes import split


@pytest.mark.parametrize(
    ("text", "rest", "ids", "values"),
    [
        ("We ask. {#ask}", "We ask.", ("ask",), {}),
        ("We ask. {#ask reverse}", "We ask.", ("ask",), {"reverse": "true"}),
        ("We ask. {: #ask weight=2 }", "We ask.", ("ask",), {"weight": "2"}),
        ('Check {#c scale="1 Never | 2 Always"}', "Check", ("c",), {"scale": "1 Never | 2 Always"}),
        (
            "Check {#c scale='1 Never | 2 Always' minutes=4}",
            "Check",
            ("c",),
            {"scale": "1 Never | 2 Always", "minutes": "4"},
        ),
        ("No list", "No list", (), {}),
        ("Set {a, b} of two", "Set {a, b} of two", (), {}),
        ("{#only}", "", ("only",), {}),
        ("Two {#a #b}", "Two", ("a", "b"), {}),
        ("", "", (), {}),
    ],
)
def test_what_is_read(text: str, rest: str, ids: tuple[str, ...], values: dict[str, str]) -> None:
    found_rest, attributes = split(text)
    assert (found_rest, attributes.ids, attributes.values, attributes.broken) == (rest, ids, values, None)


@pytest.mark.parametrize(
    "text",
    ["We ask {#ask", "We ask {#ask} now", "We ask {#ask weight=}x}", 'We ask {#ask scale="1 Never}', "A {#a} {#b}"],
)
def test_what_cannot_be_read_is_reported(text: str) -> None:
    assert split(text)[1].broken


def test_classes_are_kept_apart_from_ids() -> None:
    _, attributes = split("Check {.assessment #check .wide}")
    assert attributes.classes == {"assessment", "wide"}
    assert attributes.ids == ("check",)
