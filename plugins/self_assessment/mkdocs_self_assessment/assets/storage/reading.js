// @ts-check
/**
 * Reads what is stored: others may have written it, and the self-assessment may have changed since. What is wrong in one
 * answer costs that answer only. Dates are shown and never trusted: clocks are wrong. Pure.
 */
/** @import { Answer, Answers, Item, Model, StoredAnswers } from "../types/types.js" */

import { attempt } from "./keys.js";

export const ANSWERS_FORMAT = 1;

/** @param {string} text @returns {Record<string, unknown> | null} */
export function parseRecord(text) {
  /** @type {unknown} */
  let data;
  return attempt(() => (data = JSON.parse(text))) && isRecord(data) ? data : null;
}

/**
 * @param {string} text
 * @returns {{stored: StoredAnswers, damaged: boolean} | null} what can be read and whether some can't; `null` where nothing can
 */
export function parseStored(text) {
  const data = parseRecord(text);
  if (!data) return null;
  const { format, id, version, values, answers, saved, order } = data;
  if (format !== ANSWERS_FORMAT || typeof id !== "string" || typeof version !== "string" || !isRecord(answers))
    return null;
  const scales = isRecord(values) ? values : {};
  const given = Object.entries(answers);
  const read = given.flatMap(([item, answer]) => {
    const scale = Object.hasOwn(scales, item) ? scales[item] : null;
    return isScale(scale) && isAnswer(answer, scale) ? [{ item, answer, scale }] : [];
  });
  return {
    stored: {
      format: ANSWERS_FORMAT,
      id,
      version,
      values: Object.fromEntries(read.map(({ item, scale }) => [item, scale])),
      answers: Object.fromEntries(read.map(({ item, answer }) => [item, answer])),
      saved: typeof saved === "string" ? saved : "",
      order: isCount(order) ? order : 0,
    },
    damaged: read.length < given.length,
  };
}

/**
 * Answers by whether their item still exists, is answered on the same scale, and still offers them.
 *
 * @param {Pick<StoredAnswers, "values" | "answers">} stored
 * @param {Pick<Model, "items">} model
 * @returns {{fitting: Answers, unfit: string[]}} the latter are ids of items
 */
export function sortOut({ values, answers }, model) {
  const items = new Map(model.items.map((item) => [item.id, item]));
  const given = Object.entries(answers);
  const fits = (/** @type {[string, Answer]} */ [id, answer]) => {
    const item = items.get(id);
    return item !== undefined && String(values[id]) === String(item.values) && offers(item, answer);
  };
  return {
    fitting: Object.fromEntries(given.filter(fits)),
    unfit: given.filter((one) => !fits(one)).map(([id]) => id),
  };
}

/** @param {Pick<Item, "values" | "notRelevant">} item @param {unknown} answer @returns {answer is Answer} */
export function offers({ values, notRelevant }, answer) {
  return answer === "not-relevant" ? notRelevant : typeof answer === "number" && values.includes(answer);
}

/** @param {unknown} answer @param {number[]} values @returns {answer is Answer} whether it was one when it was given */
export function isAnswer(answer, values) {
  return offers({ values, notRelevant: true }, answer);
}

/** @param {unknown} scale @returns {scale is number[]} */
export function isScale(scale) {
  return Array.isArray(scale) && scale.every(Number.isFinite);
}

/** @param {unknown} value @returns {value is number} a place in an order */
export function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** @param {unknown} format @param {number} own @returns {boolean} whether it is one that comes after ours */
export function isLater(format, own) {
  return typeof format === "number" && format > own;
}

/** @param {unknown} text @returns {text is string} a moment as `Date` writes it, at any time */
export function isMoment(text) {
  if (typeof text !== "string") return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString() === text;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
