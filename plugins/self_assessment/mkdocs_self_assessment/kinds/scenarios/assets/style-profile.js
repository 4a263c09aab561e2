// @ts-check
/**
 * Calculates the style profile of choices in situations. Pure.
 */
/** @import { Answers, Band, Figure, Model, StyleProfile } from "../../../assets/types/types.js" */

import { nth } from "../../../assets/lists/lists.js";
import { bandOf, isAnswered } from "../../../assets/scoring/items.js";

/**
 * Effectiveness is relative to what the answered situations allow: few of them offer both the best and the worst of effects.
 *
 * @param {Model} model
 * @param {Answers} answers at least one
 * @returns {StyleProfile}
 */
export function profileOf({ items, styles = [], flexibility = [], effectiveness = [] }, answers) {
  const counts = styles.map(() => 0);
  const table = styles.map(() => styles.map(() => 0));
  const effects = { points: 0, low: 0, high: 0 };
  let over = 0;
  let under = 0;
  for (const item of items) {
    const answer = answers[item.id];
    const { actions = [] } = item;
    const action = isAnswered(item, answer) ? actions[item.values.indexOf(answer)] : undefined;
    const fitting = item.fittingStyle ?? -1;
    const row = table[fitting];
    if (!action || !row) continue;
    counts[action.style] = nth(counts, action.style) + 1;
    row[action.style] = nth(row, action.style) + 1;
    const possible = actions.map(({ effect }) => effect);
    effects.points += action.effect;
    effects.low += Math.min(...possible);
    effects.high += Math.max(...possible);
    // Styles are in order, from the most directing to the least.
    if (action.style < fitting) over += 1;
    if (action.style > fitting) under += 1;
  }
  const answered = counts.reduce((sum, count) => sum + count, 0);
  const primary = highest(counts);
  const rest = counts.map((count, style) => (primary.includes(style) ? 0 : count));
  return {
    answered,
    counts,
    primary,
    secondary: primary.length === 1 ? highest(rest) : [],
    flexibility: figure(spread(counts, answered), flexibility, styles.length),
    effectiveness: figure(effects, effectiveness),
    table,
    over,
    under,
    passedOver: highest(
      table.map((row, fitting) => row.reduce((sum, n, chosen) => sum + (chosen === fitting ? 0 : n), 0)),
    ),
  };
}

/**
 * Flexibility, F = 2N(K - 1)/K - sum of |n - N/K|, times K: all of it whole numbers.
 *
 * @param {number[]} counts
 * @param {number} answered
 */
function spread(counts, answered) {
  const styles = counts.length;
  const high = 2 * answered * (styles - 1);
  const away = counts.reduce((sum, count) => sum + Math.abs(styles * count - answered), 0);
  return { points: high - away, low: 0, high };
}

/**
 * @param {{points: number, low: number, high: number}} whole in whole numbers, so that a value on a band's edge is on it
 * @param {Band[]} bands
 * @param {number} scale by which the numbers are too great
 * @returns {Figure}
 */
function figure({ points, low, high }, bands, scale = 1) {
  // An empty range has no position.
  const value = high > low ? (100 * (points - low)) / (high - low) : null;
  const band = value === null ? null : bandOf(value, bands);
  return { points: points / scale, low: low / scale, high: high / scale, value, band };
}

/** @param {number[]} counts @returns {number[]} the indices of the greatest, all of them; none if all are zero */
function highest(counts) {
  const top = Math.max(...counts);
  return top > 0 ? counts.flatMap((count, index) => (count === top ? [index] : [])) : [];
}
