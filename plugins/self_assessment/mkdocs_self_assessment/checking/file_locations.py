"""Where files are: what must hold between the files and folders of a site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_foundation.problems import Location, Problem, suggest
from mkdocs_foundation.site import Site

from ..model import Questionnaire
from ..problem_codes import ProblemCode


def double(first: Questionnaire, second: Questionnaire) -> Problem:
    """Two files declare the same self-assessment in one language."""
    return Problem(
        ProblemCode.DUPLICATE_ID,
        second.location,
        f'Two self-assessments have the same id "{second.id}".',
        f"{second.id} here and in {first.location}",
        "an id of its own for each self-assessment",
        "Give the newer one another id, or remove the copy. The older one keeps its id: saved answers hang on it.",
    )


def outside(questionnaire: Questionnaire, site: Site) -> Problem:
    """A self-assessment is outside the folders of the languages."""
    folders = ", ".join(f"{site.docs_dir}/{site.folder(locale)}" for locale in site.languages)
    return Problem(
        ProblemCode.TRANSLATION_PLACE,
        questionnaire.location,
        f'The self-assessment "{questionnaire.id}" is in none of the languages\' folders and would not be published.',
        f"{site.docs_dir}/{questionnaire.uri}",
        folders,
        "Move the file into the folder of its language.",
    )


def no_source(translation: Questionnaire, originals: Mapping[str, Questionnaire], site: Site) -> Problem:
    """A translation has no original."""
    return Problem(
        ProblemCode.NO_SOURCE,
        translation.location,
        f'The self-assessment "{translation.id}" does not exist in the source language.',
        translation.id,
        ", ".join(sorted(originals)) or f"a self-assessment in {site.docs_dir}/{site.folder(site.source_locale)}",
        suggest(translation.id, originals, "Use the original's id, or write the original first."),
    )


def emptied(uri: str, translations: Sequence[Questionnaire], site: Site) -> Problem:
    """A page of the source language has no self-assessment any more, while its translations have."""
    there = ", ".join(f"{site.docs_dir}/{q.uri}" for q in translations)
    return Problem(
        ProblemCode.NO_SOURCE,
        Location(uri, 1),
        f'The original of the self-assessment "{translations[0].id}" is gone from this page.',
        "no settings with assessment:, and no section with {.assessment}",
        f"the original of {there}",
        "Write it again, or delete the translations too.",
    )


def unwritten(original: Questionnaire, uri: str, site: Site) -> Problem:
    """The translation of a page is no self-assessment, so that its readers would get none."""
    return Problem(
        ProblemCode.TRANSLATION_MISSING,
        Location(uri, 1),
        f'The translation of the self-assessment "{original.id}" has none.',
        "a page without settings with assessment:",
        f"a translation of {site.docs_dir}/{original.uri}, or no file, so that readers are shown the original",
        "Write the settings and the statements with the original's ids, or delete the file.",
    )


def misplaced(original: Questionnaire, translation: Questionnaire, locale: str, site: Site) -> list[Problem]:
    """A translation has another path than its original, or is a section where that is a page."""
    expected = site.in_language(original.uri, locale)
    if expected == translation.uri and original.whole_page == translation.whole_page:
        return []
    form = "a page of its own" if original.whole_page else "a section with {.assessment}"
    return [
        Problem(
            ProblemCode.TRANSLATION_PLACE,
            translation.location,
            f'The translation of "{translation.id}" is not where the original is.',
            f"{site.docs_dir}/{translation.uri}, " + ("a page" if translation.whole_page else "a section"),
            f"{site.docs_dir}/{expected}, {form}",
            "Give the file the original's name and folder, so that the language switch finds it.",
        )
    ]


def taken(questionnaire: Questionnaire, other: str) -> Problem:
    """The page generated from a section would overwrite another one; `other` says what that is and where."""
    return Problem(
        ProblemCode.ADDRESS_TAKEN,
        questionnaire.location,
        f'The page of the self-assessment "{questionnaire.id}" would overwrite another one.',
        other,
        "an address that no other file has: it is made of the id, or of slug where that is written",
        "Remove or rename that file, or give the section another id or slug.",
    )


def former_taken(questionnaire: Questionnaire, other: str) -> Problem:
    """The redirect from a former address of a section's page would be where another page is."""
    return Problem(
        ProblemCode.ADDRESS_TAKEN,
        questionnaire.location,
        f'A former slug of the self-assessment "{questionnaire.id}" is the address of a page.',
        other,
        "former slugs that no page has now",
        "Remove it from former-slugs: an old link then leads to the page that is there now.",
    )


def added_late(questionnaire: Questionnaire, by: str) -> Problem:
    """A file that another plugin has added after all self-assessments were read."""
    return Problem(
        ProblemCode.CHANGED_MARKDOWN,
        questionnaire.location,
        f'The self-assessment "{questionnaire.id}" was added after all others had been read, and was never checked.',
        f"a file that is added by {by}",
        "files that are there before static-i18n sorts them: added in on_files with a priority above -90",
        "Let that plugin or hook add its files earlier, or write the file into the docs folder.",
    )


def no_catalogue(questionnaire: Questionnaire, locale: str, missing: list[str]) -> Problem:
    """The plugin lacks words of a language."""
    return Problem(
        ProblemCode.NO_CATALOGUE,
        questionnaire.location,
        f'The plugin lacks words in the language "{locale}".',
        f"missing: {', '.join(missing[:5])}" if len(missing) < 30 else f"no catalogue for {locale}",
        "a catalogue with every word of the plugin's locales/en.toml",
        f"Copy the plugin's locales/en.toml to {locale}.toml in a folder of the site, translate it, and name that "
        "folder in the plugin's option strings.",
    )
