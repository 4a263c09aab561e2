"""What `mkdocs.yml` says about languages and plugins, read without MkDocs, for the command lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from os.path import relpath
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from ..reports.message import say
from ..reports.problems import Checks
from ..site import Language, Site, Structure, one_language
from ..values import dataclass
from .front_matter import explained
from .source_files import lines_of


class ConfigError(ValueError):
    """The configuration can't be used; the message says why."""


_Fast: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Fast):  # type: ignore[misc]
    """Loader that takes values from the environment (`!ENV`) as MkDocs does, and reads tags of Python as null."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)
_Loader.add_constructor("!ENV", construct_env_tag)
_DEEPEST = 20
"""More files that inherit from one another than any site has."""


@dataclass(frozen=True)
class SiteConfig:
    """The settings of `mkdocs.yml` that the command lines use."""

    file: Path
    """`mkdocs.yml`."""
    docs: Path
    """The docs folder."""
    site: Site
    """The languages that are built."""
    named: Site
    """All that the settings name, for those who prepare a language that isn't built yet."""
    plugins: Mapping[str, Mapping[str, Any]]
    """Options of each plugin by its name."""
    left_out: str = ""
    """Patterns of files that aren't published, as `exclude_docs` and `draft_docs` have them."""
    use_directory_urls: bool = True
    """Whether addresses end with a slash."""
    refused_links: frozenset[str] = frozenset()
    """The kinds of links that MkDocs warns of, by their names in `validation`, where the site has set it so."""
    templates: Path | None = None
    """Folder of the site's own templates, `custom_dir` of the theme."""
    written: tuple[bytes, ...] = ()
    """Content of `mkdocs.yml` and of the files that it inherits from."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Everything in these files, for what is asked seldom."""

    @cached_property
    def kept_by(self) -> tuple[object, ...]:
        """All that a result of these settings depends on; values may come from the environment."""
        return self.written, repr(
            (self.plugins, self.site, self.left_out, self.use_directory_urls, sorted(self.refused_links))
        )

    @property
    def languages(self) -> list[Mapping[str, Any]]:
        """The settings of each language, as they are written."""
        written = self.plugins.get("i18n", {}).get("languages")
        return [entry for entry in written if isinstance(entry, dict)] if isinstance(written, list) else []

    @property
    def root(self) -> Path:
        """Folder of `mkdocs.yml`."""
        return self.file.parent

    @property
    def docs_dir(self) -> str:
        """The docs folder in messages."""
        return self.site.docs_dir

    @property
    def checks(self) -> Checks:
        """How much the site asks to be told."""
        asked = self.plugins.get("multilingual", {}).get("checks")
        return Checks.STRICT if asked == Checks.STRICT.value else Checks.USUAL


def locate(config: Path) -> Path | None:
    """The file of a site's settings: where a path says, and for a name alone the nearest here or in a folder above."""
    names = [config.name, config.with_suffix(".yaml").name]
    folders = [Path.cwd(), *Path.cwd().parents] if config.name == str(config) else [config.parent]
    found = next((path for folder in folders for name in names if (path := folder / name).is_file()), None)
    return Path(relpath(found)) if found else None


def read(config: Path) -> SiteConfig:
    """Read a site's `mkdocs.yml`, and what it inherits, as MkDocs does; hooks aren't run. Raises `ConfigError`."""
    if not config.exists() and config.with_suffix(".yaml").exists():
        config = config.with_suffix(".yaml")
    written: list[bytes] = []
    settings = _settings(config, written)
    plugins = plugins_in(settings)
    docs = config.parent / str(settings.get("docs_dir") or "docs")
    patterns = [settings.get(name) for name in ("exclude_docs", "draft_docs")]
    theme = settings.get("theme")
    return SiteConfig(
        config,
        docs,
        _site(settings, plugins, shown_docs_dir(docs, config.parent)),
        _site(settings, plugins, shown_docs_dir(docs, config.parent), only_built=False),
        plugins,
        "\n".join(written for written in patterns if isinstance(written, str)),
        settings.get("use_directory_urls") is not False,
        _refused_links(settings.get("validation")),
        config.parent / str(theme["custom_dir"]) if isinstance(theme, dict) and theme.get("custom_dir") else None,
        tuple(written),
        settings,
    )


