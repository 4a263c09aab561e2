"""A language that is kept in a copy of the process, which shows single pages under `mkdocs serve`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mkdocs_foundation.caching.store import Store, digest
from mkdocs_foundation.glue.serving import kept_language

KEY, PROGRAM = digest("key"), digest("program")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="The system copies no processes")
def test_it_reads_stores_and_says_what_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is read after the copy was made; and nobody waits for a page that can't be made."""
    store = Store(tmp_path / "a.store", PROGRAM)
    store.put(KEY, "value")
    store.save()
    store = store.reopened()
    made: dict[str, Callable[[], bool]] = {"a.md": lambda: bool(store.get(KEY) == "value"), "b.md": lambda: 1 // 0 == 1}

    def show(made: Any, uri: str, site: Path) -> bool:
        return bool(made[uri]())

    monkeypatch.setattr(kept_language, "_show", show)
    monkeypatch.setattr(kept_language, "_PATIENCE", 3600)  # longer than any test may take
    language = kept_language.KeptLanguage(kept_language.keep(made, "sv", tmp_path))  # type: ignore[arg-type]
    assert [language.show(uri) for uri in ("a.md", "b.md", "a.md")] == [True, False, True]
    language.close()
