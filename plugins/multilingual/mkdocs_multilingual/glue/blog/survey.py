"""The blog of every language, planned before the first is built, so that each page has its counterparts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_foundation.glue import static_i18n

from ...blog import authors, categories, lists, posts
from ...blog.checks import BlogFiles
from ...blog.lists import LanguagePlan
from ...blog.options import BlogOptions
from ...blog.posts import Drafts
from ...blog.views import BlogPageKind, Key
from .host import Host
from .localized import PublishedElsewhere, destination, set_counterparts


@dataclass(frozen=True)
class Survey:
    """The blogs of all languages that have one."""

    plans: Mapping[str, LanguagePlan] = field(default_factory=dict)
    """By locale."""
    files: Mapping[str, Mapping[Key, File]] = field(default_factory=dict)
    """Files of every page, with its address, by locale and key."""
    keys: Mapping[str, Key] = field(default_factory=dict)
    """Key of every page, by its path below the docs folder."""


def survey(host: Host, options: BlogOptions, sources: BlogFiles, drafts: Drafts, config: MkDocsConfig) -> Survey:
    """Plan the blogs of all languages."""
    plans = {
        locale: _plan(host, locale, options, sources, drafts)
        for locale in host.site.languages
        if host.library.page(locale, sources.rules.index)
    }
    files = {locale: _files(plan, host, config) for locale, plan in plans.items()}
    keys = {file.src_uri: key for found in files.values() for key, file in found.items()}
    return Survey(plans, files, keys)


def _plan(host: Host, locale: str, options: BlogOptions, sources: BlogFiles, drafts: Drafts) -> LanguagePlan:
    rules, prefix = sources.rules, host.prefix(locale)
    read = (
        posts.read(page, options, prefix, drafts) for page in host.library.in_language(locale) if rules.is_post(page)
    )
    shown = posts.in_order(post for post in read if post and not drafts.keep_out(post.settings))
    people, names = rules.uri(locale, rules.authors_file), rules.uri(locale, rules.categories_file)
    return lists.plan(
        shown,
        options,
        locale=locale,
        prefix=prefix,
        people=authors.read(sources.contents[people], people)[0].people if people in sources.contents else {},
        categories=categories.read(sources.contents[names], names)[0].names if names in sources.contents else {},
        source_locale=host.site.source_locale,
    )


def _files(plan: LanguagePlan, host: Host, config: MkDocsConfig) -> dict[Key, File]:
    """A file for each page, at the path of its source; no page is made of it, others link to it."""
    uris = {Key(BlogPageKind.POST, post.page.key): post.page.uri for post in plan.posts}
    found: dict[Key, File] = {}
    for key, path in plan.pages.items():
        file = File(uris.get(key, path), config.docs_dir, config.site_dir, config.use_directory_urls)
        static_i18n.move(file, destination(path, plan.locale, host, config), config)
        static_i18n.localize_at(file, plan.locale, host.site)
        found[key] = file
    return found


def set_all_counterparts(found: Survey, files: Files, options: BlogOptions, host: Host) -> None:
    """Give each page of the blog its counterparts in the other languages."""
    indexes = {other: pages[Key(BlogPageKind.INDEX)] for other, pages in found.files.items()}
    for file in files.documentation_pages(inclusion=lambda level: True):
        key = found.keys.get(file.src_uri)
        if key or _is_of_blog(file, host.prefix(host.locale), options):
            counterparts = {other: pages[key] for other, pages in found.files.items() if key and key in pages}
            set_counterparts(file, host.locale, counterparts, indexes)


def replace_source_blog(found: Survey, files: Files, options: BlogOptions, host: Host) -> None:
    """Replace the source language's blog, where static-i18n falls back on it, by files with its own addresses."""
    source = host.site.source_locale
    if host.locale == source:
        return
    published = found.files.get(source, {})
    for file in list(files.documentation_pages(inclusion=lambda level: True)):
        if _is_of_blog(file, host.prefix(source), options):
            files.remove(file)
            target = published.get(found.keys.get(file.src_uri, Key(BlogPageKind.POST)))
            if target is not None:
                files.append(PublishedElsewhere(file, target))


def _is_of_blog(file: File, prefix: str, options: BlogOptions) -> bool:
    """Whether a page is in the folder of the blog, or in that of the posts where the blog is the whole site."""
    if not file.src_uri.startswith(prefix):
        return False
    if options.folder == ".":
        return file.src_uri.startswith(f"{prefix}{options.posts_folder}/")
    return file.src_uri.startswith(f"{options.home(prefix)}/")
