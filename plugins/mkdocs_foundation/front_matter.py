"""YAML front matter with the line of every key."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from .problems import Location, Problem
from .source_files import FileCode, lines_of

_FENCE = re.compile(r"^---[ \t]*$")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$")
_SETTING = re.compile(r"^(?:title|description|topics|date|slug|categories|authors|translation|assessment)\s*:")


@dataclass(frozen=True)
class FrontMatter:
    """The settings at the top of a page."""

    values: dict[str, Any] = field(default_factory=dict)
    """As YAML reads them; empty where there are none or they can't be read."""
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)
    """1-based line of each key, addressed by its path, for example `("assessment", "id")`."""

    def line(self, *path: str) -> int:
        """Line of a key, or of the nearest key above it."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return 1


def split(text: str, path: str) -> tuple[FrontMatter, str, list[Problem]]:
    """Front matter and body; the body keeps its line numbers, for blank lines stand where the front matter was."""
    lines = lines_of(text)
    if not _FENCE.match(lines[0]):
        return FrontMatter(), "\n".join(lines), []
    end = next((n for n, line in enumerate(lines[1:], start=1) if _END.match(line)), None)
    if end is None:
        # A lone "---" is a horizontal rule unless it looks like settings.
        if not any(_SETTING.match(line) for line in lines[1:]):
            return FrontMatter(), "\n".join(lines), []
        problem = _problem(
            path,
            1,
            'the opening "---" without a closing one',
            'Put a line with only "---" under the settings.',
        )
        return FrontMatter(), "\n".join(lines), [problem]
    body = "\n".join([""] * (end + 1) + lines[end + 1 :])
    source = "\n".join(lines[1:end])
    try:
        values = yaml.load(source, _PlainLoader)  # a SafeLoader
        node = yaml.compose(source, _PlainLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = 2 + (mark.line if mark else 0)
        line = min(line, end)
        found = lines[line - 1].strip() or "an empty line"
        remedy = (
            "Correct this line or the one above it: each setting is `name: value`, what belongs to it is indented "
            'by two spaces, and a text that holds ": " or begins with a sign stands in quotation marks.'
        )
        return FrontMatter(), body, [_problem(path, line, found, remedy)]
    if values is None:
        return FrontMatter(), body, []
    if not isinstance(values, dict) or not isinstance(node, yaml.MappingNode):
        remedy = "Write each setting as `name: value` on a line of its own."
        first = next(n for n, line in enumerate(lines[1:], start=1) if line.strip())
        return FrontMatter(), body, [_problem(path, first + 1, lines[first].strip(), remedy)]
    found_lines: dict[tuple[str, ...], int] = {}
    twice: list[tuple[str, int, int]] = []
    _collect_lines(node, (), found_lines, twice, depth=0)
    problems = [
        _problem(
            path,
            second,
            f'"{name}" here and in line {first}',
            "Remove one of the two: the last one would win without a word.",
            f'The setting "{name}" is there twice.',
        )
        for name, first, second in twice
    ]
    return FrontMatter(values, found_lines), body, problems


class _PlainLoader(yaml.SafeLoader):
    """YAML without surprises: a date stays text, as it is of no use here and may be an impossible one."""


_PlainLoader.yaml_implicit_resolvers = {
    key: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _collect_lines(
    node: yaml.MappingNode,
    above: tuple[str, ...],
    lines: dict[tuple[str, ...], int],
    twice: list[tuple[str, int, int]],
    depth: int,
) -> None:
    for key, value in node.value:
        path = (*above, str(key.value))
        line = key.start_mark.line + 2
        if path in lines:
            twice.append((path[-1], lines[path], line))
        lines[path] = line
        if isinstance(value, yaml.MappingNode) and depth < 2:
            _collect_lines(value, path, lines, twice, depth + 1)


def _problem(
    path: str,
    line: int,
    found: str,
    remedy: str,
    message: str = "The settings at the top of the page can't be read.",
) -> Problem:
    return Problem(
        FileCode.FRONT_MATTER,
        Location(path, line),
        message,
        found,
        'lines of `name: value` between two lines of "---"',
        remedy,
    )
