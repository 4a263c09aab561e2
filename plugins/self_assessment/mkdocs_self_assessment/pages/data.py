"""The data of a page for its script: the model and the catalogue, as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from mkdocs_foundation.locales import regional
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_foundation.values import dataclass

from ..conditions.texts import ConditionalText
from ..elements import Band, Item
from ..kind import QuestionnaireKind
from ..kinds import kind_of
from ..model import Questionnaire
from ..numbers import UNITS, exact
from ..presenting.plain_data import data_of, fields_of
from ..reading.blocks import plain_text
from .strings import of_other_kinds

_OF_PAGES = ("levels.today", "levels.target")
"""Keys of words that the scripts of a team use and that otherwise only pages have."""
_FORM = pattern(r"\.(?:zero|one|two|few|many|other)$")
"""Matches the end of a key with the forms of a number."""


@dataclass(frozen=True)
class PointsData:
    """The points that a score is shown in."""

    low: float
    """Lowest sum."""
    high: float
    """Highest sum."""
    step: float
    """Distance of neighbouring sums."""


@dataclass(frozen=True)
class ModelData:
    """Data of a self-assessment for scripts, beside its marked fields."""

    kind: str
    """Name of the self-assessment's kind."""
    version: str
    """Version, the fingerprint of the scoring."""
    lang: str
    """Locale of the page."""
    dates: str
    """Locale that dates are written as: that of the page, with a country where its language needs one."""
    has_whole: bool
    """Whether all answers add up to one score."""
    compares_people: bool
    """Whether a result may be compared with another person's."""
    points: PointsData | None
    """Points in which the score of the whole is shown; `null` where it is shown in percent."""
    condition_names: tuple[str, ...]
    """Plain names of the result texts with conditions; "" without one."""
    articles: dict[str, str]
    """Plain titles of the pages that result texts link to, by their address relative to the page."""
    strings: dict[str, str]
    """Texts that the scripts use, by key; those that only a result shows are added when they are fetched."""
    late: str
    """Address of the texts that only a result shows, relative to the page; "" where the page has them."""


@dataclass(frozen=True)
class DimensionData:
    """Data of a dimension for scripts, beside its marked fields."""

    points: PointsData | None
    """Points in which the score is shown; `null` where it is shown in percent."""
    condition_names: tuple[str, ...]
    """Plain names of the result texts with conditions; "" without one."""


def points_of(q: Questionnaire, bands: Sequence[Band], items: Sequence[Item]) -> PointsData | None:
    """The points of a score whose result texts are for points; `None` for any other."""
    if not any(band.points for band in bands):
        return None
    sums = q.sums_of(items)
    return PointsData(*(exact(value / UNITS) for value in (sums.low, sums.high, sums.step)))


def _names(texts: Sequence[ConditionalText]) -> tuple[str, ...]:
    return tuple(plain_text(text.name) for text in texts)


def _words_for_points(catalogue: Catalogue) -> dict[str, str]:
    """The forms of "5 points", which the scoring key has too."""
    forms = catalogue.table("key")
    return {key.replace("sum", "points"): text for key, text in forms.items() if key == "sum" or key.startswith("sum.")}


@dataclass(frozen=True)
class LateWords:
    """Texts that a page doesn't have, since only a result shows them."""

    address: str
    """Address of their file, relative to the page."""
    asked: Collection[str]
    """Keys that the form asks for, without the forms of numbers: what the page has."""


def script_data(
    q: Questionnaire, catalogue: Catalogue, articles: Mapping[str, str], late: LateWords | None = None
) -> str:
    """The JSON of a questionnaire, safe inside a script element. `assets/types/model.d.ts` describes it."""
    kind = kind_of(q)
    words = words_of(kind, catalogue)
    if late:
        words = {key: text for key, text in words.items() if _is_asked(key, kind, late.asked)}
    return _json(_model(q, catalogue, articles, words, late.address if late else ""))


def words_of(kind: QuestionnaireKind[Any], catalogue: Catalogue) -> dict[str, str]:
    """All texts that the scripts of a kind use, by key: not those in whose place it has its own."""
    unused = of_other_kinds(kind, catalogue.lang)
    words = {key: text for key, text in _strings(catalogue).items() if f"browser.{key}" not in unused}
    prefix = f"{kind.name}."
    own = {_FORM.sub("", key.removeprefix(prefix)) for key in words if key.startswith(prefix)}
    return {key: text for key, text in words.items() if _FORM.sub("", key) not in own}


def late_words(kind: QuestionnaireKind[Any], catalogue: Catalogue, asked: Collection[str]) -> str:
    """The JSON of the texts of a kind that only a result shows, by key."""
    words = words_of(kind, catalogue)
    return _json({key: text for key, text in words.items() if not _is_asked(key, kind, asked)})


def team_words(catalogue: Catalogue) -> str:
    """The JSON of the texts that handing in asks for, by key."""
    return _json(_team_strings(catalogue, "team.hand.", "team.group-"))


def _team_strings(catalogue: Catalogue, *prefixes: str) -> dict[str, str]:
    words = {f"team.{key}": text for key, text in catalogue.table("team").items()}
    return {key: text for key, text in words.items() if not prefixes or key.startswith(prefixes)}


def team_data(q: Questionnaire, catalogue: Catalogue) -> str:
    """The JSON of a questionnaire for the page of a team: the model, and the plain texts of its items by id."""
    own = _team_strings(catalogue) | {key: catalogue(key) for key in _OF_PAGES}
    model = _model(q, catalogue, {}, words_of(kind_of(q), catalogue) | own, "")
    numbers = {item.id: number for number, item in enumerate(q.items, start=1)}
    items = {item.id: f"{numbers[item.id]}. {plain_text(item.text)}" for item in q.items}
    return _json({"model": model, "items": items})


def _is_asked(key: str, kind: QuestionnaireKind[Any], asked: Collection[str]) -> bool:
    key = key.removeprefix(f"{kind.name}.")
    return key in asked or _FORM.sub("", key) in asked


def library_data(found: Iterable[tuple[Questionnaire, str]], catalogue: Catalogue) -> str:
    """The JSON of several questionnaires with the addresses of their pages: models, without words of their own."""
    models = [{"url": url, "model": _model(q, catalogue, {}, {}, "")} for q, url in found]
    return _json(
        {
            "lang": catalogue.lang,
            "dates": regional(catalogue.lang),
            "strings": _strings(catalogue),
            "assessments": models,
        }
    )


def _strings(catalogue: Catalogue) -> dict[str, str]:
    return catalogue.table("browser") | _words_for_points(catalogue)


def _model(
    q: Questionnaire, catalogue: Catalogue, articles: Mapping[str, str], strings: dict[str, str], late: str
) -> dict[str, Any]:
    kind = kind_of(q)
    complete = q.with_defaults()
    own = ModelData(
        kind.name,
        q.version,
        catalogue.lang,
        regional(catalogue.lang),
        kind.has_whole,
        kind.compares_people,
        points_of(q, q.bands, q.items),
        _names(q.conditional),
        dict(articles),
        strings,
        late,
    )
    data = {**data_of(complete), **kind.data(complete), **fields_of(own)}
    for dimension, found in zip(complete.dimensions, data["dimensions"], strict=True):
        points = points_of(q, dimension.bands, q.scored_in(dimension.id))
        found |= fields_of(DimensionData(points, _names(dimension.conditional)))
    return data


def _json(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A script element ends at "</script", and "<!--" changes how it ends.
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
