"""Drawings without words in a language. Of a language that is being added there are many, which are one problem."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from mkdocs_foundation.reports.message import Message, listed
from mkdocs_foundation.reports.problems import Problem

from ..saying import say

_NAMED = 5
"""How many files the problem names."""


def no_table(locale: str) -> Message:
    """What is found in a file of words that has no table of a language."""
    return say("no table `[{locale}]`", locale=locale)


def gathered(problems: Iterable[Problem], locales: Iterable[str]) -> list[Problem]:
    """The problems of all drawings, where those of drawings without a table of one language are one."""
    problems = list(problems)
    for found in map(no_table, locales):
        alike = [problem for problem in problems if problem.found == found]
        if len(alike) < 2:
            continue
        files = [problem.location.path.rsplit("/", 1)[-1] for problem in alike]
        named = listed([*files[:_NAMED], *(["…"] if len(files) > _NAMED else [])])
        one = replace(
            alike[0],
            found=say("{found} in {count} files: {names}", found=found, count=len(files), names=named),
            allowed=say("a table of each language, as in the others"),
        )
        problems = [one if p is alike[0] else p for p in problems if p is alike[0] or p not in alike]
    return problems
