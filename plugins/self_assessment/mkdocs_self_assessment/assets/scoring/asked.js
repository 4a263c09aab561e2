// @ts-check
/**
 * Which items are asked: a follow-up only while the answer that it follows is as its author wants it.
 */
/** @import { Answer, Answers, Condition, Item } from "../types/types.js" */

/**
 * @param {Item[]} items
 * @param {Answers} answers
 * @returns {Item[]} in their order
 */
export function askedItems(items, answers) {
  const byId = new Map(items.map((item) => [item.id, item]));
  /** @param {Item | undefined} item @returns {boolean} a follow-up to one that is not asked is not asked either */
  const asked = (item) =>
    item !== undefined
    && (!item.follows || (passes(item.follows, answers[item.follows.item]) && asked(byId.get(item.follows.item))));
  return items.filter(asked);
}

/** @param {Condition} condition @param {Answer | undefined} answer */
function passes({ test, value }, answer) {
  if (typeof answer !== "number") return false;
  return test === "=" ? answer === value : test === "<=" ? answer <= value : answer >= value;
}
