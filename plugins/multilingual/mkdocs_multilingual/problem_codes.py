"""Every kind of problem that a site of several languages can have."""

from __future__ import annotations

from mkdocs_foundation.reports.problems import Code, Severity


class ProblemCode(Code):
    """The catalogue in `docs/problems.md` explains each with an example."""

    TRANSLATION_RECORD = "translation-record"
    UNTRANSLATED_COPY = "untranslated-copy"
    FIGURE_DRAWING = "figure-drawing"
    FIGURE_WORDS = "figure-words"
    FIGURE_FALLBACK = "figure-fallback"
    FIGURE_FIT = "figure-fit"
    GLOSSARY_TERM = "glossary-term"
    # addresses
    BAD_SLUG = "bad-slug"
    SLUG_FORM = "slug-form"
    SLUG_TAKEN = "slug-taken"
    FORMER_SLUG_TAKEN = "former-slug-taken"
    # topics
    UNKNOWN_TOPIC = "unknown-topic"
    TAG_SPELLING = "tag-spelling"
    SIMILAR_TAG = "similar-tag"
    # blog
    BLOG_INDEX = "blog-index"
    BLOG_FILE = "blog-file"
    POST_PLACE = "post-place"
    POST_DATE = "post-date"
    POST_TITLE = "post-title"
    POST_SETTING = "post-setting"
    POST_DATES = "post-dates"
    POST_EXCERPT = "post-excerpt"
    POST_ADDRESS = "post-address"
    POST_LINK = "post-link"
    UNKNOWN_AUTHOR = "unknown-author"
    UNKNOWN_CATEGORY = "unknown-category"
    CATEGORY_SPELLING = "category-spelling"
    CATEGORY_COUNTERPART = "category-counterpart"
    # texts
    SETTING_NAME = "setting-name"
    PAGE_LANGUAGE = "page-language"
    EMPTY_PAGE = "empty-page"
    UNWRITTEN = "unwritten"
    MISREAD_LINE = "misread-line"
    HEADING_ORDER = "heading-order"
    HEADING_ID = "heading-id"
    BOX_BODY = "box-body"
    BOX_KIND = "box-kind"
    UNCLOSED = "unclosed"
    UNCLOSED_CODE = "unclosed-code"
    TEXT_LANGUAGE = "text-language"
    RAW_MARKUP = "raw-markup"
    LINK_TARGET = "link-target"
    LINK_ANCHOR = "link-anchor"
    MISSING_PAGE = "missing-page"
    OWN_ADDRESS = "own-address"
    FILE_NAME = "file-name"
    LARGE_PICTURE = "large-picture"
    SILENCE = "silence"
    READING_LEVEL = "reading-level"
    TERM_SPELLING = "term-spelling"
    # editorial rules
    MISSING_SETTING = "missing-setting"
    PAGE_DATE = "page-date"
    DESCRIPTION_LENGTH = "description-length"
    TAG_COUNT = "tag-count"
    TEXT_LENGTH = "text-length"
    MISSING_PART = "missing-part"
    LINK_COUNT = "link-count"
    IMAGE_TEXT = "image-text"
    EXCLAMATION_MARK = "exclamation-mark"
    QUOTATION_MARK = "quotation-mark"
    NUMBER_SIGN = "number-sign"
    UNLINKED_PAGE = "unlinked-page"
    TITLE_TWICE = "title-twice"
    REPEATED_PASSAGE = "repeated-passage"

    @property
    def severity(self) -> Severity:
        """The severity: with a warning every reader still gets a correct page; advice is on style."""
        if self in _ADVICE | _STRICT:
            return Severity.ADVICE
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR

    @property
    def elsewhere(self) -> Severity | None:
        """A foreign site is told what this plugin would publish wrong, and which of its settings have no effect."""
        return None if self in _STRICT else _ELSEWHERE.get(self, self.severity)


_ELSEWHERE: dict[ProblemCode, Severity | None] = {
    # Without an effect, and MkDocs publishes the page as it would without the plugin.
    ProblemCode.BAD_SLUG: Severity.ADVICE,
    ProblemCode.UNKNOWN_TOPIC: Severity.ADVICE,
    ProblemCode.GLOSSARY_TERM: Severity.ADVICE,
    ProblemCode.POST_PLACE: Severity.ADVICE,
    # As Material's blog has it.
    ProblemCode.POST_LINK: Severity.WARNING,
    # Good to know for a site that wants it.
    ProblemCode.TRANSLATION_RECORD: None,
    ProblemCode.UNTRANSLATED_COPY: None,
    ProblemCode.SILENCE: None,
    ProblemCode.LINK_TARGET: None,
    ProblemCode.LINK_ANCHOR: None,
    ProblemCode.MISSING_PAGE: None,  # MkDocs says so, as the site has set `validation`
    ProblemCode.SLUG_FORM: None,
    ProblemCode.TAG_SPELLING: None,
    ProblemCode.POST_DATES: None,
    ProblemCode.POST_TITLE: None,
    ProblemCode.POST_EXCERPT: None,
    ProblemCode.CATEGORY_SPELLING: None,
}
_STRICT = frozenset(
    {
        ProblemCode.SETTING_NAME,
        ProblemCode.PAGE_LANGUAGE,
        ProblemCode.EMPTY_PAGE,
        ProblemCode.UNWRITTEN,
        ProblemCode.MISREAD_LINE,
        ProblemCode.HEADING_ORDER,
        ProblemCode.HEADING_ID,
        ProblemCode.BOX_BODY,
        ProblemCode.BOX_KIND,
        ProblemCode.UNCLOSED,
        ProblemCode.UNCLOSED_CODE,
        ProblemCode.TEXT_LANGUAGE,
        ProblemCode.RAW_MARKUP,
        ProblemCode.OWN_ADDRESS,
        ProblemCode.FILE_NAME,
        ProblemCode.LARGE_PICTURE,
        ProblemCode.READING_LEVEL,
        ProblemCode.TERM_SPELLING,
    }
)
"""Advice on any text, for a site that asks for it."""
_WARNINGS = frozenset(
    {
        ProblemCode.SIMILAR_TAG,
        ProblemCode.LINK_ANCHOR,
        ProblemCode.MISSING_SETTING,
        ProblemCode.PAGE_DATE,
        ProblemCode.SILENCE,
    }
)
_ADVICE = frozenset(
    {
        ProblemCode.FIGURE_FALLBACK,
        ProblemCode.FIGURE_FIT,
        ProblemCode.UNTRANSLATED_COPY,
        ProblemCode.SLUG_FORM,
        ProblemCode.TAG_SPELLING,
        ProblemCode.DESCRIPTION_LENGTH,
        ProblemCode.TAG_COUNT,
        ProblemCode.TEXT_LENGTH,
        ProblemCode.MISSING_PART,
        ProblemCode.LINK_COUNT,
        ProblemCode.IMAGE_TEXT,
        ProblemCode.EXCLAMATION_MARK,
        ProblemCode.QUOTATION_MARK,
        ProblemCode.NUMBER_SIGN,
        ProblemCode.UNLINKED_PAGE,
        ProblemCode.TITLE_TWICE,
        ProblemCode.REPEATED_PASSAGE,
    }
)
