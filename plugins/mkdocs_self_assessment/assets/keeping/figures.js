// @ts-check
/**
 * What a result comes to: the whole first, then its dimensions. Every table, chart, file and text of a result shows these.
 */
/** @import { Answers, Figure, Item, Model, Words } from "../types/types.js" */

import { scoreAssessment } from "../scoring/scoring.js";

/** @param {Model} model @param {Answers} answers @param {Words} words @returns {Figure[]} */
export function figuresOf(model, answers, { t }) {
  const { overall, dimensions } = scoreAssessment(model, answers);
  const parts = model.dimensions.flatMap(({ id, title }, index) =>
    id === model.id ? [] : [{ id, title, value: dimensions[index].value }],
  );
  return [{ id: model.id, title: t("keep.whole"), value: overall.value }, ...parts];
}

/**
 * What an answer adds to the sum.
 *
 * @param {Item} item
 * @param {Answers} answers
 * @returns {number | null}
 */
export function pointsOf({ id, values, reverse, weight }, answers) {
  const answer = Object.hasOwn(answers, id) ? answers[id] : null;
  if (typeof answer !== "number") return null;
  return weight * (reverse ? Math.min(...values) + Math.max(...values) - answer : answer);
}

/**
 * The change that a reader would work out from the figures as they are shown.
 *
 * @param {number | null} before
 * @param {number | null} after
 * @returns {number | null}
 */
export function change(before, after) {
  return before === null || after === null ? null : Math.round(after) - Math.round(before);
}
