"""What must be the same in every language, and what a translation takes from its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_foundation.problems import Location, Problem, nearest, suggest

from ..model import DEFAULT_MINIMUM, Questionnaire
from ..parts import Band, Dimension, Item, Outcome, Scale, Scenario
from ..problem_codes import ProblemCode


def compare(source: Questionnaire, translation: Questionnaire, docs_dir: str = "docs") -> list[Problem]:
    """Every way in which a translation disagrees with the source language about structure or scoring."""
    problems: list[Problem] = []
    for what, there, here in _groups(source, translation):
        problems += _members(what, source, there, translation, here, docs_dir)
    problems += _scoring(source, translation, docs_dir)
    problems += _actions(source, translation, docs_dir)
    pairs = [
        ("the whole result", source.bands, translation.bands, source.location, translation.location),
        ("the flexibility", source.flexibility, translation.flexibility, source.location, translation.location),
        ("the effectiveness", source.effectiveness, translation.effectiveness, source.location, translation.location),
        *(
            (f'the dimension "{d.id}"', d.bands, other.bands, d.location, other.location)
            for d in source.dimensions
            if (other := translation.dimension(d.id))
        ),
    ]
    for owner, original_bands, bands, original, place in pairs:
        problems += _bands(owner, original_bands, bands, original, place, docs_dir)
    return problems


_Member = Item | Dimension | Scenario | Outcome


def _groups(
    source: Questionnaire, translation: Questionnaire
) -> list[tuple[str, Sequence[_Member], Sequence[_Member]]]:
    return [
        ("dimension", source.dimensions, translation.dimensions),
        ("statement", source.items, translation.items),
        ("situation", source.scenarios, translation.scenarios),
        ("style", source.styles, translation.styles),
        ("square", source.quadrants, translation.quadrants),
    ]


def inherit_scoring(source: Questionnaire, translation: Questionnaire) -> Questionnaire:
    """The translation with every scoring attribute of the source; call it only where `compare` found nothing."""
    items = {item.id: item for item in source.items}
    dimensions = {dimension.id: dimension for dimension in source.dimensions}
    scenarios = {scenario.id: scenario for scenario in source.scenarios}
    quadrants = {quadrant.id: quadrant for quadrant in source.quadrants}
    styles = {style.id: style for style in translation.styles}
    return replace(
        translation,
        kind=source.kind,
        scale=_inherit_scale(source.scale, translation.scale),
        not_relevant=source.not_relevant,
        minutes=translation.minutes or source.minutes,
        minimum=source.minimum,
        paging=source.paging,
        square=source.square,
        dimensions=tuple(
            replace(d, scale=_inherit_scale(first.scale, d.scale), minimum=first.minimum, target=first.target)
            if (first := dimensions.get(d.id))
            else d
            for d in translation.dimensions
        ),
        items=tuple(
            replace(item_there, text=item.text, location=item.location) if (item_there := items.get(item.id)) else item
            for item in translation.items
        ),
        scenarios=tuple(
            _inherit_scenario(one, s) if (one := scenarios.get(s.id)) else s for s in translation.scenarios
        ),
        # The order of the styles is scoring: it says which is nearest to which.
        styles=tuple(styles[style.id] for style in source.styles if style.id in styles),
        quadrants=tuple(
            replace(q, x=square.x, y=square.y) if (square := quadrants.get(q.id)) else q for q in translation.quadrants
        ),
    )


def _inherit_scenario(source: Scenario, translation: Scenario) -> Scenario:
    effects = {action.style: action.effect for action in source.actions}
    return replace(
        translation,
        readiness=source.readiness,
        actions=tuple(replace(a, effect=effects.get(a.style)) for a in translation.actions),
    )


def _inherit_scale(source: Scale | None, translation: Scale | None) -> Scale | None:
    return replace(source, labels=translation.labels) if source and translation else source


def _members(
    what: str,
    source: Questionnaire,
    originals: Sequence[_Member],
    translation: Questionnaire,
    translated: Sequence[_Member],
    docs_dir: str,
) -> Iterator[Problem]:
    there = {member.id: member for member in originals}
    here = {member.id: member for member in translated}
    missing = [id for id in there if id not in here]
    for id, member in here.items():
        if id in there:
            continue
        near = nearest(id, missing)
        yield Problem(
            ProblemCode.TRANSLATION_UNKNOWN,
            member.location,
            f'The {what} "{id}" does not exist in the original.',
            f"#{id}",
            f"the ids of {docs_dir}/{source.location.path}"
            + (f"; not yet used here: {', '.join(missing)}" if missing else ", each of which is here already"),
            suggest(id, missing, f"Use the original's id, or add the {what} to the original first."),
        )
        if near:  # told already: one slip, one message
            missing.remove(near)
    if missing:
        one = len(missing) == 1
        yield Problem(
            ProblemCode.TRANSLATION_MISSING,
            translation.location,
            f"The translation lacks {'a' if one else len(missing)} {what}{'' if one else 's'} of the original.",
            f"no {', '.join(f'#{id}' for id in missing)}",
            f"every {what} of {docs_dir}/{source.location.path}; what is missing stands there in line "
            + ", ".join(str(there[id].location.line) for id in missing),
            f"Translate {'it and give it' if one else 'each and give it'} the original's id.",
        )


def _scoring(source: Questionnaire, translation: Questionnaire, docs_dir: str) -> Iterator[Problem]:
    pairs: list[tuple[str, object, object, Location, Location]] = []

    def pair(what: str, there: object, here: object, original: Location, place: Location) -> None:
        pairs.append((what, there, here, original, place))

    top, own = source.location, translation.location
    pair("the scale", _scale(source.scale), _scale(translation.scale), top, own)
    pair("minimum", source.minimum or DEFAULT_MINIMUM, translation.minimum, top, own)
    pair("not-relevant", source.not_relevant, translation.not_relevant, top, own)
    pair("paging", source.paging, translation.paging, top, own)
    pair("the axes", _axes(source), _axes(translation), top, own)
    for scenario in translation.scenarios:
        if original_scenario := next((s for s in source.scenarios if s.id == scenario.id), None):
            there, place = original_scenario.location, scenario.location
            pair(f'the readiness of "{scenario.id}"', original_scenario.readiness, scenario.readiness, there, place)
    for quadrant in translation.quadrants:
        if original_square := next((q for q in source.quadrants if q.id == quadrant.id), None):
            there, place = original_square.location, quadrant.location
            pair(f'x of "{quadrant.id}"', original_square.x, quadrant.x, there, place)
            pair(f'y of "{quadrant.id}"', original_square.y, quadrant.y, there, place)
    for dimension in translation.dimensions:
        if original := source.dimension(dimension.id):
            pair(
                "the scale",
                _scale(original.scale),
                _scale(dimension.scale),
                original.location,
                dimension.location,
            )
    originals = {item.id: item for item in source.items}
    for item in translation.items:
        if not (first := originals.get(item.id)):
            continue
        place, there = item.location, first.location
        name = f' of "{item.id}"'
        pair("reverse" + name, _turned(first.reverse), "reverse" if item.reverse else None, there, place)
        pair("the weight" + name, first.weight or 1, item.weight, there, place)
        pair("not-relevant" + name, first.not_relevant, item.not_relevant, there, place)
        pair("must" + name, "must" if first.must else "no must", "must" if item.must else None, there, place)
        pair("if" + name, str(first.follows or ""), str(item.follows) if item.follows else None, there, place)
        moved = item.section != first.section or item.dimension not in (item.section, first.dimension)
        if moved:
            pair("the dimension" + name, first.dimension, item.dimension, there, place)
    for what, expected, found, original_place, place in pairs:
        if found is not None and found != expected:
            yield Problem(
                ProblemCode.TRANSLATION_SCORING,
                place,
                f"The translation disagrees with the original about {what}.",
                _say(found),
                f"{_say(expected)}, as in {docs_dir}/{original_place}",
                "Remove it here: scoring is written only in the original. If the original is wrong, change it there.",
            )
    for scale, other, where in [
        (source.scale, translation.scale, own),
        *((d.scale, mine.scale, mine.location) for d in source.dimensions if (mine := translation.dimension(d.id))),
    ]:
        if scale and scale.labels and not other:
            example = " | ".join(f"{value} …" for value in scale.values)
            yield Problem(
                ProblemCode.TRANSLATION_SCORING,
                where,
                "The labels of the answer scale are not translated.",
                "no scale",
                f'the original\'s scale with labels in this language: "{example}"',
                "Add it, with the same numbers.",
            )


def _actions(source: Questionnaire, translation: Questionnaire, docs_dir: str) -> Iterator[Problem]:
    originals = {scenario.id: scenario for scenario in source.scenarios}
    for scenario in translation.scenarios:
        if not (first := originals.get(scenario.id)):
            continue
        there = {action.style: action for action in first.actions}
        here = [action.style for action in scenario.actions]
        if sorted(here) != sorted(there):
            yield Problem(
                ProblemCode.TRANSLATION_SCORING,
                scenario.location,
                f'The actions of the situation "{scenario.id}" don\'t have the styles of the original.',
                ", ".join(here) or "no actions",
                f"{', '.join(there)}, as in {docs_dir}/{first.location}",
                "Give each action the style of the action that it translates.",
            )
            continue
        for action in scenario.actions:
            if action.effect is not None and action.effect != source.effect(first, there[action.style]):
                yield Problem(
                    ProblemCode.TRANSLATION_SCORING,
                    action.location,
                    f'The translation disagrees with the original about the effect of "{action.style}".',
                    f"effect={action.effect:+}",
                    f"{source.effect(first, there[action.style]):+}, as in {docs_dir}/{there[action.style].location}",
                    "Remove it here: scoring is written only in the original.",
                )


def _bands(
    owner: str,
    there: Sequence[Band],
    here: Sequence[Band],
    original: Location,
    place: Location,
    docs_dir: str,
) -> Iterator[Problem]:
    expected, found = [sorted((b.low, b.high) for b in bands) for bands in (there, here)]
    if expected != found:
        yield Problem(
            ProblemCode.TRANSLATION_BANDS,
            here[0].location if here else place,
            f"The ranges of the result texts for {owner} are not those of the original.",
            _ranges(found),
            f"{_ranges(expected)}, as in {docs_dir}/{there[0].location if there else original}",
            "Use the original's ranges and translate the text of each.",
        )


def _turned(reverse: bool) -> str:
    return "reverse" if reverse else "no reverse"


def _ranges(bands: Sequence[tuple[int, int]]) -> str:
    return ", ".join(f"{low}–{high}" for low, high in bands) or "no result texts"


def _axes(questionnaire: Questionnaire) -> str | None:
    square = questionnaire.square
    return f"x: {square.x}, y: {square.y}, cut: {square.cut}" if square else None


def _scale(scale: Scale | None) -> str | None:
    return (scale.name or " | ".join(str(value) for value in scale.values)) if scale else None


def _say(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else "not set" if value is None else str(value)
