"""A built site and its pages, for assertions."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import html

from tests.addresses import LANGUAGES, published

STATUS = "translations/"
BASE_PATH = "/servicekompas/"
"""Path of the site's address, as on GitHub Pages."""


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the site."""

    address: str
    """Address relative to the root of the site; "" for the front page."""
    path: Path
    base_path: str = "/"
    languages: tuple[str, ...] = LANGUAGES
    """Locales of the site, the source language first."""

    @cached_property
    def tree(self) -> html.HtmlElement:
        """The parsed page."""
        return html.fromstring(self.path.read_text(encoding="utf-8"))

    @property
    def language(self) -> str:
        """Locale of the page, from its address."""
        first = self.address.split("/")[0]
        return first if first in self.languages else self.languages[0]

    def target(self, link: str) -> str:
        """Return the target of a link on the page, relative to the root of the site."""
        root = f"https://example.org{self.base_path}"
        return unquote(urljoin(root + quote(self.address), link).removeprefix(root))

    @cached_property
    def is_fallback(self) -> bool:
        """Whether it replaces a missing translation: its canonical address is that of another page, or missing."""
        canonical = [unquote(urlsplit(str(a)).path) for a in self.tree.xpath("//link[@rel='canonical']/@href")]
        return canonical != [self.base_path + self.address]

    @cached_property
    def is_unlisted(self) -> bool:
        """Whether search engines are asked to leave it out: nobody shares it, so it has no share image either."""
        return bool(self.tree.xpath("//meta[@name='robots'][contains(@content, 'noindex')]"))

    @cached_property
    def counterparts(self) -> dict[str, str]:
        """Addresses of the page by locale, from the language menu."""
        menu = self.tree.xpath("//*[contains(@class, 'sk-languages')]//a[@hreflang]")
        return {str(a.get("hreflang")): self.target(str(a.get("href"))) for a in menu}

    @property
    def pair(self) -> str:
        """Key that a page and its translations share: its address in the source language."""
        return self.counterparts[self.languages[0]]

    @cached_property
    def assessment(self) -> str | None:
        """Id of the page's self-assessment, if it has one."""
        data = self.tree.xpath("//script[contains(@class, 'sa-data')]/text()")
        return str(json.loads(data[0])["id"]) if data else None

    @cached_property
    def ids(self) -> list[str]:
        """Every id on the page."""
        return [str(id) for id in self.tree.xpath("//@id")]


@dataclass(frozen=True)
class BuiltSite:
    """A built site, with the folder that it was built from."""

    folder: Path
    url: str
    base_path: str
    docs: Path
    """Docs folder that it was built from."""
    languages: tuple[str, ...] = LANGUAGES
    """Locales, the source language first."""

    @cached_property
    def pages(self) -> list[BuiltPage]:
        """Every page except those for what isn't found, the style page, the state of translations, and redirects."""
        special = tuple(self.folder / name for name in ("style.html", f"{STATUS}/index.html"))
        paths = [
            p
            for p in sorted(self.folder.rglob("*.html"))
            if p not in special and p.name not in ("404.html", "offline.html", "embed.html")
        ]
        found = [
            BuiltPage(
                path.relative_to(self.folder).as_posix().removesuffix("index.html"),
                path,
                self.base_path,
                self.languages,
            )
            for path in paths
        ]
        return [page for page in found if not page.tree.xpath("//a[@id='moved']")]

    def _address(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix().removesuffix("index.html")

    def special_page(self, name: str) -> BuiltPage:
        """Return a page that isn't in `pages`, by its address."""
        path = self.folder / name
        return BuiltPage(name, path / "index.html" if path.is_dir() else path, self.base_path, self.languages)

    def page_of(self, source: str) -> BuiltPage:
        """Return the page of a source file, such as `sv/articles/trust.md`."""
        address = published(source.removesuffix("index.md").removesuffix(".md"), self.docs, self.languages)
        return next(page for page in self.pages if page.address == address.removeprefix(f"{self.languages[0]}/"))
