"""The inside of a self-assessment: its headings, and the content under each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from mkdocs_foundation.reports.message import Message
from mkdocs_foundation.reports.problems import Location, Problem

from ..conditions.texts import ConditionalText, is_conditional, read_conditional
from ..elements import Band
from ..problem_codes import ProblemCode
from . import attributes
from .answer_lists import OF_STATEMENTS, answers_of, asked, is_question, nested, options
from .assembling import begin, make_dimension, members
from .attributes import Attributes
from .blocks import Block, ListItem
from .likely_mistakes import (
    after_statements,
    below_passage,
    between_results,
    heading_level,
    mixed,
    no_conditions,
    results_without_heading,
    second_title,
    statement_below_results,
    with_headings,
    wrong_kind,
)
from .passages import read_passage
from .results import gathered, is_result_text, read_band
from .section import Section
from .settings import PASSAGES, Settings, Vocabulary, check_attributes, check_classes, classes_meant
from .statements import has_checkbox, holds_items, read_item
from .unread_lines import UnreadLines, bullets, misread_results, misread_statements, swallowed


class Body:
    """Walks the blocks under a title once; a kind overrides the methods that differ.

    `section` is where things go, `mode` what is expected there: "questions", "results", "outcome" or "prose"; below a
    passage, which is read at its heading, it is "passage".
    """

    kind: ClassVar[str] = "statements"
    """Name of the kind that is read."""
    groups_items: ClassVar[bool] = True
    """Whether sub-headings may group questions."""
    result_flags: ClassVar[tuple[str, ...]] = ()
    """Flags of a heading with {.results}."""

    def __init__(self, outline: Sequence[Block], level: int, uri: str, vocabulary: Vocabulary) -> None:
        """Read the blocks under a title of the given heading level."""
        self.level = level
        self.uri = uri
        self.vocabulary = vocabulary
        self.outline, glued = with_headings(outline, uri)
        self.problems: list[Problem] = [*glued]
        self.unread = UnreadLines()
        self.root = Section("", "", Location(uri, 1))
        self.dimensions: list[Section] = []
        self.closing: list[str] = []
        self.section = self.root
        self.bands = self.root.bands
        self.mode = "questions"
        self._read()
        self.problems += self.unread.problems(uri)

    def fields(self, id: str, title: str, location: Location) -> dict[str, Any]:
        """The fields of a questionnaire; one without dimensions gets one that has its own id."""
        return {
            "introduction": self.root.text,
            "closing": "\n\n".join(self.closing),
            "bands": tuple(self.root.bands),
            "conditional": tuple(self.root.conditional),
            "first_step": self.root.passages.get("first-step"),
            "questions": self.root.passages.get("questions"),
            **members(id, title, location, self.root, self.dimensions),
        }

    # What a kind may override

    def settings(self, settings: Settings) -> dict[str, Any]:
        """The fields of the questionnaire that only this kind's settings give."""
        return {}

    @property
    def sections(self) -> Sequence[Section]:
        """The dimensions, or the kind's own sections with questions, in the order of the page."""
        return self.dimensions

    def read_list(self, block: Block) -> bool:
        """Take questions from a list; `False` if it is prose."""
        if block.kind != "list" or not holds_items(block):
            return False
        question = asked(block, self.section)
        if question:
            make_dimension(self.section)
            self._add([options(question, answers_of(block), Location(self.uri, block.line))])
        for entry in block.items:
            if is_result_text(entry):
                self.problems.append(results_without_heading(Location(self.uri, entry.line)))
                break
            item, problems = read_item(entry, self.section, self.uri, self.vocabulary)
            if entry.nested is not None and (inside := nested(entry, Location(self.uri, entry.nested))):
                problems.append(inside)
            self.section.items.append(item)
            self._add(p for p in problems if not (question and p.code in OF_STATEMENTS))
        return True

    def begin_section(self, title: str, given: Attributes, location: Location) -> None:
        """Begin a section at a heading below which questions are expected."""
        section, problems = begin(title, given, location, self.dimensions, self.vocabulary)
        self.problems += problems
        self.dimensions.append(section)
        self.section = section

    def begin_outcome(self, name: str, title: str, given: Attributes, location: Location) -> None:
        """Begin an outcome at a heading with one of the kind's own classes; its text is shown with the result."""

    def results_of(self, settings: Settings, given: Attributes, location: Location) -> list[Band]:
        """Begin result texts at a heading."""
        return self.section.bands

    def conditional_results(self) -> list[ConditionalText] | None:
        """The list that conditional result texts are added to; `None` where a text can't have a condition."""
        return self.section.conditional if self.bands is self.section.bands else None

    def read_result(self, entry: ListItem) -> tuple[Band | None, list[Problem]]:
        """The result text in a list item; `None` where its range can't be read."""
        return read_band(entry, self.uri)

    def is_question(self, block: Block) -> bool:
        """Whether a block is certainly a list of questions, whatever is above it."""
        return block.kind == "list" and any(has_checkbox(entry) for entry in block.items)

    def is_result(self, entry: ListItem) -> bool:
        """Whether a list item begins like a result text."""
        return is_result_text(entry)

    def misread_questions(self, block: Block) -> list[tuple[int, str]]:
        """Line and text of each line in prose that looks like a question."""
        return misread_statements(block)

    # The walk

    def _read(self) -> None:
        for index, block in enumerate(self.outline):
            if block.kind == "heading":
                self._heading(block, index)
            elif block.kind == "list" and self.mode == "results":
                self._read_results(block)
                self.unread.add_results(self.section.location.line, swallowed(block, results=True))
            elif block.items and self.mode == "questions" and self.read_list(block):
                if block.kind == "list":
                    self.unread.add_statements(self.section.location.line, swallowed(block, results=False))
            elif self.mode != "passage" and not block.is_empty:
                self._prose(block)

    def _read_results(self, block: Block) -> None:
        before = len(self.problems)
        self._read_texts(block)
        self.problems[before:] = gathered(self.problems[before:], len(block.items))

    def _read_texts(self, block: Block) -> None:
        for entry in block.items:
            if has_checkbox(entry):
                self.problems.append(statement_below_results(entry.text, Location(self.uri, entry.line)))
                return
            location = Location(self.uri, entry.line)
            conditional = self.conditional_results()
            if is_conditional(entry.markdown):
                if conditional is None:
                    self.problems.append(no_conditions(entry.markdown, location))
                    return
                text, problems = read_conditional(entry.markdown, location)
                conditional += [text] if text else []
            else:
                band, problems = self.read_result(entry)
                self.bands += [band] if band else []
            self.problems += problems
            if self.bands and conditional:
                self.problems.append(mixed(entry.markdown, location))
                return

    def _heading(self, block: Block, index: int) -> None:
        title, given = attributes.split(block.text)
        location = Location(self.uri, block.line)
        self.problems += [*check_attributes(given, location), *check_classes(given, location, self.vocabulary)]
        classes = classes_meant(given, self.vocabulary)
        passage = next((name for name in PASSAGES if name in classes), None)
        outcome = next((name for name, kind in self.vocabulary.classes.items() if kind and name in classes), None)
        if "assessment" in classes:  # nested, which `parsing` reports
            return
        if "results" in classes:
            self._begin_results(block.level, given, location)
        elif passage:
            self._passage(passage, title, block.level, location, index)
        elif block.level != self.level + 1 and given.ids and self._leads_to_items(index):
            self.problems.append(heading_level(title, given.ids[0], block.level, self.level + 1, location))
            self._begin_section(title, given, location)
        elif block.level <= self.level:
            self.problems.append(second_title(title, block.level, self.level + 1, location))
        elif not outcome and (block.level > self.level + 1 or not given.ids) and self._leads_to_bands(index):
            self.problems.append(results_without_heading(location))
            self._begin_results(block.level, given, location)
        elif block.level > self.level + 1:
            self._sub_heading(f"{'#' * block.level} {block.text}", block, index)
        elif outcome:
            self._begin_outcome(outcome, title, given, location)
        elif given.ids or self._leads_to_items(index):
            self._begin_section(title, given, location)
        else:
            self.mode = "prose"
            self._closing_or_introduction(f"{'#' * block.level} {block.text}")

    def _passage(self, name: str, title: str, level: int, location: Location, index: int) -> None:
        """Read a text with a heading of its own, which ends at the next heading."""
        if level <= self.level + 1:
            self.section = self.root
        self.problems += read_passage(name, self.section, title, self.outline[index + 1 :], location)
        self.mode = "passage"

    def _sub_heading(self, text: str, block: Block, index: int) -> None:
        if self.groups_items and self.mode == "questions" and self._leads_to_items(index):
            self.section.lead.append(text)
        else:
            self._prose(Block("other", block.line, block.end, text, level=block.level))

    def _leads_to_items(self, index: int) -> bool:
        for block in self.outline[index + 1 :]:
            if block.kind == "heading" and block.level <= self.level + 1:
                return False
            if block.kind == "heading":
                classes = classes_meant(attributes.split(block.text)[1], self.vocabulary)
                if "results" in classes:
                    return False
            if self.is_question(block):
                return True
        return False

    def _leads_to_bands(self, index: int) -> bool:
        following = self.outline[index + 1] if index + 1 < len(self.outline) else None
        return bool(following and following.items and self.is_result(following.items[0]))

    def _begin_section(self, title: str, given: Attributes, location: Location) -> None:
        self.begin_section(title, given, location)
        self.mode = "questions"

    def _begin_results(self, level: int, given: Attributes, location: Location) -> None:
        settings = Settings(given.values, self.result_flags, lambda _: location)
        if level <= self.level + 1:
            self.section = self.root
        self.bands, self.mode = self.results_of(settings, given, location), "results"
        self.problems += settings.problems

    def _begin_outcome(self, name: str, title: str, given: Attributes, location: Location) -> None:
        owner = self.vocabulary.classes[name]
        if owner == self.kind:
            self.begin_outcome(name, title, given, location)
        else:
            self.problems.append(wrong_kind(name, owner, self.kind, location))
            self.section = Section(name, title, location)
        self.mode = "outcome"

    def _prose(self, block: Block) -> None:
        heading = self.section.location.line
        misread = self.misread_questions(block) if block.kind in ("other", "table") else []
        if block.kind == "other" and self.mode == "questions" and self.section.has_questions:
            misread = misread or bullets(block)
        if self.unread.add_statements(heading, misread):
            return
        if self.mode == "results" and self.unread.add_results(heading, misread_results(block)):
            return
        if self.mode == "passage":
            self.problems.append(below_passage(block.text, Location(self.uri, block.line)))
        elif self.mode == "prose":
            self._closing_or_introduction(block.text)
        elif self.section.lead:
            self.section.lead.append(block.text)
        elif self.mode == "results":
            self.problems.append(between_results(block.text, Location(self.uri, block.line)))
        elif self._has_options and is_question(block.text):
            self.section.prose.append(block.text)
        elif self.section.has_questions:
            self.problems.append(after_statements(block.text, Location(self.uri, block.line)))
        else:
            self.section.prose.append(block.text)

    def _closing_or_introduction(self, markdown: str) -> None:
        begun = self.sections or self.root.items
        (self.closing if begun else self.root.prose).append(markdown)

    def _add(self, problems: Iterable[Problem]) -> None:
        """Report problems, of answers in a list only the first: all questions of a page are written alike."""
        for problem in problems:
            if problem.code is not ProblemCode.OPTIONS or not self._has_options:
                self.problems.append(problem)

    @property
    def _has_options(self) -> bool:
        return any(problem.code is ProblemCode.OPTIONS for problem in self.problems)

    def report(
        self, code: ProblemCode, line: int, message: Message, found: Message, allowed: Message, remedy: Message
    ) -> None:
        """Report a problem in a line of this file."""
        self.problems.append(Problem(code, Location(self.uri, line), message, found, allowed, remedy))
