"""Pages below those of self-assessments: of use to those only who were led there."""

from __future__ import annotations

from collections.abc import Callable
from posixpath import basename, dirname, splitext

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.glue.builds import LanguageBuild
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.site import Site
from mkdocs_foundation.values import dataclass

from ..options import Options
from ..pipeline import Assessment, Library
from ..saying import say
from .files import described


@dataclass(frozen=True)
class Below:
    """Pages of one sort, at most one for each self-assessment."""

    name: str
    """Last part of the address, and the plugin's option."""
    generated_by: str
    """Value of MkDocs' `File.generated_by`."""

    def uri(self, options: Options, site: Site, page_uri: str) -> str:
        """Path of the page, below that of the self-assessment's own page."""
        return options.below_uri(site, page_uri, f"{self.name}.md")

    def found(self, build: LanguageBuild, options: Options, own: Assessment) -> File | None:
        """The file of the page in the current locale, where there is one."""
        file = build.files.get_file_from_path(self.uri(options, build.site, own.page_uri))
        return file if file and file.generated_by == self.generated_by else None

    def of(self, page: Page, library: Library, options: Options, site: Site) -> Assessment | None:
        """The self-assessment that such a page is of; `None` for any other page."""
        if page.file.generated_by != self.generated_by:
            return None
        uris = {self.uri(options, site, a.page_uri): a for a in library.assessments}
        return uris[page.file.src_uri]

    def file(
        self,
        config: MkDocsConfig,
        build: LanguageBuild,
        options: Options,
        own: Assessment,
        content: str,
        origin: Location,
        is_in: Callable[[str], bool] = lambda _: True,
    ) -> File:
        """The file of the page, which is not in the menu, search or sitemap; `is_in` tells which locales have any.

        Raises `PluginError` where the site has a page there.
        """
        site = build.site

        def made(page: File, reader: str) -> File:
            uri = self.uri(options, site, page.src_uri)
            one = File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
            one.generated_by = self.generated_by
            static_i18n.move(one, self._below(page.dest_uri, config.use_directory_urls), config)
            static_i18n.localize_at(one, static_i18n.text_locale(page, own.locale), site, reader)
            static_i18n.set_origin(one, origin)
            return one

        page = build.files.get_file_from_path(own.page_uri)
        assert page is not None  # only those that are there are asked for
        found = made(page, build.locale)
        if other := next((one for one in build.files if one.dest_uri.casefold() == found.dest_uri.casefold()), None):
            raise PluginError(
                shown(
                    say(
                        "self-assessment: {other}, where the page `{page}` of “{name}” would be.\n"
                        "    do:      give it another name, or leave out `{page}` in the options of self-assessment.",
                        other=described(other, build),
                        page=self.name,
                        name=own.questionnaire.id,
                    )
                )
            )
        if static_i18n.is_used(config):
            versions = static_i18n.alternates(page).items()
            others = {
                locale: made(one, locale)
                for locale, one in versions
                if is_in(static_i18n.text_locale(one, locale)) or locale == build.locale
            }
            static_i18n.set_alternates(found, {**others, build.locale: found})
        return found

    def _below(self, dest_uri: str, directories: bool) -> str:
        """Path of the page in the built site, below that of another page."""
        stem = dirname(dest_uri) if basename(dest_uri) == "index.html" else splitext(dest_uri)[0]
        return f"{stem}/{self.name}/index.html" if directories else f"{stem}/{self.name}.html"
