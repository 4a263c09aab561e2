"""The settings of Sveltia CMS for a site: its repository, its languages, its folders and what each asks of its pages.

They are JSON, which is YAML too: Sveltia CMS looks for `config.yml`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from mkdocs_foundation.reports.editor_links import Repository
from mkdocs_foundation.reports.message import Message, words
from mkdocs_foundation.site import Site, Structure
from mkdocs_foundation.values import dataclass

from ..saying import say

FORMAT = "page"
"""Name of the format of files that `page_format.js` reads and writes."""
_GITHUB = "https://github.com"
_TOKEN_ONLY = ["token"]
"""Signing in by a token needs no service between the browser and the repository's place; OAuth does."""
_NAME_OF_FILE = "^[a-z0-9]+(?:-[a-z0-9]+)*$"


@dataclass(frozen=True)
class Folder:
    """A folder with pages, in every language."""

    path: str
    """Path within a language's folder; "" for the pages at its top."""
    title: str
    """What the site calls it."""
    begun: str = ""
    """Text of a new page."""
    hints: Sequence[Message] = ()
    """What the site asks of the settings of its pages, a sentence each."""


def settings(place: Repository, site: Site, folders: Sequence[Folder], site_url: str) -> str:
    """The content of `config.yml`."""
    write = words(site.source_locale)
    written = {
        "backend": _backend(place),
        "publish_mode": "editorial_workflow",
        "site_url": site_url or None,
        # Pictures are put into the repository as ever: no field of a page takes one.
        "media_folder": _path(place.folder, "assets"),
        "public_folder": "/assets",
        "media_libraries": {"stock_assets": False},
        "i18n": _languages(site),
        "collections": [_collection(place, site, folder, write) for folder in folders],
    }
    return json.dumps(_without_none(written), ensure_ascii=False, indent=1) + "\n"


def connects_to(place: Repository) -> str:
    """Where the browser sends what is written, and nothing else: the origin of the interface of the repository."""
    if place.service == "github" and place.host == _GITHUB:
        return "https://api.github.com"
    address = urlsplit(place.host)
    return f"{address.scheme}://{address.netloc}"


def _backend(place: Repository) -> dict[str, Any]:
    interface = {"github": f"{place.host}/api/v3", "gitlab": f"{place.host}/api/v4"}[place.service]
    return {
        "name": place.service,
        "repo": place.name,
        "branch": place.branch,
        "base_url": None if place.host == _GITHUB else place.host,
        "api_root": None if place.host == _GITHUB else interface,
        "auth_methods": _TOKEN_ONLY,
    }


def _languages(site: Site) -> dict[str, Any] | None:
    if site.structure is Structure.SINGLE:
        return None
    return {
        "structure": "multiple_folders" if site.structure is Structure.FOLDER else "multiple_files",
        "locales": list(site.languages),
        "default_locale": site.source_locale,
        "initial_locales": "default",  # a translation is written when somebody begins it
        "omit_default_locale_from_file_path": True if site.structure is Structure.SUFFIX else None,
    }


def _collection(place: Repository, site: Site, folder: Folder, write: Any) -> dict[str, Any]:
    language = "{{locale}}" if site.structure is Structure.FOLDER else ""
    has_languages = True if site.structure is not Structure.SINGLE else None
    head, body = _parts(folder.begun)
    shown = {"i18n": has_languages, "required": False}
    hint = " ".join(write(message) for message in folder.hints)
    return {
        "name": folder.path.replace("/", "-") or "pages",
        "label": folder.title,
        "folder": _path(place.folder, language, folder.path),
        "format": FORMAT,
        "i18n": has_languages,
        "identifier_field": "title",
        "slug": {
            "editable": ["create"],
            "pattern": [_NAME_OF_FILE, write(say("Write lower-case letters a–z, digits and hyphens."))],
        },
        # Other pages lead to a page: the command `delete` finds them. A copy would have the ids of its original.
        "delete": False,
        "duplicate": False,
        # It would show boxes and footnotes as what they aren't, and nothing of a self-assessment.
        "editor": {"preview": False},
        "fields": [
            {"name": "title", "widget": "hidden", **shown},
            {
                "name": "settings",
                "label": write(say("Settings of the page")),
                "widget": "text",
                "default": head or None,
                "hint": hint or None,
                **shown,
            },
            {
                "name": "body",
                "label": write(say("Text (Markdown)")),
                "widget": "text",
                "default": body or None,
                "i18n": has_languages,
            },
        ],
    }


def _parts(text: str) -> tuple[str, str]:
    """Settings and text of a page that begins with settings, as `page_format.js` parts them."""
    if not text.startswith("---\n") or "\n---\n" not in text:
        return "", text
    head, body = text.removeprefix("---\n").split("\n---\n", 1)
    return head, body


def _path(*parts: str) -> str:
    return "/".join(part for part in parts if part)


def _without_none(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _without_none(entry) for name, entry in value.items() if entry is not None}
    return [_without_none(entry) for entry in value] if isinstance(value, list) else value
