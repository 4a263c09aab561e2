"""YAML front matter with the line of every key."""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import Any

import yaml

from ..caching.results import kept
from ..patterns import pattern
from ..reports.message import Message, say, verbatim
from ..reports.problems import Location, Problem
from ..values import dataclass
from .source_files import FileCode, lines_of

_FENCE = pattern(r"^---[ \t]*$")
_NEARLY_FENCE = pattern(r"^[ \t\u00a0\u200b]*(?:[-–—‐‑−]{2,}|—)[ \t\u00a0\u200b]*$")
_END = pattern(r"^(?:---|\.\.\.)[ \t]*$")
_NAMED = pattern(r"^\s*[\w-]+[ \t]*:(?:\s|$)")
_OURS = pattern(r"^assessment\s*:", re.MULTILINE)
"""Settings that a plugin must read, or a page would be published as another than it is."""
_HARD_SPACE = pattern(r"^[ -]*[\u00a0\u2007\u202f\u3000]|:[ ]*[\u00a0\u2007\u202f\u3000]")
_CURLY = pattern(r":\s*[“”„»«]")
_MERGE = pattern(r"<{7} ")
_COMMENT = pattern(r"\s*<!--")
_TAB = pattern(r" *\t")
_UNREADABLE = say("The settings at the top of the page can't be read.")
_SETTING = pattern(r"^(?:title|description|topics|date|slug|categories|authors|translation|assessment)\s*:")


@dataclass(frozen=True)
class FrontMatter:
    """The settings at the top of a page."""

    values: dict[str, Any] = field(default_factory=dict)
    """Values as YAML reads them; empty where there are none or they can't be read."""
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)
    """1-based line of each key, addressed by its path, for example `("assessment", "id")`."""
    quoted: frozenset[tuple[str, ...]] = frozenset()
    """Keys whose value is in quotation marks, which keep YAML from seeing a date or a number."""
    is_readable: bool = True
    """Whether there are no settings or they can be read; if not, that is reported, and nothing is known of them."""

    def line(self, *path: str) -> int:
        """Line of a key, or of the nearest key above it."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return 1


def split(text: str, path: str) -> tuple[FrontMatter, str, list[Problem]]:
    """Front matter and body; the body keeps its line numbers, as empty lines replace the front matter."""
    lines = lines_of(text)
    if _are_below_empty_lines(lines):
        problem = _problem(
            path,
            1,
            say("an empty line above the settings"),
            say('Remove what is above the first "---".'),
            say("The settings aren't at the top of the page, so that they are published as text."),
        )
        # Of a self-assessment that is reported where its statements are found to belong to none.
        return FrontMatter(is_readable=False), "\n".join(lines), [] if _OURS.search(text) else [problem]
    if _NEARLY_FENCE.match(lines[0]) and not _FENCE.match(lines[0]) and any(map(_SETTING.match, lines[1:2])):
        problem = _problem(
            path,
            1,
            verbatim(lines[0].replace("\u00a0", "\u2423")),
            say('Write the first line anew: three hyphens, "---", and nothing else.'),
            say("The settings don't begin with the right line, so that they are published as text."),
            everywhere=_OURS.search(text) is not None,
        )
        return FrontMatter(is_readable=False), "\n".join(lines), [problem]
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
            say('the opening "---" without a closing one'),
            say('Put a line with only "---" under the settings.'),
            everywhere=_OURS.search(text) is not None,
        )
        return FrontMatter(is_readable=False), "\n".join(lines), [problem]
    matter, problems = _mapping(lines[1:end], 2, path)
    if problems and not matter.values and not any(map(_NAMED.match, lines[1:end])):
        return FrontMatter(), "\n".join(lines), []  # text between two horizontal rules
    matter = replace(matter, is_readable=bool(matter.values or not problems))
    return matter, "\n".join([""] * (end + 1) + lines[end + 1 :]), problems


def _are_below_empty_lines(lines: list[str]) -> bool:
    """Whether settings don't begin in the first line, where alone they are read."""
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    rest = lines[start + 1 :]
    begin = start > 0 and _FENCE.match(lines[start]) and rest and _SETTING.match(rest[0])
    return bool(begin) and any(map(_END.match, rest))


def read_file(text: str, path: str) -> tuple[FrontMatter, list[Problem]]:
    """The settings of a file that holds nothing else."""
    matter, problems = _mapping(lines_of(text), 1, path)
    allowed, unreadable = say("lines of `name: value`"), say("The settings of this file can't be read.")
    return matter, [
        replace(problem, message=unreadable if problem.message == _UNREADABLE else problem.message, allowed=allowed)
        for problem in problems
    ]


def _mapping(lines: list[str], first_line: int, path: str) -> tuple[FrontMatter, list[Problem]]:
    """YAML that must be a mapping; `first_line` is the number of the first line in the file."""
    matter, problems = _read("\n".join(lines), first_line, path)
    return matter, list(problems)


