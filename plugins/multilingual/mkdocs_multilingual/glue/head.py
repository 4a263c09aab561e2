"""The heads of finished pages, and the sitemap of them all."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.glue import titles as glue_titles
from mkdocs_foundation.output.web_addresses import join
from mkdocs_foundation.templates.titles import plain

from ..fallback.mode import Fallback
from ..head import existing
from ..head.facts import Crumb, PageFacts, SchemaType, SiteFacts
from ..head.sitemap import Entry, sitemap
from ..head.structured import structured_data
from ..head.tags import tags
from ..page_html import into_head, to_head_end
from . import pages
from .blog.pages import Post
from .relations import with_script
from .state import Build

SITEMAP = "sitemap.xml"
_KINDS = {
    "home": SchemaType.HOME,
    "post": SchemaType.POST,
    "post-list": SchemaType.COLLECTION,
    "index": SchemaType.COLLECTION,
    "topic-list": SchemaType.COLLECTION,
    "hub": SchemaType.ARTICLE,
    "article": SchemaType.ARTICLE,
}
"""By the name of a page kind; every other page is a plain one."""


class Head:
    """The heads of one build of all languages."""

    def __init__(self, image: str = "") -> None:
        """Begin with an empty sitemap; `image` is shown for pages that have none of their own."""
        self._image = image
        self.entries: dict[str, list[Entry]] = {}
        """Entries of the sitemap, by the locale of the build."""
        self._shared: dict[str, SiteFacts] = {}

    def finish(self, output: str, page: Page, build: Build) -> tuple[str, Entry | None]:
        """A finished page with its head corrected; and its entry in the sitemap, if it may be found."""
        locale, config = build.locale, build.config
        facts, entry = self._facts(page, build), None
        if pages.is_public(page, locale) and facts.address:
            entry = Entry(facts.address, facts.translations, facts.modified or facts.published)
            self.entries.setdefault(locale, []).append(entry)
        canonical = (pages.address(build.bases, page.file, locale), facts.address)
        top, rest = to_head_end(glue_titles.with_safe_head(output, page, config))
        top, taken = existing.without_wrong(top, canonical, static_i18n.has_own_switcher(config))
        title_locale = facts.locale if page.meta.get("title") else pages.title_locale(page, locale, config)
        if facts.stands_in and facts.locale != locale and title_locale != locale:
            top = existing.with_title_language(top, title_locale)
        if (shared := self._shared.get(locale)) is None:
            shared = self._shared[locale] = _site_facts(build)
        markup = [tag for name, tag in tags(facts, shared) if name not in taken]
        markup.append(structured_data(facts, shared))
        top = with_script(into_head(top, "\n".join(filter(None, markup))), page.url, config)
        return f"{top}{rest}", entry

    def finish_template(self, output: str, config: MkDocsConfig) -> str:
        """The same for a page of a template, which has no translations."""
        return existing.without_wrong(output, (), static_i18n.has_own_switcher(config))[0]

    def finish_not_found(self, output: str, config: MkDocsConfig) -> str:
        """The same for the page of addresses that aren't found, which has no address itself."""
        output, taken = existing.without_wrong(output, (), static_i18n.has_own_switcher(config))
        if "robots" not in taken:
            output = into_head(output, '<meta name="robots" content="noindex">')
        return output

    def write_sitemap(self, config: MkDocsConfig, source_locale: str) -> None:
        """Write the sitemap, once all languages are built; none without `site_url`."""
        entries = [entry for of_language in self.entries.values() for entry in of_language]
        if not entries or has_own(config, SITEMAP):
            return
        content = sitemap(entries, source_locale).encode("utf-8")
        path = Path(config.site_dir, SITEMAP)
        path.write_bytes(content)
        path.with_name(f"{SITEMAP}.gz").write_bytes(gzip.compress(content, mtime=0))

    def _facts(self, page: Page, build: Build) -> PageFacts:
        file, url, locale, config = page.file, build.site_url, build.locale, build.config
        shown, kind = page.meta.get("title"), _kind(page, build)
        if kind is not SchemaType.HOME:  # that of a front page is "Home" where its author gave none
            shown = shown or page.title
        title = plain(str(shown or config.site_name))
        description = plain(str(page.meta.get("description") or config.site_description or ""))
        robots = str(page.meta.get("robots") or "")
        image = join(url, str(page.meta.get("image") or self._image)) if page.meta.get("image") or self._image else ""
        if pages.is_fallback(file, locale):
            text_locale = static_i18n.text_locale(file, locale)
            source = pages.translations(file).get(text_locale)
            if build.fallback is Fallback.NOTICE or source is None:
                return PageFacts(SchemaType.PAGE, title, locale, description, robots="noindex", stands_in=True)
            address = pages.address(build.bases, source, text_locale)
            return PageFacts(kind, title, text_locale, description, address, image=image, robots=robots, stands_in=True)
        published, modified = _dates(page)
        found = (
            pages.findable_translations(file, build.library, build.site)
            if url and pages.is_public(page, locale) and len(build.site.languages) > 1
            else {}
        )
        order = {name: n for n, name in enumerate(build.site.languages)}
        translations = {
            name: pages.address(build.bases, found[name], name)
            for name in sorted(found, key=lambda name: order.get(name, len(order)))
        }
        if not all(translations.values()):
            translations = {}  # a language without an address would not answer the others
        return PageFacts(
            kind=kind,
            title=title,
            locale=locale,
            description=description,
            address=join(url, file.url),
            translations=translations,
            default_locale=build.site.source_locale,
            published=published,
            modified=modified,
            image=image,
            trail=_trail(page, title, build) if url and kind is not SchemaType.HOME else (),
            robots=robots,
        )


