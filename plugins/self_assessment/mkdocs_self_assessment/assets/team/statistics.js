// @ts-check
/**
 * What a team's answer sheets have in common and where they differ. Pure.
 *
 * - **Mean**: the sum of the values, divided by their number.
 * - **Median**: the middle one of the values in order; with an even number, the mean of the two in the middle.
 * - **Spread**: how far the values are from their mean, on average.
 * - **Gap**: the difference of two groups' means, rounded as they are shown. Of more than two groups, that of the highest
 *   and the lowest.
 * - **Agreement** on a statement: at least three quarters of its answers are on one side of the middle of its scale.
 *
 * Nothing here says whether a difference could be chance: a team is not a sample.
 */
/** @import { Answers, Item, Model } from "../types/types.js" */
/** @import { Round } from "./round.js" */

import { activeItems } from "../scoring/active-items.js";
import { isAnswered, pointsOf } from "../scoring/items.js";
import { GROUPS } from "./code.js";
import { sheetScores } from "./scores.js";

/** Sheets below which single persons may be recognised; beside a leader, who is known anyway, and without one. */
const FEWEST = { besideOne: 4, usual: 5 };
/** Sheets below which even a mean is one person's. */
const FEWEST_FOR_MEAN = 2;
const AGREEING = 0.75;

/** What a sheet's statements are worth, worked out once, as scores are. @type {WeakMap<Answers, {model: Model, values: [Item, number][]}>} */
const VALUES = new WeakMap();

/** @typedef {{n: number, mean: number, median: number, low: number, high: number, spread: number}} Figures unrounded */
/** @typedef {{group: number, values: number[], figures: Figures | null, held: boolean, shown: boolean}} GroupFigures shown: whether there are enough for a mean; held: whether that is all that is shown */
/** @typedef {{high: number, low: number, size: number}} Gap of two groups, by their numbers, and by how many points */
/** @typedef {{id: string, title: string, groups: GroupFigures[], rest: GroupFigures, whole: GroupFigures, gap: Gap | null}} DimensionFigures rest: of the sheets that are in none of the groups */
/** @typedef {{item: Item, whole: Figures, weak: number, strong: number}} StatementFigures the parts of the answers on either side of the middle */

/** @param {number[]} values @returns {Figures | null} `null` without values */
export function figuresFor(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const mean = meanOf(sorted);
  const middle = sorted.length / 2;
  return {
    n: sorted.length,
    mean,
    median: meanOf(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)),
    low: sorted[0] ?? mean,
    high: sorted.at(-1) ?? mean,
    spread: meanOf(sorted.map((value) => Math.abs(value - mean))),
  };
}

