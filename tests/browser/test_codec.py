"""Codes of share links, in the browser's own engine: they come back whole, and nothing else gets through."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

Decode = Callable[[list[list[Any]]], list[dict[str, Any]]]
BATCHES = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
"""Each example is a batch: a trip to the browser costs more than all its cases."""

TRIP = """async cases => {
    const { encodeAnswers, decodeAnswers } = await import(location);
    return cases.map(([model, answers, other]) => {
        const code = encodeAnswers(model, answers);
        return { code, back: decodeAnswers(model, code), again: decodeAnswers(other, code) };
    });
}"""
READ = """async cases => {
    const { decodeAnswers } = await import(location);
    return cases.map(([model, code]) => decodeAnswers(model, code));
}"""


@pytest.fixture(scope="module")
def run(chromium: Browser, source: str) -> Iterator[Callable[..., Any]]:
    """A page that runs the module."""
    page = chromium.new_page()
    page.goto(source + "codec/codec.js")
    yield lambda script, cases: page.evaluate(script, cases)
    page.close()


ids = st.text("abcdefghij-0123456789", min_size=1, max_size=12)


@st.composite
def items(draw: st.DrawFn) -> dict[str, Any]:
    """An item as the page's data has it."""
    values = draw(st.lists(st.integers(-50, 50), min_size=2, max_size=11, unique=True))
    return {"id": draw(ids), "values": sorted(values), "notRelevant": draw(st.booleans())}


models = st.fixed_dictionaries(
    {"id": ids, "version": ids, "items": st.lists(items(), min_size=1, max_size=40, unique_by=lambda i: i["id"])}
)


@st.composite
def results(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A model and answers to some of its items."""
    model = draw(models)
    answers = {}
    for item in model["items"]:
        answer = draw(st.sampled_from([None, *item["values"], *(["not-relevant"] if item["notRelevant"] else [])]))
        if answer is not None:
            answers[item["id"]] = answer
    return model, answers


def pack(model: dict[str, Any], payload: bytes) -> str:
    """A code with a right beginning and a right checksum around any payload."""
    body = b"".join(zlib.crc32(model[key].encode()).to_bytes(4)[2:] for key in ("id", "version")) + payload
    return "1" + base64.urlsafe_b64encode(body + zlib.crc32(body).to_bytes(4)).decode().rstrip("=")


def is_offered(model: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether what was found is a refusal, or only answers that the model offers."""
    if set(found) == {"problem"}:
        return found["problem"] in {"damaged", "foreign", "version"}
    offered = {i["id"]: [*i["values"], *(["not-relevant"] if i["notRelevant"] else [])] for i in model["items"]}
    return set(found) == {"answers"} and all(a in offered[i] for i, a in found["answers"].items())


def test_a_code_by_hand(run: Callable[..., Any]) -> None:
    # Sorted: a (radix 2 + 2), b (radix 5 + 2). a: second value, digit 2; b: "not relevant", digit 6; 2 * 7 + 6 = 20.
    # 4 * 7 = 28 codes fit in one byte.
    b = {"id": "b", "values": [1, 2, 3, 4, 5], "notRelevant": True}
    model = {"id": "whole", "version": "v", "items": [b, {"id": "a", "values": [0, 1], "notRelevant": False}]}
    answers = {"a": 1, "b": "not-relevant"}
    [found] = run(TRIP, [[model, answers, model]])
    assert found["code"] == pack(model, bytes([20]))
    assert found["back"] == {"answers": answers}


@BATCHES
@given(st.lists(results(), min_size=1, max_size=30))
def test_there_and_back(run: Callable[..., Any], cases: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    # In another language the items may come in another order.
    trips = run(TRIP, [[model, answers, model | {"items": model["items"][::-1]}] for model, answers in cases])
    for (model, answers), trip in zip(cases, trips, strict=True):
        assert trip["back"] == trip["again"] == {"answers": answers}
        assert len(trip["code"]) <= 14 + 0.7 * len(model["items"])


@BATCHES
@given(st.lists(results(), min_size=1, max_size=20))
def test_other_assessments_and_versions(run: Callable[..., Any], cases: list[tuple[dict[str, Any], Any]]) -> None:
    for key, problem in (("id", "foreign"), ("version", "version")):
        trips = run(TRIP, [[model, answers, model | {key: model[key] + "x"}] for model, answers in cases])
        assert [trip["again"] for trip in trips] == [{"problem": problem}] * len(cases)


damage = st.tuples(
    st.sampled_from(["replace", "cut", "insert", "swap"]), st.integers(0, 200), st.sampled_from("Ab3_-~ é")
)


def damaged(code: str, kind: str, place: int, character: str) -> str:
    """A code that was mistyped or cut."""
    at = place % len(code)
    if kind == "swap":
        return code[:at] + code[at : at + 2][::-1] + code[at + 2 :]
    end = {"replace": at + 1, "cut": len(code), "insert": at}[kind]
    return code[:at] + ("" if kind == "cut" else character) + code[end:]


@BATCHES
@given(st.lists(st.tuples(results(), damage), min_size=1, max_size=40))
def test_a_mistyped_or_cut_code_is_refused(run: Callable[..., Any], cases: list[Any]) -> None:
    codes = [trip["code"] for trip in run(TRIP, [[m, a, m] for (m, a), _ in cases])]
    wrong = [damaged(code, *how) for code, (_, how) in zip(codes, cases, strict=True)]
    found = run(READ, [[model, code] for ((model, _), _), code in zip(cases, wrong, strict=True)])
    for code, bad, answer in zip(codes, wrong, found, strict=True):
        assert bad == code or answer == {"problem": "damaged"}, (code, bad)


@BATCHES
@given(st.lists(st.tuples(models, st.one_of(st.text(), st.from_regex(r"1[\w-]*"), st.binary())), max_size=40))
def test_nothing_gets_through_but_what_is_offered(run: Callable[..., Any], cases: list[Any]) -> None:
    codes = [[model, text if isinstance(text, str) else pack(model, text)] for model, text in cases]
    # Lone surrogates do not survive the way to the browser.
    codes = [[model, json.loads(json.dumps(text)).encode(errors="replace").decode()] for model, text in codes]
    for (model, code), found in zip(codes, run(READ, codes), strict=True):
        assert is_offered(model, found), (model, code, found)


@pytest.mark.parametrize(
    "payload", [b"\x1c", b"\x1b\x00", b"", b"\x06"], ids=["too large", "too long", "short", "not offered"]
)
def test_a_hostile_code_with_a_right_checksum(run: Callable[..., Any], payload: bytes) -> None:
    b = {"id": "b", "values": [1, 2, 3, 4, 5], "notRelevant": False}
    model = {"id": "whole", "version": "v", "items": [b, {"id": "a", "values": [0, 1], "notRelevant": False}]}
    [found] = run(READ, [[model, pack(model, payload)]])
    assert set(found) == {"problem"}


def test_twenty_four_items_take_a_fraction_of_the_room(run: Callable[..., Any]) -> None:
    every = [{"id": f"i{n}", "values": list(range(1, 8)), "notRelevant": True} for n in range(24)]
    model = {"id": "whole", "version": "v", "items": every}
    [trip] = run(TRIP, [[model, dict.fromkeys((i["id"] for i in every), "not-relevant"), model]])
    assert len("#r=" + trip["code"]) <= 40
    many = {"id": "whole", "version": "v", "items": [{**every[0], "id": f"i{n}"} for n in range(500)]}
    [trip] = run(TRIP, [[many, {}, many]])
    assert trip["back"] == {"answers": {}}
