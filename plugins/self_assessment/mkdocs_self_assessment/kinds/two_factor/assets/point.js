// @ts-check
/**
 * Two scores as a point in a named square. Pure.
 *
 * A point may be so near a border that its side means little. Nearness is defined thus: **a square is a
 * neighbour of the point if one answer, given one step higher or lower on its own scale and all others left as they
 * are, would have put the point into it.** On an axis whose answered items allow sums from Smin to Smax, a step of an
 * item of weight w from one value of its scale to the next, d apart, moves the score by 100 * w * d / (Smax - Smin). So
 * the distance that counts as near depends on the items, their weights and what was answered, and an answer that is
 * already the lowest or highest of its scale can't go further. A point exactly on a border is always near it: it counts as high, and any step down
 * takes it to the other side.
 */
/** @import { Answers, Item, Model, Point, Quadrant, Score, Square } from "../../../assets/types/types.js" */

import { isAnswered } from "../../../assets/scoring/items.js";

/**
 * @param {Model & {square: Square}} model
 * @param {Answers} answers
 * @param {(answers: Answers) => Score[]} score of each dimension
 * @returns {Point | null} `null` unless both axes have a score
 */
export function placePoint({ square, items }, answers, score) {
  const place = meeting(square, score(answers));
  if (!place) return null;
  const reached = items
    .flatMap((item) => steps(item, answers).map((answer) => ({ ...answers, [item.id]: answer })))
    .map((others) => meeting(square, score(others))?.quadrant);
  const neighbours = square.quadrants.filter((quadrant) => quadrant !== place.quadrant && reached.includes(quadrant));
  return { ...place, neighbours };
}

/**
 * @param {Square} square
 * @param {Score[]} scores
 * @returns {{x: number, y: number, quadrant: Quadrant} | null}
 */
function meeting({ x, y, cut, quadrants }, scores) {
  const along = scores.find(({ id }) => id === x)?.value ?? null;
  const up = scores.find(({ id }) => id === y)?.value ?? null;
  if (along === null || up === null) return null;
  const side = (/** @type {number} */ value) => (value >= cut ? "high" : "low");
  const quadrant = quadrants.find((q) => q.x === side(along) && q.y === side(up));
  return quadrant ? { x: along, y: up, quadrant } : null;
}

/** @param {Item} item @param {Answers} answers @returns {number[]} the values next to the one that was chosen, if one was */
function steps(item, { [item.id]: answer }) {
  if (!isAnswered(item, answer)) return [];
  const index = item.values.indexOf(answer);
  return [index - 1, index + 1].flatMap((next) => item.values[next] ?? []);
}
