"""What must hold for scenarios, in the source language and in a translation."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_foundation.problems import Problem, suggest

from ...problem_codes import ProblemCode
from .model import Scenarios


def check(q: Scenarios) -> Iterator[Problem]:
    """Everything wrong with styles, situations and actions."""
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


def compare(source: Scenarios, translation: Scenarios, docs_dir: str) -> Iterator[Problem]:
    """Every way in which the actions of a translation differ from those of the source."""
    originals = {scenario.id: scenario for scenario in source.scenarios}
    for scenario in translation.scenarios:
        if not (first := originals.get(scenario.id)):
            continue
        there = {action.style: action for action in first.actions}
        here = [action.style for action in scenario.actions]
        if sorted(here) != sorted(there):
            yield Problem(
                ProblemCode.TRANSLATION_SCORING,
                scenario.location,
                f'The actions of the situation "{scenario.id}" don\'t have the styles of the original.',
                ", ".join(here) or "no actions",
                f"{', '.join(there)}, as in {docs_dir}/{first.location}",
                "Give each action the style of the action that it translates.",
            )
            continue
        for action in scenario.actions:
            if action.effect is not None and action.effect != source.effect(first, there[action.style]):
                yield Problem(
                    ProblemCode.TRANSLATION_SCORING,
                    action.location,
                    f'The translation disagrees with the original about the effect of "{action.style}".',
                    f"effect={action.effect:+}",
                    f"{source.effect(first, there[action.style]):+}, as in {docs_dir}/{there[action.style].location}",
                    "Remove it here: scoring is written only in the original.",
                )
