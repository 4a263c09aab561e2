"""pytest plugin that makes imports of MkDocs and its theme and plugins fail, as if they weren't installed.

For tests of the core: `pytest -p tests.without_mkdocs tests/core`.
"""

from __future__ import annotations

import sys

for name in ("mkdocs", "material", "mkdocs_static_i18n", "markdown"):
    sys.modules[name] = None  # type: ignore[assignment]
