"""The checks of the blog over all languages together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import TypeVar

from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest, offer, suggest
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage, SourcePages
from mkdocs_foundation.values import dataclass

from ..addresses import slugs
from ..addresses.blog_place import BlogPlace
from ..problem_codes import ProblemCode
from ..saying import say
from ..tags import normal_form
from . import authors, categories, post_addresses, settings
from .authors import Authors
from .categories import Categories
from .rules import BlogRules

_File = TypeVar("_File")
_SIGNS = ("date", "authors", "categories")
"""Settings that only a post has."""


@dataclass(frozen=True)
class BlogFiles:
    """The blog's options, and its files that aren't pages."""

    rules: BlogRules
    """The options."""
    contents: Mapping[str, str | bytes] = field(default_factory=dict)
    """`.authors.yml` and `.categories.yml` of each language that has them, by path below the docs folder."""

    def of(self, site: Site, locale: str, key: str) -> tuple[str, str | bytes] | None:
        """Path and content of a language's file, or of one for all languages."""
        return next(((uri, self.contents[uri]) for uri in site.data_files(locale, key) if uri in self.contents), None)


def data_files(place: BlogPlace, site: Site) -> list[str]:
    """Every path, below the docs folder, that a file with authors or categories may have."""
    keys = (place.authors_file, place.categories_file)
    return [uri for locale in site.languages for key in keys for uri in site.data_files(locale, key)]


@dataclass(frozen=True)
class _Blog:
    """The blog of a language."""

    locale: str
    posts: Sequence[SourcePage]
    authors: Authors | None
    categories: Categories | None


def check(library: SourcePages, site: Site, files: BlogFiles) -> list[Problem]:
    """All problems of the blog, in all languages."""
    rules = files.rules
    problems: list[Problem] = []
    blogs: list[_Blog] = []
    for locale in site.languages:
        pages = library.in_language(locale)
        posts = [page for page in pages if rules.is_post(page) and not _is_unreadable(page)]
        found: list[Problem] = [*_index(library, site, locale, posts, rules.place), *_misplaced(pages, site, rules)]
        people, wrong = _read(authors.read, files.of(site, locale, rules.place.authors_file))
        names, unclear = _read(categories.read, files.of(site, locale, rules.place.categories_file))
        blogs.append(_Blog(locale, posts, people, names))
        problems += [*found, *wrong, *unclear]
    problems += _counterparts(blogs, site, rules)
    problems += _outside(library, site, rules)
    for blog in blogs:
        for post in blog.posts:
            problems += settings.check(post, rules)
        problems += _authors(blog, site, rules)
        problems += _categories(blog, blogs, site, rules)
        broken = {problem.location.path for problem in problems}
        problems += post_addresses.check([post for post in blog.posts if post.uri not in broken], site, rules)
    return list(dict.fromkeys(problems))  # languages may share a file


def _is_unreadable(page: SourcePage) -> bool:
    """Whether a page has settings that can't be read, which is reported elsewhere."""
    return not page.matter.values and (page.body.startswith(("\n", "---")))


def _read(
    reader: Callable[[str | bytes, str], tuple[_File, list[Problem]]], file: tuple[str, str | bytes] | None
) -> tuple[_File | None, list[Problem]]:
    return reader(file[1], file[0]) if file else (None, [])


def _index(
    library: SourcePages, site: Site, locale: str, posts: Sequence[SourcePage], place: BlogPlace
) -> list[Problem]:
    index = library.page(locale, place.index)
    if index and slugs.usable(index.matter.values.get("slug")) != "":
        return [
            Problem(
                ProblemCode.BAD_SLUG,
                Location(index.uri, index.matter.line("slug")),
                say(
                    "The front page of the blog can have no slug: the folder of the blog has one name in all languages."
                ),
                verbatim(index.matter.values["slug"]),
                say("no slug; the address ends with {folder}/", folder=place.folder),
                say("Remove the line."),
            )
        ]
    if not posts or index:
        return []
    return [
        Problem(
            ProblemCode.BLOG_INDEX,
            Location(posts[0].uri, 1),
            say("The blog of this language has posts, and no front page to list them."),
            say("no file {file}", file=site.shown(site.uri(locale, place.index))),
            say("a file {file} with the blog's title", file=site.shown(site.uri(locale, place.index))),
            say('Make the file, with one line: "# " and the name that the blog has in this language.'),
        )
    ]


def _misplaced(pages: Sequence[SourcePage], site: Site, rules: BlogRules) -> list[Problem]:
    problems = []
    folder, index = rules.place.folder, rules.place.index
    for page in pages:
        sign = next((sign for sign in _SIGNS if sign in page.matter.values), None)
        place = site.shown(site.below(page.locale, rules.place.posts))
        if sign and folder and page.key.startswith(f"{folder}/") and page.key != index and not rules.is_post(page):
            problems.append(
                Problem(
                    ProblemCode.POST_PLACE,
                    Location(page.uri, page.matter.line(sign)),
                    say("A post is outside the folder of the posts, where the blog doesn't look for it."),
                    verbatim(site.shown(page.uri)),
                    say("posts in {place}/", place=place),
                    say(
                        'Move the file to {place}/. If it is no post, remove the setting "{sign}".',
                        place=place,
                        sign=sign,
                    ),
                )
            )
    return problems


