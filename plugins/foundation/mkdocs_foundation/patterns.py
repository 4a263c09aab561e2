"""Regular expressions that are compiled when they are first used: a start makes hundreds, and most builds use few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    pattern = re.compile
else:
    _NAMES = [name for name in dir(re.Pattern) if not name.startswith("_")]

    class pattern:  # noqa: N801 -- it is called as `re.compile` is
        """A regular expression as `re.compile` makes it; a mistake in it is raised at its first use."""

        def __init__(self, text: str, flags: int = 0) -> None:
            self._given = text, flags

        def __getattr__(self, name: str) -> Any:
            """Called at the first use only: from then on what a compiled one has are attributes as any other."""
            compiled = re.compile(*self._given)
            for each in _NAMES:
                setattr(self, each, getattr(compiled, each))
            return getattr(compiled, name)

        def __repr__(self) -> str:
            return repr(re.compile(*self._given))

        def __reduce__(self) -> tuple[Any, ...]:
            return pattern, self._given
