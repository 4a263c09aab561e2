"""Templates compiled once for all languages: each language has an environment of its own, with the same templates."""

from __future__ import annotations

from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from ..caching import programs, results
from ..caching.store import Store, digest


class CompiledTemplates(BytecodeCache):
    """The code of templates, for all environments that have the same options; kept in memory, the newest of each file.

    To be set as `bytecode_cache` of an environment. It is safe as Jinja asks for code by name, file and content, and
    compiles without the globals of an environment. With a file it is kept there too by `save`, for the next build; with
    the name of the module that has the options, among the results that are kept at the time, if any are.
    """

    def __init__(self, file: Path | None = None, module: str = "") -> None:
        """Begin without templates in memory."""
        self._module = module
        self._code: dict[str, tuple[str, CodeType]] = {}
        self._store = Store.load(file, programs.fingerprint()) if file else None

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code of a template whose content is the same."""
        key = digest(bucket.key, bucket.checksum)
        checksum, code = self._code.get(bucket.key, ("", None))
        if code is not None and checksum == bucket.checksum:
            bucket.code = code
            if self._store is not None:
                self._store.use(key)
            return
        kept = self._store.get(key) if self._store is not None else None
        if self._module:
            kept = results.found(self._module, bucket.key, bucket.checksum)
        if kept:
            bucket.bytecode_from_string(kept)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take over the code that Jinja has made."""
        self._remember(bucket)
        if self._store is not None and bucket.code is not None:
            self._store.put(digest(bucket.key, bucket.checksum), bucket.bytecode_to_string())
        elif self._module and bucket.code is not None:
            results.add(bucket.bytecode_to_string(), self._module, bucket.key, bucket.checksum)

    def save(self) -> None:
        """Write the file, unless no template has been compiled."""
        if self._store is not None and self._store.save():
            self._store = self._store.reopened()

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key] = (bucket.checksum, bucket.code)
