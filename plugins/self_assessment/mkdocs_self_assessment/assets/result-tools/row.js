// @ts-check
/** @import { Row, Words } from "../types/types.js" */

import { figure } from "./tables.js";

/**
 * @param {string} id
 * @param {string} title
 * @param {{value: number | null, points?: number} | null | undefined} score
 * @param {Words} words
 * @returns {Row}
 */
export function rowOf(id, title, score, words) {
  const value = score?.value ?? null;
  const amount = value === null ? null : Math.round(value);
  return { id, title, value, points: score?.points ?? null, amount, shown: figure(value, words) };
}
