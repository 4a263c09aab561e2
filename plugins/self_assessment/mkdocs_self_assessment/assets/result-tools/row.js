// @ts-check
/** @import { PointsData, Row, Words } from "../types/types.js" */

import { pointsFor } from "../scoring/points.js";
import { figure } from "./tables.js";

/**
 * @param {string} id
 * @param {string} title
 * @param {{value: number | null, points?: number} | null | undefined} score
 * @param {Words} words
 * @param {PointsData | null} [range] the points that the score is shown in
 * @returns {Row}
 */
export function rowOf(id, title, score, words, range) {
  const value = score?.value ?? null;
  if (range && value !== null) {
    const points = pointsFor(value, range);
    const shown = words.t("points", { n: points });
    return { id, title, value, points, amount: points, shown, plain: words.counted(points) };
  }
  const amount = value === null ? null : Math.round(value);
  return { id, title, value, points: score?.points ?? null, amount, shown: figure(value, words) };
}
