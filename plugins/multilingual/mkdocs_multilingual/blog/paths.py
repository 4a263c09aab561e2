"""Keys of the pages of a blog, paths without the language, from which MkDocs makes the addresses."""

from __future__ import annotations

from datetime import datetime
from posixpath import basename, dirname, join, normpath, splitext

from ..typography.dates import formatted
from .options import BlogOptions
from .post_settings import PostSettings


def of_post(key: str, title: str, settings: PostSettings, options: BlogOptions, locale: str, slug: str = "") -> str:
    """Path of the post with the file at `key`; `slug` replaces its own."""
    categories = settings.categories[: options.post_url_max_categories]
    written = options.post_url_format.format(
        categories="/".join(options.category_slugs(name) for name in categories),
        date=formatted(settings.date.created, options.post_url_date_format, locale),
        file=splitext(basename(key))[0],
        slug=slug or settings.slug or options.slugs(title),
    )
    return _below(options.place.folder, written)


def of_archive(day: datetime, options: BlogOptions, locale: str) -> str:
    """Path of the list of the archive that a day belongs to."""
    return _below(options.place.folder, options.archive_url_format.format(date=archive_name(day, options, locale)))


def archive_name(day: datetime, options: BlogOptions, locale: str) -> str:
    """The date in an address of the archive."""
    return formatted(day, options.archive_url_date_format, locale)


def of_category(name: str, options: BlogOptions) -> str:
    """Path of the list of a category."""
    return _below(options.place.folder, options.category_url_format.format(slug=options.category_slugs(name)))


def of_profile(slug: str, name: str, options: BlogOptions) -> str:
    """Path of the list of an author."""
    return _below(options.place.folder, options.profile_url_format.format(slug=slug, name=name))


def of_page(path: str, number: int, options: BlogOptions) -> str:
    """Path of a page of the list at a path, whose first page is the list's own."""
    if number == 1:
        return path
    written = options.further_url_format.format(page=number)
    if basename(path) == "index.md":
        return _below(dirname(path), f"{written.strip('/')}/index")
    return _below(splitext(path)[0], written)


def _below(folder: str, written: str) -> str:
    return normpath(join(folder, f"{normpath(written.strip('/'))}.md"))
