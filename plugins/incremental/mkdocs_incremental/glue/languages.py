"""Languages of which nothing has changed: what the last build has written of them stays.

The site is put aside before MkDocs cleans its folder. When all pages are read, each language is asked for: one whose
inputs are those of the last build, and whose files nobody has changed since, is put back instead of being built.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_foundation.caching import built_files
from mkdocs_foundation.caching.store import Store, digest
from mkdocs_foundation.glue import builds
from mkdocs_foundation.glue.incremental import language_inputs
from mkdocs_foundation.glue.languages.leaving import Kept, Told, lines

from .. import manifest
from ..known_plugins import leaves_languages
from .inputs import Inputs
from .log_recorder import LogRecorder
from .whole_site import common, is_about_site

_Files = Mapping[str, str]
_Last = dict[str, tuple[bytes, dict[str, str]]]


class Languages:
    """The languages of one build, in the process that builds the first."""

    def __init__(
        self, config: MkDocsConfig, folder: Path, inputs: Inputs, language: bytes, recorder: LogRecorder
    ) -> None:
        """Put the site aside where the last build has kept something of it."""
        self._config, self._folder, self._inputs, self._language = config, folder, inputs, language
        self._recorder, self._site, self._owner = recorder, Path(config.site_dir), os.getpid()
        self._common = common(config, inputs, language) if recorder.hears_all and not _has_hidden(config) else None
        self._store = Store.load(folder / "languages.store", language)
        self._place = digest("languages", str(self._site.resolve()))
        self._last: _Last = self._store.get(self._place) or {}
        self.left: dict[str, Kept] = {}
        """Those of which nothing has changed, by locale; empty until it was asked for them."""
        self._made: dict[str, tuple[Kept, Mapping[str, str]]] = {}
        self._keys: dict[str, bytes | None] = {}
        self._heard = 0
        self._there: dict[str, str] = {}
        self._aside = folder / f"aside-{self._owner}"
        is_wanted = bool(self._common and self._last)
        self._is_aside = is_wanted and manifest.put_aside(self._site, self._aside)

    def unchanged(self) -> Mapping[str, Kept]:
        """Those of which nothing has changed, by locale."""
        self._heard = len(self._recorder.records)
        if self._is_aside:
            self._there = built_files.of(self._aside)
        for locale, (key, files) in self._last.items() if self._is_aside else ():
            if key == self._key(locale) and files.items() <= self._there.items():
                kept = self._results(locale).get(key)
                if isinstance(kept, Kept):
                    self.left[locale] = kept
        return self.left

    def told(self) -> tuple[Told, ...]:
        """What has been logged since it was asked for them."""
        return lines(self._recorder.records[self._heard :])

    def put_back(self, locale: str) -> dict[str, bytes]:
        """Put the files of such a language into the site; returns, by path, what others were that it replaces.

        What is aside in place of a file that a later language has replaced is that one's.
        """
        own = self.left[locale].replaced
        part = [path for path in self._last[locale][1] if path not in own]
        others = dict(manifest.put_part_back(self._site, self._aside, self._there, part))
        for path, content in own.items():
            target = self._site / path
            if target.exists() and (before := target.read_bytes()) != content:
                others[path] = before
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return others

    def keep(self, made: Mapping[str, tuple[Kept, Mapping[str, str]]]) -> None:
        """Keep languages for the next build, when this one ends; not those about which there was a warning."""
        for locale, (kept, files) in made.items():
            if all(line.level <= logging.INFO for line in kept.told):
                told = tuple(line for line in kept.told if is_about_site(line))
                self._made[locale] = replace(kept, told=told), files

    def keep_none(self) -> None:
        """Keep none: the next build builds all."""
        self._made.clear()
        self.left.clear()

    def end(self, there: _Files) -> None:
        """Keep what was built; `there` are the files of the whole site as they are now."""
        if self._common:
            known: dict[str, Mapping[str, str]] = {locale: self._last[locale][1] for locale in self.left}
            known |= {locale: files for locale, (_, files) in self._made.items()}
            last = dict(self._as_they_are(known, there))
            for locale in last.keys() & self._made.keys():
                results = self._results(locale)
                results.put(last[locale][0], self._made[locale][0])
                results.save()
            if last != self._last:
                self._store.put(self._place, last)
                self._store.save()
        shutil.rmtree(self._aside, ignore_errors=True)

    def abandon(self) -> None:
        """After an error: the site is that of the last build, but for what has been built since."""
        if self._is_aside and os.getpid() == self._owner:
            manifest.put_rest_back(self._site, self._aside)

    def _as_they_are(
        self, known: Mapping[str, _Files], there: _Files
    ) -> Iterator[tuple[str, tuple[bytes, dict[str, str]]]]:
        """The languages whose files nothing has changed after they were built, with these files."""
        written = defaultdict[str, set[str]](set)
        for files in known.values():
            for path, found in files.items():
                written[path].add(found)
        for locale, files in known.items():
            key = self._key(locale)
            if key and all(there.get(path) in written[path] for path in files):
                yield locale, (key, {path: there[path] for path in files})

    def _results(self, locale: str) -> Store:
        return Store.load(self._folder / f"{locale}.left.store", self._language)

    def _key(self, locale: str) -> bytes | None:
        """The same at the end of a build as at its beginning: what was edited meanwhile is for the next one."""
        if locale not in self._keys:
            self._keys[locale] = self._new_key(locale)
        return self._keys[locale]

    def _new_key(self, locale: str) -> bytes | None:
        """A digest of all that a language depends on; `None` where that isn't known.

        Of pages that its readers don't get it depends on their settings, and on what plugins name.
        """
        build, documents = builds.begin(self._config), self._inputs.documents
        parts: list[str | bytes | None] = [self._common, locale]
        for uri, content in sorted(documents.pages.items()):
            of, page_key = build.site.locate(uri) or (None, uri)
            is_fallback = of == build.site.source_locale and build.pages.page(locale, page_key) is None
            is_shown = of in (None, locale) or is_fallback
            is_copy = (of, page_key) in build.pages.copies
            parts += [uri, str(is_copy), content if is_shown else documents.settings[uri]]
        for name, plugin in sorted(self._config.plugins.items()):
            if not leaves_languages(name):
                if (found := language_inputs(plugin, self._config, locale)) is None:
                    return None
                parts += [name, digest(*found)]
        return digest(*parts) if self._common else None


def _has_hidden(config: MkDocsConfig) -> bool:
    """Whether the site may publish files whose names begin with a dot, which stay where MkDocs cleans a folder."""
    spec = config.exclude_docs
    return spec is not None and any(pattern.include is False for pattern in spec.patterns)


def leave_out(config: MkDocsConfig, files: Files) -> Callable[[], None]:
    """Leave MkDocs nothing to build of the first language, at `on_nav`; returns what undoes it for the next one."""
    for file in list(files):
        files.remove(file)
    templates, extra = set(config.theme.static_templates), list(config.extra_templates)
    config.theme.static_templates.clear()
    config.extra_templates.clear()

    def give_back() -> None:
        config.theme.static_templates.update(templates)
        config.extra_templates.extend(extra)

    return give_back
