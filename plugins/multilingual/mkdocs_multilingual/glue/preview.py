"""A part of a site served by MkDocs."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from mkdocs.commands import serve
from mkdocs.utils.yaml import yaml_load

_TOLD = ("mkdocs.livereload", "mkdocs.commands")
"""Loggers that say what is built and where it is shown."""
Plugins = Callable[[Any], dict[str, dict[str, Any]]]
"""The plugins of the part, of those that are written in `mkdocs.yml`."""


def settings(config: Path, plugins: Plugins, left_out: Sequence[str]) -> dict[str, Any]:
    """The settings that replace those in `mkdocs.yml`; `left_out` are patterns of files."""
    with config.open("rb") as file:
        written = yaml_load(file)
    return {
        "plugins": plugins(written.get("plugins")),
        "exclude_docs": "\n".join([str(written.get("exclude_docs") or ""), *left_out]),
        "strict": False,
    }


def show(config: Path, replaced: dict[str, Any], address: str, is_opened: bool) -> None:
    """Serve the site at an address, such as `127.0.0.1:8000`, until somebody presses Ctrl-C."""
    log, handler = logging.getLogger("mkdocs"), logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s - %(message)s"))
    # Links to what a part leaves out are no news.
    handler.addFilter(lambda record: record.levelno >= logging.WARNING or record.name.startswith(_TOLD))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        serve.serve(
            str(config),
            livereload=True,
            open_in_browser=is_opened,
            site_url=f"http://{address}/",
            dev_addr=address,
            **replaced,
        )
    finally:
        log.removeHandler(handler)
        log.setLevel(logging.NOTSET)