def _refused_links(validation: Any) -> frozenset[str]:
    """What is set to `warn`, for links or for everything."""
    levels = validation if isinstance(validation, dict) else {}
    links = levels.get("links")
    return frozenset(
        name for name, level in {**levels, **(links if isinstance(links, dict) else {})}.items() if level == "warn"
    )


def shown_docs_dir(docs: Path, root: Path) -> str:
    """The docs folder in messages: its path from the folder of `mkdocs.yml`, elsewhere its name."""
    docs, root = docs.resolve(), root.resolve()
    return docs.relative_to(root).as_posix() if docs.is_relative_to(root) else docs.name


def _settings(config: Path, written: list[bytes], depth: int = 0) -> dict[str, Any]:
    try:
        content = config.read_bytes()
        written.append(content)
        settings = yaml.load(content.decode("utf-8-sig"), _Loader) or {}
    except yaml.YAMLError as error:
        lines = lines_of(content.decode("utf-8-sig"))
        at, remedy = explained(error, lines)
        raise ConfigError(
            say(
                "{file}:{line}: The settings of this file can't be read.\n    found:   {found}\n    do:      {remedy}",
                file=f"{config}",
                line=at + 1,
                found=lines[at].strip(),
                remedy=remedy,
            )
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(
            say("{file}: isn't saved as UTF-8. Save it again with this encoding.", file=f"{config}")
        ) from error
    except OSError as error:
        raise ConfigError(say("{file}: can't be read: {error}", file=f"{config}", error=f"{error}")) from error
    if not isinstance(settings, dict):
        raise ConfigError(say("{file}: holds no settings.", file=f"{config}"))
    parent = settings.pop("INHERIT", None)
    if parent is None:
        return settings
    if depth == _DEEPEST:
        raise ConfigError(
            say("{file}: inherits from itself: remove `INHERIT` from one of the files.", file=f"{config}")
        )
    inherited = config.parent / str(parent)
    if not inherited.is_file():
        raise ConfigError(
            say("{file}: `INHERIT` names {other}, which doesn't exist.", file=f"{config}", other=f"{inherited}")
        )
    return _merged(_settings(inherited, written, depth + 1), settings)


def _merged(parent: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Own settings over inherited ones; tables are merged, everything else is replaced."""
    both = {name for name in own if isinstance(own[name], dict) and isinstance(parent.get(name), dict)}
    return parent | own | {name: _merged(parent[name], own[name]) for name in both}


def plugins_in(settings: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The options of each plugin by its name, in either form that MkDocs takes."""
    written = settings.get("plugins")
    entries = written.items() if isinstance(written, dict) else []
    if isinstance(written, list):
        entries = [
            pair for entry in written for pair in (entry.items() if isinstance(entry, dict) else [(str(entry), None)])
        ]
    return {name: options if isinstance(options, dict) else {} for name, options in entries}


def _site(
    settings: dict[str, Any], plugins: dict[str, dict[str, Any]], docs_dir: str, *, only_built: bool = True
) -> Site:
    url = str(settings.get("site_url") or "")
    i18n = plugins.get("i18n", {})
    only = i18n.get("build_only_locale")
    entries = [
        entry
        for entry in i18n.get("languages") or []
        if isinstance(entry, dict) and entry.get("locale") not in (None, "null")
        if not only_built or (entry["locale"] == only if only else entry.get("build") is not False)
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
        raise ConfigError(
            say("`docs_structure` of the plugin i18n is `{written}`: write folder or suffix.", written=f"{written}")
        ) from error
    return Site(languages, structure, docs_dir, url, bool(i18n.get("fallback_to_default", True)))
