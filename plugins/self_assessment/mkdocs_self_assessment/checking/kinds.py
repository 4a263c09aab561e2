"""What must hold for scenarios, for two factors, and for statements that follow on others."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_foundation.problems import Problem, suggest

from ..model import Questionnaire
from ..parts import Kind
from ..problem_codes import ProblemCode


def validate_kind(q: Questionnaire) -> Iterator[Problem]:
    """Everything wrong with what only one kind has; for the source language, where structure lives."""
    yield from _follow_ups(q)
    if q.kind is Kind.SCENARIOS or q.scenarios:
        yield from _scenarios(q)
    if q.kind is Kind.TWO_FACTOR or q.quadrants or q.square:
        yield from _axes(q)
        yield from _squares(q)


def _follow_ups(q: Questionnaire) -> Iterator[Problem]:
    items = {item.id: item for item in q.items}
    for item in q.items:
        if not item.follows:
            continue
        other = items.get(item.follows.item)
        if other is None or other.id == item.id:
            yield Problem(
                ProblemCode.UNKNOWN_STATEMENT,
                item.location,
                f'The statement "{item.id}" follows on one that doesn\'t exist.',
                f'if="{item.follows}"',
                "the id of another statement on this page",
                suggest(item.follows.item, [i for i in items if i != item.id], "Use the id of the other statement."),
            )
        elif other.follows:
            yield Problem(
                ProblemCode.BAD_VALUE,
                item.location,
                f'The statement "{item.id}" follows on one that itself follows on another.',
                f'if="{item.follows}"',
                "a condition on a statement that is always asked",
                "Make the condition depend on a statement without if.",
            )


def _scenarios(q: Questionnaire) -> Iterator[Problem]:
    styles = [style.id for style in q.styles]
    if len(styles) < 2:
        yield Problem(
            ProblemCode.SCENARIO_ACTIONS,
            q.location,
            f'The self-assessment "{q.id}" doesn\'t say which styles there are.',
            f"{len(styles)} headings with {{.style}}",
            "at least two headings such as ## Instruct {.style #instruct}, from the most directing to the least",
            "Add a heading with {.style} for each style, with the text for readers who mostly act that way.",
        )
        return
    for scenario in q.scenarios:
        for action in scenario.actions:
            if action.style not in styles and not action.style.startswith("action-"):
                yield Problem(
                    ProblemCode.UNKNOWN_STYLE,
                    action.location,
                    f'There is no style "{action.style}".',
                    f"{{{action.style}}}",
                    ", ".join(styles),
                    suggest(action.style, styles, "Use the id of a heading with {.style}."),
                )
        known = [action.style for action in scenario.actions if action.style in styles]
        if len(known) == len(scenario.actions) and sorted(known) != sorted(styles):
            missing = [style for style in styles if style not in known]
            yield Problem(
                ProblemCode.SCENARIO_ACTIONS,
                scenario.location,
                f'The situation "{scenario.id}" doesn\'t have one action for each style.',
                ", ".join(known) or "no actions",
                f"one action each for {', '.join(styles)}",
                f"Add an action for {', '.join(missing)}."
                if missing
                else "Remove the action whose style is there twice.",
            )
        if scenario.readiness is None or scenario.readiness > len(styles):
            example = f"{{#{scenario.id} readiness=r2}}"
            yield Problem(
                ProblemCode.MISSING_READINESS,
                scenario.location,
                f'The situation "{scenario.id}" doesn\'t say which style it asks for.',
                f"readiness=r{scenario.readiness}" if scenario.readiness else "no readiness",
                ", ".join(f"r{n} asks for {style}" for n, style in enumerate(styles, start=1)),
                f"Write it in the braces of the heading, such as {example}.",
            )


def _axes(q: Questionnaire) -> Iterator[Problem]:
    dimensions = [d.id for d in q.dimensions]
    square = q.square
    if square is None or square.x == square.y:
        yield Problem(
            ProblemCode.AXES,
            q.location,
            f'The self-assessment "{q.id}" doesn\'t say which dimensions are its two axes.',
            f"x: {square.x}, y: {square.y}" if square else "not both x and y",
            "x and y, each with the id of a dimension; here " + (", ".join(dimensions) or "there is none"),
            "Add both to the settings of the self-assessment, two different ones.",
        )
        return
    for axis in (square.x, square.y):
        if axis not in dimensions:
            yield Problem(
                ProblemCode.UNKNOWN_DIMENSION,
                q.location,
                f'There is no dimension "{axis}" for an axis.',
                axis,
                ", ".join(dimensions),
                suggest(axis, dimensions, "Use the id of a dimension on this page."),
            )


def _squares(q: Questionnaire) -> Iterator[Problem]:
    there = sorted((o.x or "", o.y or "") for o in q.quadrants)
    wanted = [("high", "high"), ("high", "low"), ("low", "high"), ("low", "low")]
    if there != wanted:
        missing = [f"x={x} y={y}" for x, y in wanted if (x, y) not in there]
        yield Problem(
            ProblemCode.SQUARES,
            q.quadrants[0].location if q.quadrants else q.location,
            f'The self-assessment "{q.id}" doesn\'t have each of the four squares once.',
            ", ".join(f"x={x or '?'} y={y or '?'}" for x, y in there) or "no heading with {.quadrant}",
            "four headings such as ## Instruct {.quadrant #instruct x=low y=high}",
            f"Add the square for {' and '.join(missing)}." if missing else "Remove the square that is there twice.",
        )
