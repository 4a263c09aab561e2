"""Options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import config_options as option
from mkdocs.config.base import Config

from mkdocs_foundation.reports.problems import Checks

from .fallback.mode import Fallback


class ShareImagesConfig(Config):
    """Options of the pictures that are shown where a link to a page is shared."""

    enabled = option.Type(bool, default=False)
    """Whether pictures are made."""
    background = option.Optional(option.File(exists=True))
    """Path of a background picture of 1200 × 630 pixels; a plain colour by default."""
    colour = option.Type(str, default="#0f4a55")
    """Colour of band, label and name, as `#rrggbb`."""
    topics = option.Type(dict, default={})
    """Colours of single topics, by the topic's id."""


class GlossaryConfig(Config):
    """Terms that are explained where a text uses them first."""

    page = option.Type(str, default="glossary.md")
    """Path of the glossary within each language's folder; a language without the page has no marked terms."""
    folders = option.ListOfItems(option.Type(str), default=["articles", "blog/posts"])
    """Folders within each language's, whose pages are texts in which terms are marked."""


class MultilingualConfig(Config):
    """Every option has a default that suits most sites."""

    checks = option.Choice([checks.value for checks in Checks], default=Checks.USUAL.value)
    """How much the site asks to be told: `strict` adds what is no mistake, but known to be better in another way."""
    fallback = option.DictOfItems(option.Choice([f.value for f in Fallback]), default={})
    """What readers get in place of a missing translation, by locale: `text` (the default) or `notice`."""
    translated = option.ListOfItems(option.Type(str), default=[])
    """Pages that a template translates, as patterns of paths within a language: one file is a page of each language."""
    editor = option.Type(str, default="")
    """Folder of the npm package @sveltia/cms, from `mkdocs.yml`, with which the site gets an editor; empty for none."""
    editorial = option.Type(dict, default={})
    """What the site asks of its texts: by path within a language's folder, rules with their values."""
    figures = option.Type(str, default="assets/figures")
    """Folder below the docs folder of the drawings with words in every language."""
    glossary = option.SubConfig(GlossaryConfig)
    """Terms and their meanings."""
    related = option.DictOfItems(option.Type(int), default={})
    """How many related pages a page with topics has at most at its end, by patterns of paths within a language."""
    share_images = option.SubConfig(ShareImagesConfig)
    """Pictures for Open Graph, made at build time without a network."""
    typography = option.Type(bool, default=False)
    """Whether straight quotation marks, three dots and percent signs are set as the language of the text does."""
    image = option.Type(str, default="")
    """Picture of pages without an `image` of their own: an address, or a path below the docs folder."""
    status_page = option.Type(str, default="")
    """Path of the page with the state of the translations, such as `translations`; empty for no page."""
    guide = option.Type(str, default="")
    """Page for those who write, as a path within a language: the status page and its foot on pages lead to it."""
    with_source = option.Type(bool, default=False)
    """Whether a translation whose text changed in the same commit as its source counts as current, by git's history."""
    suggestion = option.Type(bool, default=False)
    """Whether readers are informed, once, that a page exists in the language that their browser prefers."""
    strings = option.Optional(option.Dir(exists=True))
    """Folder of the site's own catalogues, which have precedence over the plugin's."""
    jobs = option.Type(int, default=1)
    """How many languages are built side by side, each in its own process; 0: as many as the machine has cores."""
    offline = option.Optional(option.Type(bool))
    """Whether pages that a reader has opened work without a network; `false` removes what `true` had set up."""
    serve = option.Type(bool, default=True)
    """Whether `mkdocs serve` shows an edit and mistakes in the browser at once; `false` leaves it to MkDocs."""
    search = option.Type(bool, default=False)
    """A search in the reader's language, in place of Material's plugin `search`."""
    search_last = option.ListOfItems(option.Type(str), default=[])
    """Pages that come after others in the search, as patterns of paths within a language."""
    start_pages = option.ListOfItems(option.Type(str), default=[])
    """Pages to begin with, where readers have not found one yet, as such patterns; by default sections and topics."""
