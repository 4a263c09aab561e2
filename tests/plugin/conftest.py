"""Material's templates are compiled once for all builds of a run: half of the time of a small build goes there."""

from __future__ import annotations

from collections.abc import Iterator

import jinja2
import pytest
from jinja2.bccache import Bucket
from mkdocs.theme import Theme


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
def _compiled_once() -> Iterator[None]:
    compiled = _Compiled()
    get_env = Theme.get_env

    def with_cache(theme: Theme) -> jinja2.Environment:
        env = get_env(theme)
        env.bytecode_cache = compiled
        return env

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "get_env", with_cache)
        yield
