"""What a kind of questionnaire is: everything that one folder in `kinds/` gives to the rooms that all kinds share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from mkdocs_foundation.catalogue import Catalogue
from mkdocs_foundation.problems import Problem

from .model import Questionnaire
from .presenting.pieces import Pieces
from .presenting.questions import statement_checklist, statement_sections
from .presenting.views import SectionView
from .problem_codes import ProblemCode
from .reading import attributes
from .reading.blocks import Block
from .reading.body import Body

Q = TypeVar("Q", bound=Questionnaire)


def nothing(*_: Any) -> tuple[Any, ...]:
    """What a kind gives that has nothing of its own."""
    return ()


def no_statements(q: Questionnaire) -> Problem:
    """A questionnaire without statements."""
    return Problem(
        ProblemCode.NO_STATEMENTS,
        q.location,
        f'The self-assessment "{q.id}" has no statements.',
        "no line that begins with - [ ]",
        "at least one statement: - [ ] Statement. {#id}",
        "Write the statements, or remove the assessment setting.",
    )


@dataclass(frozen=True)
class QuestionnaireKind(Generic[Q]):
    """One kind of questionnaire."""

    name: str
    """As authors and scripts write it, such as "two-factor"."""
    folder: Path
    """Its folder, with `templates`, `assets` and `locales`."""
    model: type[Q]
    """What it is read into."""
    body: type[Body]
    """How its Markdown is read."""
    nothing_asked: Callable[[Q], Problem] = no_statements
    """What is wrong with a questionnaire that asks nothing."""
    check: Callable[[Q], Iterable[Problem]] = nothing
    """What must hold in the source language."""
    compare: Callable[[Q, Q, str], Iterable[Problem]] = nothing
    """What must be the same in a translation and doesn't follow from marks; the text is the docs folder's name."""
    compose: Callable[[Q], Iterable[str]] = nothing
    """The Markdown of what only it has, each piece behind its marker."""
    checklist: Callable[[Q], Iterable[str]] = statement_checklist
    """The Markdown of the readable questions, for the article that one is a section of."""
    sections: Callable[[Q, Pieces, Catalogue], tuple[SectionView, ...]] = statement_sections
    """What is asked, as the form shows it."""
    view: Callable[[Q, Pieces, tuple[SectionView, ...]], Any] = nothing
    """What only its templates see, as `a.own`."""
    data: Callable[[Q], Mapping[str, Any]] = lambda _: {}
    """What scripts get of it that doesn't follow from marks."""
    types: tuple[tuple[str, type], ...] = ()
    """Types of scripts by name, each made of a dataclass; several of one name are one type."""
    settings: tuple[str, ...] = ()
    """Settings that only it has."""
    classes: tuple[str, ...] = ()
    """Classes of headings that only it has; a page without `kind:` is known by them."""
    flags: tuple[str, ...] = ()
    """Flags of headings that only it has."""
    recognize: Callable[[Sequence[Block]], bool] = lambda _: False
    """Whether a page without `kind:` and without such headings is of this kind."""
    builds_on: QuestionnaireKind[Any] | None = None
    """Gives the templates and scripts that it has none of its own of."""
    count: str = "page.statements"
    """Key of the words for how many questions there are."""
    needs_results: bool = True
    """Whether it lacks something without result texts."""
    has_whole: bool = True
    """Whether all answers add up to one score."""
    draws_radar: bool = False
    """Whether the scores of several dimensions are drawn as one shape."""
    compares_people: bool = True
    """Whether a result may be beside another person's."""

    def folders(self, name: str) -> list[Path]:
        """Its folders of this name, the nearest first."""
        above = self.builds_on.folders(name) if self.builds_on else []
        return [self.folder / name, *above]

    def has(self, outline: Sequence[Block]) -> bool:
        """Whether a page whose settings don't name a kind is of this one."""
        headings = (block for block in outline if block.kind == "heading")
        named = {name for block in headings for name in attributes.split(block.text)[1].classes}
        return not named.isdisjoint(self.classes) or self.recognize(outline)
