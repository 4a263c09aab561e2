"""What `mkdocs.yml` says about languages and plugins, read without MkDocs, for the command lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .problems import Checks
from .site import Language, Site, Structure, one_language


class ConfigError(ValueError):
    """The configuration can't be used; the message says why."""


class _Loader(yaml.SafeLoader):
    """Loader that reads tags that only MkDocs knows, such as `!ENV`, as null."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True)
class SiteConfig:
    """The settings of `mkdocs.yml` that the command lines use."""

    root: Path
    """Folder of `mkdocs.yml`."""
    docs_dir: str
    """The docs folder, as written in `mkdocs.yml`."""
    site: Site
    """Its languages."""
    plugins: Mapping[str, Mapping[str, Any]]
    """Options of each plugin by its name."""

    @property
    def checks(self) -> Checks:
        """How much the site asks to be told."""
        asked = self.plugins.get("multilingual", {}).get("checks")
        return Checks.STRICT if asked == Checks.STRICT.value else Checks.USUAL

    @property
    def docs(self) -> Path:
        """The docs folder."""
        return self.root / self.docs_dir


def read(config: Path) -> SiteConfig:
    """Read a site's `mkdocs.yml`. Raises `ConfigError`."""
    try:
        settings = yaml.load(config.read_text(encoding="utf-8"), _Loader) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigError(f"{config}: can't be read: {error}") from error
    if not isinstance(settings, dict):
        raise ConfigError(f"{config}: holds no settings.")
    plugins = _plugins(settings.get("plugins"))
    docs_dir = str(settings.get("docs_dir") or "docs")
    return SiteConfig(config.parent, docs_dir, _site(settings, plugins, docs_dir), plugins)


def _plugins(written: Any) -> dict[str, dict[str, Any]]:
    entries = written.items() if isinstance(written, dict) else []
    if isinstance(written, list):
        entries = [
            pair for entry in written for pair in (entry.items() if isinstance(entry, dict) else [(str(entry), None)])
        ]
    return {name: options if isinstance(options, dict) else {} for name, options in entries}


def _site(settings: dict[str, Any], plugins: dict[str, dict[str, Any]], docs_dir: str) -> Site:
    url = str(settings.get("site_url") or "")
    i18n = plugins.get("i18n", {})
    entries = [
        entry
        for entry in i18n.get("languages") or []
        if isinstance(entry, dict) and entry.get("locale") not in (None, "null")
    ]
    if not entries:
        theme = settings.get("theme")
        theme = theme if isinstance(theme, dict) else {}
        return one_language(str(theme.get("language") or theme.get("locale") or "en"), docs_dir, url)
    entries.sort(key=lambda entry: not entry.get("default"))
    languages = {str(e["locale"]): Language(str(e["locale"]), str(e.get("name") or e["locale"])) for e in entries}
    try:
        structure = Structure(str(i18n.get("docs_structure") or Structure.SUFFIX.value))
    except ValueError as error:
        written = i18n["docs_structure"]
        raise ConfigError(f"`docs_structure` of the plugin i18n is `{written}`: write folder or suffix.") from error
    return Site(languages, structure, docs_dir, url, bool(i18n.get("fallback_to_default", True)))
