"""What pages depend on beside their own source, as digests."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

from mkdocs_foundation.caching import programs
from mkdocs_foundation.caching.store import digest
from mkdocs_foundation.glue import builds, static_i18n
from mkdocs_foundation.glue.incremental import share_of
from mkdocs_foundation.values import dataclass

from .. import documents, settings
from ..config import IncrementalConfig
from ..documents import Documents
from . import disk
from .pages import KNOWN

_NOT_CONTENT = ("config_file_path", "docs_dir", "site_dir", "dev_addr", "watch", "strict", "plugins", "hooks", "theme")
"""Settings that pages don't show, or that are read in another way."""
_UNDATED_THEMES = ("material", "materialx")
"""Themes whose own templates show neither day nor second of the build."""
_OF_FILES = frozenset(
    {"src_uri", "dest_uri", "url", "name", "src_dir", "dest_dir", "abs_src_path", "abs_dest_path"}
    | {"use_directory_urls", "inclusion", "page", "generated_by", "edit_uri", *static_i18n.FILE_ATTRIBUTES}
)
"""Attributes that MkDocs and static-i18n set of files; what counts of them is asked for by itself."""
_OF_MENUS = frozenset({"items", "pages", "homepage", "title", "url", "children", "parent", "is_homepage"})
"""The same of a menu and its sections."""
_TIMES = (b"build_date_utc", b"now()")
_DATES = (b"update_date", b"now()")
_NOT_TEMPLATES = (".svg", ".css", ".js", ".map", ".png", ".woff", ".woff2")


@dataclass(frozen=True)
class Inputs:
    """What was read at the beginning of a build of all languages."""

    program: bytes
    """A digest of versions, code, files of settings, templates, and files that the site names."""
    documents: Documents
    """The files below the docs folder."""
    shows_time: bool = False
    """Whether a template may show the second of the build."""
    state: bytes = b""
    """A digest of the sizes and times of all these files, before they were read."""
    opened: frozenset[str] = frozenset()
    """Files that earlier builds have opened while they made HTML of Markdown, as paths from `mkdocs.yml`."""

    def is_content_of(self, other: Inputs) -> bool:
        """Whether both were read of the same files, but for times and pictures."""
        return (self.program, replace(self.documents, pictures=b"")) == (
            other.program,
            replace(other.documents, pictures=b""),
        )


def read(config: MkDocsConfig, options: IncrementalConfig, *, anew: bool = False) -> Inputs:
    """Read what all languages depend on; `anew`: Markdown files too that have been read for this build."""
    found = _look(config, options)
    state, root, own = found.state(config), found.root, found.own
    variables = [variable for path in found.settings for variable in settings.environment(path.read_bytes())]
    dated = own if config.theme.name in _UNDATED_THEMES else [Path(folder) for folder in config.theme.dirs]
    opened_before = disk.opened_before(root.parent / options.folder)
    program = digest(
        programs.fingerprint(),
        documents.of_files(found.settings),
        repr(variables),
        documents.of_folders([*own, *found.icons]),
        *_as_loaded(_local_modules(_folders_of_code(config, root), [*_installed(), *programs.packages_in_place()])),
        documents.of_files(found.named),
        *disk.contents(root.parent, opened_before),
        get_build_date() if _mention(dated, _DATES) else "",
    )
    found_documents = documents.read(Path(config.docs_dir), {} if anew else builds.begin(config).contents)
    shows_time = "SOURCE_DATE_EPOCH" not in os.environ and _mention(dated, _TIMES)
    return Inputs(program, found_documents, shows_time, state, opened_before)


def now(config: MkDocsConfig, options: IncrementalConfig, before: Inputs) -> Inputs:
    """The same at the end of a build, in which files may have been edited; as `before` where none was."""
    return before if _look(config, options).state(config) == before.state else read(config, options, anew=True)


class _Found(NamedTuple):
    """The files outside of the docs folder that all pages depend on."""

    root: Path
    """`mkdocs.yml`."""
    settings: list[Path]
    """It, and what it inherits."""
    named: list[Path]
    """Those that the option `inputs` names."""
    own: list[Path]
    """Folders of templates that no package has installed."""
    icons: list[Path]

    def state(self, config: MkDocsConfig) -> bytes:
        """A digest of the sizes and times of all of them, and of the files of the docs folder."""
        return documents.state([Path(config.docs_dir), *self.own, *self.icons], [*self.settings, *self.named])


