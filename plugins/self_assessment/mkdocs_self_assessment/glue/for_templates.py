"""What templates of a site get of its self-assessments."""

from __future__ import annotations

from mkdocs.structure.pages import Page

from mkdocs_foundation.values import dataclass

from ..model import Questionnaire


@dataclass(frozen=True)
class TemplateAssessment:
    """A self-assessment as templates of a site get it, in `self_assessments` by its id."""

    title: str
    """Plain title."""
    url: str
    """Address of its page, from the site's root."""
    content: Questionnaire
    """See `questionnaire`."""
    page: Page | None
    """Its page."""

    @property
    def questionnaire(self) -> Questionnaire:
        """Its content in the current locale, else in the source language.

        Whoever reads it shows what its page is made of: `incremental` notices that the text of the page is read.
        """
        getattr(self.page, "content", None)
        return self.content
