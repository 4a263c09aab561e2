"""What a kind of questionnaire is: all that a folder in `kinds/` provides to the shared packages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_foundation.values import dataclass

from .model import Questionnaire
from .presenting.pieces import Pieces
from .presenting.questions import statement_checklist, statement_sections
from .presenting.views import ItemView, SectionView
from .problem_codes import ProblemCode
from .reading import attributes
from .reading.blocks import Block
from .reading.body import Body
from .reading.definitions import INCLUDE
from .saying import say

Q = TypeVar("Q", bound=Questionnaire)


def none_of_its_own(*_: Any) -> tuple[Any, ...]:
    """Default of a hook: no value."""
    return ()


def no_statements(q: Questionnaire) -> Problem:
    """A questionnaire without statements."""
    texts = "\n".join([q.introduction, q.closing, *(d.introduction for d in q.dimensions)])
    if INCLUDE.search(texts):
        return Problem(
            ProblemCode.NO_STATEMENTS,
            q.location,
            say('The self-assessment "{id}" has no statements in its file.', id=q.id),
            say("a snippet or include, and no line that begins with - [ ]"),
            say("every statement in the file of its self-assessment: - [ ] Statement. {#id}"),
            say("Write the statements into this file: those that a snippet or include brings are not read."),
        )
    return Problem(
        ProblemCode.NO_STATEMENTS,
        q.location,
        say('The self-assessment "{id}" has no statements.', id=q.id),
        say("no line that begins with - [ ]"),
        say("at least one statement: - [ ] Statement. {#id}"),
        say("Write the statements, or remove the assessment setting."),
    )


@dataclass(frozen=True)
class QuestionnaireKind(Generic[Q]):
    """One kind of questionnaire."""

    name: str
    """Name in settings and scripts, such as "two-factor"."""
    folder: Path
    """Folder of the kind, with `templates`, `assets` and `locales`."""
    model: type[Q]
    """Class of its questionnaires."""
    body: type[Body]
    """Class that reads its Markdown."""
    nothing_asked: Callable[[Q], Problem] = no_statements
    """Returns the problem of a questionnaire without questions."""
    check: Callable[[Q], Iterable[Problem]] = none_of_its_own
    """Checks a questionnaire of the source language."""
    compare: Callable[[Q, Q, str], Iterable[Problem]] = none_of_its_own
    """Compares a translation with its source beyond the marks of fields; the text is the docs folder's name."""
    compose: Callable[[Q], Iterable[str]] = none_of_its_own
    """Returns the Markdown that only this kind has, each piece after its marker."""
    checklist: Callable[[Q], Iterable[str]] = statement_checklist
    """Returns the Markdown of the readable questions, for the article that contains the section."""
    sections: Callable[[Q, Pieces, Catalogue], tuple[SectionView, ...]] = statement_sections
    """Returns the sections of the form."""
    view: Callable[[Q, Pieces, tuple[SectionView, ...]], Any] = none_of_its_own
    """Returns the data of its own templates, `a.own`."""
    sums: Callable[[tuple[SectionView, ...], Catalogue], Iterable[tuple[str, tuple[ItemView, ...]]]] = none_of_its_own
    """Returns what only this kind adds up by hand: the title of each figure, and the items whose points it is."""
    data: Callable[[Q], Mapping[str, Any]] = lambda _: {}
    """Returns the data for scripts beyond the marks of fields."""
    types: tuple[tuple[str, type], ...] = ()
    """Types for scripts by name, each generated from a dataclass; several of one name are merged."""
    settings: tuple[str, ...] = ()
    """Settings that only this kind has."""
    classes: tuple[str, ...] = ()
    """Classes of headings that only this kind has; a page without `kind:` is recognized by them."""
    flags: tuple[str, ...] = ()
    """Flags of headings that only this kind has."""
    recognize: Callable[[Sequence[Block]], bool] = lambda _: False
    """Whether a page without `kind:` and without such headings is of this kind."""
    builds_on: QuestionnaireKind[Any] | None = None
    """Kind whose templates and scripts are used where this kind has none."""
    count: str = "page.statements"
    """Catalogue key of the text for the number of questions."""
    needs_results: bool = True
    """Whether result texts are required."""
    has_whole: bool = True
    """Whether all answers add up to one score."""
    high_is_good: bool = False
    """Whether a high result is the good one whatever is asked, so that no author says which end is."""
    draws_radar: bool = False
    """Whether the scores of several dimensions are drawn as one shape."""
    compares_people: bool = True
    """Whether a result may be compared with another person's."""

    def folders(self, name: str) -> list[Path]:
        """The kind's folders of this name, its own before those of its base."""
        above = self.builds_on.folders(name) if self.builds_on else []
        return [self.folder / name, *above]

    def has(self, outline: Sequence[Block]) -> bool:
        """Whether a page whose settings don't name a kind is of this one."""
        headings = (block for block in outline if block.kind == "heading")
        named = {name for block in headings for name in attributes.split(block.text)[1].classes}
        return not named.isdisjoint(self.classes) or self.recognize(outline)
