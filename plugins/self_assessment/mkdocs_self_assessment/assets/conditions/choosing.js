// @ts-check
/**
 * Which conditional text belongs to each score. Pure.
 */
/** @import { Answers, Comparison, Item, Model, ResultCondition, Score, Scores } from "../types/types.js" */

import { isAnswered } from "../scoring/items.js";
import { firstThatHolds } from "./conditions.js";

/**
 * What conditions compare: answers to items, levels of dimensions, which are answers too, and scores of dimensions.
 *
 * @param {Item[]} items the active ones
 * @param {Answers} answers
 * @param {Score[]} dimensions
 * @returns {(comparison: Comparison) => number | null}
 */
export function readerOf(items, answers, dimensions) {
  const byId = new Map(items.map((item) => [item.id, item]));
  const scored = new Map(dimensions.map(({ id, value }) => [id, value]));
  return ({ measure, id }) => {
    if (measure === "score") return scored.get(id) ?? null;
    const item = byId.get(id);
    const answer = answers[id];
    return item && isAnswered(item, answer) ? answer : null;
  };
}

/**
 * The same scores, each with the text whose condition is the first that holds, where its texts have conditions. There
 * is none where there is no score, as with ranges.
 *
 * @param {Model} model
 * @param {Item[]} items the active ones
 * @param {Answers} answers
 * @param {Scores} scores
 * @returns {Scores}
 */
export function withConditionalTexts(model, items, answers, scores) {
  const read = readerOf(items, answers, scores.dimensions);
  /** @param {Score} score @param {(ResultCondition | null)[] | undefined} conditions @returns {Score} */
  const choose = (score, conditions = []) =>
    conditions.length === 0 || score.value === null ? score : { ...score, band: firstThatHolds(conditions, read) };
  return {
    ...scores,
    overall: choose(scores.overall, model.conditions),
    dimensions: scores.dimensions.map((score, index) => choose(score, model.dimensions[index]?.conditions)),
  };
}
