"""A built site, as its tests look at it."""

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
"""Below which it is published, as on GitHub Pages."""


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the site."""

    address: str
    """From the root of the site, "" for the front page."""
    path: Path
    base_path: str = "/"
    languages: tuple[str, ...] = LANGUAGES
    """Of the site, the source language first."""

    @cached_property
    def tree(self) -> html.HtmlElement:
        """The parsed page."""
        return html.fromstring(self.path.read_text(encoding="utf-8"))

    @property
    def language(self) -> str:
        """The language that the address says."""
        first = self.address.split("/")[0]
        return first if first in self.languages else self.languages[0]

    def leads(self, link: str) -> str:
        """Where a link on the page leads, from the root of the site."""
        root = f"https://example.org{self.base_path}"
        return unquote(urljoin(root + quote(self.address), link).removeprefix(root))

    @cached_property
    def stands_in(self) -> bool:
        """Whether it is shown in place of a translation that is missing: its canonical address is another's or none."""
        canonical = [unquote(urlsplit(str(a)).path) for a in self.tree.xpath("//link[@rel='canonical']/@href")]
        return canonical != [self.base_path + self.address]

    @cached_property
    def counterparts(self) -> dict[str, str]:
        """Addresses of the page in every language, as the language menu leads to them: each may have a slug."""
        menu = self.tree.xpath("//*[contains(@class, 'sk-languages')]//a[@hreflang]")
        return {str(a.get("hreflang")): self.leads(str(a.get("href"))) for a in menu}

    @property
    def pair(self) -> str:
        """What a page has in common with its translations: the address in the source language."""
        return self.counterparts[self.languages[0]]

    @cached_property
    def assessment(self) -> str | None:
        """Id of the self-assessment that the page is."""
        data = self.tree.xpath("//script[contains(@class, 'sa-data')]/text()")
        return str(json.loads(data[0])["id"]) if data else None

    @cached_property
    def ids(self) -> list[str]:
        """Every id on the page."""
        return [str(id) for id in self.tree.xpath("//@id")]


@dataclass(frozen=True)
class BuiltSite:
    """The built site."""

    folder: Path
    url: str
    base_path: str
    docs: Path
    """What it was built from."""
    languages: tuple[str, ...] = LANGUAGES
    """The source language first."""

    @cached_property
    def pages(self) -> list[BuiltPage]:
        """Every page but those for what isn't found, of styles and of translations, and those that lead on."""
        beside = tuple(self.folder / name for name in ("404.html", "style.html", f"{STATUS}/index.html"))
        paths = [path for path in sorted(self.folder.rglob("*.html")) if path not in beside]
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

    def beside(self, name: str) -> BuiltPage:
        """A page that is in one language only, by its address."""
        path = self.folder / name
        return BuiltPage(name, path / "index.html" if path.is_dir() else path, self.base_path, self.languages)

    def made_of(self, source: str) -> BuiltPage:
        """The page made of a file, such as `sv/articles/trust.md`."""
        address = published(source.removesuffix("index.md").removesuffix(".md"), self.docs, self.languages)
        return next(page for page in self.pages if page.address == address.removeprefix(f"{self.languages[0]}/"))
