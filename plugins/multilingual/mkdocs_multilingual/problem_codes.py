"""Every kind of problem that a site of several languages can have."""

from __future__ import annotations

from mkdocs_foundation.problems import Code, Severity


class ProblemCode(Code):
    """The catalogue in `docs/problems.md` explains each with an example."""

    TRANSLATION_RECORD = "translation-record"
    FIGURE_DRAWING = "figure-drawing"
    FIGURE_WORDS = "figure-words"
    GLOSSARY_TERM = "glossary-term"
    # addresses
    BAD_SLUG = "bad-slug"
    SLUG_TAKEN = "slug-taken"
    FORMER_SLUG_TAKEN = "former-slug-taken"
    # topics
    UNKNOWN_TOPIC = "unknown-topic"
    TAG_SPELLING = "tag-spelling"
    # blog
    BLOG_INDEX = "blog-index"
    BLOG_FILE = "blog-file"
    POST_PLACE = "post-place"
    POST_DATE = "post-date"
    POST_TITLE = "post-title"
    POST_SETTING = "post-setting"
    POST_EXCERPT = "post-excerpt"
    POST_ADDRESS = "post-address"
    POST_LINK = "post-link"
    UNKNOWN_AUTHOR = "unknown-author"
    UNKNOWN_CATEGORY = "unknown-category"
    CATEGORY_SPELLING = "category-spelling"
    CATEGORY_COUNTERPART = "category-counterpart"

    @property
    def severity(self) -> Severity:
        """A warning leaves every reader with a right page."""
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset({ProblemCode.TAG_SPELLING})