def _look(config: MkDocsConfig, options: IncrementalConfig) -> _Found:
    root, installed = Path(config.config_file_path or "mkdocs.yml"), _installed()
    own = [Path(folder) for folder in config.theme.dirs if not _is_below(Path(folder), installed)]
    named = [path for pattern in options.inputs for path in root.parent.glob(pattern) if path.is_file()]
    return _Found(root, settings.files(root), named, own, _icons(config))


def folders_that_count(config: MkDocsConfig) -> list[Path]:
    """The folders whose files count for all pages, by their versions or their contents."""
    return [*_installed(), *programs.packages_in_place(), *map(Path, config.theme.dirs), *_icons(config)]


def of_language(config: MkDocsConfig, inputs: Inputs) -> bytes:
    """A digest of what the HTML of Markdown depends on in the language under way, beside the text and its links."""
    values: dict[str, Any] = {name: config[name] for name in config if name not in _NOT_CONTENT}
    if isinstance(extra := values.get("extra"), Mapping) and static_i18n.is_used(config):
        values["extra"] = {name: value for name, value in extra.items() if name != "alternate"}  # changes with the page
    theme = {"name": config.theme.name, **{name: config.theme[name] for name in config.theme}}
    plugins = {name: getattr(plugin, "config", None) for name, plugin in config.plugins.items()}
    own = {name: _plain(value) for name, value in plugins.items() if isinstance(value, Config)}
    return digest(inputs.program, settings.plain(_plain(values)), settings.plain(theme), settings.plain(own))


def shared(config: MkDocsConfig, files: Files, nav: Navigation, inputs: Inputs, language: bytes) -> bytes:
    """A digest of what every page of the language depends on, beside its own source."""
    parts: list[str | bytes | None] = [language, inputs.documents.shared]
    own = {file.src_uri for file in files.documentation_pages()}
    for uri, found in inputs.documents.settings.items():
        if uri not in own:  # of those it is noticed which pages show them
            parts += [uri, found]
    for file in sorted(files, key=lambda file: file.src_uri):  # generated ones come in any order
        parts += [file.src_uri, file.dest_uri, str(file.inclusion.value), _versions(file), _neighbours(file)]
        parts.append(_others(file, _OF_FILES))
    parts += [*_menu(nav.items), _others(nav, _OF_MENUS)]
    parts.append(nav.homepage.file.src_uri if nav.homepage else None)
    for name, plugin in sorted(config.plugins.items()):
        if share := share_of(plugin):
            parts += [name, digest(*share.inputs(config))]
    return digest(*parts)


def texts(config: MkDocsConfig, files: Files, inputs: Inputs) -> dict[str, bytes]:
    """A digest of the source of each page of a language."""
    known, found, docs = inputs.documents.pages, dict[str, bytes](), Path(config.docs_dir)
    for file in files.documentation_pages():
        is_of_docs = file.abs_src_path and Path(file.abs_src_path) == docs / file.src_uri
        found[file.src_uri] = (known.get(file.src_uri) if is_of_docs else None) or digest(file.content_bytes)
    return found


def sources(config: MkDocsConfig, files: Files, texts: Mapping[str, bytes]) -> dict[str, bytes]:
    """A digest of the source of each page of a language, which is one of `texts`, and of what plugins name for it."""
    found = dict[str, bytes]()
    shares = [share for plugin in config.plugins.values() if (share := share_of(plugin))]
    named = [of_pages for share in shares if (of_pages := share.page_inputs(config))]
    for file in files.documentation_pages():
        source = texts[file.src_uri]
        title = vars(file.page).get("title") if file.page else None  # of the menu in the settings
        given = title if isinstance(title, str) else None
        found[file.src_uri] = digest(source, given, *(of_pages.get(file.src_uri) for of_pages in named))
    return found


