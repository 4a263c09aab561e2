// @ts-check
/**
 * The items that are active: a follow-up only while the answer to the other item meets its condition.
 */
/** @import { Answer, AnswerCondition, Answers, Item } from "../types/types.js" */

/**
 * @param {Item[]} items
 * @param {Answers} answers
 * @returns {Item[]} in their order
 */
export function activeItems(items, answers) {
  const byId = new Map(items.map((item) => [item.id, item]));
  /** @param {Item | undefined} item @returns {boolean} a follow-up to an inactive one is inactive */
  const isActive = (item) =>
    item !== undefined &&
    (!item.condition ||
      (passes(item.condition, answers[item.condition.item]) && isActive(byId.get(item.condition.item))));
  return items.filter(isActive);
}

/**
 * @param {Item[]} items
 * @param {Answers} answers
 * @returns {Item[]} the active ones without which a result lacks something
 */
export function requiredItems(items, answers) {
  return activeItems(items, answers).filter(({ optional }) => !optional);
}

/** @param {AnswerCondition} condition @param {Answer | undefined} answer */
function passes({ test, value }, answer) {
  if (typeof answer !== "number") return false;
  return test === "=" ? answer === value : test === "<=" ? answer <= value : answer >= value;
}
