"""Every kind of problem that a self-assessment can have."""

from __future__ import annotations

from mkdocs_foundation.reports.problems import Code, Severity


class ProblemCode(Code):
    """Every kind of problem. The catalogue in `docs/problems.md` explains each with an example."""

    # the file
    CONFLICT = "conflict"
    NO_ASSESSMENT = "no-assessment"
    # settings, attributes and ids
    ATTRIBUTES = "attributes"
    UNKNOWN_SETTING = "unknown-setting"
    UNKNOWN_FLAG = "unknown-flag"
    BAD_VALUE = "bad-value"
    MISSING_ID = "missing-id"
    BAD_ID = "bad-id"
    DUPLICATE_ID = "duplicate-id"
    UNKNOWN_SCALE = "unknown-scale"
    BAD_SCALE = "bad-scale"
    MISSING_SCALE = "missing-scale"
    UNKNOWN_DIMENSION = "unknown-dimension"
    UNKNOWN_STATEMENT = "unknown-statement"
    UNKNOWN_STYLE = "unknown-style"
    # statements and structure
    TICKED = "ticked"
    CHECKBOX = "checkbox"
    EMPTY_STATEMENT = "empty-statement"
    STRAY_CONTENT = "stray-content"
    HEADING_SPACE = "heading-space"
    HEADING_LEVEL = "heading-level"
    OUTSIDE_DIMENSION = "outside-dimension"
    RAW_HTML = "raw-html"
    NESTED_ASSESSMENT = "nested-assessment"
    EMPTY_DIMENSION = "empty-dimension"
    NO_STATEMENTS = "no-statements"
    OPTIONS = "options"
    DOUBLE_NEGATION = "double-negation"
    DOUBLE_STATEMENT = "double-statement"
    FEW_STATEMENTS = "few-statements"
    UNWRITTEN = "unwritten"
    # scenarios and two factors
    WRONG_KIND = "wrong-kind"
    ACTION_STYLE = "action-style"
    SCENARIO_ACTIONS = "scenario-actions"
    MISSING_READINESS = "missing-readiness"
    AXES = "axes"
    SQUARES = "squares"
    # maturity
    LEVELS = "levels"
    # results
    BAD_RANGE = "bad-range"
    BAND_GAP = "band-gap"
    BAND_OVERLAP = "band-overlap"
    BAND_NAME = "band-name"
    FIRST_STEP = "first-step"
    QUESTIONS = "questions"
    READER = "reader"
    NO_RESULTS = "no-results"
    # conditions
    CONDITION_SYNTAX = "condition-syntax"
    CONDITION_NAME = "condition-name"
    CONDITION_VALUE = "condition-value"
    CONDITION_NEVER = "condition-never"
    CONDITION_ALWAYS = "condition-always"
    CONDITION_UNREACHABLE = "condition-unreachable"
    CONDITION_OTHERWISE = "condition-otherwise"
    CONDITION_MIXED = "condition-mixed"
    # translations
    NO_SOURCE = "no-source"
    TRANSLATION_PLACE = "translation-place"
    TRANSLATION_MISSING = "translation-missing"
    TRANSLATION_UNKNOWN = "translation-unknown"
    TRANSLATION_SCORING = "translation-scoring"
    TRANSLATION_BANDS = "translation-bands"
    TRANSLATION_CONDITIONS = "translation-conditions"
    # the site
    UNKNOWN_COUNT = "unknown-count"
    KIT = "kit"
    NO_KIT = "no-kit"
    NO_CATALOGUE = "no-catalogue"
    ADDRESS_TAKEN = "address-taken"
    BROKEN_LINK = "broken-link"
    BROKEN_ANCHOR = "broken-anchor"
    # while the site is built
    CHANGED_MARKDOWN = "changed-markdown"

    @property
    def severity(self) -> Severity:
        """Warnings harm no score and lose nothing."""
        if self in _ADVICE:
            return Severity.ADVICE
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR

    @property
    def elsewhere(self) -> Severity | None:
        """A site that asks for no advice is told of none on its wording."""
        return None if self in _WORDING else self.severity


_WORDING = frozenset(
    {ProblemCode.DOUBLE_NEGATION, ProblemCode.DOUBLE_STATEMENT, ProblemCode.FEW_STATEMENTS, ProblemCode.UNWRITTEN}
)
_ADVICE = _WORDING | frozenset(
    {
        ProblemCode.NO_KIT,  # readers are led to none
        ProblemCode.NO_CATALOGUE,  # readers get English words in their place
        ProblemCode.CONDITION_ALWAYS,  # as if it weren't written
    }
)
_WARNINGS = frozenset({ProblemCode.NO_RESULTS, ProblemCode.BROKEN_ANCHOR})
