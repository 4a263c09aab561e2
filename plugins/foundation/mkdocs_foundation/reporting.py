"""Problems as text for a terminal, for GitHub's annotations and for its job summary."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from .problems import Location, Problem, Severity

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def counted(problems: Sequence[Problem]) -> str:
    """How many problems of each severity there are; advice only where there is any."""
    numbers = {severity: sum(p.severity is severity for p in problems) for severity in Severity}
    errors, warnings, advice = numbers.values()
    text = f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}"
    return f"{text}, {advice} piece{'' if advice == 1 else 's'} of advice." if advice else f"{text}."


def as_list(advice: Sequence[Problem], docs_dir: str, most: int = 20) -> str:
    """A line for each, for the end of a build; only the first ones of very many."""
    lines = [f"  {docs_dir}/{p.location}: [{p.code.value}] {p.found}; better: {p.allowed}" for p in advice[:most]]
    if len(advice) > most:
        lines.append(f"  … and {len(advice) - most} more")
    return "\n".join([f"{len(advice)} piece{'' if len(advice) == 1 else 's'} of advice on the texts:", *lines])


def as_text(problems: Sequence[Problem], title: str, summary: str, docs_dir: str) -> str:
    """What a terminal shows, the summary last; no title."""
    return "\n\n".join([*(p.format(docs_dir) for p in problems), summary])


def as_github(problems: Sequence[Problem], title: str, summary: str, docs_dir: str) -> str:
    """Workflow commands, which GitHub shows beside the line of the pull request."""

    def command(problem: Problem) -> str:
        place = problem.location
        body = f"{problem.message}\nFound: {problem.found}\nAllowed: {problem.allowed}\nDo: {problem.remedy}"
        return (
            f"::{_GITHUB[problem.severity]} file={_escape(f'{docs_dir}/{place.path}', True)},line={place.line},"
            f"title={_escape(problem.code.value, True)}::{_escape(body)}"
        )

    return "\n".join([*(command(p) for p in problems), summary])


def _escape(text: str, in_property: bool = False) -> str:
    """Escapes of workflow commands, as GitHub's toolkit defines them."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text


def as_markdown(problems: Sequence[Problem], title: str, summary: str, docs_dir: str) -> str:
    """A section for the job summary."""
    lines = [f"### {title}", "", summary, ""]
    for p in problems:
        lines += [
            f"- **{docs_dir}/{p.location}** – {p.message} (`{p.code.value}`)",
            f"    - found: {_code(p.found)}",
            f"    - allowed: {_code(p.allowed)}",
            f"    - do: {p.remedy}",
        ]
    return "\n".join(lines)


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if fence == "``" else f"`{text}`"


def as_json(problems: Sequence[Problem], title: str, summary: str, docs_dir: str) -> str:
    """Data for other programs: `problems`, each with the places of the same mistake in `also`, and `summary`."""

    def place(location: Location) -> dict[str, object]:
        return {"file": f"{docs_dir}/{location.path}", "line": location.line}

    found = [
        {
            **place(p.location),
            "severity": p.severity.value,
            "code": p.code.value,
            "message": p.message,
            "found": p.found,
            "allowed": p.allowed,
            "do": p.remedy,
            "also": [place(location) for location in p.also],
        }
        for p in problems
    ]
    return json.dumps({"problems": found, "summary": summary}, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Problem], str, str, str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "markdown": as_markdown,
}
"""By the name that the command lines give them."""
