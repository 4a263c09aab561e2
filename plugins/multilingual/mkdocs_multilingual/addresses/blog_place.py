"""Where the files of the blog are: paths of its options, normalised once, within the files of each language."""

from __future__ import annotations

import re
from posixpath import join, normpath

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message
from mkdocs_foundation.site import Site, Structure
from mkdocs_foundation.values import dataclass

from ..saying import say

_FIELD = pattern(r"\{([^{}]*)\}")


class PlaceError(ValueError):
    """An option with a path can't be used; the message names the option, what is allowed and what to write."""


@dataclass(frozen=True)
class BlogPlace:
    """Folders and files of the blog, as keys: paths without the language."""

    folder: str = "blog"
    """Folder of the blog; "" where it is that of the whole language."""
    posts: str = "blog/posts"
    """Folder of the posts, which need not be below that of the blog."""
    authors_file: str = "blog/.authors.yml"
    """The authors."""

    @property
    def index(self) -> str:
        """The front page of the blog."""
        return self.below("index.md")

    @property
    def categories_file(self) -> str:
        """The names of the categories."""
        return self.below(".categories.yml")

    def below(self, path: str) -> str:
        """A path within the folder of the blog."""
        return normpath(join(self.folder, path))

    def is_post(self, key: str) -> bool:
        """Whether a page is in the folder of the posts, and not the front page of the blog, which may be there too."""
        return key.startswith(f"{self.posts}/") and key != self.index

    def holds(self, key: str) -> bool:
        """Whether the blog decides the address of a page: of each in its folder, or of posts where that is the site."""
        return self.is_post(key) or bool(self.folder and key.startswith(f"{self.folder}/"))


def place(blog_dir: str, post_dir: str, authors_file: str, site: Site) -> BlogPlace:
    """The place that the options name, in whatever spelling of the paths. Raises `PlaceError`."""
    folder = _path("blog_dir", blog_dir, "", site)
    posts = _path("post_dir", post_dir, folder, site)
    if not posts:
        raise PlaceError(_message("post_dir", post_dir, say("a folder with nothing but posts"), "{blog}/posts"))
    people = _path("authors_file", authors_file, folder, site)
    if not people:
        raise PlaceError(_message("authors_file", authors_file, say("a file"), "{blog}/.authors.yml"))
    return BlogPlace(folder, posts, people)


def _path(option: str, written: str, blog: str, site: Site) -> str:
    """A path below the folder of each language, without a slash at either end; "" for that folder itself."""
    unknown = [name for name in _FIELD.findall(written) if name != "blog" or option == "blog_dir"]
    if unknown or re.search(r"[{}]", _FIELD.sub("", written)):
        fields = say("no braces") if option == "blog_dir" else say("no braces but {blog}, the folder of the blog")
        raise PlaceError(_message(option, written, fields, "blog"))
    path = normpath(written.replace("\\", "/").replace("{blog}", blog or ".").strip().strip("/") or ".")
    first, _, rest = path.partition("/")
    if first == "..":
        raise PlaceError(_message(option, written, say("a path below the docs folder"), "blog"))
    if site.structure is Structure.FOLDER and first in site.languages:
        allowed = say("a path that is looked for in the folder of each language")
        raise PlaceError(_message(option, written, allowed, rest or "."))
    return "" if path == "." else path


def _message(option: str, written: str, allowed: Message, example: str) -> Message:
    return say(
        "The option `{option}` of multilingual-blog is `{written}`. Allowed: {allowed}. Write it in mkdocs.yml such as "
        "`{example}`.",
        option=option,
        written=written,
        allowed=allowed,
        example=example,
    )
