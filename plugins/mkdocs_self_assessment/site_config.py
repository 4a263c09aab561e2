"""What `mkdocs.yml` says about languages and self-assessments, read without MkDocs, for the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from .site import Site


class ConfigError(ValueError):
    """The configuration can't be used; the message says why."""


class _Loader(yaml.SafeLoader):
    """Takes tags that only MkDocs knows, such as `!ENV`, for nothing."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_site(config: Path) -> tuple[Site, Path]:
    """The site and its docs folder. Raises `ConfigError`."""
    try:
        settings = yaml.load(config.read_text(encoding="utf-8"), _Loader) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigError(f"{config}: can't be read: {error}") from error
    if not isinstance(settings, dict):
        raise ConfigError(f"{config}: holds no settings.")
    docs_dir = str(settings.get("docs_dir") or "docs")
    plugins = _plugins(settings.get("plugins"))
    own = plugins.get("self-assessment", {})
    extra = own.get("strings")
    site = Site(
        _folders(settings, plugins),
        str(own.get("folder") or "self-assessments").strip("/"),
        docs_dir,
        config.parent / extra if extra else None,
    )
    return site, config.parent / docs_dir


def _plugins(written: Any) -> dict[str, dict[str, Any]]:
    entries = written.items() if isinstance(written, dict) else []
    if isinstance(written, list):
        entries = [
            pair for entry in written for pair in (entry.items() if isinstance(entry, dict) else [(str(entry), None)])
        ]
    return {name: options if isinstance(options, dict) else {} for name, options in entries}


def _folders(settings: dict[str, Any], plugins: dict[str, dict[str, Any]]) -> dict[str, str]:
    languages = [
        entry
        for entry in plugins.get("i18n", {}).get("languages") or []
        if isinstance(entry, dict) and entry.get("locale") not in (None, "null")
    ]
    if languages:
        languages.sort(key=lambda entry: not entry.get("default"))
        return {str(entry["locale"]): f"{entry['locale']}/" for entry in languages}
    theme = settings.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    return {str(theme.get("language") or theme.get("locale") or "en")[:2]: ""}
