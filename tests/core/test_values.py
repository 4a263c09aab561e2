"""Classes of values are as Python makes them."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace
from pathlib import Path
from typing import Any

import pytest

from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.values import dataclass

PLUGINS = Path(__file__).parents[2] / "plugins"


def classes(dataclass: Any) -> tuple[Any, Any, Any]:
    """A frozen class, one of it, and one that can be changed."""

    @dataclass(frozen=True)
    class Base:
        name: str
        new: int = 1
        found: list[str] = field(default_factory=list, compare=False)

    @dataclass(frozen=True)
    class Derived(Base):
        later: str = field(default="later", kw_only=True)
        hidden: str = field(default="x", repr=False)
        counted: int = field(default=3, init=False)
        made: tuple[str, ...] = field(default_factory=tuple, init=False)

    @dataclass
    class Changing:
        name: str
        others: tuple[Any, ...] = ()

        def __post_init__(self) -> None:
            self.name = self.name.upper()

    return Base, Derived, Changing


OURS, PYTHONS = classes(dataclass), classes(dataclasses.dataclass)


def of(made: tuple[Any, Any, Any]) -> list[Any]:
    """Values of all three, and changed ones."""
    base, derived, changing = made
    values = [base("a"), base("a", 2, ["b"]), base(name="a", found=["b"]), derived("a", hidden="y", later="z")]
    values += [derived("a", 1, [], "y"), changing("a"), changing("a", (1,))]
    return [*values, replace(values[0], new=2), replace(values[3], later="now")]


def test_values_are_equal_and_shown_as_pythons() -> None:
    ours, pythons = of(OURS), of(PYTHONS)
    assert [repr(value) for value in ours] == [repr(value) for value in pythons]
    assert [[a == b for b in ours] for a in ours] == [[a == b for b in pythons] for a in pythons]
    assert [hash(value) for value in ours[:5]] == [hash(value) for value in pythons[:5]]
    assert [vars(value) for value in ours] == [vars(value) for value in pythons]
    for ours_class, pythons_class in zip(OURS, PYTHONS, strict=True):
        assert [one.name for one in fields(ours_class)] == [one.name for one in fields(pythons_class)]
        assert ours_class.__match_args__ == pythons_class.__match_args__
    assert OURS[2].__hash__ is None
    itself = OURS[2]("a")
    itself.others = (itself,)
    assert repr(itself).endswith("Changing(name='A', others=(...,))")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda base, _: base(),
        lambda base, _: base("a", 1, [], 2),
        lambda base, _: base("a", other=1),
        lambda _, derived: derived("a", 1, [], "y", "z"),
        lambda base, _: setattr(base("a"), "name", "b"),
        lambda base, _: setattr(base("a"), "other", "b"),
        lambda _, derived: delattr(derived("a"), "name"),
    ],
)
def test_what_python_refuses_is_refused(wrong: Callable[[Any, Any], object]) -> None:
    for base, derived, _ in (OURS, PYTHONS):
        with pytest.raises((TypeError, FrozenInstanceError)):
            wrong(base, derived)


def test_a_class_with_a_function_of_its_own_keeps_it() -> None:
    @dataclass(frozen=True)
    class Own:
        name: str

        def __eq__(self, other: object) -> bool:
            return True

        def __hash__(self) -> int:
            return 1

    assert Own("a") == Own("b")
    assert hash(Own("a")) == 1


def test_values_can_be_pickled() -> None:
    value = Location("a.md", 3)
    assert pickle.loads(pickle.dumps(value)) == value


def test_all_classes_of_the_plugins_are_made_in_this_way() -> None:
    made = "from dataclasses import dataclass"
    assert not [path for path in PLUGINS.rglob("*.py") if path.name != "values.py" and made in path.read_text("utf-8")]
