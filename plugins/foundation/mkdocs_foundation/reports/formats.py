"""Problems as text for a terminal, for GitHub's annotations and its job summary, in the language of their readers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from ..locales import best
from ..site import Site
from . import message
from .message import ENGLISH, Message, Words, listed, say
from .problems import LABELS, Location, Problem, Severity

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_FOR_THE_FILE = ("github", "markdown")
"""Formats that those read who wrote the file, wherever the command runs."""

LONGEST = 60_000
"""Signs of a report in Markdown, since GitHub takes no longer comment than 65,536."""
Speech = Callable[[str], Words]
"""The language of the messages on a file, by its path below the docs folder; by "" that of all other texts."""


def speech(form: str, site: Site) -> Speech:
    """The languages of a report: the one asked for, else on GitHub that of each file's folder, else the machine's."""
    machine = message.words(message.of_machine())
    if form not in _FOR_THE_FILE or message.is_chosen():
        return lambda uri: machine

    def of_file(uri: str) -> Words:
        locale = site.locale_of(uri) if uri else None
        known = best(locale or site.source_locale, message.known())
        return message.words(known) if known else machine

    return of_file


def counted(problems: Sequence[Problem]) -> Message:
    """How many problems of each severity there are; advice only where there is any."""
    numbers = {severity: sum(p.severity is severity for p in problems) for severity in Severity}
    errors = say("{count} errors", one="{count} error", count=numbers[Severity.ERROR])
    warnings = say("{count} warnings", one="{count} warning", count=numbers[Severity.WARNING])
    counts = [errors, warnings, *([_advice(numbers[Severity.ADVICE])] if numbers[Severity.ADVICE] else [])]
    return say("{counts}.", counts=listed(counts))


def as_list(advice: Sequence[Problem], docs_dir: str, words: Words = ENGLISH, most: int = 20) -> str:
    """A line for each, for the end of a build; only the first ones of very many."""
    lines = [say("{advice} on the texts:", advice=_advice(len(advice)))]
    for p in advice[:most]:
        better = say("{found}; better: {allowed}", found=p.found, allowed=p.allowed)
        lines.append(message.verbatim(f"  {docs_dir}/{p.location}: [{p.code.value}] {words(better)}"))
    if len(advice) > most:
        lines.append(say("  … and {count} more", count=len(advice) - most))
    return "\n".join(map(words, lines))


def _advice(count: int) -> Message:
    return say("{count} pieces of advice", one="{count} piece of advice", count=count)


def as_text(problems: Sequence[Problem], title: str, summary: str, docs_dir: str, spoken: Speech) -> str:
    """What a terminal shows, the summary last; no title."""
    return "\n\n".join([*(p.format(docs_dir, spoken(p.location.path)) for p in problems), spoken("")(summary)])


def as_github(problems: Sequence[Problem], title: str, summary: str, docs_dir: str, spoken: Speech) -> str:
    """Workflow commands, which GitHub shows beside the line of the pull request."""

    def command(problem: Problem) -> str:
        place, words = problem.location, spoken(problem.location.path)
        parts = zip(LABELS, (problem.found, problem.allowed, problem.remedy), strict=True)
        body = "\n".join(
            [words(problem.message), *(f"{words(label).capitalize()}: {words(text)}" for label, text in parts)]
        )
        return (
            f"::{_GITHUB[problem.severity]} file={_escape(f'{docs_dir}/{place.path}', True)},line={place.line},"
            f"title={_escape(problem.code.value, True)}::{_escape(body)}"
        )

    return "\n".join([*(command(p) for p in problems), spoken("")(summary)])


def _escape(text: str, in_property: bool = False) -> str:
    """Escapes of workflow commands, as GitHub's toolkit defines them."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text


def as_markdown(problems: Sequence[Problem], title: str, summary: str, docs_dir: str, spoken: Speech) -> str:
    """A section for the job summary, or for an answer on a pull request; advice is folded."""
    words = spoken("")
    serious = [problem for problem in problems if problem.severity is not Severity.ADVICE]
    advice = [problem for problem in problems if problem.severity is Severity.ADVICE]
    lines = [f"### {words(title)}", "", words(summary), ""]
    lines += _items(serious, docs_dir, spoken)
    if advice:
        room = LONGEST - sum(map(len, lines))
        fold = [f"<details><summary>{words(_advice(len(advice)))}</summary>", ""]
        lines += [*([""] if serious else []), *fold, *_items(advice, docs_dir, spoken, room), "", "</details>"]
    return "\n".join(lines)


def _items(problems: Sequence[Problem], docs_dir: str, spoken: Speech, room: int | None = None) -> list[str]:
    """The lines of a list, as far as GitHub has room for them."""
    lines: list[str] = []
    left = LONGEST if room is None else room
    for number, p in enumerate(problems):
        words = spoken(p.location.path)
        found, allowed, do = map(words, LABELS)
        item = [
            f"- **{docs_dir}/{p.location}** – {words(p.message)} (`{p.code.value}`)",
            f"    - {found}: {_code(words(p.found))}",
            f"    - {allowed}: {_code(words(p.allowed))}",
            f"    - {do}: {words(p.remedy)}",
        ]
        left -= sum(map(len, item))
        if left < 0:
            return [*lines, spoken("")(say("  … and {count} more", count=len(problems) - number)).strip()]
        lines += item
    return lines


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if fence == "``" else f"`{text}`"


def as_json(problems: Sequence[Problem], title: str, summary: str, docs_dir: str, spoken: Speech) -> str:
    """Data for other programs: `problems`, each with the places of the same mistake in `also`, and `summary`."""

    def place(location: Location) -> dict[str, object]:
        return {"file": f"{docs_dir}/{location.path}", "line": location.line}

    def data(p: Problem, words: Words) -> dict[str, object]:
        return {
            **place(p.location),
            "severity": p.severity.value,
            "code": p.code.value,
            "message": words(p.message),
            "found": words(p.found),
            "allowed": words(p.allowed),
            "do": words(p.remedy),
            "also": [place(location) for location in p.also],
        }

    found = [data(p, spoken(p.location.path)) for p in problems]
    return json.dumps({"problems": found, "summary": spoken("")(summary)}, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Problem], str, str, str, Speech], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "markdown": as_markdown,
}
"""By the name that the command lines give them."""
