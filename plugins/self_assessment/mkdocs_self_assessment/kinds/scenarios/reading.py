"""Reads a questionnaire of situations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Any

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import any_of, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.values import dataclass

from ...elements import Band, Outcome
from ...problem_codes import ProblemCode
from ...reading import attributes
from ...reading.attributes import Attributes
from ...reading.blocks import Block, ListItem
from ...reading.body import Body
from ...reading.section import Section
from ...reading.settings import Settings, Vocabulary, check_attributes, check_id, flags
from ...reading.statements import CHECKBOX, empty, has_checkbox, ticked, without_box
from ...saying import say
from .model import Action, Scenario

CLASS = "style"
"""Class of the heading of a style."""
FLAGS = ("readiness",)
"""Flags of a situation's heading."""
_FIGURES = ("flexibility", "effectiveness")
_EFFECT = pattern(r"[+−-]?[12]")


@dataclass
class SituationSection(Section):
    """A situation that is being read."""

    readiness: int | None = None
    actions: list[Action] = field(default_factory=list)

    @property
    def may_have(self) -> tuple[str, ...]:
        """None: no result is that of one situation."""
        return ()

    @property
    def has_questions(self) -> bool:
        """Whether an action has been read."""
        return bool(self.actions)


class ScenariosBody(Body):
    """Reads situations with their actions, styles, and texts for the two figures."""

    kind = "scenarios"
    groups_items = False
    result_flags = ("of",)

    def __init__(self, outline: Sequence[Block], level: int, uri: str, vocabulary: Vocabulary) -> None:
        """Read the blocks under a title of the given heading level."""
        self.scenarios: list[SituationSection] = []
        self.styles: list[Section] = []
        self.figures: dict[str, list[Band]] = {name: [] for name in _FIGURES}
        super().__init__(outline, level, uri, vocabulary)

    def fields(self, id: str, title: str, location: Location) -> dict[str, Any]:
        """The fields of the questionnaire."""
        return {
            **super().fields(id, title, location),
            "styles": tuple(
                Outcome(s.id, s.title, s.text, s.passages.get("first-step"), s.location) for s in self.styles
            ),
            "scenarios": tuple(
                Scenario(s.id, s.title, s.text, s.readiness, tuple(s.actions), s.location) for s in self.scenarios
            ),
            **{name: tuple(bands) for name, bands in self.figures.items()},
        }

    @property
    def sections(self) -> Sequence[Section]:
        """The situations."""
        return self.scenarios

    def read_list(self, block: Block) -> bool:
        """Take actions from a list; `False` if it is prose."""
        if block.kind != "list" or not isinstance(self.section, SituationSection) or not _holds_actions(block):
            return False
        for entry in block.items:
            action, problems = _read_action(entry, self.uri)
            self.section.actions.append(action)
            self.problems += problems
        return True

    def begin_section(self, title: str, given: Attributes, location: Location) -> None:
        """Begin a situation."""
        id, problems = check_id(
            given, say('The situation "{title}" has no id.', title=title), "{#friday-queue}", location, self.vocabulary
        )
        settings = Settings(flags(given, self.vocabulary), FLAGS, lambda _: location)
        written = settings.choice("readiness", [f"r{n}" for n in range(1, 10)])
        section = SituationSection(
            id or f"situation-{location.line}", title, location, readiness=int(written[1:]) if written else None
        )
        self.problems += [*problems, *settings.problems]
        self.scenarios.append(section)
        self.section = section

    def begin_outcome(self, name: str, title: str, given: Attributes, location: Location) -> None:
        """Begin a style."""
        id, problems = check_id(
            given,
            say('The style "{title}" has no id.', title=title),
            f"{{.{CLASS} #instruct}}",
            location,
            self.vocabulary,
        )
        settings = Settings(given.values, (), lambda _: location)
        self.section = Section(id or f"{CLASS}-{location.line}", title, location, is_outcome=True)
        self.styles.append(self.section)
        self.problems += [*problems, *settings.problems]

    def results_of(self, settings: Settings, given: Attributes, location: Location) -> list[Band]:
        """Take the result texts of flexibility or of effectiveness."""
        of = settings.choice("of", _FIGURES)
        if of:
            return self.figures[of]
        if "of" not in given.values:
            self.report(
                ProblemCode.WRONG_KIND,
                location.line,
                say("Result texts of scenarios must say what they are of."),
                verbatim("{.results}"),
                any_of(["{.results of=flexibility}", "{.results of=effectiveness}"]),
                say("Add one of the two. Texts for a style are under the heading of the style."),
            )
        return []

    def misread_questions(self, block: Block) -> list[tuple[int, str]]:
        """None: nothing in prose looks like an action."""
        return []


def _read_action(entry: ListItem, uri: str) -> tuple[Action, list[Problem]]:
    """An action in the list of a situation: its braces hold its style, and perhaps its effect."""
    text, given = attributes.split(entry.text)
    location = Location(uri, entry.line)
    problems = check_attributes(given, location)
    if problem := ticked(CHECKBOX.match(text), location):
        problems.append(problem)
    text = without_box(text)
    if not text:
        problems.append(
            empty(say("An action has no words."), verbatim(entry.text), say("- What you do. {coach}"), location)
        )
    styles = [name for name, value in given.values.items() if value == "true"]
    effect = given.values.get("effect")
    others = [name for name in given.values if name not in (*styles, "effect")]
    if (len(styles) != 1 or others or given.ids) and given.broken is None:
        problems.append(
            Problem(
                ProblemCode.ACTION_STYLE,
                location,
                say("An action doesn't name its style."),
                (listed([*(f"#{id}" for id in given.ids), *given.values], " ") or say("no braces")),
                say("one style in the braces, and perhaps an effect: {coach} or {coach effect=+1}"),
                say("Write the id of one style in the braces at the end of the line."),
            )
        )
    value = None
    if effect is not None:
        if _EFFECT.fullmatch(effect.strip()):
            value = int(effect.strip().replace("−", "-"))
        else:
            problems.append(
                Problem(
                    ProblemCode.BAD_VALUE,
                    location,
                    say('The value of "effect" can\'t be used.'),
                    (verbatim(effect) or say("nothing")),
                    any_of(["-2", "-1", "+1", "+2"]),
                    say("Write one of these, or remove it: then the distance from the style asked for decides."),
                )
            )
    style = styles[0] if styles else f"action-{entry.line}"
    return Action(style, value, text, entry.rest, location), problems


def _holds_actions(block: Block) -> bool:
    """Whether a list is one of actions rather than prose."""
    for entry in block.items:
        given = attributes.split(entry.text)[1]
        if given.values or given.ids or given.broken or has_checkbox(entry):
            return True
    return False