def _others(item: object, known: Collection[str]) -> str:
    """What hooks and other plugins have set of an item, which templates may show."""
    values = vars(item)
    names = sorted(name for name in values.keys() - known if not name.startswith("_"))
    return settings.plain({name: values[name] for name in names}) if names else ""


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return dict(values.items())


def _versions(file: File) -> str:
    """The pages that readers of each language get in place of a page."""
    found = static_i18n.alternates(file)
    return f"{static_i18n.text_locale(file, '')} {[(locale, other.url) for locale, other in found.items()]}"


def _neighbours(file: File) -> str:
    page = file.page
    if page is None:
        return ""
    around = " ".join(other.file.src_uri if other else "-" for other in (page.previous_page, page.next_page))
    return around + (_others(page, KNOWN) if type(page) is Page else "")


def _menu(items: Iterable[StructureItem]) -> Iterator[str | None]:
    for item in items:
        yield type(item).__name__
        file = getattr(item, "file", None)
        title = None if isinstance(item, Page) else vars(item).get("title")
        yield title if isinstance(title, str) else None
        yield file.src_uri if file else str(getattr(item, "url", ""))
        if not file:
            yield _others(item, _OF_MENUS)
        if children := getattr(item, "children", None):
            yield "("
            yield from _menu(children)
            yield ")"


def _installed() -> list[Path]:
    paths = sysconfig.get_paths()
    return [Path(paths[name]).resolve() for name in ("purelib", "platlib", "stdlib", "platstdlib")]


def _is_below(path: Path, folders: Iterable[Path]) -> bool:
    resolved = path.resolve()
    return any(resolved.is_relative_to(folder) for folder in folders)


def _folders_of_code(config: MkDocsConfig, root: Path) -> list[Path]:
    """The folder of the site, and those of hooks outside of it."""
    hooks = (Path(root.parent, name).resolve().parent for name in config.hooks)
    return list(dict.fromkeys([root.resolve().parent, *hooks]))


_loaded: dict[str, tuple[object, bytes]] = {}


def _as_loaded(modules: Mapping[str, object]) -> Iterator[str | bytes]:
    """Paths and contents of modules when they were loaded: under `serve` the code of one that is edited goes on."""
    for path, loading in sorted(modules.items(), key=lambda item: item[0]):
        if path not in _loaded or _loaded[path][0] is not loading:
            _loaded[path] = loading, documents.of_files([Path(path)])
        yield from (path, _loaded[path][1])


def _local_modules(folders: list[Path], known: list[Path]) -> dict[str, object]:
    """The files of hooks, and of modules that they import, in some folders; each with what is another when reloaded.

    Those in known folders count anyway, and may be loaded at any time, such as by the first mistake under `serve`.
    """
    found = {getattr(module, "__file__", None): module for module in list(sys.modules.values())}
    local, others = (
        tuple(os.path.normcase(os.path.join(folder, "")) for folder in below)  # noqa: PTH118
        for below in (folders, known)
    )

    @cache
    def resolved(path: str) -> str:
        """A path without links; `Path.resolve` asks the system about each folder above, for hundreds of modules."""
        above, name = os.path.split(path)
        if not name or os.path.islink(path):  # noqa: PTH114
            return os.path.realpath(path)
        return os.path.join(resolved(above), name)  # noqa: PTH118

    def is_local(name: str) -> bool:
        real = os.path.normcase(resolved(os.path.abspath(name)))  # noqa: PTH100
        return real.startswith(local) and not real.startswith(others)

    return {
        name: getattr(module, "__spec__", None) or module
        for name, module in found.items()
        if isinstance(name, str) and is_local(name)
    }


def _icons(config: MkDocsConfig) -> list[Path]:
    """The folders of icons that the site has for emoji."""
    found = []
    for options in config.mdx_configs.values():
        icons = options.get("options") if isinstance(options, Mapping) else None
        own = icons.get("custom_icons") if isinstance(icons, Mapping) else None
        found += [Path(folder) for folder in own or ()]
    return found


def _mention(folders: Iterable[Path], words: Iterable[bytes]) -> bool:
    """Whether a file of templates has one of these words."""
    return any(
        any(word in path.read_bytes() for word in words)
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix not in _NOT_TEMPLATES and path.is_file()
    )
