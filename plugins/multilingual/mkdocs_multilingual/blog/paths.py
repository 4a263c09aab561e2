"""Keys of the pages of a blog, paths without the language, from which MkDocs makes the addresses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from posixpath import basename, dirname, join, normpath, splitext

from mkdocs_foundation.patterns import pattern

from ..tags import normal_form
from ..typography.dates import formatted
from .options import BlogOptions
from .post_settings import PostSettings

_FORBIDDEN = pattern(r'[\x00-\x1f\\/:*?"<>|]')
"""What the name of a folder can't have everywhere."""


def of_post(key: str, title: str, settings: PostSettings, options: BlogOptions, locale: str, slug: str = "") -> str:
    """Path of the post with the file at `key`; `slug` replaces its own."""
    categories = settings.categories[: options.post_url_max_categories]
    written = options.post_url_format.format(
        categories="/".join(options.category_slugs(name) or normal_form(name) for name in categories),
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


def of_categories(names: Iterable[str], options: BlogOptions) -> dict[str, str]:
    """Path of the list of each category: spellings of one name share one, different names have different ones.

    A name whose slug is another's too, such as `C++` beside `C#`, keeps its signs in the address, and so has one
    without a letter.
    """
    names = sorted(set(names))
    slugs = {name: options.category_slugs(name).strip(options.category_slugs.separator) for name in names}
    forms: dict[str, set[str]] = {}
    for name, slug in slugs.items():
        forms.setdefault(slug, set()).add(normal_form(name))
    found: dict[str, str] = {}
    taken: dict[str, str] = {}
    separator = options.category_slugs.separator

    def has_all(name: str) -> bool:
        return normal_form(name).replace(" ", separator) == slugs[name]

    for name in sorted(names, key=lambda name: not has_all(name)):
        form, slug = normal_form(name), slugs[name]
        if not slug or (len(forms[slug]) > 1 and not has_all(name)):
            slug = _FORBIDDEN.sub(" ", form).strip(" .") or "-"
            slug = separator.join(slug.split())
        while taken.setdefault(slug, form) != form:
            slug += "+"
        found[name] = _below(options.place.folder, options.category_url_format.format(slug=slug))
    return found


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
