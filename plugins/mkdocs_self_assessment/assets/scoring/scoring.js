// @ts-check
/**
 * From answers to scores, in percent of the maximum possible. Pure: no page, no words, no rounding.
 */
/** @import { Answers, Band, Item, Model, Score } from "../types/types.js" */

/** @param {Model} model @param {Answers} answers @returns {{overall: Score, dimensions: Score[]}} */
export function scoreAssessment(model, answers) {
  const score = (/** @type {string} */ id, /** @type {Item[]} */ items, /** @type {Band[]} */ bands) =>
    scoreItems(id, items, bands, model.minimum, answers);
  return {
    overall: score(model.id, model.items, model.bands),
    dimensions: model.dimensions.map(({ id, bands }) =>
      score(id, model.items.filter((item) => item.dimension === id), bands),
    ),
  };
}

/**
 * @param {string} id
 * @param {Item[]} items
 * @param {Band[]} bands
 * @param {number} minimum
 * @param {Answers} answers
 * @returns {Score}
 */
function scoreItems(id, items, bands, minimum, answers) {
  let sum = 0;
  let lowest = 0;
  let highest = 0;
  let answered = 0;
  let applicable = 0;
  for (const { id: item, values, weight, reverse, notRelevant } of items) {
    const answer = answers[item];
    if (notRelevant && answer === "not-relevant") continue;
    applicable += 1;
    if (typeof answer !== "number" || !values.includes(answer)) continue;
    answered += 1;
    const low = Math.min(...values);
    const high = Math.max(...values);
    sum += weight * (reverse ? low + high - answer : answer);
    lowest += weight * low;
    highest += weight * high;
  }
  // Whole numbers on both sides: 4 of 5 is exactly 80 %, which 4 / 5 >= 0.8 would leave to chance.
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
  };
}

/**
 * @param {number} value an unrounded score
 * @param {Band[]} bands half-open, from 0 to 100 without gap or overlap; possibly none
 * @returns {number | null}
 */
function bandOf(value, bands) {
  const index = bands.findIndex(({ low, high }) => value >= low && value < high);
  if (index >= 0) return index;
  return bands.length > 0 ? bands.length - 1 : null;
}

/**
 * Scores in the order of their value; those without one last. Equal ones keep their order.
 *
 * @param {Score[]} scores
 * @param {"lowest" | "highest"} first
 * @returns {Score[]}
 */
export function sortScores(scores, first) {
  const sign = first === "lowest" ? 1 : -1;
  return [...scores].sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return sign * (a.value - b.value);
  });
}