/** @param {number[]} values @returns {number} */
function meanOf(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {Pick<Round, "groups">} round @returns {boolean} whether one of its groups is a single person whom everybody knows */
function knowsOne({ groups }) {
  return groups.includes(GROUPS.leader) || groups.includes(GROUPS.self);
}

/** @param {number} group @returns {boolean} */
function isKnown(group) {
  return group === GROUPS.leader || group === GROUPS.self;
}

/**
 * @param {Pick<Round, "groups" | "agreed">} round
 * @param {number} group
 * @param {number} count of its sheets
 * @returns {{held: boolean, shown: boolean}}
 */
export function visibility(round, group, count) {
  if (round.agreed) return { held: false, shown: count > 0 };
  return {
    held: count < (knowsOne(round) ? FEWEST.besideOne : FEWEST.usual),
    shown: count >= (isKnown(group) ? 1 : FEWEST_FOR_MEAN),
  };
}

/** @param {Pick<Round, "groups" | "agreed" | "sheets">} round @returns {boolean} whether only means are shown of all together */
export function isHeld(round) {
  const others = round.sheets.filter(({ group }) => !isKnown(group)).length;
  return visibility(round, GROUPS.none, others).held;
}

/**
 * @param {Model} model
 * @param {Round} round
 * @returns {DimensionFigures[]} in the order of the model; the whole, where it has a score and other parts, comes last
 */
export function dimensionFigures(model, round) {
  const isDivided = model.dimensions.some(({ id }) => id !== model.id);
  const parts = isDivided && model.hasWhole ? [...model.dimensions, { id: "", title: model.title }] : model.dimensions;
  const scored = round.sheets.map(({ group, answers }) => ({ group, values: scoresOf(model, answers) }));
  return parts.map(({ id, title }) => {
    const valuesIn = (/** @type {(group: number) => boolean} */ isIn) =>
      scored.flatMap(({ group, values }) => (isIn(group) ? (values.get(id) ?? []) : []));
    const groups = round.groups.map((group) =>
      inGroup(
        round,
        group,
        valuesIn((one) => one === group),
      ),
    );
    return {
      id,
      title,
      groups,
      rest: inGroup(
        round,
        GROUPS.none,
        valuesIn((group) => !round.groups.includes(group)),
      ),
      whole: inGroup(
        round,
        GROUPS.none,
        valuesIn(() => true),
      ),
      gap: gapOf(groups),
    };
  });
}

/** @param {Model} model @param {Answers} answers @returns {Map<string, number>} scores by dimension, of the whole under "" */
function scoresOf(model, answers) {
  const { overall, dimensions } = sheetScores(model, answers);
  return new Map(
    [...dimensions, { ...overall, id: "" }].flatMap(({ id, value }) => (value === null ? [] : [[id, value]])),
  );
}

/** @param {Round} round @param {number} group @param {number[]} values @returns {GroupFigures} */
function inGroup(round, group, values) {
  return { group, values, figures: figuresFor(values), ...visibility(round, group, values.length) };
}

/** @param {GroupFigures[]} groups @returns {Gap | null} `null` without two that have a mean to show */
function gapOf(groups) {
  const means = groups.flatMap(({ group, figures, shown }) =>
    figures && shown ? [{ group, mean: Math.round(figures.mean) }] : [],
  );
  const [high, ...rest] = [...means].sort((a, b) => b.mean - a.mean);
  const low = rest.at(-1);
  return high && low ? { high: high.group, low: low.group, size: high.mean - low.mean } : null;
}

/**
 * The widest gap first; without groups, the widest spread, where it may be shown; else the lowest mean.
 *
 * @param {DimensionFigures[]} all
 * @returns {DimensionFigures[]}
 */
export function widestFirst(all) {
  const width = (/** @type {DimensionFigures} */ { gap, whole }) =>
    gap
      ? gap.size
      : whole.figures && !whole.held
        ? whole.figures.spread
        : whole.figures
          ? -whole.figures.mean
          : -Infinity;
  const byGap = all.some(({ gap }) => gap);
  const fitting = (/** @type {DimensionFigures} */ one) => (byGap && !one.gap ? -Infinity : width(one));
  // -Infinity minus itself is no number
  return [...all].sort((a, b) => fitting(b) - fitting(a) || 0);
}

/**
 * The answers to each statement, 0 to 100 as far as they are towards the good end of its scale.
 *
 * @param {Model} model
 * @param {Pick<Round, "sheets">} round
 * @returns {StatementFigures[]} those that anybody answered, in the order of the model
 */
export function statementFigures(model, { sheets }) {
  const values = new Map(model.items.map((item) => [item, /** @type {number[]} */ ([])]));
  for (const { answers } of sheets) {
    for (const [item, value] of valuesOfSheet(model, answers)) values.get(item)?.push(value);
  }
  return [...values].flatMap(([item, given]) => {
    const whole = figuresFor(given);
    const part = (/** @type {number[]} */ some) => some.length / given.length;
    return whole
      ? [
          {
            item,
            whole,
            weak: part(given.filter((value) => value < 50)),
            strong: part(given.filter((value) => value > 50)),
          },
        ]
      : [];
  });
}

/** @param {Model} model @param {Answers} answers @returns {[Item, number][]} of the statements that were answered */
function valuesOfSheet(model, answers) {
  const known = VALUES.get(answers);
  if (known?.model === model) return known.values;
  const values = activeItems(model.items, answers).flatMap((item) => {
    const answer = answers[item.id];
    return isAnswered(item, answer) ? [/** @type {[Item, number]} */ ([item, goodnessOf(model, item, answer)])] : [];
  });
  VALUES.set(answers, { model, values });
  return values;
}

/** @param {Model} model @param {Item} item @param {number} answer @returns {number} */
function goodnessOf({ dimensions, good }, item, answer) {
  const { low, high, points } = pointsOf(item, answer);
  const ends = dimensions.filter(({ id }) => item.dimensions.includes(id)).map((dimension) => dimension.good);
  const isLow = ends.length > 0 ? ends.every((end) => end === "low") : good === "low";
  const value = (100 * (points - low)) / (high - low);
  return isLow ? 100 - value : value;
}

/**
 * @param {StatementFigures[]} statements
 * @param {number} most in each list
 * @returns {{divided: StatementFigures[], weak: StatementFigures[], strong: StatementFigures[]}} the widest spread, the
 *   lowest and the highest mean first
 */
export function standouts(statements, most) {
  const several = statements.filter(({ whole }) => whole.n > 1);
  const divided = several
    .filter(({ whole, weak, strong }) => whole.spread > 0 && weak < AGREEING && strong < AGREEING)
    .sort((a, b) => b.whole.spread - a.whole.spread);
  const weak = several.filter((one) => one.weak >= AGREEING).sort((a, b) => a.whole.mean - b.whole.mean);
  const strong = several.filter((one) => one.strong >= AGREEING).sort((a, b) => b.whole.mean - a.whole.mean);
  return { divided: divided.slice(0, most), weak: weak.slice(0, most), strong: strong.slice(0, most) };
}