@kept()
def _read(source: str, first_line: int, path: str) -> tuple[FrontMatter, list[Problem]]:
    lines = source.split("\n") if source else []
    found_lines: dict[tuple[str, ...], int] = {}
    twice: list[tuple[tuple[str, ...], int, int]] = []
    quoted: set[tuple[str, ...]] = set()
    try:
        loader = _loader(source)
        node = loader.get_single_node()
        if isinstance(node, yaml.MappingNode):
            # Before the values are constructed: that adds merged keys to the mapping.
            _collect(node, (), found_lines, twice, quoted, first_line)
        values = None if node is None else loader.construct_document(node)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        at, remedy = explained(error, lines)
        ours = _OURS.search(source) is not None
        found = lines[at] if lines else ""
        return FrontMatter(), [_problem(path, first_line + at, _shown(found), remedy, everywhere=ours)]
    if values is None:
        return FrontMatter(), []
    if any(key[-1] and not key[-1][0].isascii() and key[-1][0].isspace() for key in found_lines) and (
        odd := _odd_sign(lines)
    ):
        at, remedy = odd
        return FrontMatter(), [_problem(path, first_line + at, _shown(lines[at]), remedy, everywhere=True)]
    if not isinstance(values, dict):
        remedy = say("Write each setting as `name: value` on a line of its own.")
        at = next(n for n, line in enumerate(lines) if line.strip())
        return FrontMatter(), [_problem(path, first_line + at, _shown(lines[at]), remedy)]
    problems = [
        _problem(
            path,
            second,
            say('"{name}" here and in line {line}', name=setting[-1], line=first),
            say("Remove one of the two: only the last one would be used."),
            say('The setting "{name}" is there twice.', name=setting[-1]),
            everywhere=setting[0] == "assessment",
        )
        for setting, first, second in twice
    ]
    return FrontMatter(values, found_lines, frozenset(quoted)), problems


def explained(error: Exception, lines: list[str]) -> tuple[int, Message]:
    """Where a text can't be read as YAML, as an index into its lines, and the remedy."""
    mark = getattr(error, "problem_mark", None)
    at = max(0, min(mark.line if mark else 0, len(lines) - 1))
    merge = next((number for number, line in enumerate(lines) if _MERGE.match(line)), None)
    if merge is not None:
        return merge, say("Choose one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>.")
    if odd := _odd_sign(lines[: at + 1]):
        return odd
    for near in (at, at - 1):
        if 0 <= near < len(lines) and _COMMENT.match(lines[near]):
            return near, say("Begin a comment in settings with # in place of <!--, or remove it.")
        if 0 <= near < len(lines) and _TAB.match(lines[near]):
            return near, say("Replace the tab at the beginning of the line by spaces.")
    return at, say(
        "Correct this line or the one above it: each setting is `name: value`, what belongs to it is indented "
        'by two spaces, and a text that holds ": " or begins with a sign is in quotation marks.'
    )


def _odd_sign(lines: list[str]) -> tuple[int, Message] | None:
    """The last line with a sign that only looks like the one that YAML needs, and the remedy."""
    for at in range(len(lines) - 1, -1, -1):
        if _HARD_SPACE.search(lines[at]):
            return (
                at,
                say("There is a hard space before the name or after the colon: type an ordinary space instead."),
            )
        if _CURLY.search(lines[at]):
            return (
                at,
                say(
                    "Only straight quotation marks (\" or ') hold a text together here: type them anew over “ ” „ » «."
                ),
            )
    return None


_WITHOUT_DATES = {
    key: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
"""YAML without surprises: a date stays text, as nothing here computes with it, and it may not exist."""


class _PlainLoader(yaml.SafeLoader):
    """Python's loader."""

    yaml_implicit_resolvers = _WITHOUT_DATES


_FastLoader: Any = type(
    "_FastLoader",
    (getattr(yaml, "CSafeLoader", yaml.SafeLoader),),
    {"__doc__": "libyaml's loader, where PyYAML has it.", "yaml_implicit_resolvers": _WITHOUT_DATES},
)
_DEEP = 200
"""More levels of nesting than any real settings have."""


def _loader(source: str) -> Any:
    """The loader for a YAML text: for very deep input Python's, which raises RecursionError; libyaml's would crash."""
    return (_PlainLoader if _may_be_deep(source) else _FastLoader)(source)


def _may_be_deep(source: str) -> bool:
    """Whether a text has signs for more levels than settings have; cheap; false positives are possible."""
    indent = max((len(line) - len(line.lstrip()) for line in source.split("\n")), default=0)
    return indent + sum(source.count(sign) for sign in ("[", "{", "- ", "-\t", "? ", "?\t")) > _DEEP


def _collect(
    node: yaml.MappingNode,
    above: tuple[str, ...],
    lines: dict[tuple[str, ...], int],
    twice: list[tuple[tuple[str, ...], int, int]],
    quoted: set[tuple[str, ...]],
    first_line: int,
) -> None:
    for key, value in node.value:
        path = (*above, str(key.value))
        line = key.start_mark.line + first_line
        if path in lines:
            twice.append((path, lines[path], line))
            continue
        lines[path] = line
        if isinstance(value, yaml.MappingNode) and len(path) <= 2:
            _collect(value, path, lines, twice, quoted, first_line)
        elif isinstance(value, yaml.ScalarNode) and value.style in ("'", '"'):
            quoted.add(path)


def _shown(line: str) -> Message:
    return verbatim(line.strip()) if line.strip() else say("an empty line")


def _problem(
    path: str,
    line: int,
    found: Message,
    remedy: Message,
    message: Message = _UNREADABLE,
    everywhere: bool = False,
) -> Problem:
    return Problem(
        FileCode.FRONT_MATTER,
        Location(path, line),
        message,
        found,
        say('lines of `name: value` between two lines of "---"'),
        remedy,
        everywhere,
    )
