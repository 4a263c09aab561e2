"""Caches of what is the same in all builds of a run, where a small build spends most of its time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import jinja2
import pytest
from jinja2.bccache import Bucket


class _Compiled(jinja2.BytecodeCache):
    """By a key that holds the template's text, so that an edited template is compiled anew."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._code.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def _once() -> Iterator[None]:
    compiled = _Compiled()
    create, walk = jinja2.Environment.__init__, jinja2.FileSystemLoader.list_templates

    def with_cache(environment: jinja2.Environment, *positional: Any, **named: Any) -> None:
        create(environment, *positional, **{"bytecode_cache": compiled} | named)

    @cache
    def installed(folders: tuple[str, ...]) -> list[str]:
        """The templates of an installed theme, without the thousands of icons, which MkDocs leaves out."""
        return [name for name in walk(jinja2.FileSystemLoader(folders)) if not name.startswith(".")]

    def listed(loader: jinja2.FileSystemLoader) -> list[str]:
        folders = [str(path) for path in loader.searchpath]
        fixed = tuple(path for path in folders if "site-packages" in path)
        own = jinja2.FileSystemLoader([path for path in folders if path not in fixed])
        return sorted({*installed(fixed), *walk(own)})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Environment, "__init__", with_cache)
        patch.setattr(jinja2.FileSystemLoader, "list_templates", listed)
        yield
