"""The inside of a self-assessment: its headings, and what stands under each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mkdocs_foundation.problems import Location, Problem

from ..parts import Band, Dimension, Kind, Outcome, Scenario
from ..problem_codes import ProblemCode
from . import attributes
from .attributes import Attributes
from .blocks import Block
from .part import Part
from .scales import parse_scale
from .settings import (
    DIMENSION,
    QUADRANT,
    SCENARIO,
    Settings,
    check_attributes,
    check_classes,
    check_id,
    classes_meant,
    flags,
)
from .slips import (
    glued_heading,
    heading_level,
    lost_statements,
    outside_dimension,
    results_without_heading,
    second_title,
    statement_below_results,
)
from .statements import (
    has_checkbox,
    holds_actions,
    holds_items,
    is_band,
    no_box,
    read_action,
    read_band,
    read_item,
    shorten,
)

_GLUED_HEADING = re.compile(r"^(#{1,6})[^# \t\n]")
_COMMENT = re.compile(r"^\s*<!--.*-->\s*$", re.DOTALL)
_RULE = re.compile(r"^\s{0,3}(?:[-*_]\s*){3,}$")
_OUTCOMES = {"style": Kind.SCENARIOS, "quadrant": Kind.TWO_FACTOR}
"""Classes of headings whose text is shown with the result, and the kind that each belongs to."""


class Body:
    """Walks the blocks under a title once; `part` is where things go, `mode` what is expected there."""

    def __init__(self, outline: Sequence[Block], level: int, kind: Kind, uri: str) -> None:
        """Read the blocks under a title of the given heading level."""
        self.outline = outline
        self.level = level
        self.kind = kind
        self.uri = uri
        self.problems: list[Problem] = []
        self.root = Part("", "", Location(uri, 1))
        self.dimensions: list[Part] = []
        self.scenarios: list[Part] = []
        self.outcomes: dict[str, list[Part]] = {name: [] for name in _OUTCOMES}
        self.results: dict[str, list[Band]] = {"flexibility": [], "effectiveness": []}
        self.closing: list[str] = []
        self.part = self.root
        self.bands = self.root.bands
        self.mode = "questions"  # or "results", "outcome", "prose"
        self._read()

    def parts(self, id: str, title: str, location: Location) -> dict[str, Any]:
        """The fields of a questionnaire; one without dimensions gets one that bears its own id."""
        dimensions = [
            Dimension(p.id, p.title, p.text, p.scale, p.minimum, p.target, tuple(p.bands), p.location)
            for p in self.dimensions
        ]
        items = [item for part in self.dimensions for item in part.items]
        if not self.dimensions and self.root.items:
            dimensions = [Dimension(id, title, "", None, None, None, (), location)]
            items = [replace(i, section=id, dimension=i.dimension or id) for i in self.root.items]
        return {
            "introduction": self.root.text,
            "closing": "\n\n".join(self.closing),
            "dimensions": tuple(dimensions),
            "items": tuple(items),
            "bands": tuple(self.root.bands),
            "scenarios": tuple(
                Scenario(p.id, p.title, p.text, p.readiness, tuple(p.actions), p.location) for p in self.scenarios
            ),
            "styles": tuple(Outcome(p.id, p.title, p.text, p.x, p.y, p.location) for p in self.outcomes["style"]),
            "quadrants": tuple(Outcome(p.id, p.title, p.text, p.x, p.y, p.location) for p in self.outcomes["quadrant"]),
            **{name: tuple(bands) for name, bands in self.results.items()},
        }

    def _read(self) -> None:
        for index, block in enumerate(self.outline):
            if block.kind == "heading":
                self._heading(block, index)
            elif block.kind == "other" and (glued := _GLUED_HEADING.match(block.text)):
                self._glued(block, index, len(glued[1]))
            elif block.kind == "list" and self.mode == "results":
                self._read_results(block)
            elif block.kind == "list" and self.mode == "questions" and self._read_list(block):
                pass
            elif not _COMMENT.match(block.text) and not _RULE.match(block.text):
                self._prose(block)
        asked = self.dimensions or self.scenarios
        if asked and self.root.items:
            self.problems.append(outside_dimension(self.root.items[0]))

    def _read_list(self, block: Block) -> bool:
        """Take statements or actions from a list; `False` if it is prose."""
        if self.kind is Kind.SCENARIOS:
            if self.part is self.root or not holds_actions(block):
                return False
            for entry in block.items:
                action, problems = read_action(entry, self.uri)
                self.part.actions.append(action)
                self.problems += problems
            return True
        if not holds_items(block):
            return False
        for entry in block.items:
            if is_band(entry):
                self.problems.append(results_without_heading(Location(self.uri, entry.line)))
                break
            item, problems = read_item(entry, self.part.id, self.uri)
            self.part.items.append(item)
            self.problems += problems
        return True

    def _read_results(self, block: Block) -> None:
        for entry in block.items:
            if has_checkbox(entry):
                self.problems.append(statement_below_results(entry.text, Location(self.uri, entry.line)))
                return
            band, problems = read_band(entry, self.uri)
            self.bands += [band] if band else []
            self.problems += problems

    def _glued(self, block: Block, index: int, level: int) -> None:
        """A heading without the space that makes it one: told, and then taken for what it was meant to be."""
        first, *rest = block.text.split("\n")
        self.problems.append(glued_heading(first, Location(self.uri, block.line)))
        self._heading(Block("heading", block.line, block.line + 1, first[level:].strip(), level), index)
        if rest:
            self._prose(Block("other", block.line + 1, block.end, "\n".join(rest)))

    def _heading(self, block: Block, index: int) -> None:
        title, given = attributes.split(block.text)
        location = Location(self.uri, block.line)
        self.problems += [*check_attributes(given, location), *check_classes(given, location)]
        classes = classes_meant(given)
        outcome = next((name for name in _OUTCOMES if name in classes), None)
        if "assessment" in classes:  # nested, which `parsing` tells
            return
        if "results" in classes:
            self._results(block.level, given, location)
        elif block.level != self.level + 1 and given.ids and self._leads_to_items(index):
            self.problems.append(heading_level(title, given.ids[0], block.level, self.level + 1, location))
            self._question(title, given, location)
        elif block.level <= self.level:
            self.problems.append(second_title(title, block.level, self.level + 1, location))
        elif block.level > self.level + 1 and self._leads_to_bands(index):
            self.problems.append(results_without_heading(location))
            self._results(block.level, given, location)
        elif block.level > self.level + 1:
            self._prose(Block("other", block.line, block.end, f"{'#' * block.level} {block.text}", level=block.level))
        elif outcome:
            self._outcome(outcome, title, given, location)
        elif given.ids or self._leads_to_items(index):
            self._question(title, given, location)
        else:
            self.mode = "prose"
            self._closing_or_introduction(f"{'#' * block.level} {block.text}")

    def _leads_to_items(self, index: int) -> bool:
        for block in self.outline[index + 1 :]:
            if block.kind == "heading" and block.level <= self.level + 1:
                return False
            if block.kind == "heading" and "results" in classes_meant(attributes.split(block.text)[1]):
                return False
            if block.kind == "list" and any(has_checkbox(entry) for entry in block.items):
                return True
        return False

    def _leads_to_bands(self, index: int) -> bool:
        following = self.outline[index + 1] if index + 1 < len(self.outline) else None
        return bool(following and following.items and is_band(following.items[0]))

    def _results(self, level: int, given: Attributes, location: Location) -> None:
        scenarios = self.kind is Kind.SCENARIOS
        settings = Settings(given.values, ("of",) if scenarios else (), lambda _: location)
        if level <= self.level + 1:
            self.part = self.root
        self.bands, self.mode = self.part.bands, "results"
        if scenarios:
            of = settings.choice("of", tuple(self.results))
            self.bands = self.results[of] if of else []
            if not of and "of" not in given.values:
                self._report(
                    ProblemCode.WRONG_KIND,
                    location.line,
                    "Result texts of scenarios must say what they are of.",
                    "{.results}",
                    "{.results of=flexibility} or {.results of=effectiveness}",
                    "Add one of the two. Texts for a style stand under the heading of the style.",
                )
        self.problems += settings.problems

    def _outcome(self, name: str, title: str, given: Attributes, location: Location) -> None:
        if self.kind is not _OUTCOMES[name]:
            self._report(
                ProblemCode.WRONG_KIND,
                location.line,
                f"A heading with {{.{name}}} belongs to another kind of self-assessment.",
                f"{{.{name}}} on a page of the kind {self.kind.value}",
                f"{{.{name}}} where the settings say kind: {_OUTCOMES[name].value}",
                f"Add kind: {_OUTCOMES[name].value} to the settings, or remove {{.{name}}}.",
            )
        what = "style" if name == "style" else "square"
        id, problems = check_id(given, f'The {what} "{title}"', f"{{.{name} #instruct}}", location)
        settings = Settings(given.values, QUADRANT if name == "quadrant" else (), lambda _: location)
        x, y = (settings.choice(axis, ("low", "high")) if name == "quadrant" else None for axis in ("x", "y"))
        self.part = Part(id or f"{name}-{location.line}", title, location, x=x, y=y)
        self.outcomes[name].append(self.part)
        self.problems += [*problems, *settings.problems]
        self.mode = "outcome"

    def _question(self, title: str, given: Attributes, location: Location) -> None:
        scenarios = self.kind is Kind.SCENARIOS
        what = "situation" if scenarios else "dimension"
        id, problems = check_id(
            given, f'The {what} "{title}"', "{#friday-queue}" if scenarios else "{#trust}", location
        )
        settings = Settings(flags(given), SCENARIO if scenarios else DIMENSION, lambda _: location)
        part = Part(id or f"{what}-{location.line}", title, location)
        if scenarios:
            written = settings.choice("readiness", [f"r{n}" for n in range(1, 10)])
            part.readiness = int(written[1:]) if written else None
        else:
            if (scale := settings.text("scale")) is not None:
                part.scale, scale_problems = parse_scale(scale, location)
                problems += scale_problems
            part.minimum = settings.number("minimum", 1, 100)
            part.target = settings.number("target", 0, 100)
        self.problems += [*problems, *settings.problems]
        (self.scenarios if scenarios else self.dimensions).append(part)
        self.part, self.mode = part, "questions"

    def _prose(self, block: Block) -> None:
        lost = lost_statements(block) if block.kind == "other" and self.kind is not Kind.SCENARIOS else []
        if lost:
            for line, text in lost:
                message = "A line looks like a statement but can't be read as one."
                self.problems.append(no_box(message, text, Location(self.uri, line)))
            return
        if self.mode == "prose":
            self._closing_or_introduction(block.text)
        elif self.mode == "results":
            self._stray(
                block,
                "Text between result texts belongs to none of them.",
                "only lines such as - **0–40** Text",
                "Move it into a result text, or above the statements.",
            )
        elif self.part.items or self.part.actions:
            self._stray(
                block,
                "Text after the first statement would be torn from its place.",
                "only statements: - [ ] Statement. {#id}",
                "Move it above the first statement of its dimension.",
            )
        else:
            self.part.prose.append(block.text)

    def _closing_or_introduction(self, markdown: str) -> None:
        begun = self.dimensions or self.scenarios or self.root.items
        (self.closing if begun else self.root.prose).append(markdown)

    def _stray(self, block: Block, message: str, allowed: str, remedy: str) -> None:
        self._report(ProblemCode.STRAY_CONTENT, block.line, message, shorten(block.text), allowed, remedy)

    def _report(self, code: ProblemCode, line: int, message: str, found: str, allowed: str, remedy: str) -> None:
        self.problems.append(Problem(code, Location(self.uri, line), message, found, allowed, remedy))
