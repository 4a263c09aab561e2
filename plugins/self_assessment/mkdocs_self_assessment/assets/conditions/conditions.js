// @ts-check
/**
 * Whether the conditions of result texts hold. Pure; `conditions/evaluating.py` does the same, and vectors hold both to it.
 */
/** @import { Comparison, ResultCondition } from "../types/types.js" */

/**
 * The number behind a comparison's name; `null` for a statement without an answer and a dimension without a score.
 *
 * @callback Read
 * @param {Comparison} comparison
 * @returns {number | null}
 */

/** @type {Record<Comparison["test"], (left: number, right: number) => boolean>} */
const PASSES = {
  "=": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

/**
 * A comparison of something that has no number is false, also with "!=".
 *
 * @param {ResultCondition} condition
 * @param {Read} read
 * @returns {boolean}
 */
export function conditionHolds(condition, read) {
  if ("all" in condition) return condition.all.every((part) => conditionHolds(part, read));
  if ("any" in condition) return condition.any.some((part) => conditionHolds(part, read));
  const number = read(condition);
  return number !== null && PASSES[condition.test](number, condition.value);
}

/**
 * @param {(ResultCondition | null)[]} conditions `null` for "otherwise"
 * @param {Read} read
 * @returns {number | null} the index of the first that holds
 */
export function firstThatHolds(conditions, read) {
  const index = conditions.findIndex((condition) => condition === null || conditionHolds(condition, read));
  return index < 0 ? null : index;
}
