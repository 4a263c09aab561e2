"""Caches of what is the same in all builds of a run, where a small build spends most of its time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import CodeType
from typing import Any

import jinja2
import pytest
from jinja2.bccache import Bucket

from mkdocs_foundation.glue import assets
from mkdocs_foundation.glue.theme import menus
from mkdocs_foundation.output.joining import Breach
from mkdocs_self_assessment import published

Joined = tuple[dict[str, str], list[Breach]]


class _Compiled(jinja2.BytecodeCache):
    """By a key that holds the template's text, so that an edited template is compiled anew."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.code


def _of_scripts(join: Callable[..., Joined]) -> Callable[..., Joined]:
    """A function of modules by path, and of values that a `repr` tells apart."""
    made: dict[object, Joined] = {}

    def joined(modules: Mapping[str, str], *others: object) -> Joined:
        key = (tuple(modules.items()), repr(others))
        if key not in made:
            made[key] = join(modules, *others)
        files, breaches = made[key]
        return dict(files), list(breaches)

    return joined


def _of_menus() -> Callable[..., object]:
    """`asking` for the same source in an environment of the same syntax."""
    ask, made = menus.asking, dict[object, object]()

    def asking(source: str, env: jinja2.Environment, function: str) -> object:
        key = (source, env.lexer, tuple(env.extensions), env.is_async, env.finalize, function)
        if key not in made:
            made[key] = ask(source, env, function)
        return made[key]

    return asking


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


@pytest.fixture(scope="package", autouse=True)
def _once_here() -> Iterator[None]:
    """What tests of the core, which the same worker runs later, look at itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(menus, "asking", _of_menus())
        patch.setattr(assets, "join_modules", _of_scripts(assets.join_modules))
        patch.setattr(published, "_joined", _of_scripts(published._joined))
        yield
