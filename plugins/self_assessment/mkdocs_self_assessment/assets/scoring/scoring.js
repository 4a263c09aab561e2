// @ts-check
/**
 * From answers to everything they amount to. Pure: no page, no words, no rounding.
 */
/** @import { Answers, Model, Score, Scores } from "../types/types.js" */

import { askedItems } from "./asked.js";
import { isAnswered, pointsOf, scoreItems } from "./items.js";
import { placePoint } from "./square.js";
import { profileOf } from "./styles.js";

/** @param {Model} model @param {Answers} answers @returns {Scores} */
export function scoreAssessment(model, answers) {
  const { kind, square } = model;
  const items = askedItems(model.items, answers);
  const whole = scoreItems(items, answers, model);
  // Situations add up to a profile, and two factors to a point; a sum over all would mean nothing.
  const summed = kind !== "scenarios" && kind !== "two-factor";
  return {
    overall: summed ? whole : { ...whole, value: null, band: null },
    dimensions: scoreDimensions(model, answers),
    missing: items.filter((item) => item.must && falls(item, answers)).map(({ id }) => id),
    styles: kind === "scenarios" && whole.reason === null ? profileOf(model, answers) : null,
    point: square ? placePoint({ ...model, square }, answers, (others) => scoreDimensions(model, others)) : null,
  };
}

/** @param {Model} model @param {Answers} answers @returns {Score[]} in the order of the model */
function scoreDimensions({ items, dimensions, minimum }, answers) {
  const asked = askedItems(items, answers);
  return dimensions.map((dimension) =>
    scoreItems(asked.filter((item) => item.dimension === dimension.id), answers, { minimum, ...dimension }),
  );
}

/** @param {Model["items"][number]} item @param {Answers} answers whether the answer is short of the best */
function falls(item, answers) {
  const answer = answers[item.id];
  if (!isAnswered(item, answer)) return false;
  const { points, high } = pointsOf(item, answer);
  return points < high;
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
