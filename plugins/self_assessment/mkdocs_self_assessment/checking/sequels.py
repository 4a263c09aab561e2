"""Problems from which others follow, which are then not told: one mistake, one message."""

from __future__ import annotations

from mkdocs_foundation.reports.problems import Code
from mkdocs_foundation.sources.source_files import FileCode

from ..problem_codes import ProblemCode

STRUCTURAL: set[Code] = {
    FileCode.ENCODING,
    FileCode.FRONT_MATTER,
    ProblemCode.CONFLICT,
    ProblemCode.NO_ASSESSMENT,
    ProblemCode.ATTRIBUTES,
    ProblemCode.MISSING_ID,
    ProblemCode.BAD_ID,
    ProblemCode.DUPLICATE_ID,
    ProblemCode.UNKNOWN_SCALE,
    ProblemCode.BAD_SCALE,
    ProblemCode.MISSING_SCALE,
    ProblemCode.CHECKBOX,
    ProblemCode.STRAY_CONTENT,
    ProblemCode.HEADING_SPACE,
    ProblemCode.HEADING_LEVEL,
    ProblemCode.OUTSIDE_DIMENSION,
    ProblemCode.NESTED_ASSESSMENT,
    ProblemCode.RAW_HTML,
    ProblemCode.EMPTY_DIMENSION,
    ProblemCode.NO_STATEMENTS,
    ProblemCode.OPTIONS,
    ProblemCode.WRONG_KIND,
    ProblemCode.ACTION_STYLE,
    ProblemCode.UNKNOWN_STYLE,
    ProblemCode.SCENARIO_ACTIONS,
    ProblemCode.SQUARES,
    ProblemCode.LEVELS,
}
"""With one of these, a comparison of languages would only repeat the problem in other words."""
WITHOUT_ID: set[Code] = {ProblemCode.ATTRIBUTES, ProblemCode.MISSING_ID, ProblemCode.BAD_ID, ProblemCode.CHECKBOX}
"""With one of these, the id of a statement can't be read."""
UNREAD: set[Code] = {ProblemCode.BAD_RANGE, ProblemCode.CONDITION_SYNTAX, ProblemCode.CONDITION_MIXED}
"""With one of these, a result text can't be read."""
INCOMPLETE: set[Code] = {ProblemCode.BAND_GAP, ProblemCode.BAND_OVERLAP, ProblemCode.NO_RESULTS}
"""Problems of incomplete result texts."""
OF_NAMES = INCOMPLETE | {ProblemCode.BAD_RANGE, ProblemCode.BAND_NAME}
"""Problems that follow from a name that can't be read, as its words may be taken for that of points."""
MISREAD: set[Code] = {ProblemCode.UNKNOWN_FLAG, ProblemCode.UNKNOWN_SETTING, ProblemCode.BAD_VALUE}
"""With one of these, how a statement counts may not be what its author meant."""
RANGES = UNREAD | {ProblemCode.BAND_GAP, ProblemCode.BAND_OVERLAP}
"""With one of these, the ranges of two languages can't be compared."""
