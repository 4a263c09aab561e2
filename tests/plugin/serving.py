"""What `mkdocs serve` does between two edits, without a server or delays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

URL = "http://127.0.0.1:8000/"


class Served:
    """A site that is built again and again by the same plugin objects, as `serve` keeps them."""

    def __init__(self, root: Path, name: str) -> None:
        """Begin as a new process does, with plugins that have built nothing yet."""
        _plugin_cache().clear()
        self._root = root
        self.folder = root / name
        self._config: MkDocsConfig | None = self._load()
        self._config.plugins.on_startup(command="serve", dirty=False)

    def build(self) -> bool:
        """Build the current files; return whether that succeeded. The first build has the config from the start."""
        config, self._config = self._config or self._load(), None
        config.site_url = URL
        try:
            build(config, serve_url=URL)
        except Abort:
            return False
        return True

    def files(self) -> dict[str, bytes]:
        """Everything that the site holds, but for what differs between two builds of one site.

        Those are what is packed with the time of day, and Pagefind's own files, whose filters have no order; its
        fragments, one a page that can be found, do not.
        """
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.suffix != ".gz" and ("pagefind" not in path.parts or "fragment" in path.parts)
        }

    def _load(self) -> MkDocsConfig:
        return load_config(str(self._root / "mkdocs.yml"), site_dir=str(self.folder))


def fresh(root: Path) -> dict[str, bytes]:
    """Build the current files as a new process would, without affecting the plugins of a running `serve`."""
    cache = _plugin_cache()
    kept = dict(cache)
    served = Served(root, "fresh")
    assert served.build()
    cache.clear()
    cache.update(kept)
    return served.files()


def _plugin_cache() -> dict[str, Any]:
    """Where MkDocs keeps the plugins that are to live through a whole `serve`."""
    cache: dict[str, Any] = dict(MkDocsConfig._schema)["plugins"].plugin_cache  # type: ignore[attr-defined]
    return cache
