"""The checks of one self-assessment, and of one beside its original: their results are kept from run to run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

from mkdocs_foundation.caching.results import digest, keep
from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.sources.catalogue import Catalogue

from ..model import Questionnaire
from . import conditional, unwritten, wording
from .membership import homeless
from .parity import compare
from .ranges import check_words
from .validation import validate


class Checks:
    """The checks of the self-assessments of a site, each of which depends on the text that it was read from."""

    def __init__(self, texts: Mapping[str, str], words: Callable[[str], Catalogue], own: Path | None, docs_dir: str):
        """`texts` are those of the files, `words` the catalogues by language, some of which may be the site's `own`."""
        self._texts, self._words, self._docs_dir = texts, words, docs_dir
        self._words_by = cache(lambda locale: digest(words(locale)) if own else digest(locale))

    def of_itself(
        self, q: Questionnaire, locale: str, original: Questionnaire | None, is_source: bool
    ) -> list[Problem]:
        """What is wrong with a self-assessment, whose original is one in the source language."""

        def made() -> list[Problem]:
            there = homeless(q, original) if original else ()
            advice = [*unwritten.check(q), *wording.check(q, locale, is_source)]
            return [*validate(q, is_source), *check_words(q, self._words(locale)), *there, *advice]

        by = *self._by(q, locale), *(self._by(original, "") if original else ()), is_source
        return list(keep(made, f"{__name__}.of_itself", *by))

    def completed(self, q: Questionnaire, locale: str) -> tuple[Questionnaire, list[Problem]]:
        """A self-assessment with its conditional results complete, and what is wrong with these."""
        made = partial(conditional.complete, q, self._labels(locale))
        return keep(made, f"{__name__}.completed", *self._by(q, locale))

    def drift(self, original: Questionnaire, q: Questionnaire) -> list[Problem]:
        """What a translation has in another way than its original."""
        made = partial(compare, original, q, self._docs_dir)
        return list(keep(made, f"{__name__}.drift", *self._by(original, ""), *self._by(q, ""), self._docs_dir))

    def unlike(self, original: Questionnaire, q: Questionnaire, inherited: Questionnaire, locale: str) -> list[Problem]:
        """The conditions of a translation that differ from those of its completed original."""
        made = partial(conditional.compare, original, q, inherited, self._labels(locale), self._docs_dir)
        by = *self._by(original, locale), *self._by(q, locale), self._docs_dir
        return list(keep(made, f"{__name__}.unlike", *by))

    def _by(self, q: Questionnaire, locale: str) -> tuple[object, ...]:
        return q.uri, q.id, self._texts[q.uri], (locale, self._words_by(locale)) if locale else ""

    def _labels(self, locale: str) -> Callable[[str], tuple[str, ...]]:
        """Labels of a named scale in a language, lowest value first; none where its catalogue lacks them."""
        return lambda scale: self._words(locale).lists.get(f"scales.{scale}", ())
