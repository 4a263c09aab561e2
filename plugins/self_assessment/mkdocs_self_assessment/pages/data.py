"""The data of a page for its script: the model and the catalogue, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_foundation.catalogue import Catalogue
from mkdocs_foundation.locales import regional

from ..conditions.texts import ConditionalText
from ..elements import Band, Item
from ..kinds import kind_of
from ..model import Questionnaire
from ..numbers import UNITS, exact
from ..presenting.plain_data import data_of, fields_of
from ..reading.blocks import plain_text
from .strings import of_other_kinds


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
    """Texts that the scripts use, by key."""


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


def script_data(q: Questionnaire, catalogue: Catalogue, articles: Mapping[str, str]) -> str:
    """The JSON of a questionnaire, safe inside a script element. `assets/types/model.d.ts` describes it."""
    unused = of_other_kinds(kind_of(q), catalogue.lang)
    words = {key: text for key, text in _strings(catalogue).items() if f"browser.{key}" not in unused}
    return _json(_model(q, catalogue, articles, words))


def library_data(found: Iterable[tuple[Questionnaire, str]], catalogue: Catalogue) -> str:
    """The JSON of several questionnaires with the addresses of their pages: models, without words of their own."""
    models = [{"url": url, "model": _model(q, catalogue, {}, {})} for q, url in found]
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
    q: Questionnaire, catalogue: Catalogue, articles: Mapping[str, str], strings: dict[str, str]
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
