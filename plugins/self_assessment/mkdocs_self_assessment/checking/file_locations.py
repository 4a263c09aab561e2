"""Where files are: what must hold between the files and folders of a site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, suggest
from mkdocs_foundation.site import Site

from ..model import Questionnaire
from ..problem_codes import ProblemCode
from ..saying import say


def double(first: Questionnaire, second: Questionnaire) -> Problem:
    """Two files declare the same self-assessment in one language: the one with the name of its id is the original."""
    if PurePosixPath(second.uri).stem == second.id != PurePosixPath(first.uri).stem:
        first, second = second, first
    return Problem(
        ProblemCode.DUPLICATE_ID,
        second.location,
        say('Two self-assessments have the same id "{second}".', second=second.id),
        say("{second} here and in {location}", second=second.id, location=f"{first.location}"),
        say("an id of its own for each self-assessment"),
        say("Give the newer one another id, or remove the copy. The older one keeps its id: saved answers hang on it."),
    )


def outside(questionnaire: Questionnaire, site: Site) -> Problem:
    """A self-assessment is outside the folders of the languages."""
    folders = listed(f"{site.docs_dir}/{site.folder(locale)}" for locale in site.languages)
    return Problem(
        ProblemCode.TRANSLATION_PLACE,
        questionnaire.location,
        say(
            'The self-assessment "{questionnaire}" is in none of the languages\' folders and would not be published.',
            questionnaire=questionnaire.id,
        ),
        verbatim(f"{site.docs_dir}/{questionnaire.uri}"),
        folders,
        say("Move the file into the folder of its language."),
    )


def no_source(translation: Questionnaire, originals: Mapping[str, Questionnaire], site: Site) -> Problem:
    """A translation has no original."""
    return Problem(
        ProblemCode.NO_SOURCE,
        translation.location,
        say('The self-assessment "{translation}" does not exist in the source language.', translation=translation.id),
        verbatim(translation.id),
        (
            listed(sorted(originals))
            or say("a self-assessment in {place}", place=f"{site.docs_dir}/{site.folder(site.source_locale)}")
        ),
        suggest(translation.id, originals, say("Use the original's id, or write the original first.")),
    )


def emptied(uri: str, translations: Sequence[Questionnaire], site: Site) -> Problem:
    """A page of the source language has no self-assessment any more, while its translations have."""
    there = ", ".join(f"{site.docs_dir}/{q.uri}" for q in translations)
    return Problem(
        ProblemCode.NO_SOURCE,
        Location(uri, 1),
        say('The original of the self-assessment "{id}" is gone from this page.', id=translations[0].id),
        say("no settings with assessment:, and no section with {.assessment}"),
        say("the original of {there}", there=there),
        say("Write it again, or delete the translations too."),
    )


def unwritten(original: Questionnaire, uri: str, site: Site) -> Problem:
    """The translation of a page is no self-assessment, so that its readers would get none."""
    return Problem(
        ProblemCode.TRANSLATION_MISSING,
        Location(uri, 1),
        say('The translation of the self-assessment "{original}" has none.', original=original.id),
        say("a page without settings with assessment:"),
        say(
            "a translation of {place}, or no file, so that readers are shown the original",
            place=f"{site.docs_dir}/{original.uri}",
        ),
        say("Write the settings and the statements with the original's ids, or delete the file."),
    )


def misplaced(original: Questionnaire, translation: Questionnaire, locale: str, site: Site) -> list[Problem]:
    """A translation has another path than its original, or is a section where that is a page."""
    expected = site.in_language(original.uri, locale)
    if expected == translation.uri and original.whole_page == translation.whole_page:
        return []
    return [
        Problem(
            ProblemCode.TRANSLATION_PLACE,
            translation.location,
            say('The translation of "{translation}" is not where the original is.', translation=translation.id),
            say("{file}, a page", file=site.shown(translation.uri))
            if translation.whole_page
            else say("{file}, a section", file=site.shown(translation.uri)),
            say("{file}, a page of its own", file=site.shown(expected))
            if original.whole_page
            else say("{file}, a section with {.assessment}", file=site.shown(expected)),
            say("Give the file the original's name and folder, so that the language switch finds it."),
        )
    ]


def taken(questionnaire: Questionnaire, other: Message) -> Problem:
    """The page generated from a section would overwrite another one; `other` says what that is and where."""
    return Problem(
        ProblemCode.ADDRESS_TAKEN,
        questionnaire.location,
        say(
            'The page of the self-assessment "{questionnaire}" would overwrite another one.',
            questionnaire=questionnaire.id,
        ),
        other,
        say("an address that no other file has: it is made of the id, or of slug where that is written"),
        say("Remove or rename that file, or give the section another id or slug."),
    )


def former_taken(questionnaire: Questionnaire, other: Message) -> Problem:
    """The redirect from a former address of a section's page would be where another page is."""
    return Problem(
        ProblemCode.ADDRESS_TAKEN,
        questionnaire.location,
        say(
            'A former slug of the self-assessment "{questionnaire}" is the address of a page.',
            questionnaire=questionnaire.id,
        ),
        other,
        say("former slugs that no page has now"),
        say("Remove it from former-slugs: an old link then leads to the page that is there now."),
    )


def added_late(questionnaire: Questionnaire, by: str) -> Problem:
    """A file that another plugin has added after all self-assessments were read."""
    return Problem(
        ProblemCode.CHANGED_MARKDOWN,
        questionnaire.location,
        say(
            'The self-assessment "{questionnaire}" was added after all others had been read, and was never checked.',
            questionnaire=questionnaire.id,
        ),
        say("a file that is added by {by}", by=by),
        say("files that are there before static-i18n sorts them: added in on_files with a priority above -90"),
        say("Let that plugin or hook add its files earlier, or write the file into the docs folder."),
    )


def no_catalogue(questionnaire: Questionnaire, locale: str, missing: list[str]) -> Problem:
    """The plugin lacks words of a language."""
    return Problem(
        ProblemCode.NO_CATALOGUE,
        questionnaire.location,
        say('The plugin lacks words in the language "{locale}".', locale=locale),
        (
            say("missing: {names}", names=listed(missing[:5]))
            if len(missing) < 30
            else say("no catalogue for {locale}", locale=locale)
        ),
        say("a catalogue with every word of the plugin's locales/en.toml"),
        say(
            "Copy the plugin's locales/en.toml to {locale}.toml in a folder of the site, translate "
            "it, and name that folder in the plugin's option strings.",
            locale=locale,
        ),
    )
