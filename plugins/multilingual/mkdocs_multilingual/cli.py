"""The command line of a site in several languages: the checks of its texts, and the state of its translations."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs_foundation import docs_files, pages, reporting, site_config
from mkdocs_foundation.pages import SourcePage, SourcePages
from mkdocs_foundation.problems import Problem, Severity, weighed
from mkdocs_foundation.site import Site
from mkdocs_foundation.site_config import ConfigError, SiteConfig

from . import command_check, command_language
from .translations import changes, editing, history, table
from .translations.states import State, Translation, record_of, states


class RefusedError(Exception):
    """A call that can't be carried out; the message says why and what to do. Nothing was written."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 if all went well, 1 if files have problems, 2 for a call that can't be carried out."""
    parser = argparse.ArgumentParser(prog="servicekompas", description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="default: %(default)s")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print every problem in the pages, and advice on their texts")
    check.add_argument("file", type=Path, nargs="*", help="only what is in these files or folders (default: all)")
    check.add_argument("--language", action="append", default=[], metavar="LOCALE", help="only this one: sv")
    check.add_argument("--format", choices=list(reporting.FORMATS), default="text", help="default: %(default)s")
    check.add_argument("--strict", action="store_true", help="let warnings fail, as `mkdocs build --strict` does")
    status = commands.add_parser("status", help="print the state of every translation")
    status.add_argument("--json", action="store_true", help="as data")
    status.add_argument("--diff", metavar="FILE", type=Path, help="print what changed in the source of one translation")
    new = commands.add_parser("new", help="make a page to be translated: the source's text, not shown as a translation")
    new.add_argument("source", type=Path, help="such as docs/da/articles/trust.md")
    new.add_argument("locale", help="such as sv")
    language = commands.add_parser("language", help="list what a language of the site, or a new one, still lacks")
    language.add_argument("locale", help="such as fi; it needn't be in mkdocs.yml yet")
    mark = commands.add_parser("mark-current", help="record that a translation agrees with its source as it is now")
    mark.add_argument("file", type=Path, nargs="*", help="such as docs/sv/articles/trust.md")
    mark.add_argument("--changed", metavar="BASE", help="every translation changed since the branch left BASE")
    options = parser.parse_args(arguments)
    try:
        config = site_config.read(options.config)
        site = config.site
        if options.command == "check":
            is_asked = _asked(config, options.file, options.language)
            return _check(config, options.format, options.strict, is_asked)
        if options.command == "language":
            if not command_language.LOCALE.fullmatch(options.locale):
                raise RefusedError(f'"{options.locale}" is no locale: write fi, for example, or pt-BR.')
            parts = command_language.check(config, _read(config, site)[0], options.locale)
            print(command_language.as_text(parts, options.locale))
            return 1 if any(part.missing for part in parts) else 0
        if options.command != "status":
            site = config.named  # pages of a language that isn't built yet are translated too
        if len(site.languages) < 2:
            which = " that is built" if len(config.named.languages) > 1 else ""
            raise RefusedError(f"mkdocs.yml has no second language{which}: there is nothing to translate.")
        library, found = _read(config, site)
        problems = weighed(found, config.checks)
        if options.command == "new":
            return _new(library, site, config.docs, options.source, options.locale)
        if options.command == "mark-current":
            return _mark(library, site, config.docs, _chosen(library, site, config.docs, options.file, options.changed))
        return _status(config, library, problems, options.json, options.diff)
    except (ConfigError, OSError, RefusedError, ValueError) as error:
        print(f"servicekompas: {error}", file=sys.stderr)
        return 2


def _read(config: SiteConfig, site: Site) -> tuple[SourcePages, list[Problem]]:
    uris = docs_files.markdown_files(config.docs, config.left_out)
    return pages.read([(uri, (config.docs / uri).read_bytes()) for uri in uris], site)


def _asked(config: SiteConfig, paths: Sequence[Path], locales: Sequence[str]) -> Callable[[str], bool]:
    """Tells of a path below the docs folder whether the call asks for it. Raises `RefusedError`."""
    site, root = config.site, config.docs.resolve()
    for locale in locales:
        if locale not in site.languages:
            raise RefusedError(f'"{locale}" is no language of this site. Write one of: {", ".join(site.languages)}.')
    uris = []
    for path in paths:
        if not path.resolve().is_relative_to(root) or not path.exists():
            raise RefusedError(f"{path} is no file or folder in {config.docs}.")
        uris.append(path.resolve().relative_to(root).as_posix())

    def is_asked(uri: str) -> bool:
        in_files = not uris or any(asked in (".", uri) or uri.startswith(f"{asked}/") for asked in uris)
        return in_files and (not locales or site.locale_of(uri) in locales)

    return is_asked


def _check(config: SiteConfig, form: str, strict: bool, is_asked: Callable[[str], bool]) -> int:
    try:
        from .glue.blog.command import files_to_check as read_blog
    except ImportError:  # without MkDocs
        read_blog = command_check.plain_blog
    problems = command_check.narrowed(command_check.check(config, read_blog), is_asked)
    print(reporting.FORMATS[form](problems, "Content", reporting.counted(problems), config.docs_dir))
    found = {problem.severity for problem in problems}
    return 1 if Severity.ERROR in found or (strict and Severity.WARNING in found) else 0


def _page(library: SourcePages, site: Site, docs: Path, path: Path) -> SourcePage:
    """The page of a path on the command line. Raises `RefusedError`."""
    resolved, root = path.resolve(), docs.resolve()
    uri = resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else ""
    located = site.locate(uri)
    page = (library.page(*located) or library.copies.get(located)) if located else None
    if page is None:
        raise RefusedError(f"{path} is no page of a language ({', '.join(site.languages)}) in {docs}.")
    return page


def _new(library: SourcePages, site: Site, docs: Path, path: Path, locale: str) -> int:
    source = _page(library, site, docs, path)
    others = [lang for lang in site.languages if lang != source.locale]
    if locale not in others:
        raise RefusedError(f'"{locale}" is no other language of this site. Write one of: {", ".join(others)}.')
    target = docs / site.uri(locale, source.key)
    if target.exists():
        raise RefusedError(f"{target} already exists. Edit it, then run `servicekompas mark-current {target}`.")
    text = editing.stub((docs / source.uri).read_text(encoding="utf-8"), source)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    print(f"{target} holds the text of {docs / source.uri}. Translate it into {locale}; keep ids and links.")
    if slug := source.matter.values.get("slug"):
        print(f"It has no `slug` yet, which is `{slug}` in {source.locale}: write one in {locale}.")
    print("It is untranslated until its text changes: readers get what they would get without it.")
    return 0


def _chosen(library: SourcePages, site: Site, docs: Path, paths: Sequence[Path], base: str | None) -> list[Path]:
    """The translations to be marked: those named, and those changed since a branch left its base."""
    if not paths and base is None:
        raise RefusedError("name the translations, or use --changed with the name of the branch that this one left.")
    changed = history.changed_since(docs, base) if base is not None else []
    translations = {page.uri for page in library if _source(library, site, page)}
    return [*paths, *(docs / uri for uri in changed if uri in translations)]


def _source(library: SourcePages, site: Site, page: SourcePage) -> SourcePage | None:
    """The page that another one is the translation of, by its record or as the source language's."""
    written = page.matter.values.get("translation")
    named = written.get("source") if isinstance(written, dict) else None
    locale = str(named) if named in site.languages and named != page.locale else site.source_locale
    return library.page(locale, page.key) if locale != page.locale else None


