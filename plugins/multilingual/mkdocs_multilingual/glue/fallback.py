"""Missing translations: what readers are shown in their place."""

from __future__ import annotations

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.glue import edit_links, static_i18n
from mkdocs_foundation.templates import titles

from ..fallback.marking import KEPT_OUT, Title, in_language, plain, resolved, with_link_languages
from ..fallback.mode import Fallback
from ..language_names import language_name
from . import desk, pages
from .state import Build

RELATED = 5
"""How many pages are offered at most in place of one that isn't translated."""


class Fallbacks:
    """What readers of one language are shown in place of missing pages."""

    def __init__(self, build: Build) -> None:
        """Find the pages that are missing in this language."""
        self._build = build
        self._site, self._locale, self._renderer = build.site, build.locale, build.renderer
        self._docs = [file for file in build.files.documentation_pages() if file.inclusion.is_included()]
        self._files = [file for file in self._docs if pages.is_fallback(file, build.locale)]
        self._uris = {file.url: file.src_uri for file in self._files}
        self._titles: dict[str, Title] = {}

    @property
    def _is_notice(self) -> bool:
        return self._build.fallback is Fallback.NOTICE

    @property
    def dead_ends(self) -> list[Page]:
        """Pages that only say that they aren't translated: links in texts lead there, but no menu."""
        return [file.page for file in self._files if file.page] if self._is_notice else []

    def show(self) -> None:
        """Put a notice into every page that is missing in this language; called when all pages have been read."""
        for file in self._files:
            page = file.page
            source = pages.translations(file).get(self._text_locale(file))
            if page is None or source is None:
                continue
            if (named_in := self._title_locale(page)) != self._locale:
                self._titles[file.url] = Title(plain(str(page.title or "")), named_in)
            page.meta["search"] = {**(page.meta.get("search") or {}), "exclude": True}
            if self._is_notice:
                self._say_so(page, source)
            else:
                self._show_text(page)
                page.canonical_url = pages.address(self._build.bases, source, self._text_locale(source)) or None

    def _show_text(self, page: Page) -> None:
        locale = self._text_locale(page.file)
        language = language_name(locale, self._renderer.t.lang, self._site)
        notice = self._renderer.render("fallback-text.html", language=language, kept_out=KEPT_OUT)
        text = in_language(page.content or "", locale, str(page.title or ""), self._title_locale(page))
        page.content = f"{notice}\n{text}"

    def _say_so(self, page: Page, source: File) -> None:
        locale = self._text_locale(source)
        language = language_name(locale, self._renderer.t.lang, self._site)
        title = plain(str(page.title or ""))
        here = page.url
        page.content = self._renderer.render(
            "fallback-notice.html",
            language=language,
            locale=locale,
            title=title,
            title_locale=self._title_locale(page),
            source=get_relative_url(source.url, here),
            related=[(self._name(other), get_relative_url(other.url, here)) for other in self._related(page)],
            kept_out=KEPT_OUT,
        )
        t = self._renderer.t
        # Links have the name of the page; without it MkDocs would take it from the settings below.
        page.title = page.title
        page.meta["title"] = titles.as_html(f"{t('fallback.notice-title', language=language)}: {title}")
        page.meta["description"] = t("fallback.notice", language=language)
        page.toc = TableOfContents([])
        page.edit_url = self._new_translation(page, source)

    def _new_translation(self, page: Page, source: File) -> str | None:
        """Address of an editor with the translation begun, where the site has one for new files."""
        original = self._build.library.page(self._text_locale(source), static_i18n.key(source, self._site))
        if original is None:
            return None
        uri = self._site.uri(self._locale, original.key)
        return desk.begun(edit_links.of_site(self._build.config), uri, original) or None

    def _text_locale(self, file: File) -> str:
        return static_i18n.text_locale(file, self._locale)

    def _title_locale(self, page: Page) -> str:
        return pages.title_locale(page, self._locale, self._build.config)

    def _name(self, page: Page) -> str:
        is_home = static_i18n.key(page.file, self._site) == "index.md"
        return self._renderer.t("not_found.home") if is_home else plain(str(page.title or ""))

    def _related(self, page: Page) -> list[Page]:
        """Existing pages: those with a common topic first, then the overview of the folder, then others."""
        folder = static_i18n.key(page.file, self._site).rsplit("/", 1)[0]
        topics = _topics(page)
        found: list[tuple[int, str, Page]] = []
        for file in self._docs:
            other = file.page
            if other is None or not pages.is_public(other, self._locale):
                continue
            key = static_i18n.key(file, self._site)
            shared = len(topics & _topics(other))
            if other.is_index and (key == "index.md" or key == f"{folder}/index.md"):
                found.append((-1 if "/" in key else 1, key, other))
            elif shared or key.rsplit("/", 1)[0] == folder:
                found.append((-10 * shared, key, other))
        return [other for _, _, other in sorted(found, key=lambda item: item[:2])][:RELATED]

    def with_languages(self, output: str, page: Page) -> str:
        """A finished page with `lang` on the titles of untranslated pages and headings."""
        headings: dict[str, Title] = {}
        if pages.is_fallback(page.file, self._locale) and not self._is_notice:
            for anchor in _anchors(page.toc.items):
                title = Title(plain(anchor.title), self._text_locale(page.file))
                headings[f"#{anchor.id}"] = title
        if not self._uris and not headings:
            return output
        base = "" if page.url in (".", "./") else page.url

        def title_at(href: str) -> Title | None:
            if href.startswith("#"):
                return headings.get(href)
            if uri := self._uris.get(url := resolved(href, base)):
                page_reads.settings_of(uri)
            return self._titles.get(url)

        return with_link_languages(output, title_at)


def _topics(page: Page) -> set[str]:
    topics = page.meta.get("topics")
    return {str(topic) for topic in topics} if isinstance(topics, list) else set()


def _anchors(items: list[AnchorLink]) -> list[AnchorLink]:
    return [anchor for item in items for anchor in (item, *_anchors(item.children))]
