"""The lists of a blog: its front page, the archive, the categories and the profiles of its authors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from math import ceil

from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.values import dataclass

from ..typography.dates import formatted
from . import paths
from .authors import Author
from .options import BlogOptions
from .posts import BlogPost
from .views import BlogPageKind, Key, Listing, category_key, pages


@dataclass(frozen=True)
class BlogList:
    """One list of posts, whatever number of pages it is split into."""

    kind: BlogPageKind
    """Kind of the list."""
    key: str
    """Name that is the same in every language, which pairs lists."""
    name: str
    """Name that readers see."""
    path: str
    """Path of its first page, without the language."""
    posts: tuple[BlogPost, ...] = ()
    """Posts, in the order of the blog."""
    origin: Location | None = None
    """Where its author writes it."""


@dataclass(frozen=True)
class LanguagePlan:
    """The blog of one language as it will be, known before any language is built."""

    locale: str
    """Its language."""
    posts: tuple[BlogPost, ...] = ()
    """Published posts, in the order of lists."""
    lists: tuple[BlogList, ...] = ()
    """The front page, the archive, the categories and the profiles, each kind in its order."""
    people: Mapping[str, Author] = field(default_factory=dict)
    """Authors by id."""
    pages: Mapping[Key, str] = field(default_factory=dict)
    """Path of every page without the language, which decides its address."""


def by_name(shown: BlogList) -> str:
    """For the option `categories_sort_by`: the name."""
    return shown.name


def by_post_count(shown: BlogList) -> int:
    """For the option `categories_sort_by`: the number of posts."""
    return len(shown.posts)


def plan(
    posts: Sequence[BlogPost],
    options: BlogOptions,
    *,
    locale: str,
    people: Mapping[str, Author] | None = None,
    categories: Mapping[str, str] | None = None,
    source_locale: str = "",
) -> LanguagePlan:
    """The blog of a language with these posts.

    `categories` are the names of categories by id; `source_locale` is the language whose dates name the archive in
    every language.
    """
    people, categories = people or {}, categories or {}
    lists = [BlogList(BlogPageKind.INDEX, "", "", options.place.index, tuple(posts))]
    if options.has_archive:
        lists += _archive(posts, options, locale, source_locale or locale)
    if options.has_categories:
        lists += _categories(posts, options, categories)
    if options.has_profiles:
        lists += _profiles(posts, options, people)
    found: dict[Key, str] = {Key(BlogPageKind.POST, post.page.key): post.path for post in posts}
    listings = [Listing(shown.kind, shown.key, shown.path) for shown in lists for _ in shown.posts or (None,)]
    for key, path in pages(listings, lambda kind: options.of(kind).per_page).items():
        found[key] = paths.of_page(path, key.number, options)
    return LanguagePlan(locale, tuple(posts), tuple(lists), people, found)


def page_count(shown: BlogList, options: BlogOptions) -> int:
    """How many pages a list is split into."""
    step = options.of(shown.kind).per_page
    return max(1, ceil(len(shown.posts) / step)) if step else 1


def _grouped(
    kind: BlogPageKind, entries: Iterable[tuple[str, str, str, BlogPost]], name: Callable[[str], str] = str
) -> list[BlogList]:
    """Lists of posts that have the same path; each entry is path, key, name and post."""
    found: dict[str, tuple[str, str, list[BlogPost]]] = {}
    for path, key, shown, post in entries:
        found.setdefault(path, (key, name(shown), []))[2].append(post)
    return [BlogList(kind, key, shown, path, tuple(posts)) for path, (key, shown, posts) in found.items()]


def _archive(posts: Sequence[BlogPost], options: BlogOptions, locale: str, source_locale: str) -> list[BlogList]:
    """The newest first, pinned or not."""
    days = [(post.settings.date.created, post) for post in posts]
    lists = _grouped(
        BlogPageKind.ARCHIVE,
        (
            (
                paths.of_archive(day, options, locale),
                paths.archive_name(day, options, source_locale),
                formatted(day, options.archive_date_format, locale),
                post,
            )
            for day, post in days
        ),
        lambda name: name[:1].upper() + name[1:],  # a heading, though months within a sentence have no capital
    )
    return sorted(lists, key=lambda shown: max(post.settings.date.created for post in shown.posts), reverse=True)


def _categories(posts: Sequence[BlogPost], options: BlogOptions, categories: Mapping[str, str]) -> list[BlogList]:
    """Lists sorted by name, then by `categories_sort_by`."""
    at = paths.of_categories((name for post in posts for name in post.settings.categories), options)
    lists = _grouped(
        BlogPageKind.CATEGORY,
        ((at[name], category_key(name, categories), name, post) for post in posts for name in post.settings.categories),
    )
    lists.sort(key=by_name)
    return sorted(lists, key=options.sort_categories_by, reverse=options.reverse_categories)


def _profiles(posts: Sequence[BlogPost], options: BlogOptions, people: Mapping[str, Author]) -> list[BlogList]:
    """The lists of authors, in the order of the posts."""
    return _grouped(
        BlogPageKind.AUTHOR,
        (
            (paths.of_profile(people[id].slug or id, people[id].name, options), id, people[id].name, post)
            for post in posts
            for id in post.settings.authors
            if id in people
        ),
    )
