"""The data of a page for its script: the model and the catalogue, as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass

from mkdocs_foundation.catalogue import Catalogue

from ..kinds import kind_of
from ..model import Questionnaire
from ..presenting.plain_data import data_of, fields_of


@dataclass(frozen=True)
class ModelData:
    """Data of a self-assessment for scripts, beside its marked fields."""

    kind: str
    """Name of the self-assessment's kind."""
    version: str
    """Version, the fingerprint of the scoring."""
    lang: str
    """Locale of the page."""
    has_whole: bool
    """Whether all answers add up to one score."""
    compares_people: bool
    """Whether a result may be compared with another person's."""
    strings: dict[str, str]
    """Texts that the scripts use, by key."""


def script_data(q: Questionnaire, catalogue: Catalogue) -> str:
    """The JSON of a questionnaire, safe inside a script element. `assets/types/model.d.ts` describes it."""
    kind = kind_of(q)
    complete = q.with_defaults()
    own = ModelData(
        kind.name, q.version, catalogue.lang, kind.has_whole, kind.compares_people, catalogue.table("browser")
    )
    data = {**data_of(complete), **kind.data(complete), **fields_of(own)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A script element ends at "</script", and "<!--" changes how it ends.
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
