"""As if MkDocs and what belongs to it weren't installed: no import finds them.

For tests of the core, `pytest -p tests.without_mkdocs tests/core`.
"""

from __future__ import annotations

import sys

for name in ("mkdocs", "material", "mkdocs_static_i18n", "markdown"):
    sys.modules[name] = None  # type: ignore[assignment]
