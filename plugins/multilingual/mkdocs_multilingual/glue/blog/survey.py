"""The blog of every language, planned before the first is built, so that each page has its counterparts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_foundation.reports.message import Message, of_machine
from mkdocs_foundation.reports.message import words as of_words
from mkdocs_foundation.reports.problems import labelled
from mkdocs_foundation.site import Site
from mkdocs_foundation.values import dataclass

from ...addresses.blog_place import BlogPlace
from ...blog import authors, categories, lists, origins, posts
from ...blog.checks import BlogFiles
from ...blog.lists import BlogList, LanguagePlan
from ...blog.options import BlogOptions
from ...blog.posts import Drafts
from ...blog.views import BlogPageKind, Key
from ...saying import say
from .host import Host
from .localized import PublishedElsewhere, give_address, set_counterparts


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
        if host.library.page(locale, options.place.index)
    }
    files = {locale: _files(plan, host, config) for locale, plan in plans.items()}
    keys = {file.src_uri: key for found in files.values() for key, file in found.items()}
    return Survey(plans, files, keys)


def nothing_found(found: Survey, place: BlogPlace, site: Site) -> str:
    """What a build without any blog, or without a post where the options say that posts are, is to be told; else ""."""
    source = site.source_locale
    if place == BlogPlace() and not found.plans:
        return ""  # a site that has no blog yet
    if not found.plans:
        return _told(
            say("There is no blog."),
            say("no file {file}, nor one in another language", file=site.shown(site.uri(source, place.index))),
            say("the page of the blog in at least one language"),
            say("Write that page, with the title of the blog, or correct `blog_dir` in mkdocs.yml."),
        )
    if place.posts != BlogPlace(place.folder).below("posts") and not any(plan.posts for plan in found.plans.values()):
        return _told(
            say("The blog has no posts."),
            say("no post in {place}/, nor in another language", place=site.shown(site.below(source, place.posts))),
            say("posts in that folder"),
            say("Correct `post_dir` in mkdocs.yml: pages elsewhere are no posts."),
        )
    return ""


def _told(message: Message, *texts: Message) -> str:
    words = of_words(of_machine())
    return "\n".join([words(message), *labelled(texts, words)])


def _plan(host: Host, locale: str, options: BlogOptions, sources: BlogFiles, drafts: Drafts) -> LanguagePlan:
    pages = host.library.in_language(locale)
    read = (posts.read(page, options, drafts) for page in pages if sources.rules.is_post(page))
    shown = posts.in_order(post for post in read if post and not drafts.keep_out(post.settings))
    people = sources.of(host.site, locale, options.place.authors_file)
    names = sources.of(host.site, locale, options.place.categories_file)
    known_people = authors.read(people[1], people[0])[0] if people else None
    known_names = categories.read(names[1], names[0])[0] if names else None
    plan = lists.plan(
        shown,
        options,
        locale=locale,
        people=known_people.people if known_people else {},
        categories=known_names.names if known_names else {},
        source_locale=host.site.source_locale,
    )

    def with_origin(shown: BlogList) -> BlogList:
        found = origins.origin(shown, lambda path: host.library.page(locale, path), known_names, known_people)
        return replace(shown, origin=found)

    return replace(plan, lists=tuple(map(with_origin, plan.lists)))


def _files(plan: LanguagePlan, host: Host, config: MkDocsConfig) -> dict[Key, File]:
    """A file for each page, at the path of its source; no page is made of it, others link to it."""
    uris = {Key(BlogPageKind.POST, post.page.key): post.page.uri for post in plan.posts}
    found: dict[Key, File] = {}
    for key, path in plan.pages.items():
        uri = uris.get(key) or host.uri(plan.locale, path)
        file = File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)
        give_address(file, path, plan.locale, host, config)
        found[key] = file
    return found


def set_all_counterparts(found: Survey, files: Files, options: BlogOptions, host: Host) -> None:
    """Give each page of the blog its counterparts in the other languages."""
    indexes = {other: pages[Key(BlogPageKind.INDEX)] for other, pages in found.files.items()}
    for file in files.documentation_pages(inclusion=lambda level: True):
        key = found.keys.get(file.src_uri)
        if key or _is_of_blog(file, host.locale, host, options):
            counterparts = {other: pages[key] for other, pages in found.files.items() if key and key in pages}
            set_counterparts(file, host.locale, counterparts, indexes)


def replace_source_blog(found: Survey, files: Files, options: BlogOptions, host: Host) -> None:
    """Replace the source language's blog, where static-i18n falls back on it, by files with its own addresses."""
    source = host.site.source_locale
    if host.locale == source:
        return
    published = found.files.get(source, {})
    for file in list(files.documentation_pages(inclusion=lambda level: True)):
        # Another page in its folder, such as a guide for authors, stands in like any page.
        is_page = file.src_uri in found.keys or options.place.is_post(host.site.key_of(file.src_uri))
        if is_page and _is_of_blog(file, source, host, options):
            files.remove(file)
            target = published.get(found.keys.get(file.src_uri, Key(BlogPageKind.POST)))
            if target is not None:
                files.append(PublishedElsewhere(file, target))


def _is_of_blog(file: File, locale: str, host: Host, options: BlogOptions) -> bool:
    """Whether a page of a language belongs to the blog."""
    located = host.site.locate(file.src_uri)
    return located is not None and located[0] == locale and options.place.holds(located[1])
