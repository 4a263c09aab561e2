"""A draft written as a page in the author's format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from mkdocs_foundation.reports.message import Message
from mkdocs_foundation.sources.writing import yaml_value
from mkdocs_foundation.values import dataclass

from ..inline import as_markdown
from ..saying import say
from .answers import Fit, fit
from .draft import Answer, Draft, DraftStatement, Note
from .naming import Ids

STUB = "…"
"""Stands for a text that is still to be written; the check asks for result texts that are nothing else."""
_STUBS = (("0", "40"), ("40", "70"), ("70", "100"))
_WITHOUT_ANSWERS = "agreement-5"


@dataclass(frozen=True)
class Wishes:
    """What the caller decides instead of the source."""

    id: str
    """Id of the self-assessment."""
    scale: str = ""
    """Scale of all statements; "" for that of the source."""
    title: str = ""
    """Title where the source has none."""
    results_title: str = "What the results mean"
    """Heading above the result texts, in the language of the page."""


def write(draft: Draft, wishes: Wishes) -> tuple[str, tuple[Note, ...]]:
    """The page of a draft, and notes on what couldn't be written as it was."""
    notes = [*draft.notes]
    title = draft.title or wishes.title
    statements = _with_scales(draft, wishes.scale, notes)
    scale, not_relevant = _common(statements, draft, wishes.scale, notes)
    settings = [f"  id: {wishes.id}", f"  scale: {yaml_value(scale)}"]
    if not_relevant is not None:
        settings.append(f"  not-relevant: {str(not_relevant).lower()}")
    lines = ["---", f"title: {yaml_value(title)}", "assessment:", *settings, "---", f"# {_escaped(title)}", ""]
    if draft.introduction:
        lines += [_prose(draft.introduction), ""]
    lines += _body(draft, statements, scale, not_relevant, Ids(wishes.id), notes, title)
    lines += [f"## {wishes.results_title} {{.results}}", "", *_results(draft), ""]
    return "\n".join(lines), tuple(notes)


@dataclass(frozen=True)
class _Statement:
    """A statement with what its answers become."""

    draft: DraftStatement
    scale: str
    not_relevant: bool


def _with_scales(draft: Draft, wanted: str, notes: list[Note]) -> list[_Statement]:
    found = []
    told: set[tuple[Answer, ...]] = set()
    common = fit(draft.answers) if draft.answers else Fit("", False)
    if draft.answers and not wanted:
        _tell(common, draft.answers, say("the answers"), notes)
    for statement in draft.statements:
        if wanted:
            found.append(_Statement(statement, wanted, False))
            continue
        if not statement.answers:
            found.append(_Statement(statement, common.scale, common.not_relevant))
            continue
        fitted = fit(statement.answers)
        if statement.answers not in told and statement.answers != draft.answers:
            _tell(fitted, statement.answers, statement.place, notes)
        told.add(statement.answers)
        found.append(_Statement(statement, fitted.scale, fitted.not_relevant))
    return found


def _tell(fitted: Fit, answers: Sequence[Answer], place: Message, notes: list[Note]) -> None:
    shown = " | ".join(f"{'' if a.value is None else f'{a.value:g} '}{a.label}".strip() for a in answers)[:80]
    if not fitted.scale:
        reason = say(
            "The answers ({shown}) have no words at both ends: agreement-5 stands in their place.", shown=shown
        )
        notes.append(Note(place, reason))
    if fitted.similar:
        better = say("`scale: {similar}` would have words in all languages.", similar=fitted.similar)
        notes.append(
            Note(
                place, say("The answers are nearly those of {similar}: {better}", similar=fitted.similar, better=better)
            )
        )
    if fitted.left_out:
        notes.append(
            Note(
                place, say("The numbers of the answers ({shown}) can't be kept: they are counted from 1.", shown=shown)
            )
        )
    if fitted.became_not_relevant:
        notes.append(
            Note(
                place,
                say(
                    "The answer “{answer}” became “not relevant”, which has no points.",
                    answer=fitted.became_not_relevant,
                ),
            )
        )


def _common(statements: Sequence[_Statement], draft: Draft, wanted: str, notes: list[Note]) -> tuple[str, bool | None]:
    """The scale that most statements have, and whether it offers "not relevant"; `None` where it does as usual."""
    if wanted:
        return wanted, None
    counted = Counter((s.scale, s.not_relevant) for s in statements if s.scale)
    if not counted:
        if not draft.answers:
            notes.append(
                Note(
                    say("the answers"),
                    say(
                        "None were found: {without_answers} was taken. Correct `scale` in the settings.",
                        without_answers=_WITHOUT_ANSWERS,
                    ),
                )
            )
        return _WITHOUT_ANSWERS, None
    (scale, not_relevant), _ = counted.most_common(1)[0]
    return scale, None if not_relevant == _offered(scale) else not_relevant


