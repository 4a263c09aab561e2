// @ts-check
/**
 * The items that are active: a follow-up only while the answer to the other item meets its condition.
 */
/** @import { Answers, Comparison, Item } from "../types/types.js" */

import { conditionHolds } from "../conditions/conditions.js";

/**
 * @param {Item[]} items
 * @param {Answers} answers
 * @returns {Item[]} in their order
 */
export function activeItems(items, answers) {
  const byId = new Map(items.map((item) => [item.id, item]));
  /** @param {Item | undefined} item @returns {boolean} a follow-up to an inactive one is inactive */
  const isActive = (item) => item !== undefined && (!item.condition || conditionHolds(item.condition, read));
  /** @param {Comparison} comparison @returns {number | null} the answer to an active item */
  const read = ({ id }) => {
    const answer = answers[id];
    return typeof answer === "number" && isActive(byId.get(id)) ? answer : null;
  };
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