def _mark(library: SourcePages, site: Site, docs: Path, paths: Sequence[Path]) -> int:
    changed: list[tuple[Path, bytes]] = []
    for path in paths:
        page = _page(library, site, docs, path)
        source = _source(library, site, page)
        if source is None:
            beside = docs / site.uri(site.source_locale, page.key)
            raise RefusedError(f"{path} has no source: there is no {beside} beside it.")
        file = docs / page.uri
        text = file.read_bytes().decode("utf-8")
        record = editing.record_for(source, record_of(page, site)[0])
        changed.append((file, editing.with_record(text, record).encode("utf-8")))
    for file, content in changed:
        file.write_bytes(content)
        print(f"{file}: current.")
    if not changed:
        print("No translation has changed.")
    return 0


def _status(
    config: SiteConfig, library: SourcePages, problems: Sequence[Problem], as_json: bool, one: Path | None
) -> int:
    site, docs = config.site, config.docs
    with_source = config.plugins.get("multilingual", {}).get("with_source") is True
    past = history.History(docs)
    translations, found = states(library, site, past.together, with_source)
    problems = [*problems, *found]
    if message := table.unknown_by_history(translations):
        print(f"servicekompas: {message}", file=sys.stderr)
    if one:
        return _diff(translations, docs, _page(library, site, docs, one), past)

    def sections(translation: Translation) -> list[str] | None:
        texts = _texts(translation, docs, past)
        return changes.changed_sections(*texts) if texts else None

    if as_json:
        print(json.dumps(table.as_data(translations, sections), ensure_ascii=False, indent=2))
    else:
        print(table.as_text(translations, site, sections))
    if problems:
        print(reporting.as_text(problems, "", f"{len(problems)} to fix.", site.docs_dir), file=sys.stderr)
    return 1 if problems else 0


def _texts(translation: Translation, docs: Path, past: history.History) -> tuple[str, str] | None:
    """The source as it was translated and as it is."""
    source, record = translation.source, translation.record
    if source is None or record is None:
        return None
    before = past.translated_text(source.uri, translation.uri, record.hash, translation.with_source)
    return None if before is None else (before, (docs / source.uri).read_text(encoding="utf-8-sig"))


def _diff(translations: Sequence[Translation], docs: Path, page: SourcePage, past: history.History) -> int:
    translation = next((t for t in translations if t.uri == page.uri), None)
    if translation is None or translation.state is not State.OUTDATED:
        state = translation.state.value if translation else "a source"
        raise RefusedError(f"{docs / page.uri} is {state}: there is no change to show.")
    texts = _texts(translation, docs, past)
    if texts is None:
        raise RefusedError("the text that was translated is not in the history of git: a shallow clone, perhaps.")
    print(changes.diff(*texts, translation.source.uri if translation.source else page.uri))
    return 0


if __name__ == "__main__":
    sys.exit(main())