def _outside(library: SourcePages, site: Site, rules: BlogRules) -> list[Problem]:
    """Posts that are in the folder of posts, but not in that of a language: one problem for all of them."""
    posts = sorted((page for page in library.outside if rules.is_post(page)), key=lambda page: page.uri)
    if not posts:
        return []
    place = site.shown(site.below(site.source_locale, rules.place.posts))
    return [
        Problem(
            ProblemCode.POST_PLACE,
            Location(posts[0].uri, 1),
            say("A post is in the folder of no language, and would be no post of any blog."),
            say("{file}, and {count} more", file=site.shown(posts[0].uri), count=len(posts) - 1)
            if len(posts) > 1
            else verbatim(site.shown(posts[0].uri)),
            say("posts in {place}/, and so on for each language", place=place),
            say("Move the folder to {place}/, or to that of the language it is written in.", place=place),
        )
    ]


def _named(post: SourcePage, setting: str) -> list[str]:
    """The names in a list of a post's settings; none where it is no list, which `settings` reports."""
    written = post.matter.values.get(setting)
    return list(dict.fromkeys(n for n in written if isinstance(n, str))) if isinstance(written, list) else []


def _authors(blog: _Blog, site: Site, rules: BlogRules) -> list[Problem]:
    if not rules.authors or (blog.authors and not blog.authors.is_usable):
        return []
    known = blog.authors.names if blog.authors else {}
    uri = site.shown(blog.authors.uri if blog.authors else site.uri(blog.locale, rules.place.authors_file))
    problems = []
    for post in blog.posts:
        for id in _named(post, "authors"):
            if id in known:
                continue
            by_name = {name: own for own, name in known.items()}
            near = nearest(id, [*known, *by_name])
            near = by_name.get(near or "", near)
            otherwise = say("Add the author to {uri}, or correct the id.", uri=uri)
            problems.append(
                Problem(
                    ProblemCode.UNKNOWN_AUTHOR,
                    Location(post.uri, post.matter.line("authors")),
                    say("There is no author with this id."),
                    verbatim(id),
                    (
                        say("{names} (the ids in {uri})", names=listed(known), uri=uri)
                        if known
                        else say("an id in {uri}, which isn't there", uri=uri)
                    ),
                    offer(near, otherwise),
                )
            )
            if not blog.authors:
                return problems  # one file is missing, not an author in each post
    return problems


def _counterparts(blogs: Sequence[_Blog], site: Site, rules: BlogRules) -> list[Problem]:
    if not rules.categories:
        return []
    files = {blog.locale: blog.categories for blog in blogs if blog.categories}
    without = {
        blog.locale: site.uri(blog.locale, rules.place.categories_file)
        for blog in blogs
        if not blog.categories and any(_named(post, "categories") for post in blog.posts)
    }
    return categories.compare(files, without, site.shown)


def _categories(blog: _Blog, blogs: Sequence[_Blog], site: Site, rules: BlogRules) -> list[Problem]:
    if not rules.categories:
        return []
    if blog.categories and not blog.categories.is_usable:
        return []
    allowed = list(blog.categories.names.values()) if blog.categories else list(rules.allowed_categories)
    if not allowed:
        return _spellings(blog, site)
    place = (
        say("the names in {file}", file=site.shown(blog.categories.uri))
        if blog.categories
        else verbatim("`categories_allowed` in mkdocs.yml")
    )
    ids: dict[str, str] = {}
    for other in blogs:
        if other.categories and blog.categories:
            ids |= {name: id for id, name in other.categories.names.items()}
            ids |= {id: id for id in other.categories.names}
    problems = []
    for post in blog.posts:
        for name in _named(post, "categories"):
            if name in allowed:
                continue
            own = blog.categories.names.get(ids.get(name, "")) if blog.categories else None
            remedy = (
                say('Write "{own}".', own=own)
                if own
                else suggest(name, allowed, say("Choose one of these, or add it there: {place}.", place=place))
            )
            problems.append(
                Problem(
                    ProblemCode.UNKNOWN_CATEGORY,
                    Location(post.uri, post.matter.line("categories")),
                    say("The blog has no such category in this language."),
                    verbatim(name),
                    say("{names} ({place})", names=listed(allowed), place=place),
                    remedy,
                )
            )
    return problems


def _spellings(blog: _Blog, site: Site) -> list[Problem]:
    """Spellings of one name, which have one address; the most common one counts as right."""
    uses: dict[str, list[SourcePage]] = {}
    for post in blog.posts:
        for name in _named(post, "categories"):
            uses.setdefault(name, []).append(post)
    right: dict[str, str] = {}
    for name in sorted(uses, key=lambda name: -len(uses[name])):
        right.setdefault(normal_form(name), name)
    return [
        Problem(
            ProblemCode.CATEGORY_SPELLING,
            Location(post.uri, post.matter.line("categories")),
            say("A category is spelt in two ways, so that it would be two."),
            say(
                "{name} here, {right} in {file}",
                name=name,
                right=right[normal_form(name)],
                file=site.shown(uses[right[normal_form(name)]][0].uri),
            ),
            say("one spelling of each category"),
            say('Write "{right}" in both, or the other in both.', right=right[normal_form(name)]),
        )
        for name, posts in uses.items()
        if right[normal_form(name)] != name
        for post in posts
    ]
