"""The inside of a self-assessment: introduction, dimensions, items and result texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ..model import Band, Dimension, Item, Scale
from ..problems import Location, Problem, ProblemCode
from . import attributes
from .blocks import Block, ListItem
from .scales import parse_scale
from .settings import DIMENSION, ITEM, Settings, check_attributes, check_id

_CHECKBOX = re.compile(r"^\[(?P<mark>[^\]\[]?)\](?:\s+|$)")
_LOOSE_CHECKBOX = re.compile(r"^\[\s*[xX]?\s*\]")
_RANGE = re.compile(r"^\*\*\s*(?P<range>[^*]*?)\s*\*\*\s*[:.]?\s*")
_NUMBERS = re.compile(r"(\d{1,4})\s*%?\s*(?:[–—‒−-]|\.\.+)\s*(\d{1,4})\s*%?")
_GLUED_HEADING = re.compile(r"^#{1,6}[^#\s]")
_COMMENT = re.compile(r"^\s*<!--.*-->\s*$", re.DOTALL)
_RULE = re.compile(r"^\s{0,3}(?:[-*_]\s*){3,}$")


@dataclass
class _Part:
    """A dimension in the making, or what stands before the first one."""

    id: str
    title: str
    location: Location
    scale: Scale | None = None
    prose: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    bands: list[Band] = field(default_factory=list)


@dataclass(frozen=True)
class Body:
    """What stands under the title of a self-assessment."""

    root: _Part
    dimensions: tuple[_Part, ...]
    closing: str
    problems: tuple[Problem, ...]

    @property
    def introduction(self) -> str:
        """Markdown before the first dimension or item."""
        return "\n\n".join(self.root.prose)

    def parts(self, id: str, title: str, location: Location) -> dict[str, Any]:
        """Dimensions, items and bands; a questionnaire without dimensions gets one that bears its own id."""
        made = [
            Dimension(p.id, p.title, "\n\n".join(p.prose), p.scale, tuple(p.bands), p.location) for p in self.dimensions
        ]
        items = [item for part in self.dimensions for item in part.items]
        if not self.dimensions and self.root.items:
            made = [Dimension(id, title, "", None, (), location)]
            items = [_in_dimension(item, id) for item in self.root.items]
        return {"dimensions": tuple(made), "items": tuple(items), "bands": tuple(self.root.bands)}


def _in_dimension(item: Item, id: str) -> Item:
    return Item(
        item.id,
        item.text,
        id,
        item.dimension or id,
        item.reverse,
        item.weight,
        item.not_relevant,
        item.location,
    )


def read_body(outline: Sequence[Block], lines: list[str], level: int, uri: str) -> Body:
    """Read the blocks under a title of the given heading level."""
    return _Reader(outline, level, uri).read()


class _Reader:
    """Walks the blocks once; `part` is where statements go, `mode` what is expected there."""

    def __init__(self, outline: Sequence[Block], level: int, uri: str) -> None:
        self.outline = outline
        self.level = level
        self.uri = uri
        self.problems: list[Problem] = []
        self.root = _Part("", "", Location(uri, 1))
        self.dimensions: list[_Part] = []
        self.closing: list[str] = []
        self.part = self.root
        self.mode = "questions"  # or "results", or "prose"

    def read(self) -> Body:
        for index, block in enumerate(self.outline):
            if block.kind == "heading":
                self._heading(block, index)
            elif block.kind == "list" and self.mode == "results":
                for entry in block.items:
                    self._band(entry)
            elif block.kind == "list" and self.mode == "questions" and _holds_items(block):
                for entry in block.items:
                    self._item(entry)
            elif not _COMMENT.match(block.text) and not _RULE.match(block.text):
                self._prose(block)
        if self.dimensions and self.root.items:
            self._report(
                ProblemCode.OUTSIDE_DIMENSION,
                self.root.items[0].location.line,
                "A statement stands before the first dimension.",
                self.root.items[0].text,
                "statements under a dimension's heading, or no dimensions at all",
                "Move it below the heading of the dimension that it belongs to.",
            )
        return Body(self.root, tuple(self.dimensions), "\n\n".join(self.closing), tuple(self.problems))

    def _heading(self, block: Block, index: int) -> None:
        title, given = attributes.split(block.text)
        location = Location(self.uri, block.line)
        self.problems += check_attributes(given, location)
        if "assessment" in given.classes:  # nested, which `parsing` tells
            return
        if "results" in given.classes:
            if block.level <= self.level + 1:
                self.part = self.root
            self.mode = "results"
            self.problems += Settings(given.values, (), lambda _: location).problems
        elif block.level <= self.level:
            self._report(
                ProblemCode.STRAY_CONTENT,
                block.line,
                "A second title stands on the page of a self-assessment.",
                f"{'#' * block.level} {title}",
                f"headings of level {self.level + 1} for dimensions, below one title",
                f"Write {'#' * (self.level + 1)} before the heading instead.",
            )
        elif block.level == self.level + 1 and (given.ids or self._leads_to_items(index)):
            self._dimension(title, given, location)
        elif block.level == self.level + 1:
            self.mode = "prose"
            self._closing_or_introduction(f"{'#' * block.level} {block.text}")
        else:
            self._prose(Block("other", block.line, block.end, f"{'#' * block.level} {block.text}", level=block.level))

    def _leads_to_items(self, index: int) -> bool:
        for block in self.outline[index + 1 :]:
            if block.kind == "heading" and block.level <= self.level + 1:
                return False
            if block.kind == "heading" and "results" in attributes.split(block.text)[1].classes:
                return False
            if block.kind == "list" and any(_LOOSE_CHECKBOX.match(entry.text) for entry in block.items):
                return True
        return False

    def _dimension(self, title: str, given: attributes.Attributes, location: Location) -> None:
        id, problems = check_id(given, f'The dimension "{title}"', "{#trust}", location)
        settings = Settings(given.values, DIMENSION, lambda _: location)
        scale = None
        if (written := settings.text("scale")) is not None:
            scale, scale_problems = parse_scale(written, location)
            problems += scale_problems
        self.problems += problems + settings.problems
        self.part = _Part(id or f"dimension-{location.line}", title, location, scale)
        self.dimensions.append(self.part)
        self.mode = "questions"

    def _item(self, entry: ListItem) -> None:
        text, given = attributes.split(entry.text)
        location = Location(self.uri, entry.line)
        self.problems += check_attributes(given, location)
        box = _CHECKBOX.match(text)
        if box and box["mark"] in "xX" and box["mark"]:
            self._report(
                ProblemCode.TICKED,
                entry.line,
                "A statement is ticked, which other tools and readers take for the right answer.",
                f"- [{box['mark']}]",
                "- [ ] with a space between the brackets",
                "Replace the x with a space. If the statement counts the other way round, add reverse to its braces.",
            )
        elif not box or box["mark"] != " ":
            self._report(
                ProblemCode.CHECKBOX,
                entry.line,
                "A line in a list of statements has no empty box.",
                f"- {entry.text}"[:80],
                "- [ ] Statement. {#id}",
                'Write "- [ ] " with one space between the brackets and one after them.',
            )
        loose = _LOOSE_CHECKBOX.match(text)
        text = text[(box or loose).end() :].strip() if (box or loose) else text  # type: ignore[union-attr]
        if not text:
            self._report(
                ProblemCode.EMPTY_STATEMENT,
                entry.line,
                "A statement has no words.",
                entry.text,
                "- [ ] Statement. {#id}",
                "Write the statement, or remove the line.",
            )
        if entry.nested is not None:
            self._report(
                ProblemCode.STRAY_CONTENT,
                entry.nested,
                "A statement has more than one paragraph.",
                "a paragraph or list inside a statement",
                "one statement of one paragraph",
                "Move the explanation to the text above the list, or remove the indentation.",
            )
        settings = Settings(given.values, ITEM, lambda _: location)
        example = f"{{#{self.part.id}-…}}" if self.part.id else "{#say-it-aloud}"
        id, problems = check_id(given, f'The statement "{_shorten(text)}"', example, location)
        item = Item(
            id=id or f"statement-{entry.line}",
            text=text,
            section=self.part.id,
            dimension=settings.text("dimension") or self.part.id,
            reverse=bool(settings.flag("reverse")),
            weight=settings.number("weight", 1, 10),
            not_relevant=settings.flag("not-relevant"),
            location=location,
        )
        self.problems += problems + settings.problems
        self.part.items.append(item)

    def _band(self, entry: ListItem) -> None:
        match = _RANGE.match(entry.markdown)
        numbers = _NUMBERS.fullmatch(match["range"]) if match else None
        low, high = (int(n) for n in numbers.groups()) if numbers else (0, 0)
        if not match or not 0 <= low < high <= 100:
            self._report(
                ProblemCode.BAD_RANGE,
                entry.line,
                "A result text doesn't begin with a range of scores.",
                _shorten(match["range"] if match else entry.markdown) or "nothing",
                "**0–40** : two whole numbers from 0 to 100 in bold, the lower one first",
                'Begin the line with the range in bold, such as "- **0–40** Begin with …".',
            )
            return
        text = entry.markdown[match.end() :].strip()
        if not text:
            self._report(
                ProblemCode.EMPTY_STATEMENT,
                entry.line,
                "A result text has no words.",
                entry.markdown,
                "- **0–40** Text.",
                "Write what the score means and what to do, or remove the line.",
            )
        self.part.bands.append(Band(low, high, text, Location(self.uri, entry.line)))

    def _prose(self, block: Block) -> None:
        if _GLUED_HEADING.match(block.text):
            first = block.text.split("\n", 1)[0]
            self._report(
                ProblemCode.HEADING_SPACE,
                block.line,
                "A heading has no space after its # signs.",
                first,
                "one space between the # signs and the words",
                f'Write "{re.sub(r"^#+", lambda signs: signs.group() + " ", first)}".',
            )
        if self.mode == "prose":
            self._closing_or_introduction(block.text)
        elif self.mode == "results":
            self._stray(
                block,
                "Text between result texts belongs to none of them.",
                "Move it into a result text, or above the statements.",
            )
        elif self.part.items:
            self._stray(
                block,
                "Text after the first statement would be torn from its place.",
                "Move it above the first statement of its dimension.",
            )
        else:
            self.part.prose.append(block.text)

    def _closing_or_introduction(self, markdown: str) -> None:
        (self.closing if self.dimensions or self.root.items else self.root.prose).append(markdown)

    def _stray(self, block: Block, message: str, remedy: str) -> None:
        allowed = (
            "only lines such as - **0–40** Text"
            if self.mode == "results"
            else "only statements: - [ ] Statement. {#id}"
        )
        self._report(ProblemCode.STRAY_CONTENT, block.line, message, _shorten(block.text), allowed, remedy)

    def _report(self, code: ProblemCode, line: int, message: str, found: str, allowed: str, remedy: str) -> None:
        self.problems.append(Problem(code, Location(self.uri, line), message, found or "white space", allowed, remedy))


def _holds_items(block: Block) -> bool:
    return any(_LOOSE_CHECKBOX.match(entry.text) or attributes.split(entry.text)[1].ids for entry in block.items)


def _shorten(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59] + "…"
