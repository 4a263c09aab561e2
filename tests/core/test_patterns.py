"""Regular expressions that are compiled when they are first used are as those of Python."""

from __future__ import annotations

import copy
import importlib
import pickle
import re

import pytest

from mkdocs_foundation.patterns import pattern

from .test_architecture import is_glue, modules, places_of

GIVEN = (r"(?P<word>\w+)", re.ASCII)


def test_it_is_used_as_a_compiled_one() -> None:
    made, pythons = pattern(*GIVEN), re.compile(*GIVEN)
    for _ in range(2):
        assert made.sub("-", "one, two") == "-, -"
        assert made.findall("one, två") == pythons.findall("one, två")
    assert (made.pattern, made.flags, made.groupindex) == (pythons.pattern, pythons.flags, pythons.groupindex)
    with pytest.raises(AttributeError):
        made.other  # type: ignore[attr-defined]  # noqa: B018


def test_it_is_told_copied_and_pickled_as_a_compiled_one() -> None:
    made = pattern(*GIVEN)
    for same in (made, copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert repr(same) == repr(re.compile(*GIVEN))
        assert same.findall("one") == ["one"]


def test_it_is_compiled_at_its_first_use() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_no_module_compiles_one_while_it_is_imported() -> None:
    assert places_of(r"(?m)^\S.*\bre\.compile\(", "mkdocs_foundation/patterns.py") == []


def test_all_of_the_core_are_right() -> None:
    """A mistake in one that only few sites use would be seen late."""
    made = pattern("")
    for name in modules():
        if not is_glue(name):
            for value in vars(importlib.import_module(name)).values():
                if type(value) is type(made):
                    repr(value)
