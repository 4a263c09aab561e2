"""The adapter to mkdocs-static-i18n: the only module that knows its attributes, and that adds any to MkDocs' files.

static-i18n builds one language after the other, with one configuration: the further ones within its own `on_post_build`
after the first. It keeps only the files of one language in each build, and gives each of them `locale` (the language of
its text), `locale_alternate_of` (the language of its readers), `localization`, `norm_src_uri` (the path without the
language) and `alternates` (the file that readers of each language get). Files that a plugin adds later need the same.

Without the plugin, every function answers for a site of one language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import Any, Protocol, cast

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from ..problems import Location
from ..site import Language, Site, Structure, is_index

NAME = "i18n"
"""What `mkdocs.yml` calls the plugin."""

USED_OF_PLUGIN = (
    "all_languages",
    "build_languages",
    "building",
    "config",
    "current_language",
    "default_language",
    "i18n_files_per_language",
)
USED_OF_OPTIONS = ("docs_structure", "fallback_to_default", "languages")
USED_OF_LANGUAGE = ("build", "default", "locale", "name")
USED_OF_FILE = ("alternates", "locale", "locale_alternate_of", "localization", "norm_src_uri")
"""What this module relies on; a test asks static-i18n for each."""

_clean_directory = utils.clean_directory


class _Language(Protocol):
    """One of its option `languages`."""

    locale: str
    name: str
    default: bool


class _Options(Protocol):
    """Its options."""

    docs_structure: str
    fallback_to_default: bool
    languages: Sequence[_Language]


class _I18n(Protocol):
    """The plugin, as far as it is used here."""

    config: _Options
    building: bool
    current_language: str | None
    default_language: str
    build_languages: Sequence[str]
    i18n_files_per_language: dict[str, Any]


def _plugin(config: MkDocsConfig) -> _I18n | None:
    return cast("_I18n | None", config.plugins.get(NAME))


# --- the site and the build of a language ---------------------------------------------------------------------------


def site_of(config: MkDocsConfig) -> Site:
    """The languages of the site, with static-i18n or without."""
    root = Path(config.config_file_path or "").parent.resolve()
    docs_dir = Path(config.docs_dir).resolve()
    shown = docs_dir.relative_to(root).as_posix() if docs_dir.is_relative_to(root) else docs_dir.name
    i18n = _plugin(config)
    if i18n is None:
        locale = str(config.theme.get("language") or config.theme.get("locale") or "en")[:2]
        return Site.of(locale, structure=Structure.SINGLE, docs_dir=shown)
    entries = [entry for entry in i18n.config.languages if entry.locale != "null"]
    entries.sort(key=lambda entry: not entry.default)
    languages = {entry.locale: Language(entry.locale, entry.name) for entry in entries}
    return Site(languages, Structure(i18n.config.docs_structure), shown)


def require_folders(plugin: str, config: MkDocsConfig, why: str = "") -> None:
    """Raise `PluginError` for a plugin that needs several languages in a folder each."""
    i18n = _plugin(config)
    if i18n is None or i18n.config.docs_structure != Structure.FOLDER.value:
        raise PluginError(f"{plugin}: needs the plugin i18n (mkdocs-static-i18n) with `docs_structure: folder`{why}.")


def current_locale(config: MkDocsConfig) -> str:
    """The language of the build under way."""
    i18n = _plugin(config)
    return str(i18n.current_language or i18n.default_language) if i18n else site_of(config).source_locale


def is_first_language(config: MkDocsConfig) -> bool:
    """Whether the build under way is the first of its languages; when it ends, all of them have been built."""
    i18n = _plugin(config)
    return not (i18n and i18n.building)


def falls_back(config: MkDocsConfig) -> bool:
    """Whether the source language's page is shown where a translation is missing."""
    i18n = _plugin(config)
    return bool(i18n and i18n.config.fallback_to_default)


