"""Words and data to HTML; the only importer of Jinja."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from mkdocs_foundation.locales import attributes
from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_foundation.templates import global_names
from mkdocs_foundation.templates.compiled import CompiledTemplates

from . import words

TEMPLATES = Path(__file__).parent / "templates"
"""Folder of the plugin's templates."""
_COMPILED = CompiledTemplates(module=__name__)
_PLACE = "\0"
"""Around the name of an address in HTML that is made for many pages; no HTML has it."""


class Renderer:
    """Makes the HTML of one language."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the words of the language."""
        self.t = catalogue
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            bytecode_cache=_COMPILED,
            auto_reload=False,  # a build has renderers of its own
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        global_names.quicken(self._templates)
        self._templates.globals |= {"t": catalogue, "lang": lambda locale: Markup(attributes(locale))}
        self._forms: dict[Hashable, list[str]] = {}

    def render(self, template: str, **values: object) -> str:
        """A template of the plugin, filled in; `t` in it are the words of the language."""
        return self._templates.get_template(template).render(**values).rstrip("\n")

    def render_once(self, key: Hashable, make: Callable[[Mapping[str, str]], str], addresses: Mapping[str, str]) -> str:
        """HTML that differs from page to page in addresses only, which `make` gets by name; made once for each key."""
        form = self._forms.get(key)
        if form is None:
            form = make({name: f"{_PLACE}{name}{_PLACE}" for name in addresses}).split(_PLACE)
            self._forms[key] = form
        named = [escape(addresses[name]) for name in form[1::2]]
        return "".join(form[:1] + [part for pair in zip(named, form[2::2], strict=True) for part in pair])


class Renderers:
    """The renderer of each language, made on first use; lives as long as one build of all languages."""

    def __init__(self, strings: Path | None = None) -> None:
        """Take the folder of the site's own catalogues."""
        self._strings = strings
        self._made: dict[str, Renderer] = {}

    def __call__(self, locale: str) -> Renderer:
        """The renderer of a language."""
        if locale not in self._made:
            self._made[locale] = Renderer(words.load(locale, self._strings)[0])
        return self._made[locale]

    def speaks(self, locale: str) -> bool:
        """Whether there are words in a language; else its renderer writes English."""
        return self(locale).t.lang == locale or words.is_english(locale)
