"""The workshop kits, below the pages of self-assessments: made from one page of the site for each language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.glue.builds import LanguageBuild
from mkdocs_foundation.glue.moving import Moves
from mkdocs_foundation.output.web_addresses import base, join
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.values import dataclass

from ..checking.crosslinks import moved_link
from ..options import Options
from ..pages import kit_template
from ..pages.qr_codes import NoQrCodesError
from ..pages.rendering import Renderers, minutes
from ..pipeline import Assessment, Library
from ..presenting.kit import KitLinks
from ..presenting.pieces import marker
from ..reading.blocks import plain_text
from ..saying import say
from . import team
from .below import Below
from .files import KIT_BY, front_matter, of_tool

PAGES = Below("kit", KIT_BY)
"""One for each self-assessment in each language that has a template."""


@dataclass(frozen=True)
class Kits:
    """The workshop kits of a language."""

    build: LanguageBuild
    """Build of the current locale."""
    library: Library
    """Self-assessments of all languages."""
    options: Options
    """Options of the plugin."""
    renderers: Renderers
    """Renderer of each language."""
    sources: Mapping[str, bytes]
    """Content of the Markdown files of all languages, by path, as it was read and checked."""

    @cached_property
    def templates(self) -> dict[str, str]:
        """Path of the template in each language that has one."""
        return self.options.kit_uris(self.build.site, self.sources)

    def take_templates(self, files: Files, config: MkDocsConfig) -> None:
        """Take the templates out of what is published."""
        uris = set(self.templates.values())
        found = [file for file in files if file.src_uri in uris]
        for file in found:
            files.remove(file)
        if found:
            static_i18n.register_pages(files, self.build.locale, config)

    def file(self, own: Assessment, config: MkDocsConfig) -> File | None:
        """The file of a kit; `None` where its language has no template. Raises `PluginError`."""
        if own.locale not in self.templates:
            return None
        uri, q = self.templates[own.locale], own.questionnaire
        plain = {
            "title": plain_text(q.title),
            "questions": self.renderers(own.locale).size(q),
            "minutes": str(minutes(q)),
            "address": self._address(own),
        }
        made = kit_template.page(self.sources[uri], uri, {**plain, "title": q.title}, plain)
        content = front_matter(of_tool(made.title or plain["title"], made.description)) + made.markdown
        origin, is_in = Location(uri, 1), self.templates.__contains__
        return PAGES.file(config, self.build, self.options, own, content, origin, is_in)

    def of(self, page: Page) -> Assessment | None:
        """The self-assessment whose kit a page is; `None` for any other page."""
        return PAGES.of(page, self.library, self.options, self.build.site)

    def moves(self, own: Assessment, page: Page) -> Moves:
        """How the links of a template are moved to the page of a kit."""
        return Moves(lambda href: moved_link(href, self.templates[own.locale], page.file.src_uri))

    def content(self, own: Assessment, html: str, page: Page, style: str) -> str:
        """The page's HTML with its parts; `style` is the address of its style sheet. Raises `PluginError`."""
        answered = self.build.files.get_file_from_path(own.page_uri)
        together = team.PAGES.found(self.build, self.options, own)
        urls = [get_relative_url(file.url, page.url) if file else "" for file in (answered, together)]
        parts = [name for name in kit_template.PARTS if marker("kit", name) in html]
        try:
            made = self.renderers(own.locale).kit(own.questionnaire, parts, KitLinks(self._address(own), *urls))
        except NoQrCodesError:
            raise PluginError(
                shown(
                    say(
                        "self-assessment: the QR codes of workshop kits are drawn by segno, which isn't installed.\n"
                        "    do:      install mkdocs-self-assessment[kit], or leave out `(kit=invitation)`."
                    )
                )
            ) from None
        for name, part in made.items():
            html = html.replace(marker("kit", name), part)
        return f'<link rel="stylesheet" href="{escape(style)}">\n{html}'

    def url(self, own: Assessment, page: Page) -> str:
        """Address of a kit, relative to a page; "" where there is none."""
        file = PAGES.found(self.build, self.options, own)
        return get_relative_url(file.url, page.url) if file else ""

    def _address(self, own: Assessment) -> str:
        page = self.build.files.get_file_from_path(own.page_uri)
        # Without mkdocs-multilingual nothing settles an address for each language: the site has one.
        site = self.build.whole.bases.of(self.build.locale) or base(self.build.site.url)
        return join(site, page.url) if page else ""
