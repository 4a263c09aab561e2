"""Globals of templates are those of the environment, as Jinja has them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import MutableMapping
from typing import Any
from unittest.mock import patch

from jinja2 import DictLoader, Environment

from mkdocs_foundation.templates import global_names

TEMPLATES = {
    "page": "{% import 'part' as part %}{% include 'part' %} {{ part.said() }} {{ own }}",
    "part": "{% macro said() %}{{ name }}{% endmacro %}{{ name }} {{ own }}",
}


def environment() -> Environment:
    return Environment(loader=DictLoader(TEMPLATES))


def test_templates_see_what_is_added_and_changed_later_and_their_own() -> None:
    made = [environment(), environment()]
    global_names.quicken(made[1])
    for env in made:
        env.globals["name"] = "early"
        env.get_template("page", globals={"own": "mine"})
        env.globals["name"] = "late"
    assert [env.get_template("page").render() for env in made] == ["late mine late mine"] * 2
    assert [set(env.from_string("").globals) for env in made] == [set(made[0].globals)] * 2
    assert [set(env.from_string("", {"own": 1}).globals) for env in made] == [{*made[0].globals, "own"}] * 2


def test_no_name_is_looked_for_by_itself() -> None:
    env = environment()
    global_names.quicken(env)
    with patch.object(ChainMap, "__iter__", side_effect=AssertionError("looked for")):
        env.get_template("part").render()


def test_an_environment_that_makes_them_in_its_own_way_does_so() -> None:
    class Own(Environment):
        def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
            return {"name": "own"}

    env = Own(loader=DictLoader(TEMPLATES))
    global_names.quicken(env)
    assert env.get_template("part").render() == "own "
