"""Options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import config_options as option
from mkdocs.config.base import Config

from .fallback.mode import Fallback


class ShareImagesConfig(Config):
    """How the pictures look that stand for a page where a link to it is shared."""

    enabled = option.Type(bool, default=False)
    """Whether there are any."""
    background = option.Optional(option.File(exists=True))
    """A picture of 1200 × 630 pixels, under the words; plain paper by default."""
    colour = option.Type(str, default="#0f4a55")
    """Of band, label and name, as `#rrggbb`."""
    topics = option.Type(dict, default={})
    """Colours of single topics, by the topic's id."""


class GlossaryConfig(Config):
    """Terms that are explained where a text uses them first."""

    page = option.Type(str, default="glossary.md")
    """Path of the glossary within each language's folder; a language without the page has no marked terms."""
    folders = option.ListOfItems(option.Type(str), default=["articles", "blog/posts"])
    """Folders within each language's, whose pages are texts in which terms are marked."""


class MultilingualConfig(Config):
    """Every option has a default that suits a site whose languages are all read by the same people."""

    fallback = option.DictOfItems(option.Choice([f.value for f in Fallback]), default={})
    """By locale: `text` (the default) or `notice`."""
    editorial = option.Type(dict, default={})
    """What the site asks of its texts: by path within a language's folder, rules with their values."""
    figures = option.Type(str, default="assets/figures")
    """Folder below the docs folder of the drawings that speak every language."""
    glossary = option.SubConfig(GlossaryConfig)
    """Terms and their meanings."""
    share_images = option.SubConfig(ShareImagesConfig)
    """Pictures for Open Graph, made at build time without a network."""
    typography = option.Type(bool, default=True)
    """Whether straight quotation marks, three dots and percent signs are set as the language of the text does."""
    image = option.Type(str, default="")
    """Shown where a page without an `image` of its own is passed on: an address, or a path below the docs folder."""
    status_page = option.Type(str, default="translations")
    """Where the state of the translations is shown to those who write; an empty one for nowhere."""
    suggestion = option.Type(bool, default=True)
    """Tell a reader, once, that a page exists in the language that their browser prefers."""
    strings = option.Optional(option.Dir(exists=True))
    """Folder of the site's own catalogues, laid over the plugin's."""
    search = option.Type(bool, default=False)
    """A search in the reader's language, in place of Material's plugin `search`."""
