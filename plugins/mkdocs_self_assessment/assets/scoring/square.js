// @ts-check
/**
 * Two scores as a point in a named square. Pure.
 */
/** @import { Point, Score, Square } from "../types/types.js" */

/**
 * @param {Square} square
 * @param {Score[]} scores
 * @returns {Point | null} `null` unless both axes have a score
 */
export function placePoint({ x, y, cut, quadrants }, scores) {
  const along = scores.find(({ id }) => id === x)?.value ?? null;
  const up = scores.find(({ id }) => id === y)?.value ?? null;
  if (along === null || up === null) return null;
  const side = (/** @type {number} */ value) => (value >= cut ? "high" : "low");
  const quadrant = quadrants.find((q) => q.x === side(along) && q.y === side(up));
  return quadrant ? { x: along, y: up, quadrant } : null;
}
