"""The adapter's second part: what static-i18n does for each file and link, with texts instead of `pathlib`.

static-i18n makes a file anew for each language that may show it, and looks up each link, by `pathlib`: a twelfth of the
time of a build in four languages. Here the same comes from texts. A version of static-i18n whose code isn't the one
that this was written from stays as it is.
"""

from __future__ import annotations

import hashlib
import inspect
import os
import posixpath
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import mkdocs_static_i18n
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs_static_i18n import config as i18n_config
from mkdocs_static_i18n import folder, reconfigure

KNOWN = "cb04c4ab65f5e624bd571941fe3ea3912bf40c33a43164c3876671b0ff1690a3"
"""Digest of the code that is replaced, and of what it calls."""
theirs: Callable[..., File] = folder.create_i18n_file
"""What `create` replaces."""
theirs_below: Callable[..., bool] = mkdocs_static_i18n.is_relative_to
"""What `is_below` replaces."""
theirs_found: Callable[..., File | None] = folder.I18nFiles.get_file_from_path
"""What `find` replaces."""


def digest() -> str:
    """Digest of the code that the installed static-i18n has."""
    code = "".join(map(inspect.getsource, (theirs, theirs_found, theirs_below)))
    return hashlib.sha256(code.encode()).hexdigest()


def use_texts() -> None:
    """Replace static-i18n's functions, where they are known."""
    given: Any = folder
    if given.create_i18n_file is theirs and os.sep == "/" and digest() == KNOWN:
        given.create_i18n_file = create
        given.I18nFiles.get_file_from_path = find
        files: Any = reconfigure
        files.is_relative_to = is_below


def create(file: File, current: str, default: str, languages: list[str], config: MkDocsConfig) -> File:
    """A file as readers of the language `current` get it; `default` is the language of the site."""
    source, target = file.src_uri, file.dest_uri
    if not _is_normal(source) or not _is_normal(target) or target.startswith(("../", "/")):
        return theirs(file, current, default, languages, config)
    file = File(source, config.docs_dir, target, config.use_directory_urls, dest_uri=target, inclusion=file.inclusion)
    made: Any = file
    localization = _localization(source, languages)
    locale = localization or default
    shown = posixpath.join(posixpath.dirname(target), "index.html") if target.endswith("README.html") else target
    below = _below(shown, locale)
    if locale != current:
        if below is not None:
            made.dest_uri = _joined(current, below)
        elif current != default:
            made.dest_uri = f"{current}/{shown}"
    elif locale == default:
        if below is not None:
            made.dest_uri = below
        elif current != default:
            made.dest_uri = f"{current}/{shown}"
    made.abs_dest_path = _joined(config.site_dir, made.dest_uri)
    if made.name == "README":
        made.name = "index"
    made.url = made._get_url(config.use_directory_urls)
    made.alternates = {current: file}
    made.locale, made.locale_alternate_of, made.localization = locale, current, localization
    made.norm_src_uri = source if localization is None else _below(source, localization)
    return file


def is_below(path: Any, folder_path: Any) -> bool:
    """Whether a file is in a folder, both absolute; asked for each file of the site in each language."""
    if not (isinstance(path, str) and path.startswith("/") and _is_normal(folder_path) and "//" not in path):
        return theirs_below(path, folder_path)
    if "/./" in path or path.endswith(("/", "/.")):
        return theirs_below(path, folder_path)
    return path == folder_path or path.startswith(f"{folder_path}/")


def find(files: Any, path: str) -> File | None:
    """The file that a link means in the language under way: that language's, else the one that stands in for it."""
    if path.endswith("/") or not _is_normal(path):
        return theirs_found(files, path)
    uri = "index.md" if path == "." else path
    plugin = files.plugin
    current, default = plugin.current_language, plugin.default_language
    if (below := _below(uri, current)) is not None:
        candidates = [uri, posixpath.normpath(f"{default}/{below}"), below]
    elif (below := _below(uri, default)) is not None:
        candidates = [uri, posixpath.normpath(f"{current}/{below}"), below]
    else:
        candidates = [f"{current}/{uri}", f"{default}/{uri}", uri]
    if plugin.config.fallback_to_default is not True:
        del candidates[1]
    known = files.src_uris
    return next((file for candidate in candidates if (file := known.get(candidate))), None)


@lru_cache(maxsize=32768)
def _is_normal(path: object) -> bool:
    """Whether a path is a text in its shortest form, with something after its root."""
    return isinstance(path, str) and path != "/" and posixpath.normpath(path) == path


def _joined(folder: str, uri: str) -> str:
    """The path of what is below a folder; `uri` is in its shortest form, or `.`."""
    return f"{folder}/{uri}" if uri != "." and _is_normal(folder) else posixpath.normpath(posixpath.join(folder, uri))


def _localization(uri: str, languages: list[str]) -> str | None:
    """The language whose folder a file is in: one of the site's, or what looks like one."""
    first = uri.partition("/")[0]
    for language in languages:
        if first == language:
            return language
        if i18n_config.RE_LOCALE.match(first):
            return first
    return None


def _below(uri: str, folder_uri: str) -> str | None:
    """The path below a folder, `.` for the folder itself; `None` for one that isn't in it."""
    if uri == folder_uri:
        return "."
    return uri[len(folder_uri) + 1 :] if uri.startswith(f"{folder_uri}/") else None
