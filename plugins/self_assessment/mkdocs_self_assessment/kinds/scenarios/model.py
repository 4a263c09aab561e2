"""What a questionnaire of situations has: an action for each style, and texts for styles and figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Self

from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.values import dataclass

from ...elements import Band, Outcome
from ...marks import identity, members, ranges, scoring, title
from ...model import Questionnaire
from ...saying import say

SECONDS_PER_SCENARIO = 60
"""Seconds to read a situation and choose an action, for the estimated time."""


@dataclass(frozen=True)
class Action:
    """One way to act in a situation."""

    style: Annotated[str, identity()]
    """Id of the action's style, unique within the situation."""
    effect: Annotated[int | None, scoring(version=True)]
    """Effect as the author gives it, -2 to 2; `None` for the distance between its style and the fitting one."""
    text: str
    """Text of the action as inline Markdown."""
    reason: str
    """Reason for the action's effect, as Markdown shown after the result; possibly empty."""
    location: Location
    """File and line of the action."""


@dataclass(frozen=True)
class Scenario:
    """A situation with an action for each style."""

    id: Annotated[str, identity()]
    """Id of the situation, unique within the questionnaire and the same in every language."""
    title: Annotated[str, title()]
    """Inline Markdown of the heading, without attributes."""
    story: str
    """Story of the situation, the Markdown before its actions."""
    readiness: Annotated[int | None, scoring(say("the readiness"), version=True)]
    """Which style fits the situation, counted from 1; `None` where not written."""
    actions: Annotated[tuple[Action, ...], members("", version=True)]
    """Actions in the order in which they are written, which is not the order in which they are shown."""
    location: Location
    """File and line of the situation's heading."""


@dataclass(frozen=True)
class ActionData:
    """One action of a situation, as scripts get it."""

    style: int
    """Index of the action's style."""
    effect: int
    """How well the action fits the situation, -2 to 2."""


@dataclass(frozen=True)
class SituationData:
    """Extra data of an item that is a situation."""

    fitting_style: int
    """Index of the style that fits the situation."""
    actions: tuple[ActionData, ...]
    """Actions of the situation, one for each value."""


@dataclass(frozen=True)
class Scenarios(Questionnaire):
    """A questionnaire whose answers are actions, which add up to a style profile."""

    styles: Annotated[
        tuple[Outcome, ...],
        members(say("the style"), ordered=True, version=lambda styles: [style.id for style in styles], data="styles"),
    ]
    """Styles, from the most directing to the least."""
    scenarios: Annotated[tuple[Scenario, ...], members(say("the situation"), version=True)]
    """Situations in the order of the page."""
    flexibility: Annotated[tuple[Band, ...], ranges(say("the flexibility"), data="flexibility")]
    """Result texts in percent of the greatest flexibility."""
    effectiveness: Annotated[tuple[Band, ...], ranges(say("the effectiveness"), data="effectiveness")]
    """Result texts in percent of the range from the least to the greatest effectiveness that its actions allow."""

    @property
    def count(self) -> int:
        """Number of questions."""
        return super().count + len(self.scenarios)

    @property
    def seconds(self) -> int:
        """Estimated seconds to answer, for an author who names no minutes."""
        return super().seconds + len(self.scenarios) * SECONDS_PER_SCENARIO

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The styles."""
        return self.styles

    @property
    def texts(self) -> Iterator[tuple[str, Location]]:
        """Every piece of an author's Markdown that becomes a piece of the page."""
        yield from super().texts
        for scenario in self.scenarios:
            yield scenario.story, scenario.location
            for action in scenario.actions:
                yield from ((text, action.location) for text in (action.text, action.reason))

    def fitting_style(self, scenario: Scenario) -> int:
        """Index of the style that fits a situation; 0 where that isn't written, which `check` reports."""
        return min((scenario.readiness or 1), len(self.styles) or 1) - 1

    def effect(self, scenario: Scenario, action: Action) -> int:
        """The value of an action: the author's, else 2, 1, -1 or -2 by its distance from the fitting style."""
        if action.effect is not None:
            return action.effect
        order = [style.id for style in self.styles]
        if action.style not in order:
            return -2
        return (2, 1, -1, -2)[min(abs(order.index(action.style) - self.fitting_style(scenario)), 3)]

    def with_defaults(self) -> Self:
        """A copy with the effect of each action filled in."""
        return replace(
            super().with_defaults(),
            scenarios=tuple(
                replace(s, actions=tuple(replace(a, effect=self.effect(s, a)) for a in s.actions))
                for s in self.scenarios
            ),
        )
