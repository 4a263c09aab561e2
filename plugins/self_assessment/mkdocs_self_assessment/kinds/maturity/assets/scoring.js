// @ts-check
/**
 * Levels today and in a year: how far apart they are, which dimension is lowest, and the mean. Pure.
 */
/** @import { Dimension, KindScoring, Ladder } from "../../../assets/types/types.js" */

import { readerOf } from "../../../assets/conditions/choosing.js";
import { firstThatHolds } from "../../../assets/conditions/conditions.js";

/** @type {KindScoring} */
export function maturityScoring({ items, dimensions, bands, conditions = [] }, answers, { whole }) {
  const read = readerOf(items, answers, []);
  const ladders = dimensions.map((dimension) => {
    const [today = null, target = null] = items
      .filter((item) => item.dimensions.includes(dimension.id))
      .map(({ id, values }) => {
        const answer = answers[id];
        return typeof answer === "number" && values.includes(answer) ? answer : null;
      });
    return ladderOf(dimension, today, target, read);
  });
  // With too few answers, the lowest may be one that was not given.
  const levels = whole.reason === null ? ladders.flatMap(({ today }) => today ?? []) : [];
  if (levels.length === 0) return { dimensions: [], ladders, levels: null, found: false };
  const lowest = Math.min(...levels);
  return {
    dimensions: [],
    ladders,
    levels: {
      lowest,
      mean: levels.reduce((sum, level) => sum + level, 0) / levels.length,
      answered: levels.length,
      band: conditions.length > 0 ? firstThatHolds(conditions, read) : bandWith(lowest, bands),
    },
    found: true,
  };
}

/**
 * @param {Dimension} dimension
 * @param {number | null} today
 * @param {number | null} target
 * @param {ReturnType<typeof readerOf>} read
 * @returns {Ladder}
 */
function ladderOf({ id, title, levels = [], bands, by, conditions = [] }, today, target, read) {
  const distance = today === null || target === null ? null : target - today;
  // A target below today counts as distance 0.
  const reached = by === "distance" ? distance && Math.max(0, distance) : today;
  const first = today === null ? null : firstThatHolds(conditions, read);
  return { id, title, levels, today, target, distance, band: conditions.length > 0 ? first : bandWith(reached, bands) };
}

/** @param {number | null} value @param {{low: number, high: number}[]} bands with both ends @returns {number | null} */
function bandWith(value, bands) {
  const index = bands.findIndex(({ low, high }) => value !== null && value >= low && value <= high);
  return index < 0 ? null : index;
}