def has_own(config: MkDocsConfig, template: str) -> bool:
    """Whether the site has a template of its own of this name, in the folder of its overrides."""
    folder = config.theme.custom_dir
    return folder is not None and Path(folder, template).is_file()


def _site_facts(build: Build) -> SiteFacts:
    config, url = build.config, build.site_url
    return SiteFacts(
        name=plain(config.site_name),
        home=_home(build) if url else "",
        description=plain(config.site_description or ""),
        publisher=plain(config.site_author or config.site_name),
        logo=join(url, str(config.theme["logo"])) if config.theme.get("logo") else "",
    )


def _home(build: Build) -> str:
    return join(build.site_url, pages.home(build.locale, build.site, build.config.use_directory_urls))


def _kind(page: Page, build: Build) -> SchemaType:
    return _KINDS.get(build.language.kind_of(page).name, SchemaType.PAGE)


def _dates(page: Page) -> tuple[str, str]:
    """Dates of publication and revision, where they are in the settings."""
    written = page.config.date if isinstance(page, Post) else page.meta.get("date")
    if isinstance(written, Mapping):
        return _iso(written.get("created")), _iso(written.get("updated") or page.meta.get("updated"))
    return _iso(written), _iso(page.meta.get("updated"))


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if (value.hour, value.minute) == (0, 0) else value.isoformat()
    return value.isoformat() if isinstance(value, date) else ""


def _trail(page: Page, title: str, build: Build) -> tuple[Crumb, ...]:
    url = build.site_url
    crumbs = [Crumb(plain(build.config.site_name), _home(build))]
    last = Crumb(title, join(url, page.file.url))
    for ancestor in reversed(list(page.ancestors)):
        children = ancestor.children if isinstance(ancestor, Section) else [ancestor]
        for child in children:
            if isinstance(child, Page) and (child.is_index or child is ancestor):
                name = plain(str(ancestor.title or child.title or ""))
                crumbs.append(Crumb(name, join(url, child.file.url)))
                break
    # The section that static-i18n makes of a language's folder begins at the front page too.
    first = {crumb.address: crumb for crumb in reversed(crumbs)}
    return (*(crumb for crumb in reversed(first.values()) if crumb.address != last.address), last)
