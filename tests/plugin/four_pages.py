"""Every page that the site of `four_languages.py` must have, worked out from its posts and not from the plugins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from urllib.parse import quote

from tests.plugin.four_languages import CATEGORIES, LANGUAGES, POSTS, posts_of, prefix

SECTIONS = ("", "articles/", "self-assessments/", "blog/")
PAGES = {
    "articles/trust": LANGUAGES,
    "self-assessments/trust": LANGUAGES,
    "articles/two-languages": ("da", "sv"),
    "articles/only-danish": ("da",),
}
"""Pages outside the blog by path, and their languages."""
A_PAGE = 3
"""Posts a page."""


@dataclass(frozen=True)
class Expected:
    """A page in all its languages."""

    paths: Mapping[str, str]
    """Within each language that has it; a folder's own page ends with a slash."""
    in_blog: bool = False
    is_further: bool = False
    """Whether it goes on with a list that didn't fit on one page."""


@dataclass(frozen=True)
class Layout:
    """Where pages are."""

    site_url: str
    fallback: bool
    directories: bool

    def file(self, locale: str, path: str) -> str:
        """The file of a page below the site's folder."""
        if path == "" or path.endswith("/"):
            return f"{prefix(locale)}{path}index.html"
        return f"{prefix(locale)}{path}/index.html" if self.directories else f"{prefix(locale)}{path}.html"

    def address(self, locale: str, path: str) -> str:
        """The absolute address of a page."""
        file = self.file(locale, path)
        return self.site_url + quote(file.removesuffix("index.html") if self.directories else file)


def expected() -> list[Expected]:
    """Every page, without fallbacks."""
    pages = [Expected(dict.fromkeys(LANGUAGES, path), path == "blog/") for path in SECTIONS]
    pages += [Expected(dict.fromkeys(locales, path)) for path, locales in PAGES.items()]
    pages += [
        Expected({locale: f"blog/{slug}" for locale, slug in post.slugs.items()}, True)
        for post in POSTS
        if not post.draft
    ]
    return [*pages, *_lists()]


def _lists() -> Iterator[Expected]:
    """The further pages of the blog's front page, and the lists of months, categories and authors."""
    lists: dict[str, dict[str, list[str]]] = {}
    for locale in LANGUAGES:
        for post in posts_of(locale):
            names = {f"archive/{post.date[:4]}/{post.date[5:7]}": f"archive/{post.date[:4]}/{post.date[5:7]}"}
            names |= {id: f"category/{CATEGORIES[id][locale].lower().replace(' ', '-')}" for id in post.categories}
            names |= {f"author/{id}": f"author/{id}" for id in post.authors}
            for name, path in {"": "", **names}.items():
                lists.setdefault(name, {}).setdefault(locale, []).append(path)
    for name, by_language in lists.items():
        for number in range(1, 1 + max(ceil(len(paths) / A_PAGE) for paths in by_language.values())):
            paths = {
                locale: _numbered(f"blog/{paths[0]}", number)
                for locale, paths in by_language.items()
                if number <= ceil(len(paths) / A_PAGE)
            }
            if name or number > 1:
                yield Expected(paths, True, number > 1)


def _numbered(path: str, number: int) -> str:
    if number == 1:
        return path
    return f"{path}page/{number}/" if path.endswith("/") else f"{path}/page/{number}"
