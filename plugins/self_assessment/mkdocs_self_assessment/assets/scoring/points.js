// @ts-check
/**
 * A score in the points that its result texts are for. Pure.
 */
/** @import { PointsData } from "../types/types.js" */

/**
 * The sum that a score stands for with every item answered, or the nearest one: what was left out counts as the rest.
 * Halfway between two it is the upper, as with the ranges of the texts.
 *
 * @param {number} value an unrounded score, 0 to 100
 * @param {PointsData} points
 * @returns {number}
 */
export function pointsFor(value, { low, high, step }) {
  const steps = Math.round((value * (high - low)) / (100 * step));
  return Math.round(10_000 * (low + steps * step)) / 10_000;
}