def reset_switcher(config: MkDocsConfig) -> None:
    """Let the language switcher lead to the front pages: static-i18n leaves it with the links of the page before."""
    if _plugin(config):
        vars(config.extra).pop("alternate", None)


def restore_cleaning() -> None:
    """Let MkDocs clean the site's folder again: an error in a further language leaves static-i18n's replacement."""
    utils.clean_directory = _clean_directory


def list_pages(files: Files, config: MkDocsConfig) -> None:
    """Let static-i18n list the pages of the language as they are now: it did before other plugins added theirs."""
    i18n = _plugin(config)
    if i18n:
        i18n.i18n_files_per_language[current_locale(config)] = files.documentation_pages()


# --- files ----------------------------------------------------------------------------------------------------------


def locale_of(file: File) -> str | None:
    """The language of a file's text, `None` where static-i18n hasn't seen the file."""
    return getattr(file, "locale", None)


def reader_of(file: File) -> str | None:
    """The language of those who are shown a file, `None` where static-i18n hasn't seen it."""
    return getattr(file, "locale_alternate_of", None)


def key_of(file: File) -> str | None:
    """A file's path without the language, `None` where static-i18n hasn't seen it."""
    return getattr(file, "norm_src_uri", None)


def alternates(file: File) -> dict[str, File]:
    """The file that readers of each language get, itself included; empty where static-i18n hasn't seen it."""
    return getattr(file, "alternates", None) or {}


def set_alternates(file: File, files: Mapping[str, File]) -> None:
    """Say which file the readers of each language get."""
    vars(file)["alternates"] = dict(files)


def move(file: File, dest_uri: str) -> None:
    """Publish a file at another place."""
    file.dest_uri = dest_uri
    for derived in ("url", "abs_dest_path"):
        vars(file).pop(derived, None)


def localize(file: File, site: Site, locale: str, reader: str | None = None) -> File:
    """Give a file that a plugin added its language and address; `reader`: of those shown it, if it is another."""
    reader = reader or locale
    located = site.locate(file.src_uri)
    key = located.key if located else file.src_uri
    plain = File(key, None, file.dest_dir, file.use_directory_urls)
    if file.is_documentation_page():
        file.name = "index" if is_index(key) else plain.name
    move(file, site.prefix(reader) + plain.dest_uri)
    attributes: dict[str, Any] = {
        "locale": locale,
        "localization": locale,
        "locale_alternate_of": reader,
        "norm_src_uri": key,
        "alternates": {reader: file},
    }
    vars(file).update(attributes)
    return file


def as_stand_in(file: File, locale: str) -> File:
    """A file to be linked to in place of a missing counterpart of a page in `locale`: it is no translation of it."""
    stand_in = copy(file)
    vars(stand_in)["locale"] = locale
    return stand_in


def generated_page(
    uri: str, contents: Mapping[str, str], written_in: Location, site: Site, config: MkDocsConfig
) -> File:
    """A page that a plugin makes: `uri` is that of the readers' version, `contents` are all versions by their path.

    Readers of a language without a version are shown the source language's, where the site falls back.
    """
    reader = current_locale(config)
    i18n = _plugin(config)

    def version(uri: str, reader: str) -> File:
        file = File.generated(config, uri, content=contents[uri])
        located = site.locate(uri)
        if i18n:
            localize(file, site, located.locale if located else reader, reader)
        vars(file)["written_in"] = written_in
        return file

    file = version(uri, reader)
    key = site.locate(uri)
    if i18n is None or key is None:
        return file
    others = {}
    for language in i18n.build_languages:
        own, source = site.uri(language, key.key), site.uri(site.source_locale, key.key)
        shown = source if falls_back(config) and own not in contents else own
        if language != reader and shown in contents:
            others[language] = version(shown, language)
    set_alternates(file, {**others, reader: file})
    return file


def written_in(file: File) -> Location | None:
    """Where an author wrote what a plugin made a page of, `None` for a page that is a file itself."""
    return getattr(file, "written_in", None)
