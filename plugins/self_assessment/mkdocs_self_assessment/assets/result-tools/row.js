// @ts-check
/** @import { Band, PointsData, Row, Words } from "../types/types.js" */

import { toneOf } from "../charts/tones.js";
import { pointsFor } from "../scoring/points.js";
import { figure } from "./tables.js";

/**
 * @param {{id: string, title: string, points?: PointsData | null, bands?: Band[], good?: "high" | "low"}} of what the row
 *   is, and the points that its score is shown in
 * @param {{value: number | null, points?: number} | null | undefined} score
 * @param {Words} words
 * @returns {Row}
 */
export function rowOf({ id, title, points: range, bands = [], good }, score, words) {
  const value = score?.value ?? null;
  const row = { id, title, value, tone: toneOf(bands, value, good) };
  if (range && value !== null) {
    const points = pointsFor(value, range);
    const shown = words.t("points", { n: points });
    return { ...row, points, amount: points, shown, plain: words.counted(points) };
  }
  const amount = value === null ? null : Math.round(value);
  return { ...row, points: score?.points ?? null, amount, shown: figure(value, words) };
}
