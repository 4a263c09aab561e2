"""Templates compiled once for all languages: each language has an environment of its own, with the same templates."""

from __future__ import annotations

from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """The code of templates, for all environments that have the same options; kept in memory, the newest of each file.

    To be set as `bytecode_cache` of an environment. It is safe as Jinja asks for code by name, file and content, and
    compiles without the globals of an environment. With a folder it is kept there too, for the next build.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Begin without templates in memory."""
        self._code: dict[str, tuple[str, CodeType]] = {}
        self._disk = FileSystemBytecodeCache(str(folder)) if folder else None

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code of a template whose content is the same."""
        checksum, code = self._code.get(bucket.key, ("", None))
        if code is not None and checksum == bucket.checksum:
            bucket.code = code
        elif self._disk:
            self._disk.load_bytecode(bucket)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take over the code that Jinja has made."""
        self._remember(bucket)
        if self._disk:
            self._disk.dump_bytecode(bucket)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._code[bucket.key] = (bucket.checksum, bucket.code)
