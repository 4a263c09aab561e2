// @ts-check
/**
 * Calculates all scores from answers. Pure: no page, no words, no rounding.
 */
/** @import { Answers, Model, Score, Scores } from "../types/types.js" */

import { withConditionalTexts } from "../conditions/choosing.js";
import { kindOf } from "../kinds/kinds.js";
import { requiredItems } from "./active-items.js";
import { isAnswered, pointsOf, scoreItems } from "./items.js";

/** @param {Model} model @param {Answers} answers @returns {Scores} */
export function scoreAssessment(model, answers) {
  const items = requiredItems(model.items, answers);
  const whole = scoreItems(items, answers, model);
  const summed = {
    overall: whole,
    dimensions: scoreDimensions(model, answers),
    missing: items.filter((item) => item.must && fallsShort(item, answers)).map(({ id }) => id),
    found: whole.value !== null,
  };
  const own = kindOf(model).scoring?.(model, answers, {
    whole,
    dimensionsOf: (others) => scoreDimensions(model, others),
  });
  // Where the kind's result is not a score, a sum over all answers has no meaning.
  const scores = own ? { ...summed, overall: { ...whole, value: null, band: null }, ...own } : summed;
  return withConditionalTexts(model, items, answers, scores);
}

/** @param {Model} model @param {Answers} answers @returns {Score[]} in the order of the model */
function scoreDimensions({ items, dimensions, minimum }, answers) {
  const required = requiredItems(items, answers);
  return dimensions.map((dimension) =>
    scoreItems(
      required.filter((item) => item.dimensions.includes(dimension.id)),
      answers,
      { ...dimension, minimum: dimension.minimum ?? minimum },
    ),
  );
}

/** @param {Model["items"][number]} item @param {Answers} answers whether the answer is short of the best */
function fallsShort(item, answers) {
  const answer = answers[item.id];
  if (!isAnswered(item, answer)) return false;
  const { points, high } = pointsOf(item, answer);
  return points < high;
}

/**
 * Scores in the order of how good they are, the weakest first; those without one last. Equal ones keep their order.
 *
 * @param {Model} model
 * @param {Score[]} scores
 * @returns {Score[]}
 */
export function weakestFirst(model, scores) {
  return [...scores].sort((a, b) => (goodness(model, a) ?? Infinity) - (goodness(model, b) ?? Infinity) || 0);
}

/** @param {Model} model @param {Score} score @returns {number | null} 0 to 100, the value seen from the end that is bad */
export function goodness({ dimensions }, { id, value }) {
  const isLow = dimensions.find((dimension) => dimension.id === id)?.good === "low";
  return isLow && value !== null ? 100 - value : value;
}