def _offered(scale: str) -> bool:
    return scale in ("yes-no", "yes-partly-no")


def _body(
    draft: Draft,
    statements: Sequence[_Statement],
    scale: str,
    not_relevant: bool | None,
    ids: Ids,
    notes: list[Note],
    title: str,
) -> list[str]:
    offered = _offered(scale) if not_relevant is None else not_relevant
    known = {area.title: area for area in draft.areas}
    named = [s.draft.area for s in statements]
    areas = list(dict.fromkeys(area for area in named if area))
    runs = [area for area, _ in groupby(named)]
    lines: list[str] = []
    if len(areas) < 2 and all(named) and not (areas and areas[0] in known):
        areas = []  # one area for everything says nothing
    written = {area: ids.give(area, known[area].name if area in known else "") for area in areas}

    def line(statement: _Statement, dimension: str = "") -> list[str]:
        own = statement.draft
        flags = [f"#{ids.give(own.text, own.name)}"]
        flags += [f"dimension={dimension}"] if dimension else []
        flags += ["reverse"] if own.reverse else []
        flags += [f"weight={own.weight:g}"] if own.weight is not None else []
        if statement.scale and statement.scale != scale:
            flags.append(f"scale={statement.scale}" if " " not in statement.scale else f'scale="{statement.scale}"')
        default = _offered(statement.scale) if not_relevant is None and statement.scale else offered
        if statement.scale and statement.not_relevant != default:
            flags.append("not-relevant" if statement.not_relevant else "not-relevant=false")
        below = ["", *(f"    {part}" if part else "" for part in _prose(own.explanation).split("\n")), ""]
        return [f"- [ ] {_inline(own.text)} {{{' '.join(flags)}}}", *(below if own.explanation else [])]

    if not areas:
        return [*(part for s in statements for part in line(s)), ""]
    if len(runs) > len(areas) + 1 and all(named):
        lines += [part for s in statements for part in line(s, written[s.draft.area])] + [""]
        for area in areas:
            lines += [f"## {_escaped(area)} {{#{written[area]}}}", ""]
            lines += [_prose(known[area].introduction), ""] if area in known and known[area].introduction else []
        return lines
    if not all(named):
        rest = next(s.draft for s in statements if not s.draft.area)
        notes.append(
            Note(
                rest.place,
                say("Statements without an area are below “{title}”: give it a title of its own.", title=title),
            )
        )
        written = {"": ids.give("general"), **written}
    for area in written:
        lines += [f"## {_escaped(area or title)} {{#{written[area]}}}", ""]
        if area in known and known[area].introduction:
            lines += [_prose(known[area].introduction), ""]
        lines += [part for s in statements if s.draft.area == area for part in line(s)] + [""]
    return lines


def _results(draft: Draft) -> list[str]:
    if not draft.results:
        return [f"- **{low}–{high}** {STUB}" for low, high in _STUBS]
    all_named = all(result.name for result in draft.results)
    lines = []
    for result in draft.results:
        unit = " points" if result.in_points else ""
        name = f" · {_inline(result.name)}" if all_named else ""
        text = "\n    ".join(_prose(result.text).split("\n"))
        lines.append(f"- **{result.low}–{result.high}{unit}{name}** {text}")
    return lines


def without_results(draft: Draft, reason: str) -> Draft:
    """The draft with result texts to be written, where its own can't be used."""
    note = Note(say("the result texts"), say("{reason} They were not carried over.", reason=reason))
    return replace(draft, results=(), notes=(*draft.notes, note))


def _escaped(text: str) -> str:
    """A plain text as Markdown, in which braces are no attributes either."""
    return as_markdown(text).replace("\\{", "&#123;").replace("\\}", "&#125;")


def _inline(text: str) -> str:
    """A plain text within a line of Markdown."""
    return _escaped(" ".join(text.split()))


def _prose(text: str) -> str:
    """Plain text as paragraphs of Markdown; no line of it begins a heading or a list."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n|\n", text) if part.strip()]
    return "\n\n".join(_not_a_list(_escaped(part)) for part in paragraphs)


def _not_a_list(text: str) -> str:
    return re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", re.sub(r"^([-+>=~|])", r"\\\1", text))
