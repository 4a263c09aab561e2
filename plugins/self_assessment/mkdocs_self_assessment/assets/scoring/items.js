// @ts-check
/**
 * The score of a group of items, in percent of the maximum possible.
 */
/** @import { Answers, Band, Item, Score } from "../types/types.js" */

/**
 * @param {Item[]} items those that are active
 * @param {Answers} answers
 * @param {{id: string, bands: Band[], minimum: number, target?: number | null}} rule
 * @returns {Score}
 */
export function scoreItems(items, answers, { id, bands, minimum, target = null }) {
  let sum = 0;
  let lowest = 0;
  let highest = 0;
  let answered = 0;
  let applicable = 0;
  for (const item of items) {
    const answer = answers[item.id];
    if (item.notRelevant && answer === "not-relevant") continue;
    applicable += 1;
    if (!isAnswered(item, answer)) continue;
    answered += 1;
    const { low, high, points } = pointsOf(item, answer);
    sum += units(item.weight * points);
    lowest += units(item.weight * low);
    highest += units(item.weight * high);
  }
  // Whole numbers on both sides: 4 of 5 is exactly 80 %, which floating point would not guarantee.
  const enough = answered > 0 && 100 * answered >= minimum * applicable;
  // One division of whole numbers, so a score on a band's edge is on it exactly.
  const value = enough ? (100 * (sum - lowest)) / (highest - lowest) : null;
  return {
    id,
    value,
    reason: enough ? null : applicable === 0 ? "not-relevant" : "too-few",
    answered,
    applicable,
    total: items.length,
    band: value === null ? null : bandOf(value, bands),
    gap: value === null || target === null ? null : value - target,
  };
}

/** @param {number} value @returns {number} in ten-thousandths: whole numbers, so that sums of decimals are exact */
function units(value) {
  return Math.round(10_000 * value);
}

/**
 * @param {Item} item
 * @param {unknown} answer
 * @returns {answer is number} whether it is a raw value of the item's scale
 */
export function isAnswered({ values }, answer) {
  return typeof answer === "number" && values.includes(answer);
}

/**
 * @param {Item} item
 * @param {number} answer
 * @returns {{low: number, high: number, points: number}} the scale's bounds, and the answer after reversal
 */
export function pointsOf({ values, reverse }, answer) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return { low, high, points: reverse ? low + high - answer : answer };
}

/**
 * @param {number} value an unrounded score
 * @param {Band[]} bands half-open, from 0 to 100 without gap or overlap; possibly none
 * @returns {number | null}
 */
export function bandOf(value, bands) {
  const index = bands.findIndex(({ low, high }) => value >= low && value < high);
  if (index >= 0) return index;
  return bands.length > 0 ? bands.length - 1 : null;
}
