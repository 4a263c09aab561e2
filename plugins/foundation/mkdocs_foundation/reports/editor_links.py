"""Addresses that open a file of the site in the editor of the place where its repository is: GitHub, GitLab and others.

They follow from MkDocs' own settings `repo_url`, `edit_uri` and `edit_uri_template`. How a line is named, and how a new
file is opened filled in, differs from place to place; where it isn't known, the address leads to the file alone, and
there is none for a new file.
"""

from __future__ import annotations

from collections.abc import Callable
from posixpath import normpath, splitext
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from ..patterns import pattern
from ..values import dataclass
from .problems import Location

LONGEST = 7_800
"""Length of the longest address of a new file; GitHub refuses a request of more than 8 KiB."""
_GITHUB = pattern(r"(?P<repository>https?://[^/]+/[^/]+/[^/]+)/(?:edit|blob)/(?P<rest>.+)")
_GITLAB = pattern(r"(?P<repository>https?://.+)/-/(?:edit|blob)/(?P<rest>.+)")
_GITEA = pattern(r"(?P<repository>https?://[^/]+/[^/]+/[^/]+)/_edit/(?P<rest>.+)")
_BITBUCKET = pattern(r"https?://bitbucket\.org/.+/src/.+")
_PROBE = "probe.md"


@dataclass(frozen=True)
class Repository:
    """Where the files of a site are, at a place with an interface for editors."""

    service: str
    """`github` or `gitlab`."""
    host: str
    """Address of the place, without a slash at the end: `https://github.com`."""
    name: str
    """Owner and name: `acme/site`; on GitLab there may be groups before."""
    branch: str
    """Branch of which the site is built; it has no slash in its name."""
    folder: str
    """The docs folder in the repository, without a slash at the end; may be ""."""


@dataclass(frozen=True)
class EditorLinks:
    """The settings of a site that say where its files are edited."""

    repository: str = ""
    """`repo_url`; "" where none is set."""
    uri: str = ""
    """`edit_uri`; "" where none is set."""
    template: Callable[[str, str], str] | None = None
    """`edit_uri_template`, filled in with a path and the path without its ending; `None` where none is set."""

    def file(self, path: str) -> str:
        """The address that MkDocs gives to a path below the docs folder; "" where the site has no such address.

        A path may lead out of the docs folder: `../mkdocs.yml`.
        """
        if self.template:
            written = self.template(path, splitext(path)[0])
        elif self.uri:
            written = f"{self.uri.rstrip('/')}/{path}"
        else:
            return ""
        base = self.repository
        if base and not written.startswith(("?", "#")) and not base.endswith("/"):
            base += "/"
        return _resolved(urljoin(base, written))

    def place(self) -> Repository | None:
        """The repository that the addresses lead to; `None` for one at another place than GitHub and GitLab."""
        probe = self.file(_PROBE)
        for service, written in (("gitlab", _GITLAB), ("github", _GITHUB)):
            if found := written.fullmatch(probe.removesuffix(f"/{_PROBE}")):
                address = urlsplit(found["repository"])
                branch, _, folder = found["rest"].partition("/")
                host = urlunsplit((address.scheme, address.netloc, "", "", ""))
                return Repository(service, host, address.path.strip("/"), branch, folder)
        return None

    def line(self, location: Location) -> str:
        """The address of a line, where the place is known to have one, else that of its file."""
        address = self.file(location.path)
        if location.line < 2 or not address or urlsplit(address).query or urlsplit(address).fragment:
            return address
        if _BITBUCKET.match(address):
            return f"{address}#lines-{location.line}"
        if not (_GITLAB.match(address) or _GITHUB.match(address) or _GITEA.match(address)):
            return address
        # Without `plain` GitHub shows Markdown as it is rendered, which has no lines.
        plain = "?plain=1" if "/blob/" in address and location.path.endswith(".md") else ""
        return f"{address}{plain}#L{location.line}"

    def new(self, path: str, text: str = "") -> str:
        """The address of an editor with a new file, filled in with a text if that isn't too long; "" for none.

        The folders of the path needn't exist yet. On GitHub the branch's name can't have a slash in it.
        """
        probe = self.file(_PROBE)
        if not probe.endswith(f"/{_PROBE}"):
            return ""
        docs = probe.removesuffix(f"/{_PROBE}")
        if found := _GITLAB.fullmatch(docs):
            start, name, value = f"{found['repository']}/-/new/{found['rest']}", "file_name", "content"
        elif found := _GITHUB.fullmatch(docs):
            # The whole path is in the name: of an address GitHub leaves out the last folder where there is a name.
            branch, _, folder = found["rest"].partition("/")
            start, name, value = f"{found['repository']}/new/{branch}", "filename", "value"
            path = f"{folder}/{path}" if folder else path
        else:
            return ""
        address = f"{start}?{name}={quote(path, safe='/')}"
        filled = f"{address}&{value}={quote(text, safe='/')}"
        return filled if text and len(filled) <= LONGEST else address

    def new_from(self, path: str, text: Callable[[int], str]) -> str:
        """The same with the longest text that there is room for; `text` makes one of at most so many characters."""
        whole = text(LONGEST)
        filled = self.new(path, whole)
        return filled if filled != self.new(path) else self.new(path, text(len(whole) // 2))


def _resolved(address: str) -> str:
    """An address without steps to a parent folder."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=normpath(parts.path))) if "/../" in parts.path else address
