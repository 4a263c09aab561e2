"""What must hold for scenarios, in the source language and in a translation."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Problem, suggest

from ...problem_codes import ProblemCode
from ...saying import say
from .model import Scenarios


def check(q: Scenarios) -> Iterator[Problem]:
    """Everything wrong with styles, situations and actions."""
    styles = [style.id for style in q.styles]
    if len(styles) < 2:
        yield Problem(
            ProblemCode.SCENARIO_ACTIONS,
            q.location,
            say('The self-assessment "{id}" doesn\'t say which styles there are.', id=q.id),
            say("{count} headings with {.style}", one="{count} heading with {.style}", count=len(styles)),
            say("at least two headings such as ## Instruct {.style #instruct}, from the most directing to the least"),
            say("Add a heading with {.style} for each style, with the text for readers who mostly act that way."),
        )
        return
    for scenario in q.scenarios:
        for action in scenario.actions:
            if action.style not in styles and not action.style.startswith("action-"):
                yield Problem(
                    ProblemCode.UNKNOWN_STYLE,
                    action.location,
                    say('There is no style "{style}".', style=action.style),
                    verbatim(f"{{{action.style}}}"),
                    listed(styles),
                    suggest(action.style, styles, say("Use the id of a heading with {.style}.")),
                )
        known = [action.style for action in scenario.actions if action.style in styles]
        if len(known) == len(scenario.actions) and sorted(known) != sorted(styles):
            missing = [style for style in styles if style not in known]
            yield Problem(
                ProblemCode.SCENARIO_ACTIONS,
                scenario.location,
                say('The situation "{scenario}" doesn\'t have one action for each style.', scenario=scenario.id),
                (listed(known) or say("no actions")),
                say("one action each for {names}", names=listed(styles)),
                (
                    say("Add an action for {names}.", names=listed(missing))
                    if missing
                    else say("Remove the action whose style is there twice.")
                ),
            )
        if scenario.readiness is None or scenario.readiness > len(styles):
            example = f"{{#{scenario.id} readiness=r2}}"
            yield Problem(
                ProblemCode.MISSING_READINESS,
                scenario.location,
                say('The situation "{scenario}" doesn\'t say which style it asks for.', scenario=scenario.id),
                verbatim(f"readiness=r{scenario.readiness}") if scenario.readiness else say("no readiness"),
                listed(
                    say("r{number} asks for {style}", number=n, style=style) for n, style in enumerate(styles, start=1)
                ),
                say("Write it in the braces of the heading, such as {example}.", example=example),
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
                say(
                    'The actions of the situation "{scenario}" don\'t have the styles of the original.',
                    scenario=scenario.id,
                ),
                (listed(here) or say("no actions")),
                say("{names}, as in {place}", names=listed(there), place=f"{docs_dir}/{first.location}"),
                say("Give each action the style of the action that it translates."),
            )
            continue
        for action in scenario.actions:
            if action.effect is not None and action.effect != source.effect(first, there[action.style]):
                yield Problem(
                    ProblemCode.TRANSLATION_SCORING,
                    action.location,
                    say(
                        'The translation disagrees with the original about the effect of "{style}".', style=action.style
                    ),
                    verbatim(f"effect={action.effect:+}"),
                    say(
                        "{expected}, as in {place}",
                        expected=f"{source.effect(first, there[action.style]):+}",
                        place=f"{docs_dir}/{there[action.style].location}",
                    ),
                    say("Remove it here: scoring is written only in the original."),
                )
