"""The plugin's options, as the core needs them."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from mkdocs_foundation.site import Site
from mkdocs_foundation.values import dataclass


@dataclass(frozen=True)
class Options:
    """What a site sets for its self-assessments."""

    folder: str = "self-assessments"
    """Folder within each language for the pages generated from sections, and for the hub."""
    strings: Path | None = None
    """Folder of the site's own catalogues; `None` without."""
    cards: int | None = None
    """How many cards an article has at most at its end; `None` for all."""
    my_results: bool = False
    """Whether there is a page with what the reader's browser keeps."""
    team: bool = False
    """Whether each self-assessment has a page for a team."""
    kit: str = ""
    """Path within each language of the template of workshop kits; "" for no kits."""

    def page_uri(self, site: Site, locale: str, id: str) -> str:
        """Path of the page generated from a section."""
        return site.uri(locale, f"{self.folder}/{id}.md")

    def kit_uris(self, site: Site, there: Container[str]) -> dict[str, str]:
        """Path of the template of workshop kits in each language that has one among the files that are `there`."""
        if not self.kit:
            return {}
        found = {locale: [u for u in site.candidates(locale, self.kit) if u in there] for locale in site.languages}
        return {locale: uris[0] for locale, uris in found.items() if uris}

    def below_uri(self, site: Site, page_uri: str, page: str) -> str:
        """Path of a page below the self-assessment's own page, such as "team.md"."""
        folder, _, name = site.key_of(page_uri).removesuffix(".md").rpartition("/")
        parts = [folder, "" if name in ("index", "README") else name, page]
        return site.uri(site.locale_of(page_uri) or site.source_locale, "/".join(filter(None, parts)))

    def my_results_uri(self, site: Site, locale: str) -> str:
        """Path of the page with what the reader's browser keeps."""
        return site.uri(locale, "my-results.md")

    def hub_uris(self, site: Site, locale: str) -> tuple[str, ...]:
        """Paths that the page which lists all self-assessments may have; the first that there is."""
        return tuple(site.uri(locale, f"{self.folder}/{name}.md") for name in ("index", "README"))
